//! A model of Whisper's shape and of any size with random weights: it loads and takes its time as a real one does, and
//! knows nothing. For loading, timing and memory, never for words.

use std::{fs::File, io::BufWriter, io::Write, path::Path};

use kaunter_speech::models::ggml::{BINS, MAGIC, Shape, Weights};

/// The measures of the published models.
pub fn shape(size: &str) -> Shape {
    let (width, heads, layers) = match size {
        "tiny" => (384, 6, 4),
        "base" => (512, 8, 6),
        "small" => (768, 12, 12),
        _ => (128, 2, 2),
    };
    Shape {
        tokens: 51_865,
        audio_positions: if size == "least" { 300 } else { 1500 },
        width,
        audio_heads: heads,
        audio_layers: layers,
        text_positions: 448,
        text_heads: heads,
        text_layers: layers,
        bands: 80,
        weights: if size == "least" { Weights::F16 } else { Weights::Q5_1 },
    }
}

/// Writes it.
pub fn write(file: &Path, shape: &Shape) {
    let mut out = BufWriter::new(File::create(file).unwrap());
    let mut chance = Chance(0x9E37_79B9_7F4A_7C15);
    number(&mut out, MAGIC);
    for measure in [
        shape.tokens,
        shape.audio_positions,
        shape.width,
        shape.audio_heads,
        shape.audio_layers,
        shape.text_positions,
        shape.width,
        shape.text_heads,
        shape.text_layers,
        shape.bands,
        shape.weights.file_number(),
    ] {
        number(&mut out, measure);
    }
    number(&mut out, shape.bands);
    number(&mut out, BINS);
    for band in 0..shape.bands {
        for bin in 0..BINS {
            let near = (f64::from(bin) / f64::from(BINS) - f64::from(band) / f64::from(shape.bands)).abs();
            out.write_all(&(if near < 0.02 { 0.02_f32 } else { 0.0 }).to_le_bytes()).unwrap();
        }
    }
    number(&mut out, 50_257);
    for token in 0..50_257_u32 {
        let word = if token < 256 { vec![token as u8] } else { format!(" w{token}").into_bytes() };
        number(&mut out, word.len() as u32);
        out.write_all(&word).unwrap();
    }
    for tensor in shape.tensors() {
        number(&mut out, tensor.sizes.len() as u32);
        number(&mut out, tensor.name.len() as u32);
        number(&mut out, tensor.weights.tensor_number());
        tensor.sizes.iter().for_each(|size| number(&mut out, *size));
        out.write_all(tensor.name.as_bytes()).unwrap();
        let count: u64 = tensor.sizes.iter().map(|size| u64::from(*size)).product();
        numbers(
            &mut out,
            &mut chance,
            tensor.weights,
            count,
            tensor.name.ends_with("ln.weight") || tensor.name.ends_with("ln_post.weight"),
        );
    }
    out.flush().unwrap();
}

fn numbers(out: &mut impl Write, chance: &mut Chance, weights: Weights, count: u64, ones: bool) {
    match weights {
        Weights::F32 => (0..count).for_each(|_| {
            let value = if ones { 1.0 } else { chance.small() };
            out.write_all(&value.to_le_bytes()).unwrap();
        }),
        // 0x2xxx are half floats of about ±0.01 to ±0.03.
        Weights::F16 => (0..count).for_each(|_| {
            let bits = (chance.next() as u16 & 0x83FF) | 0x2000;
            out.write_all(&bits.to_le_bytes()).unwrap();
        }),
        // A block of 32: scale, least value, high bits, low bits.
        Weights::Q5_1 => (0..count / 32).for_each(|_| {
            out.write_all(&0x1418_u16.to_le_bytes()).unwrap();
            out.write_all(&0xA418_u16.to_le_bytes()).unwrap();
            for _ in 0..5 {
                out.write_all(&(chance.next() as u32).to_le_bytes()).unwrap();
            }
        }),
        other => panic!("not written here: {other:?}"),
    }
}

fn number(out: &mut impl Write, value: u32) {
    out.write_all(&value.to_le_bytes()).unwrap();
}

/// Numbers that are the same on every machine (xorshift).
pub struct Chance(pub u64);

impl Chance {
    pub fn next(&mut self) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0
    }

    /// About -0.03 to 0.03.
    fn small(&mut self) -> f32 {
        (self.next() % 2001) as f32 / 2000.0 * 0.06 - 0.03
    }

    /// -1 to 1.
    pub fn even(&mut self) -> f32 {
        (self.next() % 20_001) as f32 / 10_000.0 - 1.0
    }
}
