//! Every passage's terms as numbers, kept in memory, so that the passages that the index finds can
//! be compared with a question exactly and from every side.

use rustc_hash::FxHashMap;
use serde::{Deserialize, Serialize};

use crate::{
    analysis::{Side, Terms},
    corpus::Role,
    index::{WeighedTerm, idf},
    speech::{Speech, hash},
};

/// BM25's saturation of repeated terms.
const K1: f32 = 1.2;
/// BM25's correction for length.
const B: f32 = 0.75;

/// The terms of all passages.
#[derive(Debug, Default, Serialize, Deserialize)]
pub struct Sketches {
    /// Hashed term and count (at most 255), side by side and passage by passage.
    terms: Vec<(u32, u8)>,
    /// Where each side of each passage starts in `terms`; one more than there are sides.
    starts: Vec<u32>,
    /// Length of each side's weight vector.
    norms: Vec<f32>,
    /// Number of terms of each side, with repetition.
    lengths: Vec<u32>,
    /// Mean of `lengths`, by role and side.
    means: [[f32; 4]; 2],
    /// Passages of each role.
    counts: [u64; 2],
}

/// A question's terms of one side and role, weighed.
#[derive(Debug, Default)]
pub struct Probe {
    weights: FxHashMap<u32, (f32, f32)>,
    norm: f32,
    total: f32,
}

/// How alike a question and a passage are from one side; each 0..=1.
#[derive(Debug, Default, Clone, Copy)]
pub struct Likeness {
    /// Cosine of the weight vectors.
    pub cosine: f32,
    /// BM25, as a share of what the best imaginable passage would score.
    pub bm25: f32,
    /// Share of the question's weight that the passage has at all.
    pub coverage: f32,
}

impl Sketches {
    /// Sketches passages in order, their terms weighed also by how common they are in `speech`.
    pub fn of(passages: &[(Role, Terms)], speech: &Speech) -> Self {
        let mut sketches = Self { starts: vec![0], ..Self::default() };
        let mut frequency: FxHashMap<(u8, u32), u32> = FxHashMap::default();
        for (role, terms) in passages {
            sketches.counts[*role as usize] += 1;
            for side in Side::ALL {
                let mut hashes: Vec<u32> = terms.of(side).map(hash).collect();
                sketches.lengths.push(hashes.len() as u32);
                sketches.means[*role as usize][side as usize] += hashes.len() as f32;
                hashes.sort_unstable();
                for group in hashes.chunk_by(|a, b| a == b) {
                    sketches.terms.push((group[0], group.len().min(255) as u8));
                    *frequency.entry((space(*role, side), group[0])).or_default() += 1;
                }
                sketches.starts.push(sketches.terms.len() as u32);
            }
        }
        for role in [Role::Asked, Role::Told] {
            for side in Side::ALL {
                sketches.means[role as usize][side as usize] /= sketches.counts[role as usize].max(1) as f32;
            }
        }
        sketches.norms = sketches.norms_of(passages.iter().map(|(role, _)| *role), &frequency, speech);
        sketches
    }

    fn norms_of(
        &self,
        roles: impl Iterator<Item = Role>,
        frequency: &FxHashMap<(u8, u32), u32>,
        speech: &Speech,
    ) -> Vec<f32> {
        let mut norms = Vec::with_capacity(self.lengths.len());
        for (passage, role) in roles.enumerate() {
            for side in Side::ALL {
                let squares: f32 = self
                    .side(passage, side)
                    .iter()
                    .map(|(term, count)| {
                        let df = frequency.get(&(space(role, side), *term)).copied().unwrap_or(1);
                        let idf = idf(self.counts[role as usize], u64::from(df)) * speech.share(side, *term);
                        let weight = dampened(*count) * idf;
                        weight * weight
                    })
                    .sum();
                norms.push(squares.sqrt());
            }
        }
        norms
    }

    /// How many passages speak in a role.
    pub fn count(&self, role: Role) -> u64 {
        self.counts[role as usize]
    }

    /// Compares a question with a passage from one side.
    pub fn likeness(&self, probe: &Probe, passage: usize, role: Role, side: Side) -> Likeness {
        let at = passage * Side::ALL.len() + side as usize;
        if probe.total == 0.0 || self.norms[at] == 0.0 {
            return Likeness::default();
        }
        let length = self.lengths[at] as f32 / self.means[role as usize][side as usize].max(1.0);
        let saturation = K1 * (1.0 - B + B * length);
        let (mut product, mut bm25, mut covered) = (0.0, 0.0, 0.0);
        for (term, count) in self.side(passage, side) {
            if let Some((weight, idf)) = probe.weights.get(term) {
                product += weight * dampened(*count) * idf;
                let count = f32::from(*count);
                bm25 += idf * count * (K1 + 1.0) / (count + saturation);
                covered += idf;
            }
        }
        Likeness {
            cosine: product / (probe.norm * self.norms[at]),
            bm25: bm25 / (probe.total * (K1 + 1.0)),
            coverage: covered / probe.total,
        }
    }

    fn side(&self, passage: usize, side: Side) -> &[(u32, u8)] {
        let at = passage * Side::ALL.len() + side as usize;
        &self.terms[self.starts[at] as usize..self.starts[at + 1] as usize]
    }
}

impl Probe {
    /// Weighs a question's terms; `counts` tells how often each stands in the question.
    pub fn new<'t>(weighed: &[WeighedTerm], terms: impl Iterator<Item = &'t str> + Clone) -> Self {
        let mut probe = Self::default();
        for term in weighed {
            let count = terms.clone().filter(|other| **other == term.text).count().min(255) as u8;
            let weight = dampened(count) * term.idf;
            probe.weights.insert(hash(&term.text), (weight, term.idf));
            probe.norm += weight * weight;
            probe.total += term.idf;
        }
        probe.norm = probe.norm.sqrt();
        probe
    }
}

fn dampened(count: u8) -> f32 {
    1.0 + f32::from(count).ln()
}

fn space(role: Role, side: Side) -> u8 {
    role as u8 * 4 + side as u8
}
