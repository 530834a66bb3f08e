//! Voice: what the kiosk hears in a visit and what it says.
//!
//! The ear and the mouth stand behind [`Voice`]; no method of it waits for sound. What is listened for is drawn from
//! what is shown, and what was heard becomes an act like any other: whatever a voice can do, a touch can. Nothing
//! heard is kept before it was read back; that is the form's own rule, not this module's.

mod ear;
mod expectation;
mod left;
mod opening;
mod papers;
mod pausing;
mod room;
mod screens;
mod session;
mod sound_check;

pub(crate) use ear::EarSide;
pub(crate) use opening::voice;
pub use room::{SpeechRoom, Trouble};
pub use session::Overheard;

use kaunter_clips::Clip;
use kaunter_spoken::Language;

use crate::{
    said::Said,
    view::{Miss, SpeakerTest, Speech, SpeechPiece, VoiceDevice, VoiceManner},
};

/// What is listened for once.
#[derive(Debug, Clone, PartialEq)]
pub struct Turn {
    /// Names it in what is heard of it; grows.
    pub number: u64,
    /// BCP 47 tag.
    pub language: String,
    /// Languages of which it may be one; empty where it is known.
    pub among: Vec<String>,
    /// Ways of saying each thing that can be told apart by its sound; empty for words at will.
    pub choices: Vec<Vec<String>>,
    /// How long a rest may be within it.
    pub patience: Patience,
}

/// How long somebody may rest before they count as done.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Patience {
    /// Yes, no, one of a list.
    Short,
    /// A sentence.
    Sentence,
    /// Groups of digits, a name that is spelled.
    Groups,
}

/// What was made of a turn.
#[derive(Debug, Clone, PartialEq)]
pub struct Heard {
    /// The words.
    pub text: Said,
    /// That they are right, 0 to 1.
    pub confidence: f32,
    /// The language that it was, where there was a choice.
    pub language: Option<String>,
    /// Which of the choices, where there were any.
    pub decision: Option<Decision>,
}

/// Which of the choices was said.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Decision {
    /// This one.
    Accept(usize),
    /// One of these two.
    Either(usize, usize),
    /// None of them.
    NoneOfThese,
}

/// What comes from the ear and the mouth.
#[derive(Debug, Clone, PartialEq)]
pub enum VoiceNews {
    /// The microphone's level, decibels below full scale.
    Level(f32),
    /// Somebody speaks.
    SpeechBegan {
        /// The turn.
        turn: u64,
    },
    /// They have stopped; what they said is being worked out.
    SpeechEnded {
        /// The turn.
        turn: u64,
    },
    /// The words so far.
    Partial {
        /// The turn.
        turn: u64,
        /// The words.
        text: Said,
    },
    /// What was said.
    Heard {
        /// The turn.
        turn: u64,
        /// The words, and which choice they are.
        heard: Heard,
    },
    /// Nothing came of it.
    Missed {
        /// The turn.
        turn: u64,
        /// Why.
        why: Miss,
    },
    /// This is being said, in UTF-16 units of the piece.
    Saying {
        /// Number of the speech.
        speech: u32,
        /// Which piece.
        piece: u32,
        /// First unit.
        start: u32,
        /// Behind the last.
        end: u32,
    },
    /// All was said, or it was cut short.
    SaidAll {
        /// Number of the speech.
        speech: u32,
    },
    /// A microphone came or went, a model was put in.
    DeviceChanged,
    /// A headset was plugged in, or pulled out.
    Headset {
        /// In.
        plugged: bool,
    },
}

/// The ear and the mouth, beside the visit.
pub trait Voice: Send {
    /// Whether this language can be heard now.
    fn hears(&self, language: &str) -> bool;
    /// Whether it can be spoken now.
    fn speaks(&self, language: &str) -> bool;
    /// Microphone, model, voices.
    fn device(&self) -> VoiceDevice;
    /// Listens; a turn before it is dropped. While something is being said, only somebody who speaks over it counts.
    fn listen(&mut self, turn: Turn);
    /// The turn ends here: what was said so far is worked out.
    fn finish(&mut self);
    /// The turn is dropped: nothing is heard of it any more.
    fn cancel(&mut self);
    /// Says this instead of whatever is being said; `clips` are recordings of its pieces, in their order, `None` where a
    /// piece has none.
    fn say(&mut self, speech: Speech, manner: VoiceManner, clips: Vec<Option<Clip>>);
    /// Falls silent at once, and keeps nothing of what was being said.
    fn hush(&mut self);
    /// Falls silent at once; what was being said can go on.
    fn pause(&mut self);
    /// Goes on with the sentence in which it was paused, under the speech's own number.
    fn go_on(&mut self);
    /// Whoever speaks from now on is somebody else.
    fn next_visitor(&mut self);
    /// An officer looks after it, or no longer does: the microphone's level is told meanwhile, though nobody is listened to.
    fn check_sound(&mut self, on: bool);
    /// While an officer does: plays two tones, and says this where there is a voice for it. What comes of it stands in
    /// [`VoiceDevice::speaker`].
    fn try_speaker(&mut self, sentence: SpeechPiece);
    /// What was heard and said since the last call, in order.
    fn news(&mut self) -> Vec<VoiceNews>;
}

/// A kiosk without voice.
pub struct NoVoice;

impl Voice for NoVoice {
    fn hears(&self, _: &str) -> bool {
        false
    }

    fn speaks(&self, _: &str) -> bool {
        false
    }

    fn device(&self) -> VoiceDevice {
        VoiceDevice {
            microphone: None,
            model: None,
            trouble: Some("voice-off".to_owned()),
            hears: Vec::new(),
            speaks: Vec::new(),
            speaker: SpeakerTest::Untried,
        }
    }

    fn listen(&mut self, _: Turn) {}

    fn finish(&mut self) {}

    fn cancel(&mut self) {}

    fn say(&mut self, _: Speech, _: VoiceManner, _: Vec<Option<Clip>>) {}

    fn hush(&mut self) {}

    fn pause(&mut self) {}

    fn go_on(&mut self) {}

    fn next_visitor(&mut self) {}

    fn check_sound(&mut self, _: bool) {}

    fn try_speaker(&mut self, _: SpeechPiece) {}

    fn news(&mut self) -> Vec<VoiceNews> {
        Vec::new()
    }
}

/// The language's words for what people say, where there are any.
fn spoken(language: &str) -> Option<Language> {
    Language::of(language).ok()
}
