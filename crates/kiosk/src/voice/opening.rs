//! Voice as a kiosk's settings want it: which model hears, on how many threads.

use kaunter_speech::{
    hearing::EarsSettings,
    models::{Chosen, chosen},
};

use super::{NoVoice, SpeechRoom, Voice};
use crate::{folder::DataFolder, settings::Settings};

/// The ear and the mouth of a kiosk; `wake` is called, from other threads, when they have news.
pub(crate) fn voice(
    folder: &DataFolder,
    settings: &Settings,
    wake: impl Fn() + Clone + Send + 'static,
) -> Box<dyn Voice> {
    if !settings.voice {
        return Box::new(NoVoice);
    }
    let found = chosen(settings.model.as_deref(), folder.path()).unwrap_or_else(|error| {
        tracing::error!(code = error.code(), %error, "the kiosk hears nothing");
        None
    });
    let threads = settings.voice_threads.map(usize::from);
    let microphone = settings.microphone.clone();
    let (ears, languages) = match found {
        Some(Chosen { model, languages, threads: usual }) => {
            (EarsSettings { microphone, model: Some(model), threads: threads.unwrap_or(usual) }, languages)
        }
        None => (EarsSettings { microphone, ..EarsSettings::default() }, Vec::new()),
    };
    Box::new(SpeechRoom::open(ears, languages, wake))
}
