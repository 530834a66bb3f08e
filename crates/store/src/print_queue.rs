//! Papers on their way to the printer. A paper counts as printed when the printer has said so, and never before.
//!
//! It must never know a printer, nor how far a job has come there: only which papers nobody has ended yet.

use jiff::Timestamp;
use rusqlite::{OptionalExtension, Row, params};
use uuid::Uuid;

use crate::{StaffId, Store, StoreError, audit::Event, finish::new_id, outbox::time, staff::by_whom};

/// Name of the sheet that is a form itself; all others are slips.
const FORM: &str = "form";

/// A paper that was given to a printer, or is to be.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PrintJob {
    /// Its name, here and at the printer.
    pub id: Uuid,
    /// The finished form that it is of; `None` for what belongs to none.
    pub form: Option<Uuid>,
    /// Which sheet: `form`, `ticket`, …
    pub sheet: String,
    /// When it was asked for.
    pub begun: Timestamp,
}

impl PrintJob {
    /// The form that is on it whole, not only in part as on a slip.
    pub fn whole_form(&self) -> Option<Uuid> {
        self.form.filter(|_| self.sheet == FORM)
    }
}

/// Who asked for a paper.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum AskedBy {
    /// Whoever stands in front of the kiosk.
    Citizen,
    /// Somebody of the staff; `None` for the machine's own PIN.
    Staff(Option<StaffId>),
}

impl AskedBy {
    fn words(self) -> String {
        match self {
            Self::Citizen => "by the citizen".to_owned(),
            Self::Staff(who) => by_whom(who),
        }
    }
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
    /// Begins a print job, before anything is sent. The trail says who asked, and whether it is a reprint.
    ///
    /// # Errors
    /// [`StoreError::FormGone`], or the disk's.
    pub fn begin_print(
        &mut self,
        form: Option<Uuid>,
        sheet: &str,
        by: AskedBy,
        now: Timestamp,
    ) -> Result<Uuid, StoreError> {
        self.change(now, |db, _, trail| {
            let mut again = "";
            if let Some(form) = form {
                let prints = "SELECT prints FROM forms WHERE id = ?1";
                let prints: Option<u32> = db.query_row(prints, [form.as_bytes()], |row| row.get(0)).optional()?;
                if prints.ok_or(StoreError::FormGone)? > 0 && sheet == FORM {
                    again = ", again";
                }
            }
            let id = new_id(trail.now())?;
            db.execute(
                "INSERT INTO print_jobs (id, form, sheet, begun) VALUES (?1, ?2, ?3, ?4)",
                params![id.as_bytes(), form.as_ref().map(Uuid::as_bytes), sheet, trail.now()],
            )?;
            let subject = form.unwrap_or(id).to_string();
            trail.add(Event::PrintAsked, &subject, &format!("{sheet} {id} {}{again}", by.words()))?;
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
            if let (Some(form), FORM, PrintEnd::Printed) = (form, sheet.as_str(), end) {
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
