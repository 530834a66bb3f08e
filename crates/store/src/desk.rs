//! What the counter does with finished forms: finds, signs off, hands over, voids and corrects them.
//!
//! Nothing here replaces or removes what was sealed: a correction is sealed beside it, and a form that no
//! longer holds is kept. It must never know what a form says.

use jiff::Timestamp;
use rusqlite::{Connection, OptionalExtension, Row, params};
use uuid::Uuid;
use zeroize::Zeroizing;

use crate::{
    FormNumber, Recipient, StaffId, Store, StoreError,
    audit::{Event, Trail},
    cipher::Key,
    finish::new_id,
    outbox::{self, number, time},
    seal,
    staff::{by_whom, who, works_here},
};

/// A finished form as the counter lists it, without what it says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DeskForm {
    /// The same here and at the agency.
    pub id: Uuid,
    /// What the citizen and the staff call it.
    pub number: FormNumber,
    /// Which form it is.
    pub form_id: String,
    /// The form's version on which it was filled in.
    pub form_version: String,
    /// Language in which it was filled in, a BCP 47 tag; empty for forms from before that was kept.
    pub language: String,
    /// When it was finished.
    pub sealed_at: Timestamp,
    /// An earlier form of the same person within the form's period.
    pub duplicate_of: Option<FormNumber>,
    /// When an officer had checked it, and who.
    pub signed_off: Option<(Timestamp, Option<StaffId>)>,
    /// When the paper was given out, and by whom.
    pub handed_over: Option<(Timestamp, Option<StaffId>)>,
    /// Why it no longer holds.
    pub void: Option<Void>,
    /// How many times a printer said that it was printed.
    pub prints: u32,
    /// How many corrections were made.
    pub corrections: u32,
    /// Until when it can be read here; `None` where it no longer can.
    pub readable_until: Option<Timestamp>,
}

/// Why a form no longer holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Void {
    /// The citizen takes it back.
    Withdrawn,
    /// It was filled in a second time.
    Duplicate,
    /// It is the wrong form, or of the wrong person.
    Mistaken,
}

impl Void {
    /// As it is kept and shown.
    pub fn code(self) -> &'static str {
        match self {
            Self::Withdrawn => "withdrawn",
            Self::Duplicate => "duplicate",
            Self::Mistaken => "mistaken",
        }
    }

    /// The reason with a code.
    pub fn of(code: &str) -> Option<Self> {
        [Self::Withdrawn, Self::Duplicate, Self::Mistaken].into_iter().find(|reason| reason.code() == code)
    }
}

/// A corrected form beside the first one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Correction {
    /// Its own id, for the agency: a UUID of version 7.
    pub id: Uuid,
    /// Which correction of the form, from 1.
    pub revision: u32,
}

const COLUMNS: &str = "
    SELECT forms.id, number, form_id, form_version, language, sealed_at, duplicate_of, signed_off_at, signed_off_by,
        handed_over_at, handed_over_by, void, prints, printable.until AS readable_until,
        (SELECT count(*) FROM corrections WHERE corrections.form = forms.id) AS corrections
    FROM forms LEFT JOIN printable ON printable.form = forms.id AND printable.until > ?1";

impl Store {
    /// Forms finished since then, the newest first.
    ///
    /// # Errors
    /// The disk's, or [`StoreError::Damaged`].
    pub fn forms_since(&self, since: Timestamp, now: Timestamp) -> Result<Vec<DeskForm>, StoreError> {
        let mut forms =
            self.db.prepare_cached(&format!("{COLUMNS} WHERE sealed_at >= ?2 ORDER BY forms.sequence DESC"))?;
        let forms = forms.query_map([now.as_millisecond(), since.as_millisecond()], desk_form)?;
        Ok(forms.collect::<Result<_, _>>()?)
    }

    /// The finished form that is called so.
    ///
    /// # Errors
    /// [`StoreError::FormGone`], or the disk's.
    pub fn form_called(&self, number: &FormNumber, now: Timestamp) -> Result<DeskForm, StoreError> {
        let mut form = self.db.prepare_cached(&format!("{COLUMNS} WHERE number = ?2"))?;
        let found = form.query_row(params![now.as_millisecond(), number.as_str()], desk_form).optional()?;
        found.ok_or(StoreError::FormGone)
    }

    /// An officer has checked the form. Doing it again keeps who was first. `by`: `None` for whoever has the
    /// machine's own PIN.
    ///
    /// # Errors
    /// [`StoreError::FormGone`], [`StoreError::FormVoid`], [`StoreError::StaffGone`], or the disk's.
    pub fn sign_off(&mut self, form: Uuid, by: Option<StaffId>, now: Timestamp) -> Result<(), StoreError> {
        self.at_desk(form, by, now, |db, trail| {
            let noted = db.execute(
                "UPDATE forms SET signed_off_at = ?2, signed_off_by = ?3 WHERE id = ?1 AND signed_off_at IS NULL",
                params![form.as_bytes(), trail.now(), by.map(|by| by.0)],
            )?;
            note(trail, noted, Event::FormSignedOff, form, by, "")
        })
    }

    /// The paper was given to the citizen. Doing it again keeps the first time.
    ///
    /// # Errors
    /// As [`Store::sign_off`].
    pub fn hand_over(&mut self, form: Uuid, by: Option<StaffId>, now: Timestamp) -> Result<(), StoreError> {
        self.at_desk(form, by, now, |db, trail| {
            let noted = db.execute(
                "UPDATE forms SET handed_over_at = ?2, handed_over_by = ?3 WHERE id = ?1 AND handed_over_at IS NULL",
                params![form.as_bytes(), trail.now(), by.map(|by| by.0)],
            )?;
            note(trail, noted, Event::FormHandedOver, form, by, "")
        })
    }

    /// The form no longer holds. What was sealed stays on this machine and is not sent.
    ///
    /// # Errors
    /// As [`Store::sign_off`].
    pub fn void(&mut self, form: Uuid, why: Void, by: Option<StaffId>, now: Timestamp) -> Result<(), StoreError> {
        self.at_desk(form, by, now, |db, trail| {
            let noted = db.execute(
                "UPDATE forms SET void = ?2, state = iif(state = 'accepted', state, 'void') WHERE id = ?1",
                params![form.as_bytes(), why.code()],
            )?;
            db.execute(
                "UPDATE corrections SET state = iif(state = 'accepted', state, 'void') WHERE form = ?1",
                [form.as_bytes()],
            )?;
            note(trail, noted, Event::FormVoided, form, by, why.code())
        })
    }

    /// Corrects a form that can still be read: `write` is told the correction's id and gives the corrected document,
    /// which is sealed and queued beside the first one and takes the place of the readable copy. Whoever signed off
    /// or was handed a paper had something else: both are undone. `fields`: ids of what was corrected, for the trail; no answers.
    ///
    /// # Errors
    /// [`StoreError::PrintWindowClosed`], [`StoreError::NoRecipient`], and as [`Store::sign_off`].
    pub fn correct(
        &mut self,
        form: Uuid,
        recipients: &[Recipient],
        fields: &str,
        by: Option<StaffId>,
        now: Timestamp,
        write: impl FnOnce(&Correction) -> Vec<u8>,
    ) -> Result<Correction, StoreError> {
        self.change(now, |db, keys, trail| {
            standing(db, form)?;
            works_here(db, by)?;
            let made = "SELECT count(*) FROM corrections WHERE form = ?1";
            let made: u32 = db.query_row(made, [form.as_bytes()], |row| row.get(0))?;
            let correction = Correction { id: new_id(trail.now())?, revision: made + 1 };
            let document = Zeroizing::new(write(&correction));
            replace_copy(db, &keys.wrapping, form, &document, trail.now())?;
            db.execute(
                "INSERT INTO corrections (id, form, revision, made_at, made_by, sealed) VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
                params![
                    correction.id.as_bytes(),
                    form.as_bytes(),
                    correction.revision,
                    trail.now(),
                    by.map(|by| by.0),
                    seal(&document, recipients)?
                ],
            )?;
            db.execute(
                "UPDATE forms SET signed_off_at = NULL, signed_off_by = NULL, handed_over_at = NULL,
                    handed_over_by = NULL WHERE id = ?1",
                [form.as_bytes()],
            )?;
            note(trail, 1, Event::FormCorrected, form, by, &format!("{} {fields}", correction.id))?;
            Ok(correction)
        })
    }

    /// The bytes of the form's definition, by which a readable copy is corrected.
    ///
    /// # Errors
    /// [`StoreError::PrintWindowClosed`], or the disk's.
    pub fn definition_of_form(&self, form: Uuid, now: Timestamp) -> Result<Vec<u8>, StoreError> {
        let definition = self.db.query_row(
            "SELECT d.definition FROM printable JOIN definitions AS d ON d.digest = printable.definition
             WHERE form = ?1 AND until > ?2",
            params![form.as_bytes(), now.as_millisecond()],
            |row| row.get(0),
        );
        definition.optional()?.ok_or(StoreError::PrintWindowClosed)
    }

    /// When a form was made void and by whom, as the trail has it.
    ///
    /// # Errors
    /// The disk's.
    pub fn voided(&self, form: Uuid) -> Result<Option<(Timestamp, Option<StaffId>)>, StoreError> {
        let noted = "SELECT CAST(at AS INTEGER), detail FROM audit WHERE event = ?1 AND subject = ?2
            ORDER BY sequence DESC LIMIT 1";
        let noted = self.db.query_row(noted, params![Event::FormVoided.code(), form.to_string()], |row| {
            Ok((time(row.get(0)?)?, who(&row.get::<_, String>(1)?)))
        });
        Ok(noted.optional()?)
    }

    /// A correction as it was sealed: bytes of an age file.
    ///
    /// # Errors
    /// [`StoreError::FormGone`].
    pub fn sealed_correction(&self, id: Uuid) -> Result<Vec<u8>, StoreError> {
        let sealed = "SELECT sealed FROM corrections WHERE id = ?1";
        outbox::standing(self.db.query_row(sealed, [id.as_bytes()], |row| row.get(0)).optional()?)
    }

    /// Does something with a form that still holds, for somebody who works here.
    fn at_desk(
        &mut self,
        form: Uuid,
        by: Option<StaffId>,
        now: Timestamp,
        work: impl FnOnce(&Connection, &mut Trail<'_>) -> Result<(), StoreError>,
    ) -> Result<(), StoreError> {
        self.change(now, |db, _, trail| {
            standing(db, form)?;
            works_here(db, by)?;
            work(db, trail)
        })
    }
}

/// Whether a form is there and still holds.
fn standing(db: &Connection, form: Uuid) -> Result<(), StoreError> {
    let void = db.query_row("SELECT void FROM forms WHERE id = ?1", [form.as_bytes()], |row| row.get(0)).optional()?;
    match void {
        None => Err(StoreError::FormGone),
        Some(Some::<String>(_)) => Err(StoreError::FormVoid),
        Some(None) => Ok(()),
    }
}

fn note(
    trail: &mut Trail<'_>,
    changed: usize,
    event: Event,
    form: Uuid,
    by: Option<StaffId>,
    detail: &str,
) -> Result<(), StoreError> {
    if changed == 0 {
        return Ok(());
    }
    let detail = if detail.is_empty() { String::new() } else { format!(": {detail}") };
    trail.add(event, &form.to_string(), &format!("{}{detail}", by_whom(by)))
}

/// The corrected document under a key of its own; the one before goes with its key.
fn replace_copy(db: &Connection, wrapping: &Key, form: Uuid, document: &[u8], now: i64) -> Result<(), StoreError> {
    let key = Key::random()?;
    let changed = db.execute(
        "UPDATE printable SET key = ?2, copy = ?3 WHERE form = ?1 AND until > ?4",
        params![form.as_bytes(), wrapping.wrap_key(&key, form.as_bytes())?, key.lock(document, form.as_bytes())?, now],
    )?;
    if changed == 0 { Err(StoreError::PrintWindowClosed) } else { Ok(()) }
}

fn desk_form(row: &Row<'_>) -> rusqlite::Result<DeskForm> {
    let done = |at: &str, by: &str| -> rusqlite::Result<Option<(Timestamp, Option<StaffId>)>> {
        let at = row.get::<_, Option<i64>>(at)?.map(time).transpose()?;
        let by = row.get::<_, Option<i64>>(by)?.map(StaffId);
        Ok(at.map(|at| (at, by)))
    };
    Ok(DeskForm {
        id: Uuid::from_bytes(row.get("id")?),
        number: number(row.get("number")?)?,
        form_id: row.get("form_id")?,
        form_version: row.get("form_version")?,
        language: row.get("language")?,
        sealed_at: time(row.get("sealed_at")?)?,
        duplicate_of: row.get::<_, Option<String>>("duplicate_of")?.map(number).transpose()?,
        signed_off: done("signed_off_at", "signed_off_by")?,
        handed_over: done("handed_over_at", "handed_over_by")?,
        void: row.get::<_, Option<String>>("void")?.and_then(|code| Void::of(&code)),
        prints: row.get("prints")?,
        corrections: row.get("corrections")?,
        readable_until: row.get::<_, Option<i64>>("readable_until")?.map(time).transpose()?,
    })
}
