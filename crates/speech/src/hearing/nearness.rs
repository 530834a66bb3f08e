//! How loud the visitor speaks, so that whoever talks at the next counter is not taken for them: a pure rule over levels.
//! It knows nothing of samples and words, and nothing of a voice but its loudness.

use super::turn::TOO_QUIET;
use crate::pcm::QUIETEST;

/// In dB: from two metres, a voice is so much softer than from the 0.35 m between a face and the kiosk.
const FURTHER: f32 = 15.0;
/// In dB: so much softer a voice counts after each turn in which all were too soft: the visitor may have leant back.
const LENIENT: f32 = 6.0;

/// How loud the visitor was, as far as is known.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub struct Nearness {
    visitor: Option<f32>,
}

impl Nearness {
    /// In dBFS: what is softer was said by nobody who stands here.
    #[must_use]
    pub fn audible_from(&self) -> f32 {
        self.visitor.map_or(TOO_QUIET, |loud| (loud - FURTHER).max(TOO_QUIET))
    }

    /// Words were heard whose loud moments were of so many dBFS.
    pub fn spoke(&mut self, loud: f32) {
        if loud.is_finite() && loud > QUIETEST {
            // The nearest counts at once, and who goes further away bit by bit.
            self.visitor = Some(self.visitor.map_or(loud, |before| loud.max((before + loud) / 2.0)));
        }
    }

    /// Everything in a turn was too soft.
    pub fn too_soft(&mut self) {
        self.visitor = self.visitor.map(|loud| loud - LENIENT);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// From which level on somebody is listened to after this was heard; `None` is a turn that was too soft.
    fn after(turns: &[Option<f32>]) -> f32 {
        let mut near = Nearness::default();
        for turn in turns {
            match turn {
                Some(loud) => near.spoke(*loud),
                None => near.too_soft(),
            }
        }
        near.audible_from()
    }

    #[test]
    fn the_next_counter_is_too_far_away_once_the_visitor_has_spoken() {
        for (turns, audible_from) in [
            (&[][..], TOO_QUIET),
            (&[Some(-20.0)], -35.0),
            (&[Some(-30.0), Some(-20.0)], -35.0),
            (&[Some(-20.0), Some(-30.0)], -40.0),
            (&[Some(-20.0), None], -41.0),
            (&[Some(-20.0), None, None, None], TOO_QUIET),
            (&[None], TOO_QUIET),
            (&[Some(-50.0)], TOO_QUIET),
            (&[Some(f32::NAN)], TOO_QUIET),
            (&[Some(f32::NEG_INFINITY)], TOO_QUIET),
        ] {
            assert_eq!(after(turns), audible_from, "{turns:?}");
        }
    }
}
