//! Whether a frame of sound is a voice (`earshot`, a small network that is part of the program). It knows nothing of
//! words and of turns.

use std::ops::Range;

use earshot::Detector;

use crate::{RATE, pcm::dbfs};

/// Samples of a frame: 16 ms.
pub const FRAME: usize = 256;
/// A frame that scores more is a voice; the threshold that its makers measured.
const VOICE: f32 = 0.5;
/// Softer than this, in dBFS, is no voice whatever the score: the hum of an open microphone.
const INAUDIBLE: f32 = -65.0;
/// Less voice than this is a click or a cough: eight frames, an eighth of a second.
const LEAST_VOICE: usize = 8;
/// Samples kept before and after what was found, so that no soft consonant is cut off: 0.3 s.
const AROUND: usize = RATE as usize * 3 / 10;

/// Listens to frames in their order.
pub struct VoiceDetector(Box<Detector>);

impl Default for VoiceDetector {
    fn default() -> Self {
        Self(Detector::default_boxed())
    }
}

impl VoiceDetector {
    /// Whether this frame, of [`FRAME`] samples, is a voice.
    pub fn is_voice(&mut self, frame: &[f32]) -> bool {
        frame.len() == FRAME && self.0.predict_f32(frame) >= VOICE && dbfs(frame) > INAUDIBLE
    }

    /// Forgets the frames before.
    pub fn reset(&mut self) {
        self.0.reset();
    }
}

/// From the first voice to the last in `samples`, with a little around; none where nobody speaks.
#[must_use]
pub fn spoken_part(samples: &[f32]) -> Option<Range<usize>> {
    let mut detector = VoiceDetector::default();
    let voices: Vec<usize> = samples
        .chunks_exact(FRAME)
        .enumerate()
        .filter_map(|(at, frame)| detector.is_voice(frame).then_some(at))
        .collect();
    let (first, last) = (voices.first()?, voices.last()?);
    if voices.len() < LEAST_VOICE {
        return None;
    }
    Some((first * FRAME).saturating_sub(AROUND)..((last + 1) * FRAME + AROUND).min(samples.len()))
}
