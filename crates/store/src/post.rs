//! The courier's own connection: sealed forms on their way, what the kiosk is to its agency, and what came from there.
//!
//! It must never reach a draft, a readable copy or a key of either: those are the [`crate::Store`]'s alone.

use std::sync::Arc;

use jiff::Timestamp;
use rusqlite::Connection;

use crate::{
    StoreError,
    audit::Trail,
    full_disk::FullDisk,
    place::Place,
    store::{self, Held},
};

/// A connection beside a [`crate::Store`], in the same process; [`crate::Store::beside`] makes one. Several may be open.
/// The store stays held until the last of them is closed.
pub struct Post {
    pub(crate) db: Connection,
    place: Place,
    held: Arc<Held>,
}

impl Post {
    pub(crate) fn new(db: Connection, place: Place, held: Arc<Held>) -> Self {
        Self { db, place, held }
    }

    /// Changes the database in one transaction, or not at all.
    pub(crate) fn change<T>(
        &mut self,
        now: Timestamp,
        work: impl FnOnce(&Connection, &mut Trail<'_>) -> Result<T, StoreError>,
    ) -> Result<T, StoreError> {
        store::change(&mut self.db, &self.place, &self.held, now, work)
    }

    /// A number that is kept under this name; 0 where none is.
    pub(crate) fn cursor(&self, name: &str) -> Result<u64, StoreError> {
        let mut cursor = self.db.prepare_cached("SELECT coalesce(max(value), 0) FROM cursors WHERE name = ?1")?;
        Ok(cursor.query_row([name], |row| row.get(0))?)
    }
}

impl FullDisk for Post {
    fn db(&self) -> &Connection {
        &self.db
    }

    fn place(&self) -> &Place {
        &self.place
    }

    fn held(&self) -> &Held {
        &self.held
    }
}

/// Keeps a number under a name.
pub(crate) fn set_cursor(db: &Connection, name: &str, value: u64) -> Result<(), StoreError> {
    let value = i64::try_from(value).unwrap_or(i64::MAX);
    db.execute("INSERT OR REPLACE INTO cursors (name, value) VALUES (?1, ?2)", rusqlite::params![name, value])?;
    Ok(())
}
