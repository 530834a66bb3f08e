//! Sentences as a WAV, by the program of the synthesiser that speaks in most of the system's voices: to hear what a
//! kiosk will say on a machine without sound, and to give tests a voice.

use std::{
    io::Write,
    path::Path,
    process::{Command, Stdio},
};

use super::{Sentence, voice_for};
use crate::SpeechError;

/// The synthesiser's program.
const PROGRAM: &str = "espeak-ng";

/// Words a minute, by step: the middle is the program's own pace.
const PACES: [&str; 5] = ["105", "140", "175", "230", "290"];
/// Loudness, by step: at 100 the loudest sample is as loud as a sample can be.
const VOLUMES: [&str; 5] = ["40", "55", "70", "85", "100"];

/// Writes the sentences as a mono WAV of 16 bits, with a pace and a volume of 1 to [`super::MOST`]. All are said by the
/// voice of the first one's language.
///
/// # Errors
/// [`SpeechError::VoiceService`] where `espeak-ng` is not installed or fails, [`SpeechError::NoVoice`] where it does not
/// speak the language.
pub fn record(sentences: &[Sentence], pace: u8, volume: u8, out: &Path) -> Result<(), SpeechError> {
    let Some(first) = sentences.first() else {
        return Err(SpeechError::VoiceService("there is nothing to say".to_owned()));
    };
    let voices = voices()?;
    let tag = voice_for(&first.language, voices.iter().map(String::as_str));
    let voice = tag.ok_or_else(|| SpeechError::NoVoice(first.language.clone()))?;
    let mut program = Command::new(PROGRAM)
        .args(["-v", voice, "-s", step(&PACES, pace), "-a", step(&VOLUMES, volume), "--stdin", "-w"])
        .arg(out)
        .stdin(Stdio::piped())
        .stdout(Stdio::null())
        .spawn()
        .map_err(|error| failed(&error))?;
    if let Some(mut input) = program.stdin.take() {
        for sentence in sentences {
            // A line that ends is a sentence that ends.
            writeln!(input, "{}", sentence.words.as_str()).map_err(|error| failed(&error))?;
        }
    }
    let status = program.wait().map_err(|error| failed(&error))?;
    if status.success() { Ok(()) } else { Err(SpeechError::VoiceService(format!("{PROGRAM}: {status}"))) }
}

/// What a step of 1 to 5 stands for; what lies beyond is the nearest.
fn step(steps: &[&'static str; 5], of: u8) -> &'static str {
    let [softest, .., most] = steps;
    let at = usize::from(of).checked_sub(1);
    at.map_or(softest, |at| steps.get(at).unwrap_or(most))
}

/// Tags of its voices: the second column of its list.
fn voices() -> Result<Vec<String>, SpeechError> {
    let listed = Command::new(PROGRAM).arg("--voices").output().map_err(|error| failed(&error))?;
    let listed = String::from_utf8_lossy(&listed.stdout).into_owned();
    Ok(listed.lines().skip(1).filter_map(|line| line.split_whitespace().nth(1)).map(str::to_owned).collect())
}

fn failed(error: &std::io::Error) -> SpeechError {
    SpeechError::VoiceService(format!("{PROGRAM}: {error}"))
}
