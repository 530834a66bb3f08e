//! Cuts what was asked in one breath into its questions.
//!
//! Works by the language's data alone. Whether the pieces really are questions of their own shows
//! only in their answers; here they are proposed.

use std::collections::BTreeSet;

use crate::{
    analysis::{Script, normalise, script},
    language,
    phrases::{ends_word, letters, occurrences, spell, spelt},
};

/// More parts than this are not questions but a story, where words or marks say that they are several.
const MOST_SURE_PARTS: usize = 4;
/// And where that is guessed.
const MOST_GUESSED_PARTS: usize = 3;
/// A part must have this many letters (Han and Hangul count double).
const LEAST_LETTERS: usize = 6;

/// The questions in what was asked, in order, as they were put.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Parts<'q> {
    /// At least one.
    pub pieces: Vec<&'q str>,
    /// Whether words or marks between them say that they are several; otherwise it is a guess.
    pub sure: bool,
}

/// How several questions in one utterance are known.
#[derive(Debug)]
pub struct Cutter {
    joints: Vec<Joint>,
    asks: Vec<String>,
    endings: Vec<String>,
    particles: Vec<String>,
}

/// Words between two questions.
#[derive(Debug)]
struct Joint {
    text: String,
    /// Bytes of `text` that belong to neither question.
    dropped: usize,
    /// Whether it joins questions only after a pause.
    after_pause: bool,
}

/// A text spelt for comparing, character by character, so that its places are known in the original.
struct Folded {
    text: String,
    /// For each byte of `text` the byte of the original that it comes from, and the original's length.
    origin: Vec<usize>,
}

impl Cutter {
    /// Made once for a language.
    pub fn new(data: &language::Parts, particles: &[String]) -> Self {
        let mut joints: Vec<Joint> = data.joints.iter().filter_map(|joint| Joint::read(joint)).collect();
        joints.sort_by_key(|joint| std::cmp::Reverse(joint.text.len()));
        Self { joints, asks: spelt(&data.asks), endings: data.endings.clone(), particles: particles.to_vec() }
    }

    /// Proposes the parts of a question. `leans` tells of a piece whether it has no subject of its
    /// own: such a piece belongs to the one before it.
    pub fn parts<'q>(&self, question: &'q str, leans: impl Fn(&str) -> bool) -> Parts<'q> {
        let folded = Folded::of(question);
        for (cuts, sure) in [(self.sure_cuts(&folded), true), (self.guessed_cuts(&folded), false)] {
            let pieces = glued(question, &cuts, &leans);
            if pieces.len() > if sure { MOST_SURE_PARTS } else { MOST_GUESSED_PARTS } {
                break;
            }
            if pieces.len() > 1 {
                return Parts { pieces, sure };
            }
        }
        Parts { pieces: vec![question], sure: true }
    }

    /// Where questions end by a question mark, or are joined by words that join questions.
    fn sure_cuts(&self, folded: &Folded) -> Vec<(usize, usize)> {
        let text = folded.text.as_str();
        let asks = self.asks_in(text);
        let mut cuts = Vec::new();
        let mut at = 0;
        while let Some(c) = text[at..].chars().next() {
            let mut next = at + c.len_utf8();
            if c == '?' && (asks.range(next..).next().is_some() || text[next..].contains('?')) {
                cuts.push((folded.origin[at], folded.origin[next]));
            } else if let Some(end) = self.joint(text, at) {
                cuts.push((folded.origin[at], folded.origin[end]));
                next = next.max(end);
            }
            at = next;
        }
        cuts
    }

    /// Where the words of a joint that starts at `at` end, if one does.
    fn joint(&self, text: &str, at: usize) -> Option<usize> {
        let gap = gap(&text[at..]);
        let body = at + gap.len();
        let in_word = script(text[..at].chars().next_back()?) != Script::Gap;
        let han = script(text[body..].chars().next()?) == Script::Han;
        if !in_word || (gap.is_empty() && !han) {
            return None;
        }
        let pause = if han { !gap.is_empty() } else { gap.chars().any(|c| !c.is_whitespace()) };
        let ends = |joint: &Joint, rest: &str| {
            let mut particles = self.particles.iter();
            ends_word(&joint.text, rest)
                || particles
                    .any(|particle| rest.strip_prefix(particle.as_str()).is_some_and(|rest| ends_word(particle, rest)))
        };
        let starts = |joint: &&Joint| {
            (pause || !joint.after_pause)
                && text[body..].strip_prefix(joint.text.as_str()).is_some_and(|rest| ends(joint, rest))
        };
        self.joints.iter().find(starts).map(|joint| body + joint.dropped)
    }

    /// Where a clause that asks is followed by another that asks.
    fn guessed_cuts(&self, folded: &Folded) -> Vec<(usize, usize)> {
        let text = folded.text.as_str();
        let asks = self.asks_in(text);
        let mut cuts = Vec::new();
        let mut start = 0;
        for (at, end) in self.pauses(text) {
            if asks.range(start..at).next().is_some() && asks.range(end..).next().is_some() {
                cuts.push((folded.origin[at], folded.origin[end]));
                start = end;
            }
        }
        cuts
    }

    /// Gaps between clauses.
    fn pauses(&self, text: &str) -> Vec<(usize, usize)> {
        let mut found = Vec::new();
        let mut at = 0;
        while let Some(c) = text[at..].chars().next() {
            let gap = gap(&text[at..]);
            let (before, after) = (&text[..at], &text[at + gap.len()..]);
            let marked = gap.contains([',', ';', '.', '!', '。', '、']) && !within_number(before, after);
            let ended = gap.starts_with(char::is_whitespace) && self.endings.iter().any(|end| before.ends_with(end));
            if marked || ended {
                found.push((at, at + gap.len()));
            }
            at += gap.len().max(c.len_utf8());
        }
        found
    }

    /// Where the words that ask stand: between word boundaries in scripts that have spaces, anywhere
    /// in Han, and as endings anywhere in Hangul.
    fn asks_in(&self, text: &str) -> BTreeSet<usize> {
        let mut found = BTreeSet::new();
        for ask in &self.asks {
            if script(ask.chars().next().unwrap_or(' ')) == Script::Hangul {
                found.extend(text.match_indices(ask.as_str()).map(|(at, _)| at));
            } else {
                found.extend(occurrences(text, ask));
            }
        }
        found
    }
}

impl Joint {
    /// Reads `, and then | how much`: after a pause only, if it begins with a comma; what stands
    /// before the bar belongs to neither question, or all of it where there is no bar.
    fn read(written: &str) -> Option<Self> {
        let after_pause = written.trim_start().starts_with([',', '，']);
        let text = spell(&written.replace('|', " ")).replace(' ', if is_han(written) { "" } else { " " });
        let dropped = written.split_once('|').map_or(text.len(), |(dropped, _)| spell(dropped).len());
        (!text.is_empty()).then_some(Self { text, dropped, after_pause })
    }
}

impl Folded {
    fn of(text: &str) -> Self {
        let mut folded = Self { text: String::with_capacity(text.len()), origin: Vec::with_capacity(text.len() + 1) };
        for (at, c) in text.char_indices() {
            if c.is_ascii() {
                folded.text.push(c.to_ascii_lowercase());
            } else if script(c) == Script::Hangul {
                folded.text.push(c);
            } else {
                folded.text.push_str(&normalise(c.encode_utf8(&mut [0; 4])));
            }
            folded.origin.resize(folded.text.len(), at);
        }
        folded.origin.push(text.len());
        folded
    }
}

/// The pieces between the cuts; a piece that is too short, or that leans on what was asked before
/// it, stays with its neighbour.
fn glued<'q>(question: &'q str, cuts: &[(usize, usize)], leans: impl Fn(&str) -> bool) -> Vec<&'q str> {
    let starts = std::iter::once(0).chain(cuts.iter().map(|(_, end)| *end));
    let ends = cuts.iter().map(|(at, _)| *at).chain([question.len()]);
    let mut ranges: Vec<(usize, usize)> = Vec::new();
    for (start, end) in starts.zip(ends) {
        let short = |(start, end): (usize, usize)| letters(&question[start..end]) < LEAST_LETTERS;
        match ranges.last_mut() {
            Some(last) if short(*last) || short((start, end)) || leans(&question[start..end]) => last.1 = end,
            _ => ranges.push((start, end)),
        }
    }
    ranges
        .into_iter()
        .map(|(start, end)| question[start..end].trim_matches(|c| script(c) == Script::Gap))
        .filter(|piece| !piece.is_empty())
        .collect()
}

/// The run of characters between words at the beginning of a text.
fn gap(text: &str) -> &str {
    let end = text.find(|c| script(c) != Script::Gap).unwrap_or(text.len());
    &text[..end]
}

/// Whether a mark stands within a number.
fn within_number(before: &str, after: &str) -> bool {
    before.ends_with(|c: char| c.is_ascii_digit()) && after.starts_with(|c: char| c.is_ascii_digit())
}

fn is_han(text: &str) -> bool {
    text.chars().any(|c| script(c) == Script::Han)
}
