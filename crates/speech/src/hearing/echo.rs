//! Telling the citizen's voice from the kiosk's own, which the microphone hears too: by how loud the kiosk itself is
//! there. A pure rule over levels; it knows nothing of samples and of what is said.

use std::collections::VecDeque;

/// Frames of 16 ms over which the kiosk's own loudness is taken: three seconds.
const REMEMBERED: usize = 190;
/// Frames that it takes to know it: a quarter of a second.
const LEARNED: usize = 16;
/// The citizen speaks over it when they are so much louder, in dB, than the kiosk is there nearly always.
const LOUDER: f32 = 9.0;
/// Nine in ten of the kiosk's frames are not louder than its level.
const NEARLY_ALWAYS: f32 = 0.9;
/// Frames that must be so loud, of the last [`WITHIN`]: 200 ms of 260 ms.
const LONG_ENOUGH: usize = 13;
const WITHIN: usize = 16;
/// With a headset, or where the loudspeaker is hardly heard, a voice is so much louder, in dB, that it can be no echo.
const FAR_LOUDER: f32 = 20.0;
/// Frames of those that are enough: 130 ms, a short yes.
const SOON_ENOUGH: usize = 8;
/// In dBFS: softer than this nobody speaks over it, even with a headset, where there is no echo.
const AUDIBLE: f32 = -48.0;
/// Frames after the kiosk's last word that the room still sounds: a quarter of a second.
const DIES_AWAY: usize = 16;

/// Knows whether the kiosk speaks, and how loud it is in its own ears.
#[derive(Debug, Clone, Default)]
pub struct EchoGuard {
    speaks: bool,
    /// Levels of the kiosk's own voice, the oldest first; they outlast a pause, for the room stays the same.
    own: VecDeque<f32>,
    /// By how many dB each of the last frames was louder, where it was a voice.
    louder: VecDeque<f32>,
    /// Frames until the room is silent again.
    dying_away: usize,
}

impl EchoGuard {
    /// The kiosk begins to speak, or has finished.
    pub fn kiosk_speaks(&mut self, speaks: bool) {
        if self.speaks && !speaks {
            self.dying_away = DIES_AWAY;
        }
        self.speaks = speaks;
        self.louder.clear();
    }

    /// Whether a frame may be the kiosk's own voice, so that no turn begins by it alone.
    #[must_use]
    pub fn is_echoing(&self) -> bool {
        self.speaks || self.dying_away > 0
    }

    /// How loud the kiosk is in its own ears, in dBFS; none until it is known.
    #[must_use]
    pub fn own_level(&self) -> Option<f32> {
        if self.own.len() < LEARNED {
            return None;
        }
        let mut levels: Vec<f32> = self.own.iter().copied().collect();
        levels.sort_by(f32::total_cmp);
        levels.get((levels.len() as f32 * NEARLY_ALWAYS) as usize).or(levels.last()).copied()
    }

    /// Takes a frame; true once: somebody speaks over the kiosk.
    pub fn frame(&mut self, voice: bool, dbfs: f32) -> bool {
        if !self.speaks {
            self.dying_away = self.dying_away.saturating_sub(1);
            return false;
        }
        let Some(own) = self.own_level() else {
            self.remember(dbfs);
            return false;
        };
        let louder = dbfs >= own + LOUDER && dbfs > AUDIBLE;
        if !louder {
            self.remember(dbfs);
        }
        self.louder.push_back(if louder && voice { dbfs - own } else { 0.0 });
        if self.louder.len() > WITHIN {
            self.louder.pop_front();
        }
        let at_least = |decibels: f32| self.louder.iter().filter(|louder| **louder >= decibels).count();
        let over_it = at_least(LOUDER) >= LONG_ENOUGH || at_least(FAR_LOUDER) >= SOON_ENOUGH;
        if over_it {
            self.louder.clear();
        }
        over_it
    }

    fn remember(&mut self, dbfs: f32) {
        self.own.push_back(dbfs);
        if self.own.len() > REMEMBERED {
            self.own.pop_front();
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Feeds the kiosk's own voice at about `own` dBFS for a second, then somebody at `other` for so many frames.
    fn barged_in(own: f32, other: f32, frames: usize, voice: bool) -> bool {
        let mut guard = EchoGuard::default();
        guard.kiosk_speaks(true);
        for at in 0..62 {
            assert!(!guard.frame(true, own - (at % 7) as f32), "the kiosk does not hear itself");
        }
        (0..frames).any(|_| guard.frame(voice, other))
    }

    #[test]
    fn only_somebody_clearly_louder_speaks_over_it() {
        for (own, other, frames, voice, over_it) in [
            (-30.0, -18.0, 20, true, true),
            (-30.0, -25.0, 200, true, false),
            (-30.0, -18.0, 10, true, false),
            (-30.0, -18.0, 60, false, false),
            (-80.0, -30.0, 20, true, true),
            (-80.0, -30.0, 9, true, true),
            (-80.0, -30.0, 6, true, false),
            (-80.0, -30.0, 60, false, false),
            (-80.0, -60.0, 60, true, false),
        ] {
            assert_eq!(barged_in(own, other, frames, voice), over_it, "own {own} other {other} {frames} {voice}");
        }
    }

    #[test]
    fn a_pause_of_the_kiosk_does_not_make_it_deaf_or_jumpy() {
        let mut guard = EchoGuard::default();
        guard.kiosk_speaks(true);
        for _ in 0..100 {
            guard.frame(true, -25.0);
        }
        for _ in 0..40 {
            guard.frame(false, -70.0);
        }
        assert!((0..60).all(|_| !guard.frame(true, -24.0)), "its next sentence is not somebody else");
        guard.kiosk_speaks(false);
        assert!(guard.is_echoing(), "the room still sounds");
        for _ in 0..DIES_AWAY {
            guard.frame(false, -40.0);
        }
        assert!(!guard.is_echoing());
    }
}
