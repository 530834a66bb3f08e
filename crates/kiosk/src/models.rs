//! Models that hear, from a stick: each is taken only where it is what this program's own list of models says, to the last
//! byte. It must never know what is said to them.

use std::{fs, path::Path};

use kaunter_courier::has_room;
use kaunter_speech::{
    SpeechError,
    models::{Entry, Installed, Manifest, Shelf, Source, Use},
};

use crate::folder::DataFolder;

/// What came of the models on a stick.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ModelsBrought {
    /// Names of those that are here now and were not.
    pub taken: Vec<String>,
    /// Files that are not what they are called, or that did not come whole, and why: a code.
    pub refused: Vec<(String, &'static str)>,
}

/// Takes in what lies in a folder under the names of the list's files. Pulled out in the middle, what came stays, and the next
/// time it goes on from there. What hears already hears on until the program is started anew.
pub fn from_stick(data: &DataFolder, stick: &Path) -> ModelsBrought {
    match Manifest::built_in() {
        Ok(manifest) => brought(&manifest, data, stick),
        Err(fault) => {
            tracing::error!(code = fault.code(), %fault);
            ModelsBrought::default()
        }
    }
}

fn brought(manifest: &Manifest, data: &DataFolder, stick: &Path) -> ModelsBrought {
    let shelf = Shelf::at(data.models());
    let mut brought = ModelsBrought::default();
    for entry in manifest.models.iter().filter(|entry| entry.used_for == Use::Citizens) {
        // A link would lead elsewhere, and a pipe would never answer.
        let file = fs::symlink_metadata(stick.join(&entry.file)).ok().filter(fs::Metadata::is_file);
        let Some(file) = file.filter(|_| shelf.installed(entry) != Installed::Yes) else { continue };
        let whole = entry.bytes == Some(file.len());
        match if whole { take(&shelf, entry, data, stick) } else { Err("voice-model-truncated") } {
            Ok(()) => {
                tracing::info!(code = "model-taken", model = entry.name);
                brought.taken.push(entry.name.clone());
            }
            Err(code) => brought.refused.push((entry.file.clone(), code)),
        }
    }
    brought
}

fn take(shelf: &Shelf, entry: &Entry, data: &DataFolder, stick: &Path) -> Result<(), &'static str> {
    let told = |fault: SpeechError| {
        tracing::warn!(code = fault.code(), model = entry.name, %fault, "a model is not taken");
        fault.code()
    };
    if !has_room(&data.models(), entry.bytes.unwrap_or(0)) {
        return Err("model-disk-full");
    }
    let fetch = || {
        let mut source = Source::of(entry, Some(&stick.display().to_string()))?;
        shelf.fetch(entry, &mut source, &mut |_| {}).map(drop)
    };
    let went_on = matches!(shelf.installed(entry), Installed::Part(_));
    match fetch() {
        // What was here before was spoilt, or of another file: it is thrown away, and all of it comes anew.
        Err(SpeechError::ModelDigest { .. }) if went_on => fetch().map_err(told),
        done => done.map_err(told),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_model_on_a_stick_is_taken_once_it_is_whole_and_another_under_its_name_never() {
        let (home, stick) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
        let data = DataFolder::new(home.path());
        let entry = |name: &str, bytes: usize, sha256: &str| {
            format!(
                "[[model]]\nname = '{name}'\nfile = 'ggml-{name}.bin'\nuse = 'citizens'\nlanguages = []\nlicence = 'MIT'\n\
                 bytes = {bytes}\nsha256 = '{sha256}'\n"
            )
        };
        // SHA-256 of "hears".
        let sum = "95631157ef657ddeef8182f93ecd1f4caa6ab7f2003a5b6002df38147d6d0e1c";
        let manifest = Manifest::read(&(entry("ear", 5, sum) + &entry("nose", 5, sum))).unwrap();
        assert_eq!(brought(&manifest, &data, stick.path()), ModelsBrought::default(), "an empty stick");

        // One was cut off on the stick itself, and under the other one's name lies another file.
        fs::write(stick.path().join("ggml-ear.bin"), "hea").unwrap();
        fs::write(stick.path().join("ggml-nose.bin"), "smell").unwrap();
        let first = brought(&manifest, &data, stick.path());
        assert!(first.taken.is_empty());
        let codes: Vec<_> = first.refused.iter().map(|(file, code)| (file.as_str(), *code)).collect();
        assert_eq!(codes, [("ggml-ear.bin", "voice-model-truncated"), ("ggml-nose.bin", "voice-model-changed")]);
        assert!(!data.models().join("ggml-nose.bin").exists() && !data.models().join("ggml-ear.bin").exists());

        // The stick was pulled out in the middle, once after good bytes and once after bad ones.
        fs::write(stick.path().join("ggml-ear.bin"), "hears").unwrap();
        fs::remove_file(stick.path().join("ggml-nose.bin")).unwrap();
        let whole = ModelsBrought { taken: vec!["ear".to_owned()], refused: Vec::new() };
        for part in ["hea", "fea"] {
            let _ = fs::remove_file(data.models().join("ggml-ear.bin"));
            fs::write(data.models().join("ggml-ear.bin.part"), part).unwrap();
            assert_eq!(brought(&manifest, &data, stick.path()), whole, "{part}");
            assert_eq!(fs::read(data.models().join("ggml-ear.bin")).unwrap(), b"hears");
        }
        assert_eq!(brought(&manifest, &data, stick.path()), ModelsBrought::default(), "it is here");
    }
}
