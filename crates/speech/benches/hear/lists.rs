//! Errors of dictation and of scoring on the same voices: those of the held-back list, which the model of the self-test
//! was not trained with, clean and in noise.

use std::{
    collections::BTreeMap,
    path::PathBuf,
    time::{Duration, Instant},
};

use kaunter_speech::hearing::{Candidate, Decision, Question, Recognised, Recogniser, spoken_part};

use crate::{blank_model::Chance, voices::say_as};

/// Kinds of the list that are closed questions.
const CLOSED: [&str; 3] = ["yes-no", "command", "choice"];
/// Kinds that are not, and so are none of any choices.
const OPEN: [&str; 3] = ["date", "question", "digits"];

/// A line of the list.
#[derive(Clone)]
pub struct Line {
    pub language: String,
    pub kind: String,
    text: String,
    voice: String,
    speed: u32,
    pitch: u32,
    seed: u64,
}

/// What came of all lines of one kind.
#[derive(Default)]
struct Count {
    lines: usize,
    misheard: usize,
    wrong: usize,
    taken: usize,
    taken_wrong: usize,
    asked: usize,
    none: usize,
    foreign: usize,
    foreign_taken: usize,
    foreign_asked: usize,
    tokens: usize,
    free: Duration,
    scored: Duration,
}

/// Prints a table, and with `KAUNTER_EACH` set a line for each sound. `KAUNTER_MODEL` is the file of another model.
pub fn measure() {
    let lines = lines();
    let languages = ["zh-TW", "ms", "ko", "en"];
    let asked = |language: &str| std::env::args().any(|argument| argument == language);
    let any_asked = languages.iter().any(|language| asked(language));
    for noise in [None, Some(10.0)] {
        let mut counts: BTreeMap<(String, String), Count> = BTreeMap::new();
        for language in languages.into_iter().filter(|language| !any_asked || asked(language)) {
            let mut recogniser = recogniser();
            for kind in CLOSED {
                let of_kind: Vec<&Line> =
                    lines.iter().filter(|line| line.language == language && line.kind == kind).collect();
                let choices: Vec<Candidate> = of_kind
                    .iter()
                    .map(|line| Candidate { id: line.text.clone(), wordings: vec![line.text.clone()] })
                    .collect();
                let count = counts.entry((kind.to_owned(), language.to_owned())).or_default();
                for line in &of_kind {
                    count.line(&mut recogniser, line, &choices, noise);
                }
                let foreign =
                    lines.iter().filter(|line| line.language == language && OPEN.contains(&line.kind.as_str()));
                for line in foreign.step_by(5) {
                    count.foreign_line(&mut recogniser, line, &choices, noise);
                }
            }
        }
        print(noise, &counts);
    }
}

fn recogniser() -> Recogniser {
    match std::env::var_os("KAUNTER_MODEL") {
        Some(file) => Recogniser::open(file.as_ref(), 1).unwrap(),
        None => kaunter_speech::models::self_test(1).unwrap(),
    }
}

impl Count {
    fn line(&mut self, recogniser: &mut Recogniser, line: &Line, choices: &[Candidate], noise: Option<f32>) {
        let sound = line.sound(noise);
        let begun = Instant::now();
        let free = hear(recogniser, line, &sound, &[]);
        self.free += begun.elapsed();
        let begun = Instant::now();
        let scored = hear(recogniser, line, &sound, choices);
        self.scored += begun.elapsed();
        self.lines += 1;
        self.misheard += usize::from(plain(free.text.as_str()) != plain(&line.text));
        self.tokens += scored.weighed.map_or(0, |weighed| weighed.decoded);
        let (first, taken) = match &scored.decision {
            Some(Decision::Accept { id, .. }) => (Some(id), true),
            Some(Decision::Ask { first, .. }) => (Some(first), false),
            _ => (None, false),
        };
        let right = first == Some(&line.text);
        self.wrong += usize::from(!right);
        self.taken += usize::from(taken);
        self.taken_wrong += usize::from(taken && !right);
        self.asked += usize::from(first.is_some() && !taken);
        self.none += usize::from(first.is_none());
        line.each("own", right, &free, &scored);
    }

    fn foreign_line(&mut self, recogniser: &mut Recogniser, line: &Line, choices: &[Candidate], noise: Option<f32>) {
        let scored = hear(recogniser, line, &line.sound(noise), choices);
        self.foreign += 1;
        self.foreign_taken += usize::from(matches!(scored.decision, Some(Decision::Accept { .. })));
        self.foreign_asked += usize::from(matches!(scored.decision, Some(Decision::Ask { .. })));
        line.each("foreign", false, &Recognised::default(), &scored);
    }
}

fn hear(recogniser: &mut Recogniser, line: &Line, sound: &[f32], choices: &[Candidate]) -> Recognised {
    let Ok(spoken) = spoken_part(sound) else { return Recognised::default() };
    let question = Question { language: &line.language, choices, ..Question::default() };
    recogniser.hear(&sound[spoken], question).unwrap()
}

impl Line {
    pub fn sound(&self, noise: Option<f32>) -> Vec<f32> {
        let said: Vec<f32> =
            say_as(&self.voice, &self.text, self.speed, self.pitch).iter().map(|sample| sample * 0.5).collect();
        let power = said.iter().map(|sample| sample * sample).sum::<f32>() / said.len() as f32;
        let mut sound = vec![0.0; 4_000];
        sound.extend(said);
        sound.extend([0.0; 4_800]);
        if let Some(decibels) = noise {
            let level = (power * 10_f32.powf(-decibels / 10.0)).sqrt();
            let pink = pink(sound.len(), self.seed);
            sound.iter_mut().zip(pink).for_each(|(sample, noise)| *sample = (*sample + noise * level).clamp(-1.0, 1.0));
        }
        sound
    }

    fn each(&self, whose: &str, right: bool, free: &Recognised, scored: &Recognised) {
        if std::env::var_os("KAUNTER_EACH").is_some() {
            let (margin, gap) = scored.weighed.map_or((0.0, f32::INFINITY), |weighed| (weighed.margin, weighed.gap));
            let (kind, language) = (&self.kind, &self.language);
            println!(
                "each\t{whose}\t{kind}\t{language}\t{right}\t{margin}\t{gap}\t{}\t{}",
                self.text,
                free.text.as_str()
            );
        }
    }
}

/// Noise whose power falls by 3 dB an octave, of mean power 1 (Kellet's filter of white noise).
fn pink(length: usize, seed: u64) -> Vec<f32> {
    let mut chance = Chance(seed.wrapping_mul(0x9E37_79B9_7F4A_7C15) | 1);
    let mut low = [0.0_f32; 3];
    let mut all: Vec<f32> = (0..length)
        .map(|_| {
            let white = chance.even();
            low[0] = 0.99765 * low[0] + white * 0.099_046;
            low[1] = 0.963 * low[1] + white * 0.296_516_4;
            low[2] = 0.57 * low[2] + white * 1.052_691_3;
            low.iter().sum::<f32>() + white * 0.1848
        })
        .collect();
    let power = all.iter().map(|sample| sample * sample).sum::<f32>() / length as f32;
    all.iter_mut().for_each(|sample| *sample /= power.sqrt());
    all
}

pub fn lines() -> Vec<Line> {
    let file = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../models/selftest/heldback.csv");
    let text = std::fs::read_to_string(file).unwrap();
    text.lines()
        .skip(1)
        .map(|line| {
            let fields: Vec<&str> = line.split(',').collect();
            // A text with commas stands between quotation marks.
            let end = fields.len() - 5;
            Line {
                language: fields[1].to_owned(),
                kind: fields[2].to_owned(),
                text: fields[3..end].join(",").trim_matches('"').to_owned(),
                voice: fields[end].to_owned(),
                speed: fields[end + 1].parse().unwrap(),
                pitch: fields[end + 2].parse().unwrap(),
                seed: fields[end + 4].parse().unwrap(),
            }
        })
        .collect()
}

/// Without case, marks and spaces.
pub fn plain(text: &str) -> String {
    text.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

fn print(noise: Option<f32>, counts: &BTreeMap<(String, String), Count>) {
    let how = noise.map_or("clean".to_owned(), |noise| format!("pink noise at {noise} dB"));
    println!(
        "\n{how}: of the lines, how many dictation has wrong, and scoring; then what scoring decides; then what it"
    );
    println!("makes of sentences that are none of the choices; tokens and milliseconds a line");
    println!(
        "{:<8} {:<6} {:>5} {:>9} {:>8} | {:>5} {:>6} {:>5} {:>5} | {:>7} {:>5} {:>5} | {:>6} {:>6} {:>6}",
        "kind",
        "lang",
        "lines",
        "dictation",
        "scoring",
        "taken",
        "wrongly",
        "asked",
        "none",
        "foreign",
        "taken",
        "asked",
        "tokens",
        "free",
        "scored"
    );
    let mut all = Count::default();
    for ((kind, language), count) in counts {
        row(kind, language, count);
        all.add(count);
    }
    row("all", "", &all);
}

impl Count {
    fn add(&mut self, other: &Self) {
        self.lines += other.lines;
        self.misheard += other.misheard;
        self.wrong += other.wrong;
        self.taken += other.taken;
        self.taken_wrong += other.taken_wrong;
        self.asked += other.asked;
        self.none += other.none;
        self.foreign += other.foreign;
        self.foreign_taken += other.foreign_taken;
        self.foreign_asked += other.foreign_asked;
        self.tokens += other.tokens;
        self.free += other.free;
        self.scored += other.scored;
    }
}

fn row(kind: &str, language: &str, count: &Count) {
    let each = |time: Duration| time.as_millis() as f64 / count.lines as f64;
    println!(
        "{kind:<8} {language:<6} {:>5} {:>9} {:>8} | {:>5} {:>7} {:>5} {:>5} | {:>7} {:>5} {:>5} | {:>6.1} {:>6.0} {:>6.0}",
        count.lines,
        count.misheard,
        count.wrong,
        count.taken,
        count.taken_wrong,
        count.asked,
        count.none,
        count.foreign,
        count.foreign_taken,
        count.foreign_asked,
        count.tokens as f64 / count.lines as f64,
        each(count.free),
        each(count.scored)
    );
}
