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

/// How far a finished form has come on its way to the agency.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Travelled {
    /// It waits here.
    Waiting,
    /// The agency has it.
    Accepted {
        /// Since when, by the agency's clock.
        received_at: Timestamp,
    },
    /// The agency did not take it.
    SetAside {
        /// Why, a code.
        code: String,
    },
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

    /// How far what a form says now has come on its way: its last correction, or the form itself.
    ///
    /// # Errors
    /// [`StoreError::FormGone`], or the disk's.
    pub fn travelled(&self, number: &FormNumber) -> Result<Travelled, StoreError> {
        let mut found = self.db.prepare_cached(
            "SELECT state, received_at, refusal FROM (
                SELECT 0 AS revision, state, received_at, refusal FROM forms WHERE number = ?1
                UNION ALL SELECT c.revision, c.state, c.received_at, c.refusal
                FROM corrections AS c JOIN forms AS f ON f.id = c.form WHERE f.number = ?1)
             ORDER BY revision DESC LIMIT 1",
        )?;
        let found = found.query_row([number.to_string()], |row| {
            let (state, refusal): (String, Option<String>) = (row.get(0)?, row.get(2)?);
            let received: Option<i64> = row.get(1)?;
            Ok(match (state.as_str(), received, refusal) {
                ("accepted", Some(at), _) => Travelled::Accepted { received_at: time(at)? },
                ("set-aside", _, Some(code)) => Travelled::SetAside { code },
                _ => Travelled::Waiting,
            })
        });
        found.optional()?.ok_or(StoreError::FormGone)
    }

    /// A finished form as it was sealed: bytes of an age file.
    ///
    /// # Errors
    /// [`StoreError::FormGone`], or [`StoreError::FormPurged`].
    pub fn sealed(&self, id: Uuid) -> Result<Vec<u8>, StoreError> {
        let sealed = self
            .db
            .query_row("SELECT sealed FROM forms WHERE id = ?1", [id.as_bytes()], |row| row.get(0))
            .optional()?;
        standing(sealed)
    }
}

/// Bytes that are there and were not taken away.
pub(crate) fn standing(sealed: Option<Vec<u8>>) -> Result<Vec<u8>, StoreError> {
    match sealed {
        None => Err(StoreError::FormGone),
        Some(sealed) if sealed.is_empty() => Err(StoreError::FormPurged),
        Some(sealed) => Ok(sealed),
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
