//! What the screens draw of voice: how the visitor likes to hear it, what the kiosk's ear is doing, and what of a
//! text is being said. Sound itself never comes to the screens.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::said::Said;

/// How a visitor likes to be spoken to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct VoiceManner {
    /// Whether each screen is read aloud, and answers to its questions are listened for after that.
    pub aloud: bool,
    /// How fast, 1 to 5; 3 is the voice's own pace.
    pub pace: u8,
    /// How loud, 1 to 5; 3 is as the room was set up.
    pub volume: u8,
}

impl Default for VoiceManner {
    fn default() -> Self {
        Self { aloud: false, pace: 3, volume: 3 }
    }
}

impl VoiceManner {
    /// The same within its ranges.
    #[must_use]
    pub fn bounded(self) -> Self {
        Self { aloud: self.aloud, pace: self.pace.clamp(1, 5), volume: self.volume.clamp(1, 5) }
    }
}

/// Voice, in the language of the view.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct VoiceCard {
    /// Whether the kiosk can hear this language.
    pub hears: bool,
    /// Whether it can speak it.
    pub speaks: bool,
    /// Whether anything said on this screen would lead anywhere.
    pub welcome: bool,
    /// What its ear is doing.
    pub ear: Ear,
    /// Something that was being said rests, and can go on.
    pub paused: bool,
    /// It misheard twice here: touch comes first now.
    pub touch_first: bool,
}

/// What the kiosk's ear is doing.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(tag = "state", rename_all = "kebab-case", rename_all_fields = "camelCase")]
pub enum Ear {
    /// Nothing.
    #[default]
    Off,
    /// It listens.
    Listening {
        /// Whether somebody is speaking.
        speech: bool,
        /// The words so far, where the machine is fast enough for that.
        partial: Option<Said>,
    },
    /// It works out what was said.
    Thinking,
    /// It was one of these; the visitor says or touches which.
    Which {
        /// Two, in words of the screen.
        options: Vec<String>,
        /// Whether it listens for the answer now.
        listening: bool,
    },
    /// It sounded like another language; whoever spoke says or touches whether it is theirs.
    Language {
        /// Which, BCP 47.
        language: String,
        /// Whether it listens for the answer now.
        listening: bool,
    },
    /// Nothing came of it; stays until the next act.
    Missed {
        /// Why.
        why: Miss,
    },
}

/// Why nothing was heard.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "kebab-case")]
pub enum Miss {
    /// Nobody spoke.
    Silence,
    /// Too far from the microphone.
    TooQuiet,
    /// The hall was too loud.
    TooNoisy,
    /// There was speech, and no words could be made of it.
    Unclear,
    /// The microphone or the recogniser failed; touch goes on working.
    Trouble,
}

/// What is to be said, composed by the screens of what they show.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Speech {
    /// The screens' own number for it, above 0; what is heard of it comes back under this number.
    pub id: u32,
    /// Said in this order, with a short rest between.
    pub pieces: Vec<SpeechPiece>,
    /// A question that the visitor may answer when it was said, or while it is.
    pub then_listen: bool,
}

/// One thing to be said.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct SpeechPiece {
    /// As it is written on the screen.
    pub text: Said,
    /// BCP 47 tag of its language.
    pub language: String,
    /// Name of its recording in the pack, where there may be one: the id of a message, an entry, or `form/field`.
    pub clip: Option<String>,
}

/// What changes too often for a whole view. Nothing that was said by a visitor is in it.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize, TS)]
#[serde(tag = "pulse", rename_all = "kebab-case", rename_all_fields = "camelCase")]
pub enum VoicePulse {
    /// The microphone's level, decibels below full scale: 0 down to -90; at most twenty a second.
    Level {
        /// The level.
        dbfs: f32,
    },
    /// This part of a piece is being said: a range of UTF-16 units of its text.
    Saying {
        /// Number of the speech.
        speech: u32,
        /// Which piece, from 0.
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
    /// What had been paused is being said again.
    GoesOn {
        /// Number of the speech.
        speech: u32,
    },
    /// The visitor asked to hear the screen again.
    Repeat,
    /// The visitor asked what can be done here.
    Help,
}

/// Voice, as an officer sees it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct VoiceDevice {
    /// Name of the microphone; `None` where there is none.
    pub microphone: Option<String>,
    /// Name of the model that hears.
    pub model: Option<String>,
    /// What keeps it from hearing or speaking: `officer-<code>` in `locales`.
    pub trouble: Option<String>,
    /// Languages that can be heard.
    pub hears: Vec<String>,
    /// Languages that can be spoken.
    pub speaks: Vec<String>,
    /// What came of trying the loudspeaker.
    pub speaker: SpeakerTest,
}

/// How far trying the loudspeaker has come.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(tag = "is", rename_all = "kebab-case", rename_all_fields = "camelCase")]
pub enum SpeakerTest {
    /// Nobody has tried it since the page was opened.
    #[default]
    Untried,
    /// Tones, or a sentence, are being played.
    Playing,
    /// The tones were played to their end.
    Played {
        /// What became of the sentence after them.
        sentence: TriedSentence,
    },
    /// Nothing could be played.
    Silent,
}

/// What became of the sentence with which the loudspeaker is tried.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "kebab-case")]
pub enum TriedSentence {
    /// The kiosk still looks for a voice.
    Starting,
    /// It was said to its end.
    Said,
    /// There is no voice for its language.
    NoVoice,
    /// The voice has failed.
    Failed,
    /// The voice never came to an end.
    Hung,
}
