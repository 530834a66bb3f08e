//! A technician tries voice in a room without a sound card: what is said comes out of the loudspeaker, and the path from
//! there to the microphone is measured.

use std::{
    process::{Command, Output},
    time::{Duration, Instant},
};

use kaunter_sound::Room;

use crate::service::Service;

/// The longest that is waited for a sentence to end.
const LONGEST: Duration = Duration::from_secs(60);
/// Nobody waits longer to hear that nothing will be heard.
const SOON: Duration = Duration::from_secs(8);
/// The silence after which it has.
const REST: Duration = Duration::from_millis(600);

fn kaunter(room: &Room, arguments: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_kaunter"));
    room.lend(command.args(arguments));
    command.output().unwrap()
}

#[test]
fn opening_hours_are_said_aloud_in_each_language() {
    let room = Room::quiet().unwrap();
    let texts = [
        ("en", "The office opens at 08:30.", "eight thirty"),
        ("ms", "Pejabat buka pada 8.30 pagi.", "lapan tiga puluh"),
        ("zh-TW", "本中心上午 8:30 開門。", "八點三十分"),
        ("ko", "사무실은 오전 8시 30분에 엽니다.", "여덟 시 삼십 분"),
    ];
    for (language, text, heard) in texts {
        let recording = room.record().unwrap();
        let said = kaunter(&room, &["say", text, "--lang", language]);
        let written = String::from_utf8_lossy(&said.stdout);
        assert!(said.status.success(), "{language}: {}", String::from_utf8_lossy(&said.stderr));
        assert!(written.contains(heard), "{language}: {written}");
        let spoken = recording.until_said(REST, LONGEST).unwrap();
        assert!((60..1000).contains(&spoken), "{language}: {spoken} hundredths of a second were spoken");
    }
}

#[test]
fn a_machine_without_a_loudspeaker_says_so_soon_and_nothing_else() {
    let folder = tempfile::tempdir().unwrap();
    let no_card = folder.path().join("asound.conf");
    std::fs::write(&no_card, "pcm.!default { type hw card 30 }\nctl.!default { type hw card 30 }\n").unwrap();
    let begun = Instant::now();
    let mut say = Command::new(env!("CARGO_BIN_EXE_kaunter"));
    let said =
        say.args(["say", "The office opens at 08:30.", "--lang", "en"]).env("ALSA_CONFIG_PATH", no_card).output();
    let (said, took) = (said.unwrap(), begun.elapsed());
    let written = String::from_utf8_lossy(&said.stderr);
    assert_eq!(said.status.code(), Some(1), "{written}");
    assert!(written.contains("loudspeaker-none"), "{written}");
    // What the system's library has to say about it nobody can use.
    assert!(!written.contains("ALSA"), "{written}");
    assert!(took < SOON, "{took:?}");
}

#[test]
fn a_recorded_sentence_is_played_and_a_broken_file_is_told_of() {
    let (room, folder) = (Room::quiet().unwrap(), tempfile::tempdir().unwrap());
    let said = folder.path().join("said.wav");
    let path = said.to_str().unwrap();
    let words = ["say", "The office opens at 08:30.", "--lang", "en"];
    assert!(kaunter(&room, &[&words[..], &["--out", path]].concat()).status.success());
    let recording = room.record().unwrap();
    let played = kaunter(&room, &[&words[..], &["--clip", path]].concat());
    assert!(played.status.success(), "{}", String::from_utf8_lossy(&played.stderr));
    assert_eq!(String::from_utf8_lossy(&played.stdout), "The office opens at 08:30.\n", "in one, as it was recorded");
    let spoken = recording.until_said(REST, LONGEST).unwrap();
    assert!((60..1000).contains(&spoken), "{spoken} hundredths of a second were spoken");
    std::fs::write(&said, "RIFF").unwrap();
    assert_eq!(kaunter(&room, &[&words[..], &["--clip", path]].concat()).status.code(), Some(1));
}

#[test]
fn a_recording_is_as_slow_and_as_loud_as_was_asked_for() {
    let (room, folder) = (Room::quiet().unwrap(), tempfile::tempdir().unwrap());
    let recorded = |manner: &[&str]| {
        let out = folder.path().join(format!("said{}.wav", manner.concat()));
        let say = ["say", "The office opens at 08:30.", "--lang", "en", "--out", out.to_str().unwrap()];
        let said = kaunter(&room, &[&say[..], manner].concat());
        assert!(said.status.success(), "{}", String::from_utf8_lossy(&said.stderr));
        let wav = std::fs::read(out).unwrap();
        let loudest = wav[44..].chunks_exact(2).map(|pair| i16::from_le_bytes([pair[0], pair[1]]).unsigned_abs()).max();
        (wav.len(), loudest.unwrap())
    };
    let (usual, slow, quick) = (recorded(&[]), recorded(&["--pace", "1"]), recorded(&["--pace", "5"]));
    assert!(slow.0 > usual.0 && usual.0 > quick.0, "{slow:?} {usual:?} {quick:?}");
    let (soft, loud) = (recorded(&["--volume", "1"]), recorded(&["--volume", "5"]));
    assert!(soft.1 < usual.1 && usual.1 < loud.1, "{soft:?} {usual:?} {loud:?}");
}

#[test]
fn what_the_speech_service_does_not_say_is_not_taken_for_said() {
    let room = Room::quiet().unwrap();
    for (voices, told) in [("249-english\ten\tnone\r\n", "voice-service-silent: "), ("", "voice-none: ")] {
        let service = Service::refusing(voices);
        let mut say = Command::new(env!("CARGO_BIN_EXE_kaunter"));
        room.lend(say.args(["say", "The office opens at 08:30.", "--lang", "en"]));
        let said = say.env("SPEECHD_ADDRESS", service.address()).output().unwrap();
        let written = String::from_utf8_lossy(&said.stderr);
        assert_eq!((said.status.code(), said.stdout), (Some(1), Vec::new()), "{written}");
        assert!(written.starts_with(&format!("kaunter: {told}")), "{written}");
    }
}

#[test]
fn a_speech_service_that_says_nothing_is_not_taken_for_a_deaf_microphone() {
    let (room, service) = (Room::echoing().unwrap(), Service::refusing("249-english\ten\tnone\r\n"));
    let data = tempfile::tempdir().unwrap();
    let mut test = Command::new(env!("CARGO_BIN_EXE_kaunter"));
    room.lend(test.args(["selftest", "voice", "--lang", "en", "--data"]).arg(data.path()));
    let tested = test.env("SPEECHD_ADDRESS", service.address()).output().unwrap();
    let written = String::from_utf8_lossy(&tested.stderr);
    assert_eq!((tested.status.code(), tested.stdout), (Some(1), Vec::new()), "{written}");
    assert!(written.starts_with("kaunter: voice-service-silent: "), "{written}");
}

#[test]
fn a_language_that_nobody_speaks_is_told_with_its_code() {
    let room = Room::quiet().unwrap();
    let out = tempfile::tempdir().unwrap().path().join("said.wav");
    let said = kaunter(&room, &["say", "tlh", "--lang", "tlh", "--out", out.to_str().unwrap()]);
    assert_eq!(said.status.code(), Some(1));
    assert!(!out.exists());
}

/// What the self-test tells of these languages, a line each.
fn tested(room: &Room, languages: &str, status: i32) -> Vec<serde_json::Value> {
    let data = tempfile::tempdir().unwrap();
    let folder = data.path().to_str().unwrap();
    let done = kaunter(room, &["selftest", "voice", "--lang", languages, "--json", "--data", folder]);
    let written = String::from_utf8(done.stdout).unwrap();
    assert_eq!(done.status.code(), Some(status), "{written}{}", String::from_utf8_lossy(&done.stderr));
    written.lines().map(|line| serde_json::from_str(line).unwrap()).collect()
}

#[test]
fn what_the_loudspeaker_says_reaches_the_microphone_and_is_heard_in_each_language() {
    let room = Room::echoing().unwrap();
    let lines = tested(&room, "zh-TW,ms,ko,en", 0);
    let spoken: [(&str, &[&str]); 4] = [
        ("zh-TW", &["一", "二", "三", "四", "五"]),
        ("ms", &["satu", "dua", "tiga", "empat", "lima"]),
        ("ko", &["일", "이", "삼", "사", "오"]),
        ("en", &["one", "two", "three", "four", "five"]),
    ];
    assert_eq!(lines.len(), spoken.len(), "{lines:?}");
    for (line, (language, digits)) in lines.iter().zip(spoken) {
        assert_eq!((&line["language"], &line["right"]), (&language.into(), &true.into()), "{line}");
        let letters: String =
            line["heard"].as_str().unwrap().chars().filter(|letter| letter.is_alphanumeric()).collect();
        assert_eq!(letters, digits.concat(), "{line}");
        let decibels = |name: &str| line[name].as_f64().unwrap();
        assert!(decibels("level_dbfs") > -35.0 && decibels("noise_dbfs") < -60.0, "{line}");
        assert!((1..10_000).contains(&line["latency_millis"].as_u64().unwrap()), "{line}");
    }
}

#[test]
fn a_microphone_that_does_not_hear_the_loudspeaker_fails_the_test() {
    let room = Room::quiet().unwrap();
    let lines = tested(&room, "en", 1);
    assert_eq!((&lines[0]["right"], &lines[0]["heard"]), (&false.into(), &"".into()), "{lines:?}");
}
