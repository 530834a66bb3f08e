//! Samples as the recogniser wants them: 16 kHz, one channel, -1 to 1. It knows nothing of where they come from, and
//! overwrites them when they are let go.

use std::{fmt, ops::Deref};

use rubato::{
    Fft, FixedSync, Resampler,
    audioadapter_buffers::direct::{InterleavedSlice, SequentialSlice},
};
use zeroize::Zeroizing;

use crate::SpeechError;

/// Samples a second of everything that is heard.
pub const RATE: u32 = 16_000;
/// Rates that sound cards and files really have.
const RATES: std::ops::RangeInclusive<u32> = 4_000..=384_000;
/// Frames that are converted at a time; at 48 kHz about 10 ms.
const CHUNK: usize = 512;

/// Sound of 16 kHz in one channel. It prints as its length and is overwritten when dropped.
#[derive(Clone, Default)]
pub struct Samples(Zeroizing<Vec<f32>>);

impl Samples {
    /// None yet, with room for `seconds`, so that growing leaves no copies behind.
    #[must_use]
    pub fn with_room(seconds: f32) -> Self {
        Self(Zeroizing::new(Vec::with_capacity((seconds * RATE as f32) as usize)))
    }

    /// Sound in any rate and number of channels, interleaved, made into 16 kHz mono.
    ///
    /// # Errors
    /// [`SpeechError::Rate`] for a rate outside 4–384 kHz or without channels.
    pub fn from_interleaved(sound: &[f32], rate: u32, channels: u16) -> Result<Self, SpeechError> {
        let mut resampler = StreamResampler::new(rate, channels)?;
        let expected = sound.len() as f32 / f32::from(channels.max(1)) / rate as f32;
        let mut samples = Self::with_room(expected + 0.5);
        resampler.push(sound, &mut samples);
        resampler.finish(&mut samples);
        let whole = (f64::from(expected) * f64::from(RATE)).round() as usize;
        samples.0.truncate(whole);
        Ok(samples)
    }

    /// Takes more in. Beyond the room it was made with, the old place is overwritten before it is let go.
    pub fn extend(&mut self, more: &[f32]) {
        let needed = self.0.len() + more.len();
        if needed > self.0.capacity() {
            let mut roomier = Zeroizing::new(Vec::with_capacity(needed * 2));
            roomier.extend_from_slice(&self.0);
            self.0 = roomier;
        }
        self.0.extend_from_slice(more);
    }

    /// Lets go of the first `count` samples.
    pub fn forget_first(&mut self, count: usize) {
        let count = count.min(self.0.len());
        self.0.copy_within(count.., 0);
        let kept = self.0.len() - count;
        if let Some(rest) = self.0.get_mut(kept..) {
            rest.fill(0.0);
        }
        self.0.truncate(kept);
    }

    /// Lets go of the last `count` samples.
    pub fn forget_last(&mut self, count: usize) {
        let kept = self.0.len().saturating_sub(count);
        if let Some(rest) = self.0.get_mut(kept..) {
            rest.fill(0.0);
        }
        self.0.truncate(kept);
    }

    /// Lets go of everything.
    pub fn clear(&mut self) {
        self.forget_first(self.0.len());
    }

    /// How long it sounds.
    #[must_use]
    pub fn seconds(&self) -> f32 {
        self.0.len() as f32 / RATE as f32
    }
}

impl From<&[f32]> for Samples {
    fn from(samples: &[f32]) -> Self {
        Self(Zeroizing::new(samples.to_vec()))
    }
}

impl Deref for Samples {
    type Target = [f32];

    fn deref(&self) -> &[f32] {
        &self.0
    }
}

impl fmt::Debug for Samples {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:.2} s of sound", self.seconds())
    }
}

/// Loudness in dB below full scale (0 is the loudest square wave), never below -100.
pub(crate) fn dbfs(samples: &[f32]) -> f32 {
    if samples.is_empty() {
        return QUIETEST;
    }
    let power = samples.iter().map(|sample| sample * sample).sum::<f32>() / samples.len() as f32;
    (10.0 * power.log10()).clamp(QUIETEST, 0.0)
}

/// What digital silence counts as, in dBFS.
pub(crate) const QUIETEST: f32 = -100.0;

/// Makes a stream of any rate and channels into 16 kHz mono, piece by piece.
pub struct StreamResampler {
    channels: usize,
    /// None: the rate is right already.
    resampler: Option<Fft<f32>>,
    /// Mono samples that do not fill a chunk yet.
    waiting: Samples,
    out: Zeroizing<Vec<f32>>,
    /// How much of the start is only the filter's run-in.
    to_skip: usize,
}

impl StreamResampler {
    /// For a stream of `rate` samples a second in `channels` channels.
    ///
    /// # Errors
    /// [`SpeechError::Rate`].
    pub fn new(rate: u32, channels: u16) -> Result<Self, SpeechError> {
        let unusable = || SpeechError::Rate { rate, channels };
        if channels == 0 || !RATES.contains(&rate) {
            return Err(unusable());
        }
        let resampler = if rate == RATE {
            None
        } else {
            let made = Fft::new(rate as usize, RATE as usize, CHUNK, 1, FixedSync::Input);
            Some(made.map_err(|_| unusable())?)
        };
        let room = resampler.as_ref().map_or(0, Resampler::output_frames_max);
        Ok(Self {
            channels: usize::from(channels),
            to_skip: resampler.as_ref().map_or(0, Resampler::output_delay),
            resampler,
            waiting: Samples::with_room(1.0),
            out: Zeroizing::new(vec![0.0; room]),
        })
    }

    /// Takes interleaved frames and adds what they make to `samples`. Values that are not numbers count as silence.
    pub fn push(&mut self, frames: &[f32], samples: &mut Samples) {
        for frame in frames.chunks_exact(self.channels) {
            let sum: f32 = frame.iter().map(|value| if value.is_finite() { value.clamp(-1.0, 1.0) } else { 0.0 }).sum();
            self.waiting.extend(&[sum / self.channels as f32]);
        }
        self.convert(samples);
    }

    /// Pushes silence through until the last of the sound is out.
    pub(crate) fn finish(&mut self, samples: &mut Samples) {
        if self.resampler.is_some() {
            let silence = vec![0.0; self.resampler.as_ref().map_or(0, |resampler| resampler.input_frames_next() * 3)];
            self.waiting.extend(&silence);
            self.convert(samples);
        }
    }

    fn convert(&mut self, samples: &mut Samples) {
        let Some(resampler) = self.resampler.as_mut() else {
            samples.extend(&self.waiting);
            self.waiting.clear();
            return;
        };
        let mut used = 0;
        loop {
            let wanted = resampler.input_frames_next();
            let Some(chunk) = self.waiting.get(used..used + wanted) else { break };
            let room = self.out.len();
            let Ok(input) = SequentialSlice::new(chunk, 1, wanted) else { break };
            let Ok(mut output) = InterleavedSlice::new_mut(&mut self.out, 1, room) else { break };
            let Ok((_, made)) = resampler.process_into_buffer(&input, &mut output, None) else { break };
            used += wanted;
            let skipped = self.to_skip.min(made);
            self.to_skip -= skipped;
            if let Some(new) = self.out.get_mut(skipped..made) {
                // A filter overshoots where the sound is as loud as can be.
                new.iter_mut().for_each(|sample| *sample = sample.clamp(-1.0, 1.0));
                samples.extend(new);
            }
        }
        self.waiting.forget_first(used);
    }
}
