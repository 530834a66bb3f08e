//! `kaunter selftest voice`: whether what is said on this machine is heard on it.
//!
//! A sentence of each language goes through the real loudspeaker, the room and the real microphone. What is measured is
//! the path, not the model: the small model that comes with the program is enough for it.

use std::{
    process::ExitCode,
    sync::mpsc::{Receiver, Sender, channel},
    time::{Duration, Instant},
};

use anyhow::{Result, bail, ensure};
use clap::{Args, Subcommand};
use kaunter_speech::{
    hearing::{Ears, EarsSettings, EarsState, Expecting, HearingEvent, Listening},
    speaking::{HowSaid, Mouth, Sentence, SpeakingEvent, Utterance},
};
use kaunter_spoken::{Language, aloud};
use kaunter_terminal::out;
use serde_json::json;

use crate::{
    models::{self, DataArguments},
    say,
};

/// What is said: digits are heard by every model, and each language has them.
const SENTENCE: &str = "1 2 3 4 5";
/// How long the microphone, the model and the voices may take to come.
const OPENING: Duration = Duration::from_secs(60);
/// How long a sentence may take from the wish to its words.
const TURN: Duration = Duration::from_secs(25);
/// How long the room is listened to before anything is said.
const ROOM: Duration = Duration::from_millis(1500);

/// Parts that test themselves.
#[derive(Subcommand)]
pub enum SelftestCommand {
    /// Say a sentence in each language, hear it, and tell level, noise, latency and error.
    Voice(VoiceArguments),
}

/// How to test voice.
#[derive(Args)]
pub struct VoiceArguments {
    /// Only these languages, parted by commas [default: all].
    #[arg(long, value_delimiter = ',')]
    lang: Vec<String>,
    /// A model's name, or its file.
    #[arg(long, default_value = "selftest")]
    model: String,
    /// Name of the microphone [default: the system's].
    #[arg(long)]
    microphone: Option<String>,
    /// Write a line of JSON for each language.
    #[arg(long)]
    json: bool,
    #[command(flatten)]
    data: DataArguments,
}

/// What one language came to.
struct Passage {
    language: String,
    said: String,
    heard: String,
    /// The room before anything was said, and the sentence; decibels below full scale.
    noise: f32,
    level: f32,
    /// From the end of the sentence to its words.
    latency: Duration,
}

pub fn run(command: &SelftestCommand) -> Result<ExitCode> {
    let SelftestCommand::Voice(arguments) = command;
    let all = Language::tags();
    let languages = if arguments.lang.is_empty() { &all } else { &arguments.lang };
    let mut path = Path::open(arguments, languages)?;
    let mut right = true;
    for language in languages {
        let passage = path.pass(language)?;
        right &= passage.is_right();
        out!("{}", if arguments.json { passage.written() } else { passage.told() });
    }
    Ok(if right { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

/// The mouth, the room and the ears.
struct Path {
    ears: Ears,
    mouth: Mouth,
    woken: Receiver<()>,
    turns: u32,
}

impl Path {
    fn open(arguments: &VoiceArguments, languages: &[String]) -> Result<Self> {
        let (wake, woken) = channel();
        let also = wake.clone();
        let found = models::model(Some(&arguments.model), &arguments.data)?;
        let settings =
            EarsSettings { microphone: arguments.microphone.clone(), model: Some(found.model), threads: found.threads };
        let tell = |to: Sender<()>| {
            move || {
                let _ = to.send(());
            }
        };
        let ears = Ears::open(settings, tell(wake));
        let mouth = Mouth::open(languages.to_vec(), tell(also));
        let mut path = Self { ears, mouth, woken, turns: 0 };
        path.wait_for_ears()?;
        Ok(path)
    }

    fn wait_for_ears(&mut self) -> Result<()> {
        let until = Instant::now() + OPENING;
        loop {
            match self.ears.state() {
                EarsState::Ready { .. } => return Ok(()),
                EarsState::Opening | EarsState::NoMicrophone if Instant::now() < until => self.wait(until),
                EarsState::Opening | EarsState::NoMicrophone => bail!("voice-no-microphone: no microphone was found"),
                EarsState::NoModel(code) | EarsState::ModelBroken(code) => bail!("{code}: the model cannot be used"),
                EarsState::CpuTooOld => bail!("voice-processor-too-old: this processor cannot run the recogniser"),
            }
        }
    }

    /// Until something has happened, or a moment has passed: a state may change without an event.
    fn wait(&self, until: Instant) {
        let moment = Duration::from_millis(200);
        let _ = self.woken.recv_timeout(until.saturating_duration_since(Instant::now()).min(moment));
    }

    fn pass(&mut self, language: &str) -> Result<Passage> {
        let until = Instant::now() + OPENING;
        while !self.mouth.speaks(language) {
            ensure!(Instant::now() < until, "voice-none: this machine has no voice for {language}");
            self.wait(until);
        }
        let said = aloud(SENTENCE, &Language::of(language)?);
        let words: Vec<String> = said.into_iter().map(|sentence| sentence.words).collect();
        let noise = self.listen_to_room(language);
        self.turns += 1;
        self.ears.listen(Listening {
            turn: self.turns.into(),
            language: language.to_owned(),
            expecting: Expecting::Digits,
            ..Listening::default()
        });
        let sentence = |words: &String| Sentence {
            words: words.clone().into(),
            language: language.to_owned(),
            mark: 0,
            clip: None,
        };
        let sentences = words.iter().map(sentence).collect();
        self.mouth.say(Utterance { number: self.turns, sentences, pace: 3, volume: 3 });
        let (heard, level, latency) = self.hear()?;
        Ok(Passage { language: language.to_owned(), said: words.join(" "), heard, noise, level, latency })
    }

    /// The loudest that the room is by itself.
    fn listen_to_room(&mut self, language: &str) -> f32 {
        self.turns += 1;
        let turn = u64::from(self.turns);
        self.ears.listen(Listening { turn, language: language.to_owned(), ..Listening::default() });
        let until = Instant::now() + ROOM;
        let mut loudest = -100.0_f32;
        while Instant::now() < until {
            self.wait(until);
            loudest = self.levels().fold(loudest, f32::max);
        }
        self.ears.cancel();
        loudest
    }

    fn levels(&mut self) -> impl Iterator<Item = f32> {
        self.ears.events().into_iter().filter_map(|event| match event {
            HearingEvent::Level { dbfs } => Some(dbfs),
            _ => None,
        })
    }

    /// The words, how loud they were, and how long they took after the last of them. Where nothing was heard, all of it
    /// must have been said: else it is the speech service that is told of, not the microphone.
    fn hear(&mut self) -> Result<(String, f32, Duration)> {
        let until = Instant::now() + TURN;
        let (mut level, mut said, mut heard_nothing) = (-100.0_f32, None, false);
        loop {
            if self.has_said_all()? {
                said = Some(Instant::now());
            }
            for event in self.ears.events() {
                match event {
                    HearingEvent::Level { dbfs } => level = level.max(dbfs),
                    HearingEvent::Heard { turn, text, .. } if turn == u64::from(self.turns) => {
                        let latency = said.map_or(Duration::ZERO, |said: Instant| said.elapsed());
                        return Ok((text.as_str().to_owned(), level, latency));
                    }
                    HearingEvent::NotHeard { turn, .. } if turn == u64::from(self.turns) => {
                        heard_nothing = true;
                    }
                    _ => {}
                }
            }
            if heard_nothing && said.is_some() {
                return Ok((String::new(), level, Duration::ZERO));
            }
            if Instant::now() >= until {
                self.ears.cancel();
                say::said(if said.is_some() { HowSaid::Whole } else { HowSaid::TimedOut })?;
                return Ok((String::new(), level, TURN));
            }
            self.wait(until);
        }
    }

    /// Whether the sentence has just come to its end.
    fn has_said_all(&mut self) -> Result<bool> {
        let ended = self.mouth.events().into_iter().find_map(|event| match event {
            SpeakingEvent::SaidAll { number, how } if number == self.turns => Some(how),
            _ => None,
        });
        ended.map(say::said).transpose().map(|said| said.is_some())
    }
}

impl Passage {
    /// Whether the digits that were said are those that were heard, whatever they are written with.
    fn is_right(&self) -> bool {
        let digits = |text: &str| -> String {
            let Ok(language) = Language::of(&self.language) else { return String::new() };
            let letters = |text: &str| text.chars().filter(|c| c.is_alphanumeric()).collect::<String>().to_lowercase();
            aloud(text, &language).iter().map(|sentence| letters(&sentence.words)).collect()
        };
        !self.heard.is_empty() && digits(&self.heard) == digits(&self.said)
    }

    fn written(&self) -> String {
        json!({
            "language": self.language,
            "said": self.said,
            "heard": self.heard,
            "right": self.is_right(),
            "level_dbfs": self.level.round(),
            "noise_dbfs": self.noise.round(),
            "latency_millis": self.latency.as_millis(),
        })
        .to_string()
    }

    fn told(&self) -> String {
        let Self { language, said, heard, noise, level, latency } = self;
        let sign = if self.is_right() { "heard" } else { "NOT HEARD" };
        let heard = if heard.is_empty() { "(nothing)" } else { heard };
        format!(
            "{language:<6} {sign}: said “{said}”, heard “{heard}”; level {level:.0} dB, room {noise:.0} dB, {} ms after \
             the last word",
            latency.as_millis()
        )
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn other_digits_than_those_that_were_said_are_not_right() {
        for (language, said, right, wrong) in [
            (
                "en",
                "one two three four five",
                ["One, two, three, four, five.", "1 2 3 4 5"],
                ["one two three four nine", ""],
            ),
            ("ms", "satu dua tiga empat lima", ["Satu dua tiga empat lima", "1 2 3 4 5"], ["satu dua tiga empat", ""]),
            ("ko", "일 이 삼 사 오", ["일이삼사오", "1 2 3 4 5"], ["일이삼사육", ""]),
            ("zh-TW", "一二三四五", ["一、二、三、四、五。", "1 2 3 4 5"], ["一二三四五六", ""]),
        ] {
            let heard = |heard: &str| Passage {
                language: language.to_owned(),
                said: said.to_owned(),
                heard: heard.to_owned(),
                noise: -70.0,
                level: -10.0,
                latency: Duration::ZERO,
            };
            assert!(right.iter().all(|words| heard(words).is_right()), "{language}: {right:?}");
            assert!(!wrong.iter().any(|words| heard(words).is_right()), "{language}: {wrong:?}");
        }
    }
}
