//! What everybody says whatever the subject: words and letters that say little about a question.
//!
//! A pack of a hundred short questions, or of statutes, cannot know that "could you tell me" says
//! nothing. What is common in the ordinary speech of a language (`speech.txt`) weighs less in every
//! pack. Knows terms, and no pack.

use std::hash::Hasher;

use rustc_hash::{FxHashMap, FxHasher};
use serde::{Deserialize, Serialize};

use crate::{
    analysis::{Analyzer, Side},
    index::idf,
};

/// Utterances in which a term occurs once prove nothing.
const LEAST: u32 = 2;

/// How common terms are in the ordinary speech of a language.
#[derive(Debug, Default, Serialize, Deserialize)]
pub struct Speech {
    utterances: u64,
    /// Utterances that have a term, by side and hashed term.
    frequencies: FxHashMap<(u8, u32), u32>,
}

impl Speech {
    /// Counts the terms of ordinary utterances.
    pub fn of(utterances: &[String], analyzer: &Analyzer) -> Self {
        let mut frequencies: FxHashMap<(u8, u32), u32> = FxHashMap::default();
        for utterance in utterances {
            let terms = analyzer.terms(utterance);
            for side in Side::ALL {
                let mut distinct: Vec<u32> = terms.of(side).map(hash).collect();
                distinct.sort_unstable();
                distinct.dedup();
                for term in distinct {
                    *frequencies.entry((side as u8, term)).or_default() += 1;
                }
            }
        }
        frequencies.retain(|_, frequency| *frequency >= LEAST);
        Self { utterances: utterances.len() as u64, frequencies }
    }

    /// How much a term says, as a share of what a term says that nobody uses: over 0 and up to 1.
    pub fn share(&self, side: Side, term: u32) -> f32 {
        match self.frequencies.get(&(side as u8, term)) {
            Some(frequency) => idf(self.utterances, u64::from(*frequency)) / idf(self.utterances, 0),
            None => 1.0,
        }
    }
}

/// A term as a number.
pub fn hash(term: &str) -> u32 {
    let mut hasher = FxHasher::default();
    hasher.write(term.as_bytes());
    (hasher.finish() >> 32) as u32
}
