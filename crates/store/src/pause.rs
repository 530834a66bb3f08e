//! Drafts that are put aside, and the codes that open them again. It must never keep a code.

use jiff::Timestamp;
use rusqlite::{Connection, OptionalExtension, params};

use crate::{DraftId, PauseCode, Store, StoreError, audit::Event, cipher::Key, draft::key_of, outbox::time};

/// Wrong codes in a row that cost no wait.
const FREE_ATTEMPTS: i64 = 5;
/// Wait after the first one that does, in milliseconds; doubled with each further one.
const FIRST_WAIT: i64 = 30_000;
/// Longest wait, in milliseconds.
const LONGEST_WAIT: i64 = 3_600_000;

impl Store {
    /// Puts a draft aside until somebody comes with the code, which is shown once and kept nowhere; an earlier code
    /// of it no longer counts.
    ///
    /// # Errors
    /// [`StoreError::DraftGone`], or the disk's.
    pub fn pause(&mut self, draft: DraftId, now: Timestamp, until: Timestamp) -> Result<PauseCode, StoreError> {
        self.change(now, |db, keys, trail| {
            key_of(db, keys, draft)?;
            let code = free_code(db, &keys.codes)?;
            db.execute(
                "UPDATE drafts SET code = ?2, paused_at = ?3, paused_until = ?4 WHERE id = ?1",
                params![draft.0, hidden(&keys.codes, &code), trail.now(), until.as_millisecond()],
            )?;
            trail.add(Event::DraftPaused, &draft.subject(), "")?;
            Ok(code)
        })
    }

    /// Takes a paused draft up again. The code is used up.
    ///
    /// # Errors
    /// [`StoreError::CodeUnknown`]; after five of these in a row [`StoreError::CodeWait`], ever longer.
    pub fn resume(&mut self, code: &PauseCode, now: Timestamp) -> Result<DraftId, StoreError> {
        self.change(now, |db, keys, trail| {
            let from = meta(db, "codes_from")?;
            if trail.now() < from {
                return Ok(Err(StoreError::CodeWait { until: time(from)? }));
            }
            let found = "SELECT id FROM drafts WHERE code = ?1 AND paused_until > ?2";
            let found = db.query_row(found, params![hidden(&keys.codes, code), trail.now()], |row| row.get(0));
            let Some(draft) = found.optional()?.map(DraftId) else {
                let wrong = meta(db, "wrong_codes")? + 1;
                set_meta(db, "wrong_codes", wrong)?;
                set_meta(db, "codes_from", trail.now() + wait_after(wrong))?;
                trail.add(Event::CodeWrong, "", "")?;
                return Ok(Err(StoreError::CodeUnknown));
            };
            set_meta(db, "wrong_codes", 0)?;
            db.execute(
                "UPDATE drafts SET code = NULL, paused_at = NULL, paused_until = NULL WHERE id = ?1",
                [draft.0],
            )?;
            trail.add(Event::DraftResumed, &draft.subject(), "")?;
            Ok(Ok(draft))
        })?
    }

    /// Destroys the paused drafts that nobody came back for.
    pub(crate) fn expire_pauses(&mut self, now: Timestamp) -> Result<u64, StoreError> {
        let over: Vec<DraftId> = self.change(now, |db, _, trail| {
            let mut over = db.prepare_cached("SELECT id FROM drafts WHERE paused_until <= ?1")?;
            let over = over.query_map([trail.now()], |row| row.get(0).map(DraftId))?;
            Ok(over.collect::<Result<_, _>>()?)
        })?;
        if over.is_empty() { Ok(0) } else { self.destroy(&over, "pause over", now) }
    }
}

fn hidden(codes: &Key, code: &PauseCode) -> [u8; 32] {
    *codes.hash(code.as_str().as_bytes()).as_bytes()
}

fn free_code(db: &Connection, codes: &Key) -> Result<PauseCode, StoreError> {
    loop {
        let code = PauseCode::random()?;
        let taken = "SELECT count(*) FROM drafts WHERE code = ?1";
        let taken: i64 = db.query_row(taken, [hidden(codes, &code)], |row| row.get(0))?;
        if taken == 0 {
            return Ok(code);
        }
    }
}

fn wait_after(wrong: i64) -> i64 {
    match wrong - FREE_ATTEMPTS {
        ..0 => 0,
        beyond @ 0..8 => (FIRST_WAIT << beyond).min(LONGEST_WAIT),
        8.. => LONGEST_WAIT,
    }
}

/// No wait grows when the clock is set back.
pub(crate) fn move_wait(db: &Connection, now: i64) -> Result<(), StoreError> {
    let longest = now + wait_after(meta(db, "wrong_codes")?);
    set_meta(db, "codes_from", meta(db, "codes_from")?.min(longest))
}

fn meta(db: &Connection, name: &str) -> Result<i64, StoreError> {
    Ok(db.query_row("SELECT value FROM meta WHERE name = ?1", [name], |row| row.get(0))?)
}

fn set_meta(db: &Connection, name: &str, value: i64) -> Result<(), StoreError> {
    db.execute("UPDATE meta SET value = ?2 WHERE name = ?1", params![name, value])?;
    Ok(())
}
