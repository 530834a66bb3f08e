//! The tensors that a model of some shape has to have, by name, size and type. It knows names, not meanings.

use std::{
    collections::BTreeMap,
    io::{Read, Seek},
};

use super::{Shape, read::Reader};
use crate::SpeechError;

/// How the numbers of a tensor are stored.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[expect(missing_docs, reason = "the names of ggml")]
pub enum Weights {
    F32,
    F16,
    Q4_0,
    Q4_1,
    Q5_0,
    Q5_1,
    Q8_0,
}

impl Weights {
    /// By the number in the head of a file.
    pub(super) fn of_file(number: u32) -> Option<Self> {
        Some(match number {
            0 => Self::F32,
            1 => Self::F16,
            2 => Self::Q4_0,
            3 => Self::Q4_1,
            7 => Self::Q8_0,
            8 => Self::Q5_0,
            9 => Self::Q5_1,
            _ => return None,
        })
    }

    /// The number in the head of a file.
    #[must_use]
    pub fn file_number(self) -> u32 {
        match self {
            Self::F32 => 0,
            Self::F16 => 1,
            Self::Q4_0 => 2,
            Self::Q4_1 => 3,
            Self::Q8_0 => 7,
            Self::Q5_0 => 8,
            Self::Q5_1 => 9,
        }
    }

    /// The number in the head of a tensor.
    #[must_use]
    pub fn tensor_number(self) -> u32 {
        match self {
            Self::F32 => 0,
            Self::F16 => 1,
            Self::Q4_0 => 2,
            Self::Q4_1 => 3,
            Self::Q5_0 => 6,
            Self::Q5_1 => 7,
            Self::Q8_0 => 8,
        }
    }

    /// Bytes that `count` numbers take; quantised ones are stored 32 at a time.
    #[must_use]
    pub fn bytes(self, count: u64) -> u64 {
        match self {
            Self::F32 => count * 4,
            Self::F16 => count * 2,
            Self::Q4_0 => count / 32 * 18,
            Self::Q4_1 => count / 32 * 20,
            Self::Q5_0 => count / 32 * 22,
            Self::Q5_1 => count / 32 * 24,
            Self::Q8_0 => count / 32 * 34,
        }
    }
}

/// One tensor of a model.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Tensor {
    /// Its name in the file.
    pub name: String,
    /// Its sizes, the fastest first.
    pub sizes: Vec<u32>,
    /// Its type.
    pub weights: Weights,
}

impl Tensor {
    /// Bytes of its numbers.
    #[must_use]
    pub fn bytes(&self) -> u64 {
        self.weights.bytes(self.sizes.iter().map(|size| u64::from(*size)).product())
    }
}

impl Shape {
    /// All tensors of a model of this shape.
    #[must_use]
    pub fn tensors(&self) -> Vec<Tensor> {
        let mut all = Vec::new();
        let convolution = if self.weights == Weights::F32 { Weights::F32 } else { Weights::F16 };
        let mut add = |name: &str, sizes: &[u32], weights| {
            all.push(Tensor { name: name.to_owned(), sizes: sizes.to_vec(), weights });
        };
        add("encoder.positional_embedding", &[self.width, self.audio_positions], Weights::F32);
        add("encoder.conv1.weight", &[3, self.bands, self.width], convolution);
        add("encoder.conv1.bias", &[1, self.width], Weights::F32);
        add("encoder.conv2.weight", &[3, self.width, self.width], convolution);
        add("encoder.conv2.bias", &[1, self.width], Weights::F32);
        add("encoder.ln_post.weight", &[self.width], Weights::F32);
        add("encoder.ln_post.bias", &[self.width], Weights::F32);
        add("decoder.positional_embedding", &[self.width, self.text_positions], Weights::F32);
        add("decoder.token_embedding.weight", &[self.width, self.tokens], self.weights);
        add("decoder.ln.weight", &[self.width], Weights::F32);
        add("decoder.ln.bias", &[self.width], Weights::F32);
        for layer in 0..self.audio_layers {
            let layer = format!("encoder.blocks.{layer}");
            all.extend(self.attention(&layer, "attn"));
            all.extend(self.perceptron(&layer));
        }
        for layer in 0..self.text_layers {
            let layer = format!("decoder.blocks.{layer}");
            all.extend(self.attention(&layer, "attn"));
            all.extend(self.attention(&layer, "cross_attn"));
            all.extend(self.perceptron(&layer));
        }
        all
    }

    fn attention(&self, layer: &str, kind: &str) -> Vec<Tensor> {
        let (vector, matrix) = ([self.width].to_vec(), [self.width, self.width].to_vec());
        let of = |part: &str, sizes: &Vec<u32>, weights| Tensor {
            name: format!("{layer}.{kind}{part}"),
            sizes: sizes.clone(),
            weights,
        };
        vec![
            of("_ln.weight", &vector, Weights::F32),
            of("_ln.bias", &vector, Weights::F32),
            of(".query.weight", &matrix, self.weights),
            of(".query.bias", &vector, Weights::F32),
            of(".key.weight", &matrix, self.weights),
            of(".value.weight", &matrix, self.weights),
            of(".value.bias", &vector, Weights::F32),
            of(".out.weight", &matrix, self.weights),
            of(".out.bias", &vector, Weights::F32),
        ]
    }

    fn perceptron(&self, layer: &str) -> Vec<Tensor> {
        let (width, wide) = (self.width, 4 * self.width);
        let of = |part: &str, sizes: &[u32], weights| Tensor {
            name: format!("{layer}.{part}"),
            sizes: sizes.to_vec(),
            weights,
        };
        vec![
            of("mlp_ln.weight", &[width], Weights::F32),
            of("mlp_ln.bias", &[width], Weights::F32),
            of("mlp.0.weight", &[width, wide], self.weights),
            of("mlp.0.bias", &[wide], Weights::F32),
            of("mlp.2.weight", &[wide, width], self.weights),
            of("mlp.2.bias", &[width], Weights::F32),
        ]
    }
}

/// Sizes without the ones at their end, which say nothing.
fn significant(sizes: &[u32]) -> &[u32] {
    let end = sizes.iter().rposition(|size| *size != 1).map_or(0, |last| last + 1);
    sizes.get(..end).unwrap_or(sizes)
}

/// That just these tensors follow, each once, and nothing after them.
pub(super) fn check<R: Read + Seek>(reader: &mut Reader<'_, R>, shape: &Shape) -> Result<(), SpeechError> {
    let mut missing: BTreeMap<String, Tensor> =
        shape.tensors().into_iter().map(|tensor| (tensor.name.clone(), tensor)).collect();
    while reader.left() > 0 {
        let (dimensions, name_length, kind) = (reader.number()?, reader.number()?, reader.number()?);
        if !(1..=3).contains(&dimensions) {
            return Err(reader.refuse("a tensor has no dimensions, or too many"));
        }
        let sizes = (0..dimensions).map(|_| reader.number()).collect::<Result<Vec<_>, _>>()?;
        let name = reader.text(name_length)?;
        let Some(expected) = missing.remove(&name) else {
            return Err(reader.refuse(format!("{name:?} is no tensor of it, or is there twice")));
        };
        if significant(&sizes) != significant(&expected.sizes) || kind != expected.weights.tensor_number() {
            return Err(reader.refuse(format!("{name} has another size or type")));
        }
        reader.skip(expected.bytes())?;
    }
    match missing.keys().next() {
        None => Ok(()),
        Some(name) => Err(reader.truncated(format!("{name} and {} more tensors are missing", missing.len() - 1))),
    }
}
