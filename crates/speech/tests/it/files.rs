//! What a technician may hand over as a model or as a sound, whole and broken.

use std::{fs, path::Path};

use kaunter_speech::{
    SpeechError,
    hearing::{Question, Recogniser},
    models::check_structure,
    read_wav,
};

use crate::{blank_model, sounds};

/// A small model with random weights, as bytes.
fn least_model(folder: &Path) -> Vec<u8> {
    let file = folder.join("least.bin");
    blank_model::write(&file, &blank_model::shape("least"));
    fs::read(file).unwrap()
}

#[test]
fn a_model_that_is_broken_in_any_way_never_reaches_the_recogniser() {
    let folder = tempfile::tempdir().unwrap();
    let whole = least_model(folder.path());
    let file = folder.path().join("broken.bin");
    let refused = |bytes: &[u8]| {
        fs::write(&file, bytes).unwrap();
        Recogniser::open(&file, 1).map(|_| ()).map_err(|fault| fault.code())
    };
    for cut in [0, 3, 4, 40, 100, 70_000, 500_000, whole.len() / 2, whole.len() - 1] {
        assert_eq!(refused(&whole[..cut]), Err("voice-model-truncated"), "cut at {cut}");
    }
    assert_eq!(refused(b"<!DOCTYPE html><html><head><title>Not found</title>"), Err("voice-not-a-model"));
    // A measure, the number of words, a token's length, and one byte too many.
    for at in [4, 8, 12, 16, 20, 24, 28, 32, 36, 40, 44, 48, 52, 56 + 80 * 201 * 4, 60 + 80 * 201 * 4] {
        let mut broken = whole.clone();
        broken[at..at + 4].copy_from_slice(&0x7FFF_FFFF_u32.to_le_bytes());
        let refusal = refused(&broken);
        assert!(matches!(refusal, Err("voice-not-a-model" | "voice-model-truncated")), "{at}: {refusal:?}");
    }
    let longer = [&whole[..], b"more"].concat();
    assert_eq!(refused(&longer), Err("voice-model-truncated"));
    let missing = Recogniser::open(&folder.path().join("none.bin"), 1).map(|_| ());
    assert_eq!(missing.unwrap_err().code(), "voice-model-missing");
}

#[test]
fn a_model_that_knows_nothing_writes_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let whole = least_model(folder.path());
    let mut recogniser = Recogniser::of_bytes("least", &whole, 1).unwrap();
    let question = Question { language: "en", ..Question::default() };
    for sound in [sounds::noise(3.0, 0.3, 7), sounds::music(5.0), sounds::hum(1.0), vec![0.0; 16_000], vec![0.1; 400]] {
        let heard = recogniser.hear(&sound, question).unwrap();
        assert_eq!(heard.text.as_str(), "", "{} samples", sound.len());
    }
    let unknown = recogniser.hear(&[0.0; 16_000], Question { language: "tlh", ..Question::default() });
    assert!(matches!(unknown, Err(SpeechError::Language(_))));
}

#[test]
fn any_wav_is_heard_and_nothing_else() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("sound.wav");
    for (rate, channels, bits, float) in [
        (16_000, 1, 16, false),
        (8_000, 1, 8, false),
        (44_100, 2, 24, false),
        (48_000, 6, 32, false),
        (22_050, 1, 32, true),
        (96_000, 2, 16, false),
    ] {
        let sample_format = if float { hound::SampleFormat::Float } else { hound::SampleFormat::Int };
        let spec = hound::WavSpec { channels, sample_rate: rate, bits_per_sample: bits, sample_format };
        let mut wav = hound::WavWriter::create(&file, spec).unwrap();
        for at in 0..rate {
            let value = (at as f32 / rate as f32 * 440.0 * std::f32::consts::TAU).sin() * 0.5;
            for _ in 0..channels {
                if float {
                    wav.write_sample(value).unwrap();
                } else {
                    wav.write_sample((value * (2_f32.powi(i32::from(bits) - 1) - 1.0)) as i32).unwrap();
                }
            }
        }
        wav.finalize().unwrap();
        let samples = read_wav(&file).unwrap();
        assert!((samples.seconds() - 1.0).abs() < 0.15, "{rate} Hz: {samples:?}");
        let loudest = samples.iter().fold(0.0_f32, |most, sample| most.max(sample.abs()));
        assert!((0.45..0.56).contains(&loudest), "{rate} Hz in {bits} bits: {loudest}");
    }
    let whole = fs::read(&file).unwrap();
    for (bytes, codes) in [
        (b"".to_vec(), "sound-not-a-wav"),
        (b"RIFF".to_vec(), "sound-not-a-wav"),
        (b"%PDF-1.7 not a sound at all, and long enough to be one".to_vec(), "sound-not-a-wav"),
        (whole[..whole.len() - 1001].to_vec(), "sound-not-a-wav"),
    ] {
        fs::write(&file, &bytes).unwrap();
        assert_eq!(read_wav(&file).unwrap_err().code(), codes, "{} bytes", bytes.len());
    }
    for (at, value) in [(22, 0_u16), (24, 0), (34, 0), (34, 7), (20, 0x55)] {
        let mut hostile = whole.clone();
        hostile[at..at + 2].copy_from_slice(&value.to_le_bytes());
        if at == 24 {
            hostile[26..28].copy_from_slice(&[0, 0]);
        }
        fs::write(&file, &hostile).unwrap();
        let code = read_wav(&file).unwrap_err().code();
        assert!(matches!(code, "sound-not-a-wav" | "sound-rate-unusable"), "{at} {value}: {code}");
    }
}

#[test]
fn a_sound_as_loud_as_can_be_stays_within_its_bounds() {
    let square: Vec<f32> = (0..44_100).map(|at| if at / 50 % 2 == 0 { 1.0 } else { -1.0 }).collect();
    let samples = kaunter_speech::Samples::from_interleaved(&square, 44_100, 1).unwrap();
    assert!(samples.iter().all(|sample| sample.abs() <= 1.0));
    let nonsense = [f32::NAN, f32::INFINITY, 1e30, -1e30].repeat(5_000);
    let samples = kaunter_speech::Samples::from_interleaved(&nonsense, 48_000, 2).unwrap();
    assert!(samples.iter().all(|sample| sample.abs() <= 1.0));
    assert!(!kaunter_speech::hearing::spoken_part(&samples).is_ok_and(|part| part.end > samples.len()));
}

#[test]
fn the_structure_of_a_whole_model_is_told() {
    let folder = tempfile::tempdir().unwrap();
    least_model(folder.path());
    assert_eq!(check_structure(&folder.path().join("least.bin")).unwrap(), blank_model::shape("least"));
}
