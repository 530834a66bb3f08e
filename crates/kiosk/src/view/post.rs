//! What the screens show of the way to the agency: how far a form has come, how an application stands, and for staff
//! what waits and what failed.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::Problem;
use crate::said::Said;

/// How far a finished form has come, as the citizen is told.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(tag = "is", rename_all = "kebab-case", rename_all_fields = "camelCase")]
pub enum FormWay {
    /// It is kept on this machine, and goes by a person's hand: this kiosk reaches no agency.
    KeptHere,
    /// It is kept on this machine and goes when there is a connection.
    Waiting,
    /// The agency said that it has it, and the word was verified.
    Received {
        /// When, by the agency's clock, RFC 3339.
        at: String,
    },
    /// The agency did not take it; a person looks.
    SetAside {
        /// Why; `problem-<code>` is the sentence.
        code: String,
    },
}

/// How an application stands, by its reference number.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct StatusCheck {
    /// The number that was asked for; empty before.
    pub asked: Said,
    /// What came of it; nothing before a number was asked for.
    pub outcome: Option<StatusOutcome>,
    /// When the agency's list was made, RFC 3339: how old the news is.
    pub as_of: Option<String>,
}

/// What is known of a reference number.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(tag = "is", rename_all = "kebab-case", rename_all_fields = "camelCase")]
pub enum StatusOutcome {
    /// It is being looked for.
    Looking,
    /// It is in the agency's list.
    Found {
        /// The agency's words.
        status: Said,
        /// Since when, RFC 3339.
        since: Option<String>,
        /// What to do next, in the agency's words.
        next: Option<Said>,
    },
    /// It is not in the list, or the second thing is another.
    NotFound,
}

/// How the agency is reached.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(tag = "is", rename_all = "kebab-case", rename_all_fields = "camelCase")]
pub enum AgencyLink {
    /// No agency knows this kiosk yet.
    NotEnrolled,
    /// It answered when it was last asked.
    Reached,
    /// It does not answer.
    OutOfReach {
        /// Since when, RFC 3339; nothing where it has not answered since the start.
        since: Option<String>,
    },
    /// Nothing is sent before a person has seen to it.
    Stopped {
        /// Why.
        code: String,
    },
}

/// The officer's page about the agency.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct AgencyDesk {
    /// How it is reached.
    pub link: AgencyLink,
    /// Why the last try to join an agency failed.
    pub refused: Option<Problem>,
    /// When it last answered, RFC 3339.
    pub last_contact: Option<String>,
    /// Finished forms that wait to be sent.
    pub waiting: u32,
    /// Forms that the agency did not take.
    pub set_aside: Vec<SetAsideForm>,
    /// A pack that is being fetched.
    pub coming: Option<PackComing>,
    /// Why the last pack that was fetched was not taken.
    pub pack_refused: Option<Problem>,
    /// What keeps forms or packs from being kept.
    pub trouble: Option<Problem>,
    /// Folders of sticks that are plugged in.
    pub sticks: Vec<String>,
    /// What was last done with a stick.
    pub stick: Option<StickReport>,
}

/// A pack that is being fetched.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct PackComing {
    /// `<id> <version>`.
    pub pack: String,
    /// How much of it is here, 0 to 100.
    pub percent: u8,
}

/// A form, or a correction of one, that the agency did not take.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct SetAsideForm {
    /// Names it in acts: a form and its corrections share a number.
    pub letter: String,
    /// What the form is called.
    pub number: String,
    /// Which correction of the form it is, from 1; nothing for the form as it was handed in.
    pub correction: Option<u32>,
    /// Why; `problem-<code>` is the sentence.
    pub code: String,
}

/// What was done with a stick.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(tag = "is", rename_all = "kebab-case", rename_all_fields = "camelCase")]
pub enum StickReport {
    /// It is being written or read: it must not be pulled out.
    Busy,
    /// Forms lie on it, whole; it may be pulled out.
    Written {
        /// How many.
        forms: u32,
    },
    /// What was on it was taken in; it may be pulled out.
    TakenIn {
        /// Receipts for forms.
        receipts: u32,
        /// Packs.
        packs: u32,
        /// Notices.
        notices: u32,
        /// Models that hear; they do once the program is started again.
        models: u32,
        /// Files that should lie there, by the agency's list, and do not, or not whole.
        missing: u32,
        /// Files that are not what they say, or another agency's.
        refused: u32,
    },
    /// It did not work; what was there before is still there.
    Failed {
        /// Why.
        problem: Problem,
    },
}
