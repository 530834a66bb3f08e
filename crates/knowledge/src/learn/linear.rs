//! A weight for every term and unit: multinomial logistic regression, learned by AdaGrad.

use serde::{Deserialize, Serialize};

use super::{Examples, Vector, random::Random, softmax};

const RATE: f32 = 0.5;
const SHRINK: f32 = 2e-6;

/// Learned weights, feature by feature.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Linear {
    units: usize,
    weights: Vec<f32>,
}

impl Linear {
    /// Learns from `examples` over `features` features, `rounds` times through all of them.
    pub fn learn(examples: &Examples, features: usize, rounds: usize) -> Self {
        let units = examples.units;
        let mut weights = vec![0f32; features * units];
        let mut moved = vec![1e-3f32; features];
        let mut order: Vec<usize> = (0..examples.vectors.len()).collect();
        let mut random = Random::new(17);
        let mut error = vec![0f32; units];
        for round in 0..rounds {
            random.shuffle(&mut order);
            let rate = RATE * (1.0 - round as f32 / rounds as f32);
            for &example in &order {
                let vector = &examples.vectors[example];
                score(&weights, units, vector, &mut error);
                softmax(&mut error);
                error[examples.labels[example] as usize] -= 1.0;
                let size: f32 = error.iter().map(|e| e * e).sum();
                for &(feature, weight) in vector {
                    let history = &mut moved[feature as usize];
                    *history += weight * weight * size;
                    let step = rate * weight / history.sqrt();
                    let row = &mut weights[feature as usize * units..][..units];
                    for (w, e) in row.iter_mut().zip(&error) {
                        *w -= step * e + SHRINK * *w;
                    }
                }
            }
        }
        Self { units, weights }
    }

    /// A score for each unit.
    pub fn scores(&self, vector: &Vector) -> Vec<f32> {
        let mut scores = vec![0f32; self.units];
        score(&self.weights, self.units, vector, &mut scores);
        scores
    }
}

fn score(weights: &[f32], units: usize, vector: &Vector, scores: &mut [f32]) {
    scores.fill(0.0);
    for &(feature, weight) in vector {
        let row = &weights[feature as usize * units..][..units];
        for (score, w) in scores.iter_mut().zip(row) {
            *score += weight * w;
        }
    }
}
