//! The folder of installed models. A model is on it under its own name only when it is whole.

use std::{
    fs,
    path::{Path, PathBuf},
};

use super::{
    check_structure,
    digest::sha256,
    fetch::{self, Progress, Supply},
    manifest::Entry,
};
use crate::SpeechError;

/// The folder.
#[derive(Debug, Clone)]
pub struct Shelf {
    folder: PathBuf,
}

/// What is there of a model.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Installed {
    /// Nothing.
    No,
    /// So many bytes; fetching goes on from there.
    Part(u64),
    /// A file of the right size.
    Yes,
    /// A file of another size: it is not used.
    Wrong,
}

impl Shelf {
    /// The models in `folder`, which need not exist yet.
    #[must_use]
    pub fn at(folder: impl Into<PathBuf>) -> Self {
        Self { folder: folder.into() }
    }

    /// Where the file of `entry` belongs.
    #[must_use]
    pub fn place(&self, entry: &Entry) -> PathBuf {
        self.folder.join(&entry.file)
    }

    fn part(&self, entry: &Entry) -> PathBuf {
        self.folder.join(format!("{}.part", entry.file))
    }

    /// What is there, by size alone.
    #[must_use]
    pub fn installed(&self, entry: &Entry) -> Installed {
        match (length(&self.place(entry)), length(&self.part(entry))) {
            (Some(bytes), _) if entry.bytes.is_none_or(|whole| whole == bytes) => Installed::Yes,
            (Some(_), _) => Installed::Wrong,
            (None, Some(bytes)) => Installed::Part(bytes),
            (None, None) => Installed::No,
        }
    }

    /// The model's file, checked to the last byte.
    ///
    /// # Errors
    /// [`SpeechError::ModelMissing`], [`SpeechError::ModelTruncated`], [`SpeechError::ModelDigest`],
    /// [`SpeechError::NotAModel`], [`SpeechError::File`].
    pub fn verify(&self, entry: &Entry) -> Result<PathBuf, SpeechError> {
        let path = self.place(entry);
        let Some(found) = length(&path) else {
            return Err(SpeechError::ModelMissing(entry.name.clone()));
        };
        if let Some(whole) = entry.bytes.filter(|whole| found < *whole) {
            return Err(SpeechError::ModelTruncated { path, why: format!("it has {found} of {whole} bytes") });
        }
        fetch::check_sum(&path, entry, sha256(&path)?)?;
        check_structure(&path)?;
        Ok(path)
    }

    /// Fetches a model, or what is missing of it, and checks it. Until it is whole it lies beside its place.
    ///
    /// # Errors
    /// [`SpeechError::Fetch`] (what came is kept), [`SpeechError::ModelDigest`] (it is thrown away),
    /// [`SpeechError::DiskFull`], [`SpeechError::File`].
    pub fn fetch(
        &self,
        entry: &Entry,
        supply: &mut dyn Supply,
        progress: &mut dyn FnMut(Progress),
    ) -> Result<PathBuf, SpeechError> {
        fs::create_dir_all(&self.folder).map_err(|source| SpeechError::of_file(&self.folder, source))?;
        let (part, place) = (self.part(entry), self.place(entry));
        fetch::bring(entry, supply, &part, progress)?;
        fs::rename(&part, &place).map_err(|source| SpeechError::of_file(&place, source))?;
        // The new name is on the disk when the folder is.
        let _ = fs::File::open(&self.folder).and_then(|folder| folder.sync_all());
        Ok(place)
    }

    /// Removes a model, and what was fetched of it; false: there was none.
    ///
    /// # Errors
    /// [`SpeechError::File`].
    pub fn remove(&self, entry: &Entry) -> Result<bool, SpeechError> {
        let mut removed = false;
        for path in [self.place(entry), self.part(entry)] {
            if length(&path).is_some() {
                fs::remove_file(&path).map_err(|source| SpeechError::of_file(&path, source))?;
                removed = true;
            }
        }
        Ok(removed)
    }
}

fn length(path: &Path) -> Option<u64> {
    fs::metadata(path).ok().filter(|found| !found.is_dir()).map(|found| found.len())
}
