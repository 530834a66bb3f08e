//! What ears write when nobody speaks to them: silence, noise, hums, music and a hall full of people, an hour of it or as
//! long as told, as fast as the machine goes.

use std::{
    fs,
    sync::{
        Arc,
        atomic::{AtomicBool, AtomicUsize, Ordering},
        mpsc::channel,
    },
    time::{Duration, Instant},
};

use kaunter_speech::{
    RATE, Samples,
    hearing::{Ears, EarsSettings, EarsState, HearingEvent, Listening, Model, Sound, SoundLost, Sounds},
    models::self_test_model,
};

use crate::{blank_model::Chance, sounds, voices};

const LANGUAGES: [&str; 4] = ["en", "ms", "ko", "zh-TW"];
/// Seconds of one kind of sound before the next comes.
const EACH: f32 = 20.0;
/// Samples that are handed over at a time.
const BLOCK: usize = 4096;

/// A microphone in a room where the sounds follow each other; time stands still while nobody listens.
#[derive(Clone)]
struct Hall {
    round: Arc<Vec<f32>>,
    at: Arc<AtomicUsize>,
    listened_to: Arc<AtomicBool>,
}

impl Sounds for Hall {
    fn open(&mut self) -> Option<Box<dyn Sound>> {
        Some(Box::new(self.clone()))
    }
}

impl Sound for Hall {
    fn name(&self) -> String {
        "a hall".to_owned()
    }

    fn read(&mut self, into: &mut Samples, _: Duration) -> Result<(), SoundLost> {
        if !self.listened_to.load(Ordering::SeqCst) {
            std::thread::park_timeout(Duration::from_millis(1));
            return Ok(());
        }
        let from = self.at.fetch_add(BLOCK, Ordering::SeqCst) % self.round.len();
        let block: Vec<f32> = self.round.iter().cycle().skip(from).take(BLOCK).copied().collect();
        into.extend(&block);
        Ok(())
    }
}

/// Listens for so many seconds of sound, turn after turn, and prints what was written, how many turns there were, and
/// what memory this process has.
pub fn measure(seconds: usize) {
    let hall = Hall { round: Arc::new(round()), at: Arc::default(), listened_to: Arc::default() };
    let (wake, woken) = channel();
    let model = Model::Bytes("selftest".to_owned(), self_test_model().unwrap().into());
    let settings = EarsSettings { model: Some(model), threads: 1, ..EarsSettings::default() };
    let mut ears = Ears::with_sounds(settings, hall.clone(), move || {
        let _ = wake.send(());
    });
    while !matches!(ears.state(), EarsState::Ready { .. }) {
        woken.recv().unwrap();
    }
    let begun = Instant::now();
    let (mut turn, mut began, mut words, mut first) = (0, 0, 0, None);
    while hall.at.load(Ordering::SeqCst) < seconds * RATE as usize {
        turn += 1;
        let language = LANGUAGES[turn % LANGUAGES.len()].to_owned();
        ears.listen(Listening { turn: turn as u64, language, ..Listening::default() });
        hall.listened_to.store(true, Ordering::SeqCst);
        'turn: loop {
            woken.recv().unwrap();
            for event in ears.events() {
                match event {
                    HearingEvent::SpeechBegan { .. } => began += 1,
                    HearingEvent::SpeechEnded { .. } => hall.listened_to.store(false, Ordering::SeqCst),
                    HearingEvent::Heard { text, confidence, .. } => {
                        let of = hall.at.load(Ordering::SeqCst) % hall.round.len() / RATE as usize;
                        println!("by second {of} of the round: “{}”, {confidence:.2}", text.as_str());
                        words += text.as_str().split_whitespace().count();
                        break 'turn;
                    }
                    HearingEvent::NotHeard { .. } => break 'turn,
                    _ => {}
                }
            }
        }
        hall.listened_to.store(false, Ordering::SeqCst);
        if turn == 50 {
            first = Some(resident());
        }
    }
    let (first, last) = (first.unwrap_or_else(resident), resident());
    println!(
        "{seconds} s of sound in {:.0} s: {turn} turns, {began} in which something sounded like a voice, {words} words \
         written; {first:.1} MiB after 50 turns, {last:.1} MiB at the end",
        begun.elapsed().as_secs_f32()
    );
}

/// One of each, one behind the other.
fn round() -> Vec<f32> {
    let clicks = |at: usize| if at % 23_011 < 40 { 0.5 } else { 0.0 };
    let seconds = (EACH * RATE as f32) as usize;
    let all = [
        vec![0.0; seconds],
        sounds::noise(EACH, 0.003, 3),
        sounds::noise(EACH, 0.3, 4),
        pink(0.2),
        sounds::hum(EACH),
        sounds::music(EACH),
        (0..seconds).map(clicks).collect(),
        voices::crowd(6, seconds),
        voices::crowd(8, seconds).into_iter().rev().collect(),
        voices::crowd(12, seconds),
    ];
    all.concat()
}

/// Noise of equal power in each octave, by adding up noises of which each changes half as often as the one before.
fn pink(loudness: f32) -> Vec<f32> {
    let mut chance = Chance(77);
    let mut rows = [0.0_f32; 12];
    let mut sample = |at: usize| {
        let row = (at.trailing_zeros() as usize).min(rows.len() - 1);
        rows[row] = chance.even();
        rows.iter().sum::<f32>() / rows.len() as f32 * loudness
    };
    (1..=(EACH * RATE as f32) as usize).map(&mut sample).collect()
}

/// In MiB.
fn resident() -> f64 {
    let status = fs::read_to_string("/proc/self/status").unwrap();
    let line = status.lines().find(|line| line.starts_with("VmRSS")).unwrap();
    line.split_whitespace().nth(1).unwrap().parse::<f64>().unwrap() / 1024.0
}
