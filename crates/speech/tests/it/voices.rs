//! Voices of espeak-ng, which the project installs.

use std::process::Command;

use kaunter_speech::read_wav;

/// The voice of a language.
fn voice(language: &str) -> &str {
    match language {
        "zh-TW" => "cmn-latn-pinyin",
        other => other,
    }
}

/// `text` as it is said.
pub fn say(language: &str, text: &str) -> Vec<f32> {
    say_as(voice(language), text, 160, 50)
}

/// The same by a voice of its own, at so many words a minute and a pitch of 0 to 99.
pub fn say_as(voice: &str, text: &str, speed: u32, pitch: u32) -> Vec<f32> {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("said.wav");
    let mut espeak = Command::new("espeak-ng");
    espeak.args(["-v", voice, "-s", &speed.to_string(), "-p", &pitch.to_string(), "-w"]).arg(&file).arg(text);
    let done = espeak.status().expect("espeak-ng is installed by `cargo xtask setup`");
    assert!(done.success(), "{voice}: {text}");
    read_wav(&file).unwrap().to_vec()
}
