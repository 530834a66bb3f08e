//! Finds two passages that make the same statement and name different amounts, days or hours.
//!
//! Two sentences contradict each other when they say nearly the same words, both say what was asked,
//! and differ in a number of the same kind. Knows texts and terms, and nothing of how they were found.

use std::ops::Range;

use rustc_hash::{FxHashMap, FxHashSet};

use crate::{
    Quotation,
    analysis::{Analyzer, Script, Side, Terms, normalise, script},
    phrases::ends_word,
    quote::sentences,
};

/// Share of what was asked, by weight, that both sentences must say.
const ASKED_SHARE: f32 = 0.33;
/// Share of what a sentence says, by weight, that must have been asked.
const SAID_SHARE: f32 = 0.15;
/// Of what either sentence says about the question, the share, by weight, that both say.
const OF_THE_SAME: f32 = 0.7;
/// Share of the shorter sentence's words that the longer one must have.
const ALIKE: f32 = 0.75;
/// Shared words from which sentences are alike at all.
const LEAST_SHARED: usize = 4;

/// Two quotations that disagree, by their places among those given, each with the sentence that does.
pub type Contradiction = [(usize, Range<usize>); 2];

/// A sentence that names amounts.
struct Claim {
    /// Which quotation makes it.
    by: usize,
    sentence: Range<usize>,
    terms: Terms,
    words: FxHashSet<String>,
    /// What it says of what was asked.
    said: FxHashSet<String>,
    amounts: Vec<Amount>,
    /// Whether it says what it is about, and needs no heading to be understood.
    is_whole: bool,
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

/// A quotation that may contradict another.
pub struct Told {
    /// The quotation.
    pub quotation: Quotation,
    /// What it is about: its heading, or its question.
    pub about: Terms,
}

/// The contradiction among quotations that says most of what was asked, and more than any other
/// sentence about the same kind of amount. `weigh` weighs the terms of a sentence.
pub fn contradiction<E>(
    told: &[Told],
    asked: &Weights,
    analyzer: &Analyzer,
    units: &Units,
    weigh: impl Fn(&Terms) -> Result<Weights, E>,
) -> Result<Option<Contradiction>, E> {
    let claims: Vec<Claim> = (0..).zip(told).flat_map(|(by, told)| claims(by, told, asked, analyzer, units)).collect();
    let pairs = claims.iter().enumerate().flat_map(|(number, b)| claims[..number].iter().map(move |a| (a, b)));
    let whole = pairs.filter(|(a, b)| a.is_whole && b.is_whole);
    let differing =
        whole.filter(|(a, b)| are_apart(&told[a.by].quotation, &told[b.by].quotation) && a.contradicts(b, asked));
    let both_say = |(a, b): &(&Claim, &Claim)| weight(a.said.intersection(&b.said), asked);
    let Some((a, b)) = differing.max_by(|one, other| both_say(one).total_cmp(&both_say(other))) else {
        return Ok(None);
    };
    let both = both_say(&(a, b));
    let is_meant = both >= ASKED_SHARE * asked.values().sum::<f32>()
        && !claims.iter().any(|other| a.counts_like(other) && weight(&other.said, asked) > both && !a.is_like(other));
    if !is_meant {
        return Ok(None);
    }
    for claim in [a, b] {
        let whole = weigh(&claim.terms)?;
        if weight(&claim.said, &whole) < SAID_SHARE * whole.values().sum::<f32>() {
            return Ok(None);
        }
    }
    Ok(Some([(a.by, a.sentence.clone()), (b.by, b.sentence.clone())]))
}

fn weight<'t>(terms: impl IntoIterator<Item = &'t String>, weights: &Weights) -> f32 {
    terms.into_iter().filter_map(|term| weights.get(term)).sum()
}

/// Whether two quotations come from different documents.
fn are_apart(a: &Quotation, b: &Quotation) -> bool {
    a.citation.document != b.citation.document
}

fn claims(by: usize, told: &Told, asked: &Weights, analyzer: &Analyzer, units: &Units) -> Vec<Claim> {
    let text = &told.quotation.text;
    let mut found = Vec::new();
    for sentence in sentences(text) {
        let amounts = units.amounts(&text[sentence.clone()]);
        if amounts.is_empty() {
            continue;
        }
        let terms = analyzer.terms(&text[sentence.clone()]);
        let said = about(&terms).into_iter().filter(|term| asked.contains_key(term)).collect();
        let words: FxHashSet<String> = terms.of(Side::Words).iter().filter(|word| !has_digit(word)).cloned().collect();
        let is_whole = told.about.of(Side::Words).iter().any(|word| words.contains(word));
        found.push(Claim { by, sentence, words, said, amounts, terms, is_whole });
    }
    found
}

impl Claim {
    fn contradicts(&self, other: &Self, asked: &Weights) -> bool {
        let both_say = weight(self.said.intersection(&other.said), asked);
        let either_says = weight(self.said.union(&other.said), asked);
        both_say > 0.0 && both_say >= OF_THE_SAME * either_says && self.is_like(other) && self.differs_in_amount(other)
    }

    /// Whether two sentences are nearly the same, amounts aside.
    fn is_like(&self, other: &Self) -> bool {
        let shared = self.words.intersection(&other.words).count();
        let shorter = self.words.len().min(other.words.len());
        shared >= LEAST_SHARED && shared as f32 >= ALIKE * shorter as f32
    }

    fn counts_like(&self, other: &Self) -> bool {
        self.amounts.iter().any(|amount| other.amounts.iter().any(|its| its.unit == amount.unit))
    }

    /// Whether both count something and not one number of it is the same.
    fn differs_in_amount(&self, other: &Self) -> bool {
        let of = |claim: &Self, unit: usize| -> FxHashSet<String> {
            claim.amounts.iter().filter(|amount| amount.unit == unit).map(|amount| amount.value.clone()).collect()
        };
        self.amounts.iter().any(|amount| {
            let theirs = of(other, amount.unit);
            !theirs.is_empty() && theirs.is_disjoint(&of(self, amount.unit))
        })
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
        let mut found = Vec::new();
        let mut at = 0;
        while let Some(start) = text[at..].find(|c: char| c.is_ascii_digit()).map(|found| at + found) {
            let end = text[start..].find(|c| !is_of_number(c)).map_or(text.len(), |length| start + length);
            let number = text[start..end].trim_end_matches(['.', ',', ':', '-']);
            if let Some(unit) = self.unit(number, &text[..start], &text[start + number.len()..]) {
                found.push(Amount { value: number.replace(',', ""), unit });
            }
            at = end;
        }
        found
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
                || (unit.chars().all(|c| script(c) != Script::Han)
                    && before.strip_suffix(unit).is_some_and(ends_before))
        };
        self.0.iter().find(|(spelling, _)| names(spelling)).map(|(_, unit)| *unit)
    }
}

/// Whether what follows is a word of its own.
fn ends_before(before: &str) -> bool {
    before.chars().next_back().is_none_or(|c| script(c) == Script::Gap)
}

fn is_of_number(c: char) -> bool {
    c.is_ascii_digit() || matches!(c, '.' | ',' | ':' | '-')
}

/// What a question or sentence speaks of: words and meanings, numbers aside.
pub fn about(terms: &Terms) -> FxHashSet<String> {
    let words = terms.of(Side::Words).iter().filter(|word| !has_digit(word));
    words.chain(terms.of(Side::Meaning)).cloned().collect()
}

fn has_digit(word: &str) -> bool {
    word.chars().any(|c| c.is_ascii_digit())
}
