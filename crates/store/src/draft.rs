//! Forms that are being filled in, each under a random key of its own: without the key the form is gone.

use jiff::Timestamp;
use rusqlite::{Connection, OptionalExtension, TransactionBehavior, params};
use zeroize::Zeroizing;

use crate::{Store, StoreError, audit::Event, cipher::Key, full_disk::FullDisk, keys::ContentKeys, outbox::time};

/// Names a draft for as long as this store lives; never used twice.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct DraftId(pub(crate) i64);

impl DraftId {
    /// What the draft's key is bound to.
    fn bound(self) -> [u8; 8] {
        self.0.to_le_bytes()
    }

    /// As the trail calls it.
    pub(crate) fn subject(self) -> String {
        format!("draft {}", self.0)
    }
}

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

/// The name of an answer's place, and the answer.
pub type Answer = (String, Zeroizing<Vec<u8>>);

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
        let digest = blake3::hash(definition);
        let key = Key::random()?;
        self.change(now, |db, keys, trail| {
            db.execute(
                "INSERT OR IGNORE INTO definitions (digest, definition) VALUES (?1, ?2)",
                params![digest.as_bytes(), definition],
            )?;
            db.execute(
                "INSERT INTO drafts (form_id, form_version, definition, begun, key) VALUES (?1, ?2, ?3, ?4, x'')",
                params![form_id, form_version, digest.as_bytes(), trail.now()],
            )?;
            let draft = DraftId(db.last_insert_rowid());
            let wrapped = keys.wrapping.wrap_key(&key, &draft.bound())?;
            db.execute("UPDATE drafts SET key = ?2 WHERE id = ?1", params![draft.0, wrapped])?;
            trail.add(Event::DraftBegun, &draft.subject(), &format!("{form_id} {form_version}"))?;
            Ok(draft)
        })
    }

    /// All drafts, oldest first. After a restart the ones without a pause code are those of the visit that was cut off.
    ///
    /// # Errors
    /// The disk's, or [`StoreError::Damaged`].
    pub fn drafts(&self) -> Result<Vec<Draft>, StoreError> {
        let mut drafts = self.db.prepare_cached(
            "SELECT id, form_id, form_version, begun, paused_until,
                    (SELECT count(*) FROM answers WHERE draft = drafts.id) AS answers
             FROM drafts ORDER BY id",
        )?;
        let drafts = drafts.query_map([], |row| {
            Ok(Draft {
                id: DraftId(row.get("id")?),
                form_id: row.get("form_id")?,
                form_version: row.get("form_version")?,
                begun: time(row.get("begun")?)?,
                paused_until: row.get::<_, Option<i64>>("paused_until")?.map(time).transpose()?,
                answers: row.get("answers")?,
            })
        })?;
        Ok(drafts.collect::<Result<_, _>>()?)
    }

    /// The definition with which the draft began, byte for byte.
    ///
    /// # Errors
    /// [`StoreError::DraftGone`].
    pub fn definition(&self, draft: DraftId) -> Result<Vec<u8>, StoreError> {
        let mut definition = self.db.prepare_cached(
            "SELECT d.definition FROM drafts JOIN definitions AS d ON d.digest = drafts.definition WHERE id = ?1",
        )?;
        definition.query_row([draft.0], |row| row.get(0)).optional()?.ok_or(StoreError::DraftGone)
    }

    /// Keeps an answer in the place of an earlier one; when this returns, it is on the disk. Both the value and the
    /// name of its place are encrypted.
    ///
    /// # Errors
    /// [`StoreError::DraftGone`], or the disk's; the earlier answer is then still there.
    pub fn put(&mut self, draft: DraftId, place: &str, value: &[u8]) -> Result<(), StoreError> {
        let key = self.key_in_hand(draft)?;
        put(&self.db, &key, draft, place, value)
    }

    /// Removes an answer; one that is not there is removed already.
    ///
    /// # Errors
    /// [`StoreError::DraftGone`], or the disk's; the answer is then still there.
    pub fn remove(&mut self, draft: DraftId, place: &str) -> Result<(), StoreError> {
        let key = self.key_in_hand(draft)?;
        remove(&self.db, &key, draft, place)
    }

    /// Keeps and removes several answers at once, as when an item is taken out of a list and those behind it move up:
    /// all of it or, whatever is pulled, nothing. `None` removes what is kept at the place.
    ///
    /// # Errors
    /// [`StoreError::DraftGone`], or the disk's; every answer is then as it was.
    pub fn keep(&mut self, draft: DraftId, changes: &[(String, Option<Vec<u8>>)]) -> Result<(), StoreError> {
        if let [(place, Some(value))] = changes {
            return self.put(draft, place, value);
        }
        let key = self.key_in_hand(draft)?;
        let all = self.db.transaction_with_behavior(TransactionBehavior::Immediate)?;
        for (place, value) in changes {
            match value {
                Some(value) => put(&all, &key, draft, place, value)?,
                None => remove(&all, &key, draft, place)?,
            }
        }
        Ok(all.commit()?)
    }

    /// The key of a draft that is still there: only this connection ends drafts, and lets the key go when it does.
    fn key_in_hand(&mut self, draft: DraftId) -> Result<Key, StoreError> {
        if let Some((_, key)) = self.in_hand.as_ref().filter(|(known, _)| *known == draft) {
            return Ok(key.clone());
        }
        let key = key_of(&self.db, &self.keys, draft)?;
        self.in_hand = Some((draft, key.clone()));
        Ok(key)
    }

    /// All answers with their places, ordered by place; overwritten in memory when they are dropped.
    ///
    /// # Errors
    /// [`StoreError::DraftGone`], or [`StoreError::Damaged`].
    pub fn answers(&self, draft: DraftId) -> Result<Vec<Answer>, StoreError> {
        let key = key_of(&self.db, &self.keys, draft)?;
        let mut rows = self.db.prepare_cached("SELECT value FROM answers WHERE draft = ?1")?;
        let mut rows = rows.query([draft.0])?;
        let mut answers = Vec::new();
        while let Some(row) = rows.next()? {
            let answer = key.unlock(row.get_ref("value")?.as_blob().unwrap_or_default(), &draft.bound());
            let answer = answer.and_then(|answer| without_place(&answer));
            answers.push(answer.ok_or_else(|| StoreError::Damaged { reason: draft.subject() })?);
        }
        answers.sort_unstable_by(|one: &Answer, other| one.0.cmp(&other.0));
        Ok(answers)
    }

    /// Destroys a draft's key, and with it the draft. One that is gone is forgotten already.
    ///
    /// # Errors
    /// The disk's. On a full disk the draft is destroyed all the same: room is kept for that.
    pub fn forget(&mut self, draft: DraftId, now: Timestamp) -> Result<(), StoreError> {
        self.destroy(&[draft], "forgotten", now)?;
        Ok(())
    }

    /// Destroys those of the visit's drafts that have no pause code, and says what is still readable on this machine.
    /// When this returns, nothing of the others' is left in any file.
    ///
    /// # Errors
    /// The disk's. On a full disk the drafts are destroyed all the same: room is kept for that.
    pub fn end_visit(&mut self, drafts: &[DraftId], now: Timestamp) -> Result<Kept, StoreError> {
        let all = self.drafts()?;
        let paused = |draft: &DraftId| all.iter().any(|known| known.id == *draft && known.paused_until.is_some());
        let (staying, leaving): (Vec<DraftId>, Vec<DraftId>) = drafts.iter().partition(|draft| paused(draft));
        self.destroy(&leaving, "visit ended", now)?;
        // Also when there was no draft: one that was finished in this visit has left its pages in the log.
        self.settle()?;
        let count = |of_visit: bool| {
            let drafts = self.drafts()?;
            let counted = drafts.iter().filter(|draft| staying.contains(&draft.id) == of_visit);
            Ok::<_, StoreError>(counted.map(|draft| draft.answers).sum())
        };
        let printable = self.db.query_row("SELECT count(*) FROM printable", [], |row| row.get(0))?;
        Ok(Kept { of_this_visit: count(true)?, of_others: count(false)?, printable })
    }

    /// Destroys drafts with their keys, on a full disk too.
    pub(crate) fn destroy(&mut self, drafts: &[DraftId], why: &str, now: Timestamp) -> Result<u64, StoreError> {
        let destroyed = self.insist(|store| {
            store.change(now, |db, _, trail| {
                let mut destroyed = 0;
                for draft in drafts {
                    if end(db, *draft)? {
                        destroyed += 1;
                        trail.add(Event::DraftDestroyed, &draft.subject(), why)?;
                    }
                }
                Ok(destroyed)
            })
        })?;
        if destroyed > 0 {
            self.settle()?;
        }
        Ok(destroyed)
    }
}

/// The key of a draft that is still there.
pub(crate) fn key_of(db: &Connection, keys: &ContentKeys, draft: DraftId) -> Result<Key, StoreError> {
    let mut wrapped = db.prepare_cached("SELECT key FROM drafts WHERE id = ?1")?;
    let wrapped: Option<Vec<u8>> = wrapped.query_row([draft.0], |row| row.get(0)).optional()?;
    let wrapped = wrapped.ok_or(StoreError::DraftGone)?;
    let key = keys.wrapping.unwrap_key(&wrapped, &draft.bound());
    key.ok_or_else(|| StoreError::Damaged { reason: draft.subject() })
}

/// Removes a draft with its key and answers, and its form's definition where no other draft needs it; says whether it
/// was there.
pub(crate) fn end(db: &Connection, draft: DraftId) -> Result<bool, StoreError> {
    let there = db.execute("DELETE FROM drafts WHERE id = ?1", [draft.0])? > 0;
    forget_definitions(db)?;
    Ok(there)
}

/// Definitions that neither a draft nor a readable copy needs.
pub(crate) fn forget_definitions(db: &Connection) -> Result<(), StoreError> {
    db.execute(
        "DELETE FROM definitions WHERE digest NOT IN
         (SELECT definition FROM drafts UNION SELECT definition FROM printable WHERE definition IS NOT NULL)",
        [],
    )?;
    Ok(())
}

fn put(db: &Connection, key: &Key, draft: DraftId, place: &str, value: &[u8]) -> Result<(), StoreError> {
    let locked = key.lock(&with_place(place, value), &draft.bound())?;
    let mut put = db.prepare_cached(
        "INSERT INTO answers (draft, place, value) VALUES (?1, ?2, ?3)
         ON CONFLICT (draft, place) DO UPDATE SET value = excluded.value",
    )?;
    put.execute(params![draft.0, hidden(key, place), locked])?;
    Ok(())
}

fn remove(db: &Connection, key: &Key, draft: DraftId, place: &str) -> Result<(), StoreError> {
    let mut remove = db.prepare_cached("DELETE FROM answers WHERE draft = ?1 AND place = ?2")?;
    remove.execute(params![draft.0, hidden(key, place)])?;
    Ok(())
}

/// By what a place is found without its name being known.
fn hidden(key: &Key, place: &str) -> [u8; 32] {
    *key.derive("kaunter-store 1: places of answers").hash(place.as_bytes()).as_bytes()
}

/// A value with the name of its place before it, so that it can be moved to no other.
fn with_place(place: &str, value: &[u8]) -> Zeroizing<Vec<u8>> {
    let mut both = Zeroizing::new(Vec::with_capacity(8 + place.len() + value.len()));
    both.extend_from_slice(&(place.len() as u64).to_le_bytes());
    both.extend_from_slice(place.as_bytes());
    both.extend_from_slice(value);
    both
}

fn without_place(both: &[u8]) -> Option<Answer> {
    let (length, rest) = both.split_first_chunk()?;
    let (place, value) = rest.split_at_checked(usize::try_from(u64::from_le_bytes(*length)).ok()?)?;
    Some((str::from_utf8(place).ok()?.to_owned(), Zeroizing::new(value.to_vec())))
}
