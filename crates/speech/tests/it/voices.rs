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

const TALK: [(&str, &str); 4] = [
    ("en", "The counters are open from Monday to Friday and closed on public holidays"),
    ("ms", "Kaunter dibuka dari hari Isnin hingga Jumaat dan ditutup pada cuti umum"),
    ("ko", "창구는 월요일부터 금요일까지 열고 공휴일에는 쉽니다"),
    ("zh-TW", "本中心星期一到星期五開放國定假日休息"),
];

/// So many people who talk at once, each as loud as the other, for so many samples.
pub fn crowd(people: usize, samples: usize) -> Vec<f32> {
    let mut all = vec![0.0_f32; samples];
    for who in 0..people {
        let (language, text) = TALK[who % TALK.len()];
        let said = say_as(voice(language), text, 130 + 12 * who as u32, 30 + 9 * (who % 6) as u32);
        for (at, sample) in all.iter_mut().enumerate() {
            *sample += said[(at + who * 7001) % said.len()] * 0.6 / people as f32;
        }
    }
    all
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
