//! An officer looks whether the machine hears and can be heard: a level that moves, two tones and a sentence. Nothing that
//! comes in is understood or kept.

use kaunter_speech::{
    hearing::Ears,
    speaking::{HowSaid, Mouth, Sentence, SpeakingEvent, Tones, Utterance},
};
use kaunter_spoken::aloud;

use super::spoken;
use crate::{
    counter::Counter,
    officer::OfficerSide,
    view::{SpeakerTest, SpeechPiece, TriedSentence, VoiceManner},
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
    /// The tones were heard; a voice is still being opened.
    Voice(SpeechPiece),
    Sentence,
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
        if matches!(self.trying.take(), Some(Trying::Sentence)) {
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

    /// Whether the tones have come to something, or the voice that was waited for.
    pub fn looked(&mut self, mouth: &mut Mouth) -> bool {
        let heard = match &self.trying {
            Some(Trying::Tones(tones, _)) => tones.outcome(),
            Some(Trying::Voice(_)) if mouth.has_looked() => Some(Ok(())),
            _ => None,
        };
        let Some(heard) = heard else { return false };
        let Some(Trying::Tones(_, sentence) | Trying::Voice(sentence)) = self.trying.take() else { return false };
        match heard {
            Ok(()) => self.have_said(sentence, mouth),
            Err(error) => {
                tracing::warn!(code = error.code(), %error, "the loudspeaker was tried");
                self.speaker = SpeakerTest::Silent;
            }
        }
        true
    }

    /// Behind the tones: a kiosk that has just started may not have found its voice yet.
    fn have_said(&mut self, sentence: SpeechPiece, mouth: &mut Mouth) {
        let words = utterance(&sentence).filter(|_| mouth.speaks(&sentence.language));
        let (trying, speaker) = match words {
            _ if !mouth.has_looked() => {
                (Some(Trying::Voice(sentence)), SpeakerTest::Played { sentence: TriedSentence::Starting })
            }
            None => (None, SpeakerTest::Played { sentence: TriedSentence::NoVoice }),
            Some(words) => {
                mouth.say(words);
                (Some(Trying::Sentence), SpeakerTest::Playing)
            }
        };
        (self.trying, self.speaker) = (trying, speaker);
    }

    /// Whether this is about the sentence that is tried; then it is nobody else's.
    pub fn heard(&mut self, event: SpeakingEvent) -> bool {
        match event {
            SpeakingEvent::Saying { number: NUMBER, .. } => true,
            SpeakingEvent::SaidAll { number: NUMBER, how } => {
                if matches!(self.trying, Some(Trying::Sentence)) {
                    self.trying = None;
                    self.speaker = SpeakerTest::Played { sentence: came_of(how) };
                }
                true
            }
            _ => false,
        }
    }
}

/// What an officer is to know of it. Nothing cuts it short but the page that is left.
fn came_of(how: HowSaid) -> TriedSentence {
    match how {
        HowSaid::Whole => TriedSentence::Said,
        HowSaid::Failed | HowSaid::CutShort => TriedSentence::Failed,
        HowSaid::TimedOut => TriedSentence::Hung,
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

#[cfg(test)]
mod tests {
    use std::sync::{
        Arc, Mutex,
        mpsc::{Receiver, Sender, channel},
    };
    use std::time::Duration;

    use kaunter_clips::Sound;
    use kaunter_speech::{
        SpeechError,
        hearing::EarsSettings,
        speaking::{Player, Voicebox},
    };

    use super::*;

    /// A loudspeaker that has played as soon as it is told to.
    struct Prompt(Sender<u64>);

    impl Player for Prompt {
        fn play(&mut self, _: Sound, _: u8) -> Result<u64, SpeechError> {
            let _ = self.0.send(1);
            Ok(1)
        }

        fn stop(&mut self) {}
    }

    /// What a voice for English does with a sentence.
    #[derive(Clone, Copy)]
    enum Manner {
        Says,
        Fails,
        Hangs,
    }

    struct Actor(Manner, Sender<u64>);

    impl Voicebox for Actor {
        fn languages(&self) -> Vec<String> {
            vec!["en".to_owned()]
        }

        fn speak(&mut self, _: &Sentence, _: u8, _: u8) -> Result<u64, SpeechError> {
            match self.0 {
                Manner::Says => drop(self.1.send(1)),
                Manner::Fails => return Err(SpeechError::VoiceService("it has ended".to_owned())),
                Manner::Hangs => {}
            }
            Ok(1)
        }

        fn stop(&mut self) {}

        fn longest(&self, _: &Sentence) -> Duration {
            if matches!(self.0, Manner::Hangs) { Duration::ZERO } else { Duration::from_secs(60) }
        }
    }

    struct Bench {
        check: SoundCheck,
        mouth: Mouth,
        woken: Receiver<()>,
    }

    impl Bench {
        /// A voice is opened when it is told so.
        fn new(manner: Manner, language: &str) -> (Self, Sender<()>) {
            let (wake, woken) = channel();
            let wakes = move || {
                let _ = wake.send(());
            };
            let (open, opened) = channel();
            let opened = Arc::new(Mutex::new(opened));
            let mut mouth = Mouth::with(wakes.clone(), move |said| {
                let _ = opened.lock().unwrap().recv();
                Ok(Box::new(Actor(manner, said.clone())))
            });
            // Else it would let a first screen be shown before.
            mouth.hush();
            let mut check = SoundCheck::new(move || Tones::on(Prompt, wakes.clone()));
            let mut ears = Ears::open(EarsSettings::default(), || {});
            check.turn(true, &mut ears, &mut mouth);
            let sentence = SpeechPiece { text: "Can you hear me?".into(), language: language.to_owned(), clip: None };
            check.try_speaker(sentence);
            (Self { check, mouth, woken }, open)
        }

        /// What is told once it is no longer this.
        fn after(&mut self, before: SpeakerTest) -> SpeakerTest {
            while self.check.speaker == before {
                self.woken.recv_timeout(Duration::from_secs(20)).expect("nothing happens");
                self.check.looked(&mut self.mouth);
                for event in self.mouth.events() {
                    self.check.heard(event);
                }
            }
            self.check.speaker
        }
    }

    #[test]
    fn an_officer_is_told_what_became_of_the_sentence() {
        let played = |sentence| SpeakerTest::Played { sentence };
        for (manner, language, told) in [
            (Manner::Says, "en", TriedSentence::Said),
            (Manner::Says, "ko", TriedSentence::NoVoice),
            (Manner::Fails, "en", TriedSentence::Failed),
            (Manner::Hangs, "en", TriedSentence::Hung),
        ] {
            let (mut bench, open) = Bench::new(manner, language);
            let starting = played(TriedSentence::Starting);
            assert_eq!(bench.after(SpeakerTest::Playing), starting, "no voice is open yet");
            open.send(()).unwrap();
            let next = bench.after(starting);
            let told_at_last = if next == SpeakerTest::Playing { bench.after(next) } else { next };
            assert_eq!(told_at_last, played(told), "{language}");
        }
    }
}
