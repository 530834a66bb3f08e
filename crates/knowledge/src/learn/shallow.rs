//! One hidden layer: terms that are used alike come to lie together, so that a question is
//! understood by words that its own unit never had.

use serde::{Deserialize, Serialize};

use super::{Examples, Vector, random::Random, softmax};

/// Width of the hidden layer.
const WIDTH: usize = 128;
const RATE: f32 = 0.12;
/// Share of a question's terms that are left out each time it is shown.
const LEFT_OUT: f32 = 0.3;

/// Learned layers.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Shallow {
    units: usize,
    terms: Vec<f32>,
    bias: Vec<f32>,
    outputs: Vec<f32>,
}

struct Histories {
    terms: Vec<f32>,
    bias: f32,
    outputs: Vec<f32>,
}

impl Shallow {
    /// Learns from `examples` over `features` features, `rounds` times through all of them.
    pub fn learn(examples: &Examples, features: usize, rounds: usize) -> Self {
        let mut random = Random::new(29);
        let mut start =
            |count: usize, scale: f32| -> Vec<f32> { (0..count).map(|_| (random.unit() - 0.5) * scale).collect() };
        let mut layers = Self {
            units: examples.units,
            terms: start(features * WIDTH, 0.5),
            bias: vec![0.0; WIDTH],
            outputs: start(examples.units * WIDTH, 0.3),
        };
        let mut histories = Histories { terms: vec![1e-4; features], bias: 1e-4, outputs: vec![1e-4; examples.units] };
        let mut order: Vec<usize> = (0..examples.vectors.len()).collect();
        let mut random = Random::new(31);
        let mut shown = Vector::new();
        for round in 0..rounds {
            random.shuffle(&mut order);
            let rate = RATE * (1.0 - round as f32 / rounds as f32);
            for &example in &order {
                shown.clear();
                shown.extend(examples.vectors[example].iter().filter(|_| random.unit() >= LEFT_OUT));
                let scale = 1.0 / (1.0 - LEFT_OUT);
                for (_, weight) in &mut shown {
                    *weight *= scale;
                }
                layers.step(&mut histories, &shown, examples.labels[example] as usize, rate);
            }
        }
        layers
    }

    /// A score for each unit.
    pub fn scores(&self, vector: &Vector) -> Vec<f32> {
        let hidden = self.hidden(vector);
        self.outputs.chunks_exact(WIDTH).map(|row| dot(row, &hidden)).collect()
    }

    fn hidden(&self, vector: &Vector) -> [f32; WIDTH] {
        let mut hidden = [0f32; WIDTH];
        hidden.copy_from_slice(&self.bias);
        for &(feature, weight) in vector {
            add(&mut hidden, weight, &self.terms[feature as usize * WIDTH..][..WIDTH]);
        }
        for unit in &mut hidden {
            *unit = unit.max(0.0);
        }
        hidden
    }

    fn step(&mut self, histories: &mut Histories, vector: &Vector, label: usize, rate: f32) {
        let hidden = self.hidden(vector);
        let mut error: Vec<f32> = self.outputs.chunks_exact(WIDTH).map(|row| dot(row, &hidden)).collect();
        softmax(&mut error);
        error[label] -= 1.0;
        let strength = dot(&hidden, &hidden) / WIDTH as f32;
        let mut back = [0f32; WIDTH];
        for (unit, &e) in error.iter().enumerate() {
            if e.abs() < 1e-4 {
                continue;
            }
            let row = &mut self.outputs[unit * WIDTH..][..WIDTH];
            add(&mut back, e, row);
            histories.outputs[unit] += e * e * strength;
            add(row, -rate * e / histories.outputs[unit].sqrt(), &hidden);
        }
        for (back, active) in back.iter_mut().zip(&hidden) {
            if *active <= 0.0 {
                *back = 0.0;
            }
        }
        let size = dot(&back, &back) / WIDTH as f32;
        histories.bias += size;
        add(&mut self.bias, -rate / histories.bias.sqrt(), &back);
        for &(feature, weight) in vector {
            let history = &mut histories.terms[feature as usize];
            *history += weight * weight * size;
            add(&mut self.terms[feature as usize * WIDTH..][..WIDTH], -rate * weight / history.sqrt(), &back);
        }
    }
}

fn dot(a: &[f32], b: &[f32]) -> f32 {
    let mut lanes = [0f32; 8];
    for (a, b) in a.chunks_exact(8).zip(b.chunks_exact(8)) {
        for lane in 0..8 {
            lanes[lane] += a[lane] * b[lane];
        }
    }
    lanes.iter().sum()
}

fn add(to: &mut [f32], scale: f32, from: &[f32]) {
    for (to, from) in to.iter_mut().zip(from) {
        *to += scale * from;
    }
}
