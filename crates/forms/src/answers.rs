//! What is kept of a journey: an answer or the wish to leave a question out, place by place, and the
//! bytes as which a store holds each of them.
//!
//! It must never know whether an answer still applies; that is for the journey.

use std::{collections::BTreeMap, fmt, str::FromStr};

use serde::{Deserialize, Serialize};

use crate::{
    definition::{Count, Form, Kind},
    json,
    value::{Place, Value},
};

/// Most items of a repeating section.
pub const MOST_ITEMS: u16 = 50;
/// Most bytes of one stored answer.
const LARGEST: usize = 16 * 1024 * 1024;

/// What is kept for a place.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Kept {
    /// An answer, and the form that it came from where it was given in another one.
    Answered { value: Value, from: Option<String> },
    /// Left out on purpose.
    Skipped,
}

impl Kept {
    pub(crate) fn value(&self) -> Option<&Value> {
        match self {
            Self::Answered { value, .. } => Some(value),
            Self::Skipped => None,
        }
    }

    /// The other form that it came from.
    pub(crate) fn from(&self) -> Option<&str> {
        match self {
            Self::Answered { from, .. } => from.as_deref(),
            Self::Skipped => None,
        }
    }
}

/// All that is kept, whether it applies or not.
pub(crate) type Answers = BTreeMap<Place, Kept>;

/// Something that has to be written down, or struck out.
#[derive(Clone, PartialEq, Eq)]
pub struct Changed {
    /// Where.
    pub place: Place,
    /// The bytes to keep there; `None` strikes out what was kept.
    pub stored: Option<Vec<u8>>,
}

impl fmt::Debug for Changed {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let stored = self.stored.as_ref().map(|bytes| format!("{} bytes", bytes.len()));
        f.debug_struct("Changed").field("place", &self.place).field("stored", &stored).finish()
    }
}

/// A stored answer that cannot be read as one of this form.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{place}: {problem}")]
pub struct Damaged {
    /// Where.
    pub place: Place,
    /// What is wrong; never what was answered.
    pub problem: &'static str,
}

impl Damaged {
    /// A code for screens.
    pub fn code(&self) -> &'static str {
        "form-answers-damaged"
    }
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Stored {
    #[serde(default, skip_serializing_if = "Option::is_none")]
    value: Option<serde_json::Value>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    from: Option<String>,
}

/// The bytes for a store.
pub(crate) fn to_bytes(kept: &Kept) -> Vec<u8> {
    let stored = match kept {
        Kept::Answered { value, from } => Stored { value: Some(json::to_json(value)), from: from.clone() },
        Kept::Skipped => Stored { value: None, from: None },
    };
    serde_json::to_vec(&stored).unwrap_or_default()
}

/// What these bytes keep for a place of the form.
pub(crate) fn from_bytes(form: &Form, place: &Place, bytes: &[u8]) -> Result<Kept, Damaged> {
    let damaged = |problem| Damaged { place: place.clone(), problem };
    if bytes.len() > LARGEST {
        return Err(damaged("too large"));
    }
    let kind = kind_at(form, place).ok_or_else(|| damaged("no such place in the form"))?;
    let stored: Stored = serde_json::from_slice(bytes).map_err(|_| damaged("not an answer"))?;
    match (stored.value, stored.from) {
        (Some(value), from) => {
            let value = json::from_json(kind, &value).map_err(damaged)?;
            Ok(Kept::Answered { value, from })
        }
        (None, None) => Ok(Kept::Skipped),
        (None, Some(_)) => Err(damaged("nothing from another form")),
    }
}

/// What is asked for at a place, if the form can have it: a field that is asked, or "is there another?".
pub(crate) fn kind_at<'f>(form: &'f Form, place: &Place) -> Option<&'f Kind> {
    for section in &form.sections {
        let repeats = section.repeat.as_ref();
        let fits = match (repeats, place.item) {
            (None, None) => true,
            (Some(_), Some(item)) => item < MOST_ITEMS,
            _ => false,
        };
        if section.id == place.field {
            let asked = repeats.is_some_and(|repeat| matches!(repeat.count, Count::Asked { .. }));
            return (fits && asked).then_some(&Kind::YesNo);
        }
        if let Some(field) = section.fields.iter().find(|field| field.id == place.field) {
            return (fits && field.value.is_none()).then_some(&field.kind);
        }
    }
    None
}

/// `field`, or `field/item`: the name under which a store keeps the answer.
impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.item {
            Some(item) => write!(f, "{}/{item}", self.field),
            None => f.write_str(&self.field),
        }
    }
}

/// A text that names no place.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("not the name of a place in a form")]
pub struct NoPlace;

impl FromStr for Place {
    type Err = NoPlace;

    fn from_str(text: &str) -> Result<Self, NoPlace> {
        let (field, item) = match text.split_once('/') {
            Some((field, item)) => (field, Some(item.parse().map_err(|_| NoPlace)?)),
            None => (text, None),
        };
        if field.is_empty() {
            return Err(NoPlace);
        }
        Ok(Self { field: field.to_owned(), item })
    }
}
