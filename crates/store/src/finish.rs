//! The end of a draft: sealed for the agency, queued, and readable only until it is printed.

use std::{fmt, ops::Range};

use jiff::{SignedDuration, Timestamp};
use rusqlite::{Connection, OptionalExtension, params};
use uuid::Uuid;
use zeroize::Zeroizing;

use crate::{
    DraftId, FormNumber, Recipient, Store, StoreError,
    audit::Event,
    cipher::{Key, fill_random},
    draft::{end, forget_definitions},
    outbox::number,
    seal,
};

/// How a draft is to be finished.
#[derive(Debug, Clone, Copy)]
pub struct Finishing<'a> {
    /// The agency's public keys: each opens the form alone.
    pub recipients: &'a [Recipient],
    /// Who it is, to find near-duplicates; `None` where the form does not look for them.
    pub person: Option<Person<'a>>,
    /// How long a readable copy is kept for printing; zero keeps none.
    pub print_window: SignedDuration,
    /// Language in which it was filled in, a BCP 47 tag.
    pub language: &'a str,
    /// Days for which the sealed form stays here after the agency has received it, as the form promises.
    pub keep_days: u32,
}

/// Bytes that are the same whenever the same person files the same form. Only a keyed hash of them is kept.
#[derive(Clone, Copy)]
pub struct Person<'a> {
    /// In one canonical spelling.
    pub bytes: &'a [u8],
    /// How long after a form a second one is marked for staff.
    pub within: SignedDuration,
}

impl fmt::Debug for Person<'_> {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
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
    /// Finishing the same draft again, as after a power cut, gives the same `Finished` and does not call `write`.
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
        if let Some(finished) = self.finished(draft)? {
            return Ok(finished);
        }
        self.change(now, |db, keys, trail| {
            let form = form_of(db, draft)?;
            let person = how.person.map(|person| (hidden(&keys.persons, &form.id, person), person.within));
            let finished = Finished {
                id: new_id(trail.now())?,
                number: free_number(db)?,
                duplicate_of: person.map(|(hash, _)| earlier(db, &hash, trail.now())).transpose()?.flatten(),
            };
            let document = Zeroizing::new(write(&finished));
            let sealed = seal(&document, how.recipients)?;
            queue(db, draft, &form, &finished, (&sealed, how), trail.now())?;
            if let Some((hash, within)) = person {
                remember(db, &hash, &finished.number, trail.now(), within)?;
            }
            if how.print_window > SignedDuration::ZERO {
                let window = trail.now()..later(trail.now(), how.print_window);
                keep_printable(db, &keys.wrapping, draft, finished.id, &document, window)?;
            }
            end(db, draft)?;
            trail.add(Event::FormFinished, &finished.id.to_string(), &format!("{} {}", form.id, form.version))?;
            Ok(finished)
        })
    }

    /// The readable copy of a finished form, for the printer; overwritten in memory when it is dropped.
    ///
    /// # Errors
    /// [`StoreError::PrintWindowClosed`], also where no form has this id.
    pub fn printable(&self, id: Uuid, now: Timestamp) -> Result<Zeroizing<Vec<u8>>, StoreError> {
        let kept = self.db.query_row(
            "SELECT key, copy FROM printable WHERE form = ?1 AND until > ?2",
            params![id.as_bytes(), now.as_millisecond()],
            |row| Ok((row.get(0)?, row.get(1)?)),
        );
        let (wrapped, copy): (Vec<u8>, Vec<u8>) = kept.optional()?.ok_or(StoreError::PrintWindowClosed)?;
        let key = self.keys.wrapping.unwrap_key(&wrapped, id.as_bytes());
        let document = key.and_then(|key| key.unlock(&copy, id.as_bytes()));
        document.ok_or_else(|| StoreError::Damaged { reason: id.to_string() })
    }

    /// Destroys the readable copies whose print window is over.
    pub(crate) fn close_print_windows(&mut self, now: Timestamp) -> Result<u64, StoreError> {
        self.change(now, |db, _, trail| {
            let mut over = db.prepare_cached("SELECT form FROM printable WHERE until <= ?1")?;
            let over: Vec<[u8; 16]> = over.query_map([trail.now()], |row| row.get(0))?.collect::<Result<_, _>>()?;
            for form in &over {
                db.execute("DELETE FROM printable WHERE form = ?1", [form])?;
                forget_definitions(db)?;
                trail.add(Event::PrintWindowClosed, &Uuid::from_bytes(*form).to_string(), "")?;
            }
            Ok(over.len() as u64)
        })
    }

    /// What a draft became, if it was finished.
    fn finished(&self, draft: DraftId) -> Result<Option<Finished>, StoreError> {
        let form = self.db.query_row("SELECT id, number, duplicate_of FROM forms WHERE draft = ?1", [draft.0], |row| {
            let duplicate_of: Option<String> = row.get(2)?;
            Ok(Finished {
                id: Uuid::from_bytes(row.get(0)?),
                number: number(row.get(1)?)?,
                duplicate_of: duplicate_of.map(number).transpose()?,
            })
        });
        Ok(form.optional()?)
    }
}

/// What a draft is a draft of.
struct Form {
    id: String,
    version: String,
}

fn form_of(db: &Connection, draft: DraftId) -> Result<Form, StoreError> {
    let form = db.query_row("SELECT form_id, form_version FROM drafts WHERE id = ?1", [draft.0], |row| {
        Ok(Form { id: row.get(0)?, version: row.get(1)? })
    });
    form.optional()?.ok_or(StoreError::DraftGone)
}

fn queue(
    db: &Connection,
    draft: DraftId,
    form: &Form,
    finished: &Finished,
    (sealed, how): (&[u8], &Finishing<'_>),
    at: i64,
) -> Result<(), StoreError> {
    db.execute(
        "INSERT INTO forms (id, number, draft, form_id, form_version, sealed_at, duplicate_of, sealed, language,
          keep_days)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)",
        params![
            finished.id.as_bytes(),
            finished.number.as_str(),
            draft.0,
            form.id,
            form.version,
            at,
            finished.duplicate_of.as_ref().map(FormNumber::as_str),
            sealed,
            how.language,
            how.keep_days
        ],
    )?;
    Ok(())
}

/// A UUID of version 7 that begins at this time, in milliseconds.
pub(crate) fn new_id(at: i64) -> Result<Uuid, StoreError> {
    let mut random = [0; 10];
    fill_random(&mut random)?;
    Ok(uuid::Builder::from_unix_timestamp_millis(at.unsigned_abs(), &random).into_uuid())
}

fn free_number(db: &Connection) -> Result<FormNumber, StoreError> {
    loop {
        let number = FormNumber::random()?;
        let taken = "SELECT count(*) FROM forms WHERE number = ?1";
        let taken: i64 = db.query_row(taken, [number.as_str()], |row| row.get(0))?;
        if taken == 0 {
            return Ok(number);
        }
    }
}

/// The same for the same person and form, and telling nothing of either without the key.
fn hidden(persons: &Key, form_id: &str, person: Person<'_>) -> [u8; 32] {
    let both = Zeroizing::new([&(form_id.len() as u64).to_le_bytes(), form_id.as_bytes(), person.bytes].concat());
    *persons.hash(&both).as_bytes()
}

/// The last form of this person within its period.
fn earlier(db: &Connection, person: &[u8; 32], at: i64) -> Result<Option<FormNumber>, StoreError> {
    let found = "SELECT number FROM persons WHERE hash = ?1 AND until > ?2 ORDER BY sequence DESC LIMIT 1";
    let found: Option<String> = db.query_row(found, params![person, at], |row| row.get(0)).optional()?;
    Ok(found.and_then(|number| number.parse().ok()))
}

/// Remembers that this person filed this form, and forgets those whose period is over.
fn remember(
    db: &Connection,
    person: &[u8; 32],
    number: &FormNumber,
    at: i64,
    within: SignedDuration,
) -> Result<(), StoreError> {
    db.execute("DELETE FROM persons WHERE until <= ?1", [at])?;
    let until = later(at, within);
    db.execute(
        "INSERT INTO persons (hash, number, since, until) VALUES (?1, ?2, ?3, ?4)",
        params![person, number.as_str(), at, until],
    )?;
    Ok(())
}

fn keep_printable(
    db: &Connection,
    wrapping: &Key,
    draft: DraftId,
    id: Uuid,
    document: &[u8],
    window: Range<i64>,
) -> Result<(), StoreError> {
    let key = Key::random()?;
    let wrapped = wrapping.wrap_key(&key, id.as_bytes())?;
    let copy = key.lock(document, id.as_bytes())?;
    db.execute(
        "INSERT INTO printable (form, key, copy, since, until, definition)
         SELECT ?1, ?2, ?3, ?4, ?5, definition FROM drafts WHERE id = ?6",
        params![id.as_bytes(), wrapped, copy, window.start, window.end, draft.0],
    )?;
    Ok(())
}

/// Milliseconds after milliseconds.
fn later(at: i64, by: SignedDuration) -> i64 {
    at.saturating_add(i64::try_from(by.as_millis()).unwrap_or(i64::MAX))
}
