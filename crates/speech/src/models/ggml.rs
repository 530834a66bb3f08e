//! The file that a Whisper model in ggml form is: looked through from end to end before the recogniser, which is C++
//! and believes its files, may see it. It knows nothing of what the weights do.

mod read;
mod tensors;

use std::{
    fs::File,
    io::{BufReader, Cursor, Seek, SeekFrom},
    path::Path,
};

pub use tensors::{Tensor, Weights};

use self::read::Reader;
use crate::SpeechError;

/// `ggml` in the first four bytes, as the loader of whisper.cpp reads them.
pub const MAGIC: u32 = 0x6767_6d6c;
/// The FFT of the spectrum: 400 samples, so 201 bins.
pub const BINS: u32 = 201;
/// Version of the quantisation, times this, is added to the number of the weights' type.
const QUANTISATION_VERSION: u32 = 1000;
/// Bytes that a token writes at most.
const LONGEST_TOKEN: u32 = 256;

/// The measures of a model, in the order of the file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Shape {
    /// Tokens: 51864 (English alone), 51865 or 51866.
    pub tokens: u32,
    /// Positions of the encoder, 50 a second.
    pub audio_positions: u32,
    /// Width of the encoder and the decoder.
    pub width: u32,
    /// Heads of the encoder.
    pub audio_heads: u32,
    /// Layers of the encoder.
    pub audio_layers: u32,
    /// Positions of the decoder.
    pub text_positions: u32,
    /// Heads of the decoder.
    pub text_heads: u32,
    /// Layers of the decoder.
    pub text_layers: u32,
    /// Bands of the spectrum: 80, or 128 in the largest.
    pub bands: u32,
    /// Type of the large tensors.
    pub weights: Weights,
}

impl Shape {
    /// Whether it hears more than English.
    #[must_use]
    pub fn is_multilingual(&self) -> bool {
        self.tokens >= 51_865
    }
}

/// Looks through the model in `file`, and tells its measures.
///
/// # Errors
/// [`SpeechError::NotAModel`], [`SpeechError::ModelTruncated`], [`SpeechError::ModelMissing`], [`SpeechError::File`].
pub fn check_structure(file: &Path) -> Result<Shape, SpeechError> {
    let opened = File::open(file).map_err(|source| match source.kind() {
        std::io::ErrorKind::NotFound => SpeechError::ModelMissing(file.display().to_string()),
        _ => SpeechError::of_file(file, source),
    })?;
    let mut reader = BufReader::new(opened);
    let length = reader.seek(SeekFrom::End(0)).and_then(|length| reader.rewind().map(|()| length));
    let length = length.map_err(|source| SpeechError::of_file(file, source))?;
    whole(&mut Reader::new(file, reader, length))
}

/// The same of a model in memory; `name` is for messages.
///
/// # Errors
/// As [`check_structure`].
pub fn check_structure_of(name: &Path, bytes: &[u8]) -> Result<Shape, SpeechError> {
    whole(&mut Reader::new(name, Cursor::new(bytes), bytes.len() as u64))
}

fn whole<R: std::io::Read + Seek>(reader: &mut Reader<'_, R>) -> Result<Shape, SpeechError> {
    if reader.number()? != MAGIC {
        return Err(reader.refuse("it does not begin as one"));
    }
    let shape = shape(reader)?;
    let (bands, bins) = (reader.number()?, reader.number()?);
    if bands != shape.bands || bins != BINS {
        return Err(reader.refuse("its filters are not those of its spectrum"));
    }
    reader.skip(u64::from(bands) * u64::from(bins) * 4)?;
    let words = reader.number()?;
    if words > shape.tokens {
        return Err(reader.refuse("it has more words than tokens"));
    }
    for _ in 0..words {
        let length = reader.number()?;
        if length > LONGEST_TOKEN {
            return Err(reader.refuse("a token is too long"));
        }
        reader.skip(u64::from(length))?;
    }
    tensors::check(reader, &shape)?;
    Ok(shape)
}

fn shape<R: std::io::Read + Seek>(reader: &mut Reader<'_, R>) -> Result<Shape, SpeechError> {
    let mut next = || reader.number();
    let (tokens, audio_positions, width, audio_heads, audio_layers) = (next()?, next()?, next()?, next()?, next()?);
    let (text_positions, text_width, text_heads, text_layers) = (next()?, next()?, next()?, next()?);
    let (bands, weights) = (next()?, next()? % QUANTISATION_VERSION);
    let Some(weights) = Weights::of_file(weights) else {
        return Err(reader.refuse("the type of its weights is unknown"));
    };
    let usable = (51_864..=51_866).contains(&tokens)
        && (1..=1500).contains(&audio_positions)
        && (8..=448).contains(&text_positions)
        && width == text_width
        && (32..=1280).contains(&width)
        && [audio_heads, text_heads].iter().all(|heads| (1..=40).contains(heads) && width % heads == 0)
        && [audio_layers, text_layers].iter().all(|layers| (1..=32).contains(layers))
        && [80, 128].contains(&bands);
    if !usable {
        return Err(reader.refuse("its measures are none of Whisper's"));
    }
    Ok(Shape {
        tokens,
        audio_positions,
        width,
        audio_heads,
        audio_layers,
        text_positions,
        text_heads,
        text_layers,
        bands,
        weights,
    })
}
