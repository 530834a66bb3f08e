//! The model that comes with the program: it is whole, and writes nothing where nothing is said.

use std::path::Path;

use kaunter_speech::{
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
            let Some(part) = spoken_part(&sound) else { continue };
            let heard = recogniser.hear(&sound[part], Question { language, ..Question::default() }).unwrap();
            assert_eq!(heard.text.as_str(), "", "{language}: {what}");
        }
    }
}
