//! Symbols typed on a keyboard → characters, for scripts that cannot be typed a key at a time.
//!
//! Today that is Bopomofo. The dictionary is inside the program; nothing is read from or written
//! to disk, nothing is learned from what is typed, and nothing is kept between two calls. Knows
//! nothing of keys, screens, visits or packs.

mod candidates;
mod dictionary;
mod lattice;
mod reading;
mod sentence;
mod syllable;

use dictionary::Dictionary;

/// How many symbols (Unicode scalar values) of an input are looked at; the rest is ignored.
pub const MAX_SYMBOLS: usize = 120;

/// Turns Bopomofo into Traditional Chinese characters.
///
/// Holds some 15 MB once loaded; `Sync`, so one serves all.
pub struct Bopomofo {
    dictionary: Dictionary,
}

/// What the symbols may mean.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Composition {
    /// Likeliest reading of all symbols. What is not Bopomofo, or no known syllable, stands in it
    /// as typed.
    pub sentence: String,
    /// Characters for the leading symbols: the longest phrases first, then single characters;
    /// among those of equal length the likeliest first. Every text once.
    pub candidates: Vec<Candidate>,
}

/// Characters for the leading symbols.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Candidate {
    /// The characters.
    pub text: String,
    /// How many of the leading symbols (Unicode scalar values) they use up, at least one.
    pub symbols: usize,
}

/// Why the dictionary could not be used.
#[derive(Debug, thiserror::Error)]
pub enum LoadError {
    /// It could not be unpacked.
    #[error("the dictionary cannot be unpacked: {0}")]
    Unpack(#[from] std::io::Error),
    /// A line is not a reading followed by words with their frequencies.
    #[error("the dictionary's line {line} cannot be read")]
    Line {
        /// Counted from 1.
        line: usize,
    },
    /// It holds more than can be addressed.
    #[error("the dictionary is too large")]
    TooLarge,
}

impl LoadError {
    /// Names the failure for screens and logs.
    pub fn code(&self) -> &'static str {
        match self {
            Self::Unpack(_) => "bopomofo-dictionary-not-unpacked",
            Self::Line { .. } => "bopomofo-dictionary-line",
            Self::TooLarge => "bopomofo-dictionary-too-large",
        }
    }
}

impl Bopomofo {
    /// Loads the dictionary that comes with the program; takes some tenths of a second.
    ///
    /// # Errors
    /// When the dictionary inside the program is damaged.
    pub fn load() -> Result<Self, LoadError> {
        let phrases = zstd::decode_all(PHRASES)?;
        let phrases =
            String::from_utf8(phrases).map_err(|error| std::io::Error::new(std::io::ErrorKind::InvalidData, error))?;
        Self::read(&[&phrases, SERVICE_WORDS])
    }

    /// Loads dictionaries of one's own, each a text in the form told in `data/README.md`.
    ///
    /// # Errors
    /// When a line is not in that form, or the texts are larger than can be addressed.
    pub fn read(texts: &[&str]) -> Result<Self, LoadError> {
        Ok(Self { dictionary: Dictionary::read(texts)? })
    }

    /// The characters that `symbols` may stand for.
    ///
    /// Takes syllables one after the other. A tone mark ends a syllable (`ˉ` may be typed for the
    /// first tone), and so does a space; without either the next initial does. A syllable without
    /// a tone mark may have any tone, the first being likeliest; one of which there is only the
    /// initial, or that is last and unfinished, may be any that begins so.
    #[must_use]
    pub fn compose(&self, symbols: &str) -> Composition {
        let reading = reading::Reading::of(symbols, MAX_SYMBOLS);
        Composition {
            sentence: sentence::likeliest(&self.dictionary, &reading),
            candidates: candidates::leading(&self.dictionary, &reading),
        }
    }
}

/// See `data/README.md` for where it comes from and under which licence.
const PHRASES: &[u8] = include_bytes!("../data/phrases.tsv.zst");
/// What is said at a counter and is not in the general dictionary.
const SERVICE_WORDS: &str = include_str!("../data/service-words.tsv");
