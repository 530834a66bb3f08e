//! Speaking: sentences of a language aloud, one after the other, cut short at once.
//!
//! - [`Mouth`] owns the voice, on a thread of its own, and never keeps its caller waiting.
//! - [`Voicebox`] is a voice: the system's, or a recorder in a test. [`Recorded`] plays what somebody recorded instead.
//!
//! It must never know what the sentences are about; they come as they are to be said, numbers written out. It keeps none
//! of them.

mod dispatcher;
mod loudspeaker;
mod mouth;
mod recorded;
mod recording;
mod tags;
mod tone;
mod worker;

pub use dispatcher::SystemVoice;
pub use loudspeaker::Loudspeaker;
pub use mouth::Mouth;
pub use recorded::{Player, Recorded};
pub use recording::record;
pub use tags::voice_for;
pub use tone::Tones;

use std::time::Duration;

use kaunter_clips::{Clip, LONGEST};

use crate::{SpeechError, hearing::Heard};

/// The quickest and the loudest of five steps; 3 is as the room was set up.
pub const MOST: u8 = 5;
/// How long a voice may take for a sentence, whatever its length.
const LONGEST_START: Duration = Duration::from_secs(8);
/// The same for each character of it; the slowest voices take about half of that.
const LONGEST_CHARACTER: Duration = Duration::from_millis(700);

/// What is to be said.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Utterance {
    /// The caller's number; every event carries it.
    pub number: u32,
    /// In this order.
    pub sentences: Vec<Sentence>,
    /// 1 (slow) to [`MOST`].
    pub pace: u8,
    /// 1 (soft) to [`MOST`].
    pub volume: u8,
}

/// One sentence.
#[derive(Debug, Clone, PartialEq)]
pub struct Sentence {
    /// As it is to be said: no digits, no signs. Of a visitor's own words, perhaps: it prints as `…`.
    pub words: Heard,
    /// BCP 47 tag.
    pub language: String,
    /// The caller's name for it.
    pub mark: u32,
    /// A recording of these words, played instead of the voice.
    pub clip: Option<Clip>,
}

/// What came of speaking.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SpeakingEvent {
    /// This sentence is being said.
    Saying {
        /// Of the utterance.
        number: u32,
        /// Of the sentence.
        mark: u32,
    },
    /// Nothing of it is said any more.
    SaidAll {
        /// Of the utterance.
        number: u32,
        /// What of it was said.
        how: HowSaid,
    },
    /// A voice came or went.
    VoicesChanged,
}

/// What of an utterance was said.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum HowSaid {
    /// All of it.
    Whole,
    /// As much as was wished.
    CutShort,
    /// Not all: there was no voice for it, or the voice has failed.
    Failed,
    /// Not all, as far as anybody knows: the voice never came to an end.
    TimedOut,
}

/// A voice, or several.
pub trait Voicebox {
    /// Tags of the languages that it has a voice for.
    fn languages(&self) -> Vec<String>;
    /// Begins to say it; the id comes back through the channel that the voice was opened with, once it was said.
    ///
    /// # Errors
    /// Where there is no voice for the language, or the system's speech service is gone.
    fn speak(&mut self, sentence: &Sentence, pace: u8, volume: u8) -> Result<u64, SpeechError>;
    /// Falls silent at once.
    fn stop(&mut self);
    /// How long it may take for a sentence: a service that hangs must not keep a visit open.
    fn longest(&self, sentence: &Sentence) -> Duration {
        let recorded = sentence.clip.as_ref().map_or(Duration::ZERO, |_| LONGEST);
        let characters = u32::try_from(sentence.words.as_str().chars().count()).unwrap_or(u32::MAX);
        LONGEST_START + recorded.max(LONGEST_CHARACTER.saturating_mul(characters))
    }
}
