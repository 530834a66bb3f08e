//! Numbers in words: which words count, and how they make a number together.
//!
//! The words are data of a language; how they combine is the same everywhere, but for a few switches
//! (`trailing`, `pairs`, `ordinal_prefix`, `teen`). Knows no dates, money or units.

mod reading;
mod tokens;

use rust_decimal::Decimal;
use serde::Deserialize;
use std::collections::BTreeMap;

use crate::text::{self, Folded};
pub use tokens::Lexicon;

/// `numerals.toml` of a language.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct NumeralData {
    /// Words for 0 to 9.
    pub digits: BTreeMap<String, u8>,
    /// Words that are digits only where digits are said one by one: "oh".
    pub spelled_digits: BTreeMap<String, u8>,
    /// Words for 10, 20 … 90 that a digit may follow.
    pub tens: BTreeMap<String, u8>,
    /// Words for 10 to 99 that nothing follows.
    pub fixed: BTreeMap<String, u8>,
    /// Multipliers within a group: ten, hundred, and thousand where groups have four digits.
    pub scales: BTreeMap<String, u32>,
    /// Multipliers that end a group: thousand, million; 萬, 億.
    pub groups: BTreeMap<String, u64>,
    /// Ordinal words by the number that they end: "first", "twentieth".
    pub ordinals: BTreeMap<String, u8>,
    /// Ordinal words that multiply: "hundredth".
    pub ordinal_scales: BTreeMap<String, u64>,
    /// Put before a number to make it ordinal, written together: "ke".
    pub ordinal_prefix: Vec<String>,
    /// Put before a number to make it ordinal: 第.
    pub ordinal_before: Vec<String>,
    /// Put after a number to make it ordinal: 번째, "th".
    pub ordinal_after: Vec<String>,
    /// Words that only count when a scale follows: "a".
    pub articles: Vec<String>,
    /// Words between parts of a number: "and".
    pub joiners: Vec<String>,
    /// Suffix that makes a digit a teen: "belas".
    pub teen: Vec<String>,
    /// Words between a whole number and its fraction.
    pub point: Vec<String>,
    /// Words before a negative number.
    pub minus: Vec<String>,
    /// Words that repeat the next digit.
    pub repeat: BTreeMap<String, u8>,
    /// Scales and groups that say themselves that they count one: "seribu".
    pub ones: Vec<String>,
    /// Whether any other scale or group needs its count.
    pub counts_ones: bool,
    /// Words of a second series of numbers, which is not mixed with the first: 하나, 열.
    pub counting: Vec<String>,
    /// What a recogniser writes instead of a digit; believed less.
    pub mishearings: BTreeMap<String, u8>,
    /// Whether a last digit counts tenths of the scale before it: 三千五 is 3500.
    pub trailing: bool,
    /// Whether two numbers below 100 make one of four digits: "nineteen forty-eight".
    pub pairs: bool,
}

/// How a number was said.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Style {
    /// As one number.
    Cardinal,
    /// Digit by digit.
    Digits,
    /// In two pairs.
    Pairs,
}

/// One way to read a number that begins at a position.
#[derive(Debug, Clone, PartialEq)]
pub struct Number {
    /// Where it ends.
    pub end: usize,
    /// Its value.
    pub value: Decimal,
    /// How it was said.
    pub style: Style,
    /// Digits before the point, as said: 7 for "0912345".
    pub width: usize,
    /// "third", not "three".
    pub ordinal: bool,
    /// Written in digits.
    pub written: bool,
    /// Words of it that were believed to be misheard digits.
    pub misheard: usize,
    /// Scales were said in it: 十, "ratus".
    pub scaled: bool,
    /// The last digit counts tenths of the scale before it.
    pub trailing: bool,
}

impl Number {
    /// Its value if it is a whole number.
    pub fn whole(&self) -> Option<i64> {
        if self.value.is_integer() { i64::try_from(self.value).ok() } else { None }
    }
}

/// All ways to read a number that begins at `at`, longest first.
pub fn numbers(lexicon: &Lexicon, text: &Folded, at: usize) -> Vec<Number> {
    let mut found = Vec::new();
    let start = text::skip_space(text, at);
    for (sign, from) in signs(lexicon, text, start) {
        for (marked, from) in ordinal_starts(lexicon, text, from) {
            // "第負四十二": the mark may stand before the sign.
            for (inner, from) in if marked { signs(lexicon, text, from) } else { vec![(false, from)] } {
                for mut number in reading::readings(lexicon, text, from) {
                    if sign || inner {
                        number.value = -number.value;
                    }
                    number.ordinal |= marked;
                    found.extend(ordinal_ends(lexicon, text, &number));
                    found.push(number);
                }
            }
        }
    }
    found.sort_by(|a, b| b.end.cmp(&a.end).then(a.style.cmp(&b.style)).then(a.misheard.cmp(&b.misheard)));
    found.dedup();
    found
}

fn signs(lexicon: &Lexicon, text: &Folded, at: usize) -> Vec<(bool, usize)> {
    let minus = lexicon.minus.iter().find(|word| text::stands_at(text, at, word));
    match minus {
        Some(word) => vec![(true, text::skip_space(text, at + word.len()))],
        None => vec![(false, at)],
    }
}

fn ordinal_starts(lexicon: &Lexicon, text: &Folded, at: usize) -> Vec<(bool, usize)> {
    let mark = lexicon.ordinal_before.iter().find(|word| text[at..].starts_with(word));
    match mark {
        Some(word) => vec![(true, text::skip_space(text, at + word.len()))],
        None => vec![(false, at)],
    }
}

fn ordinal_ends(lexicon: &Lexicon, text: &Folded, number: &Number) -> Option<Number> {
    let after = text::skip_space(text, number.end);
    let mark = lexicon
        .ordinal_after
        .iter()
        .find(|word| text[after..].starts_with(word) && text::is_edge(text, after + word.len()))?;
    Some(Number { end: after + mark.len(), ordinal: true, ..number.clone() })
}
