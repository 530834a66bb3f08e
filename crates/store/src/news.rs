//! What came from the agency: notices and statuses, as they were signed and sealed. They were verified by whoever brings
//! them; what they say is not known here.

use jiff::Timestamp;
use rusqlite::{OptionalExtension, params};

use crate::{Post, StoreError, outbox::time, post::set_cursor};

/// A notice.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KeptNotice {
    /// Names it; a later one of the same name takes its place.
    pub id: String,
    /// As it was signed. That it was withdrawn is kept too: an older one of its name does not come back.
    pub signed: Vec<u8>,
    /// Until when it is kept.
    pub expires: Option<Timestamp>,
}

/// How statuses are looked up here.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StatusList {
    /// The site's salt.
    pub salt: Vec<u8>,
    /// What looking up costs: kibibytes.
    pub memory_kib: u32,
    /// And passes.
    pub passes: u32,
    /// How old what is known is.
    pub as_of: Option<Timestamp>,
}

/// What changed of the statuses.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StatusChange {
    /// The list as it is now. One with another salt takes the place of the whole list.
    pub list: StatusList,
    /// Rows by name; without bytes where there is no more to say.
    pub rows: Vec<(Vec<u8>, Option<Vec<u8>>)>,
    /// After which cursor they come; 0 begins the list anew.
    pub after: u64,
    /// Cursor after them.
    pub cursor: u64,
}

impl Post {
    /// After which cursor notices are asked for.
    ///
    /// # Errors
    /// The disk's.
    pub fn notices_cursor(&self) -> Result<u64, StoreError> {
        self.cursor("notices")
    }

    /// Keeps notices and the cursor after them, together or not at all; whether it did. What comes after another cursor than
    /// the kept one is left alone: it was overtaken.
    ///
    /// # Errors
    /// The disk's.
    pub fn keep_notices(
        &mut self,
        notices: &[KeptNotice],
        after: u64,
        cursor: u64,
        now: Timestamp,
    ) -> Result<bool, StoreError> {
        if self.notices_cursor()? != after {
            return Ok(false);
        }
        self.change(now, |db, _| {
            for KeptNotice { id, signed, expires } in notices {
                db.execute(
                    "INSERT OR REPLACE INTO notices (id, signed, expires) VALUES (?1, ?2, ?3)",
                    params![id, signed, expires.map(Timestamp::as_millisecond)],
                )?;
            }
            set_cursor(db, "notices", cursor)?;
            Ok(true)
        })
    }

    /// Notices that have not expired and what was withdrawn, as they were signed, by name.
    ///
    /// # Errors
    /// The disk's.
    pub fn notices(&self, now: Timestamp) -> Result<Vec<Vec<u8>>, StoreError> {
        let mut notices =
            self.db.prepare_cached("SELECT signed FROM notices WHERE expires IS NULL OR expires > ?1 ORDER BY id")?;
        let notices = notices.query_map([now.as_millisecond()], |row| row.get(0))?;
        Ok(notices.collect::<Result<_, _>>()?)
    }

    /// Takes notices away that expired so long before now that no clock set right brings them back. Gives how many.
    ///
    /// # Errors
    /// The disk's.
    pub fn forget_notices(&mut self, before: Timestamp, now: Timestamp) -> Result<u64, StoreError> {
        let due = "SELECT count(*) FROM notices WHERE expires <= ?1";
        let due: u64 = self.db.query_row(due, [before.as_millisecond()], |row| row.get(0))?;
        if due > 0 {
            self.change(now, |db, _| {
                db.execute("DELETE FROM notices WHERE expires <= ?1", [before.as_millisecond()])?;
                Ok(())
            })?;
        }
        Ok(due)
    }

    /// After which cursor statuses are asked for.
    ///
    /// # Errors
    /// The disk's.
    pub fn statuses_cursor(&self) -> Result<u64, StoreError> {
        self.cursor("statuses")
    }

    /// Forgets all statuses: their cursor is none of the agency's any more.
    ///
    /// # Errors
    /// The disk's.
    pub fn forget_statuses(&mut self, now: Timestamp) -> Result<(), StoreError> {
        self.change(now, |db, _| {
            db.execute_batch("DELETE FROM statuses; DELETE FROM status_list;")?;
            set_cursor(db, "statuses", 0)
        })
    }

    /// Keeps what changed, together with the cursor. What comes after another cursor than the kept one is left alone: it
    /// was overtaken.
    ///
    /// # Errors
    /// The disk's.
    pub fn keep_statuses(&mut self, change: &StatusChange, now: Timestamp) -> Result<bool, StoreError> {
        if self.statuses_cursor()? != change.after {
            return Ok(false);
        }
        let known = self.status_list()?;
        let anew = change.after == 0 || known.is_some_and(|known| known.salt != change.list.salt);
        self.change(now, |db, _| {
            if anew {
                db.execute("DELETE FROM statuses", [])?;
            }
            for (name, sealed) in &change.rows {
                match sealed {
                    None => db.prepare_cached("DELETE FROM statuses WHERE name = ?1")?.execute([name])?,
                    Some(sealed) => db
                        .prepare_cached("INSERT OR REPLACE INTO statuses (name, sealed) VALUES (?1, ?2)")?
                        .execute([name, sealed])?,
                };
            }
            let StatusList { salt, memory_kib, passes, as_of } = &change.list;
            db.execute(
                "INSERT OR REPLACE INTO status_list (one, salt, memory_kib, passes, as_of) VALUES (1, ?1, ?2, ?3, ?4)",
                params![salt, memory_kib, passes, as_of.map(Timestamp::as_millisecond)],
            )?;
            set_cursor(db, "statuses", change.cursor)?;
            Ok(true)
        })
    }

    /// How statuses are looked up; nothing where none came yet.
    ///
    /// # Errors
    /// The disk's.
    pub fn status_list(&self) -> Result<Option<StatusList>, StoreError> {
        let list = self.db.query_row("SELECT salt, memory_kib, passes, as_of FROM status_list", [], |row| {
            let as_of = row.get::<_, Option<i64>>(3)?.map(time).transpose()?;
            Ok(StatusList { salt: row.get(0)?, memory_kib: row.get(1)?, passes: row.get(2)?, as_of })
        });
        Ok(list.optional()?)
    }

    /// The sealed status of this name.
    ///
    /// # Errors
    /// The disk's.
    pub fn status(&self, name: &[u8]) -> Result<Option<Vec<u8>>, StoreError> {
        Ok(self.db.query_row("SELECT sealed FROM statuses WHERE name = ?1", [name], |row| row.get(0)).optional()?)
    }
}
