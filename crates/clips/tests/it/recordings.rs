//! A voice that somebody recorded, in the forms in which studios hand it over.

use std::{f32::consts::TAU, io::Cursor};

use hound::{SampleFormat, WavSpec, WavWriter};
use kaunter_clips::{Clip, ClipFault, Encoding};
use opus_pure::{Application, MAX_PACKET_BYTES, OggOpusWriter, OpusEncoder, OpusHead};

const HERTZ: f32 = 440.0;

/// A tone of so many seconds, half as loud as can be.
fn tone(seconds: f32, rate: u32) -> Vec<f32> {
    (0..(seconds * rate as f32) as u32).map(|at| 0.5 * (TAU * HERTZ * at as f32 / rate as f32).sin()).collect()
}

fn wav(samples: &[f32], spec: WavSpec) -> Vec<u8> {
    let mut bytes = Cursor::new(Vec::new());
    let mut writer = WavWriter::new(&mut bytes, spec).unwrap();
    for sample in samples {
        for _ in 0..spec.channels {
            match spec.sample_format {
                SampleFormat::Float => writer.write_sample(*sample).unwrap(),
                SampleFormat::Int => {
                    let loudest = f64::from(2_u32.pow(u32::from(spec.bits_per_sample) - 1) - 1);
                    writer.write_sample((f64::from(*sample) * loudest) as i32).unwrap();
                }
            }
        }
    }
    writer.finalize().unwrap();
    bytes.into_inner()
}

fn ogg(samples: &[f32], rate: u32) -> Vec<u8> {
    let mut encoder = OpusEncoder::new(rate.cast_signed(), 1, Application::Voip).unwrap();
    let head = OpusHead::for_encoder(&encoder, rate);
    let mut writer = OggOpusWriter::new(Vec::new(), head).unwrap();
    let mut packet = vec![0; MAX_PACKET_BYTES];
    let frame = rate as usize / 50;
    for block in samples.chunks_exact(frame) {
        let length = encoder.encode(block, frame, &mut packet).unwrap();
        writer.write_packet(&packet[..length]).unwrap();
    }
    writer.finish().unwrap()
}

/// The frequency, by counting how often it crosses zero.
fn hertz(samples: &[f32], rate: u32) -> f32 {
    let crossings = samples.windows(2).filter(|pair| pair[0] < 0.0 && pair[1] >= 0.0).count();
    crossings as f32 * rate as f32 / samples.len() as f32
}

#[test]
fn a_voice_is_played_as_it_was_recorded_whatever_the_studio_hands_over() {
    let spec = |rate, bits, channels, sample_format| WavSpec {
        channels,
        sample_rate: rate,
        bits_per_sample: bits,
        sample_format,
    };
    let forms = [
        (ogg(&tone(2.0, 48_000), 48_000), Encoding::OggOpus),
        (ogg(&tone(2.0, 16_000), 16_000), Encoding::OggOpus),
        (wav(&tone(2.0, 44_100), spec(44_100, 16, 2, SampleFormat::Int)), Encoding::Wav),
        (wav(&tone(2.0, 48_000), spec(48_000, 24, 1, SampleFormat::Int)), Encoding::Wav),
        (wav(&tone(2.0, 8_000), spec(8_000, 32, 1, SampleFormat::Float)), Encoding::Wav),
    ];
    for (at, (bytes, encoding)) in forms.into_iter().enumerate() {
        let sound = Clip::new(bytes, encoding).sound().unwrap();
        let heard = hertz(&sound.samples, sound.rate);
        assert!((heard - HERTZ).abs() < 5.0, "{at}: {heard} Hz");
        let loudest = sound.samples.iter().fold(0.0_f32, |most, sample| most.max(sample.abs()));
        assert!((0.4..0.6).contains(&loudest), "{at}: {loudest}");
        assert!((sound.length().as_secs_f32() - 2.0).abs() < 0.03, "{at}: {:?}", sound.length());
    }
}

#[test]
fn what_is_no_recording_is_told_apart() {
    let spec = WavSpec { channels: 1, sample_rate: 8_000, bits_per_sample: 16, sample_format: SampleFormat::Int };
    let whole = ogg(&tone(2.0, 48_000), 48_000);
    let fault = |bytes: Vec<u8>, encoding| Clip::new(bytes, encoding).sound().unwrap_err();
    assert_eq!(fault(wav(&tone(61.0, 8_000), spec), Encoding::Wav), ClipFault::TooLong);
    assert_eq!(fault(ogg(&tone(61.0, 16_000), 16_000), Encoding::OggOpus), ClipFault::TooLong);
    assert_eq!(fault(wav(&[0.001; 8_000], spec), Encoding::Wav), ClipFault::Silent);
    assert_eq!(fault(wav(&[], spec), Encoding::Wav), ClipFault::Silent);
    for (bytes, encoding) in [
        (b"<html>".to_vec(), Encoding::Wav),
        (b"<html>".to_vec(), Encoding::OggOpus),
        (Vec::new(), Encoding::OggOpus),
        (whole[..20].to_vec(), Encoding::OggOpus),
        (wav(&tone(1.0, 8_000), spec), Encoding::OggOpus),
        (wav(&tone(1.0, 4_000), WavSpec { sample_rate: 4_000, ..spec }), Encoding::Wav),
        (wav(&tone(1.0, 8_000), WavSpec { channels: 6, ..spec }), Encoding::Wav),
    ] {
        assert!(matches!(fault(bytes, encoding), ClipFault::Unreadable(_)));
    }
}

/// Bytes of a stick that has suffered never end the kiosk's voice.
#[test]
fn damaged_files_are_refused_or_played_and_nothing_else() {
    let whole = ogg(&tone(0.5, 48_000), 48_000);
    let mut seed = 1_u32;
    for _ in 0..300 {
        let mut bytes = whole.clone();
        for _ in 0..3 {
            seed = seed.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            let at = seed as usize % bytes.len();
            bytes[at] ^= (seed >> 24) as u8 | 1;
        }
        bytes.truncate(bytes.len() - seed as usize % 40);
        if let Ok(sound) = Clip::new(bytes, Encoding::OggOpus).sound() {
            assert!(sound.samples.iter().all(|sample| sample.is_finite() && sample.abs() <= 1.0));
        }
    }
}
