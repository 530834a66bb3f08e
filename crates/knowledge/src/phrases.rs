//! Phrases of a language's data, spelt so that they are found in what was asked.

use crate::analysis::{Script, normalise, script};

/// Letters that are left of a word whose particle is cut off.
const LEAST_LEFT: usize = 3;

/// Each phrase as it is compared, without those of which nothing is left.
pub fn spelt(phrases: &[String]) -> Vec<String> {
    phrases.iter().map(|phrase| spell(phrase)).filter(|phrase| !phrase.is_empty()).collect()
}

/// Normalised, with single spaces for everything between words.
pub fn spell(text: &str) -> String {
    let spaced: String = normalise(text).chars().map(|c| if script(c) == Script::Gap { ' ' } else { c }).collect();
    spaced.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The longest come first, so that they are taken before what they contain.
pub fn longest_first(mut phrases: Vec<String>) -> Vec<String> {
    phrases.sort_by_key(|phrase| std::cmp::Reverse(phrase.len()));
    phrases
}

/// Whether a phrase occurs: between word boundaries in scripts that have spaces, anywhere in Han.
pub fn contains(text: &str, phrase: &str) -> bool {
    occurrences(text, phrase).next().is_some()
}

/// A text without any of the phrases, taken out one after the other.
pub fn without(text: &str, phrases: &[String]) -> String {
    let mut rest = text.to_owned();
    for phrase in phrases {
        if contains(&rest, phrase) {
            rest = cut_out(&rest, phrase);
        }
    }
    rest
}

/// Whether a word that ends with `word` has really ended before `rest`. Hangul may be followed by
/// particles, Han by anything.
pub fn ends_word(word: &str, rest: &str) -> bool {
    let last = word.chars().next_back().map_or(Script::Gap, script);
    last != Script::Letters || rest.chars().next().is_none_or(|c| script(c) != Script::Letters)
}

/// A spelt text, its words without the particles that they end with. What is left of a word has at
/// least three letters, so that short words stay what they are.
pub fn plain(text: &str, particles: &[String]) -> String {
    let words = text.split(' ').map(|word| {
        let cut =
            |particle: &String| word.strip_suffix(particle.as_str()).filter(|rest| rest.chars().count() >= LEAST_LEFT);
        particles.iter().find_map(cut).unwrap_or(word)
    });
    words.collect::<Vec<_>>().join(" ")
}

/// Letters of a text; a Han character or a Hangul syllable says as much as two.
pub fn letters(text: &str) -> usize {
    text.chars()
        .map(|c| match script(c) {
            Script::Han | Script::Hangul => 2,
            Script::Letters => 1,
            Script::Gap => 0,
        })
        .sum()
}

fn cut_out(text: &str, phrase: &str) -> String {
    let mut rest = String::with_capacity(text.len());
    let mut kept = 0;
    for at in occurrences(text, phrase) {
        rest.push_str(&text[kept..at]);
        rest.push(' ');
        kept = at + phrase.len();
    }
    rest.push_str(&text[kept..]);
    rest.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Where a phrase occurs.
pub fn occurrences<'t>(text: &'t str, phrase: &'t str) -> impl Iterator<Item = usize> {
    let first = phrase.chars().next().map_or(Script::Gap, script);
    text.match_indices(phrase).map(|(at, _)| at).filter(move |at| {
        let begins = first == Script::Han || text[..*at].chars().next_back().is_none_or(|c| script(c) != first);
        begins && ends_word(phrase, &text[at + phrase.len()..])
    })
}
