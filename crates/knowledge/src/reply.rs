//! What can come back when somebody asks. Every text in it stands word for word in the pack.

use jiff::civil::Date;
use kaunter_pack::model::Advice;
use serde::Serialize;

/// The reply to everything that was asked at once.
#[derive(Debug, Clone)]
pub struct Reply {
    /// The question's parts in the order in which they were asked; one, for most questions.
    pub parts: Vec<Part>,
    /// The best entries and passages for the question taken as a whole, best first, at most five;
    /// also when nothing is answered.
    pub hits: Vec<Hit>,
    /// That the best hit for the whole question answers it, 0..=1, calibrated on the pack.
    pub confidence: f64,
    /// Emergency notices that concern the question, by id; they come before everything else.
    /// Whether they are live is for who knows the time.
    pub emergencies: Vec<String>,
    /// What a follow-up without a subject will be understood from.
    pub context: Context,
}

/// One part of a question and what is known about it.
#[derive(Debug, Clone)]
pub struct Part {
    /// The words of this part as they were asked.
    pub asked: String,
    /// What is said.
    pub outcome: Outcome,
    /// That the best hit answers the question, 0..=1, calibrated on the pack.
    pub confidence: f64,
    /// The best entries and passages, best first, at most five; also when nothing is answered.
    pub hits: Vec<Hit>,
}

/// What is said to one part of a question.
#[derive(Debug, Clone)]
pub enum Outcome {
    /// One quotation answers it.
    Answer(Quotation),
    /// Several are meant about as likely: 2 to 4 entries or passages to choose from.
    Clarify(Vec<Choice>),
    /// Two passages disagree: both, the newer first.
    Conflict(Box<[Quotation; 2]>),
    /// Nothing in the pack answers it.
    Unknown(Unknown),
}

/// Why nothing is quoted, and where to go instead.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unknown {
    /// What the question was about, when that itself is the reason.
    pub advice: Option<Advice>,
    /// Ids of the nearest topics, nearest first, at most three.
    pub topics: Vec<String>,
    /// The nearest entries, to be offered as questions, at most three.
    pub nearest: Vec<Choice>,
}

/// Something that can be chosen instead: an entry or a passage.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Choice {
    /// The entry's id, or `file#section`.
    pub id: String,
    /// The entry's question, or the section's heading.
    pub label: String,
}

/// A scored entry or passage.
#[derive(Debug, Clone, Serialize)]
pub struct Hit {
    /// The entry's id, or `file#section`.
    pub id: String,
    /// Comparable within one question only; higher is better.
    pub score: f64,
    /// What the id names.
    pub kind: HitKind,
}

/// Where a quotation comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum HitKind {
    /// A row of `faq.csv`.
    Faq,
    /// A section of a document.
    Document,
}

/// Text quoted from the pack, byte for byte.
#[derive(Debug, Clone)]
pub struct Quotation {
    /// The entry's id, or `file#section`.
    pub id: String,
    /// What was quoted from.
    pub kind: HitKind,
    /// Byte range in the source: [`kaunter_pack::model::Document::text`], or the entry's answer.
    pub span: std::ops::Range<usize>,
    /// The quoted text, equal to the bytes of `span`.
    pub text: String,
    /// Byte range in `text` of the sentence that answers.
    pub marked: std::ops::Range<usize>,
    /// Where it stands.
    pub citation: Citation,
    /// Why it was chosen.
    pub why: Why,
}

/// Where a quotation stands and until when it holds.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Citation {
    /// Title of the document.
    pub document: String,
    /// Section, as headed there.
    pub section: Option<String>,
    /// Page, as printed on it.
    pub page: Option<String>,
    /// Date of the quoted version.
    pub version: Option<Date>,
    /// First day on which it holds.
    pub valid_from: Option<Date>,
    /// Last day on which it holds.
    pub valid_until: Option<Date>,
}

/// Why a quotation was chosen, for the person who asks "why this answer?".
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Why {
    /// The pack's own phrasing that is nearest to what was asked.
    pub phrasing: Option<String>,
    /// Words of the question that the chosen text shares, in the order in which they were asked.
    pub shared_words: Vec<String>,
}

/// What a follow-up is understood from. It belongs to one visit and dies with it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Context {
    /// The last entry or passage that was answered with.
    pub id: Option<String>,
    /// The subject of the last question, in the pack's words.
    pub subject: Option<String>,
}
