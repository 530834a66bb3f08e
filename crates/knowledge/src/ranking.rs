//! Weighs the evidence: a linear score, learned so that the right unit comes first.

use serde::{Deserialize, Serialize};

use crate::{
    evidence::{Candidate, Evidence, KINDS},
    learn::softmax,
};

/// A weight per kind of evidence.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Weights(pub Evidence);

impl Default for Weights {
    /// For packs with too few phrasings to learn from.
    fn default() -> Self {
        Self([
            3.0, 5.0, 2.0, 2.0, 0.5, 2.0, 2.0, 2.0, 1.0, 1.0, 1.0, 4.0, 4.0, 4.0, 4.0, -0.3, 4.0,
        ])
    }
}

/// The candidates for one question, with the place of the right one.
#[derive(Debug)]
pub struct Lesson {
    /// Evidence of each candidate.
    pub candidates: Vec<Evidence>,
    /// Index of the right one.
    pub right: usize,
}

const ROUNDS: usize = 120;
const RATE: f32 = 0.8;
/// How strongly learned weights are held to the default, against the mean loss of a lesson.
const HOLD: f32 = 2e-4;

impl Weights {
    /// The score of a unit; comparable within one question.
    pub fn score(&self, evidence: &Evidence) -> f32 {
        self.0.iter().zip(evidence).map(|(weight, e)| weight * e).sum()
    }

    /// Candidates with score and probability, best first.
    pub fn rank(&self, candidates: Vec<Candidate>) -> Vec<(Candidate, f32, f32)> {
        let scores: Vec<f32> = candidates.iter().map(|candidate| self.score(&candidate.evidence)).collect();
        let mut probabilities = scores.clone();
        softmax(&mut probabilities);
        let mut ranked: Vec<_> = candidates.into_iter().zip(scores).zip(probabilities).map(|((c, s), p)| (c, s, p)).collect();
        ranked.sort_by(|a, b| b.1.total_cmp(&a.1).then(a.0.unit.cmp(&b.0.unit)));
        ranked
    }

    /// Learns weights by which the right candidates are likeliest.
    pub fn learn(lessons: &[Lesson]) -> Self {
        let start = Self::default();
        let mut weights = start.clone();
        let mut history = [1e-2f32; KINDS];
        for _ in 0..ROUNDS {
            let mut slope = [0f32; KINDS];
            for lesson in lessons {
                let mut shares: Vec<f32> = lesson.candidates.iter().map(|evidence| weights.score(evidence)).collect();
                softmax(&mut shares);
                shares[lesson.right] -= 1.0;
                for (evidence, share) in lesson.candidates.iter().zip(&shares) {
                    for (slope, e) in slope.iter_mut().zip(evidence) {
                        *slope += share * e;
                    }
                }
            }
            for place in 0..KINDS {
                let pull = HOLD * (weights.0[place] - start.0[place]);
                let slope = slope[place] / lessons.len().max(1) as f32 + pull;
                history[place] += slope * slope;
                weights.0[place] -= RATE * slope / history[place].sqrt();
            }
        }
        weights
    }
}
