//! Whether a frame of sound is a voice (`earshot`, a small network that is part of the program). It knows nothing of
//! words and of turns.

use std::ops::Range;

use earshot::Detector;

use super::NotHeard;
use crate::{RATE, pcm::dbfs};

/// Samples of a frame: 16 ms.
pub const FRAME: usize = 256;
/// A frame that scores more is a voice; the threshold that its makers measured.
const VOICE: f32 = 0.5;
/// Softer than this, in dBFS, is no voice whatever the score: the hum of an open microphone.
const INAUDIBLE: f32 = -65.0;
/// Less voice than this is a click or a cough: eight frames, an eighth of a second.
const LEAST_VOICE: usize = 8;
/// In dB: syllables are further apart in loudness, hums and fans are not.
const STEADY: f32 = 4.0;
/// In dB: one voice, ten louder than the noise around it, swings by 12 and more between its words and its pauses;
/// six people at once, or more, by 9 and less.
pub(super) const STANDS_OUT: f32 = 9.0;
/// Samples of a moment: a twentieth of a second.
const MOMENT: usize = RATE as usize / 20;
/// Samples of what lasts: two seconds. A crowd is not silent after a word, and one word hardly swings.
const LASTING: usize = RATE as usize * 2;
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
        // The detector refuses anything beyond full scale.
        let fits = frame.len() == FRAME && frame.iter().all(|sample| sample.abs() <= 1.0);
        fits && self.0.predict_f32(frame) >= VOICE && dbfs(frame) > INAUDIBLE
    }

    /// Forgets the frames before.
    pub fn reset(&mut self) {
        self.0.reset();
    }
}

/// From the first voice to the last in `samples`, with a little around.
///
/// # Errors
/// [`NotHeard::OnlyNoise`] where nobody speaks, [`NotHeard::TooNoisy`] where so many do that no one stands out.
pub fn spoken_part(samples: &[f32]) -> Result<Range<usize>, NotHeard> {
    let mut detector = VoiceDetector::default();
    let (voices, mut levels): (Vec<usize>, Vec<f32>) = samples
        .chunks_exact(FRAME)
        .enumerate()
        .filter(|(_, frame)| detector.is_voice(frame))
        .map(|(at, frame)| (at, dbfs(frame)))
        .unzip();
    let (Some(first), Some(last)) = (voices.first(), voices.last()) else { return Err(NotHeard::OnlyNoise) };
    if voices.len() < LEAST_VOICE || is_steady(&mut levels) {
        return Err(NotHeard::OnlyNoise);
    }
    if is_crowd(samples) {
        return Err(NotHeard::TooNoisy);
    }
    Ok((first * FRAME).saturating_sub(AROUND)..((last + 1) * FRAME + AROUND).min(samples.len()))
}

/// How loud `samples` are in their soft moments and in their loud ones, in dBFS; none where there are no samples.
pub(super) fn soft_and_loud(samples: &[f32]) -> Option<(f32, f32)> {
    let mut levels: Vec<f32> = samples.chunks_exact(MOMENT).map(dbfs).collect();
    levels.sort_by(f32::total_cmp);
    let at = |share: usize| levels.get(levels.len().saturating_sub(1) * share / 100).copied();
    at(10).zip(at(95))
}

/// Whether nobody stands out: who speaks close by pauses between words, and a hall full of people never does.
fn is_crowd(samples: &[f32]) -> bool {
    samples.len() >= LASTING && soft_and_loud(samples).is_some_and(|(soft, loud)| loud - soft < STANDS_OUT)
}

/// Whether sound is so even that it is a hum or a fan, however much like a vowel.
fn is_steady(levels: &mut [f32]) -> bool {
    levels.sort_by(f32::total_cmp);
    let (tenth, last) = (levels.len() / 10, levels.len().saturating_sub(1));
    let spread = levels.get(last - tenth.min(last)).zip(levels.get(tenth)).map(|(loud, soft)| loud - soft);
    spread.is_none_or(|spread| spread < STEADY)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_hum_is_told_from_syllables() {
        let hum = |at: usize| -20.0 + (at % 3) as f32 * 0.4;
        let syllables = |at: usize| -20.0 - (at % 12) as f32 * 1.5;
        assert!(is_steady(&mut (0..80).map(hum).collect::<Vec<_>>()));
        assert!(!is_steady(&mut (0..80).map(syllables).collect::<Vec<_>>()));
        assert!(!is_steady(&mut (0..12).map(syllables).collect::<Vec<_>>()), "a short yes");
        assert!(is_steady(&mut []));
    }

    #[test]
    fn nobody_speaks_in_nothing() {
        for samples in [&[][..], &[0.0; 100], &[0.0; 16_000], &[2.0; 16_000], &[f32::NAN; 16_000]] {
            assert_eq!(spoken_part(samples), Err(NotHeard::OnlyNoise));
        }
    }
}
