//! All words that can stand for the syllables from one place on.

use crate::dictionary::{Dictionary, Node};
use crate::reading::{Pattern, Reading, Sound};

/// Some words of one sound.
pub struct Match<'a> {
    /// How many steps they stand for, at least one.
    pub steps: usize,
    /// Where the words are.
    pub node: &'a Node,
    /// How unlikely this sound is for what was typed, in nats; 0 when it was typed so.
    pub strain: f32,
}

/// Calls `found` for every sound that begins at step `from`, short ones first.
pub fn each_match<'a>(dictionary: &'a Dictionary, reading: &Reading, from: usize, mut found: impl FnMut(Match<'a>)) {
    let mut here: Vec<(Option<&Node>, f32)> = vec![(None, 0.0)];
    for (index, step) in reading.steps.iter().skip(from).enumerate() {
        let Sound::Syllables(pattern) = step.sound else {
            return;
        };
        here = next(dictionary, &here, &pattern);
        if here.is_empty() {
            return;
        }
        for (node, strain) in &here {
            if let Some(node) = node {
                found(Match { steps: index + 1, node, strain: *strain });
            }
        }
    }
}

fn next<'a>(
    dictionary: &'a Dictionary,
    here: &[(Option<&'a Node>, f32)],
    pattern: &Pattern,
) -> Vec<(Option<&'a Node>, f32)> {
    let mut there = Vec::new();
    for (node, strain) in here {
        for (code, child) in dictionary.follow(*node, pattern.range) {
            there.push((Some(child), strain + pattern.strain(code)));
        }
    }
    there
}
