//! WAV files of any rate, width and number of channels as [`Samples`]. It never writes one.

use std::{fs::File, io::BufReader, path::Path};

use hound::{SampleFormat, WavReader};

use crate::{Samples, SpeechError, StreamResampler};

/// Minutes of sound that are read at most; no turn is nearly so long.
pub const LONGEST_WAV: u64 = 10;
/// Frames that are read at a time.
const BLOCK: usize = 4096;

/// Reads a WAV file.
///
/// # Errors
/// [`SpeechError::NotAWav`], [`SpeechError::WavTooLong`], [`SpeechError::Rate`] or [`SpeechError::File`].
pub fn read_wav(path: &Path) -> Result<Samples, SpeechError> {
    let not_a_wav = |why: String| SpeechError::NotAWav { path: path.to_owned(), why };
    let file = File::open(path).map_err(|source| SpeechError::of_file(path, source))?;
    let mut wav = WavReader::new(BufReader::new(file)).map_err(|fault| not_a_wav(fault.to_string()))?;
    let spec = wav.spec();
    let mut resampler = StreamResampler::new(spec.sample_rate, spec.channels)?;
    let most_frames = LONGEST_WAV * 60 * u64::from(spec.sample_rate);
    let mut samples = Samples::with_room((wav.duration() as f32 / spec.sample_rate as f32).min(60.0) + 1.0);
    let mut frames = 0;
    let mut take = |block: &mut Vec<f32>| {
        frames += block.len() as u64 / u64::from(spec.channels);
        resampler.push(block, &mut samples);
        block.fill(0.0);
        block.clear();
        if frames > most_frames {
            return Err(SpeechError::WavTooLong { path: path.to_owned(), minutes: LONGEST_WAV });
        }
        Ok(())
    };
    let mut block = Vec::with_capacity(BLOCK * usize::from(spec.channels));
    let full = block.capacity();
    let mut fill = |value: Result<f32, hound::Error>| {
        block.push(value.map_err(|fault| not_a_wav(fault.to_string()))?);
        if block.len() == full { take(&mut block) } else { Ok(()) }
    };
    match spec.sample_format {
        SampleFormat::Float => wav.samples::<f32>().try_for_each(&mut fill)?,
        SampleFormat::Int => {
            let loudest = 2_f32.powi(i32::from(spec.bits_per_sample) - 1);
            wav.samples::<i32>().try_for_each(|value| fill(value.map(|value| value as f32 / loudest)))?;
        }
    }
    take(&mut block)?;
    resampler.finish(&mut samples);
    Ok(samples)
}
