//! A language as data: the files of `locales/<tag>/spoken/`, compiled in.
//!
//! Adding a language is adding a folder. Knows no kind of value; it hands out what the kinds need.

use std::{
    collections::BTreeMap,
    sync::{Arc, LazyLock, Mutex, PoisonError},
};

use include_dir::{Dir, include_dir};
use rust_decimal::Decimal;
use serde::{Deserialize, de::DeserializeOwned};

use crate::{
    aloud::{Aloud, AloudData},
    numeral::{Lexicon, NumeralData},
    pattern::{Pattern, PatternError, Tables},
    phrases::{PhraseData, Phrases},
    speller::SpellerData,
    spelling::{Alphabet, AlphabetData},
    text,
    write::WriterData,
};

static LOCALES: Dir<'static> = include_dir!("$CARGO_MANIFEST_DIR/../../locales");
static OPENED: LazyLock<Mutex<BTreeMap<String, Language>>> = LazyLock::new(Mutex::default);

/// One language's words and rules.
#[derive(Debug, Clone)]
pub struct Language(Arc<Inner>);

#[derive(Debug)]
pub(crate) struct Inner {
    pub tag: String,
    pub lexicon: Lexicon,
    pub tables: Tables,
    pub patterns: BTreeMap<String, Vec<Pattern>>,
    pub grammar: Habits,
    pub phrases: Phrases,
    pub alphabet: Alphabet,
    pub say: SpellerData,
    pub write: WriterData,
    pub aloud: Aloud,
}

/// `grammar.toml`: the patterns of each kind of value and the words in them.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
struct GrammarData {
    habits: Habits,
    tables: BTreeMap<String, BTreeMap<String, Decimal>>,
    patterns: BTreeMap<String, Vec<String>>,
}

/// What people of a language take for granted.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Habits {
    /// Country whose numbers are meant when none is named, ISO 3166.
    pub country: Option<String>,
    /// Further countries whose telephone numbers may be meant, believed less.
    pub neighbours: Vec<String>,
    /// Currency that is meant when none is named, ISO 4217.
    pub currency: String,
    /// Whether it is asked for where neither visitor nor form names one.
    pub asks_currency: bool,
    /// Which dollar is meant where the form asks for none, ISO 4217; otherwise it is asked.
    pub dollar: Option<String>,
    /// Years of one to three digits may count from this year (1911 for the Republic of China).
    pub era_year: Option<i16>,
    /// ISO 4217 codes by their place in the table `currency`; `own` is the form's, `dollar` the form's if that
    /// is a dollar.
    pub currencies: Vec<String>,
}

/// A language that cannot be opened.
#[derive(Debug, Clone, thiserror::Error)]
pub enum LanguageError {
    /// There is no folder for it.
    #[error("there is no locales/{0}/spoken")]
    Unknown(String),
    /// One of its files cannot be read.
    #[error("locales/{language}/spoken/{file}: {problem}")]
    File {
        /// Tag of the language.
        language: String,
        /// Name of the file.
        file: &'static str,
        /// What the reader says.
        problem: String,
    },
}

impl LanguageError {
    /// A code for screens.
    pub fn code(&self) -> &'static str {
        match self {
            Self::Unknown(_) => "spoken-language-unknown",
            Self::File { .. } => "spoken-language-broken",
        }
    }
}

impl Language {
    /// The language with this tag; opened once.
    pub fn of(tag: &str) -> Result<Self, LanguageError> {
        let mut opened = OPENED.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(language) = opened.get(tag) {
            return Ok(language.clone());
        }
        let language = Self(Arc::new(Inner::read(tag)?));
        opened.insert(tag.to_owned(), language.clone());
        Ok(language)
    }

    /// Tags of all languages that can be spoken.
    pub fn tags() -> Vec<String> {
        let folders = LOCALES.dirs().filter(|folder| folder.get_dir(folder.path().join("spoken")).is_some());
        folders.map(|folder| folder.path().display().to_string()).collect()
    }

    /// Its tag.
    pub fn tag(&self) -> &str {
        &self.0.tag
    }

    pub(crate) fn data(&self) -> &Inner {
        &self.0
    }
}

impl Inner {
    fn read(tag: &str) -> Result<Self, LanguageError> {
        if LOCALES.get_dir(format!("{tag}/spoken")).is_none() {
            return Err(LanguageError::Unknown(tag.to_owned()));
        }
        let grammar: GrammarData = file(tag, "grammar.toml")?;
        let tables = tables(&grammar);
        let patterns = compile(&grammar.patterns, &tables).map_err(|problem| LanguageError::File {
            language: tag.to_owned(),
            file: "grammar.toml",
            problem: problem.to_string(),
        })?;
        Ok(Self {
            tag: tag.to_owned(),
            lexicon: Lexicon::new(&file::<NumeralData>(tag, "numerals.toml")?),
            tables,
            patterns,
            grammar: grammar.habits,
            phrases: Phrases::new(file::<PhraseData>(tag, "phrases.toml")?),
            alphabet: Alphabet::new(file::<AlphabetData>(tag, "alphabet.toml")?),
            say: file(tag, "say.toml")?,
            write: file(tag, "write.toml")?,
            aloud: aloud(tag)?,
        })
    }

    /// The patterns of a kind.
    pub fn patterns(&self, kind: &str) -> &[Pattern] {
        self.patterns.get(kind).map(Vec::as_slice).unwrap_or_default()
    }
}

fn aloud(tag: &str) -> Result<Aloud, LanguageError> {
    let data: AloudData = file(tag, "aloud.toml")?;
    data.open(text_of(tag, "aloud.toml")?).map_err(|problem| LanguageError::File {
        language: tag.to_owned(),
        file: "aloud.toml",
        problem,
    })
}

fn text_of(tag: &str, name: &str) -> Result<&'static str, LanguageError> {
    let file = LOCALES.get_file(format!("{tag}/spoken/{name}")).and_then(|file| file.contents_utf8());
    file.ok_or_else(|| LanguageError::Unknown(format!("{tag}/spoken/{name}")))
}

fn file<T: DeserializeOwned>(tag: &str, name: &'static str) -> Result<T, LanguageError> {
    toml::from_str(text_of(tag, name)?).map_err(|problem| LanguageError::File {
        language: tag.to_owned(),
        file: name,
        problem: problem.to_string(),
    })
}

fn tables(grammar: &GrammarData) -> Tables {
    let fold = |words: &BTreeMap<String, Decimal>| {
        let mut folded: Vec<_> = words.iter().map(|(word, value)| (text::fold(word), *value)).collect();
        folded.sort_by_key(|(word, _)| std::cmp::Reverse(word.len()));
        folded.dedup();
        folded
    };
    grammar.tables.iter().map(|(name, words)| (name.clone(), fold(words))).collect()
}

fn compile(
    sources: &BTreeMap<String, Vec<String>>,
    tables: &Tables,
) -> Result<BTreeMap<String, Vec<Pattern>>, PatternError> {
    sources
        .iter()
        .map(|(kind, lines)| {
            let patterns = lines.iter().map(|line| Pattern::new(line, tables)).collect::<Result<_, _>>()?;
            Ok((kind.clone(), patterns))
        })
        .collect()
}
