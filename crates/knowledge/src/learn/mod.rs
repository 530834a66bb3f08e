//! Learns, from a pack's own phrasings, which entry a question means.
//!
//! Two learners that err differently, over the same sparse vectors: one weighs every term for every
//! entry, the other first learns which terms are used alike. Everything here is a function of its
//! arguments: fixed seeds, one thread, the same bits each time.

mod linear;
mod random;
mod shallow;
mod vectors;

pub use linear::Linear;
pub use shallow::Shallow;
pub use vectors::{Vector, Vectoriser};

/// Phrasings as vectors, each with the entry that it belongs to.
#[derive(Debug, Clone, Default)]
pub struct Examples {
    /// One vector per phrasing.
    pub vectors: Vec<Vector>,
    /// The entry of each, in `0..entries`.
    pub labels: Vec<u32>,
    /// Number of entries.
    pub entries: usize,
}

/// Turns scores into probabilities, in place.
pub fn softmax(scores: &mut [f32]) {
    let highest = scores.iter().copied().fold(f32::NEG_INFINITY, f32::max);
    let mut sum = 0.0;
    for score in scores.iter_mut() {
        *score = (*score - highest).exp();
        sum += *score;
    }
    for score in scores.iter_mut() {
        *score /= sum;
    }
}
