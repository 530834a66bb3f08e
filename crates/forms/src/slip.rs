//! Small papers that a finished form yields: what is to be paid, the wish for an appointment, the number that is called.
//!
//! They say nothing that the form does not say. It must never know of printers, nor whether one was printed.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use serde_json::Value as Json;

use crate::{
    definition::{Day, Form, Kind},
    document::{Bilingual, Writer},
    journey::Journey,
    json,
    rule::{Held, Rule},
    say::{self, Identity},
    value::{Place, Value},
};

/// A small paper of a form.
#[derive(Debug, Clone, PartialEq)]
pub struct Slip {
    /// Its id; words under `slip-<id>`.
    pub id: String,
    /// What it is for.
    pub kind: SlipKind,
    /// Only then.
    pub when: Option<Rule>,
}

/// What a small paper is for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum SlipKind {
    /// What is to be paid, and where. Nothing to pay, no slip.
    Payment {
        /// The field with the amount.
        amount: String,
        /// Fields that say what makes it up.
        shows: Vec<String>,
        /// Last day to pay.
        due: Option<Day>,
    },
    /// A wish for an appointment.
    Appointment {
        /// Fields that say what for and when.
        shows: Vec<String>,
    },
    /// The form's number, by which its owner is called.
    Queue,
}

impl SlipKind {
    /// Its name in `form.toml`.
    pub fn name(&self) -> &'static str {
        match self {
            Self::Payment { .. } => "payment",
            Self::Appointment { .. } => "appointment",
            Self::Queue => "queue",
        }
    }

    /// Fields that it shows beside the amount.
    pub(crate) fn shows(&self) -> &[String] {
        match self {
            Self::Payment { shows, .. } | Self::Appointment { shows } => shows,
            Self::Queue => &[],
        }
    }

    /// The attribute of its words that has to be there beside its title.
    pub(crate) fn attribute(&self) -> &'static str {
        match self {
            Self::Payment { .. } | Self::Queue => "place",
            Self::Appointment { .. } => "answer",
        }
    }
}

/// Whether a slip can show what answers of this kind say.
pub(crate) fn can_show(kind: &Kind) -> bool {
    !matches!(kind, Kind::Signature | Kind::Picture)
}

/// A small paper as it stands in a finished form.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "kebab-case", deny_unknown_fields)]
pub enum FilledSlip {
    /// What is to be paid, and where.
    Payment {
        /// Its id.
        id: String,
        /// What is paid for.
        title: Bilingual,
        /// How much.
        amount: FilledValue,
        /// Last day to pay.
        #[serde(skip_serializing_if = "Option::is_none", default)]
        due: Option<FilledValue>,
        /// Where to pay.
        place: Bilingual,
        /// What makes up the amount.
        lines: Vec<FilledLine>,
    },
    /// A wish for an appointment.
    Appointment {
        /// Its id.
        id: String,
        /// What it is called.
        title: Bilingual,
        /// What for, when, how to be reached.
        lines: Vec<FilledLine>,
        /// How the office answers.
        answer: Bilingual,
    },
    /// The form's number, by which its owner is called.
    Queue {
        /// Its id.
        id: String,
        /// What for.
        title: Bilingual,
        /// Where to wait.
        place: Bilingual,
    },
}

/// A value, and how people write it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FilledValue {
    /// The typed value.
    pub value: Json,
    /// As people write it.
    pub written: Bilingual,
}

/// A label and what stands beside it. Identity numbers are masked: slips are seen by many.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FilledLine {
    /// What it is.
    pub label: Bilingual,
    /// What was answered.
    pub written: Bilingual,
}

impl FilledSlip {
    /// Its id.
    pub fn id(&self) -> &str {
        match self {
            Self::Payment { id, .. } | Self::Appointment { id, .. } | Self::Queue { id, .. } => id,
        }
    }

    /// How much is to be paid, as people write it.
    pub fn amount(&self) -> Option<&Bilingual> {
        match self {
            Self::Payment { amount, .. } => Some(&amount.written),
            Self::Appointment { .. } | Self::Queue { .. } => None,
        }
    }

    /// What is paid for, wished for or waited for.
    pub fn title(&self) -> &Bilingual {
        match self {
            Self::Payment { title, .. } | Self::Appointment { title, .. } | Self::Queue { title, .. } => title,
        }
    }
}

impl Journey {
    /// The small papers that the answers yield, in the citizen's language and the office's.
    pub fn slips(&self, language: &str, office_language: &str) -> Vec<FilledSlip> {
        let writer = Writer { journey: self, language, office_language };
        let wanted = |slip: &&Slip| slip.when.as_ref().is_none_or(|rule| self.holds(rule, None) == Held::Yes);
        self.form().slips.iter().filter(wanted).filter_map(|slip| writer.slip(slip)).collect()
    }
}

impl Writer<'_> {
    /// Nothing where there is nothing to pay, or it is not known how much.
    fn slip(&self, slip: &Slip) -> Option<FilledSlip> {
        let id = slip.id.clone();
        let title = self.words(|words| words.slip(&slip.id).to_owned());
        let said = self.words(|words| words.of_slip(&slip.id, slip.kind.attribute()).to_owned());
        Some(match &slip.kind {
            SlipKind::Payment { amount, shows, due } => FilledSlip::Payment {
                id,
                title,
                amount: self.amount(amount)?,
                due: due.map(|due| self.day(due.on(self.journey.today()))),
                place: said,
                lines: self.lines(shows),
            },
            SlipKind::Appointment { shows } => {
                FilledSlip::Appointment { id, title, lines: self.lines(shows), answer: said }
            }
            SlipKind::Queue => FilledSlip::Queue { id, title, place: said },
        })
    }

    fn amount(&self, field: &str) -> Option<FilledValue> {
        let place = Place { field: field.to_owned(), item: None };
        match self.journey.value(&place)? {
            Value::Money { amount, .. } if amount.is_zero() || amount.is_sign_negative() => None,
            value @ Value::Money { .. } => {
                Some(FilledValue { value: json::to_json(value), written: self.written(&place) })
            }
            _ => None,
        }
    }

    fn day(&self, day: Date) -> FilledValue {
        let value = Value::Date(day);
        let form: &Form = self.journey.form();
        let written = self.both(|language| say::say(form, None, &value, language, Identity::Whole).written);
        FilledValue { value: json::to_json(&value), written }
    }

    fn lines(&self, shows: &[String]) -> Vec<FilledLine> {
        let line = |field: &String| {
            let written = self.written(&Place { field: field.clone(), item: None });
            let label = self.words(|words| words.label(field).to_owned());
            (!written.citizen.is_empty()).then_some(FilledLine { label, written })
        };
        shows.iter().filter_map(line).collect()
    }

    fn written(&self, place: &Place) -> Bilingual {
        self.both(|language| self.journey.say(place, language, Identity::Masked).written)
    }
}
