//! Recordings of people, not machines, that were given away under free licences, as Debian's packages have them.
//! `cargo xtask setup` installs them; none is part of the program.

use std::{
    fs,
    path::{Path, PathBuf},
    process::Command,
    sync::LazyLock,
};

use kaunter_speech::{RATE, hearing::Candidate, read_wav};

/// A woman on the telephone, 8 kHz: Allison Smith for Asterisk, CC BY-SA 3.0.
pub const TELEPHONE: &str = "/usr/share/asterisk/sounds/en_US_f_Allison";
/// Women and men at a desk, 16 kHz: of CMU's PocketSphinx (BSD) and of LibriVox (public domain).
pub const DESK: &str = "/usr/share/pocketsphinx/test/data";
/// Two people who say Mandarin's syllables, 44.1 kHz: gcin-voice, the one under GPL-3, the other under CC BY 3.0.
const MANDARIN: &str = "/usr/share/gcin-voice/ogg";
/// What is no speech among the telephone's recordings.
const NO_SPEECH: [&str; 4] = ["beep", "tone", "monkeys", "weasels"];

pub fn yes_or_no() -> [Candidate; 2] {
    let choice = |id: &str, wordings: &[&str]| Candidate {
        id: id.to_owned(),
        wordings: wordings.iter().map(|wording| (*wording).to_owned()).collect(),
    };
    [choice("yes", &["yes", "yes please", "that's right"]), choice("no", &["no", "no thank you", "that's wrong"])]
}

/// What is neither yes nor no, nor begins or ends like them.
pub fn neither_yes_nor_no() -> impl Iterator<Item = (String, Vec<f32>)> {
    let says_no = |name: &str| name.split(['-', '_']).any(|word| matches!(word, "no" | "not" | "now"));
    telephone().into_iter().filter(move |(name, _)| !says_no(name)).chain(desk())
}

pub fn telephone() -> Vec<(String, Vec<f32>)> {
    let files = ["", "digits"].iter().flat_map(|part| recordings(&Path::new(TELEPHONE).join(part)));
    let all = files.map(named).filter(|(name, _)| !NO_SPEECH.iter().any(|other| name.contains(other)));
    all.collect()
}

pub fn desk() -> Vec<(String, Vec<f32>)> {
    ["librivox", "cards"].iter().flat_map(|part| recordings(&Path::new(DESK).join(part))).map(named).collect()
}

pub fn syllables() -> Vec<(String, Vec<f32>)> {
    let words =
        ["ㄕ4", "ㄉㄨㄟ4", "ㄅㄨ2 ㄕ4", "ㄅㄨ2 ㄉㄨㄟ4", "ㄏㄠ3", "ㄧㄡ3", "ㄇㄟ2 ㄧㄡ3", "ㄌㄧㄥ2 ㄐㄧㄡ3 ㄦ4"];
    let each = |who: u8| words.iter().map(move |word| (format!("{who}: {word}"), mandarin(who, word)));
    each(3).chain(each(5)).collect()
}

/// A word, from the syllables of one of the two people.
pub fn mandarin(who: u8, word: &str) -> Vec<f32> {
    let folder = tempfile::tempdir().unwrap();
    let wav = folder.path().join("said.wav");
    let mut all = Vec::new();
    for syllable in word.split(' ') {
        let mut oggdec = Command::new("oggdec");
        oggdec.args(["--quiet", "--output"]).arg(&wav).arg(format!("{MANDARIN}/{syllable}/{who}.ogg"));
        assert!(oggdec.status().expect("`cargo xtask setup` installs oggdec").success(), "{oggdec:?}");
        all.extend_from_slice(&read_wav(&wav).unwrap());
    }
    all
}

/// Those who say whole sentences, in turn.
static TALKERS: LazyLock<Vec<Vec<f32>>> = LazyLock::new(|| {
    let at_length = |(_, said): (String, Vec<f32>)| (said.len() > 3 * RATE as usize).then_some(said);
    telephone().into_iter().step_by(3).chain(desk()).rev().filter_map(at_length).collect()
});

/// So many people who talk at once, each as loud as the other, for so many samples.
pub fn hall(people: usize, samples: usize) -> Vec<f32> {
    hall_from(0, people, samples)
}

/// The same, where others stand.
pub fn hall_from(first: usize, people: usize, samples: usize) -> Vec<f32> {
    let mut all = vec![0.0; samples];
    for (who, said) in TALKERS.iter().cycle().skip(first).take(people).enumerate() {
        let loudness = 0.05 / power(said).sqrt();
        for (at, sample) in all.iter_mut().enumerate() {
            *sample += said[(at + who * 7001) % said.len()] * loudness;
        }
    }
    all
}

pub fn between_silences(said: &[f32]) -> Vec<f32> {
    [&[0.0002; RATE as usize / 4][..], said, &[0.0002; RATE as usize / 3][..]].concat()
}

pub fn power(sound: &[f32]) -> f32 {
    sound.iter().map(|sample| sample * sample).sum::<f32>() / sound.len() as f32
}

pub fn recordings(folder: &Path) -> Vec<PathBuf> {
    let files = fs::read_dir(folder).unwrap_or_else(|_| panic!("`cargo xtask setup` installs {}", folder.display()));
    let mut files: Vec<PathBuf> = files.map(|file| file.unwrap().path()).collect();
    files.retain(|file| file.extension().is_some_and(|is| is == "wav"));
    files.sort();
    files
}

pub fn named(file: PathBuf) -> (String, Vec<f32>) {
    (file.file_stem().unwrap().to_string_lossy().into_owned(), of(&file.display().to_string()))
}

pub fn of(file: &str) -> Vec<f32> {
    read_wav(Path::new(file))
        .unwrap_or_else(|fault| panic!("{file}, which `cargo xtask setup` installs: {fault}"))
        .to_vec()
}
