//! Hearing a turn at a time: what is listened for, and what came of it.
//!
//! - [`Ears`] owns a microphone and a model, on threads of their own, and never keeps its caller waiting.
//! - [`Recogniser`] is the model; [`TurnTaking`] says when somebody began and ended; [`EchoGuard`] tells the citizen's
//!   voice from the kiosk's own. Each works without the others, and without a sound card.

mod ears;
mod echo;
mod heard;
mod microphone;
mod nearness;
mod processor;
mod recogniser;
mod sound;
mod turn;
mod voice;

pub use ears::{Ears, EarsSettings, EarsState, Model};
pub use echo::EchoGuard;
pub use heard::Heard;
pub use microphone::SoundCard;
pub use nearness::Nearness;
pub use processor::check as check_processor;
pub use recogniser::{
    ACCEPT_MARGIN, MOST_CHOICES, MOST_WORDINGS, NONE_GAP, NONE_IN_ALL, Question, Recognised, Recogniser, SURE_GAP,
    SURE_IN_ALL, Stop, Weighed,
};
pub use sound::{Sound, SoundLost, Sounds};
pub use turn::{Frame, Happening, Patience, TurnTaking};
pub use voice::{FRAME, VoiceDetector, spoken_part};

/// One choice of a closed question, and its ways of being said.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Candidate {
    /// The caller's name for it.
    pub id: String,
    /// Each way of saying it; case, script and closing marks do not matter.
    pub wordings: Vec<String>,
}

/// What is listened for.
#[derive(Debug, Clone, Default)]
pub struct Listening {
    /// The caller's number; every event of the turn carries it.
    pub turn: u64,
    /// `zh-TW`, `ms`, `ko`, `en`.
    pub language: String,
    /// Languages to detect among; empty: `language` it is.
    pub among: Vec<String>,
    /// Empty: dictation. Otherwise a closed list, scored against the sound.
    pub choices: Vec<Candidate>,
    /// How much patience the answer needs.
    pub expecting: Expecting,
    /// Whether words are wanted while they are still being said, where the machine is fast enough.
    pub partials: bool,
}

/// What kind of answer it will be, and so how long a silence may be within it.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Expecting {
    /// Yes, no, one of a few.
    Short,
    /// A sentence.
    #[default]
    Sentence,
    /// Digits and dates, with long pauses between groups.
    Digits,
}

/// What came of listening.
#[derive(Debug, Clone, PartialEq)]
pub enum HearingEvent {
    /// How loud it is, at most twenty times a second while listening, or while that alone is wanted.
    Level {
        /// 0 is the loudest that there is, -100 silence.
        dbfs: f32,
    },
    /// Somebody speaks. While the kiosk speaks itself: somebody speaks over it.
    SpeechBegan {
        /// The caller's number.
        turn: u64,
    },
    /// They have finished; thinking begins.
    SpeechEnded {
        /// The caller's number.
        turn: u64,
    },
    /// What it sounds like so far.
    Partial {
        /// The caller's number.
        turn: u64,
        /// Not to be acted upon.
        text: Heard,
    },
    /// What was said.
    Heard {
        /// The caller's number.
        turn: u64,
        /// As dictation has it.
        text: Heard,
        /// That the words are right, 0 (a guess) to 1.
        confidence: f32,
        /// The language detected, where it was asked for.
        language: Option<String>,
        /// Which of the choices, where there were any.
        decision: Option<Decision>,
        /// From the end of speech to these words, in milliseconds.
        millis: u32,
    },
    /// Nothing was heard that could be answered.
    NotHeard {
        /// The caller's number.
        turn: u64,
        /// Why not.
        why: NotHeard,
    },
    /// The microphone was pulled out, or there is none.
    MicrophoneLost,
    /// A microphone is there.
    MicrophoneFound {
        /// What the system calls it.
        name: String,
    },
}

/// Which choice it was.
#[derive(Debug, Clone, PartialEq)]
pub enum Decision {
    /// This one.
    Accept {
        /// Of the candidate.
        id: String,
        /// By how much it is likelier than the next, in nats; 30 at most.
        margin: f32,
    },
    /// One of two, or one that is not sure: to be asked again.
    Ask {
        /// The likelier.
        first: String,
        /// The next, unless nothing else comes near.
        second: Option<String>,
    },
    /// Something else was said.
    NoneOfThese,
}

/// Why nothing was heard.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NotHeard {
    /// Nobody spoke.
    Silence,
    /// Somebody spoke too softly, or too far away.
    TooQuiet,
    /// It is too loud here to tell a voice from the rest.
    TooNoisy,
    /// There was sound, and no words in it.
    OnlyNoise,
    /// The caller cancelled it.
    Cancelled,
    /// The microphone or the recogniser failed.
    Failed,
}

impl NotHeard {
    /// The code: sentences for people are kept by it.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Silence => "not-heard-silence",
            Self::TooQuiet => "not-heard-too-quiet",
            Self::TooNoisy => "not-heard-too-noisy",
            Self::OnlyNoise => "not-heard-only-noise",
            Self::Cancelled => "not-heard-cancelled",
            Self::Failed => "not-heard-failed",
        }
    }
}
