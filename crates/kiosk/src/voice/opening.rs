//! Voice as a kiosk's settings want it: which model hears, on how many threads.

use kaunter_speech::{
    hearing::EarsSettings,
    models::{Chosen, chosen},
};

use super::{NoVoice, SpeechRoom, Voice, room::Trouble};
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
    let Hearing { ears, languages, trouble } = hearing(folder, settings);
    Box::new(SpeechRoom::open(ears, languages, trouble, wake))
}

/// How the kiosk is to hear.
struct Hearing {
    ears: EarsSettings,
    /// Languages that the model hears.
    languages: Vec<String>,
    trouble: Option<Trouble>,
}

fn hearing(folder: &DataFolder, settings: &Settings) -> Hearing {
    let microphone = settings.microphone.clone();
    let without = |trouble| Hearing {
        ears: EarsSettings { microphone: microphone.clone(), ..EarsSettings::default() },
        languages: Vec::new(),
        trouble,
    };
    match chosen(settings.model.as_deref(), folder.path()) {
        Ok(Some(Chosen { model, languages, threads, slow })) => {
            let threads = settings.voice_threads.map_or(threads, usize::from);
            let ears = EarsSettings { microphone, model: Some(model), threads };
            Hearing { ears, languages, trouble: slow.then_some(Trouble::Slow) }
        }
        Ok(None) => without(None),
        Err(error) => {
            tracing::error!(code = error.code(), %error, "the kiosk hears nothing");
            without(Some(Trouble::NoModel(error.code())))
        }
    }
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::*;

    #[test]
    fn what_is_the_matter_with_the_model_reaches_the_officer() {
        let data = tempfile::tempdir().unwrap();
        let models = data.path().join("models");
        fs::create_dir_all(&models).unwrap();
        let page = models.join("page.html");
        fs::write(&page, "<!DOCTYPE html>").unwrap();
        let trouble = |model: Option<&str>| {
            let settings = Settings { model: model.map(str::to_owned), ..Settings::default() };
            let Hearing { ears, trouble, .. } = hearing(&DataFolder::new(data.path()), &settings);
            assert!(ears.model.is_none());
            trouble
        };
        assert_eq!(trouble(None), None, "nothing is installed: the ears say so themselves");
        assert_eq!(trouble(Some("base-q5_1")), Some(Trouble::NoModel("voice-model-missing")));
        assert_eq!(trouble(Some("enormous")), Some(Trouble::NoModel("voice-model-unknown")));
        assert_eq!(trouble(page.to_str()), Some(Trouble::NoModel("voice-not-a-model")));

        let cut = models.join("ggml-base-q5_1.bin");
        fs::write(&cut, "the first part").unwrap();
        for named in [None, Some("base-q5_1")] {
            assert_eq!(trouble(named), Some(Trouble::NoModel("voice-model-truncated")), "{named:?}");
        }
        fs::File::create(&cut).unwrap().set_len(100 << 20).unwrap();
        assert_eq!(trouble(None), Some(Trouble::NoModel("voice-model-changed")), "longer than it was published");
    }
}
