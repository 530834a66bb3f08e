//! Papers on their way to the printer. A paper counts as printed when the printer has said so, and never before.
//!
//! It must never know a printer, nor how far a job has come there: only which papers nobody has ended yet.

use jiff::Timestamp;
use rusqlite::{OptionalExtension, Row, params};
use uuid::Uuid;

use crate::{Store, StoreError, audit::Event, finish::new_id, outbox::time};

/// A paper that was given to a printer, or is to be.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PrintJob {
    /// Its name, here and at the printer.
    pub id: Uuid,
    /// The finished form on it; `None` for slips.
    pub form: Option<Uuid>,
    /// Which sheet: `form`, `ticket`, …
    pub sheet: String,
    /// When it was asked for.
    pub begun: Timestamp,
}

/// How a print job ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PrintEnd {
    /// The printer said that it was completed.
    Printed,
    /// Somebody gave it up, or the printer did.
    GivenUp,
}

impl PrintEnd {
    fn code(self) -> &'static str {
        match self {
            Self::Printed => "printed",
            Self::GivenUp => "given-up",
        }
    }
}

impl Store {
    /// Begins a print job, before anything is sent.
    ///
    /// # Errors
    /// [`StoreError::FormGone`], or the disk's.
    pub fn begin_print(&mut self, form: Option<Uuid>, sheet: &str, now: Timestamp) -> Result<Uuid, StoreError> {
        self.change(now, |db, _, trail| {
            if let Some(form) = form {
                let there = db.query_row("SELECT id FROM forms WHERE id = ?1", [form.as_bytes()], |_| Ok(()));
                there.optional()?.ok_or(StoreError::FormGone)?;
            }
            let id = new_id(trail.now())?;
            db.execute(
                "INSERT INTO print_jobs (id, form, sheet, begun) VALUES (?1, ?2, ?3, ?4)",
                params![id.as_bytes(), form.as_ref().map(Uuid::as_bytes), sheet, trail.now()],
            )?;
            Ok(id)
        })
    }

    /// Ends a job. Only [`PrintEnd::Printed`] counts a form as printed and says so in the trail.
    ///
    /// # Errors
    /// [`StoreError::JobGone`], also for one that has ended; or the disk's.
    pub fn end_print(&mut self, job: Uuid, end: PrintEnd, now: Timestamp) -> Result<(), StoreError> {
        self.change(now, |db, _, trail| {
            let found = "SELECT form, sheet FROM print_jobs WHERE id = ?1 AND ended IS NULL";
            let found = db.query_row(found, [job.as_bytes()], |row| {
                Ok((row.get::<_, Option<[u8; 16]>>(0)?.map(Uuid::from_bytes), row.get::<_, String>(1)?))
            });
            let (form, sheet) = found.optional()?.ok_or(StoreError::JobGone)?;
            db.execute(
                "UPDATE print_jobs SET ended = ?2, ended_at = ?3 WHERE id = ?1",
                params![job.as_bytes(), end.code(), trail.now()],
            )?;
            let event = match end {
                PrintEnd::Printed => Event::Printed,
                PrintEnd::GivenUp => Event::PrintGivenUp,
            };
            if let (Some(form), PrintEnd::Printed) = (form, end) {
                db.execute("UPDATE forms SET prints = prints + 1 WHERE id = ?1", [form.as_bytes()])?;
            }
            let subject = form.map_or_else(|| job.to_string(), |form| form.to_string());
            trail.add(event, &subject, &format!("{sheet} {job}"))
        })
    }

    /// Jobs that have not ended, the oldest first.
    ///
    /// # Errors
    /// The disk's, or [`StoreError::Damaged`].
    pub fn print_jobs(&self) -> Result<Vec<PrintJob>, StoreError> {
        let mut jobs = self
            .db
            .prepare_cached("SELECT id, form, sheet, begun FROM print_jobs WHERE ended IS NULL ORDER BY sequence")?;
        let jobs = jobs.query_map([], print_job)?;
        Ok(jobs.collect::<Result<_, _>>()?)
    }
}

fn print_job(row: &Row<'_>) -> rusqlite::Result<PrintJob> {
    Ok(PrintJob {
        id: Uuid::from_bytes(row.get("id")?),
        form: row.get::<_, Option<[u8; 16]>>("form")?.map(Uuid::from_bytes),
        sheet: row.get("sheet")?,
        begun: time(row.get("begun")?)?,
    })
}
