//! A weight for every term and unit: for each unit a linear support vector machine that tells it from all others.

use serde::{Deserialize, Serialize};

use super::{
    Examples, Opinion, Vector,
    arithmetic::{add_rows, add_to_rows},
    packed::Packed,
    random::Random,
};

/// Times through all examples; more change nothing that can be measured.
const ROUNDS: usize = 10;
/// How much an error counts against weights that are large.
const COST: f32 = 1.0;
/// What a score of one is worth as the logarithm of odds.
const ODDS: f32 = 5.0;

/// Learned weights, feature by feature.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Linear {
    bias: Vec<f32>,
    weights: Packed,
}

/// The machines while they learn: squared hinge loss, by coordinate descent in the dual, which steps as far as is
/// best for one example and so needs no rate (Hsieh et al., A Dual Coordinate Descent Method for Large-scale Linear
/// SVM, ICML 2008). All units take their step at an example together.
struct Machines<'e> {
    examples: &'e Examples,
    bias: Vec<f32>,
    weights: Vec<f32>,
    /// The dual: how much each example weighs in each unit's weights, example by example; never below 0.
    duals: Vec<f32>,
}

impl Linear {
    /// Learns from `examples` over `features` features.
    pub fn learn(examples: &Examples, features: usize) -> Self {
        let units = examples.units;
        let mut machines = Machines {
            examples,
            bias: vec![0.0; units],
            weights: vec![0.0; features * units],
            duals: vec![0.0; examples.vectors.len() * units],
        };
        let mut order: Vec<usize> = (0..examples.vectors.len()).collect();
        let mut random = Random::new(17);
        let mut step = vec![0.0; units];
        for _ in 0..ROUNDS {
            random.shuffle(&mut order);
            for &example in &order {
                machines.step(example, &mut step);
            }
        }
        Self { bias: machines.bias, weights: Packed::of(&machines.weights, units) }
    }

    /// What it says to a question.
    pub fn opinion(&self, vector: &Vector) -> Opinion {
        let mut scores = self.bias.clone();
        self.weights.add_rows(&mut scores, vector);
        let highest = scores.iter().copied().fold(f32::NEG_INFINITY, f32::max);
        scores.iter_mut().for_each(|score| *score *= ODDS);
        Opinion { highest, ..Opinion::mean(std::iter::once(scores)) }
    }
}

impl Machines<'_> {
    /// Moves one example to its unit's side of the margin, and to the other side for all other units.
    fn step(&mut self, example: usize, step: &mut [f32]) {
        const DIAGONAL: f32 = 0.5 / COST;
        // A vector's square is 1 and the bias a feature that every example has once; what has no known feature takes
        // shorter steps than it might.
        const CURVATURE: f32 = 2.0 + DIAGONAL;
        let vector = &self.examples.vectors[example];
        let label = self.examples.labels[example] as usize;
        step.copy_from_slice(&self.bias);
        add_rows(step, &self.weights, vector);
        let duals = &mut self.duals[example * step.len()..][..step.len()];
        for (unit, (step, dual)) in step.iter_mut().zip(duals).enumerate() {
            let side = if unit == label { 1.0 } else { -1.0 };
            let slope = side * *step - 1.0 + DIAGONAL * *dual;
            let moved = (*dual - slope / CURVATURE).max(0.0);
            *step = side * (moved - *dual);
            *dual = moved;
        }
        for (bias, step) in self.bias.iter_mut().zip(&*step) {
            *bias += step;
        }
        add_to_rows(&mut self.weights, vector, step);
    }
}
