//! Which model and how many threads this machine is fast enough for: measured, chosen and kept with its figures. It
//! knows nothing of what will be said.

use std::{
    fs,
    path::{Path, PathBuf},
};

use serde::{Deserialize, Serialize};

use super::{Manifest, Shelf, manifest::Use};
use crate::{SpeechError, hearing::Recogniser};

/// A citizen waits so long for the words of three seconds of speech at most, in milliseconds; a longer silence is taken
/// for not having been heard, and people say it again.
pub const BEARABLE_MILLIS: u32 = 1500;
/// Seconds of speech in a measured turn.
const TURN: f32 = 3.0;
/// The name of the file in the kiosk's data folder.
const KEPT_AS: &str = "hearing.toml";

/// How long one turn took.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Measured {
    /// The model's name.
    pub model: String,
    /// Threads that recognised.
    pub threads: usize,
    /// From three seconds of speech to their words, in milliseconds; the better of two.
    pub turn_millis: u32,
}

/// What was chosen, and from what.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Calibration {
    /// The model's name; none: no model that is installed is fast enough, or none is installed.
    pub model: Option<String>,
    /// Threads.
    pub threads: usize,
    /// All figures, in the order of the manifest.
    #[serde(default)]
    pub measured: Vec<Measured>,
}

impl Calibration {
    /// Measures every installed model for citizens with one thread, two, and so on to one fewer than there are
    /// processors (the screen and the voice need one), and chooses. `tell` is told each figure.
    ///
    /// # Errors
    /// [`SpeechError::CpuTooOld`]; a broken model is left out.
    pub fn measure(
        manifest: &Manifest,
        shelf: &Shelf,
        processors: usize,
        tell: &mut dyn FnMut(&Measured),
    ) -> Result<Self, SpeechError> {
        crate::hearing::check_processor()?;
        let mut measured = Vec::new();
        for entry in manifest.models.iter().filter(|entry| entry.used_for == Use::Citizens) {
            let Ok(file) = shelf.verify(entry) else { continue };
            for threads in 1..=processors.saturating_sub(1).clamp(1, 8) {
                let turn_millis = time(&file, threads)?;
                let figure = Measured { model: entry.name.clone(), threads, turn_millis };
                tell(&figure);
                measured.push(figure);
            }
        }
        Ok(Self::choose(measured))
    }

    /// The last model of the list, and so the one that hears best, that is bearable; of its threads the fewest that are
    /// not a tenth slower than the fastest.
    #[must_use]
    pub fn choose(measured: Vec<Measured>) -> Self {
        let fits = |figure: &&Measured| figure.turn_millis <= BEARABLE_MILLIS;
        let best = measured.iter().rfind(fits).map(|figure| figure.model.clone());
        let of_best = || measured.iter().filter(|figure| Some(&figure.model) == best.as_ref());
        let fastest = of_best().map(|figure| figure.turn_millis).min().unwrap_or_default();
        let threads =
            of_best().filter(|figure| figure.turn_millis <= fastest + fastest / 10).map(|figure| figure.threads);
        Self { threads: threads.min().unwrap_or(1), model: best, measured }
    }

    /// What was kept in a kiosk's data folder; none: it was never measured, or by another version.
    #[must_use]
    pub fn kept(data: &Path) -> Option<Self> {
        toml::from_str(&fs::read_to_string(data.join(KEPT_AS)).ok()?).ok()
    }

    /// Keeps it in a kiosk's data folder, and tells where.
    ///
    /// # Errors
    /// [`SpeechError::File`], [`SpeechError::DiskFull`].
    pub fn keep(&self, data: &Path) -> Result<PathBuf, SpeechError> {
        let path = data.join(KEPT_AS);
        let text = toml::to_string(self).map_err(|fault| SpeechError::Manifest(fault.to_string()))?;
        let draft = data.join(format!(".{KEPT_AS}.part"));
        let written =
            fs::create_dir_all(data).and_then(|()| fs::write(&draft, text)).and_then(|()| fs::rename(&draft, &path));
        written.map_err(|source| SpeechError::of_file(&path, source))?;
        Ok(path)
    }
}

fn time(file: &Path, threads: usize) -> Result<u32, SpeechError> {
    let mut recogniser = Recogniser::open(file, threads)?;
    recogniser.time_turn(TURN)?;
    Ok(recogniser.time_turn(TURN)?.min(recogniser.time_turn(TURN)?))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn chosen(figures: &[(&str, usize, u32)]) -> (Option<String>, usize) {
        let figure = |(model, threads, turn_millis): &(&str, usize, u32)| Measured {
            model: (*model).to_owned(),
            threads: *threads,
            turn_millis: *turn_millis,
        };
        let calibration = Calibration::choose(figures.iter().map(figure).collect());
        (calibration.model, calibration.threads)
    }

    #[test]
    fn the_best_model_that_is_bearable_is_chosen_with_as_few_threads_as_do() {
        for (figures, model, threads) in [
            (&[][..], None, 1),
            (
                &[("tiny", 1, 900), ("tiny", 2, 500), ("base", 1, 1900), ("base", 2, 1100), ("small", 2, 4000)],
                Some("base"),
                2,
            ),
            (&[("tiny", 1, 300), ("tiny", 2, 290), ("tiny", 3, 800)], Some("tiny"), 1),
            (&[("tiny", 1, 9000)], None, 1),
        ] {
            assert_eq!(chosen(figures), (model.map(str::to_owned), threads), "{figures:?}");
        }
    }

    #[test]
    fn the_figures_are_kept_and_read_again() {
        let folder = tempfile::tempdir().unwrap_or_else(|fault| panic!("{fault}"));
        assert_eq!(Calibration::kept(folder.path()), None);
        let measured = vec![Measured { model: "base-q5_1".to_owned(), threads: 2, turn_millis: 700 }];
        let calibration = Calibration::choose(measured);
        calibration.keep(&folder.path().join("data")).unwrap_or_else(|fault| panic!("{fault}"));
        assert_eq!(Calibration::kept(&folder.path().join("data")), Some(calibration));
    }
}
