//! The model that is to hear on a machine: the one that was named, the one that was calibrated, or the best of those
//! installed that the manifest's figures promise to be fast enough on an old counter.

use std::{
    path::{Path, PathBuf},
    sync::Arc,
    thread,
};

use super::{
    BEARABLE_MILLIS, Calibration, SELF_TEST, Shelf, ggml,
    manifest::{Entry, Manifest, Use},
    self_test::self_test_model,
    shelf::Installed,
};
use crate::{SpeechError, hearing::Model};

/// Threads at most where nothing was measured: more make no model faster on the machines that stand at counters.
const MOST_THREADS: usize = 4;
/// How much slower the core of an old counter is than the one of the manifest's figures.
const OLD_CORE: u32 = 3;
/// Threads by which a turn grows shorter nearly in proportion; what further ones bring is not counted on.
const COUNTED_THREADS: usize = 2;

/// A model, and how to run it.
#[derive(Debug, Clone)]
pub struct Chosen {
    /// Where it is.
    pub model: Model,
    /// Languages of the kiosk that it hears.
    pub languages: Vec<String>,
    /// Threads, at least 1.
    pub threads: usize,
    /// This machine was measured, and none of its models was fast enough: the fastest hears, and people wait for it.
    pub slow: bool,
}

/// The model that hears on a machine whose data folder this is. `named` is a name of the manifest, or a file; the model
/// of the self-test is taken only by its name. `None` where nothing was named and nothing is installed.
///
/// # Errors
/// [`SpeechError::ModelUnknown`] for a name that the manifest does not have, [`SpeechError::ModelMissing`] for one that
/// is not installed, [`SpeechError::NotAModel`] for a file that is none; [`SpeechError::ModelTruncated`] and
/// [`SpeechError::ModelDigest`] for one that is not whole, where nothing else is installed.
pub fn chosen(named: Option<&str>, data: &Path) -> Result<Option<Chosen>, SpeechError> {
    let (manifest, shelf) = (Manifest::built_in()?, Shelf::at(data.join("models")));
    let kept = Calibration::kept(data);
    let threads = kept.as_ref().map_or_else(spare_threads, |kept| kept.threads.max(1));
    let of = |entry: &Entry, threads, slow| Chosen {
        model: Model::File(shelf.place(entry)),
        languages: entry.languages.clone(),
        threads,
        slow,
    };
    match named {
        Some(SELF_TEST) => {
            let entry = manifest.named(SELF_TEST)?;
            let model = Model::Bytes(SELF_TEST.to_owned(), Arc::from(self_test_model()?));
            Ok(Some(Chosen { model, languages: entry.languages.clone(), threads, slow: false }))
        }
        Some(file) if is_file(file) => of_file(file.into(), &manifest, threads).map(Some),
        Some(name) => {
            let entry = manifest.named(name)?;
            whole(&shelf, entry)?;
            Ok(Some(of(entry, threads, false)))
        }
        None => {
            let found = unnamed(kept.as_ref(), &manifest, &shelf)?;
            Ok(found.map(|(entry, threads, slow)| of(entry, threads, slow)))
        }
    }
}

/// The model that was calibrated, or the usual one, with its threads and whether it is too slow.
fn unnamed<'a>(
    kept: Option<&Calibration>,
    manifest: &'a Manifest,
    shelf: &Shelf,
) -> Result<Option<(&'a Entry, usize, bool)>, SpeechError> {
    let citizens = || manifest.models.iter().filter(|entry| entry.used_for == Use::Citizens);
    let there: Vec<&Entry> = citizens().filter(|entry| shelf.installed(entry) == Installed::Yes).collect();
    if let Some(broken) = citizens().find(|entry| shelf.installed(entry) == Installed::Wrong)
        && there.is_empty()
    {
        whole(shelf, broken)?;
    }
    let usual = || usual(&there, spare_threads()).map(|entry| (entry, spare_threads(), false));
    Ok(kept.and_then(|kept| measured(kept, &there)).or_else(usual))
}

/// Why a model that was named, or is the only one, cannot be used; by its size alone where that is right.
fn whole(shelf: &Shelf, entry: &Entry) -> Result<(), SpeechError> {
    if shelf.installed(entry) == Installed::Yes {
        return Ok(());
    }
    shelf.verify(entry).map(drop)
}

/// What the figures of this machine say: the model that was calibrated; or, where none was fast enough, the fastest.
fn measured<'a>(kept: &Calibration, there: &[&'a Entry]) -> Option<(&'a Entry, usize, bool)> {
    let named = |name: &str| there.iter().copied().find(|entry| entry.name == name);
    if let Some(name) = &kept.model {
        return named(name).map(|entry| (entry, kept.threads.max(1), false));
    }
    let figures = kept.measured.iter().filter_map(|figure| Some((named(&figure.model)?, figure)));
    let (entry, figure) = figures.min_by_key(|(_, figure)| figure.turn_millis)?;
    Some((entry, figure.threads.max(1), true))
}

/// Where nothing was measured: the best model that an old counter is likely to bear; else the smallest.
fn usual<'a>(there: &[&'a Entry], threads: usize) -> Option<&'a Entry> {
    let counted = u32::try_from(threads.clamp(1, COUNTED_THREADS)).unwrap_or(1);
    let bears =
        |entry: &&&Entry| entry.turn_millis.is_some_and(|millis| millis * OLD_CORE / counted <= BEARABLE_MILLIS);
    there.iter().rfind(bears).or_else(|| there.iter().min_by_key(|entry| entry.bytes)).copied()
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
    Ok(Chosen { model: Model::File(file), languages, threads, slow: false })
}

/// One core is for the screens and the voice.
fn spare_threads() -> usize {
    thread::available_parallelism().map_or(1, |all| all.get().saturating_sub(1).clamp(1, MOST_THREADS))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::models::Measured;

    fn manifest() -> Manifest {
        Manifest::built_in().unwrap_or_else(|fault| panic!("{fault}"))
    }

    fn named<'a>(manifest: &'a Manifest, names: &[&str]) -> Vec<&'a Entry> {
        manifest.models.iter().filter(|entry| names.contains(&entry.name.as_str())).collect()
    }

    #[test]
    fn an_old_counter_that_was_never_measured_gets_a_model_that_it_bears() {
        let manifest = manifest();
        for (there, threads, taken) in [
            (&["tiny-q5_1", "base-q5_1", "small-q5_1"][..], 3, Some("base-q5_1")),
            (&["tiny-q5_1", "base-q5_1", "small-q5_1"], 1, Some("tiny-q5_1")),
            (&["base-q8_0", "small-q5_1", "small-q8_0"], 3, Some("base-q8_0")),
            (&["small-q8_0"], 3, Some("small-q8_0")),
            (&[], 3, None),
        ] {
            let entry = usual(&named(&manifest, there), threads);
            assert_eq!(entry.map(|entry| entry.name.as_str()), taken, "{there:?} on {threads}");
        }
    }

    #[test]
    fn where_no_model_was_fast_enough_the_fastest_hears_and_it_is_said() {
        let manifest = manifest();
        let figure = |model: &str, threads, turn_millis| Measured { model: model.to_owned(), threads, turn_millis };
        let figures = vec![figure("tiny-q5_1", 1, 4000), figure("tiny-q5_1", 2, 2500), figure("small-q5_1", 2, 30_000)];
        let kept = Calibration::choose(figures);
        assert_eq!(kept.model, None);
        let told = |there: &[&str]| {
            measured(&kept, &named(&manifest, there)).map(|(entry, threads, slow)| (entry.name.clone(), threads, slow))
        };
        assert_eq!(told(&["tiny-q5_1", "small-q5_1"]), Some(("tiny-q5_1".to_owned(), 2, true)));
        assert_eq!(told(&["small-q5_1"]), Some(("small-q5_1".to_owned(), 2, true)));
        assert_eq!(told(&["base-q5_1"]), None, "it was not measured");
    }
}
