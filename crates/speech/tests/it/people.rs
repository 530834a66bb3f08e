//! People, not machines: recordings that were given away under free licences, as Debian's packages have them.
//! `cargo xtask setup` installs them; none is part of the program.

use std::{
    fs,
    path::{Path, PathBuf},
    process::Command,
    sync::LazyLock,
};

use kaunter_speech::{
    RATE,
    hearing::{Candidate, Decision, Expecting, HearingEvent, NotHeard, Question, spoken_part},
    models::self_test,
    read_wav,
};

use crate::ears::Kiosk;

/// A woman on the telephone, 8 kHz: Allison Smith for Asterisk, CC BY-SA 3.0.
const TELEPHONE: &str = "/usr/share/asterisk/sounds/en_US_f_Allison";
/// Women and men at a desk, 16 kHz: of CMU's PocketSphinx (BSD) and of LibriVox (public domain).
const DESK: &str = "/usr/share/pocketsphinx/test/data";
/// Two people who say Mandarin's syllables, 44.1 kHz: gcin-voice, the one under GPL-3, the other under CC BY 3.0.
const MANDARIN: &str = "/usr/share/gcin-voice/ogg";
/// What is no speech among the telephone's recordings.
const NO_SPEECH: [&str; 4] = ["beep", "tone", "monkeys", "weasels"];

#[test]
fn a_person_begins_and_ends_a_turn_and_is_as_loud_as_they_are() {
    let mut kiosk = Kiosk::new();
    let people = [
        of(&format!("{TELEPHONE}/vm-no.wav")),
        of(&format!("{TELEPHONE}/digits/5.wav")),
        of(&format!("{TELEPHONE}/demo-thanks.wav")),
        of(&format!("{DESK}/librivox/sense_and_sensibility_01_austen_64kb-0880.wav")),
        of(&format!("{DESK}/cards/001.wav")),
        mandarin(3, "ㄇㄟ2 ㄧㄡ3"),
        mandarin(5, "ㄅㄨ2 ㄕ4"),
    ];
    for (turn, said) in (1..).zip(people) {
        kiosk.seen.clear();
        kiosk.listen(turn, Expecting::Sentence);
        kiosk.room.play(&said);
        kiosk.until("SpeechBegan", |event| *event == HearingEvent::SpeechBegan { turn });
        kiosk.until("SpeechEnded", |event| *event == HearingEvent::SpeechEnded { turn });
        assert_eq!(kiosk.not_heard(turn), NotHeard::OnlyNoise, "this model knows no words");
        let loudest = kiosk.seen.iter().fold(f32::MIN, |loudest, event| match event {
            HearingEvent::Level { dbfs } => loudest.max(*dbfs),
            _ => loudest,
        });
        let truly = said.chunks(256).map(|frame| 10.0 * power(frame).log10()).fold(f32::MIN, f32::max);
        // Of the levels that nobody looked at in time only the last is kept.
        assert!((truly - 15.0..truly + 2.0).contains(&loudest), "turn {turn}: {loudest} dBFS was told of {truly}");
    }
}

#[test]
fn each_person_is_taken_for_a_voice() {
    for (whose, all, missed_at_most) in
        [("telephone", telephone(), 3), ("desk", desk(), 0), ("Mandarin", syllables(), 0)]
    {
        let count = all.len();
        let missed: Vec<String> = all
            .into_iter()
            .filter(|(_, said)| spoken_part(&between_silences(said)).is_err())
            .map(|(name, _)| name)
            .collect();
        assert!(missed.len() <= missed_at_most, "{whose}: of {count} not {missed:?}");
        assert!(count >= 10, "{whose}: only {count}");
    }
}

#[test]
fn a_hall_full_of_people_is_told_from_one_who_speaks_close_by() {
    for (people, seconds) in [(8, 3), (8, 10), (12, 3), (12, 10)] {
        let told = spoken_part(&hall(people, seconds * RATE as usize));
        assert_eq!(told, Err(NotHeard::TooNoisy), "{people} people for {seconds} s");
    }
    for (name, said) in desk() {
        let mut sound = hall(6, said.len() + RATE as usize);
        // Ten decibels louder than the six.
        let louder = (power(&sound) * 10.0 / power(&said)).sqrt();
        for (sample, said) in sound.iter_mut().skip(RATE as usize / 2).zip(&said) {
            *sample += said * louder;
        }
        sound.iter_mut().for_each(|sample| *sample *= 0.5);
        assert!(spoken_part(&sound).is_ok(), "{name}");
    }
}

/// The model knows a synthetic voice alone and mishears people; of all that is said to it that is neither yes nor no hardly
/// anything may be taken for one of them.
#[test]
fn hardly_anything_is_taken_for_an_answer_that_was_none() {
    let mut recogniser = self_test(1).unwrap();
    let choices = yes_or_no();
    let mut taken = |said: &[f32]| {
        let sound = between_silences(said);
        let Ok(part) = spoken_part(&sound) else { return None };
        let question = Question { language: "en", choices: &choices, ..Question::default() };
        match recogniser.hear(&sound[part], question).unwrap().decision {
            Some(Decision::Accept { id, .. }) => Some(id),
            _ => None,
        }
    };
    let no = taken(&of(&format!("{TELEPHONE}/vm-no.wav")));
    assert!(no.is_none_or(|id| id == "no"), "a woman said no");
    // “No” and what begins with it aside.
    let others: Vec<_> =
        telephone().into_iter().filter(|(name, _)| !name.contains("no")).step_by(5).chain(desk()).collect();
    let wrong: Vec<String> =
        others.iter().filter_map(|(name, said)| taken(said).map(|id| format!("{name} for {id}"))).collect();
    assert!(wrong.len() * TAKEN_AT_MOST < others.len(), "of {}: {wrong:?}", others.len());
}

/// One in so many; each would be read back.
const TAKEN_AT_MOST: usize = 12;

fn yes_or_no() -> [Candidate; 2] {
    let choice = |id: &str, wordings: &[&str]| Candidate {
        id: id.to_owned(),
        wordings: wordings.iter().map(|wording| (*wording).to_owned()).collect(),
    };
    [choice("yes", &["yes", "yes please", "that's right"]), choice("no", &["no", "no thank you", "that's wrong"])]
}

fn telephone() -> Vec<(String, Vec<f32>)> {
    let files = ["", "digits"].iter().flat_map(|part| recordings(&Path::new(TELEPHONE).join(part)));
    let all = files.map(named).filter(|(name, _)| !NO_SPEECH.iter().any(|other| name.contains(other)));
    all.collect()
}

fn desk() -> Vec<(String, Vec<f32>)> {
    ["librivox", "cards"].iter().flat_map(|part| recordings(&Path::new(DESK).join(part))).map(named).collect()
}

fn syllables() -> Vec<(String, Vec<f32>)> {
    let words =
        ["ㄕ4", "ㄉㄨㄟ4", "ㄅㄨ2 ㄕ4", "ㄅㄨ2 ㄉㄨㄟ4", "ㄏㄠ3", "ㄧㄡ3", "ㄇㄟ2 ㄧㄡ3", "ㄌㄧㄥ2 ㄐㄧㄡ3 ㄦ4"];
    let each = |who: u8| words.iter().map(move |word| (format!("{who}: {word}"), mandarin(who, word)));
    each(3).chain(each(5)).collect()
}

/// A word, from the syllables of one of the two people.
fn mandarin(who: u8, word: &str) -> Vec<f32> {
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
fn hall(people: usize, samples: usize) -> Vec<f32> {
    hall_from(0, people, samples)
}

/// The same, where others stand.
fn hall_from(first: usize, people: usize, samples: usize) -> Vec<f32> {
    let mut all = vec![0.0; samples];
    for (who, said) in TALKERS.iter().cycle().skip(first).take(people).enumerate() {
        let loudness = 0.05 / power(said).sqrt();
        for (at, sample) in all.iter_mut().enumerate() {
            *sample += said[(at + who * 7001) % said.len()] * loudness;
        }
    }
    all
}

fn between_silences(said: &[f32]) -> Vec<f32> {
    [&[0.0002; RATE as usize / 4][..], said, &[0.0002; RATE as usize / 3][..]].concat()
}

fn power(sound: &[f32]) -> f32 {
    sound.iter().map(|sample| sample * sample).sum::<f32>() / sound.len() as f32
}

fn recordings(folder: &Path) -> Vec<PathBuf> {
    let files = fs::read_dir(folder).unwrap_or_else(|_| panic!("`cargo xtask setup` installs {}", folder.display()));
    let mut files: Vec<PathBuf> = files.map(|file| file.unwrap().path()).collect();
    files.retain(|file| file.extension().is_some_and(|is| is == "wav"));
    files.sort();
    files
}

fn named(file: PathBuf) -> (String, Vec<f32>) {
    (file.file_stem().unwrap().to_string_lossy().into_owned(), of(&file.display().to_string()))
}

fn of(file: &str) -> Vec<f32> {
    read_wav(Path::new(file)).unwrap_or_else(|fault| panic!("`cargo xtask setup` installs it: {fault}")).to_vec()
}
