//! What happened on this kiosk, entry by entry, each bound to the one before. It must never hold an answer.
//!
//! The hash of an entry is BLAKE3 over the hash before it and the entry. The newest hash also stands in a file beside
//! the database: without that, entries cut off at the end would leave no trace. What no kiosk can find by itself is
//! that its whole folder was put back to an earlier day, or that the whole trail was written anew by somebody with the
//! key. For these, note the head elsewhere from time to time.

use std::{fs, path::Path};

use jiff::Timestamp;
use rusqlite::{Connection, OptionalExtension, Row, params};

use crate::{KeyProvider, Store, StoreError, database, files, place::Place};

/// The hash before the first entry.
const BEGINNING: [u8; 32] = [0; 32];

/// What is worth an entry.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Event {
    KeyCreated,
    StoreCreated,
    StoreOpened,
    StoreMigrated,
    StoreSetAside,
    TrailCutOff,
    ClockBack,
    DraftBegun,
    DraftPaused,
    DraftResumed,
    DraftDestroyed,
    CodeWrong,
    FormFinished,
    PrintWindowClosed,
    StaffTakenOn,
    StaffLetGo,
    PinChanged,
    SettingChanged,
    SignedIn,
    FormSignedOff,
    FormHandedOver,
    FormVoided,
    FormCorrected,
    PrintAsked,
    Printed,
    PrintGivenUp,
    FormAccepted,
    FormSetAside,
    FormSentAgain,
    FormOnStick,
    FormsPurged,
    KioskEnrolled,
    CredentialChanged,
    CourierStopped,
}

impl Event {
    /// As it stands in the trail.
    pub(crate) fn code(self) -> &'static str {
        match self {
            Self::KeyCreated => "key-created",
            Self::StoreCreated => "store-created",
            Self::StoreOpened => "store-opened",
            Self::StoreMigrated => "store-migrated",
            Self::StoreSetAside => "store-set-aside",
            Self::TrailCutOff => "trail-cut-off",
            Self::ClockBack => "clock-back",
            Self::DraftBegun => "draft-begun",
            Self::DraftPaused => "draft-paused",
            Self::DraftResumed => "draft-resumed",
            Self::DraftDestroyed => "draft-destroyed",
            Self::CodeWrong => "code-wrong",
            Self::FormFinished => "form-finished",
            Self::PrintWindowClosed => "print-window-closed",
            Self::StaffTakenOn => "staff-taken-on",
            Self::StaffLetGo => "staff-let-go",
            Self::PinChanged => "pin-changed",
            Self::SettingChanged => "setting-changed",
            Self::SignedIn => "signed-in",
            Self::FormSignedOff => "form-signed-off",
            Self::FormHandedOver => "form-handed-over",
            Self::FormVoided => "form-voided",
            Self::FormCorrected => "form-corrected",
            Self::PrintAsked => "print-asked",
            Self::Printed => "printed",
            Self::PrintGivenUp => "print-given-up",
            Self::FormAccepted => "form-accepted",
            Self::FormSetAside => "form-set-aside",
            Self::FormSentAgain => "form-sent-again",
            Self::FormOnStick => "form-on-stick",
            Self::FormsPurged => "forms-purged",
            Self::KioskEnrolled => "kiosk-enrolled",
            Self::CredentialChanged => "credential-changed",
            Self::CourierStopped => "courier-stopped",
        }
    }
}

/// What checking the trail found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AuditReport {
    /// How many entries there are.
    pub entries: u64,
    /// Time of the first one.
    pub first: Option<Timestamp>,
    /// Time of the last one.
    pub last: Option<Timestamp>,
    /// Hash of the last one, in hexadecimal: noted elsewhere, it shows later whether the trail was put back.
    pub head: String,
    /// The first entry at which the trail is broken.
    pub broken: Option<BrokenLink>,
}

/// Where the trail is broken.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct BrokenLink {
    /// Number of the entry, counted from 1.
    pub sequence: i64,
    /// How.
    pub fault: ChainFault,
}

/// How a trail is broken.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ChainFault {
    /// The entry is not what was written.
    Altered,
    /// The entry does not follow the one before.
    Unlinked,
    /// The entry is missing.
    Missing,
    /// This entry and what came after it are missing: the trail once was longer.
    CutOff,
}

/// Checks the trail of the store in this folder, also while a kiosk holds it; changes nothing.
///
/// # Errors
/// [`StoreError::Missing`], the key's and the disk's; a broken trail is none.
pub fn verify_audit(folder: &Path, key: &dyn KeyProvider) -> Result<AuditReport, StoreError> {
    let place = Place::of(folder);
    if !place.database().exists() {
        return Err(StoreError::Missing { folder: folder.to_owned() });
    }
    let key = key.read()?.ok_or_else(|| StoreError::KeyMissing { looked: key.place() })?;
    let noted = Head::noted(&place.head());
    let db = database::open_to_read(&place.database(), &key).map_err(|error| place.unreadable(error, &key))?;
    verify(&db, noted)
}

impl Store {
    /// Checks the trail of this store.
    ///
    /// # Errors
    /// The disk's; a broken trail is none.
    pub fn verify_audit(&self) -> Result<AuditReport, StoreError> {
        verify(&self.db, Head::noted(&self.place.head()))
    }
}

/// The newest entry: its number and hash.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Head {
    sequence: i64,
    hash: blake3::Hash,
}

impl Head {
    /// Of an empty trail.
    fn none() -> Self {
        Self { sequence: 0, hash: blake3::Hash::from_bytes(BEGINNING) }
    }

    /// As it is noted beside the database; nothing where there is no note, or none that can be read.
    fn noted(file: &Path) -> Option<Self> {
        let text = fs::read_to_string(file).ok()?;
        let (sequence, hash) = text.trim().split_once(' ')?;
        Some(Self { sequence: sequence.parse().ok()?, hash: blake3::Hash::from_hex(hash).ok()? })
    }

    /// Notes it. A note that cannot be written is left behind, and the next one catches up.
    pub fn note(self, file: &Path) {
        let _ = files::keep(file, format!("{} {}\n", self.sequence, self.hash).as_bytes());
    }

    fn of(db: &Connection) -> Result<Self, StoreError> {
        let newest = "SELECT sequence, hash FROM audit ORDER BY sequence DESC LIMIT 1";
        let found = db.query_row(newest, [], |row| Ok(Self { sequence: row.get(0)?, hash: hash_in(row, 1)? }));
        Ok(found.optional()?.unwrap_or(Self::none()))
    }
}

/// Adds entries within one transaction.
pub(crate) struct Trail<'a> {
    db: &'a Connection,
    at: i64,
    head: Option<Head>,
}

impl<'a> Trail<'a> {
    /// Entries of this time, in milliseconds.
    pub fn at(db: &'a Connection, at: i64) -> Self {
        Self { db, at, head: None }
    }

    /// The time of its entries, in milliseconds.
    pub fn now(&self) -> i64 {
        self.at
    }

    /// Adds one. Neither the subject nor the detail may say anything of an answer.
    pub fn add(&mut self, event: Event, subject: &str, detail: &str) -> Result<(), StoreError> {
        let before = self.head.map_or_else(|| Head::of(self.db), Ok)?;
        let entry = Entry {
            sequence: before.sequence + 1,
            at: self.at,
            event: event.code().to_owned(),
            subject: subject.to_owned(),
            detail: detail.to_owned(),
        };
        let hash = entry.hash(before.hash.as_bytes());
        let mut insert = self.db.prepare_cached(
            "INSERT INTO audit (sequence, at, event, subject, detail, previous, hash) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
        )?;
        insert.execute(params![
            entry.sequence,
            entry.at,
            entry.event,
            entry.subject,
            entry.detail,
            before.hash.as_bytes(),
            hash.as_bytes()
        ])?;
        self.head = Some(Head { sequence: entry.sequence, hash });
        Ok(())
    }

    /// The head that these entries made, to be noted once they are on the disk.
    pub fn head(&self) -> Option<Head> {
        self.head
    }
}

/// Whether the database's trail reaches as far as the note beside it says.
pub(crate) fn reaches(db: &Connection, file: &Path) -> Result<bool, StoreError> {
    let Some(noted) = Head::noted(file) else { return Ok(true) };
    let there = db.query_row("SELECT hash FROM audit WHERE sequence = ?1", [noted.sequence], |row| hash_in(row, 0));
    Ok(there.optional()? == Some(noted.hash))
}

/// Time of the newest entry, in milliseconds.
pub(crate) fn newest_time(db: &Connection) -> Result<Option<i64>, StoreError> {
    let newest = "SELECT CAST(at AS INTEGER) FROM audit ORDER BY sequence DESC LIMIT 1";
    Ok(db.query_row(newest, [], |row| row.get(0)).optional()?)
}

/// What an entry says.
struct Entry {
    sequence: i64,
    at: i64,
    event: String,
    subject: String,
    detail: String,
}

impl Entry {
    fn of(row: &Row<'_>) -> rusqlite::Result<Self> {
        Ok(Self {
            sequence: row.get("sequence")?,
            at: row.get("at")?,
            event: row.get("event")?,
            subject: row.get("subject")?,
            detail: row.get("detail")?,
        })
    }

    /// Every text with its length before it, so that no two entries read alike.
    fn hash(&self, previous: &[u8; 32]) -> blake3::Hash {
        let mut hasher = blake3::Hasher::new();
        hasher.update(previous).update(&self.sequence.to_le_bytes()).update(&self.at.to_le_bytes());
        for text in [&self.event, &self.subject, &self.detail] {
            hasher.update(&(text.len() as u64).to_le_bytes()).update(text.as_bytes());
        }
        hasher.finalize()
    }
}

/// A hash; somebody who put something else there finds that it fits nowhere.
fn hash_in(row: &Row<'_>, column: usize) -> rusqlite::Result<blake3::Hash> {
    let bytes = row.get_ref(column)?.as_blob().ok().and_then(|bytes| bytes.try_into().ok());
    Ok(blake3::Hash::from_bytes(bytes.unwrap_or([0xff; 32])))
}

fn verify(db: &Connection, noted: Option<Head>) -> Result<AuditReport, StoreError> {
    let mut report = AuditReport { entries: 0, first: None, last: None, head: String::new(), broken: None };
    let mut head = Head::none();
    let mut rows =
        db.prepare("SELECT previous, hash, sequence, at, event, subject, detail FROM audit ORDER BY sequence")?;
    let mut rows = rows.query([])?;
    while let Some(row) = rows.next()? {
        let previous = hash_in(row, 0)?;
        let now = Head { sequence: row.get("sequence")?, hash: hash_in(row, 1)? };
        // What cannot even be read was not written by a kiosk.
        let entry = Entry::of(row).ok();
        report.broken = report.broken.or_else(|| {
            let (sequence, fault) = (head.sequence + 1, fault_of(entry.as_ref(), previous, now, head, noted)?);
            Some(BrokenLink { sequence, fault })
        });
        report.entries += 1;
        report.last = entry.and_then(|entry| Timestamp::from_millisecond(entry.at).ok());
        report.first = report.first.or(report.last);
        head = now;
    }
    if noted.is_some_and(|noted| noted.sequence > head.sequence) {
        report.broken = report.broken.or(Some(BrokenLink { sequence: head.sequence + 1, fault: ChainFault::CutOff }));
    }
    report.head = head.hash.to_hex().to_string();
    Ok(report)
}

fn fault_of(
    entry: Option<&Entry>,
    previous: blake3::Hash,
    now: Head,
    before: Head,
    noted: Option<Head>,
) -> Option<ChainFault> {
    if now.sequence != before.sequence + 1 {
        return Some(ChainFault::Missing);
    }
    let Some(entry) = entry.filter(|entry| entry.hash(previous.as_bytes()) == now.hash) else {
        return Some(ChainFault::Altered);
    };
    if before.hash != previous {
        return Some(ChainFault::Unlinked);
    }
    if noted.is_some_and(|noted| noted.sequence == now.sequence && noted.hash != now.hash) {
        return Some(ChainFault::Altered);
    }
    // The kiosk itself found the end missing when it was opened, and said so where the rest should be.
    (entry.event == Event::TrailCutOff.code()).then_some(ChainFault::CutOff)
}
