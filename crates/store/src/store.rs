//! One store: opened, held by one process, changed in transactions that leave a trail.

use std::{
    fs::{self, File, TryLockError},
    io,
    path::{Path, PathBuf},
};

use jiff::Timestamp;
use rusqlite::{Connection, TransactionBehavior, params};

use crate::{
    KeyProvider, Opening, StoreError, StoreKey,
    audit::{self, Event, Trail},
    cipher, database, files,
    keys::ContentKeys,
    platform, rescue,
    schema::{self, STEPS},
};

/// Milliseconds by which clocks are set right all the time.
const JITTER: i64 = 1000;
/// Bytes that are given back to a full disk so that a draft can still be destroyed: as much as the database's log may
/// need to be moved into the database, with a picture that was just answered.
const RESERVE: usize = 4 << 20;

/// Name of the database's file.
const DATABASE: &str = "store.db";
/// How the names of folders begin in which damaged stores lie.
const SET_ASIDE: &str = "set-aside-";

/// The encrypted database of one kiosk.
pub struct Store {
    pub(crate) db: Connection,
    pub(crate) keys: ContentKeys,
    pub(crate) place: Place,
    opening: Opening,
    /// The latest time that is known, in milliseconds.
    clock: i64,
    /// Let go last, when the database is closed.
    _hold: Hold,
}

/// The right to be the one that has the store open. The system takes it back even from a process that is killed.
struct Hold(File);

/// Lets go at once: a process that was just begun and has not closed its parent's files yet would hold on otherwise.
impl Drop for Hold {
    fn drop(&mut self) {
        let _ = self.0.unlock();
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

/// Where things lie in a store's folder.
pub(crate) struct Place(PathBuf);

impl Place {
    pub fn of(folder: &Path) -> Self {
        Self(folder.to_owned())
    }

    /// Everything that is set aside together, by one rename.
    fn current(&self) -> PathBuf {
        self.0.join("current")
    }

    /// Where a store grows that is to take a damaged one's place.
    fn fresh(&self) -> PathBuf {
        self.0.join("fresh")
    }

    pub fn database(&self) -> PathBuf {
        self.current().join(DATABASE)
    }

    pub fn head(&self) -> PathBuf {
        self.current().join("audit.head")
    }

    fn mark(&self) -> PathBuf {
        self.0.join("key.mark")
    }

    fn reserve(&self) -> PathBuf {
        self.0.join("reserve")
    }

    fn hold(&self) -> Result<Hold, StoreError> {
        let path = self.0.join("store.lock");
        let lock = platform::private_folder(&self.0).and_then(|()| platform::private_file(&path));
        let lock = lock.map_err(|error| StoreError::of_file(&path, &error))?;
        match lock.try_lock() {
            Ok(()) => Ok(Hold(lock)),
            Err(TryLockError::WouldBlock) => Err(StoreError::AlreadyOpen { folder: self.0.clone() }),
            Err(TryLockError::Error(error)) => Err(StoreError::of_file(&path, &error)),
        }
    }

    /// The key, and whether it was made just now. Where there is a store, no key is made: it would open nothing.
    fn key(&self, provider: &dyn KeyProvider) -> Result<(StoreKey, bool), StoreError> {
        match provider.read()? {
            Some(key) => Ok((key, false)),
            None if self.database().exists() => Err(StoreError::KeyMissing { looked: provider.place() }),
            None => Ok((provider.create()?, true)),
        }
    }

    fn is_marked_by(&self, key: &StoreKey) -> bool {
        fs::read_to_string(self.mark()).is_ok_and(|mark| mark.trim() == key.mark())
    }

    /// Notes with which key the store is begun: a wrong key and a damaged database look the same otherwise.
    fn mark_with(&self, key: &StoreKey) -> Result<(), StoreError> {
        if self.is_marked_by(key) {
            return Ok(());
        }
        let mark = self.mark();
        files::keep(&mark, key.mark().as_bytes()).map_err(|error| StoreError::of_file(&mark, &error))
    }

    /// What it means that the database could not be read with this key.
    pub fn unreadable(&self, error: StoreError, key: &StoreKey) -> StoreError {
        match error {
            StoreError::Damaged { .. } if !self.is_marked_by(key) => StoreError::KeyWrong { folder: self.0.clone() },
            other => other,
        }
    }

    /// Opens the database and reads all of it; gives also the schema that it had.
    fn opened(&self, key: &StoreKey) -> Result<(Connection, i64), StoreError> {
        let path = self.database();
        if !path.exists() {
            self.mark_with(key)?;
        }
        let mut db = begun(&path, key)?;
        database::check(&db)?;
        let found = schema::migrate(&mut db, STEPS)?;
        self.mark_with(key)?;
        Ok((db, found))
    }

    /// Begins a fresh store with all that can be read of the damaged one, and then moves the damaged one out of the way,
    /// whole and at once. Gives where it lies now, and how many finished forms were taken over.
    fn renew(&self, key: &StoreKey, at: i64) -> Result<(PathBuf, u64), StoreError> {
        let fresh = self.fresh();
        let failed = |error| StoreError::of_file(&fresh, &error);
        if fresh.exists() {
            fs::remove_dir_all(&fresh).map_err(failed)?;
        }
        let mut db = begun(&fresh.join(DATABASE), key)?;
        schema::migrate(&mut db, STEPS)?;
        let rescued = rescue::rescue(&self.database(), key, &mut db)?;
        db.close().map_err(|(_, error)| error)?;
        let name = (0..).map(|again| self.0.join(format!("{SET_ASIDE}{at}-{again}")));
        let aside = name.into_iter().find(|name| !name.exists()).unwrap_or_else(|| self.0.join(SET_ASIDE));
        fs::rename(self.current(), &aside).map_err(failed)?;
        fs::rename(&fresh, self.current()).and_then(|()| files::settle_around(&fresh)).map_err(failed)?;
        Ok((aside, rescued))
    }

    /// Ends a renewal that was cut off between its two renames; gives where the damaged store lies.
    fn end_renewal(&self) -> Result<Option<PathBuf>, StoreError> {
        if self.current().exists() || !self.fresh().join(DATABASE).exists() {
            return Ok(None);
        }
        let failed = |error| StoreError::of_file(&self.0, &error);
        fs::rename(self.fresh(), self.current()).map_err(failed)?;
        let entries = fs::read_dir(&self.0).map_err(failed)?;
        let aside = entries
            .filter_map(|entry| Some(entry.ok()?.path()))
            .filter(|path| path.file_name().is_some_and(|name| name.to_string_lossy().starts_with(SET_ASIDE)));
        Ok(aside.max())
    }

    fn give_back_reserve(&self) {
        let _ = fs::remove_file(self.reserve());
    }

    fn fill_reserve(&self) -> io::Result<()> {
        if fs::metadata(self.reserve()).is_ok_and(|about| about.len() == RESERVE as u64) {
            return Ok(());
        }
        // Random, so that no file system can make it smaller than it is.
        let mut filler = vec![0; RESERVE];
        cipher::fill_random(&mut filler).map_err(io::Error::other)?;
        files::keep(&self.reserve(), &filler)
    }
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
            opened => opened,
        };
        let opened = opened.map_err(|error| place.unreadable(error, &key));
        let (db, schema) = match opened {
            Err(StoreError::Damaged { .. }) => {
                let (aside, rescued) = place.renew(&key, now.as_millisecond())?;
                (opening.set_aside, opening.rescued) = (Some(aside), rescued);
                place.opened(&key)?
            }
            opened => opened?,
        };
        opening.created = schema == 0;
        opening.audit_cut_off = !audit::reaches(&db, &place.head())?;
        let clock = audit::newest_time(&db)?.unwrap_or_else(|| now.as_millisecond());
        let back = clock - now.as_millisecond();
        opening.clock_back_seconds = (back > JITTER).then_some(back / 1000);
        let mut store = Self { db, keys: key.of_contents(), place, opening, clock, _hold: hold };
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

    /// Before everything else, where the first of the missing entries was.
    fn note_cut_off(&mut self, now: Timestamp) -> Result<(), StoreError> {
        if !self.opening.audit_cut_off {
            return Ok(());
        }
        let known = Timestamp::from_millisecond(self.clock).unwrap_or(now);
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
        let back = self.clock - now.as_millisecond();
        let at = if back > JITTER { now.as_millisecond() } else { self.clock.max(now.as_millisecond()) };
        let change = self.db.transaction_with_behavior(TransactionBehavior::Immediate)?;
        let mut trail = Trail::at(&change, at);
        if back > JITTER {
            move_deadlines(&change, back)?;
            trail.add(Event::ClockBack, "", &format!("{} s", back / 1000))?;
        }
        let done = work(&change, &self.keys, &mut trail)?;
        let head = trail.head();
        change.commit()?;
        self.clock = at;
        if let Some(head) = head {
            head.note(&self.place.head());
        }
        Ok(done)
    }

    /// Does what must be possible on a full disk too: on one, what was kept free for it is given back first.
    pub(crate) fn insist<T>(&mut self, work: impl Fn(&mut Self) -> Result<T, StoreError>) -> Result<T, StoreError> {
        match work(self) {
            Err(StoreError::DiskFull) => {
                self.place.give_back_reserve();
                let _ = database::settle(&self.db);
                database::spare_room(&self.db, true)?;
                let done = work(self);
                database::spare_room(&self.db, false)?;
                done
            }
            done => done,
        }
    }

    /// Leaves nothing of what was deleted in the database's log. On a full disk the log has to wait.
    pub(crate) fn settle(&self) -> Result<(), StoreError> {
        match database::settle(&self.db) {
            Err(StoreError::DiskFull) => Ok(()),
            done => done,
        }
    }
}

/// The database at this path, in a folder of its own.
fn begun(path: &Path, key: &StoreKey) -> Result<Connection, StoreError> {
    if let Some(folder) = path.parent() {
        platform::private_folder(folder).map_err(|error| StoreError::of_file(folder, &error))?;
    }
    if !path.exists() {
        platform::private_file(path).map_err(|error| StoreError::of_file(path, &error))?;
    }
    database::open(path, key)
}

/// What was to end in ten minutes still ends in ten minutes when the clock is set back.
fn move_deadlines(db: &Connection, back: i64) -> Result<(), StoreError> {
    for statement in [
        "UPDATE drafts SET paused_until = paused_until - ?1 WHERE paused_until IS NOT NULL",
        "UPDATE printable SET until = until - ?1",
        "UPDATE persons SET until = until - ?1",
        "UPDATE meta SET value = value - ?1 WHERE name = 'codes_from' AND value > 0",
    ] {
        db.execute(statement, params![back])?;
    }
    Ok(())
}
