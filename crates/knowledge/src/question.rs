//! What a question is before it is searched: cleared of politeness, cut into its parts, leaning on
//! the last answer, or asking for advice that is not given here.
//!
//! Works by the language's data alone and knows no pack.

use rustc_hash::FxHashSet;

use crate::{
    Advice,
    analysis::{Script, normalise, script},
    language::LanguageData,
};

/// The cues of one language, spelt for comparing.
#[derive(Debug)]
pub struct Cues {
    fillers: Vec<String>,
    pronouns: Vec<String>,
    openers: Vec<String>,
    aspects: Vec<String>,
    joints: Vec<String>,
    light: FxHashSet<String>,
    advice: Vec<(Advice, [Vec<String>; 3])>,
}

/// More parts than this are not questions but a story.
const MOST_PARTS: usize = 3;
/// A part must have this many letters (Han and Hangul count double).
const LEAST_LETTERS: usize = 6;
/// A question longer than this stands by itself even if it has a pronoun.
const SHORT_LETTERS: usize = 40;

impl Cues {
    /// Made once for a language.
    pub fn new(data: &LanguageData) -> Self {
        let advice = data
            .advice
            .iter()
            .filter_map(|(name, cues)| {
                Some((Advice::named(name)?, [spelt(&cues.phrases), spelt(&cues.subjects), spelt(&cues.asks)]))
            })
            .collect();
        Self {
            fillers: longest_first(spelt(&data.fillers)),
            pronouns: spelt(&data.follow_up.pronouns),
            openers: spelt(&data.follow_up.openers),
            aspects: longest_first(spelt(&data.follow_up.aspects)),
            joints: longest_first(spelt(&data.parts.joints)),
            light: spelt(&data.light).into_iter().collect(),
            advice,
        }
    }

    /// The question without greetings, politeness and hesitation, spelt for comparing; all of it
    /// when nothing else would be left.
    pub fn cleared(&self, question: &str) -> String {
        let whole = spell(question);
        let mut rest = whole.clone();
        for filler in &self.fillers {
            rest = without(&rest, filler);
        }
        if letters(&rest) == 0 { whole } else { rest.trim().to_owned() }
    }

    /// Whether the question can only be understood from the last answer.
    pub fn leans_on_context(&self, question: &str) -> bool {
        let cleared = self.cleared(question);
        if letters(&cleared) > SHORT_LETTERS {
            return false;
        }
        let opened = self.openers.iter().find_map(|opener| {
            cleared.strip_prefix(opener.as_str()).filter(|rest| ends_word(opener, rest)).map(str::trim)
        });
        let asked = opened.unwrap_or(&cleared);
        let only_aspect = || {
            let mut rest = asked.to_owned();
            for aspect in &self.aspects {
                rest = without(&rest, aspect);
            }
            letters(&rest) <= 2
        };
        only_aspect() || self.pronouns.iter().any(|pronoun| contains(asked, pronoun))
    }

    /// The questions that were asked at once, at least one, as they were put.
    pub fn parts<'q>(&self, question: &'q str) -> Vec<&'q str> {
        let sentences =
            split_at(question, |rest| rest.chars().next().filter(|c| "?？".contains(*c)).map(char::len_utf8));
        let parts: Vec<&str> = sentences
            .into_iter()
            .flat_map(|sentence| split_at(sentence, |rest| self.joint(rest)))
            .map(|part| part.trim_matches(|c| script(c) == Script::Gap))
            .filter(|part| letters(part) >= LEAST_LETTERS)
            .collect();
        if parts.len() < 2 || parts.len() > MOST_PARTS { vec![question] } else { parts }
    }

    /// Whether a word says little about the subject.
    pub fn is_light(&self, word: &str) -> bool {
        self.light.contains(&spell(word))
    }

    /// The advice that is asked for, if any.
    pub fn advice(&self, question: &str) -> Option<Advice> {
        let question = spell(question);
        let any = |cues: &[String]| cues.iter().any(|cue| contains(&question, cue));
        self.advice
            .iter()
            .find(|(_, [phrases, subjects, asks])| any(phrases) || (any(subjects) && any(asks)))
            .map(|(advice, _)| *advice)
    }

    /// Length in bytes of the joint with which `rest` starts, if it starts with one.
    fn joint(&self, rest: &str) -> Option<usize> {
        let start = rest.chars().next()?;
        if script(start) == Script::Gap && !start.is_whitespace() {
            return None;
        }
        let lowered = rest.to_lowercase();
        let skipped = lowered.len() - lowered.trim_start().len();
        let wide = matches!(script(lowered.trim_start().chars().next()?), Script::Han);
        if !wide && skipped == 0 {
            return None;
        }
        let joint = self
            .joints
            .iter()
            .find(|joint| lowered[skipped..].strip_prefix(joint.as_str()).is_some_and(|rest| ends_word(joint, rest)))?;
        (lowered.len() == rest.len()).then_some(skipped + joint.len())
    }
}

/// Whether a notice's keyword is spoken of in a question.
pub fn speaks_of(question: &str, keyword: &str) -> bool {
    contains(&spell(question), &spell(keyword))
}

fn spelt(phrases: &[String]) -> Vec<String> {
    phrases.iter().map(|phrase| spell(phrase)).filter(|phrase| !phrase.is_empty()).collect()
}

/// Normalised, with single spaces for everything between words.
fn spell(text: &str) -> String {
    let spaced: String = normalise(text).chars().map(|c| if script(c) == Script::Gap { ' ' } else { c }).collect();
    spaced.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn longest_first(mut phrases: Vec<String>) -> Vec<String> {
    phrases.sort_by_key(|phrase| std::cmp::Reverse(phrase.len()));
    phrases
}

/// Whether a phrase occurs: between word boundaries in scripts that have spaces, anywhere in Han.
fn contains(text: &str, phrase: &str) -> bool {
    occurrence(text, phrase).is_some()
}

fn without(text: &str, phrase: &str) -> String {
    let mut rest = text.to_owned();
    while let Some(at) = occurrence(&rest, phrase) {
        rest.replace_range(at..at + phrase.len(), " ");
        rest = rest.split_whitespace().collect::<Vec<_>>().join(" ");
    }
    rest
}

fn occurrence(text: &str, phrase: &str) -> Option<usize> {
    text.match_indices(phrase).map(|(at, _)| at).find(|at| {
        let before = text[..*at].chars().next_back();
        let first = phrase.chars().next();
        let starts = first.is_none_or(|c| script(c) == Script::Han)
            || before.is_none_or(|c| script(c) != first.map_or(Script::Gap, script));
        starts && ends_word(phrase, &text[at + phrase.len()..])
    })
}

/// Whether a word that ends with `word` has really ended before `rest`. Hangul may be followed by
/// particles, Han by anything.
fn ends_word(word: &str, rest: &str) -> bool {
    let last = word.chars().next_back().map_or(Script::Gap, script);
    last != Script::Letters || rest.chars().next().is_none_or(|c| script(c) != Script::Letters)
}

fn letters(text: &str) -> usize {
    text.chars()
        .map(|c| match script(c) {
            Script::Han | Script::Hangul => 2,
            Script::Letters => 1,
            Script::Gap => 0,
        })
        .sum()
}

/// Cuts `text` wherever `separator` finds itself at the beginning of the rest.
fn split_at(text: &str, separator: impl Fn(&str) -> Option<usize>) -> Vec<&str> {
    let mut parts = Vec::new();
    let (mut start, mut at) = (0, 0);
    while at < text.len() {
        if let Some(length) = separator(&text[at..]).filter(|_| at > start) {
            parts.push(&text[start..at]);
            start = at + length;
            at = start;
        } else {
            at += text[at..].chars().next().map_or(1, char::len_utf8);
        }
    }
    if start < text.len() {
        parts.push(&text[start..]);
    }
    parts
}
