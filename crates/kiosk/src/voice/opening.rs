//! Voice as a kiosk's settings want it: which model hears, on how many threads.

use std::thread;

use kaunter_speech::{
    SpeechError,
    hearing::{EarsSettings, Model},
    models::{Entry, Installed, Manifest, Shelf, Use},
};

use super::{NoVoice, SpeechRoom, Voice};
use crate::{folder::DataFolder, settings::Settings};

/// More threads than this make no model faster on the machines that stand at counters.
const MOST_THREADS: usize = 4;

/// The ear and the mouth of a kiosk; `wake` is called, from other threads, when they have news.
pub(crate) fn voice(
    folder: &DataFolder,
    settings: &Settings,
    wake: impl Fn() + Clone + Send + 'static,
) -> Box<dyn Voice> {
    if !settings.voice {
        return Box::new(NoVoice);
    }
    let found = model(folder, settings.model.as_deref()).unwrap_or_else(|error| {
        tracing::error!(code = error.code(), %error, "the kiosk hears nothing");
        None
    });
    let (model, languages) = found.map_or((None, Vec::new()), |(model, languages)| (Some(model), languages));
    let cores = thread::available_parallelism().map_or(1, usize::from);
    let ears = EarsSettings {
        microphone: settings.microphone.clone(),
        model,
        threads: settings.voice_threads.map_or(cores.div_ceil(2).min(MOST_THREADS), |threads| threads.into()),
    };
    Box::new(SpeechRoom::open(ears, languages, wake))
}

/// The model that was named, or the first that is installed for citizens; with the languages that it hears.
fn model(folder: &DataFolder, name: Option<&str>) -> Result<Option<(Model, Vec<String>)>, SpeechError> {
    let manifest = Manifest::built_in()?;
    let shelf = Shelf::at(folder.models());
    let usable = |entry: &&Entry| entry.used_for == Use::Citizens && shelf.installed(entry) == Installed::Yes;
    let entry = match name {
        Some(name) => Some(manifest.named(name)?),
        None => manifest.models.iter().find(usable),
    };
    let of = |entry: &Entry| (Model::File(shelf.place(entry)), entry.languages.clone());
    Ok(entry.map(of))
}
