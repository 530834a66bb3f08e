//! The model that comes with the program: it is whole, and writes nothing where nothing is said.

use std::path::Path;

use kaunter_speech::{
    RATE,
    hearing::{Question, spoken_part},
    models::{check_structure_of, self_test, self_test_model},
};

use crate::{sounds, voices};

#[test]
fn the_model_of_the_self_test_is_in_the_program_and_whole() {
    let shape = check_structure_of(Path::new("selftest"), &self_test_model().unwrap()).unwrap();
    assert!(shape.is_multilingual());
    let mut recogniser = self_test(1).unwrap();
    assert!(recogniser.window_seconds() >= 6.0);
    for (language, text) in [("zh-TW", "對"), ("ms", "ya"), ("ko", "네"), ("en", "yes")] {
        let said = voices::say(language, text);
        let said = &said[spoken_part(&said).expect("a voice is a voice")];
        recogniser.hear(said, Question { language, ..Question::default() }).unwrap();
    }
}

#[test]
fn the_language_of_a_first_sentence_is_told() {
    let mut recogniser = self_test(1).unwrap();
    let among = ["zh-TW", "ms", "ko", "en"].map(str::to_owned);
    for (language, text) in [
        ("zh-TW", "請問護照要怎麼申請"),
        ("ms", "bagaimana saya memohon pasport"),
        ("ko", "여권은 어떻게 신청하나요"),
        ("en", "how do I apply for a passport"),
    ] {
        let said = voices::say(language, text);
        let said = &said[spoken_part(&said).unwrap()];
        let question = Question { language: "en", among: &among, ..Question::default() };
        assert_eq!(recogniser.hear(said, question).unwrap().language.as_deref(), Some(language), "{text}");
    }
}

#[test]
fn in_a_hall_full_of_people_only_who_speaks_close_by_is_heard() {
    let hall = |people| voices::crowd(people, 12 * RATE as usize);
    for (people, seconds) in [(6, 4), (6, 12), (8, 3), (12, 8)] {
        let forwards = &hall(people)[..seconds * RATE as usize];
        let backwards: Vec<f32> = forwards.iter().rev().copied().collect();
        for (way, sound) in [("forwards", forwards), ("backwards", &backwards)] {
            let told = spoken_part(sound);
            assert!(told.is_err(), "{people} people for {seconds} s, {way}: {told:?}");
        }
    }
    let people = hall(6);
    for (language, text) in [
        ("zh-TW", "對"),
        ("zh-TW", "請問戶口名簿要怎麼申請"),
        ("ms", "ya"),
        ("ms", "berapa bayaran untuk lesen memandu"),
        ("ko", "네"),
        ("ko", "전입신고는 어떻게 하나요"),
        ("en", "yes"),
        ("en", "how do I renew my driving licence"),
    ] {
        let said = voices::say(language, text);
        let power = |sound: &[f32]| sound.iter().map(|sample| sample * sample).sum::<f32>() / sound.len() as f32;
        // Ten decibels louder than the people.
        let louder = (power(&people) * 10.0 / power(&said)).sqrt();
        let mut sound: Vec<f32> = people[..said.len() + RATE as usize].iter().map(|sample| sample * 0.5).collect();
        for (sample, said) in sound.iter_mut().skip(RATE as usize / 2).zip(&said) {
            *sample += said * louder * 0.5;
        }
        assert!(spoken_part(&sound).is_ok(), "{language}: {text}");
    }
}

#[test]
fn silence_noise_and_hum_write_nothing() {
    let mut recogniser = self_test(1).unwrap();
    for language in ["zh-TW", "ms", "ko", "en"] {
        for (what, sound) in [
            ("silence", vec![0.0; 48_000]),
            ("soft noise", sounds::noise(3.0, 0.003, 11)),
            ("loud noise", sounds::noise(3.0, 0.4, 12)),
            ("hum", sounds::hum(3.0)),
        ] {
            // As a turn hands it over; where nobody is heard to speak, no turn begins.
            let Ok(part) = spoken_part(&sound) else { continue };
            let heard = recogniser.hear(&sound[part], Question { language, ..Question::default() }).unwrap();
            assert_eq!(heard.text.as_str(), "", "{language}: {what}");
        }
    }
}
