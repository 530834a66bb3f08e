//! Somebody who changes their mind does not wait for what they said before.

use std::{thread, time::Instant};

use kaunter_speech::{
    SpeechError,
    hearing::{Candidate, Heard, MOST_CHOICES, Question, Recogniser},
};

use crate::{blank_model, sounds};

fn recogniser() -> Recogniser {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("least.bin");
    blank_model::write(&file, &blank_model::shape("least"));
    Recogniser::open(&file, 1).unwrap()
}

#[test]
fn what_is_being_thought_about_can_be_stopped_and_the_next_is_heard() {
    let mut recogniser = recogniser();
    let sound = sounds::noise(60.0, 0.2, 5);
    let question = Question { language: "ko", ..Question::default() };
    let stop = recogniser.stopper();
    let stopping = thread::spawn(move || {
        thread::park_timeout(std::time::Duration::from_millis(300));
        stop.stop();
    });
    let begun = Instant::now();
    let heard = recogniser.hear(&sound, question);
    assert!(matches!(heard, Err(SpeechError::Cancelled)), "{heard:?} after {:?}", begun.elapsed());
    stopping.join().unwrap();
    assert!(
        matches!(recogniser.hear(&sound[..8000], question), Err(SpeechError::Cancelled)),
        "until it may hear again"
    );
    recogniser.stopper().resume();
    assert!(recogniser.hear(&sound[..8000], question).is_ok());
}

#[test]
fn more_choices_than_can_be_scored_are_refused() {
    let choice = |at: usize| Candidate { id: at.to_string(), wordings: vec![format!("number {at}")] };
    let choices: Vec<Candidate> = (0..=MOST_CHOICES).map(choice).collect();
    let question = Question { language: "en", choices: &choices, ..Question::default() };
    let refused = recogniser().hear(&[0.0; 16_000], question).unwrap_err();
    assert_eq!(refused.code(), "choices-too-many");
}

#[test]
fn what_was_heard_shows_nowhere() {
    let heard = Heard::from("A123456789".to_owned());
    assert_eq!(format!("{heard} {heard:?}"), "… …");
    let samples = kaunter_speech::Samples::from(&[0.25_f32; 16_000][..]);
    assert_eq!(format!("{samples:?}"), "1.00 s of sound");
}
