//! One hidden layer: terms that are used alike come to lie together, so that a question is
//! understood by words that its own unit never had.

use serde::{Deserialize, Serialize};

use super::{
    Examples, Opinion, Vector,
    arithmetic::{add, add_rows, products, step_rows},
    packed::Packed,
    random::Random,
    softmax,
};

/// Width of the hidden layer.
const WIDTH: usize = 128;
/// Networks that are learned.
const NETWORKS: u64 = 6;
const RATE: f32 = 0.12;
/// Share of a question's terms that are left out each time it is shown.
const LEFT_OUT: f32 = 0.4;

/// Networks that start differently and are asked together: where they agree, they are right.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Shallow {
    networks: Vec<Network>,
}

#[derive(Debug, Clone, Serialize, Deserialize)]
struct Network {
    units: usize,
    terms: Packed,
    bias: Vec<f32>,
    outputs: Vec<f32>,
}

/// A network while it learns.
struct Layers {
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
        let networks = (0..NETWORKS).map(|seed| Layers::learn(examples, features, rounds, seed).packed()).collect();
        Self { networks }
    }

    /// What the networks say together.
    pub fn opinion(&self, vector: &Vector) -> Opinion {
        Opinion::mean(self.networks.iter().map(|network| network.scores(vector)))
    }
}

impl Network {
    fn scores(&self, vector: &Vector) -> Vec<f32> {
        let mut hidden = self.bias.clone();
        self.terms.add_rows(&mut hidden, vector);
        hidden.iter_mut().for_each(rectify);
        let mut scores = vec![0f32; self.units];
        products(&self.outputs, &hidden, &mut scores);
        scores
    }
}

fn rectify(unit: &mut f32) {
    *unit = unit.max(0.0);
}

impl Layers {
    fn packed(self) -> Network {
        let Self { units, terms, bias, outputs } = self;
        Network { units, terms: Packed::of(&terms, WIDTH), bias, outputs }
    }

    fn learn(examples: &Examples, features: usize, rounds: usize, seed: u64) -> Self {
        let mut random = Random::new(29 + 2 * seed);
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
        let mut random = Random::new(1031 + 2 * seed);
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

    fn hidden(&self, vector: &Vector) -> Vec<f32> {
        let mut hidden = self.bias.clone();
        add_rows(&mut hidden, &self.terms, vector);
        hidden.iter_mut().for_each(rectify);
        hidden
    }

    fn step(&mut self, histories: &mut Histories, vector: &Vector, label: usize, rate: f32) {
        let hidden = self.hidden(vector);
        let mut error = vec![0f32; self.units];
        products(&self.outputs, &hidden, &mut error);
        softmax(&mut error);
        error[label] -= 1.0;
        let strength = mean_square(&hidden);
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
        let size = mean_square(&back);
        histories.bias += size;
        add(&mut self.bias, -rate / histories.bias.sqrt(), &back);
        step_rows(&mut self.terms, &mut histories.terms, vector, &back, size, rate);
    }
}

fn mean_square(values: &[f32]) -> f32 {
    values.iter().map(|value| value * value).sum::<f32>() / values.len() as f32
}
