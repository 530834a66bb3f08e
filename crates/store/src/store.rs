//! One store: opened, repaired as far as it can be, and held by one process.

use std::path::{Path, PathBuf};

use jiff::Timestamp;

use crate::{KeyProvider, StoreError};

/// The encrypted database of one kiosk.
pub struct Store {
    opening: Opening,
}

/// What opening found; staff should be told of everything that is not the default.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Opening {
    /// There was no store; this one is new.
    pub created: bool,
    /// The store was damaged. It lies here, and this one is new. Nothing of it was deleted.
    pub set_aside: Option<PathBuf>,
    /// Finished forms that were taken over from the damaged store.
    pub rescued: u64,
    /// The newest entries of the audit trail are missing: somebody cut them off, or a disk lost them.
    pub audit_cut_off: bool,
    /// By how many seconds the clock is behind the last use of this store.
    pub clock_back_seconds: Option<i64>,
}

/// What [`Store::expire`] ended.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Expired {
    /// Readable copies of finished forms.
    pub printable: u64,
    /// Paused drafts that nobody came back for.
    pub drafts: u64,
}

impl Store {
    /// Name of the store's folder within a kiosk's data folder.
    pub const FOLDER: &'static str = "store";

    /// Opens the store in this folder, or begins one. A damaged one is set aside under another name, with a fresh
    /// one begun in its place: see [`Store::opening`].
    ///
    /// # Errors
    /// The key's, the disk's, [`StoreError::AlreadyOpen`] or [`StoreError::TooNew`]. Nothing is changed then.
    pub fn open(folder: &Path, key: &dyn KeyProvider, now: Timestamp) -> Result<Self, StoreError> {
        let _ = (folder, key, now);
        unimplemented!()
    }

    /// What opening found.
    pub fn opening(&self) -> &Opening {
        &self.opening
    }

    /// Destroys what has had its time: readable copies whose print window is over, and paused drafts that nobody
    /// came back for. To be called at least each minute.
    ///
    /// # Errors
    /// The disk's.
    pub fn expire(&mut self, now: Timestamp) -> Result<Expired, StoreError> {
        let _ = now;
        unimplemented!()
    }
}
