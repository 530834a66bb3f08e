//! Keeps what was worked out from a pack, under a key that changes with everything it depends on.

use std::{
    fs,
    path::{Path, PathBuf},
};

use kaunter_pack::model::Pack;

use crate::{KnowledgeError, index::PassageIndex, language::LanguageData, model::Model};

/// Changes whenever an index written before can no longer be used.
const LAYOUT: &str = "1";
const MODEL: &str = "model.bin";

/// The key for one language of a pack.
pub fn key(pack: &Pack, language: &str, data: &LanguageData) -> String {
    let mut hasher = blake3::Hasher::new();
    for part in [LAYOUT.as_bytes(), env!("CARGO_PKG_VERSION").as_bytes(), &pack.digest, language.as_bytes()] {
        hasher.update(part).update(&[0xFF]);
    }
    hasher.update(format!("{data:?}").as_bytes());
    hasher.finalize().to_hex()[..32].to_owned()
}

/// Opens what is kept under `key`, or works it out and keeps it; tells whether it was worked out now.
///
/// What cannot be read (cut off, another layout) is worked out anew. A folder appears under its
/// key only when it is whole.
pub fn open_or_write(
    folder: &Path,
    key: &str,
    work_out: impl FnOnce(&Path) -> Result<(PassageIndex, Model), KnowledgeError>,
) -> Result<(PassageIndex, Model, bool), KnowledgeError> {
    let kept = folder.join(key);
    if let Some((index, model)) = open(&kept) {
        return Ok((index, model, false));
    }
    fs::create_dir_all(folder).map_err(KnowledgeError::Cache)?;
    let staged = tempfile::Builder::new().prefix("index-").tempdir_in(folder).map_err(KnowledgeError::Cache)?;
    let (index, model) = work_out(staged.path())?;
    write_model(staged.path(), &model)?;
    drop(index);
    if kept.exists() {
        fs::remove_dir_all(&kept).map_err(KnowledgeError::Cache)?;
    }
    match fs::rename(staged.path(), &kept) {
        Ok(()) => drop(staged.keep()),
        // Another process was faster: what it kept is the same.
        Err(error) if !kept.exists() => return Err(KnowledgeError::Cache(error)),
        Err(_) => {}
    }
    Ok((PassageIndex::open(&kept)?, model, true))
}

/// Keeps a model that was changed after its index was written.
pub fn keep_model(folder: &Path, key: &str, model: &Model) -> Result<(), KnowledgeError> {
    write_model(&folder.join(key), model)
}

fn open(kept: &PathBuf) -> Option<(PassageIndex, Model)> {
    let bytes = fs::read(kept.join(MODEL)).ok()?;
    let model = postcard::from_bytes(&bytes).ok()?;
    Some((PassageIndex::open(kept).ok()?, model))
}

fn write_model(folder: &Path, model: &Model) -> Result<(), KnowledgeError> {
    let bytes = postcard::to_stdvec(model).map_err(|error| KnowledgeError::Cache(std::io::Error::other(error)))?;
    let mut file = tempfile::NamedTempFile::new_in(folder).map_err(KnowledgeError::Cache)?;
    std::io::Write::write_all(&mut file, &bytes).map_err(KnowledgeError::Cache)?;
    file.persist(folder.join(MODEL)).map_err(|error| KnowledgeError::Cache(error.error))?;
    Ok(())
}
