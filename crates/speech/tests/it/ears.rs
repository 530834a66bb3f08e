//! A visitor before the kiosk: what they say, how loudly and when, and what the ears make of it.

use std::{
    sync::{
        Arc, Mutex,
        atomic::{AtomicBool, Ordering},
        mpsc::{Receiver, channel},
    },
    time::{Duration, Instant},
};

use kaunter_speech::{
    Samples,
    hearing::{
        Ears, EarsSettings, EarsState, Expecting, HearingEvent, Listening, Model, NotHeard, Sound, SoundLost, Sounds,
    },
    models::self_test_model,
};

use crate::{blank_model, sounds, voices};

/// Bound of every wait; a loaded machine may take its time.
const BOUND: Duration = Duration::from_secs(60);

/// A microphone that is played to. Between the pieces it is silent, and time in it passes ten times as fast.
#[derive(Clone, Default)]
pub struct Room {
    playing: Arc<Mutex<Vec<f32>>>,
    unplugged: Arc<AtomicBool>,
    holds_its_breath: Arc<AtomicBool>,
}

impl Room {
    pub fn play(&self, sound: &[f32]) {
        self.playing.lock().unwrap().extend_from_slice(sound);
    }

    /// Time stands still in it as long as nothing is played.
    fn holds_its_breath(&self, holds: bool) {
        self.holds_its_breath.store(holds, Ordering::SeqCst);
    }

    fn plug(&self, there: bool) {
        self.unplugged.store(!there, Ordering::SeqCst);
    }
}

impl Sounds for Room {
    fn open(&mut self) -> Option<Box<dyn Sound>> {
        (!self.unplugged.load(Ordering::SeqCst)).then(|| Box::new(self.clone()) as Box<dyn Sound>)
    }
}

impl Sound for Room {
    fn name(&self) -> String {
        "a room".to_owned()
    }

    fn read(&mut self, into: &mut Samples, _: Duration) -> Result<(), SoundLost> {
        if self.unplugged.load(Ordering::SeqCst) {
            return Err(SoundLost);
        }
        std::thread::park_timeout(Duration::from_millis(2));
        let mut playing = self.playing.lock().unwrap();
        if playing.is_empty() && self.holds_its_breath.load(Ordering::SeqCst) {
            return Ok(());
        }
        let ready = playing.len().min(320);
        into.extend(&playing[..ready]);
        playing.drain(..ready);
        into.extend(&vec![0.0002; 320 - ready]);
        Ok(())
    }
}

/// A kiosk's ears in that room.
pub struct Kiosk {
    pub room: Room,
    ears: Ears,
    woken: Receiver<()>,
    waiting: Vec<HearingEvent>,
    pub seen: Vec<HearingEvent>,
}

impl Kiosk {
    fn with(model: Option<Model>) -> Self {
        let room = Room::default();
        let (wake, woken) = channel();
        let settings = EarsSettings { model, threads: 1, ..EarsSettings::default() };
        let ears = Ears::with_sounds(settings, room.clone(), move || {
            let _ = wake.send(());
        });
        Self { room, ears, woken, waiting: Vec::new(), seen: Vec::new() }
    }

    /// With a model that knows no words.
    pub fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("least.bin");
        blank_model::write(&file, &blank_model::shape("least"));
        let mut kiosk = Self::with(Some(Model::Bytes("least".to_owned(), std::fs::read(file).unwrap().into())));
        kiosk.until_state(|state| matches!(state, EarsState::Ready { .. }));
        kiosk
    }

    /// With a model that knows a few sentences.
    fn that_knows_words() -> Self {
        let model = Model::Bytes("selftest".to_owned(), self_test_model().unwrap().into());
        let mut kiosk = Self::with(Some(model));
        kiosk.until_state(|state| matches!(state, EarsState::Ready { .. }));
        kiosk
    }

    fn until_state(&mut self, is: impl Fn(&EarsState) -> bool) {
        let begun = Instant::now();
        while !is(&self.ears.state()) {
            assert!(begun.elapsed() < BOUND, "{:?}", self.ears.state());
            let _ = self.woken.recv_timeout(Duration::from_millis(50));
        }
    }

    /// Waits for an event of that kind, and keeps all others that came before.
    pub fn until(&mut self, what: &str, is: impl Fn(&HearingEvent) -> bool) -> HearingEvent {
        let begun = Instant::now();
        loop {
            self.waiting.extend(self.ears.events());
            while !self.waiting.is_empty() {
                let event = self.waiting.remove(0);
                self.seen.push(event.clone());
                if is(&event) {
                    return event;
                }
            }
            assert!(begun.elapsed() < BOUND, "no {what} in {:?}", self.seen);
            let _ = self.woken.recv_timeout(Duration::from_millis(50));
        }
    }

    pub fn listen(&mut self, turn: u64, expecting: Expecting) {
        self.ears.listen(Listening { turn, language: "en".to_owned(), expecting, ..Listening::default() });
    }

    pub fn not_heard(&mut self, turn: u64) -> NotHeard {
        let event =
            self.until("NotHeard", |event| matches!(event, HearingEvent::NotHeard { turn: told, .. } if *told == turn));
        match event {
            HearingEvent::NotHeard { why, .. } => why,
            other => panic!("{other:?}"),
        }
    }
}

#[test]
fn a_turn_without_words_says_why_there_are_none() {
    let mut kiosk = Kiosk::new();
    for (turn, sound, why) in [
        (1, vec![], &[NotHeard::Silence][..]),
        (2, sounds::noise(12.0, 0.5, 3), &[NotHeard::TooNoisy, NotHeard::OnlyNoise]),
        (3, sounds::hum(9.0), &[NotHeard::Silence, NotHeard::OnlyNoise]),
    ] {
        kiosk.room.play(&sound);
        kiosk.listen(turn, Expecting::Short);
        let told = kiosk.not_heard(turn);
        assert!(why.contains(&told), "turn {turn}: {told:?}");
        kiosk.room.playing.lock().unwrap().clear();
    }
}

#[test]
fn a_voice_begins_and_ends_a_turn() {
    let mut kiosk = Kiosk::new();
    kiosk.listen(7, Expecting::Sentence);
    kiosk.room.play(&voices::say("en", "I would like to renew my driving licence"));
    kiosk.until("SpeechBegan", |event| *event == HearingEvent::SpeechBegan { turn: 7 });
    kiosk.until("SpeechEnded", |event| *event == HearingEvent::SpeechEnded { turn: 7 });
    assert_eq!(kiosk.not_heard(7), NotHeard::OnlyNoise, "this model knows no words");
    let levels: Vec<f32> = kiosk
        .seen
        .iter()
        .filter_map(|event| match event {
            HearingEvent::Level { dbfs } => Some(*dbfs),
            _ => None,
        })
        .collect();
    assert!(levels.iter().any(|level| *level > -30.0), "{levels:?}");
}

#[test]
fn words_are_shown_while_they_are_being_said_where_the_machine_is_fast_enough() {
    let mut kiosk = Kiosk::that_knows_words();
    let EarsState::Ready { millis_per_second, .. } = kiosk.ears.state() else { panic!("{:?}", kiosk.ears.state()) };
    kiosk.room.holds_its_breath(true);
    let partials = true;
    kiosk.ears.listen(Listening { turn: 3, language: "en".to_owned(), partials, ..Listening::default() });
    let partial = |event: &HearingEvent| matches!(event, HearingEvent::Partial { turn: 3, text } if !text.is_empty());
    let said = voices::say("en", "one, two, three, four, five, six, seven, eight");
    let [soon, later] = [said.len() / 2, said.len() * 3 / 4];
    for part in [&said[..soon], &said[soon..later]] {
        kiosk.room.play(part);
        if millis_per_second < 500 {
            kiosk.until("partial words", partial);
        }
    }
    kiosk.room.play(&said[later..]);
    kiosk.room.holds_its_breath(false);
    let heard = kiosk.until("Heard", |event| matches!(event, HearingEvent::Heard { .. }));
    assert!(matches!(heard, HearingEvent::Heard { turn: 3, .. }), "{heard:?}");
    assert!(millis_per_second < 500 || !kiosk.seen.iter().any(partial), "what comes late helps nobody");
}

/// No byte is handed to the system to be written, to a disk, a log or a line.
#[cfg(target_os = "linux")]
#[test]
fn nothing_of_a_voice_is_written_anywhere() {
    let written = || {
        let told = std::fs::read_to_string("/proc/self/io").unwrap();
        told.lines().find_map(|line| line.strip_prefix("wchar: ")).unwrap().parse::<u64>().unwrap()
    };
    let said = voices::say("en", "How do I apply for a passport?");
    let mut kiosk = Kiosk::that_knows_words();
    let before = written();
    for turn in 1..4 {
        let partials = true;
        kiosk.ears.listen(Listening { turn, language: "en".to_owned(), partials, ..Listening::default() });
        kiosk.room.play(&said);
        kiosk.until("Heard", |event| matches!(event, HearingEvent::Heard { .. }));
    }
    assert_eq!(written() - before, 0, "bytes were written while somebody spoke");
}

#[test]
fn who_walks_away_or_asks_anew_leaves_nothing_behind() {
    let mut kiosk = Kiosk::new();
    kiosk.listen(1, Expecting::Sentence);
    kiosk.ears.cancel();
    assert_eq!(kiosk.not_heard(1), NotHeard::Cancelled);
    kiosk.listen(2, Expecting::Sentence);
    kiosk.listen(3, Expecting::Sentence);
    assert_eq!(kiosk.not_heard(2), NotHeard::Cancelled);
    kiosk.ears.finish();
    assert_eq!(kiosk.not_heard(3), NotHeard::Silence);
}

#[test]
fn the_kiosk_does_not_hear_itself_and_is_spoken_over() {
    let mut kiosk = Kiosk::new();
    let own: Vec<f32> = voices::say("en", "Please tell me your date of birth, the day, the month and the year")
        .iter()
        .map(|sample| sample * 0.05)
        .collect();
    kiosk.ears.kiosk_speaks(true);
    kiosk.listen(1, Expecting::Short);
    kiosk.room.play(&own);
    kiosk.room.play(&voices::say("en", "the fifth of March nineteen fifty three"));
    kiosk.until("SpeechBegan", |event| *event == HearingEvent::SpeechBegan { turn: 1 });
    assert!(kiosk.room.playing.lock().unwrap().len() < 16_000 * 3, "only the visitor began the turn");
    kiosk.ears.kiosk_speaks(false);
    kiosk.until("SpeechEnded", |event| *event == HearingEvent::SpeechEnded { turn: 1 });
}

#[test]
fn whoever_talks_at_the_next_counter_is_not_taken_for_the_visitor() {
    let mut kiosk = Kiosk::that_knows_words();
    let yes = voices::say("en", "yes");
    let from_the_next_counter: Vec<f32> = yes.iter().map(|sample| sample * 0.1).collect();
    let mut heard_words = |turn, sound: &[f32]| {
        kiosk.listen(turn, Expecting::Short);
        kiosk.room.play(&[0.0002; 8_000]);
        kiosk.room.play(sound);
        let end = kiosk.until("the end of the turn", |event| {
            matches!(event, HearingEvent::Heard { .. } | HearingEvent::NotHeard { .. })
        });
        match end {
            HearingEvent::Heard { text, .. } => Ok(text.as_str().to_owned()),
            HearingEvent::NotHeard { why, .. } => Err(why),
            other => panic!("{other:?}"),
        }
    };
    assert_eq!(
        heard_words(1, &from_the_next_counter),
        Ok("yes".to_owned()),
        "who speaks softly from the first is heard"
    );
    assert_eq!(heard_words(2, &yes), Ok("yes".to_owned()));
    assert_eq!(heard_words(3, &from_the_next_counter), Err(NotHeard::TooQuiet));
    assert_eq!(heard_words(4, &yes), Ok("yes".to_owned()));
    let long = voices::say("en", "Care for older people");
    assert!(heard_words(6, &long).is_ok());
    assert_eq!(heard_words(7, &yes), Ok("yes".to_owned()), "a short word is softer than a sentence");
    kiosk.ears.next_visitor();
    kiosk.listen(5, Expecting::Short);
    kiosk.room.play(&[0.0002; 8_000]);
    kiosk.room.play(&from_the_next_counter);
    let event = kiosk.until("Heard", |event| matches!(event, HearingEvent::Heard { .. }));
    assert!(matches!(event, HearingEvent::Heard { turn: 5, .. }), "the next visitor speaks softly: {event:?}");
}

#[test]
fn a_microphone_that_is_pulled_out_is_found_again() {
    let mut kiosk = Kiosk::new();
    kiosk.listen(1, Expecting::Sentence);
    kiosk.room.plug(false);
    kiosk.until("MicrophoneLost", |event| *event == HearingEvent::MicrophoneLost);
    assert_eq!(kiosk.not_heard(1), NotHeard::Failed);
    kiosk.until_state(|state| *state == EarsState::NoMicrophone);
    kiosk.room.plug(true);
    kiosk.until("MicrophoneFound", |event| *event == HearingEvent::MicrophoneFound { name: "a room".to_owned() });
    kiosk.listen(2, Expecting::Short);
    assert_eq!(kiosk.not_heard(2), NotHeard::Silence);
}

#[test]
fn without_a_model_voice_is_off_and_says_so() {
    let mut kiosk = Kiosk::with(None);
    kiosk.until_state(|state| *state == EarsState::NoModel("voice-model-missing"));
    kiosk.listen(1, Expecting::Short);
    assert_eq!(kiosk.not_heard(1), NotHeard::Failed);
    let broken = Model::Bytes("broken".to_owned(), b"<html>".to_vec().into());
    Kiosk::with(Some(broken)).until_state(|state| *state == EarsState::ModelBroken("voice-not-a-model"));
}

#[test]
fn a_level_is_told_while_it_is_wanted_and_nothing_else_is_made_of_the_sound() {
    let mut kiosk = Kiosk::with(None);
    let loud = |event: &HearingEvent| matches!(event, HearingEvent::Level { dbfs } if *dbfs > -30.0);
    let said = voices::say("en", "One, two, three: does it hear me?");
    kiosk.ears.measure(true);
    kiosk.room.play(&said);
    kiosk.until("loud level", loud);
    assert_eq!(kiosk.ears.microphone().as_deref(), Some("a room"), "although there is no model");
    kiosk.ears.measure(false);
    kiosk.room.playing.lock().unwrap().clear();
    // The commands are obeyed in order: once this turn has failed, no level is told any more.
    kiosk.listen(1, Expecting::Short);
    assert_eq!(kiosk.not_heard(1), NotHeard::Failed);
    let others =
        |event: &HearingEvent| !matches!(event, HearingEvent::Level { .. } | HearingEvent::MicrophoneFound { .. });
    let made: Vec<_> = kiosk.seen.iter().filter(|event| others(event)).collect();
    assert_eq!(made, [&HearingEvent::NotHeard { turn: 1, why: NotHeard::Failed }]);
}
