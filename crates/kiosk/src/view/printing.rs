//! The printer, and papers on their way, as the screens show them.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::said::Said;

/// How the printer is, as last heard. Codes are those of `problem-<code>` and `officer-<code>` in `locales`, the
/// worst first.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(tag = "is", rename_all = "kebab-case", rename_all_fields = "camelCase")]
pub enum PrinterCard {
    /// This kiosk has none.
    #[default]
    None,
    /// It has not answered yet.
    Unknown,
    /// A paper sent now would come out now.
    Ready {
        /// What somebody should know all the same.
        codes: Vec<String>,
    },
    /// Somebody has to see to it first.
    Hindered {
        /// Why.
        codes: Vec<String>,
    },
    /// It does not answer.
    OutOfReach {
        /// Why.
        code: String,
    },
}

/// A paper that was asked for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct PaperCard {
    /// Names it in acts.
    pub job: String,
    /// How far it has come.
    pub state: PaperState,
}

/// What a small paper says.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(tag = "slip", rename_all = "kebab-case", rename_all_fields = "camelCase")]
pub enum SlipOf {
    /// A quotation of the reply in front, with its source and the date of that.
    Answer {
        /// Its id.
        quote: String,
    },
    /// The ticket of the call for a person.
    Ticket,
    /// The notice in front.
    Notice {
        /// Its id.
        notice: String,
    },
    /// How far the application in front is.
    Status {
        /// Its reference number, as it was asked for.
        reference: Said,
    },
    /// What happened during the visit that has just ended.
    Receipt,
    /// A slip of a form that was handed in: what is to be paid, wished or waited for.
    OfForm {
        /// What the form is called.
        number: String,
        /// Id of the slip.
        id: String,
    },
}

/// A slip that a finished form yields.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct FormSlip {
    /// Names it in acts.
    pub id: String,
    /// What kind of slip it is.
    pub kind: FormSlipKind,
    /// What is paid, wished or waited for.
    pub title: String,
    /// How much is to be paid.
    pub amount: Option<String>,
}

/// What a slip is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "kebab-case")]
pub enum FormSlipKind {
    /// What is to be paid.
    Payment,
    /// A wish for an appointment.
    Appointment,
    /// The number that is called.
    Queue,
}

/// A small paper that was asked for during this visit.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct SlipCard {
    /// What it says.
    pub of: SlipOf,
    /// How far it has come.
    pub paper: PaperCard,
}

/// A form as it would be printed now.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(tag = "is", rename_all = "kebab-case", rename_all_fields = "camelCase")]
pub enum Proof {
    /// It is being set.
    Setting,
    /// It is there.
    Drawn {
        /// Each page, a PNG in Base64.
        pages: Vec<Said>,
    },
    /// It cannot be printed as it is.
    Failed {
        /// Why.
        code: String,
        /// What the sentence names: the character that no font has.
        detail: Option<Said>,
    },
}

/// How far a paper has come.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(tag = "is", rename_all = "kebab-case", rename_all_fields = "camelCase")]
pub enum PaperState {
    /// It is being set and handed over.
    Sending,
    /// The printer has it.
    Printing,
    /// The printer has it, and somebody has to see to the printer.
    Waiting {
        /// Why, the worst first.
        codes: Vec<String>,
    },
    /// The printer said that it was printed.
    Printed,
    /// It did not come out whole, and will not.
    Failed {
        /// Why.
        code: String,
        /// What the sentence names: the character that no font has.
        detail: Option<Said>,
    },
    /// It may have come out: a person has to look.
    Unknown {
        /// Why.
        code: String,
    },
}

impl PaperState {
    /// Whether nothing more will come of it by itself.
    pub(crate) fn is_over(&self) -> bool {
        matches!(self, Self::Printed | Self::Failed { .. } | Self::Unknown { .. })
    }
}
