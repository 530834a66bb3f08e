//! Characters said one by one or in groups: digits, letters by their names, "J for Johor".
//!
//! Knows no scheme of numbers; a kind says how many letters come first and checks the result.

use std::collections::BTreeMap;

use serde::Deserialize;

use crate::{
    language::Inner,
    numeral::{self, Number, Style},
    text::{self, Folded},
    value::{Heard, Missing, Trouble},
};

/// Most characters of a word that tells which letter is meant.
const LONGEST_WORD: usize = 8;
/// Stands between beginnings of which one was said.
const EITHER: char = '|';
/// Most of them that are followed, less one.
const MOST_WAYS: usize = 7;
/// Most confidence in a number that was said in several breaths.
const BREATHS: f64 = 0.9;

/// `alphabet.toml` of a language.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct AlphabetData {
    /// Names of letters, and words that stand for one.
    pub letters: BTreeMap<String, char>,
    /// Names of signs.
    pub signs: BTreeMap<String, String>,
    /// Words between a letter and a word that begins with it: "for", "as in".
    pub as_in: Vec<String>,
    /// Words that say which kind of character follows, or that something ends.
    pub silent: Vec<String>,
    /// Between a character and a word that holds it: 的 in 大小的大.
    pub possessive: Vec<String>,
    /// Common descriptions of one character: "木子" is 李.
    pub composed: BTreeMap<String, char>,
    /// Endings of names of places that may be left out: 市, "daerah".
    pub place_endings: Vec<String>,
    /// Words that carry a name: "my name is".
    pub introductions: Vec<String>,
    /// Words after a name.
    pub closings: Vec<String>,
}

/// The same, folded.
#[derive(Debug, Clone, Default)]
pub struct Alphabet {
    letters: Vec<(Folded, char)>,
    /// Names of signs.
    pub signs: Vec<(Folded, String)>,
    as_in: Vec<Folded>,
    /// Without meaning.
    pub silent: Vec<Folded>,
    /// Between a character and a word that holds it.
    pub possessive: Vec<String>,
    /// Descriptions of characters.
    pub composed: BTreeMap<String, char>,
    /// Endings of places.
    pub place_endings: Vec<Folded>,
    /// Words that carry a name.
    pub introductions: Vec<String>,
    /// Words after a name.
    pub closings: Vec<String>,
}

impl Alphabet {
    /// Folds all.
    pub fn new(data: AlphabetData) -> Self {
        let mut letters: Vec<_> = data.letters.iter().map(|(word, letter)| (text::fold(word), *letter)).collect();
        letters.sort_by_key(|(word, _)| std::cmp::Reverse(word.len()));
        let mut signs: Vec<_> = data.signs.iter().map(|(word, sign)| (text::fold(word), sign.clone())).collect();
        signs.sort_by_key(|(word, _)| std::cmp::Reverse(word.len()));
        let longest = |mut words: Vec<String>| {
            words.sort_by_key(|word| std::cmp::Reverse(word.chars().count()));
            words
        };
        Self {
            letters,
            signs,
            as_in: text::words(&data.as_in),
            silent: text::words(&data.silent),
            possessive: data.possessive,
            composed: data.composed,
            place_endings: text::words(&data.place_endings),
            introductions: longest(data.introductions),
            closings: longest(data.closings),
        }
    }

    /// A letter at `at`, and where its name ends with what explains it.
    pub fn letter(&self, said: &Folded, at: usize) -> Option<(char, usize)> {
        let named = self.letters.iter().find(|(word, _)| text::stands_at(said, at, word));
        let single =
            said.get(at).filter(|c| c.is_ascii_lowercase() && text::is_edge(said, at) && text::is_edge(said, at + 1));
        let (letter, end) = match (named, single) {
            (Some((word, letter)), _) => (*letter, at + word.len()),
            (None, Some(c)) => (*c, at + 1),
            (None, None) => return None,
        };
        let joint = text::skip_gap(said, end);
        let Some(word) = self.as_in.iter().find(|word| text::stands_at(said, joint, word)) else {
            return Some((letter, end));
        };
        let start = text::skip_gap(said, joint + word.len());
        let example = said[start.min(said.len())..].iter().take_while(|c| c.is_alphabetic()).count();
        match said.get(start) {
            // The word is heard better than the letter.
            Some(first) if first.is_ascii_lowercase() => Some((*first, start + example)),
            Some(_) if example > 0 => Some((letter, start + example)),
            _ => Some((letter, end)),
        }
    }
}

/// What was spelled.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Spelled {
    /// Digits, capital letters, Hangul and `+`.
    pub characters: String,
    /// Letters and digits of words that mean nothing here.
    pub unknown: usize,
    /// Digits that were believed to be misheard.
    pub misheard: usize,
    /// Numbers with scales and a digit behind them: "dua puluh tiga" among digits may be 23 or 203.
    pub scaled: usize,
}

/// How spelled characters are listened to.
#[derive(Debug, Clone, Copy, Default)]
pub struct Ear {
    /// Of a word that names a letter and a digit alike, so many first characters are letters.
    pub letters: usize,
    /// Words that a recogniser writes instead of digits count as digits.
    pub mishearings: bool,
}

/// A number said in several breaths: `hear` reads what is said now behind what was said before, which may have
/// been one of several ([`either_spelled`]). What makes no number there may be one by itself, or begins anew.
pub fn in_breaths(before: &str, hear: impl Fn(&str) -> Heard) -> Heard {
    let alone = hear("");
    if before.is_empty() {
        return alone;
    }
    if alone.trouble == Some(Trouble::NotHeard) {
        return Heard { spelled: before.to_owned(), ..alone };
    }
    // Without its area, the end of a number may look like a whole one.
    let joined = before.split(EITHER).map(&hear).reduce(either).unwrap_or_default();
    let goes_on = alone.value.is_none() && joined.missing.contains(&Missing::Characters);
    let wrong = alone.value.is_none() && !matches!(joined.trouble, Some(Trouble::Length));
    if joined.value.is_some() || goes_on || wrong { joined.doubted(BREATHS) } else { alone }
}

/// What was heard behind one beginning or another.
fn either(one: Heard, other: Heard) -> Heard {
    match (&one.value, &other.value) {
        (Some(value), Some(rival)) if value != rival => {
            Heard { alternatives: vec![rival.clone()], missing: vec![Missing::Which], ..one.doubted(0.5) }
        }
        (None, Some(_)) => other,
        (None, None) if one.spelled.is_empty() => other,
        (None, None) if !other.spelled.is_empty() => {
            Heard { spelled: either_spelled(&one.spelled, &other.spelled), ..one }
        }
        _ => one,
    }
}

/// Characters of half a number that may be these or those.
pub fn either_spelled(one: &str, other: &str) -> String {
    match other.is_empty() || one == other || one.matches(EITHER).count() >= MOST_WAYS {
        true => one.to_owned(),
        false => format!("{one}{EITHER}{other}"),
    }
}

/// Reads characters one by one or in groups.
pub fn spell(language: &Inner, said: &Folded, ear: Ear) -> Spelled {
    let mut spelled = Spelled::default();
    let said = &parted(language, said);
    let mut at = 0;
    while at < said.len() {
        let c = said[at];
        if !c.is_alphanumeric() && c != '+' {
            at += 1;
            continue;
        }
        if c == '+' {
            spelled.characters.push(c);
            at += 1;
            continue;
        }
        let letter = language.alphabet.letter(said, at);
        let wants_letter = spelled.characters.chars().count() < ear.letters;
        let number = spoken_digits(language, said, at, ear.mishearings);
        at = match (letter, number) {
            (Some((letter, end)), _) if wants_letter => push_letter(&mut spelled, letter, end),
            (_, Some((digits, number))) => {
                spelled.characters.push_str(&digits);
                spelled.misheard += number.misheard;
                // Eighty is 80; eighty-one may be 81 or 80 and 1.
                spelled.scaled += usize::from(number.scaled && !digits.ends_with('0'));
                number.end
            }
            (Some((letter, end)), None) => push_letter(&mut spelled, letter, end),
            (None, None) => pass_over(language, said, at, &mut spelled),
        };
    }
    spelled
}

/// Without the words that only part groups and begin like a digit: 空格, 一槓.
fn parted(language: &Inner, said: &Folded) -> Folded {
    let like_digits =
        language.alphabet.silent.iter().filter(|word| word.len() > 1 && language.lexicon.begins_at(word, 0));
    text::without(said, &like_digits.cloned().collect::<Vec<_>>(), false)
}

fn push_letter(spelled: &mut Spelled, letter: char, end: usize) -> usize {
    spelled.characters.push(letter.to_ascii_uppercase());
    end
}

fn push_letters(spelled: &mut Spelled, letters: &[char], at: usize) -> usize {
    spelled.characters.extend(letters.iter().map(char::to_ascii_uppercase));
    at + letters.len()
}

fn pass_over(language: &Inner, said: &Folded, at: usize, spelled: &mut Spelled) -> usize {
    if let Some((word, sign)) = language.alphabet.signs.iter().find(|(word, _)| text::stands_at(said, at, word)) {
        if sign == "+" {
            spelled.characters.push('+');
        }
        return at + word.len();
    }
    // Letters of a plate or a number that are written together.
    let run = said[at..].iter().take_while(|c| text::is_latin(**c)).count();
    let written = (1..=4).contains(&run) && said[at..at + run].iter().all(char::is_ascii_lowercase);
    if written && said.get(at + run).is_some_and(char::is_ascii_digit) {
        return push_letters(spelled, &said[at..at + run], at);
    }
    if let Some(end) = described(language, said, at) {
        return end;
    }
    let mut silent = language.alphabet.silent.iter().chain(&language.phrases.carriers);
    if let Some(word) = silent.find(|word| text::stands_at(said, at, word)) {
        return at + word.len();
    }
    if written {
        return push_letters(spelled, &said[at..at + run], at);
    }
    spelled.unknown += run.max(1);
    at + run.max(1)
}

/// Where a word ends that only tells which letter comes next: 蘋果的 before A.
fn described(language: &Inner, said: &Folded, at: usize) -> Option<usize> {
    let joints = language.alphabet.possessive.iter().map(|joint| text::fold(joint));
    let ends = joints.filter_map(|joint| Some(text::find(said, at + 1, &joint)? + joint.len()));
    let end = ends.filter(|end| end - at <= LONGEST_WORD).min()?;
    let word = said[at..end].iter().all(|c| c.is_alphabetic()) && !said[at..end].iter().any(char::is_ascii_alphabetic);
    let letter = said.get(text::skip_space(said, end)).is_some_and(char::is_ascii_lowercase);
    (word && letter).then_some(end)
}

/// The digits of a number as they are said in a long one: "double seven", "twelve", 〇九.
fn spoken_digits(language: &Inner, said: &Folded, at: usize, mishearings: bool) -> Option<(String, Number)> {
    let numbers = numeral::numbers(&language.lexicon, said, at);
    let fitting = numbers.into_iter().filter(|number| {
        number.value.is_integer()
            && !number.value.is_sign_negative()
            && !number.ordinal
            && !number.trailing
            && (mishearings || number.misheard == 0)
    });
    let best = fitting.max_by_key(|number| (number.end, number.style == Style::Digits))?;
    let value = best.value.normalize().to_string();
    Some((format!("{value:0>width$}", width = best.width), best))
}
