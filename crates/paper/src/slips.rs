//! The small sheets: an answer to take along, a payment, a place in the queue, a wish for an appointment,
//! a notice, how far an application is, what happened during a visit.
//!
//! Days, times and amounts arrive as people write them. It must never know where they come from.

use kaunter_forms::Bilingual;
use serde::Serialize;

use crate::{Languages, Stock};

/// A label and what stands beside it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Line {
    /// What it is.
    pub label: Bilingual,
    /// What it says.
    pub text: Bilingual,
}

/// An answer as it was shown: a quotation with its source.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct AnswerSlip {
    /// The citizen's language, and the office's.
    #[serde(skip)]
    pub languages: Languages,
    /// What it goes on.
    #[serde(skip)]
    pub stock: Stock,
    /// What was asked, if it may stand on paper.
    pub question: Option<String>,
    /// The quotation, word for word; paragraphs are set apart by line breaks.
    pub quotation: String,
    /// Title of the document.
    pub source: String,
    /// Section of it.
    pub section: Option<String>,
    /// Version of the document, usually its date.
    pub version: String,
}

/// What is to be paid, and where. It never carries data of a card.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct PaymentSlip {
    /// The citizen's language, and the office's.
    #[serde(skip)]
    pub languages: Languages,
    /// What it goes on.
    #[serde(skip)]
    pub stock: Stock,
    /// What is paid for.
    pub purpose: Bilingual,
    /// The amount with its currency.
    pub amount: Bilingual,
    /// What the cashier types or scans, also as a code.
    pub reference: String,
    /// Last day to pay.
    pub due: Option<Bilingual>,
    /// Where to pay.
    pub place: Bilingual,
    /// What makes up the amount.
    pub items: Vec<Line>,
}

/// A place in the queue.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct QueueTicket {
    /// The citizen's language, and the office's.
    #[serde(skip)]
    pub languages: Languages,
    /// What it goes on.
    #[serde(skip)]
    pub stock: Stock,
    /// The number that is called.
    pub number: String,
    /// What for.
    pub service: Bilingual,
    /// Where to wait or to go.
    pub counter: Option<Bilingual>,
    /// When it was drawn.
    pub drawn: Bilingual,
    /// How many are before it.
    pub before: Option<u16>,
}

/// A wish for an appointment; it is none before somebody has confirmed it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct AppointmentRequest {
    /// The citizen's language, and the office's.
    #[serde(skip)]
    pub languages: Languages,
    /// What it goes on.
    #[serde(skip)]
    pub stock: Stock,
    /// What it is a wish for.
    pub purpose: Bilingual,
    /// Number under which it can be asked after.
    pub number: String,
    /// What for, when, how to be reached.
    pub wishes: Vec<Line>,
    /// How the office answers.
    pub answered_by: Bilingual,
}

/// An emergency notice.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct EmergencyNotice {
    /// The citizen's language, and the office's.
    #[serde(skip)]
    pub languages: Languages,
    /// What it goes on.
    #[serde(skip)]
    pub stock: Stock,
    /// What it is about.
    pub title: String,
    /// What to do; paragraphs are set apart by line breaks.
    pub body: String,
    /// From when it holds.
    pub from: String,
    /// Until when.
    pub until: Option<String>,
    /// Who says so.
    pub source: String,
}

/// How far an application is, by the agency's own list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct StatusSlip {
    /// The citizen's language, and the office's.
    #[serde(skip)]
    pub languages: Languages,
    /// What it goes on.
    #[serde(skip)]
    pub stock: Stock,
    /// The reference number, as it was looked up.
    pub number: String,
    /// How far it is, in the agency's words.
    pub status: String,
    /// Since when.
    pub since: Option<Bilingual>,
    /// What to do next, in the agency's words.
    pub next: Option<String>,
    /// When the list was made: how old the news is. Nothing where the agency did not say.
    pub as_of: Option<Bilingual>,
    /// Whose list it is.
    pub source: Bilingual,
}

/// What happened during a visit.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct VisitReceipt {
    /// The citizen's language, and the office's.
    #[serde(skip)]
    pub languages: Languages,
    /// What it goes on.
    #[serde(skip)]
    pub stock: Stock,
    /// When the visit ended.
    pub ended: Bilingual,
    /// What was done: the form with its number and state, the ticket, the question that was noted.
    pub done: Vec<Line>,
    /// What comes next.
    pub next: Vec<String>,
}
