//! Finished forms that wait for the agency. They are sealed: nobody can read them here.

use jiff::Timestamp;
use uuid::Uuid;

use crate::{FormNumber, Store, StoreError};

/// How far a finished form has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum State {
    /// It waits on this machine.
    Queued,
}

/// A finished form, without what it says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Queued {
    /// The same here and at the agency.
    pub id: Uuid,
    /// What the citizen and the staff call it.
    pub number: FormNumber,
    /// Which form it is.
    pub form_id: String,
    /// The form's version on which it was filled in.
    pub form_version: String,
    /// When it was finished.
    pub sealed_at: Timestamp,
    /// How far it has come.
    pub state: State,
    /// An earlier form of the same person within the form's period, for staff.
    pub duplicate_of: Option<FormNumber>,
    /// Bytes of the sealed form.
    pub size: u64,
}

impl Store {
    /// Everything that was finished on this machine, in the order in which it was, whatever the clock said.
    ///
    /// # Errors
    /// The disk fails, or the store is damaged.
    pub fn outbox(&self) -> Result<Vec<Queued>, StoreError> {
        unimplemented!()
    }

    /// A finished form as it was sealed: bytes of an age file.
    ///
    /// # Errors
    /// [`StoreError::FormGone`].
    pub fn sealed(&self, id: Uuid) -> Result<Vec<u8>, StoreError> {
        let _ = id;
        unimplemented!()
    }
}
