//! A finished form that an officer corrects, as the screens show it.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{Both, DeskLine, FormLine, FormQuestion};

/// A form that is being corrected. Nothing of it is kept before somebody has said why.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Correction {
    /// The form as it stands in the list.
    pub line: DeskLine,
    /// The question in front, in the office's language; none when everything is answered.
    pub question: Option<Box<FormQuestion>>,
    /// What is different from before.
    pub changes: Vec<Corrected>,
    /// What keeps it from being kept.
    pub outstanding: Vec<FormLine>,
}

/// An answer that is different from before.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Corrected {
    /// Key of its place.
    pub place: String,
    /// Its name.
    pub label: Both,
    /// What was handed in, or kept last; empty where nothing was.
    pub before: Both,
    /// What it is to be; empty where the question is no longer asked, or was left out.
    pub after: Both,
    /// Worked out, not asked.
    pub computed: bool,
}

/// Why an answer is corrected.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "kebab-case")]
pub enum CorrectionReason {
    /// The kiosk took something else than what was said or meant.
    Misheard,
    /// The citizen said it wrongly.
    Misstated,
    /// A paper that was shown says otherwise.
    PaperDiffers,
    /// It has changed since the form was handed in.
    ChangedSince,
}

impl CorrectionReason {
    /// As it stands in the sealed form and in the trail.
    pub fn code(self) -> &'static str {
        match self {
            Self::Misheard => "misheard",
            Self::Misstated => "misstated",
            Self::PaperDiffers => "paper-differs",
            Self::ChangedSince => "changed-since",
        }
    }
}
