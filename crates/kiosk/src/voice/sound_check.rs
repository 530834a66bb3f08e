//! An officer looks whether the machine hears and can be heard: a level that moves, two tones and a sentence. Nothing that
//! comes in is understood or kept.

use kaunter_speech::{
    hearing::Ears,
    speaking::{Mouth, Sentence, SpeakingEvent, Tones, Utterance},
};
use kaunter_spoken::aloud;

use super::spoken;
use crate::{
    counter::Counter,
    officer::OfficerSide,
    view::{SpeakerTest, SpeechPiece, VoiceManner},
};

/// Number of what is said to try the loudspeaker; screens count theirs from 1.
const NUMBER: u32 = u32::MAX;

impl Counter {
    /// The microphone's level is measured as long as the kiosk's page is in front, and no longer.
    pub(crate) fn keep_sound_check(&mut self) {
        let on = self.officer.as_ref().is_some_and(OfficerSide::looks_at_device);
        self.around.voice.check_sound(on);
    }
}

/// What is tried, and how far it has come.
pub(super) struct SoundCheck {
    play: Box<dyn Fn() -> Tones + Send>,
    on: bool,
    trying: Option<Trying>,
    pub speaker: SpeakerTest,
}

enum Trying {
    Tones(Tones, SpeechPiece),
    Sentence { said: bool },
}

impl SoundCheck {
    /// `play` plays the tones.
    pub fn new(play: impl Fn() -> Tones + Send + 'static) -> Self {
        Self { play: Box::new(play), on: false, trying: None, speaker: SpeakerTest::Untried }
    }

    /// Begins, or ends with all that was tried.
    pub fn turn(&mut self, on: bool, ears: &mut Ears, mouth: &mut Mouth) {
        if self.on == on {
            return;
        }
        self.on = on;
        ears.measure(on);
        if matches!(self.trying.take(), Some(Trying::Sentence { .. })) {
            mouth.hush();
        }
        self.speaker = SpeakerTest::Untried;
    }

    /// Plays the tones, and then has the sentence said where there is a voice for it.
    pub fn try_speaker(&mut self, sentence: SpeechPiece) {
        if self.on && self.trying.is_none() {
            self.trying = Some(Trying::Tones((self.play)(), sentence));
            self.speaker = SpeakerTest::Playing;
        }
    }

    /// Whether the tones have come to something.
    pub fn looked(&mut self, mouth: &mut Mouth) -> bool {
        let Some(Trying::Tones(tones, sentence)) = &self.trying else { return false };
        let Some(outcome) = tones.outcome() else { return false };
        let words = utterance(sentence).filter(|_| mouth.speaks(&sentence.language));
        self.trying = None;
        match (outcome, words) {
            (Err(error), _) => {
                tracing::warn!(code = error.code(), %error, "the loudspeaker was tried");
                self.speaker = SpeakerTest::Silent;
            }
            (Ok(()), None) => self.speaker = SpeakerTest::Played { spoken: false },
            (Ok(()), Some(words)) => {
                mouth.say(words);
                self.trying = Some(Trying::Sentence { said: false });
            }
        }
        true
    }

    /// Whether this is about the sentence that is tried; then it is nobody else's.
    pub fn heard(&mut self, event: SpeakingEvent) -> bool {
        match event {
            SpeakingEvent::Saying { number: NUMBER, .. } => {
                if let Some(Trying::Sentence { said }) = &mut self.trying {
                    *said = true;
                }
                true
            }
            SpeakingEvent::SaidAll { number: NUMBER } => {
                if let Some(Trying::Sentence { said }) = self.trying.take() {
                    self.speaker = SpeakerTest::Played { spoken: said };
                }
                true
            }
            _ => false,
        }
    }
}

fn utterance(piece: &SpeechPiece) -> Option<Utterance> {
    let language = spoken(&piece.language)?;
    let sentence =
        |words: String| Sentence { words: words.into(), language: piece.language.clone(), mark: 0, clip: None };
    let sentences = aloud(piece.text.as_str(), &language).into_iter().map(|said| sentence(said.words)).collect();
    let VoiceManner { pace, volume, .. } = VoiceManner::default();
    Some(Utterance { number: NUMBER, sentences, pace, volume })
}
