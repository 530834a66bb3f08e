//! A technician sets up hearing, and tries it.

use kaunter_sound::speak_into;

use crate::Bench;

#[test]
fn a_kiosk_without_a_model_says_what_to_do() {
    let bench = Bench::new();
    std::fs::write(bench.path("not.wav"), "no sound").unwrap();
    let listed = bench.kaunter("models list --data here", 0);
    for name in ["selftest", "tiny-q5_1", "base-q5_1", "small-q8_0"] {
        assert!(listed.contains(name), "{listed}");
    }
    assert!(bench.kaunter("hear not.wav --lang en --data here", 1).contains("sound-not-a-wav"));
    assert!(bench.kaunter("models verify base-q5_1 --data here", 1).contains("voice-model-missing"));
    assert!(bench.kaunter("models fetch huge --data here", 1).contains("voice-model-unknown"));
    assert!(bench.kaunter("models remove tiny-q5_1 --data here", 0).contains("was not installed"));
    assert!(bench.kaunter("doctor --data here", 0).contains("not calibrated"));
    assert!(bench.kaunter("doctor --calibrate --data here", 0).contains("none installed"));
}

#[test]
fn a_stick_with_the_wrong_file_is_refused_and_nothing_is_kept() {
    let bench = Bench::new();
    std::fs::create_dir(bench.path("stick")).unwrap();
    let stick = std::fs::File::create(bench.path("stick/ggml-tiny-q5_1.bin")).unwrap();
    stick.set_len(32_152_673).unwrap();
    let told = bench.kaunter("models fetch tiny-q5_1 --from stick --data here", 1);
    assert!(told.contains("voice-model-changed"), "{told}");
    assert!(!bench.path("here/models/ggml-tiny-q5_1.bin").exists());
    assert!(!bench.path("here/models/ggml-tiny-q5_1.bin.part").exists());
}

#[test]
fn a_recording_is_told_with_the_choice_that_it_is() {
    let bench = Bench::new();
    for (language, choices, said) in [
        ("zh-TW", "yes\t是|對\nno\t不是|不對", [("對", "yes"), ("不是", "no")]),
        ("ms", "yes\tya|betul\nno\ttidak|bukan", [("ya", "yes"), ("tidak", "no")]),
        ("ko", "yes\t네|예\nno\t아니요|아뇨", [("네", "yes"), ("아니요", "no")]),
        ("en", "yes\tyes|yes please\nno\tno|no thank you", [("yes", "yes"), ("no", "no")]),
    ] {
        std::fs::write(bench.path("choices.txt"), choices).unwrap();
        for (words, choice) in said {
            speak_into(&bench.path("said.wav"), words, language).unwrap();
            let hear = "hear said.wav --model selftest --choices choices.txt --json --data here --lang";
            let told: serde_json::Value =
                serde_json::from_str(&bench.kaunter(&format!("{hear} {language}"), 0)).unwrap();
            assert_eq!(told["choice"], choice, "{words}: {told}");
            let names: Vec<&String> = told.as_object().unwrap().keys().collect();
            assert_eq!(names, ["choice", "confidence", "millis", "text"]);
        }
    }
}
