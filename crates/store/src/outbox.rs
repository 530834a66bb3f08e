//! Finished forms that wait for the agency. They are sealed: nobody can read them here.

use jiff::Timestamp;
use rusqlite::{OptionalExtension, Row, types::Type};
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
    /// The disk's, or [`StoreError::Damaged`].
    pub fn outbox(&self) -> Result<Vec<Queued>, StoreError> {
        let mut forms = self.db.prepare_cached(
            "SELECT id, number, form_id, form_version, sealed_at, duplicate_of, length(sealed) AS size
             FROM forms WHERE state = 'queued' ORDER BY sequence",
        )?;
        let forms = forms.query_map([], queued)?;
        Ok(forms.collect::<Result<_, _>>()?)
    }

    /// A finished form as it was sealed: bytes of an age file.
    ///
    /// # Errors
    /// [`StoreError::FormGone`].
    pub fn sealed(&self, id: Uuid) -> Result<Vec<u8>, StoreError> {
        let sealed = self
            .db
            .query_row("SELECT sealed FROM forms WHERE id = ?1", [id.as_bytes()], |row| row.get(0))
            .optional()?;
        sealed.ok_or(StoreError::FormGone)
    }
}

fn queued(row: &Row<'_>) -> rusqlite::Result<Queued> {
    Ok(Queued {
        id: Uuid::from_bytes(row.get("id")?),
        number: number(row.get("number")?)?,
        form_id: row.get("form_id")?,
        form_version: row.get("form_version")?,
        sealed_at: time(row.get("sealed_at")?)?,
        state: State::Queued,
        duplicate_of: row.get::<_, Option<String>>("duplicate_of")?.map(number).transpose()?,
        size: row.get("size")?,
    })
}

/// A form's number from how it is kept.
pub(crate) fn number(text: String) -> rusqlite::Result<FormNumber> {
    text.parse().map_err(|_| out_of_range("number", Type::Text))
}

/// A time from its milliseconds.
pub(crate) fn time(milliseconds: i64) -> rusqlite::Result<Timestamp> {
    Timestamp::from_millisecond(milliseconds).map_err(|_| out_of_range("time", Type::Integer))
}

/// A column that holds what no column of its kind does.
pub(crate) fn out_of_range(column: &str, kind: Type) -> rusqlite::Error {
    rusqlite::Error::InvalidColumnType(0, column.to_owned(), kind)
}
