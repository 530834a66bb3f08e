//! The model that is to hear on a machine: the one that was named, the one that was calibrated, or the largest that is
//! installed for citizens.

use std::{
    path::{Path, PathBuf},
    sync::Arc,
    thread,
};

use super::{
    Calibration, SELF_TEST, Shelf, ggml,
    manifest::{Entry, Manifest, Use},
    self_test::self_test_model,
    shelf::Installed,
};
use crate::{SpeechError, hearing::Model};

/// Threads at most where nothing was measured: more make no model faster on the machines that stand at counters.
const MOST_THREADS: usize = 4;

/// A model, and how to run it.
#[derive(Debug, Clone)]
pub struct Chosen {
    /// Where it is.
    pub model: Model,
    /// Languages of the kiosk that it hears.
    pub languages: Vec<String>,
    /// Threads, at least 1.
    pub threads: usize,
}

/// The model that hears on a machine whose data folder this is. `named` is a name of the manifest, or a file; the model
/// of the self-test is taken only by its name. `None` where nothing was named and nothing is installed.
///
/// # Errors
/// [`SpeechError::ModelUnknown`] for a name that the manifest does not have, [`SpeechError::ModelMissing`] for one that
/// is not installed, [`SpeechError::NotAModel`] for a file that is none.
pub fn chosen(named: Option<&str>, data: &Path) -> Result<Option<Chosen>, SpeechError> {
    let kept = Calibration::kept(data);
    let (manifest, shelf) = (Manifest::built_in()?, Shelf::at(data.join("models")));
    let threads = kept.as_ref().map_or_else(spare_threads, |kept| kept.threads.max(1));
    let is_there = |entry: &&Entry| entry.used_for == Use::Citizens && shelf.installed(entry) == Installed::Yes;
    let entry = match named {
        Some(SELF_TEST) => {
            let entry = manifest.named(SELF_TEST)?;
            let model = Model::Bytes(SELF_TEST.to_owned(), Arc::from(self_test_model()?));
            return Ok(Some(Chosen { model, languages: entry.languages.clone(), threads }));
        }
        Some(file) if is_file(file) => return of_file(file.into(), &manifest, threads).map(Some),
        Some(name) => {
            let entry = manifest.named(name)?;
            if shelf.installed(entry) != Installed::Yes {
                return Err(SpeechError::ModelMissing(name.to_owned()));
            }
            Some(entry)
        }
        None => {
            let calibrated = kept.and_then(|kept| kept.model);
            let calibrated = calibrated.and_then(|name| manifest.named(&name).ok()).filter(is_there);
            calibrated.or_else(|| manifest.models.iter().rfind(is_there))
        }
    };
    let of =
        |entry: &Entry| Chosen { model: Model::File(shelf.place(entry)), languages: entry.languages.clone(), threads };
    Ok(entry.map(of))
}

fn is_file(named: &str) -> bool {
    Path::new(named).components().count() > 1 || Path::new(named).is_file()
}

/// A model of the agency's own hears what the published ones hear, if it hears several languages at all.
fn of_file(file: PathBuf, manifest: &Manifest, threads: usize) -> Result<Chosen, SpeechError> {
    let multilingual = ggml::check_structure(&file)?.is_multilingual();
    let published = manifest.models.iter().find(|entry| entry.used_for == Use::Citizens);
    let all = published.map_or_else(Vec::new, |entry| entry.languages.clone());
    let languages = if multilingual { all } else { vec!["en".to_owned()] };
    Ok(Chosen { model: Model::File(file), languages, threads })
}

/// One core is for the screens and the voice.
fn spare_threads() -> usize {
    thread::available_parallelism().map_or(1, |all| all.get().saturating_sub(1).clamp(1, MOST_THREADS))
}
