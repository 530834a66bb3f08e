//! Learns, from a pack's own phrasings, which unit a question means.
//!
//! Two learners that err differently, over the same sparse vectors: one weighs every term for every
//! unit, the other first learns which terms are used alike. Everything here is a function of its
//! arguments: fixed seeds, one thread, the same bits each time.

mod linear;
mod random;
mod shallow;
mod vectors;

pub use linear::Linear;
pub use shallow::Shallow;
pub use vectors::{Vector, Vectoriser};

/// Texts as vectors, each with the unit that it belongs to.
#[derive(Debug, Clone, Default)]
pub struct Examples {
    /// One vector per text.
    pub vectors: Vec<Vector>,
    /// The unit of each, in `0..units`.
    pub labels: Vec<u32>,
    /// Number of units.
    pub units: usize,
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
