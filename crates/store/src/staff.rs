//! Who works at this counter, and what each may do.
//!
//! A PIN is a hash that its maker checks. It must never know how one is hashed, or who stands in front.

use jiff::Timestamp;
use rusqlite::{Connection, OptionalExtension, Row, params, types::Type};

use crate::{
    Store, StoreError,
    audit::Event,
    outbox::{out_of_range, time},
};

/// Names somebody on the staff; never given twice.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct StaffId(pub(crate) i64);

/// What somebody may do. Each may do what those before may.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Role {
    /// Serves at the counter: prints, corrects, signs off.
    Officer,
    /// Looks after answers and packs.
    Trainer,
    /// Looks after the kiosk and its staff.
    Admin,
}

impl Role {
    /// As it is kept and shown: `officer`, `trainer` or `admin`.
    pub fn code(self) -> &'static str {
        match self {
            Self::Officer => "officer",
            Self::Trainer => "trainer",
            Self::Admin => "admin",
        }
    }

    /// The role with a code.
    pub fn of(code: &str) -> Option<Self> {
        [Self::Officer, Self::Trainer, Self::Admin].into_iter().find(|role| role.code() == code)
    }
}

/// Somebody on the staff.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StaffMember {
    /// Names them in what follows.
    pub id: StaffId,
    /// As the others call them.
    pub name: String,
    /// What they may do.
    pub role: Role,
    /// Hash of the PIN, as it was given.
    pub pin: String,
    /// Since when.
    pub since: Timestamp,
}

impl Store {
    /// Everybody who works here, in the order in which they came.
    ///
    /// # Errors
    /// The disk's, or [`StoreError::Damaged`].
    pub fn staff(&self) -> Result<Vec<StaffMember>, StoreError> {
        let mut staff =
            self.db.prepare_cached("SELECT id, name, role, pin, since FROM staff WHERE left_at IS NULL ORDER BY id")?;
        let staff = staff.query_map([], member)?;
        Ok(staff.collect::<Result<_, _>>()?)
    }

    /// Takes somebody on. `by`: who did it; `None` for whoever has the machine's own PIN.
    ///
    /// # Errors
    /// The disk's.
    pub fn take_on(
        &mut self,
        name: &str,
        role: Role,
        pin: &str,
        by: Option<StaffId>,
        now: Timestamp,
    ) -> Result<StaffId, StoreError> {
        self.change(now, |db, _, trail| {
            db.execute(
                "INSERT INTO staff (name, role, pin, since) VALUES (?1, ?2, ?3, ?4)",
                params![name, role.code(), pin, trail.now()],
            )?;
            let id = StaffId(db.last_insert_rowid());
            trail.add(Event::StaffTakenOn, &id.subject(), &format!("{}, {}", role.code(), by_whom(by)))?;
            Ok(id)
        })
    }

    /// Gives somebody another PIN.
    ///
    /// # Errors
    /// [`StoreError::StaffGone`], or the disk's.
    pub fn change_pin(
        &mut self,
        id: StaffId,
        pin: &str,
        by: Option<StaffId>,
        now: Timestamp,
    ) -> Result<(), StoreError> {
        self.change(now, |db, _, trail| {
            let changed =
                db.execute("UPDATE staff SET pin = ?2 WHERE id = ?1 AND left_at IS NULL", params![id.0, pin])?;
            if changed == 0 {
                return Err(StoreError::StaffGone);
            }
            trail.add(Event::PinChanged, &id.subject(), &by_whom(by))
        })
    }

    /// Somebody no longer works here; what they did stays in the trail under their number.
    ///
    /// # Errors
    /// [`StoreError::StaffGone`], or the disk's.
    pub fn let_go(&mut self, id: StaffId, by: Option<StaffId>, now: Timestamp) -> Result<(), StoreError> {
        self.change(now, |db, _, trail| {
            let changed = db.execute(
                "UPDATE staff SET left_at = ?2, pin = '' WHERE id = ?1 AND left_at IS NULL",
                params![id.0, trail.now()],
            )?;
            if changed == 0 {
                return Err(StoreError::StaffGone);
            }
            trail.add(Event::StaffLetGo, &id.subject(), &by_whom(by))
        })
    }

    /// Notes that somebody's PIN opened the counter's side.
    ///
    /// # Errors
    /// The disk's.
    pub fn note_sign_in(&mut self, id: StaffId, now: Timestamp) -> Result<(), StoreError> {
        self.change(now, |_, _, trail| trail.add(Event::SignedIn, &id.subject(), ""))
    }
}

impl StaffId {
    /// The number by which the screens know them.
    pub fn number(self) -> i64 {
        self.0
    }

    pub(crate) fn subject(self) -> String {
        format!("staff {}", self.0)
    }
}

/// Whether somebody works here now; whoever has the machine's own PIN does.
pub(crate) fn works_here(db: &Connection, id: Option<StaffId>) -> Result<(), StoreError> {
    let Some(id) = id else { return Ok(()) };
    let here = db.query_row("SELECT id FROM staff WHERE id = ?1 AND left_at IS NULL", [id.0], |_| Ok(())).optional()?;
    here.ok_or(StoreError::StaffGone)
}

/// Whom [`by_whom`] named, at the beginning of an entry's detail.
pub(crate) fn who(detail: &str) -> Option<StaffId> {
    let number = detail.strip_prefix("by staff ")?;
    number.split(':').next()?.parse().ok().map(StaffId)
}

pub(crate) fn by_whom(by: Option<StaffId>) -> String {
    by.map_or_else(|| "by the machine's PIN".to_owned(), |by| format!("by {}", by.subject()))
}

fn member(row: &Row<'_>) -> rusqlite::Result<StaffMember> {
    let role: String = row.get("role")?;
    Ok(StaffMember {
        id: StaffId(row.get("id")?),
        name: row.get("name")?,
        role: Role::of(&role).ok_or_else(|| out_of_range("role", Type::Text))?,
        pin: row.get("pin")?,
        since: time(row.get("since")?)?,
    })
}
