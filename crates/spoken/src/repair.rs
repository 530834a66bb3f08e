//! Corrections within an utterance: what was taken back, and what stands instead.
//!
//! Only cuts the utterance; what the pieces mean is for the kinds.

use crate::{
    phrases::{Instead, Phrases},
    text::{self, Folded},
};

/// An utterance that corrects itself or an earlier one.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Repair {
    /// What was said first and taken back, if anything.
    pub before: Option<Folded>,
    /// What is said to be wrong, if it is named.
    pub wrong: Option<Folded>,
    /// What is said to be right.
    pub right: Folded,
}

/// The correction that this utterance makes. `corrects`: an answer was given before, so that "not" at
/// the beginning speaks of that one; otherwise it needs a pause after it.
pub fn repair(phrases: &Phrases, said: &Folded, corrects: bool) -> Option<Repair> {
    let named = phrases.instead.iter().find_map(|instead| named(instead, said));
    let (said, wrong) = match named {
        Some((around, wrong)) => (around, Some(wrong)),
        None => (said.clone(), None),
    };
    if let Some((before, right)) = restarted(phrases, &said) {
        return Some(Repair { before: Some(before).filter(|before| text::weight(before) > 0), wrong, right });
    }
    let opened =
        phrases.opens.iter().filter(|word| corrects || wrong.is_some() || word.ends_with(&[','])).find_map(|word| {
            let start = text::skip_gap(&said, 0);
            (text::stands_at(&said, start, word) && text::weight(&said[start + word.len()..]) > 0)
                .then(|| said[start + word.len()..].to_vec())
        });
    match (opened, &wrong) {
        (Some(right), _) => Some(Repair { before: None, wrong, right }),
        (None, Some(_)) => Some(Repair { before: None, wrong, right: said }),
        (None, None) => None,
    }
}

/// "Forty… forty-one": what was begun, and begun again after a pause, without the first beginning.
pub fn resumed(said: &Folded) -> Option<Folded> {
    let pause = (0..said.len()).rev().find(|at| said[*at..].starts_with(&['.', '.', '.']))?;
    let mut begun = &said[..pause];
    while let [kept @ .., last] = begun
        && !last.is_alphanumeric()
    {
        begun = kept;
    }
    let again = text::skip_space(said, pause + 3);
    // Only the words since the last mark were begun anew.
    let from = begun.iter().rposition(|c| matches!(c, ',' | '.')).map_or(0, |mark| text::skip_space(begun, mark + 1));
    let goes_on = text::weight(&begun[from..]) > 0 && said[again..].starts_with(&begun[from..]);
    goes_on.then(|| [&said[..from], &said[again..]].concat())
}

/// Splits "a, b not c" into "a, b" and "c".
fn named(instead: &Instead, said: &Folded) -> Option<(Folded, Folded)> {
    let start = match instead.before.is_empty() {
        true => 0,
        false => text::find(said, 0, &instead.before)?,
    };
    let first = start + instead.before.len();
    let middle = text::find(said, first, &instead.between)?;
    let second = middle + instead.between.len();
    // "A, no, b" takes a back; only "a, not b" takes back b.
    if instead.new_first && said[second..].starts_with(&[',']) {
        return None;
    }
    let end = match instead.after.is_empty() {
        true => said.len(),
        false => text::find(said, second, &instead.after)?,
    };
    let (one, other) = (said[first..middle].to_vec(), said[second..end].to_vec());
    if text::weight(&one) == 0 || text::weight(&other) == 0 {
        return None;
    }
    let (right, wrong) = if instead.new_first { (one, other) } else { (other, one) };
    let mut around = said[..start].to_vec();
    around.push(' ');
    around.extend(right);
    around.push(' ');
    around.extend(&said[end..]);
    Some((around, wrong))
}

/// Splits at the last word that takes back what was said.
fn restarted(phrases: &Phrases, said: &Folded) -> Option<(Folded, Folded)> {
    (0..said.len()).rev().find_map(|at| {
        let word = phrases.restart.iter().find(|word| text::stands_at(said, at, word))?;
        let right = said[at + word.len()..].to_vec();
        (text::weight(&right) > 0).then(|| (said[..at].to_vec(), right))
    })
}
