//! What the kiosk says, in order, and how it falls silent.

use std::{
    sync::{
        Arc, Mutex,
        mpsc::{Receiver, Sender, channel},
    },
    time::Duration,
};

use kaunter_clips::{Clip, Encoding, Sound};
use kaunter_speech::{
    SpeechError,
    speaking::{self, HowSaid, Mouth, Recorded, Sentence, SpeakingEvent, Utterance, Voicebox},
};

/// A voice that says a sentence when the test lets it.
#[derive(Default)]
struct Script {
    spoken: Vec<(String, u8, u8)>,
    stops: usize,
    said: Option<Sender<u64>>,
    gone: bool,
    /// It begins, and never comes to an end.
    hangs: bool,
    opened: usize,
}

#[derive(Clone, Default)]
struct Stage(Arc<Mutex<Script>>);

struct Actor(Stage);

impl Voicebox for Actor {
    fn languages(&self) -> Vec<String> {
        vec!["en".into(), "ko".into()]
    }

    fn speak(&mut self, sentence: &Sentence, pace: u8, volume: u8) -> Result<u64, SpeechError> {
        let mut script = self.0.0.lock().unwrap();
        if script.gone {
            return Err(SpeechError::VoiceService("it has ended".into()));
        }
        if !self.languages().contains(&sentence.language) {
            return Err(SpeechError::NoVoice(sentence.language.clone()));
        }
        script.spoken.push((sentence.words.as_str().to_owned(), pace, volume));
        Ok(script.spoken.len() as u64)
    }

    fn stop(&mut self) {
        self.0.0.lock().unwrap().stops += 1;
    }

    fn longest(&self, _: &Sentence) -> Duration {
        if self.0.0.lock().unwrap().hangs { Duration::ZERO } else { Duration::from_secs(3600) }
    }
}

struct Hall {
    mouth: Mouth,
    stage: Stage,
    woken: Receiver<()>,
    seen: Vec<SpeakingEvent>,
}

impl Hall {
    fn open() -> Self {
        let stage = Stage::default();
        let (wake, woken) = channel();
        let theirs = stage.clone();
        let mouth = Mouth::with(
            move || {
                let _ = wake.send(());
            },
            move |said| {
                let mut script = theirs.0.lock().unwrap();
                script.said = Some(said.clone());
                script.opened += 1;
                Ok(Box::new(Actor(theirs.clone())))
            },
        );
        let mut hall = Self { mouth, stage, woken, seen: Vec::new() };
        hall.until(SpeakingEvent::VoicesChanged);
        hall
    }

    fn says(&mut self, number: u32, sentences: &[(&str, &str)]) {
        let sentence = |((words, language), mark): (&(&str, &str), u32)| Sentence {
            words: (*words).to_owned().into(),
            language: (*language).to_owned(),
            mark,
            clip: None,
        };
        let sentences = sentences.iter().zip(0..).map(sentence).collect();
        self.mouth.say(Utterance { number, sentences, pace: 2, volume: 4 });
    }

    /// Waits for an event; those before it are seen too.
    #[track_caller]
    fn until(&mut self, wanted: SpeakingEvent) {
        while !self.seen.contains(&wanted) {
            self.woken.recv_timeout(Duration::from_secs(20)).expect("it did not happen");
            self.seen.extend(self.mouth.events());
        }
    }

    /// The voice has come to the end of a sentence.
    fn is_said(&self, id: u64) {
        self.stage.0.lock().unwrap().said.as_ref().unwrap().send(id).unwrap();
    }

    fn spoken(&self) -> Vec<String> {
        self.stage.0.lock().unwrap().spoken.iter().map(|(words, ..)| words.clone()).collect()
    }
}

#[test]
fn sentences_are_said_one_after_the_other_in_the_pace_that_was_wished() {
    let mut hall = Hall::open();
    hall.says(7, &[("The office is open.", "en"), ("어서 오십시오.", "ko")]);
    hall.until(SpeakingEvent::Saying { number: 7, mark: 0 });
    assert_eq!(hall.spoken(), ["The office is open."]);
    hall.is_said(1);
    hall.until(SpeakingEvent::Saying { number: 7, mark: 1 });
    hall.is_said(2);
    hall.until(SpeakingEvent::SaidAll { number: 7, how: HowSaid::Whole });
    assert_eq!(hall.stage.0.lock().unwrap().spoken[1], ("어서 오십시오.".to_owned(), 2, 4));
}

#[test]
fn it_falls_silent_at_once_and_the_next_thing_is_said_instead() {
    let mut hall = Hall::open();
    hall.says(1, &[("A very long answer.", "en"), ("That goes on.", "en")]);
    hall.until(SpeakingEvent::Saying { number: 1, mark: 0 });
    hall.mouth.hush();
    hall.until(SpeakingEvent::SaidAll { number: 1, how: HowSaid::CutShort });
    assert_eq!(hall.stage.0.lock().unwrap().stops, 1);
    hall.says(2, &[("Something else.", "en")]);
    hall.until(SpeakingEvent::Saying { number: 2, mark: 0 });
    hall.is_said(1);
    hall.says(3, &[("And this.", "en")]);
    hall.until(SpeakingEvent::SaidAll { number: 2, how: HowSaid::CutShort });
    hall.until(SpeakingEvent::Saying { number: 3, mark: 0 });
    assert_eq!(hall.spoken(), ["A very long answer.", "Something else.", "And this."]);
}

#[test]
fn what_rests_goes_on_with_the_sentence_in_which_it_was_paused() {
    let mut hall = Hall::open();
    hall.says(1, &[("You need two papers.", "en"), ("The first is your card.", "en"), ("The second is a bill.", "en")]);
    hall.until(SpeakingEvent::Saying { number: 1, mark: 0 });
    hall.is_said(1);
    hall.until(SpeakingEvent::Saying { number: 1, mark: 1 });
    hall.mouth.pause();
    hall.until(SpeakingEvent::SaidAll { number: 1, how: HowSaid::CutShort });
    assert_eq!(hall.stage.0.lock().unwrap().stops, 1);
    hall.seen.clear();
    hall.mouth.go_on();
    hall.until(SpeakingEvent::Saying { number: 1, mark: 1 });
    hall.is_said(3);
    hall.until(SpeakingEvent::Saying { number: 1, mark: 2 });
    hall.is_said(4);
    hall.until(SpeakingEvent::SaidAll { number: 1, how: HowSaid::Whole });
    let second = "The first is your card.";
    assert_eq!(hall.spoken(), ["You need two papers.", second, second, "The second is a bill."]);
    hall.seen.clear();
    hall.mouth.go_on();
    hall.until(SpeakingEvent::SaidAll { number: 1, how: HowSaid::Whole });

    hall.says(2, &[("Something private.", "en")]);
    hall.until(SpeakingEvent::Saying { number: 2, mark: 0 });
    hall.mouth.pause();
    hall.mouth.hush();
    hall.seen.clear();
    hall.mouth.go_on();
    hall.until(SpeakingEvent::SaidAll { number: 2, how: HowSaid::CutShort });
    assert_eq!(hall.spoken().len(), 5, "what was hushed is gone");
}

#[test]
fn a_language_without_a_voice_is_left_out_and_the_rest_is_said() {
    let mut hall = Hall::open();
    assert!(hall.mouth.speaks("ko") && !hall.mouth.speaks("ms"));
    hall.says(1, &[("Selamat datang.", "ms"), ("Welcome.", "en")]);
    hall.until(SpeakingEvent::Saying { number: 1, mark: 1 });
    hall.is_said(1);
    hall.until(SpeakingEvent::SaidAll { number: 1, how: HowSaid::Failed });
    assert_eq!(hall.spoken(), ["Welcome."]);
    hall.says(2, &[]);
    hall.until(SpeakingEvent::SaidAll { number: 2, how: HowSaid::Whole });
}

#[test]
fn a_voice_that_ends_in_the_middle_leaves_nobody_waiting() {
    let mut hall = Hall::open();
    hall.stage.0.lock().unwrap().gone = true;
    hall.says(1, &[("Nobody hears this.", "en")]);
    hall.until(SpeakingEvent::SaidAll { number: 1, how: HowSaid::Failed });
    assert!(!hall.mouth.speaks("en"));
    assert_eq!(hall.stage.0.lock().unwrap().opened, 1);
}

#[test]
fn a_voice_that_hangs_is_told_from_one_that_has_spoken() {
    let mut hall = Hall::open();
    hall.stage.0.lock().unwrap().hangs = true;
    hall.says(1, &[("Nobody hears the end of this.", "en")]);
    hall.until(SpeakingEvent::SaidAll { number: 1, how: HowSaid::TimedOut });
    assert_eq!(hall.stage.0.lock().unwrap().stops, 1);
    hall.stage.0.lock().unwrap().hangs = false;
    hall.says(2, &[("All is well again.", "en")]);
    hall.until(SpeakingEvent::Saying { number: 2, mark: 0 });
    hall.is_said(2);
    hall.until(SpeakingEvent::SaidAll { number: 2, how: HowSaid::Whole });
}

/// A loudspeaker that plays when it is there, and tells what it was given.
#[derive(Clone, Default)]
struct Player(Arc<Mutex<Vec<String>>>, bool);

impl speaking::Player for Player {
    fn play(&mut self, sound: Sound, volume: u8) -> Result<u64, SpeechError> {
        if !self.1 {
            return Err(SpeechError::Loudspeaker("there is none".into()));
        }
        self.0.lock().unwrap().push(format!("{:.1} s at {volume}", sound.length().as_secs_f32()));
        Ok(u64::MAX)
    }

    fn stop(&mut self) {
        self.0.lock().unwrap().push("stop".into());
    }
}

fn recorded(words: &str) -> Sentence {
    let header =
        hound::WavSpec { channels: 1, sample_rate: 8000, bits_per_sample: 16, sample_format: hound::SampleFormat::Int };
    let mut bytes = std::io::Cursor::new(Vec::new());
    let mut writer = hound::WavWriter::new(&mut bytes, header).unwrap();
    (0..4000).for_each(|at| writer.write_sample(if at % 16 < 8 { 9000_i16 } else { -9000 }).unwrap());
    writer.finalize().unwrap();
    let clip = Some(Clip::new(bytes.into_inner(), Encoding::Wav));
    Sentence { words: words.to_owned().into(), language: "en".into(), mark: 0, clip }
}

#[test]
fn a_recording_is_played_and_everything_else_is_said() {
    let (stage, player) = (Stage::default(), Player(Arc::default(), true));
    let mut voice = Recorded::new(Actor(stage.clone()), player.clone());
    let plain = Sentence { clip: None, ..recorded("Four questions.") };
    let broken = Sentence { clip: Some(Clip::new(&b"RIFF"[..], Encoding::Wav)), ..recorded("It is broken.") };
    assert_eq!(voice.speak(&recorded("Welcome."), 3, 4).unwrap(), u64::MAX);
    assert_eq!(voice.speak(&plain, 3, 4).unwrap(), 1);
    assert_eq!(voice.speak(&broken, 3, 4).unwrap(), 2);
    voice.stop();
    assert_eq!(*player.0.lock().unwrap(), ["0.5 s at 4", "stop"]);
    assert_eq!(stage.0.lock().unwrap().stops, 1, "whichever speaks, both fall silent");

    let mut voice = Recorded::new(Actor(stage.clone()), Player::default());
    voice.speak(&recorded("Nobody misses this."), 3, 4).unwrap();
    let said: Vec<_> = stage.0.lock().unwrap().spoken.iter().map(|(words, ..)| words.clone()).collect();
    assert_eq!(said, ["Four questions.", "It is broken.", "Nobody misses this."]);
}
