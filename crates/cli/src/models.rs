//! `kaunter models`: the models that hear, on this machine and where they come from.

use std::{io::Write, path::PathBuf, process::ExitCode};

use anyhow::{Context, Result, bail};
use clap::{Args, Subcommand};
use kaunter_speech::{
    SpeechError,
    hearing::Recogniser,
    models::{Chosen, Entry, Installed, Manifest, Progress, Shelf, Source, Use, chosen},
};
use kaunter_terminal::{err, out};

#[derive(Subcommand)]
pub enum ModelsCommand {
    /// List all models, and which are installed.
    List(DataArguments),
    /// Fetch a model, or what is missing of it, and check it.
    Fetch(FetchArguments),
    /// Check installed models to the last byte.
    Verify(NamesArguments),
    /// Remove a model.
    Remove(NamesArguments),
}

/// Where a kiosk keeps what it has.
#[derive(Args)]
pub struct DataArguments {
    /// The kiosk's data folder; models are in its folder `models` [default: this user's].
    #[arg(long, env = "KAUNTER_DATA")]
    data: Option<PathBuf>,
}

#[derive(Args)]
pub struct FetchArguments {
    /// Its name, of `kaunter models list`.
    name: String,
    /// A folder (of a USB stick, for example), or an address that ends with / [default: where it is published].
    #[arg(long)]
    from: Option<String>,
    #[command(flatten)]
    data: DataArguments,
}

#[derive(Args)]
pub struct NamesArguments {
    /// Their names [default for verify: all that are installed].
    names: Vec<String>,
    #[command(flatten)]
    data: DataArguments,
}

impl DataArguments {
    pub fn folder(&self) -> Result<PathBuf> {
        match &self.data {
            Some(folder) => Ok(folder.clone()),
            None => Ok(dirs::data_local_dir().context("this user has no data folder: give --data")?.join("kaunter")),
        }
    }

    pub fn shelf(&self) -> Result<Shelf> {
        Ok(Shelf::at(self.folder()?.join("models")))
    }
}

pub fn run(command: &ModelsCommand) -> Result<ExitCode> {
    let manifest = Manifest::built_in().map_err(refused)?;
    match command {
        ModelsCommand::List(data) => list(&manifest, &data.shelf()?),
        ModelsCommand::Fetch(arguments) => fetch(&manifest, arguments),
        ModelsCommand::Verify(arguments) => verify(&manifest, arguments),
        ModelsCommand::Remove(arguments) => remove(&manifest, arguments),
    }
}

fn list(manifest: &Manifest, shelf: &Shelf) -> Result<ExitCode> {
    out!(
        "{:<11} {:>7} {:>8} {:>9}  {:<16} {:<11} installed",
        "name",
        "MB",
        "RAM MiB",
        "3 s in ms",
        "languages",
        "licence"
    );
    let figure = |value: Option<u32>| value.map_or("-".to_owned(), |value| value.to_string());
    for entry in &manifest.models {
        let size = entry.bytes.map_or("-".to_owned(), |bytes| format!("{:.0}", bytes as f64 / 1e6));
        let (memory, time) = (figure(entry.memory_mib), figure(entry.turn_millis));
        let (name, languages, licence) = (&entry.name, entry.languages.join(" "), &entry.licence);
        out!("{name:<11} {size:>7} {memory:>8} {time:>9}  {languages:<16} {licence:<11} {}", there(entry, shelf));
    }
    Ok(ExitCode::SUCCESS)
}

fn there(entry: &Entry, shelf: &Shelf) -> String {
    if entry.used_for == Use::SelfTest {
        return "with the program; for the self-test alone".to_owned();
    }
    match shelf.installed(entry) {
        Installed::No => "no".to_owned(),
        Installed::Part(bytes) => format!("the first {:.0} MB", bytes as f64 / 1e6),
        Installed::Yes => "yes".to_owned(),
        Installed::Wrong => "not whole: remove it and fetch it again".to_owned(),
    }
}

fn fetch(manifest: &Manifest, arguments: &FetchArguments) -> Result<ExitCode> {
    let entry = manifest.named(&arguments.name).map_err(refused)?;
    let mut source = Source::of(entry, arguments.from.as_deref()).map_err(refused)?;
    let place = arguments.data.shelf()?.fetch(entry, &mut source, &mut show).map_err(refused)?;
    out!("{}", place.display());
    Ok(ExitCode::SUCCESS)
}

/// One line that is written over on a terminal; a line for every tenth elsewhere.
fn show(progress: Progress) {
    let Progress { here, whole } = progress;
    let line = format!("{:.0} of {:.0} MB", here as f64 / 1e6, whole as f64 / 1e6);
    if err().is_terminal() {
        let _ = write!(err(), "\r{line}{}", if here == whole { "\n" } else { "" });
        let _ = err().flush();
    } else if here == whole || here * 10 / whole != here.saturating_sub(1 << 20) * 10 / whole {
        err!("{line}");
    }
}

fn verify(manifest: &Manifest, arguments: &NamesArguments) -> Result<ExitCode> {
    let shelf = arguments.data.shelf()?;
    let entries: Vec<&Entry> = if arguments.names.is_empty() {
        let is_there = |entry: &&Entry| entry.used_for == Use::Citizens && shelf.installed(entry) != Installed::No;
        manifest.models.iter().filter(is_there).collect()
    } else {
        arguments.names.iter().map(|name| manifest.named(name)).collect::<Result<_, _>>().map_err(refused)?
    };
    let mut faults = 0;
    for entry in &entries {
        match shelf.verify(entry) {
            Ok(_) => out!("{}: whole", entry.name),
            Err(fault) => {
                faults += 1;
                out!("{}: {fault} ({})", entry.name, fault.code());
            }
        }
    }
    out!("{} checked, {faults} not whole", entries.len());
    Ok(if faults == 0 { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

fn remove(manifest: &Manifest, arguments: &NamesArguments) -> Result<ExitCode> {
    if arguments.names.is_empty() {
        bail!("name the models to remove");
    }
    let shelf = arguments.data.shelf()?;
    for name in &arguments.names {
        let entry = manifest.named(name).map_err(refused)?;
        let removed = shelf.remove(entry).map_err(refused)?;
        out!("{name}: {}", if removed { "removed" } else { "was not installed" });
    }
    Ok(ExitCode::SUCCESS)
}

/// The model of that name or file; otherwise the one that was calibrated, or the best installed that the machine will bear.
pub fn model(wanted: Option<&str>, data: &DataArguments) -> Result<Chosen> {
    let found = chosen(wanted, &data.folder()?).map_err(refused)?;
    found.context("voice-model-missing: no model is installed, see kaunter models list")
}

/// The same, loaded.
pub fn recogniser(wanted: Option<&str>, threads: Option<usize>, data: &DataArguments) -> Result<Recogniser> {
    let found = model(wanted, data)?;
    found.model.load(threads.unwrap_or(found.threads)).map_err(refused)
}

/// A refusal with its code, for people and for scripts.
pub fn refused(error: SpeechError) -> anyhow::Error {
    let code = error.code();
    anyhow::Error::new(error).context(format!("refused ({code})"))
}
