//! Where in an utterance a value is, what else it may be, and how much of the rest is unaccounted for.
//!
//! Shared by the kinds whose parts follow patterns. Knows no kind itself.

use std::ops::Range;

use crate::{
    language::Inner,
    pattern::{Frame, Ground, Match, Pattern},
    text::{self, Folded},
    value::{DateParts, Heard, Missing, Trouble, Value},
};

/// Most characters of an utterance that are looked through for a value.
pub const LONGEST: usize = 240;

/// What a kind makes of the parts of one match.
#[derive(Debug, Clone, Default)]
pub struct Reading {
    /// The likeliest value.
    pub value: Option<Value>,
    /// Others, the likelier first.
    pub alternatives: Vec<Value>,
    /// 1 where the parts leave no doubt.
    pub confidence: f64,
    /// What is lacking.
    pub missing: Vec<Missing>,
    /// What is wrong.
    pub trouble: Option<Trouble>,
    /// What of a date is known.
    pub parts: DateParts,
}

/// Finds the best reading of `said` by the patterns named `kind`, as `read` understands their parts.
pub fn hear(
    language: &Inner,
    kind: &str,
    said: &Folded,
    before: Option<&Frame>,
    read: &dyn Fn(&Frame) -> Option<Reading>,
) -> Heard {
    let mut ground = Ground::new(&language.lexicon, &language.tables, said);
    let mut readings: Vec<(Match, Reading)> = Vec::new();
    let words = carrying_words(language, said);
    let all = matches(&mut ground, language.patterns(kind)).into_iter();
    for found in all.filter(|found| !words.iter().any(|word| lies_in(language, found, word))).take(60) {
        let frame = before.map_or_else(|| found.frame.clone(), |before| before.corrected_by(&found.frame));
        if let Some(reading) = read(&frame) {
            readings.push((found, reading));
        }
    }
    choose(language, said, readings)
}

/// Words that carry an answer, and are none themselves: 식구 is a family, and no nine.
fn carrying_words(language: &Inner, said: &Folded) -> Vec<Range<usize>> {
    let phrases = &language.phrases;
    let mut words = Vec::new();
    let mut at = 0;
    while at < said.len() {
        let mut carriers = phrases.carriers.iter().chain(&phrases.people).filter(|word| word.len() > 1);
        match carriers.find(|word| text::stands_at(said, at, word)) {
            Some(word) => {
                words.push(at..at + word.len());
                at += word.len();
            }
            None => at += 1,
        }
    }
    words
}

/// Whether the match is a part of the word. Where sentences end in what begins like a digit, the beginning
/// of the word may be one.
fn lies_in(language: &Inner, found: &Match, word: &Range<usize>) -> bool {
    let first = word.start + usize::from(!language.phrases.swallowing.is_empty());
    first <= found.start && found.end <= word.end && found.end - found.start < word.len()
}

/// The parts of the best match, for an utterance that is corrected by another.
pub fn frame(language: &Inner, kind: &str, said: &Folded) -> Option<Frame> {
    let mut ground = Ground::new(&language.lexicon, &language.tables, said);
    matches(&mut ground, language.patterns(kind)).into_iter().next().map(|found| found.frame)
}

/// All matches, the best first: those that explain most, then the plainest.
fn matches(ground: &mut Ground<'_>, patterns: &[Pattern]) -> Vec<Match> {
    let mut found: Vec<(usize, Match)> = Vec::new();
    let all = text::weight(ground.text);
    for start in 0..ground.text.len() {
        if ground.text[start] == ' ' || !text::is_edge(ground.text, start) {
            continue;
        }
        for (order, pattern) in patterns.iter().enumerate() {
            found.extend(pattern.at(ground, start).into_iter().map(|one| (order, one)));
        }
        // All is explained: what begins later explains less.
        if found.iter().any(|(_, one)| one.cost == 0 && text::weight(&ground.text[one.start..one.end]) == all) {
            break;
        }
    }
    let said = ground.text;
    let key = |order: usize, one: &Match| {
        let explained = text::weight(&said[one.start..one.end]) * 4;
        (std::cmp::Reverse(explained.saturating_sub(one.cost)), one.cost, order, one.start)
    };
    found.sort_by_cached_key(|(order, one)| key(*order, one));
    found.into_iter().map(|(_, one)| one).collect()
}

fn choose(language: &Inner, said: &Folded, readings: Vec<(Match, Reading)>) -> Heard {
    // A whole value, though of fewer words, is better than half of one with a stray word.
    let Some((best, reading)) = readings.first() else {
        return Heard::nothing(Trouble::NotHeard);
    };
    let carried = carried(language, said, best);
    let mut alternatives = reading.alternatives.clone();
    let mut confidence = reading.confidence - 0.08 * best.cost as f64;
    for (other, rival) in &readings[1..] {
        let Some(value) = &rival.value else { continue };
        if Some(value) == reading.value.as_ref() || alternatives.contains(value) {
            continue;
        }
        if let Some(most) = doubt(said, &carried, (best, reading), (other, rival)) {
            alternatives.push(value.clone());
            confidence = confidence.min(most);
        }
    }
    // 네 is four, and it is yes.
    let phrase = &said[best.start..best.end];
    if language.phrases.yes.iter().chain(&language.phrases.no).any(|word| word == phrase) {
        confidence = confidence.min(0.6);
    }
    if cuts_a_number(language, said, best, &carried) {
        confidence = confidence.min(0.5);
    }
    let rest = [&said[..best.start], &[' '], &said[best.end..]].concat();
    confidence *= certainty(language, &rest, weight(said, best));
    alternatives.truncate(5);
    Heard {
        value: reading.value.clone(),
        alternatives,
        confidence: confidence.clamp(0.0, 1.0),
        missing: reading.missing.clone(),
        trouble: reading.trouble,
        parts: reading.parts,
        ..Heard::default()
    }
}

/// How much the best reading may still be believed beside this rival; nothing where it is no rival.
fn doubt(said: &Folded, carried: &[bool], best: (&Match, &Reading), rival: (&Match, &Reading)) -> Option<f64> {
    let ((best, reading), (other, rival)) = (best, rival);
    let apart = (other.end <= best.start || other.start >= best.end)
        && (other.start..other.end).any(|at| !carried[at] && said[at].is_alphanumeric());
    let same = other.start == best.start && other.end == best.end;
    let as_good = score(said, other) * 2 >= score(said, best).min(8);
    if apart && reading.value.is_some() && as_good && rival.confidence > 0.4 {
        Some(0.4)
    } else if same && other.cost <= best.cost + 1 {
        Some(if other.cost <= best.cost { 0.7 } else { 1.0 })
    } else {
        None
    }
}

/// What a match explains, less its cost.
fn score(said: &Folded, found: &Match) -> usize {
    (weight(said, found) * 4).saturating_sub(found.cost)
}

/// Whether a numeral touches the match from outside: then only part of a number was read.
fn cuts_a_number(language: &Inner, said: &Folded, best: &Match, carried: &[bool]) -> bool {
    let after = best.end < said.len() && !carried[best.end] && language.lexicon.begins_at(said, best.end);
    let before = best.start > 0 && !carried[best.start - 1] && language.lexicon.ends_at(said, best.start);
    after || before
}

/// Which characters around the best match belong to words that only carry it.
fn carried(language: &Inner, said: &Folded, best: &Match) -> Vec<bool> {
    let mut carried = vec![false; said.len()];
    let mut at = 0;
    while at < said.len() {
        if at == best.start {
            at = best.end;
            continue;
        }
        let fits =
            |word: &&Folded| text::stands_at(said, at, word) && (at >= best.end || at + word.len() <= best.start);
        match language.phrases.carriers.iter().chain(&language.phrases.people).find(fits) {
            Some(word) => {
                carried[at..at + word.len()].fill(true);
                at += word.len();
            }
            None => at += 1,
        }
    }
    carried
}

fn weight(said: &Folded, found: &Match) -> usize {
    text::weight(&said[found.start..found.end])
}

/// How much a value is to be believed for what else was said: 1 where all of it is accounted for.
pub fn certainty(language: &Inner, rest: &Folded, explained: usize) -> f64 {
    let phrases = &language.phrases;
    let lists: [(&[Folded], f64); 5] = [
        (&phrases.hedges, 0.75),
        (&phrases.negations, 0.3),
        (&phrases.either, 0.6),
        (&phrases.people, 1.0),
        (&phrases.carriers, 1.0),
    ];
    let mut certainty: f64 = 1.0;
    let mut unknown = 0;
    let mut at = 0;
    while at < rest.len() {
        // The longest word counts: 한 is "about", 한 달에 is "a month".
        let found = lists.iter().filter_map(|(words, most)| {
            words.iter().find(|word| text::stands_at(rest, at, word)).map(|word| (word.len(), *most))
        });
        match found.reduce(|best, other| if other.0 > best.0 { other } else { best }) {
            Some((length, most)) if length > 0 => {
                certainty = certainty.min(most);
                at += length;
            }
            _ => {
                unknown += usize::from(rest[at].is_alphanumeric());
                at += 1;
            }
        }
    }
    match unknown {
        0 => certainty,
        _ if unknown <= explained => certainty.min(0.79),
        _ if unknown <= explained * 4 => certainty.min(0.6),
        _ => certainty.min(0.4),
    }
}
