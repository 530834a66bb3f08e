//! Forms that were begun together, and how a draft remembers it: paused or cut off, the later ones are not lost, and
//! what was told is not asked again.

use kaunter_forms::{Changed, Facts, Form, Place};
use serde::{Deserialize, Serialize};
use serde_json::Value as Json;

use super::records::TOGETHER;

/// Forms that were begun together.
#[derive(Clone, Default)]
pub(crate) struct Bundle {
    /// Ids, in order.
    pub forms: Vec<String>,
    /// Which of them is filled in, from 0.
    pub at: usize,
    /// What is known from those before.
    pub facts: Facts,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Written {
    forms: Vec<String>,
    at: usize,
    facts: Json,
}

impl Bundle {
    /// What the draft of the form in front keeps of it; nothing of a form that stands alone.
    pub fn to_keep(&self) -> Option<Changed> {
        if self.forms.len() < 2 {
            return None;
        }
        let written = Written { forms: self.forms.clone(), at: self.at, facts: self.facts.write() };
        let stored = serde_json::to_vec(&written).ok()?;
        Some(Changed { place: Place { field: TOGETHER.to_owned(), item: None }, stored: Some(stored) })
    }

    /// What was kept with the draft of this form. What cannot be read leaves the form alone.
    pub fn of_draft(form: &Form, kept: Option<&[u8]>, forms: &[&Form]) -> Self {
        let written = kept.and_then(|bytes| serde_json::from_slice::<Written>(bytes).ok());
        match written.filter(|written| written.forms.get(written.at) == Some(&form.id)) {
            Some(Written { forms: ids, at, facts }) => Self { forms: ids, at, facts: Facts::read(&facts, forms) },
            None => Self { forms: vec![form.id.clone()], ..Self::default() },
        }
    }
}
