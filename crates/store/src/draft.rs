//! Forms that are being filled in, each under a random key of its own: without the key the form is gone.

use jiff::Timestamp;
use zeroize::Zeroizing;

use crate::{PauseCode, Store, StoreError};

/// Names a draft for as long as this store lives; never used twice.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct DraftId(pub(crate) i64);

/// A draft, without its answers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Draft {
    /// Its name.
    pub id: DraftId,
    /// Which form it is.
    pub form_id: String,
    /// The form's version on which it began and will finish.
    pub form_version: String,
    /// When it was begun.
    pub begun: Timestamp,
    /// Until when its pause code opens it; `None` while it is being filled in.
    pub paused_until: Option<Timestamp>,
    /// How many answers it has.
    pub answers: u64,
}

/// What is still readable on this machine.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Kept {
    /// Answers of the visit that ends, in drafts with a pause code.
    pub of_this_visit: u64,
    /// Answers in all other drafts.
    pub of_others: u64,
    /// Finished forms whose print window is open.
    pub printable: u64,
}

impl Store {
    /// Begins a draft on this version of a form. `definition` is kept as long as a draft needs it, once for all of them.
    ///
    /// # Errors
    /// The disk's.
    pub fn begin(
        &mut self,
        form_id: &str,
        form_version: &str,
        definition: &[u8],
        now: Timestamp,
    ) -> Result<DraftId, StoreError> {
        let _ = (form_id, form_version, definition, now);
        unimplemented!()
    }

    /// All drafts, oldest first. After a restart the ones without a pause code are those of the visit that was cut off.
    ///
    /// # Errors
    /// The disk's.
    pub fn drafts(&self) -> Result<Vec<Draft>, StoreError> {
        unimplemented!()
    }

    /// The definition with which the draft began, byte for byte.
    ///
    /// # Errors
    /// [`StoreError::DraftGone`].
    pub fn definition(&self, draft: DraftId) -> Result<Vec<u8>, StoreError> {
        let _ = draft;
        unimplemented!()
    }

    /// Keeps an answer in the place of an earlier one; when this returns, it is on the disk. Both the value and the
    /// name of its place are encrypted.
    ///
    /// # Errors
    /// [`StoreError::DraftGone`], or the disk's; the earlier answer is then still there.
    pub fn put(&mut self, draft: DraftId, place: &str, value: &[u8]) -> Result<(), StoreError> {
        let _ = (draft, place, value);
        unimplemented!()
    }

    /// Removes an answer; one that is not there is removed already.
    ///
    /// # Errors
    /// [`StoreError::DraftGone`], or the disk's; the answer is then still there.
    pub fn remove(&mut self, draft: DraftId, place: &str) -> Result<(), StoreError> {
        let _ = (draft, place);
        unimplemented!()
    }

    /// All answers with their places, ordered by place. Overwrite them when they are no longer needed.
    ///
    /// # Errors
    /// [`StoreError::DraftGone`], or [`StoreError::Damaged`].
    pub fn answers(&self, draft: DraftId) -> Result<Vec<(String, Zeroizing<Vec<u8>>)>, StoreError> {
        let _ = draft;
        unimplemented!()
    }

    /// Destroys a draft's key, and with it the draft. One that is gone is forgotten already.
    ///
    /// # Errors
    /// The disk's.
    pub fn forget(&mut self, draft: DraftId, now: Timestamp) -> Result<(), StoreError> {
        let _ = (draft, now);
        unimplemented!()
    }

    /// Puts a draft aside until somebody comes with the code, which is shown once and kept nowhere; an earlier code
    /// of it no longer counts.
    ///
    /// # Errors
    /// [`StoreError::DraftGone`], or the disk's.
    pub fn pause(&mut self, draft: DraftId, now: Timestamp, until: Timestamp) -> Result<PauseCode, StoreError> {
        let _ = (draft, now, until);
        unimplemented!()
    }

    /// Takes a paused draft up again. The code is used up.
    ///
    /// # Errors
    /// [`StoreError::CodeUnknown`]; after five of these in a row [`StoreError::CodeWait`], ever longer.
    pub fn resume(&mut self, code: &PauseCode, now: Timestamp) -> Result<DraftId, StoreError> {
        let _ = (code, now);
        unimplemented!()
    }

    /// Destroys those of the visit's drafts that have no pause code, and says what is still readable on this machine.
    /// When this returns, nothing of the others' is left in any file.
    ///
    /// # Errors
    /// The disk's. On a full disk the drafts are destroyed all the same: room is kept for that.
    pub fn end_visit(&mut self, drafts: &[DraftId], now: Timestamp) -> Result<Kept, StoreError> {
        let _ = (drafts, now);
        unimplemented!()
    }
}
