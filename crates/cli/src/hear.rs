//! `kaunter hear`: what a model makes of a WAV.

use std::{fs, path::PathBuf, process::ExitCode};

use anyhow::{Context, Result, bail};
use clap::Args;
use kaunter_speech::{
    Samples,
    hearing::{Candidate, Decision, Question, Recognised, spoken_part},
    read_wav,
};
use kaunter_terminal::out;
use serde_json::json;

use crate::models::{self, DataArguments};

/// Hear a WAV file, and write what was said.
#[derive(Args)]
pub struct HearArguments {
    /// The WAV file, of any rate, width and number of channels.
    file: PathBuf,
    /// Its language: zh-TW, ms, ko, en.
    #[arg(long)]
    lang: String,
    /// Detect the language among these, parted by commas.
    #[arg(long, value_delimiter = ',')]
    among: Vec<String>,
    /// A model's name, or its file [default: the one that was calibrated, or the largest that is installed].
    #[arg(long)]
    model: Option<String>,
    /// A file of choices, one a line: its wordings parted by `|`, and before them its name and a tab where it has one.
    #[arg(long)]
    choices: Option<PathBuf>,
    /// Threads [default: as calibrated, or all processors but one].
    #[arg(long)]
    threads: Option<usize>,
    /// Write {"text","confidence","millis","choice"}.
    #[arg(long)]
    json: bool,
    #[command(flatten)]
    data: DataArguments,
}

pub fn run(arguments: &HearArguments) -> Result<ExitCode> {
    let sound = read_wav(&arguments.file).map_err(models::refused)?;
    let choices = arguments.choices.as_ref().map(choices).transpose()?.unwrap_or_default();
    let mut recogniser = models::recogniser(arguments.model.as_deref(), arguments.threads, &arguments.data)?;
    let question = Question { language: &arguments.lang, among: &arguments.among, choices: &choices };
    let heard = match spoken(&sound) {
        Some(spoken) => recogniser.hear(spoken, question).map_err(models::refused)?,
        None => Recognised::default(),
    };
    if arguments.json {
        out!("{}", written(&heard));
    } else {
        out!("{}", told(&heard));
    }
    Ok(ExitCode::SUCCESS)
}

fn spoken(sound: &Samples) -> Option<&[f32]> {
    sound.get(spoken_part(sound).ok()?)
}

fn choices(file: &PathBuf) -> Result<Vec<Candidate>> {
    let text = fs::read_to_string(file).with_context(|| file.display().to_string())?;
    let choice = |line: &str| {
        let (id, wordings) = line.split_once('\t').unwrap_or((line, line));
        let wordings: Vec<String> = wordings.split('|').map(|wording| wording.trim().to_owned()).collect();
        let id = if line.contains('\t') { id } else { id.split('|').next().unwrap_or(id) };
        Candidate { id: id.trim().to_owned(), wordings }
    };
    let choices: Vec<Candidate> = text.lines().filter(|line| !line.trim().is_empty()).map(choice).collect();
    if choices.is_empty() {
        bail!("{} holds no choices", file.display());
    }
    Ok(choices)
}

fn written(heard: &Recognised) -> serde_json::Value {
    let choice = match &heard.decision {
        Some(Decision::Accept { id, .. }) => Some(id),
        _ => None,
    };
    json!({
        "text": heard.text.as_str(),
        "confidence": (f64::from(confidence(heard)) * 1000.0).round() / 1000.0,
        "millis": heard.millis,
        "choice": choice,
    })
}

fn told(heard: &Recognised) -> String {
    let words = if heard.text.is_empty() { "(nothing)" } else { heard.text.as_str() };
    let choice = match &heard.decision {
        None => String::new(),
        Some(Decision::Accept { id, margin }) => format!("\nchoice       {id} (by {margin:.1})"),
        Some(Decision::Ask { first, second: Some(second) }) => format!("\nto be asked  {first} or {second}"),
        Some(Decision::Ask { first, second: None }) => format!("\nto be asked  {first}"),
        Some(Decision::NoneOfThese) => "\nchoice       none of these".to_owned(),
    };
    let language = heard.language.as_ref().map_or(String::new(), |language| format!("\nlanguage     {language}"));
    format!(
        "heard        {words}\nconfidence   {:.2}\ntime         {} ms{choice}{language}",
        confidence(heard),
        heard.millis
    )
}

/// Of the choice, where there were some; else of the words.
fn confidence(heard: &Recognised) -> f32 {
    heard.weighed.map_or(heard.confidence, |weighed| weighed.share)
}
