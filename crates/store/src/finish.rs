//! The end of a draft: sealed for the agency, queued, and readable only until it is printed.

use jiff::{SignedDuration, Timestamp};
use uuid::Uuid;
use zeroize::Zeroizing;

use crate::{DraftId, FormNumber, Recipient, Store, StoreError};

/// How a draft is to be finished.
#[derive(Debug, Clone, Copy)]
pub struct Finishing<'a> {
    /// The agency's public keys: each opens the form alone.
    pub recipients: &'a [Recipient],
    /// Who it is, to find near-duplicates; `None` where the form does not look for them.
    pub person: Option<Person<'a>>,
    /// How long a readable copy is kept for printing; zero keeps none.
    pub print_window: SignedDuration,
}

/// Bytes that are the same whenever the same person files the same form. Only a keyed hash of them is kept.
#[derive(Clone, Copy)]
pub struct Person<'a> {
    /// In one canonical spelling.
    pub bytes: &'a [u8],
    /// How long after a form a second one is marked for staff.
    pub within: SignedDuration,
}

impl std::fmt::Debug for Person<'_> {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(out, "Person(…, {})", self.within)
    }
}

/// What a finished form is called.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finished {
    /// The same here and at the agency: a UUID of version 7.
    pub id: Uuid,
    /// What the citizen and the staff call it; unique on this kiosk.
    pub number: FormNumber,
    /// An earlier form of the same person within the form's period, for staff. Nothing is refused for it.
    pub duplicate_of: Option<FormNumber>,
}

impl Store {
    /// Ends a draft in one transaction: what `write` gives is sealed to all recipients and queued, a readable copy
    /// is kept for the print window, and the draft's key is destroyed. `write` is told the form's id and number,
    /// so that the document can carry them.
    ///
    /// Finishing the same draft again, as after a power cut, gives the same `Finished` and calls nothing.
    ///
    /// # Errors
    /// [`StoreError::NoRecipient`], [`StoreError::DraftGone`], or the disk's; the draft is then as it was.
    pub fn finish(
        &mut self,
        draft: DraftId,
        how: &Finishing<'_>,
        now: Timestamp,
        write: impl FnOnce(&Finished) -> Vec<u8>,
    ) -> Result<Finished, StoreError> {
        let _ = (draft, how, now, write);
        unimplemented!()
    }

    /// The readable copy of a finished form, for the printer.
    ///
    /// # Errors
    /// [`StoreError::PrintWindowClosed`], also where no form has this id.
    pub fn printable(&mut self, id: Uuid, now: Timestamp) -> Result<Zeroizing<Vec<u8>>, StoreError> {
        let _ = (id, now);
        unimplemented!()
    }
}
