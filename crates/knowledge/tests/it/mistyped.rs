//! A hasty finger: what is answered is answered with a mistake in it too, and what is refused stays refused.

use kaunter_pack::model::Golden;

use crate::sample::{ask, content, quotations};

/// Every so manieth of the golden questions is asked.
const EACH: usize = 4;

/// The question with two letters of its longest word the other way round, as fast fingers write them; `None` where no word
/// is long enough.
fn mistyped(question: &str) -> Option<String> {
    let words = question.split(|letter: char| !letter.is_ascii_alphabetic());
    let word = words.max_by_key(|word| word.len()).filter(|word| word.len() >= 6)?;
    let mut letters: Vec<char> = word.chars().collect();
    let middle = letters.len() / 2;
    let at = (1..middle + 1).rev().find(|at| letters[*at] != letters[at + 1])?;
    letters.swap(at, at + 1);
    Some(question.replacen(word, &letters.into_iter().collect::<String>(), 1))
}

/// The id that is quoted first.
fn quoted(question: &str, language: &str) -> Option<String> {
    quotations(&ask(language, question)).first().map(|quotation| quotation.id.clone())
}

fn is_forgiven(language: &str) {
    let right = |golden: &&Golden| quoted(&golden.question, language).is_some_and(|id| golden.expected.contains(&id));
    let asked: Vec<&Golden> = content(language).golden.iter().step_by(EACH).collect();
    let answered: Vec<(String, &Golden)> = asked
        .iter()
        .filter(|golden| right(golden))
        .filter_map(|golden| Some((mistyped(&golden.question)?, *golden)))
        .collect();
    let lost: Vec<&str> = answered
        .iter()
        .filter(|(mistyped, golden)| !quoted(mistyped, language).is_some_and(|id| golden.expected.contains(&id)))
        .map(|(mistyped, _)| mistyped.as_str())
        .collect();
    assert!(answered.len() >= 20, "{language}: {}", answered.len());
    assert!(lost.len() * 5 <= answered.len(), "{language}: of {} {lost:#?}", answered.len());

    let refused =
        asked.iter().filter(|golden| golden.expected.is_empty() && quoted(&golden.question, language).is_none());
    let mistaken: Vec<String> = refused
        .filter_map(|golden| mistyped(&golden.question))
        .filter(|mistyped| quoted(mistyped, language).is_some())
        .collect();
    assert!(mistaken.len() <= 1, "{language}: {mistaken:#?}");
}

#[test]
fn in_english() {
    is_forgiven("en");
    assert_eq!(quoted("how do i regester a birth", "en").as_deref(), Some("birth-register"));
}

#[test]
fn in_malay() {
    is_forgiven("ms");
}
