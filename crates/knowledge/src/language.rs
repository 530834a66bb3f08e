//! A language as data: the files of `locales/<tag>/search/`, compiled in.
//!
//! Adding a language is adding a folder. What is not there is empty: an unknown language is still
//! searched by the script in which it is written. Knows no question and no pack.

use std::collections::BTreeMap;

use include_dir::{Dir, include_dir};
use serde::Deserialize;

static LOCALES: Dir<'static> = include_dir!("$CARGO_MANIFEST_DIR/../../locales");

/// `analysis.toml` of a language.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct LanguageData {
    /// Name of a Snowball stemmer (`english`), for languages that have one.
    pub stemmer: Option<String>,
    /// Phrases that carry no meaning in a question.
    pub fillers: Vec<String>,
    /// Words that say little about the subject.
    pub light: Vec<String>,
    /// Endings that a word may carry in a question and mean the same without: "berapakah".
    pub particles: Vec<String>,
    /// How amounts are asked for and named.
    pub amounts: Amounts,
    /// Beginnings and endings that are cut off words.
    pub affixes: Affixes,
    /// How a follow-up without a subject is known.
    pub follow_up: FollowUp,
    /// How two questions in one utterance are known.
    pub parts: Parts,
    /// How a request for advice is known, by kind of advice.
    pub advice: BTreeMap<String, AdviceCues>,
    /// Groups of terms that mean nearly the same; from `lexicon.txt`.
    #[serde(skip)]
    pub lexicon: Vec<Vec<String>>,
    /// How people talk, whatever the subject; from `speech.txt`, one utterance a line.
    #[serde(skip)]
    pub speech: Vec<String>,
    /// How people want advice, and what only sounds like it, by section; from `advice.txt`.
    #[serde(skip)]
    pub advised: BTreeMap<String, Vec<String>>,
}

/// Particles, inflections and affixes.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Affixes {
    /// Cut off the beginning of a word.
    pub prefixes: Vec<String>,
    /// Cut off the end of a word.
    pub suffixes: Vec<String>,
    /// Characters that must be left of a word.
    pub keep: usize,
}

/// Words by which a question leans on the last answer.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct FollowUp {
    /// Words that stand for the subject of the last answer.
    pub pronouns: Vec<String>,
    /// Words with which such a question opens.
    pub openers: Vec<String>,
    /// Questions that name an aspect and no subject.
    pub aspects: Vec<String>,
    /// Aspects that are asked of the place itself when nothing was said before: "what time do you
    /// close?"
    pub of_the_place: Vec<String>,
}

/// Amounts: fees, days, hours.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Amounts {
    /// Words by which an amount is asked for.
    pub asks: Vec<String>,
    /// Units, each in all its spellings; a sign stands before its number, a word after it.
    pub units: Vec<Vec<String>>,
}

/// Words between two questions.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Parts {
    /// Words that join questions. `,` before them: only after a pause. What stands after `|` belongs
    /// to the second question.
    pub joints: Vec<String>,
    /// Words by which a clause asks something.
    pub asks: Vec<String>,
    /// Endings after which a clause may end without a mark.
    pub endings: Vec<String>,
}

/// Words by which a request for advice is known.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct AdviceCues {
    /// Enough by themselves, whatever the pack answers.
    pub phrases: Vec<String>,
    /// What is spoken of by whoever wants it; they teach, and decide nothing by themselves.
    pub words: Vec<String>,
}

impl AdviceCues {
    /// All of them.
    pub fn all(&self) -> impl Iterator<Item = &String> {
        self.phrases.iter().chain(&self.words)
    }
}

/// A language folder that cannot be read.
#[derive(Debug, thiserror::Error)]
#[error("locales/{language}/search/analysis.toml: {source}")]
pub struct LanguageError {
    language: String,
    source: toml::de::Error,
}

impl LanguageData {
    /// Reads a language's folder; a language without one is empty.
    pub fn of(language: &str) -> Result<Self, LanguageError> {
        let mut data = match file(language, "analysis.toml") {
            Some(text) => {
                toml::from_str(text).map_err(|source| LanguageError { language: language.to_owned(), source })?
            }
            None => Self::default(),
        };
        data.lexicon = file(language, "lexicon.txt").map(groups).unwrap_or_default();
        data.speech = file(language, "speech.txt").map(utterances).unwrap_or_default();
        data.advised = file(language, "advice.txt").map(sections).unwrap_or_default();
        Ok(data)
    }
}

/// The texts that a language's data is read from: what was worked out holds as long as they do.
pub fn written(language: &str) -> impl Iterator<Item = &'static str> {
    let names = ["analysis.toml", "lexicon.txt", "speech.txt", "advice.txt"];
    names.into_iter().map(move |name| file(language, name).unwrap_or_default())
}

fn file(language: &str, name: &str) -> Option<&'static str> {
    LOCALES.get_file(format!("{language}/search/{name}"))?.contents_utf8()
}

fn groups(text: &str) -> Vec<Vec<String>> {
    let terms = |line: &str| line.split('|').map(|term| term.trim().to_owned()).filter(|t| !t.is_empty()).collect();
    lines(text).map(terms).collect()
}

fn utterances(text: &str) -> Vec<String> {
    lines(text).map(str::to_owned).collect()
}

/// Utterances by the `[name]` that stands above them.
fn sections(text: &str) -> BTreeMap<String, Vec<String>> {
    let mut sections: BTreeMap<String, Vec<String>> = BTreeMap::new();
    let mut name = "";
    for line in lines(text) {
        match line.strip_prefix('[').and_then(|rest| rest.strip_suffix(']')) {
            Some(next) => name = next,
            None => sections.entry(name.to_owned()).or_default().push(line.to_owned()),
        }
    }
    sections
}

/// Lines that say something: neither empty nor a comment.
fn lines(text: &str) -> impl Iterator<Item = &str> {
    text.lines().map(str::trim).filter(|line| !line.is_empty() && !line.starts_with('#'))
}
