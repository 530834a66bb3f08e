//! A weight for every term and unit: multinomial logistic regression, learned by AdaGrad.

use serde::{Deserialize, Serialize};

use super::{
    Examples, Opinion, Vector,
    arithmetic::{add_rows, step_rows},
    packed::Packed,
    random::Random,
    softmax,
};

const RATE: f32 = 0.5;
const SHRINK: f32 = 2e-6;

/// Learned weights, feature by feature.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Linear {
    units: usize,
    weights: Packed,
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
                error.fill(0.0);
                add_rows(&mut error, &weights, vector);
                softmax(&mut error);
                error[examples.labels[example] as usize] -= 1.0;
                let size: f32 = error.iter().map(|e| e * e).sum();
                step_rows(&mut weights, &mut moved, vector, &error, size, rate, SHRINK);
            }
        }
        Self { units, weights: Packed::of(&weights, units) }
    }

    /// What it says to a question.
    pub fn opinion(&self, vector: &Vector) -> Opinion {
        let mut scores = vec![0f32; self.units];
        self.weights.add_rows(&mut scores, vector);
        Opinion::mean(std::iter::once(scores))
    }
}
