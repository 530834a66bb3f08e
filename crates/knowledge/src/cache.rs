//! Keeps what was worked out from a pack, under a key that changes with everything it depends on.

use std::{
    fs,
    io::Write,
    path::{Path, PathBuf},
    time::SystemTime,
};

use kaunter_pack::model::Pack;
use tempfile::{NamedTempFile, TempDir};

use crate::{KnowledgeError, index::PassageIndex, language::written, model::Model};

/// Changes whenever an index written before can no longer be used.
const LAYOUT: &str = "14";
const MODEL: &str = "model.bin";
/// Its time of change says when what is kept here was last used.
const USED: &str = "used";
/// Indexes that are kept: a few releases of a few packs in a few languages. The longest unused go.
const MOST: usize = 32;

/// The place of one language of a pack among the kept indexes.
pub struct Shelf {
    folder: PathBuf,
    key: String,
}

impl Shelf {
    /// The place below `folder`.
    pub fn new(folder: &Path, pack: &Pack, language: &str) -> Self {
        let mut hasher = blake3::Hasher::new();
        let texts: Vec<&str> = written(language).collect();
        let given = [LAYOUT.as_bytes(), env!("CARGO_PKG_VERSION").as_bytes(), &pack.digest, language.as_bytes()];
        for part in given.into_iter().chain(texts.iter().map(|text| text.as_bytes())) {
            hasher.update(&(part.len() as u64).to_le_bytes()).update(part);
        }
        Self { folder: folder.to_owned(), key: hasher.finalize().to_hex()[..32].to_owned() }
    }

    /// Whether something is kept here.
    pub fn holds(&self) -> bool {
        self.kept().join(MODEL).exists()
    }

    /// What is kept here; nothing when it is not there or is not what was written (cut off, spoilt by
    /// the disk, another layout).
    pub fn open(&self) -> Option<(PassageIndex, Model)> {
        let kept = self.kept();
        let model = read_model(&kept)?;
        let index = PassageIndex::open(&kept).ok()?;
        // A disk that takes nothing serves all the same; it only forgets what was used last.
        let _ = fs::write(kept.join(USED), []);
        Some((index, model))
    }

    /// A folder to write an index to before it is kept; gone if it never is.
    ///
    /// # Errors
    /// The disk does not take it.
    pub fn stage(&self) -> Result<TempDir, KnowledgeError> {
        fs::create_dir_all(&self.folder).map_err(KnowledgeError::Cache)?;
        tempfile::Builder::new().prefix("index-").tempdir_in(&self.folder).map_err(KnowledgeError::Cache)
    }

    /// Keeps a staged index with its model and opens it at its place; a folder appears under its
    /// key only when it is whole.
    ///
    /// # Errors
    /// The disk does not take it.
    pub fn keep(&self, staged: TempDir, index: PassageIndex, model: &Model) -> Result<PassageIndex, KnowledgeError> {
        write_model(staged.path(), model)?;
        // A folder with open files cannot be renamed on every system.
        drop(index);
        let kept = self.kept();
        if kept.exists() {
            fs::remove_dir_all(&kept).map_err(KnowledgeError::Cache)?;
        }
        match fs::rename(staged.path(), &kept) {
            Ok(()) => drop(staged.keep()),
            // Another process was faster: what it kept is the same.
            Err(_) if kept.exists() => {}
            Err(error) => return Err(KnowledgeError::Cache(error)),
        }
        let opened = PassageIndex::open(&kept)?;
        self.thin();
        Ok(opened)
    }

    /// Removes what has not been used for longest, and what was staged by a process that died. What
    /// cannot be removed stays for the next time.
    fn thin(&self) {
        let Ok(kept) = fs::read_dir(&self.folder) else { return };
        let mut kept: Vec<(SystemTime, PathBuf)> = kept
            .filter_map(|entry| Some(entry.ok()?.path()))
            .filter(|path| *path != self.kept())
            .map(|path| (last_used(&path), path))
            .collect();
        kept.sort_by(|one, other| other.cmp(one));
        for (_, path) in kept.into_iter().skip(MOST - 1) {
            let _ = fs::remove_dir_all(path);
        }
    }

    fn kept(&self) -> PathBuf {
        self.folder.join(&self.key)
    }
}

/// When a kept index was last opened, or written where it never was.
fn last_used(kept: &Path) -> SystemTime {
    let at = |path: &Path| fs::metadata(path).and_then(|about| about.modified()).ok();
    at(&kept.join(USED)).or_else(|| at(kept)).unwrap_or(SystemTime::UNIX_EPOCH)
}

/// A model that was written whole; its digest follows it, because numbers that were spoilt on the
/// disk are numbers too.
fn read_model(folder: &Path) -> Option<Model> {
    let file = fs::read(folder.join(MODEL)).ok()?;
    let (bytes, digest) = file.split_last_chunk::<{ blake3::OUT_LEN }>()?;
    if blake3::hash(bytes) != *digest {
        return None;
    }
    postcard::from_bytes(bytes).ok()
}

fn write_model(folder: &Path, model: &Model) -> Result<(), KnowledgeError> {
    let bytes = postcard::to_stdvec(model).map_err(|error| KnowledgeError::Cache(std::io::Error::other(error)))?;
    let mut file = NamedTempFile::new_in(folder).map_err(KnowledgeError::Cache)?;
    file.write_all(&bytes).map_err(KnowledgeError::Cache)?;
    file.write_all(blake3::hash(&bytes).as_bytes()).map_err(KnowledgeError::Cache)?;
    file.as_file().sync_all().map_err(KnowledgeError::Cache)?;
    file.persist(folder.join(MODEL)).map_err(|error| KnowledgeError::Cache(error.error))?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_not_used_for_longest_is_removed_first() {
        let folder = tempfile::tempdir().unwrap();
        let shelf = Shelf { folder: folder.path().to_owned(), key: "now".to_owned() };
        for number in 0..MOST + 3 {
            let kept = folder.path().join(format!("{number:03}"));
            fs::create_dir(&kept).unwrap();
            let used = fs::File::create(kept.join(USED)).unwrap();
            used.set_modified(SystemTime::UNIX_EPOCH + std::time::Duration::from_secs(number as u64)).unwrap();
        }
        fs::create_dir(shelf.kept()).unwrap();
        shelf.thin();
        let left = fs::read_dir(folder.path()).unwrap().count();
        assert_eq!(left, MOST);
        assert!(shelf.kept().exists() && !folder.path().join("003").exists() && folder.path().join("004").exists());
    }
}
