//! A text taken apart into the terms by which texts are compared.
//!
//! Pure: the same text and language data give the same terms. It knows neither packs nor ranking.

mod lexicon;
mod normalise;
mod sound;

use rust_stemmers::{Algorithm, Stemmer};

use crate::language::LanguageData;
use lexicon::Lexicon;
pub use normalise::{Script, normalise, runs, script};
pub use sound::latin as latin_sound;

/// The sides from which two texts can be alike.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Side {
    /// Words, brought to their stems.
    Words,
    /// How it is written: runs of characters.
    Form,
    /// How it sounds: syllables, letters of Hangul, phonetic codes.
    Sound,
    /// What it means: groups of the lexicon.
    Meaning,
}

impl Side {
    /// All of them, in the order of [`Terms::of`].
    pub const ALL: [Self; 4] = [Self::Words, Self::Form, Self::Sound, Self::Meaning];
}

/// A text's terms from every side, with repetition, in order of appearance.
#[derive(Debug, Clone, Default)]
pub struct Terms([Row; 4]);

/// Terms one after the other: a million passages have some hundred million terms.
#[derive(Debug, Clone, Default)]
struct Row {
    text: String,
    /// Byte of `text` after each term.
    ends: Vec<u32>,
}

impl Terms {
    /// The terms from one side.
    pub fn of(&self, side: Side) -> impl ExactSizeIterator<Item = &str> + Clone {
        let row = &self.0[side as usize];
        row.ends.iter().enumerate().map(|(number, end)| {
            let start = number.checked_sub(1).map_or(0, |before| row.ends[before]);
            &row.text[start as usize..*end as usize]
        })
    }

    fn push(&mut self, side: Side, term: &str) {
        let row = &mut self.0[side as usize];
        row.text.push_str(term);
        row.ends.push(row.text.len() as u32);
    }
}

/// The analysis of one language.
pub struct Analyzer {
    stemmer: Option<Stemmer>,
    prefixes: Vec<String>,
    suffixes: Vec<String>,
    keep: usize,
    lexicon: Option<Lexicon>,
}

impl Analyzer {
    /// Made once for a language.
    pub fn new(data: &LanguageData) -> Self {
        let by_length = |affixes: &[String]| {
            let mut sorted: Vec<String> = affixes.iter().map(|affix| normalise(affix)).collect();
            sorted.sort_by_key(|affix| std::cmp::Reverse(affix.chars().count()));
            sorted
        };
        let mut analyzer = Self {
            stemmer: data.stemmer.as_deref().and_then(stemmer),
            prefixes: by_length(&data.affixes.prefixes),
            suffixes: by_length(&data.affixes.suffixes),
            keep: data.affixes.keep.max(1),
            lexicon: None,
        };
        analyzer.lexicon = Some(Lexicon::new(&data.lexicon, |term| analyzer.spell(term).0));
        analyzer
    }

    /// The terms of a text.
    pub fn terms(&self, text: &str) -> Terms {
        let normalised = normalise(text);
        let mut terms = Terms::default();
        let mut syllables = Vec::new();
        for (script, run) in runs(&normalised) {
            match script {
                Script::Han => han(run, &mut terms),
                Script::Hangul => {
                    terms.push(Side::Words, &self.stem(run));
                    syllables.extend(run.chars());
                }
                Script::Letters => self.letters(run, &mut terms),
                Script::Gap => {}
            }
        }
        hangul(&syllables, &mut terms);
        if let Some(lexicon) = &self.lexicon {
            let (spelt, words) = self.spell(&normalised);
            for group in lexicon.groups(&spelt, &words) {
                terms.push(Side::Meaning, &format!("≈{group}"));
            }
        }
        terms
    }

    /// Words with their stems, for saying which words two texts share.
    pub fn words<'t>(&self, text: &'t str) -> Vec<(&'t str, String)> {
        text.split(|c| script(c) == Script::Gap)
            .filter(|word| !word.is_empty())
            .map(|word| (word, self.stem(&normalise(word))))
            .collect()
    }

    fn letters(&self, word: &str, terms: &mut Terms) {
        let word = word.trim_matches('\'');
        if word.is_empty() {
            return;
        }
        terms.push(Side::Words, &self.stem(word));
        let bounded: Vec<char> = std::iter::once('_').chain(word.chars()).chain(std::iter::once('_')).collect();
        for length in 2..=5 {
            grams(&bounded, length, |gram| terms.push(Side::Form, gram));
        }
        if let Some(code) = sound::latin(word) {
            terms.push(Side::Sound, &code);
        }
    }

    /// A normalised word without particles, inflection and affixes.
    pub fn stem(&self, word: &str) -> String {
        if let Some(stemmer) = &self.stemmer {
            return stemmer.stem(word).into_owned();
        }
        let left = |rest: &str| rest.chars().count() >= self.keep;
        let mut stem = word;
        if let Some(rest) = self.suffixes.iter().find_map(|s| stem.strip_suffix(s.as_str()).filter(|r| left(r))) {
            stem = rest;
        }
        if let Some(rest) = self.prefixes.iter().find_map(|p| stem.strip_prefix(p.as_str()).filter(|r| left(r))) {
            stem = rest;
        }
        stem.to_owned()
    }

    /// A normalised text as the lexicon compares it, with the bytes at which words begin: stems
    /// between spaces where words have spaces, untouched and without spaces where they have none or
    /// set them at will.
    fn spell(&self, normalised: &str) -> (String, Vec<usize>) {
        let mut spelt = String::with_capacity(normalised.len() + 2);
        let mut words = Vec::new();
        for (script, run) in runs(normalised) {
            words.push(spelt.len());
            if script == Script::Letters {
                // A space of its own on either side, so that a term beside another is found too.
                spelt.push(' ');
                spelt.push_str(&self.stem(run));
                spelt.push(' ');
            } else {
                spelt.push_str(run);
            }
        }
        (spelt, words)
    }
}

fn stemmer(name: &str) -> Option<Stemmer> {
    let algorithm = match name {
        "english" => Algorithm::English,
        _ => return None,
    };
    Some(Stemmer::create(algorithm))
}

fn han(run: &str, terms: &mut Terms) {
    let characters: Vec<char> = run.chars().collect();
    if characters.len() == 1 {
        terms.push(Side::Words, run);
    }
    grams(&characters, 2, |gram| terms.push(Side::Words, gram));
    for length in 1..=3 {
        grams(&characters, length, |gram| terms.push(Side::Form, gram));
    }
    let syllables: Vec<String> = characters.iter().filter_map(|c| sound::mandarin(*c)).collect();
    for pair in syllables.windows(2) {
        terms.push(Side::Sound, &pair.join("-"));
    }
}

/// Hangul is compared without its spaces, which people and recognisers set at will.
fn hangul(syllables: &[char], terms: &mut Terms) {
    for length in 1..=3 {
        grams(syllables, length, |gram| terms.push(Side::Form, gram));
    }
    let mut letters = Vec::new();
    for syllable in syllables {
        sound::jamo(*syllable, &mut letters);
    }
    for length in 3..=5 {
        grams(&letters, length, |gram| terms.push(Side::Sound, gram));
    }
}

fn grams(characters: &[char], length: usize, mut take: impl FnMut(&str)) {
    let mut gram = String::new();
    for window in characters.windows(length) {
        gram.clear();
        gram.extend(window);
        take(&gram);
    }
}
