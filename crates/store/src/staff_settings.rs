//! What the staff has set on this kiosk: names and values that their caller understands.

use jiff::Timestamp;
use rusqlite::{OptionalExtension, params};

use crate::{
    StaffId, Store, StoreError,
    audit::Event,
    staff::{by_whom, works_here},
};

impl Store {
    /// What was set under this name; `None` where nobody has.
    ///
    /// # Errors
    /// The disk's.
    pub fn setting(&self, name: &str) -> Result<Option<String>, StoreError> {
        let mut found = self.db.prepare_cached("SELECT value FROM settings WHERE name = ?1")?;
        Ok(found.query_row([name], |row| row.get(0)).optional()?)
    }

    /// Sets it from now on; the trail says who did, and to what. Nothing of a citizen may be in it. `by`: who did it;
    /// `None` for whoever has the machine's own PIN.
    ///
    /// # Errors
    /// [`StoreError::StaffGone`], or the disk's; what was set before then holds.
    pub fn set(&mut self, name: &str, value: &str, by: Option<StaffId>, now: Timestamp) -> Result<(), StoreError> {
        self.change(now, |db, _, trail| {
            works_here(db, by)?;
            db.execute(
                "INSERT INTO settings (name, value) VALUES (?1, ?2) ON CONFLICT (name) DO UPDATE SET value = ?2",
                params![name, value],
            )?;
            trail.add(Event::SettingChanged, name, &format!("{}: {value}", by_whom(by)))
        })
    }
}
