//! Texts as sparse vectors: each term once, weighed by how rare it is among the phrasings.

use std::hash::Hasher;

use rustc_hash::{FxHashMap, FxHasher};
use serde::{Deserialize, Serialize};

use crate::analysis::{Side, Terms};

/// Feature and weight; features ascend, the weights' squares sum to 1 (or the vector is empty).
pub type Vector = Vec<(u32, f32)>;

/// The features that were worth keeping, with their inverse document frequency.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
pub struct Vectoriser {
    known: FxHashMap<u64, (u32, f32)>,
}

impl Vectoriser {
    /// Keeps the features that occur in at least `least` of the texts.
    pub fn fit<'t>(texts: impl Iterator<Item = &'t Terms>, least: u32) -> Self {
        let mut frequency: FxHashMap<u64, u32> = FxHashMap::default();
        let mut count = 0u32;
        for terms in texts {
            count += 1;
            for (feature, _) in counted(terms) {
                *frequency.entry(feature).or_default() += 1;
            }
        }
        let mut kept: Vec<(u64, u32)> = frequency.into_iter().filter(|(_, df)| *df >= least).collect();
        kept.sort_unstable();
        let known = (0..)
            .zip(kept)
            .map(|(index, (feature, df))| (feature, (index, ((1.0 + count as f32) / (1.0 + df as f32)).ln() + 1.0)))
            .collect();
        Self { known }
    }

    /// How many features there are.
    pub fn features(&self) -> usize {
        self.known.len()
    }

    /// The share of a text's features that are known, 0..=1.
    pub fn familiarity(&self, terms: &Terms) -> f32 {
        let counted = counted(terms);
        let known = counted.keys().filter(|feature| self.known.contains_key(feature)).count();
        known as f32 / counted.len().max(1) as f32
    }

    /// The vector of a text.
    pub fn vector(&self, terms: &Terms) -> Vector {
        let mut vector: Vector = counted(terms)
            .into_iter()
            .filter_map(|(feature, count)| {
                let (index, idf) = self.known.get(&feature)?;
                Some((*index, (1.0 + (count as f32).ln()) * idf))
            })
            .collect();
        vector.sort_unstable_by_key(|(index, _)| *index);
        let norm = vector.iter().map(|(_, weight)| weight * weight).sum::<f32>().sqrt();
        for (_, weight) in &mut vector {
            *weight /= norm;
        }
        vector
    }
}

/// Features of a text with how often each occurs: terms of every side and pairs of neighbouring words.
fn counted(terms: &Terms) -> FxHashMap<u64, u32> {
    let mut counts = FxHashMap::default();
    for side in Side::ALL {
        for term in terms.of(side) {
            *counts.entry(hash(side as u8, term, "")).or_default() += 1;
        }
    }
    for (first, second) in terms.of(Side::Words).zip(terms.of(Side::Words).skip(1)) {
        *counts.entry(hash(u8::MAX, first, second)).or_default() += 1;
    }
    counts
}

fn hash(space: u8, first: &str, second: &str) -> u64 {
    let mut hasher = FxHasher::default();
    hasher.write_u8(space);
    hasher.write(first.as_bytes());
    hasher.write_u8(0xFF);
    hasher.write(second.as_bytes());
    hasher.finish()
}
