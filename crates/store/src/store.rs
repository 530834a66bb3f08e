//! One store: opened, held by one process, changed in transactions that leave a trail.

use std::{
    path::Path,
    sync::{Arc, Mutex, MutexGuard, PoisonError},
};

use jiff::Timestamp;
use rusqlite::{Connection, TransactionBehavior};

use crate::{
    DraftId, KeyProvider, Opening, Post, StoreError, StoreKey,
    audit::{self, Event, Trail},
    cipher::Key,
    database,
    full_disk::FullDisk,
    keys::ContentKeys,
    pause,
    place::{Hold, Place},
    schema::STEPS,
};

/// Milliseconds by which clocks are set right all the time.
const JITTER: i64 = 1000;

/// The encrypted database of one kiosk.
pub struct Store {
    pub(crate) db: Connection,
    pub(crate) keys: ContentKeys,
    pub(crate) place: Place,
    opening: Opening,
    key: StoreKey,
    held: Arc<Held>,
    /// The draft that was written last, and its key; whatever may end a draft lets it go.
    pub(crate) in_hand: Option<(DraftId, Key)>,
}

/// What the connections of one process share.
pub(crate) struct Held {
    /// The latest time that is known, in milliseconds. Who changes something has it: one at a time, so that the note of
    /// the trail's newest entry is never written by two, nor by the earlier one last.
    clock: Mutex<i64>,
    /// Let go when the last connection is closed.
    _hold: Hold,
}

impl Held {
    pub(crate) fn clock(&self) -> MutexGuard<'_, i64> {
        self.clock.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// What [`Store::expire`] ended.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Expired {
    /// Readable copies of finished forms.
    pub printable: u64,
    /// Paused drafts that nobody came back for.
    pub drafts: u64,
}

impl Store {
    /// Name of the store's folder within a kiosk's data folder.
    pub const FOLDER: &'static str = "store";

    /// Opens the store in this folder, or begins one. A damaged one is set aside under another name, with a fresh
    /// one begun in its place and everything taken over that can still be read: see [`Store::opening`].
    ///
    /// # Errors
    /// The key's, the disk's, [`StoreError::AlreadyOpen`] or [`StoreError::TooNew`]. Nothing is changed then.
    pub fn open(folder: &Path, key: &dyn KeyProvider, now: Timestamp) -> Result<Self, StoreError> {
        let place = Place::of(folder);
        let hold = place.hold()?;
        let (key, key_created) = place.key(key)?;
        let mut opening = Opening { set_aside: place.end_renewal()?, ..Opening::default() };
        let opened = match place.opened(&key) {
            Err(StoreError::DiskFull) => {
                place.give_back_reserve();
                place.opened(&key)
            }
            Err(StoreError::Damaged { .. }) => {
                let (aside, rescued) = place.renew(&key, now.as_millisecond())?;
                (opening.set_aside, opening.rescued) = (Some(aside), rescued);
                place.opened(&key)
            }
            opened => opened,
        };
        let (db, schema) = opened?;
        opening.created = schema == 0;
        opening.audit_cut_off = !audit::reaches(&db, &place.head())?;
        let clock = audit::newest_time(&db)?.unwrap_or_else(|| now.as_millisecond());
        let back = clock - now.as_millisecond();
        opening.clock_back_seconds = (back > JITTER).then_some(back / 1000);
        let held = Arc::new(Held { clock: Mutex::new(clock), _hold: hold });
        let mut store = Self { db, keys: key.of_contents(), place, opening, key, held, in_hand: None };
        store.insist(|store| store.note_cut_off(now))?;
        store.insist(|store| store.note_opening(key_created, schema, now))?;
        // What a process that was killed left in the log; it may also wait.
        let _ = store.settle();
        let _ = store.place.fill_reserve();
        Ok(store)
    }

    /// What opening found.
    pub fn opening(&self) -> &Opening {
        &self.opening
    }

    /// Another connection beside this one, of the same process, for the courier: it works on its own thread and never makes
    /// this one wait longer than one small transaction.
    ///
    /// # Errors
    /// The disk's.
    pub fn beside(&self) -> Result<Post, StoreError> {
        let place = self.place.again();
        Ok(Post::new(database::open(&place.database(), &self.key)?, place, self.held.clone()))
    }

    /// Free room on the store's disk, in bytes; nothing where the system does not say.
    pub fn room(&self) -> Option<u64> {
        fs4::available_space(self.place.database().parent()?).ok()
    }

    /// Before everything else, where the first of the missing entries was.
    fn note_cut_off(&mut self, now: Timestamp) -> Result<(), StoreError> {
        if !self.opening.audit_cut_off {
            return Ok(());
        }
        let known = Timestamp::from_millisecond(*self.held.clock()).unwrap_or(now);
        self.change(known.max(now), |_, _, trail| trail.add(Event::TrailCutOff, "", ""))
    }

    fn note_opening(&mut self, key_created: bool, schema: i64, now: Timestamp) -> Result<(), StoreError> {
        let opening = self.opening.clone();
        let knows = STEPS.len() as i64;
        self.change(now, |_, _, trail| {
            if key_created {
                trail.add(Event::KeyCreated, "", "")?;
            }
            if let Some(aside) = &opening.set_aside {
                let name = aside.file_name().unwrap_or_default().to_string_lossy();
                trail.add(Event::StoreSetAside, &name, &format!("{} forms taken over", opening.rescued))?;
            }
            match schema {
                _ if opening.set_aside.is_some() => {}
                0 => trail.add(Event::StoreCreated, "", "")?,
                older if older < knows => trail.add(Event::StoreMigrated, "", &format!("{older} to {knows}"))?,
                _ => {}
            }
            trail.add(Event::StoreOpened, "", env!("CARGO_PKG_VERSION"))
        })
    }

    /// Destroys what has had its time: readable copies whose print window is over, and paused drafts that nobody
    /// came back for. To be called at least each minute.
    ///
    /// # Errors
    /// The disk's.
    pub fn expire(&mut self, now: Timestamp) -> Result<Expired, StoreError> {
        let printable = self.insist(|store| store.close_print_windows(now))?;
        let drafts = self.expire_pauses(now)?;
        if printable > 0 {
            self.settle()?;
        }
        let _ = self.place.fill_reserve();
        Ok(Expired { printable, drafts })
    }

    /// Changes the database in one transaction, or not at all. The newest entry of the trail is noted beside it after
    /// that: a note that is behind is caught up with, one that is ahead would say that entries were cut off.
    pub(crate) fn change<T>(
        &mut self,
        now: Timestamp,
        work: impl FnOnce(&Connection, &ContentKeys, &mut Trail<'_>) -> Result<T, StoreError>,
    ) -> Result<T, StoreError> {
        self.in_hand = None;
        let keys = &self.keys;
        change(&mut self.db, &self.place, &self.held, now, |db, trail| work(db, keys, trail))
    }
}

impl FullDisk for Store {
    fn db(&self) -> &Connection {
        &self.db
    }

    fn place(&self) -> &Place {
        &self.place
    }

    fn held(&self) -> &Held {
        &self.held
    }
}

/// See [`Store::change`]; for any of the connections.
pub(crate) fn change<T>(
    db: &mut Connection,
    place: &Place,
    held: &Held,
    now: Timestamp,
    work: impl FnOnce(&Connection, &mut Trail<'_>) -> Result<T, StoreError>,
) -> Result<T, StoreError> {
    let mut clock = held.clock();
    let back = *clock - now.as_millisecond();
    let at = if back > JITTER { now.as_millisecond() } else { (*clock).max(now.as_millisecond()) };
    let change = db.transaction_with_behavior(TransactionBehavior::Immediate)?;
    let mut trail = Trail::at(&change, at);
    if back > JITTER {
        move_deadlines(&change, at)?;
        trail.add(Event::ClockBack, "", &format!("{} s", back / 1000))?;
    }
    let done = work(&change, &mut trail)?;
    let head = trail.head();
    change.commit()?;
    *clock = at;
    if let Some(head) = head {
        head.note(&place.head());
    }
    Ok(done)
}

/// What lasts ten minutes still lasts ten minutes when the clock is set back to before it began.
fn move_deadlines(db: &Connection, now: i64) -> Result<(), StoreError> {
    for statement in [
        "UPDATE drafts SET paused_until = paused_until - (paused_at - ?1), paused_at = ?1 WHERE paused_at > ?1",
        "UPDATE printable SET until = until - (since - ?1), since = ?1 WHERE since > ?1",
        "UPDATE persons SET until = until - (since - ?1), since = ?1 WHERE since > ?1",
        "UPDATE forms SET accepted_at = ?1 WHERE accepted_at > ?1",
        "UPDATE corrections SET accepted_at = ?1 WHERE accepted_at > ?1",
    ] {
        db.execute(statement, [now])?;
    }
    pause::move_wait(db, now)
}
