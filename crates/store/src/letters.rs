//! Sealed forms and corrections on their way to the agency. Each is one letter with an id of its own, whichever way it
//! goes; it is accepted once, by a receipt that the caller verified.

use jiff::Timestamp;
use rusqlite::{Connection, OptionalExtension, Row, params};
use sha2::{Digest, Sha256};
use uuid::Uuid;

use crate::{
    FormNumber, Post, StoreError,
    audit::{Event, Trail},
    full_disk::FullDisk,
    outbox::{number, standing, time},
};

/// How far a letter has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Way {
    /// It waits to be sent.
    Queued,
    /// The agency has it, and its receipt is kept.
    Accepted,
    /// The agency refused it, and a person has to look.
    SetAside,
    /// It was voided here before it was sent, and is not sent.
    Void,
}

impl Way {
    fn code(self) -> &'static str {
        match self {
            Self::Queued => "queued",
            Self::Accepted => "accepted",
            Self::SetAside => "set-aside",
            Self::Void => "void",
        }
    }

    /// What a newer program may have written is left alone, as if it were void.
    fn of(code: &str) -> Self {
        [Self::Queued, Self::Accepted, Self::SetAside].into_iter().find(|way| way.code() == code).unwrap_or(Self::Void)
    }
}

/// What a letter holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// A finished form.
    Form,
    /// A corrected form.
    Correction {
        /// The form that it corrects.
        of: Uuid,
        /// Which correction of it, from 1.
        revision: u32,
    },
}

/// A letter from outside.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Letter {
    /// The same here, on a stick and at the agency.
    pub id: Uuid,
    /// What it holds.
    pub kind: Kind,
    /// What the citizen and the staff call the form.
    pub number: FormNumber,
    /// Which form it is.
    pub form_id: String,
    /// The form's version on which it was filled in.
    pub form_version: String,
    /// When it was sealed, by this machine's clock.
    pub sealed_at: Timestamp,
    /// An earlier form of the same person within the form's period.
    pub duplicate_of: Option<FormNumber>,
    /// How far it has come.
    pub way: Way,
    /// Bytes of the sealed form; 0 once they were purged.
    pub size: u64,
    /// How often the agency was asked to take it and did not.
    pub tries: u32,
    /// Code of why it was set aside.
    pub refusal: Option<String>,
    /// When the agency had it, by the agency's clock.
    pub received_at: Option<Timestamp>,
    /// When it was last written to a stick.
    pub on_stick_at: Option<Timestamp>,
}

/// What came of accepting a letter.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Accepted {
    /// It is accepted now.
    Now,
    /// It was before; the first receipt stays.
    Before,
}

/// Forms and corrections side by side, each in the order in which it was made, whatever the clock said.
const LETTERS: &str = "
    SELECT id, NULL AS of_form, 0 AS revision, number, form_id, form_version, sealed_at, duplicate_of, state,
        length(sealed) AS size, tries, refusal, received_at, on_stick_at, sequence FROM forms
    UNION ALL
    SELECT c.id, c.form, c.revision, f.number, f.form_id, f.form_version, c.made_at, NULL, c.state, length(c.sealed),
        c.tries, c.refusal, c.received_at, c.on_stick_at, f.sequence FROM corrections AS c JOIN forms AS f ON f.id = c.form";

impl Post {
    /// Ids of letters that wait to be sent, the oldest first.
    ///
    /// # Errors
    /// The disk's.
    pub fn waiting(&self) -> Result<Vec<Uuid>, StoreError> {
        let mut waiting = self.db.prepare_cached(
            "SELECT id FROM (SELECT id, sequence, 0 AS revision FROM forms WHERE state = 'queued' UNION ALL
             SELECT c.id, f.sequence, c.revision FROM corrections AS c JOIN forms AS f ON f.id = c.form
             WHERE c.state = 'queued') ORDER BY sequence, revision",
        )?;
        let ids = waiting.query_map([], |row| row.get(0).map(Uuid::from_bytes))?;
        Ok(ids.collect::<Result<_, _>>()?)
    }

    /// How many letters wait, and how many of these also lie on a stick.
    ///
    /// # Errors
    /// The disk's.
    pub fn held(&self) -> Result<(u64, u64), StoreError> {
        let mut held = self.db.prepare_cached(
            "SELECT count(*), count(on_stick_at) FROM (SELECT on_stick_at FROM forms WHERE state = 'queued'
             UNION ALL SELECT on_stick_at FROM corrections WHERE state = 'queued')",
        )?;
        Ok(held.query_row([], |row| Ok((row.get(0)?, row.get(1)?)))?)
    }

    /// Letters that have come so far, the oldest first; all of them for `None`.
    ///
    /// # Errors
    /// The disk's, or [`StoreError::Damaged`].
    pub fn letters(&self, way: Option<Way>) -> Result<Vec<Letter>, StoreError> {
        let sql = format!("SELECT * FROM ({LETTERS}) WHERE ?1 IS NULL OR state = ?1 ORDER BY sequence, revision");
        let mut letters = self.db.prepare_cached(&sql)?;
        let letters = letters.query_map([way.map(Way::code)], letter)?;
        Ok(letters.collect::<Result<_, _>>()?)
    }

    /// One letter.
    ///
    /// # Errors
    /// [`StoreError::FormGone`], or the disk's.
    pub fn letter(&self, id: Uuid) -> Result<Letter, StoreError> {
        let mut found = self.db.prepare_cached(&format!("SELECT * FROM ({LETTERS}) WHERE id = ?1"))?;
        found.query_row([id.as_bytes()], letter).optional()?.ok_or(StoreError::FormGone)
    }

    /// What a form says now: the letter of its newest correction, or its own.
    ///
    /// # Errors
    /// [`StoreError::FormGone`], or the disk's.
    pub fn newest_letter(&self, form: Uuid) -> Result<Letter, StoreError> {
        let newest = format!("SELECT * FROM ({LETTERS}) WHERE id = ?1 OR of_form = ?1 ORDER BY revision DESC LIMIT 1");
        let mut found = self.db.prepare_cached(&newest)?;
        found.query_row([form.as_bytes()], letter).optional()?.ok_or(StoreError::FormGone)
    }

    /// What is sent: bytes of an age file.
    ///
    /// # Errors
    /// [`StoreError::FormGone`], or [`StoreError::FormPurged`].
    pub fn sealed_letter(&self, id: Uuid) -> Result<Vec<u8>, StoreError> {
        standing(bytes(&self.db, id)?)
    }

    /// The receipt of an accepted letter, as it came.
    ///
    /// # Errors
    /// [`StoreError::FormGone`] where there is none.
    pub fn receipt(&self, id: Uuid) -> Result<Vec<u8>, StoreError> {
        let receipt = "SELECT receipt FROM forms WHERE id = ?1 AND receipt IS NOT NULL
            UNION ALL SELECT receipt FROM corrections WHERE id = ?1 AND receipt IS NOT NULL";
        let receipt = self.db.query_row(receipt, [id.as_bytes()], |row| row.get(0));
        receipt.optional()?.ok_or(StoreError::FormGone)
    }

    /// The agency has this letter. **Only for a receipt whose signature verified**; what it says of the bytes is looked at
    /// here: `sha256` must be that of the sealed bytes. The first receipt stays. `received_at`: by the agency's clock.
    ///
    /// # Errors
    /// [`StoreError::FormGone`], [`StoreError::OtherBytes`], or the disk's: then it still waits.
    pub fn accept(
        &mut self,
        id: Uuid,
        sha256: &[u8; 32],
        receipt: &[u8],
        received_at: Timestamp,
        now: Timestamp,
    ) -> Result<Accepted, StoreError> {
        self.change(now, |db, trail| {
            if state(db, id)? == Way::Accepted {
                return Ok(Accepted::Before);
            }
            let sealed = standing(bytes(db, id)?)?;
            if Sha256::digest(&sealed).as_slice() != sha256 {
                return Err(StoreError::OtherBytes);
            }
            let values = params![id.as_bytes(), receipt, received_at.as_millisecond(), trail.now()];
            on_both(
                db,
                "state = 'accepted', refusal = NULL, receipt = ?2, received_at = ?3, accepted_at = ?4",
                values,
            )?;
            trail.add(Event::FormAccepted, &id.to_string(), &received_at.to_string())?;
            Ok(Accepted::Now)
        })
    }

    /// The agency refuses this letter, for a reason with this code; the next ones go on.
    ///
    /// # Errors
    /// [`StoreError::FormGone`] for one that does not wait, or the disk's.
    pub fn set_aside(&mut self, id: Uuid, code: &str, now: Timestamp) -> Result<(), StoreError> {
        self.change(now, |db, trail| {
            if state(db, id)? != Way::Queued {
                return Err(StoreError::FormGone);
            }
            on_both(db, "state = 'set-aside', refusal = ?2, tries = tries + 1", params![id.as_bytes(), code])?;
            trail.add(Event::FormSetAside, &id.to_string(), code)
        })
    }

    /// It was tried and did not get there; it waits.
    ///
    /// # Errors
    /// The disk's.
    pub fn tried(&mut self, id: Uuid, now: Timestamp) -> Result<(), StoreError> {
        self.change(now, |db, _| on_both(db, "tries = tries + 1", params![id.as_bytes()]))
    }

    /// A letter that was set aside waits again, because somebody wants it to.
    ///
    /// # Errors
    /// [`StoreError::FormGone`] for one that is not set aside, or the disk's.
    pub fn send_again(&mut self, id: Uuid, now: Timestamp) -> Result<(), StoreError> {
        self.change(now, |db, trail| {
            if state(db, id)? != Way::SetAside {
                return Err(StoreError::FormGone);
            }
            on_both(db, "state = 'queued', refusal = NULL, tries = 0", params![id.as_bytes()])?;
            trail.add(Event::FormSentAgain, &id.to_string(), "")
        })
    }

    /// A letter lies, whole, on a stick. It still waits: a stick can be lost.
    ///
    /// # Errors
    /// [`StoreError::FormGone`], or the disk's.
    pub fn on_stick(&mut self, id: Uuid, now: Timestamp) -> Result<(), StoreError> {
        self.change(now, |db, trail| {
            state(db, id)?;
            on_both(db, "on_stick_at = ?2", params![id.as_bytes(), trail.now()])?;
            trail.add(Event::FormOnStick, &id.to_string(), "")
        })
    }

    /// Takes the sealed bytes of letters away that were accepted as long ago, by this machine's clock, as their forms say:
    /// a correction goes by its form. Receipts stay. Gives how many.
    ///
    /// # Errors
    /// The disk's.
    pub fn purge(&mut self, now: Timestamp) -> Result<u64, StoreError> {
        let now_ms = now.as_millisecond();
        let due = TO_PURGE.iter().map(|(table, keep_days)| {
            let sql = format!("SELECT count(*) FROM {table} WHERE {}", is_due(keep_days));
            self.db.query_row(&sql, [now_ms], |row| row.get::<_, u64>(0))
        });
        if due.sum::<Result<u64, _>>()? == 0 {
            return Ok(0);
        }
        let purge = |db: &Connection, trail: &mut Trail<'_>| {
            let mut purged = 0;
            for (table, keep_days) in TO_PURGE {
                let sql = format!("UPDATE {table} SET sealed = x'' WHERE {}", is_due(keep_days));
                purged += db.execute(&sql, [now_ms])? as u64;
            }
            trail.add(Event::FormsPurged, "", &purged.to_string())?;
            Ok(purged)
        };
        let purged = self.insist(|post| post.change(now, purge))?;
        self.settle()?;
        Ok(purged)
    }
}

/// Tables of letters, and where each says for how many days it is kept.
const TO_PURGE: [(&str, &str); 2] =
    [("forms", "keep_days"), ("corrections", "(SELECT keep_days FROM forms WHERE forms.id = corrections.form)")];

/// What makes a letter's time be over at `?1`, in milliseconds.
fn is_due(keep_days: &str) -> String {
    format!("state = 'accepted' AND sealed != x'' AND accepted_at <= ?1 - 86400000 * {keep_days}")
}

/// Sets columns of the letter `?1`, whether it is a form or a correction.
fn on_both(db: &Connection, set: &str, values: &[&dyn rusqlite::ToSql]) -> Result<(), StoreError> {
    for table in ["forms", "corrections"] {
        db.prepare_cached(&format!("UPDATE {table} SET {set} WHERE id = ?1"))?.execute(values)?;
    }
    Ok(())
}

fn state(db: &Connection, id: Uuid) -> Result<Way, StoreError> {
    let state = "SELECT state FROM forms WHERE id = ?1 UNION ALL SELECT state FROM corrections WHERE id = ?1";
    let state: Option<String> = db.query_row(state, [id.as_bytes()], |row| row.get(0)).optional()?;
    state.map(|code| Way::of(&code)).ok_or(StoreError::FormGone)
}

fn bytes(db: &Connection, id: Uuid) -> Result<Option<Vec<u8>>, StoreError> {
    let sealed = "SELECT sealed FROM forms WHERE id = ?1 UNION ALL SELECT sealed FROM corrections WHERE id = ?1";
    Ok(db.query_row(sealed, [id.as_bytes()], |row| row.get(0)).optional()?)
}

fn letter(row: &Row<'_>) -> rusqlite::Result<Letter> {
    let kind = match row.get::<_, Option<[u8; 16]>>("of_form")? {
        None => Kind::Form,
        Some(of) => Kind::Correction { of: Uuid::from_bytes(of), revision: row.get("revision")? },
    };
    Ok(Letter {
        id: Uuid::from_bytes(row.get("id")?),
        kind,
        number: number(row.get("number")?)?,
        form_id: row.get("form_id")?,
        form_version: row.get("form_version")?,
        sealed_at: time(row.get("sealed_at")?)?,
        duplicate_of: row.get::<_, Option<String>>("duplicate_of")?.map(number).transpose()?,
        way: Way::of(&row.get::<_, String>("state")?),
        size: row.get("size")?,
        tries: row.get("tries")?,
        refusal: row.get("refusal")?,
        received_at: row.get::<_, Option<i64>>("received_at")?.map(time).transpose()?,
        on_stick_at: row.get::<_, Option<i64>>("on_stick_at")?.map(time).transpose()?,
    })
}
