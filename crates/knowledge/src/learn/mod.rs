//! Learns, from a pack's own phrasings, which unit a question means.
//!
//! Two learners that err differently, over the same sparse vectors: one weighs every term for every
//! unit, the other first learns which terms are used alike. Everything here is a function of its
//! arguments: fixed seeds, one thread, the same bits each time.

mod arithmetic;
mod linear;
mod packed;
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

/// What a learner says to a question.
#[derive(Debug, Clone)]
pub struct Opinion {
    /// That each unit is meant.
    pub probabilities: Vec<f32>,
    /// The highest score before scores became probabilities: how much was recognised at all.
    pub highest: f32,
}

impl Opinion {
    /// The mean of what several learners say, each by a score for every unit.
    pub fn mean(voices: impl Iterator<Item = Vec<f32>>) -> Self {
        let mut mean = Self { probabilities: Vec::new(), highest: 0.0 };
        let mut count = 0.0;
        for mut scores in voices {
            mean.highest += scores.iter().copied().fold(f32::NEG_INFINITY, f32::max).max(-50.0);
            softmax(&mut scores);
            mean.probabilities.resize(scores.len(), 0.0);
            for (sum, score) in mean.probabilities.iter_mut().zip(scores) {
                *sum += score;
            }
            count += 1.0;
        }
        mean.highest /= count;
        for sum in &mut mean.probabilities {
            *sum /= count;
        }
        mean
    }
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
