//! What happened on this kiosk, entry by entry, each bound to the one before. It must never hold an answer.

use std::path::Path;

use jiff::Timestamp;

use crate::{KeyProvider, Store, StoreError};

/// What checking the trail found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AuditReport {
    /// How many entries there are.
    pub entries: u64,
    /// Time of the first one.
    pub first: Option<Timestamp>,
    /// Time of the last one.
    pub last: Option<Timestamp>,
    /// Hash of the last one, in hexadecimal: written down elsewhere, it shows later whether the trail was put back.
    pub head: String,
    /// The first entry at which the trail is broken.
    pub broken: Option<BrokenLink>,
}

/// Where the trail is broken.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct BrokenLink {
    /// Number of the entry, counted from 1.
    pub sequence: i64,
    /// How.
    pub fault: ChainFault,
}

/// How a trail is broken.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ChainFault {
    /// The entry is not what was written.
    Altered,
    /// The entry does not follow the one before.
    Unlinked,
    /// The entry is missing.
    Missing,
    /// This entry and what came after it are missing: the trail once was longer.
    CutOff,
}

/// Checks the trail of the store in this folder, also while a kiosk holds it; changes nothing.
///
/// # Errors
/// The key's and the disk's; a broken trail is none.
pub fn verify_audit(folder: &Path, key: &dyn KeyProvider) -> Result<AuditReport, StoreError> {
    let _ = (folder, key);
    unimplemented!()
}

impl Store {
    /// Checks the trail of this store.
    ///
    /// # Errors
    /// The disk's; a broken trail is none.
    pub fn verify_audit(&self) -> Result<AuditReport, StoreError> {
        unimplemented!()
    }
}
