//! A connection to SQLCipher with everything set that durability and privacy need. It must never know the tables.

use std::{path::Path, time::Duration};

use rusqlite::{Connection, OpenFlags};
use zeroize::Zeroizing;

use crate::{StoreError, StoreKey};

/// By what each page is vouched for: SHA-256 has instructions of its own in the processors of kiosks. SHA-512 is SQLCipher's
/// usual one, by which stores of earlier versions are.
const VOUCHED_BY: [&str; 2] = ["HMAC_SHA256", "HMAC_SHA512"];
/// How long one waits for the other where two processes read.
const PATIENCE: Duration = Duration::from_secs(5);

/// For the one that changes it.
pub(crate) fn open(path: &Path, key: &StoreKey) -> Result<Connection, StoreError> {
    let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_CREATE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let db = unlocked(path, key, flags)?;
    // Full: a change is on the disk before it is acknowledged, not only in the order in which it will get there.
    // The log is kept short, since on a full disk there must be room to move it into the database.
    db.execute_batch(
        "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA secure_delete = ON; PRAGMA foreign_keys = ON;
         PRAGMA wal_autocheckpoint = 250;",
    )?;
    Ok(db)
}

/// Whether whole pages that fall free stay as they are: overwriting them needs the very room that a full disk lacks. Within
/// a page what is deleted is still overwritten, which is how a key goes; without it, what the pages hold is noise.
pub(crate) fn spare_room(db: &Connection, spare: bool) -> Result<(), StoreError> {
    Ok(db.execute_batch(if spare { "PRAGMA secure_delete = FAST" } else { "PRAGMA secure_delete = ON" })?)
}

/// For those that only look, also while another changes it.
pub(crate) fn open_to_read(path: &Path, key: &StoreKey) -> Result<Connection, StoreError> {
    unlocked(path, key, OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_NO_MUTEX)
}

fn unlocked(path: &Path, key: &StoreKey, flags: OpenFlags) -> Result<Connection, StoreError> {
    let [usual, earlier] = VOUCHED_BY;
    match unlocked_by(usual, path, key, flags) {
        Err(damaged @ StoreError::Damaged { .. }) => unlocked_by(earlier, path, key, flags).map_err(|_| damaged),
        opened => opened,
    }
}

fn unlocked_by(code: &str, path: &Path, key: &StoreKey, flags: OpenFlags) -> Result<Connection, StoreError> {
    let db = Connection::open_with_flags(path, flags)?;
    db.busy_timeout(PATIENCE)?;
    // What it logs goes to standard error, beside our own log.
    db.execute_batch("PRAGMA cipher_log_level = NONE;")?;
    let statement = Zeroizing::new(format!("PRAGMA key = \"x'{}'\";", *key.of_database()));
    db.execute_batch(&statement)?;
    db.execute_batch(&format!("PRAGMA cipher_hmac_algorithm = {code};"))?;
    db.execute_batch(
        "PRAGMA temp_store = MEMORY; PRAGMA mmap_size = 0; PRAGMA trusted_schema = OFF; PRAGMA cell_size_check = ON;",
    )?;
    db.query_row("SELECT count(*) FROM sqlite_master", [], |_| Ok(()))?;
    Ok(db)
}

/// Reads every page that is in use. Each carries a code that only the key gives, so every changed byte shows.
pub(crate) fn check(db: &Connection) -> Result<(), StoreError> {
    let found: String = db.query_row("PRAGMA quick_check(1)", [], |row| row.get(0))?;
    if found == "ok" { Ok(()) } else { Err(StoreError::Damaged { reason: found }) }
}

/// Moves everything from the log into the database and empties the log, so that what was deleted is in neither.
pub(crate) fn settle(db: &Connection) -> Result<(), StoreError> {
    Ok(db.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |_| Ok(()))?)
}
