//! When somebody began to speak, and when they have finished: a pure machine over frames, without a clock. It knows
//! nothing of samples, models or words.

use super::{Expecting, NotHeard};
use crate::pcm::QUIETEST;

/// Milliseconds of a frame.
const FRAME_MILLIS: usize = 16;
/// Somebody speaks when so many of the last [`RECENT`] frames are voice: a tenth of a second, with room for a consonant.
const BEGINS: u32 = 6;
const RECENT: u32 = 10;
/// Frames before the beginning that belong to it: soft consonants, and what it took to be sure.
const BEFORE: usize = 30;
/// Frames after the end that are kept.
const AFTER: usize = 12;
/// Less voice than this, in frames, was a click or a cough.
const LEAST_VOICE: usize = 8;
/// In dBFS: a voice softer than this is too far away to be recognised, whoever it is.
pub(super) const TOO_QUIET: f32 = -52.0;
/// In dB: so much softer than its beginning may be, the end of an answer still belongs to it.
const TRAILS_OFF: f32 = 10.0;
/// In dBFS: where even the quiet moments are louder, no voice can be told from the rest.
const TOO_NOISY: f32 = -22.0;

/// One frame, as far as turns go.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Frame {
    /// Whether it sounds like a voice.
    pub voice: bool,
    /// Its loudness.
    pub dbfs: f32,
}

/// How long is waited for what, in frames of 16 ms.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Patience {
    /// Until somebody begins.
    pub to_begin: usize,
    /// Silence that ends a turn.
    pub to_end: usize,
    /// The longest turn.
    pub at_most: usize,
}

impl Patience {
    /// For a kind of answer. Old people pause longer within an answer than young ones, and longest between groups of
    /// digits that they read off a card.
    #[must_use]
    pub fn with(expecting: Expecting) -> Self {
        let (to_begin, to_end, at_most) = match expecting {
            Expecting::Short => (8_000, 700, 8_000),
            Expecting::Sentence => (10_000, 1_100, 25_000),
            Expecting::Digits => (12_000, 2_000, 28_000),
        };
        Self { to_begin: to_begin / FRAME_MILLIS, to_end: to_end / FRAME_MILLIS, at_most: at_most / FRAME_MILLIS }
    }
}

/// What a frame brought about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Happening {
    /// Somebody speaks, since that frame (counted from the turn's first).
    Began {
        /// The first frame that belongs to it.
        from: usize,
    },
    /// They have finished.
    Ended {
        /// The frame after the last that belongs to it.
        to: usize,
    },
    /// Nobody will.
    Nothing(NotHeard),
}

/// One turn.
#[derive(Debug, Clone)]
pub struct TurnTaking {
    patience: Patience,
    audible_from: f32,
    frames: usize,
    /// The last frames, a bit each: voice or not.
    recent: u32,
    began: Option<usize>,
    /// The last frame that was voice.
    last_voice: usize,
    voices: usize,
    murmurs: usize,
    floor: f32,
}

impl TurnTaking {
    /// Nobody has spoken yet. A voice softer than `audible_from`, in dBFS, is a murmur and begins nothing.
    #[must_use]
    pub fn new(patience: Patience, audible_from: f32) -> Self {
        Self {
            patience,
            audible_from,
            frames: 0,
            recent: 0,
            began: None,
            last_voice: 0,
            voices: 0,
            murmurs: 0,
            floor: QUIETEST,
        }
    }

    /// Whether somebody is speaking.
    #[must_use]
    pub fn is_spoken(&self) -> bool {
        self.began.is_some()
    }

    /// Takes the next frame. After [`Happening::Ended`] or [`Happening::Nothing`] the turn is over.
    pub fn frame(&mut self, frame: Frame) -> Option<Happening> {
        let at = self.frames;
        self.frames += 1;
        // The floor follows quiet moments at once and loud ones slowly (12 dB a second).
        self.floor = if at == 0 { frame.dbfs } else { frame.dbfs.min(self.floor + 0.2) };
        // Who has begun may trail off; another voice so soft would not have begun it.
        let trails_off = if self.began.is_some() { TRAILS_OFF } else { 0.0 };
        let audible = frame.voice && frame.dbfs > (self.audible_from - trails_off).max(TOO_QUIET);
        self.murmurs += usize::from(frame.voice && !audible);
        self.recent = (self.recent << 1 | u32::from(audible)) & ((1 << RECENT) - 1);
        if audible {
            self.last_voice = at;
            self.voices += 1;
        }
        match self.began {
            None => self.before(at),
            Some(from) => self.within(from, at),
        }
    }

    /// Somebody speaks over the kiosk: the turn has begun, whatever the frames before.
    pub fn begin(&mut self) -> Happening {
        let from = self.frames.saturating_sub(BEFORE);
        self.began = Some(from);
        self.last_voice = self.frames;
        self.voices = self.voices.max(LEAST_VOICE);
        Happening::Began { from }
    }

    /// The button was released: whatever was said is all.
    pub fn finish(&mut self) -> Happening {
        match self.began {
            Some(_) if self.voices >= LEAST_VOICE => Happening::Ended { to: self.frames },
            _ => Happening::Nothing(self.nothing()),
        }
    }

    fn before(&mut self, at: usize) -> Option<Happening> {
        if self.recent.count_ones() >= BEGINS {
            let from = at.saturating_sub(BEFORE);
            self.began = Some(from);
            return Some(Happening::Began { from });
        }
        (self.frames >= self.patience.to_begin).then(|| Happening::Nothing(self.nothing()))
    }

    fn within(&self, from: usize, at: usize) -> Option<Happening> {
        let silent = at - self.last_voice.min(at);
        if silent < self.patience.to_end && at - from < self.patience.at_most {
            return None;
        }
        if self.voices < LEAST_VOICE {
            return Some(Happening::Nothing(NotHeard::OnlyNoise));
        }
        Some(Happening::Ended { to: (self.last_voice + 1 + AFTER).min(self.frames) })
    }

    fn nothing(&self) -> NotHeard {
        if self.floor > TOO_NOISY {
            NotHeard::TooNoisy
        } else if self.murmurs >= LEAST_VOICE {
            NotHeard::TooQuiet
        } else {
            NotHeard::Silence
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const FAR: f32 = -52.0;
    const VOICE: Frame = Frame { voice: true, dbfs: -20.0 };
    const SILENCE: Frame = Frame { voice: false, dbfs: -60.0 };
    const MURMUR: Frame = Frame { voice: true, dbfs: -58.0 };
    const DIN: Frame = Frame { voice: false, dbfs: -15.0 };
    const CLICK: Frame = Frame { voice: false, dbfs: -10.0 };

    /// The story of a turn in milliseconds of each kind of sound, and how it goes on.
    fn told(expecting: Expecting, sounds: &[(Frame, usize)]) -> Vec<(usize, Happening)> {
        let mut turn = TurnTaking::new(Patience::with(expecting), FAR);
        let frames = sounds.iter().flat_map(|(frame, millis)| std::iter::repeat_n(*frame, millis / FRAME_MILLIS));
        let mut happened = Vec::new();
        for (at, frame) in frames.enumerate() {
            if let Some(happening) = turn.frame(frame) {
                happened.push((at * FRAME_MILLIS, happening));
                if !matches!(happening, Happening::Began { .. }) {
                    break;
                }
            }
        }
        happened
    }

    #[test]
    fn a_turn_begins_and_ends_with_the_voice() {
        let happened = told(Expecting::Short, &[(SILENCE, 1000), (VOICE, 800), (SILENCE, 3000)]);
        let [(began, Happening::Began { from }), (ended, Happening::Ended { to })] = happened[..] else {
            panic!("{happened:?}")
        };
        assert!((1000..1200).contains(&began), "{began}");
        assert!(from * FRAME_MILLIS < 1000, "the first consonant is kept");
        assert!((2400..2700).contains(&ended), "a short answer is over after 0.7 s: {ended}");
        assert!((1800..2100).contains(&(to * FRAME_MILLIS)), "{to}");
    }

    #[test]
    fn who_reads_digits_off_a_card_may_pause() {
        let story = [(VOICE, 800), (SILENCE, 1500), (VOICE, 800), (SILENCE, 4000)];
        let ends = |expecting| told(expecting, &story).last().map(|(at, _)| *at);
        assert!(ends(Expecting::Sentence) < Some(2300), "a sentence ends at the pause");
        assert!(ends(Expecting::Digits) > Some(4500), "digits go on after it");
    }

    #[test]
    fn the_soft_end_of_a_sentence_belongs_to_it_and_a_soft_voice_begins_none() {
        const TAIL: Frame = Frame { voice: true, dbfs: -38.0 };
        let ended = |sounds: &[(Frame, usize)]| {
            let mut turn = TurnTaking::new(Patience::with(Expecting::Short), -35.0);
            let mut frames =
                sounds.iter().flat_map(|(frame, millis)| std::iter::repeat_n(*frame, millis / FRAME_MILLIS));
            frames.find_map(|frame| turn.frame(frame).filter(|happening| !matches!(happening, Happening::Began { .. })))
        };
        let Some(Happening::Ended { to }) = ended(&[(VOICE, 800), (TAIL, 800), (SILENCE, 3000)]) else { panic!() };
        assert!(to * FRAME_MILLIS > 1600, "{to}");
        assert_eq!(ended(&[(TAIL, 1600), (SILENCE, 20_000)]), Some(Happening::Nothing(NotHeard::TooQuiet)));
    }

    #[test]
    fn what_is_not_a_turn_says_why() {
        for (story, why) in [
            (&[(SILENCE, 20_000)][..], NotHeard::Silence),
            (&[(SILENCE, 1000), (CLICK, 48), (SILENCE, 20_000)], NotHeard::Silence),
            (&[(SILENCE, 1000), (MURMUR, 2000), (SILENCE, 20_000)], NotHeard::TooQuiet),
            (&[(DIN, 20_000)], NotHeard::TooNoisy),
            (&[(SILENCE, 500), (VOICE, 96), (SILENCE, 20_000)], NotHeard::OnlyNoise),
        ] {
            let happened = told(Expecting::Short, story);
            assert_eq!(happened.last().map(|(_, happening)| *happening), Some(Happening::Nothing(why)), "{story:?}");
        }
    }

    #[test]
    fn who_never_stops_is_bounded() {
        let happened = told(Expecting::Short, &[(VOICE, 60_000)]);
        assert!(matches!(happened[..], [_, (7_000..9_000, Happening::Ended { .. })]), "{happened:?}");
    }

    #[test]
    fn releasing_the_button_ends_it_at_once() {
        let mut turn = TurnTaking::new(Patience::with(Expecting::Sentence), FAR);
        assert_eq!(turn.finish(), Happening::Nothing(NotHeard::Silence));
        for _ in 0..40 {
            turn.frame(VOICE);
        }
        assert_eq!(turn.finish(), Happening::Ended { to: 40 });
    }

    #[test]
    fn who_speaks_over_the_kiosk_has_begun() {
        let mut turn = TurnTaking::new(Patience::with(Expecting::Short), FAR);
        assert_eq!(turn.begin(), Happening::Began { from: 0 });
        let ended = (0..200).find_map(|_| turn.frame(SILENCE));
        assert!(matches!(ended, Some(Happening::Ended { .. })), "{ended:?}");
    }
}
