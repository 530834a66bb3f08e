//! `kaunter clips`: what an agency records, and what its recordings say.

use std::{collections::BTreeMap, fs, io::Write, path::PathBuf, process::ExitCode};

use anyhow::{Context, Result, bail};
use clap::{Args, Subcommand};
use kaunter_clips::said_in;
use kaunter_pack::model::{Pack, Recordable, Recorded};
use kaunter_terminal::out;
use serde_json::json;

use crate::{
    report::{checked, coded},
    written::write_whole,
};

/// What to do with recordings.
#[derive(Subcommand)]
pub enum ClipsCommand {
    /// What can be recorded: name, about how many seconds, words.
    List(ListArguments),
    /// Write into `clips.csv` what the recordings say: the words of today.
    Note(NoteArguments),
}

/// Which recordings.
#[derive(Args)]
pub struct ListArguments {
    /// The pack: its folder, or a built pack.
    #[arg(long)]
    pack: PathBuf,
    /// Only this language, BCP 47.
    #[arg(long)]
    lang: Option<String>,
    /// Only what is not recorded, or no longer said so.
    #[arg(long)]
    missing: bool,
    /// A JSON object a line.
    #[arg(long)]
    json: bool,
}

/// What to note.
#[derive(Args)]
pub struct NoteArguments {
    /// The pack's folder.
    #[arg(long)]
    pack: PathBuf,
    /// Only this language, BCP 47.
    #[arg(long)]
    lang: Option<String>,
    /// Recordings that were made again; without any, all of which nobody has noted what they say.
    again: Vec<String>,
}

/// Does it.
pub fn run(command: &ClipsCommand) -> Result<ExitCode> {
    match command {
        ClipsCommand::List(arguments) => list(arguments),
        ClipsCommand::Note(arguments) => note(arguments),
    }
}

fn list(arguments: &ListArguments) -> Result<ExitCode> {
    let pack = Pack::read(&arguments.pack).map_err(coded)?;
    let mut out = out();
    for language in languages(&pack, arguments.lang.as_deref())? {
        let all = pack.recordable(&language);
        let (done, left): (Vec<_>, Vec<_>) = all.into_iter().partition(|one| one.state == Recorded::Recorded);
        let (recorded, missing) = (done.len(), left.len());
        let seconds: f32 = left.iter().map(|one| said_in(&one.words).as_secs_f32()).sum();
        let shown = if arguments.missing { left } else { [left, done].concat() };
        for one in &shown {
            write_one(&mut out, &language, one, arguments.json)?;
        }
        if !arguments.json {
            let minutes = (seconds / 60.0).ceil();
            writeln!(out, "{language}: {recorded} recorded, {missing} to record, about {minutes} minutes")?;
        }
    }
    Ok(ExitCode::SUCCESS)
}

fn write_one(out: &mut impl Write, language: &str, one: &Recordable, as_json: bool) -> std::io::Result<()> {
    let Recordable { id, words, state } = one;
    let seconds = said_in(words).as_secs_f32().ceil();
    if as_json {
        let line = json!({ "lang": language, "id": id, "state": state, "seconds": seconds, "words": words });
        return writeln!(out, "{line}");
    }
    let state = match state {
        Recorded::Recorded => "recorded",
        Recorded::Missing => "missing",
        Recorded::NotNoted => "not noted",
        Recorded::Outdated => "outdated",
    };
    let words = words.split_whitespace().collect::<Vec<_>>().join(" ");
    writeln!(out, "{language}/{id}\t{state}\t{seconds} s\t{words}")
}

fn note(arguments: &NoteArguments) -> Result<ExitCode> {
    let NoteArguments { pack: folder, lang, again } = arguments;
    if !folder.is_dir() {
        bail!("{} is not a pack's folder: a built pack cannot be changed", folder.display());
    }
    let Some(pack) = checked(folder)?.pack else { bail!("{}: pack.toml gives no id and version", folder.display()) };
    let mut known = 0;
    for language in languages(&pack, lang.as_deref())? {
        let wanted = |one: &Recordable| match one.state {
            Recorded::Missing => false,
            state => (again.is_empty() && state == Recorded::NotNoted) || again.contains(&one.id),
        };
        let noted: Vec<Recordable> = pack.recordable(&language).into_iter().filter(wanted).collect();
        known += noted.len();
        if noted.is_empty() {
            continue;
        }
        let sheet = folder.join("clips").join(&language).join("clips.csv");
        let clips = pack.clips.0.get(&language).into_iter().flatten();
        let before = clips.filter_map(|(id, recording)| Some((id.clone(), recording.words.clone()?)));
        let mut rows: BTreeMap<String, String> = before.collect();
        for Recordable { id, words, .. } in noted {
            out!("{language}/{id}\t{words}");
            rows.insert(id, words);
        }
        fs::create_dir_all(sheet.parent().unwrap_or(folder)).context("clips")?;
        write_whole(&sheet, as_sheet(&rows).as_bytes())?;
    }
    if known < again.len() {
        bail!("not all of these are recordings of sentences that can be recorded");
    }
    Ok(ExitCode::SUCCESS)
}

/// A table as spreadsheets write it.
fn as_sheet(rows: &BTreeMap<String, String>) -> String {
    let cell = |text: &str| format!("\"{}\"", text.replace('"', "\"\""));
    let rows = rows.iter().map(|(id, words)| format!("{},{}\n", cell(id), cell(words)));
    std::iter::once("id,words\n".to_owned()).chain(rows).collect()
}

/// The one that was asked for, or all of the pack.
fn languages(pack: &Pack, wanted: Option<&str>) -> Result<Vec<String>> {
    let all = &pack.manifest.languages;
    match wanted {
        None => Ok(all.clone()),
        Some(tag) if all.iter().any(|known| known == tag) => Ok(vec![tag.to_owned()]),
        Some(tag) => bail!("the pack has no language {tag}; it has {}", all.join(", ")),
    }
}
