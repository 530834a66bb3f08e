//! A technician sets up hearing, and tries it.

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
