//! Finds two passages that make the same statement and name different amounts, days or hours.
//!
//! Two sentences contradict each other when they come from different documents, say nearly the same
//! words and differ in one number, of the same kind. An entry without a document speaks for itself.
//! Knows texts and terms, and nothing of how they were found.

use std::ops::Range;

use rustc_hash::{FxHashMap, FxHashSet};

use crate::{
    Quotation,
    analysis::{Analyzer, Script, Side, Terms, normalise, script},
    phrases::ends_word,
    quote::sentences,
};

/// Share of the shorter sentence's words that the longer one must have, where both say what was asked.
pub const ALIKE: f32 = 0.75;
/// The same share where nothing else tells that two sentences are about the same.
pub const ALL_BUT_EQUAL: f32 = 0.9;
/// Shared words from which sentences are alike at all.
const LEAST_SHARED: usize = 4;
/// Of what either sentence says about the question, the share, by weight, that both say.
pub const OF_THE_SAME: f32 = 0.7;

/// A quotation that may contradict another.
pub struct Told {
    /// The quotation.
    pub quotation: Quotation,
    /// What it is about: its heading, or its question.
    pub about: Terms,
}

/// A sentence that names amounts.
pub struct Claim {
    /// Which quotation makes it.
    pub by: usize,
    /// Where it stands in the quotation's text.
    pub sentence: Range<usize>,
    /// Its terms.
    pub terms: Terms,
    /// What it says of what was asked.
    pub said: FxHashSet<String>,
    /// Whose words they are: a document's title, or the id of an entry that names none.
    source: String,
    words: FxHashSet<String>,
    amounts: Vec<Amount>,
    /// All its numbers, whatever they count.
    numbers: FxHashSet<String>,
}

/// A number and what it counts.
#[derive(Debug, PartialEq, Eq)]
struct Amount {
    value: String,
    unit: usize,
}

/// The units in which a language counts, each in all its spellings.
#[derive(Debug)]
pub struct Units(Vec<(String, usize)>);

/// Terms with their weights.
pub type Weights = FxHashMap<String, f32>;

/// Weight of the terms that have one.
pub fn weight<'t>(terms: impl IntoIterator<Item = &'t String>, weights: &Weights) -> f32 {
    terms.into_iter().filter_map(|term| weights.get(term)).sum()
}

/// The sentences of a quotation, the `by`th, that name amounts and say themselves what they are about;
/// others cannot be understood without their heading, nor compared.
pub fn claims(by: usize, told: &Told, asked: &Weights, analyzer: &Analyzer, units: &Units) -> Vec<Claim> {
    let text = &told.quotation.text;
    let mut found = Vec::new();
    for sentence in sentences(text) {
        let amounts = units.amounts(&text[sentence.clone()]);
        if amounts.is_empty() {
            continue;
        }
        let terms = analyzer.terms(&text[sentence.clone()]);
        let words: FxHashSet<String> =
            terms.of(Side::Words).filter(|word| !has_digit(word)).map(str::to_owned).collect();
        if told.about.of(Side::Words).any(|word| words.contains(word)) {
            let said = about(&terms).into_iter().filter(|term| asked.contains_key(term)).collect();
            let numbers = numbers(&normalise(&text[sentence.clone()])).map(|(_, number)| number.to_owned()).collect();
            let document = &told.quotation.citation.document;
            let source = if document.is_empty() { &told.quotation.id } else { document }.clone();
            found.push(Claim { by, sentence, terms, said, source, words, amounts, numbers });
        }
    }
    found
}

impl Claim {
    /// Whether two sentences from different sources, as alike as `alike`, name different amounts.
    pub fn contradicts(&self, other: &Self, alike: f32) -> bool {
        self.source != other.source && self.is_like(other, alike) && self.differs_in_amount(other)
    }

    /// Whether two sentences say the same of what was asked.
    pub fn says_the_same(&self, other: &Self, asked: &Weights) -> bool {
        let both = weight(self.said.intersection(&other.said), asked);
        both > 0.0 && both >= OF_THE_SAME * weight(self.said.union(&other.said), asked)
    }

    /// Whether two sentences are nearly the same, amounts aside.
    pub fn is_like(&self, other: &Self, alike: f32) -> bool {
        let shared = self.words.intersection(&other.words).count();
        let shorter = self.words.len().min(other.words.len());
        shared >= LEAST_SHARED && shared as f32 >= alike * shorter as f32
    }

    /// Whether two sentences name amounts of the same kind.
    pub fn counts_like(&self, other: &Self) -> bool {
        self.amounts.iter().any(|amount| other.amounts.iter().any(|its| its.unit == amount.unit))
    }

    /// Whether both count the same kind of thing, and differ in that number and in no other: sentences
    /// that name different counters as well are about different things.
    fn differs_in_amount(&self, other: &Self) -> bool {
        let of = |claim: &Self, unit: usize| -> FxHashSet<String> {
            claim.amounts.iter().filter(|amount| amount.unit == unit).map(|amount| amount.value.clone()).collect()
        };
        let differs = |unit: usize| !of(other, unit).is_empty() && of(other, unit).is_disjoint(&of(self, unit));
        let differences =
            self.numbers.difference(&other.numbers).count().max(other.numbers.difference(&self.numbers).count());
        differences <= 1 && self.amounts.iter().any(|amount| differs(amount.unit))
    }
}

impl Units {
    /// Made once for a language.
    pub fn new(units: &[Vec<String>]) -> Self {
        let spellings = (0..).zip(units).flat_map(|(unit, all)| all.iter().map(move |one| (normalise(one), unit)));
        let mut spellings: Vec<(String, usize)> = spellings.collect();
        spellings.sort_by_key(|(spelling, _)| std::cmp::Reverse(spelling.len()));
        Self(spellings)
    }

    /// The amounts that a sentence names. Numbers that count nothing (telephones, counters) are none.
    fn amounts(&self, sentence: &str) -> Vec<Amount> {
        let text = normalise(sentence);
        let amount = |(start, number): (usize, &str)| {
            let unit = self.unit(number, &text[..start], &text[start + number.len()..])?;
            Some(Amount { value: number.replace(',', ""), unit })
        };
        numbers(&text).filter_map(amount).collect()
    }

    /// The longest unit before or after a number; clock times are a unit of their own.
    fn unit(&self, number: &str, before: &str, after: &str) -> Option<usize> {
        if number.contains('-') {
            return None;
        }
        if number.contains(':') {
            return Some(usize::MAX);
        }
        let (before, after) = (before.trim_end(), after.trim_start());
        let names = |unit: &str| {
            after.strip_prefix(unit).is_some_and(|rest| ends_word(unit, rest))
                || (matches!(script(unit.chars().next().unwrap_or(' ')), Script::Gap | Script::Letters)
                    && before.strip_suffix(unit).is_some_and(ends_before))
        };
        self.0.iter().find(|(spelling, _)| names(spelling)).map(|(_, unit)| *unit)
    }
}

/// Whether what follows is a word of its own.
fn ends_before(before: &str) -> bool {
    before.chars().next_back().is_none_or(|c| script(c) == Script::Gap)
}

/// The numbers of a normalised text with their places.
fn numbers(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let mut at = 0;
    std::iter::from_fn(move || {
        let start = at + text[at..].find(|c: char| c.is_ascii_digit())?;
        let end = text[start..].find(|c| !is_of_number(c)).map_or(text.len(), |length| start + length);
        at = end;
        Some((start, text[start..end].trim_end_matches(['.', ',', ':', '-'])))
    })
}

fn is_of_number(c: char) -> bool {
    c.is_ascii_digit() || matches!(c, '.' | ',' | ':' | '-')
}

/// What a question or sentence speaks of: words and meanings, numbers aside.
pub fn about(terms: &Terms) -> FxHashSet<String> {
    let words = terms.of(Side::Words).filter(|word| !has_digit(word));
    words.chain(terms.of(Side::Meaning)).map(str::to_owned).collect()
}

fn has_digit(word: &str) -> bool {
    word.chars().any(|c| c.is_ascii_digit())
}
