//! `kaunter say`: hear a text as a kiosk says it.

use std::{
    path::PathBuf,
    process::ExitCode,
    sync::mpsc::{Receiver, channel},
    time::{Duration, Instant},
};

use anyhow::{Context, Result, anyhow, bail};
use clap::Args;
use kaunter_clips::{Clip, Encoding};
use kaunter_speech::speaking::{HowSaid, Loudspeaker, Mouth, Sentence, SpeakingEvent, Utterance, record};
use kaunter_spoken::{Language, aloud};
use kaunter_terminal::out;

/// How long the system's voices may take to come: the first start of a speech service is slow.
const VOICES: Duration = Duration::from_secs(60);

/// What to say, and how.
#[derive(Args)]
pub struct SayArguments {
    /// The text, as it is written.
    text: String,
    /// Language, BCP 47.
    #[arg(long)]
    lang: String,
    /// Write it as a WAV instead of saying it; this takes espeak-ng.
    #[arg(long)]
    out: Option<PathBuf>,
    /// Play this recording of it, an .ogg with Opus or a .wav, as a kiosk plays those of its pack.
    #[arg(long, conflicts_with = "out")]
    clip: Option<PathBuf>,
    /// How fast, 1 to 5.
    #[arg(long, default_value_t = 3, value_parser = clap::value_parser!(u8).range(1..=5))]
    pace: u8,
    /// How loud, 1 to 5.
    #[arg(long, default_value_t = 3, value_parser = clap::value_parser!(u8).range(1..=5))]
    volume: u8,
}

/// Says it, each sentence printed as it begins.
pub fn run(arguments: &SayArguments) -> Result<ExitCode> {
    let language = Language::of(&arguments.lang)?;
    let said = aloud(&arguments.text, &language).into_iter().zip(0..);
    let sentence = |(said, mark): (kaunter_spoken::Sentence, u32)| Sentence {
        words: said.words.into(),
        language: arguments.lang.clone(),
        mark,
        clip: None,
    };
    let sentences: Vec<Sentence> = said.map(sentence).collect();
    match &arguments.out {
        Some(out) => {
            record(&sentences, arguments.pace, arguments.volume, out)?;
            sentences.iter().for_each(|sentence| out!("{}", sentence.words.as_str()));
        }
        None => speak(arguments, recorded(arguments, sentences)?)?,
    }
    Ok(ExitCode::SUCCESS)
}

/// The recording in place of the voice, where there is one.
fn recorded(arguments: &SayArguments, sentences: Vec<Sentence>) -> Result<Vec<Sentence>> {
    let Some(path) = &arguments.clip else { return Ok(sentences) };
    let ending = path.extension().and_then(|ending| ending.to_str()).unwrap_or_default();
    let encoding = Encoding::of_ending(ending).with_context(|| format!("{}: neither .ogg nor .wav", path.display()))?;
    let bytes = std::fs::read(path).with_context(|| format!("{} cannot be read", path.display()))?;
    let clip = Clip::new(bytes, encoding);
    clip.sound().with_context(|| path.display().to_string())?;
    let words = arguments.text.clone().into();
    Ok(vec![Sentence { words, language: arguments.lang.clone(), mark: 0, clip: Some(clip) }])
}

fn speak(arguments: &SayArguments, sentences: Vec<Sentence>) -> Result<()> {
    Loudspeaker::find().map_err(|fault| anyhow!("{}: {fault}", fault.code()))?;
    let (woken, events) = channel();
    let mut mouth = Mouth::open(vec![arguments.lang.clone()], move || {
        let _ = woken.send(());
    });
    let until = Instant::now() + VOICES;
    loop {
        // Asked in this order: voices that come in between count.
        let has_looked = mouth.has_looked();
        if mouth.speaks(&arguments.lang) {
            break;
        }
        let left = until.saturating_duration_since(Instant::now());
        if has_looked || events.recv_timeout(left).is_err() {
            bail!("voice-none: this machine has no voice for {}", arguments.lang);
        }
    }
    let words: Vec<String> = sentences.iter().map(|sentence| sentence.words.as_str().to_owned()).collect();
    mouth.say(Utterance { number: 1, sentences, pace: arguments.pace, volume: arguments.volume });
    follow(&mut mouth, &events, &words)
}

fn follow(mouth: &mut Mouth, events: &Receiver<()>, words: &[String]) -> Result<()> {
    loop {
        for event in mouth.events() {
            match event {
                SpeakingEvent::Saying { mark, .. } => {
                    let sentence = usize::try_from(mark).ok().and_then(|mark| words.get(mark));
                    out!("{}", sentence.map_or("", String::as_str));
                }
                SpeakingEvent::SaidAll { how, .. } => return said(how),
                SpeakingEvent::VoicesChanged => {}
            }
        }
        events.recv().context("the voice has ended")?;
    }
}

/// Done only where all of it was said.
pub fn said(how: HowSaid) -> Result<()> {
    match how {
        HowSaid::Whole => Ok(()),
        HowSaid::Failed | HowSaid::CutShort => bail!("voice-service-silent: the speech service has not said all of it"),
        HowSaid::TimedOut => bail!("voice-service-hangs: the speech service began, and never came to an end"),
    }
}
