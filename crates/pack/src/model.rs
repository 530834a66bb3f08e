//! What an agency's content pack says, as typed values.
//!
//! Filled by the readers of this crate and only read by everybody else. It knows nothing of search,
//! screens or the file that a value came from, except the places that a quotation must cite.

use std::collections::BTreeMap;

use jiff::{Timestamp, civil::Date};
use kaunter_clips::Clip;
use kaunter_forms::Catalogue;
use serde::Serialize;

/// A BCP 47 tag as the pack writes it: `zh-TW`, `ms`, `ko`, `en`.
pub type LanguageTag = String;

/// Words that exist once per language. Falls back to the office language, then to any language.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Localized(pub BTreeMap<LanguageTag, String>);

/// One agency's content: the whole of what a kiosk may say.
#[derive(Debug, Clone)]
pub struct Pack {
    /// `pack.toml`.
    pub manifest: Manifest,
    /// Questions, answers and documents, by language.
    pub languages: BTreeMap<LanguageTag, LanguageContent>,
    /// Life events and subjects, in the order of `topics.toml`.
    pub topics: Vec<Topic>,
    /// Emergencies and bulletins, in the order of their ids.
    pub notices: Vec<Notice>,
    /// Offices, one per row and language.
    pub directory: Vec<Office>,
    /// Forms without an error, by id.
    pub forms: Catalogue,
    /// Sentences that somebody recorded.
    pub clips: Clips,
    /// BLAKE3 over every file's path and bytes: equal content, equal digest.
    pub digest: [u8; 32],
}

/// `pack.toml`.
#[derive(Debug, Clone)]
pub struct Manifest {
    /// `[a-z0-9-]+`, the agency's own name for this pack.
    pub id: String,
    /// Dotted numbers, compared as numbers: `2026.11.1` < `2026.11.10`.
    pub version: Version,
    /// The agency's name.
    pub agency: Localized,
    /// Languages offered to citizens, in the order of the language screen.
    pub languages: Vec<LanguageTag>,
    /// The language in which officers work.
    pub office_language: LanguageTag,
    /// Release channel (`stable`, `pilot`), if the agency uses any.
    pub channel: Option<String>,
    /// Last day on which anything in the pack may be quoted.
    pub valid_until: Option<Date>,
    /// One character for the agency's seal.
    pub seal: Option<String>,
    /// For staff only: never reachable from a citizen's visit.
    pub internal: bool,
    /// Public keys of age to which filled forms are sealed: each opens them alone.
    pub recipients: Vec<String>,
    /// The bar that the pack sets itself.
    pub golden_bar: GoldenBar,
}

/// A dotted version, compared number by number.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Version(pub Vec<u64>);

/// Shares in 0..=1 that the golden questions must reach before a pack is built.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct GoldenBar {
    /// Of the questions that have an answer: right at first place and answered.
    pub right: f64,
    /// Of the questions expected to be refused: refused.
    pub refused: f64,
}

/// Everything in one language.
#[derive(Debug, Clone, Default)]
pub struct LanguageContent {
    /// Rows of `faq.csv`.
    pub entries: Vec<Entry>,
    /// The Markdown documents, by file name.
    pub documents: Vec<Document>,
    /// Rows of `golden.csv`.
    pub golden: Vec<Golden>,
}

/// Days on which a text may be quoted; both ends included, `None` is open.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Validity {
    /// First day.
    pub from: Option<Date>,
    /// Last day.
    pub until: Option<Date>,
}

/// One row of `faq.csv`.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Entry {
    /// Unique in its language; the same id in another language is the same entry.
    pub id: String,
    /// The question as the agency puts it.
    pub question: String,
    /// Other ways in which people put it.
    pub also_asked: Vec<String>,
    /// The agency's answer, quoted word for word.
    pub answer: String,
    /// Id of a topic.
    pub topic: Option<String>,
    /// A document's file name in this pack, or the title of a document outside it.
    pub source: Option<String>,
    /// The section of the source.
    pub section: Option<String>,
    /// The page of the source, as printed on it.
    pub page: Option<String>,
    /// When the answer may be given.
    pub validity: Validity,
    /// Line in `faq.csv` where the row starts, from 1.
    pub line: u64,
}

/// One Markdown document.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Document {
    /// File name with extension, `fees.md`.
    pub file: String,
    /// Title from the front matter, or the first heading, or the file name.
    pub title: String,
    /// The outside document that this text is taken from.
    pub source: Option<String>,
    /// Date of the version that is quoted.
    pub version: Option<Date>,
    /// When the document may be quoted.
    pub validity: Validity,
    /// Ids of topics.
    pub topics: Vec<String>,
    /// The whole file as text (after a byte order mark), front matter included; offsets count its bytes.
    pub text: String,
    /// Sections in order; together they cover the body.
    pub sections: Vec<Section>,
}

/// A heading and what stands under it, up to the next heading of any level.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Section {
    /// The heading's text exactly as written, or empty before the first heading.
    pub heading: String,
    /// Headings above it, outermost first, itself excluded.
    pub path: Vec<String>,
    /// Byte range of the section's content in [`Document::text`], heading line excluded.
    pub body: std::ops::Range<usize>,
    /// Byte ranges of its blocks (paragraphs, list items, table rows) in [`Document::text`],
    /// Markdown markers excluded at both ends.
    pub blocks: Vec<std::ops::Range<usize>>,
}

impl Document {
    /// What stands under a section's heading, without the white space around it. Of a section without text nothing can be
    /// quoted.
    pub fn told_under(&self, section: &Section) -> &str {
        self.text.get(section.body.clone()).unwrap_or_default().trim()
    }
}

/// Recordings by language, and in it by the name of what they say.
#[derive(Debug, Clone, Default)]
pub struct Clips(pub BTreeMap<LanguageTag, BTreeMap<String, Recording>>);

/// One recording.
#[derive(Debug, Clone)]
pub struct Recording {
    /// The words that it says, as `clips.csv` has them; without them it is never played.
    pub words: Option<String>,
    /// Its sound.
    pub clip: Clip,
    /// Size of its file.
    pub bytes: usize,
}

/// Something that an agency can record, and how far it has come.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Recordable {
    /// The name of its file, without language and ending.
    pub id: String,
    /// What is to be said, as the screens have it today.
    pub words: String,
    /// Whether there is a recording of it.
    pub state: Recorded,
}

/// Whether a sentence is recorded.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Recorded {
    /// No.
    Missing,
    /// Nobody has noted what its recording says.
    NotNoted,
    /// Its recording says other words.
    Outdated,
    /// Yes.
    Recorded,
}

/// One row of `golden.csv`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Golden {
    /// What somebody asks.
    pub question: String,
    /// Ids that are right; empty when the question must be refused.
    pub expected: Vec<String>,
    /// Line in `golden.csv`, from 1.
    pub line: u64,
}

/// A life event on the home screen, or a subject.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Topic {
    /// Unique in the pack.
    pub id: String,
    /// How it is offered.
    pub kind: TopicKind,
    /// Name of an icon of the screens' icon set.
    pub icon: Option<String>,
    /// Name of the tile.
    pub title: Localized,
    /// A few words under it.
    pub summary: Localized,
    /// FAQ ids in the order in which they are offered.
    pub entries: Vec<String>,
    /// Ids of the forms that it gathers, in the order in which they are offered.
    pub forms: Vec<String>,
}

/// How a topic is offered.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TopicKind {
    /// On the home screen: a birth, a move, a death.
    LifeEvent,
    /// In the list of subjects: tax, licences.
    Subject,
}

/// A notice on the idle screen and, for emergencies, ahead of answers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Notice {
    /// Unique in the pack.
    pub id: String,
    /// Whether it outranks answers.
    pub kind: NoticeKind,
    /// From when it is shown.
    pub published: Timestamp,
    /// From when it is no longer shown. Emergencies always have one.
    pub expires: Option<Timestamp>,
    /// Who says so.
    pub issuer: Localized,
    /// One sentence.
    pub title: Localized,
    /// The text, quoted word for word.
    pub body: Localized,
    /// What a question must speak of to be answered by the notice, by language.
    pub keywords: BTreeMap<LanguageTag, Vec<String>>,
}

/// Whether a notice outranks answers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NoticeKind {
    /// Shown ahead of every answer that it concerns.
    Emergency,
    /// Shown on the idle screen.
    Bulletin,
}

/// Advice that a kiosk never gives.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Advice {
    /// Symptoms, medicines, treatment: emergency number and a doctor.
    Health,
    /// What somebody should do in a dispute or before a court: the legal aid office.
    Legal,
    /// Whom to vote for, what to think of a party: nobody's business here.
    Political,
}

/// One office in one language.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Office {
    /// The same office has the same id in every language.
    pub id: String,
    /// Language of this row.
    pub language: LanguageTag,
    /// Name of the office.
    pub name: String,
    /// Public address.
    pub address: String,
    /// Counter, as written on the sign.
    pub counter: String,
    /// Telephone, as written by the agency.
    pub phone: String,
    /// Opening hours in words.
    pub hours: String,
    /// What it does.
    pub services: String,
    /// Whoever asks for this advice is sent to it.
    pub advice: Option<Advice>,
}

impl Advice {
    /// The kind by its name in tables and in languages' data.
    pub fn named(name: &str) -> Option<Self> {
        match name {
            "health" => Some(Self::Health),
            "legal" => Some(Self::Legal),
            "political" => Some(Self::Political),
            _ => None,
        }
    }
}

impl Localized {
    /// The words in `language`, else in `office`, else in any language; empty when there are none.
    pub fn in_language(&self, language: &str, office: &str) -> &str {
        self.0
            .get(language)
            .or_else(|| self.0.get(office))
            .or_else(|| self.0.values().next())
            .map_or("", String::as_str)
    }
}

/// For a pack that sets itself no bar.
impl Default for GoldenBar {
    fn default() -> Self {
        Self { right: 0.85, refused: 0.80 }
    }
}

impl Validity {
    /// Whether a text may be quoted on `day`.
    pub fn holds_on(&self, day: Date) -> bool {
        self.from.is_none_or(|from| from <= day) && self.until.is_none_or(|until| day <= until)
    }
}

impl Notice {
    /// Whether the notice is shown at `now`.
    pub fn is_live(&self, now: Timestamp) -> bool {
        self.published <= now && self.expires.is_none_or(|expires| now < expires)
    }
}

impl std::fmt::Display for Version {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let parts: Vec<String> = self.0.iter().map(u64::to_string).collect();
        f.write_str(&parts.join("."))
    }
}

/// Numbers with dots between them; anything else is no version.
impl std::str::FromStr for Version {
    type Err = NotAVersion;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let number = |part: &str| {
            let digits = part.bytes().all(|byte| byte.is_ascii_digit());
            digits.then(|| part.parse().ok()).flatten().ok_or(NotAVersion)
        };
        text.split('.').map(number).collect::<Result<_, _>>().map(Self)
    }
}

/// A text that is not numbers with dots between them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("not a version: numbers with dots between them")]
pub struct NotAVersion;
