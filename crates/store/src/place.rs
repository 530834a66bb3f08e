//! Where things lie in a store's folder, and how a store begins, is held, and is set aside. It must never know drafts or forms.

use std::{
    fs::{self, File, TryLockError},
    io,
    path::{Path, PathBuf},
};

use rusqlite::Connection;

use crate::{
    KeyProvider, StoreError, StoreKey, cipher, database, files, platform, rescue,
    schema::{self, STEPS},
};

/// Bytes that are given back to a full disk so that a draft can still be destroyed: as much as the database's log may
/// need to be moved into the database, with a picture that was just answered.
const RESERVE: usize = 4 << 20;

/// Name of the database's file.
const DATABASE: &str = "store.db";
/// How the names of folders begin in which damaged stores lie.
const SET_ASIDE: &str = "set-aside-";

/// Where things lie in a store's folder.
pub(crate) struct Place(PathBuf);

impl Place {
    /// Within this folder.
    pub fn of(folder: &Path) -> Self {
        Self(folder.to_owned())
    }

    /// The same once more.
    pub fn again(&self) -> Self {
        Self(self.0.clone())
    }

    /// Everything that is set aside together, by one rename.
    fn current(&self) -> PathBuf {
        self.0.join("current")
    }

    /// Where a store grows that is to take a damaged one's place.
    fn fresh(&self) -> PathBuf {
        self.0.join("fresh")
    }

    /// The database.
    pub fn database(&self) -> PathBuf {
        self.current().join(DATABASE)
    }

    /// The note of the newest entry of the trail.
    pub fn head(&self) -> PathBuf {
        self.current().join("audit.head")
    }

    fn mark(&self) -> PathBuf {
        self.0.join("key.mark")
    }

    fn reserve(&self) -> PathBuf {
        self.0.join("reserve")
    }

    /// Takes hold of the store.
    pub fn hold(&self) -> Result<Hold, StoreError> {
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
    pub fn key(&self, provider: &dyn KeyProvider) -> Result<(StoreKey, bool), StoreError> {
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
    pub fn opened(&self, key: &StoreKey) -> Result<(Connection, i64), StoreError> {
        let path = self.database();
        if !path.exists() {
            self.mark_with(key)?;
        }
        let mut db = begun(&path, key).map_err(|error| self.unreadable(error, key))?;
        database::check(&db)?;
        let found = schema::migrate(&mut db, STEPS)?;
        self.mark_with(key)?;
        Ok((db, found))
    }

    /// Begins a fresh store with all that can be read of the damaged one, and then moves the damaged one out of the way,
    /// whole and at once. Gives where it lies now, and how many finished forms were taken over.
    pub fn renew(&self, key: &StoreKey, at: i64) -> Result<(PathBuf, u64), StoreError> {
        let fresh = self.fresh();
        let grown = self.grow_fresh(key);
        if grown.is_err() {
            let _ = fs::remove_dir_all(&fresh);
        }
        let rescued = grown?;
        let aside = self.0.join(format!("{SET_ASIDE}{at}-{}", self.set_aside().count()));
        let failed = |error| StoreError::of_file(&aside, &error);
        fs::rename(self.current(), &aside).map_err(failed)?;
        fs::rename(&fresh, self.current()).and_then(|()| files::settle_around(&fresh)).map_err(failed)?;
        Ok((aside, rescued))
    }

    fn grow_fresh(&self, key: &StoreKey) -> Result<u64, StoreError> {
        let fresh = self.fresh();
        if fresh.exists() {
            fs::remove_dir_all(&fresh).map_err(|error| StoreError::of_file(&fresh, &error))?;
        }
        let mut db = begun(&fresh.join(DATABASE), key)?;
        schema::migrate(&mut db, STEPS)?;
        let rescued = rescue::rescue(&self.database(), key, &mut db)?;
        db.close().map_err(|(_, error)| error)?;
        Ok(rescued)
    }

    /// Ends a renewal that was cut off between its two renames; gives where the damaged store lies.
    pub fn end_renewal(&self) -> Result<Option<PathBuf>, StoreError> {
        if self.current().exists() || !self.fresh().join(DATABASE).exists() {
            return Ok(None);
        }
        fs::rename(self.fresh(), self.current()).map_err(|error| StoreError::of_file(&self.0, &error))?;
        Ok(self.set_aside().max())
    }

    /// Stores that were damaged.
    fn set_aside(&self) -> impl Iterator<Item = PathBuf> {
        let entries = fs::read_dir(&self.0).into_iter().flatten();
        entries
            .filter_map(|entry| Some(entry.ok()?.path()))
            .filter(|path| path.file_name().is_some_and(|name| name.to_string_lossy().starts_with(SET_ASIDE)))
    }

    /// Makes room on a full disk.
    pub fn give_back_reserve(&self) {
        let _ = fs::remove_file(self.reserve());
    }

    /// Takes the room again that is kept for a full disk.
    pub fn fill_reserve(&self) -> io::Result<()> {
        if fs::metadata(self.reserve()).is_ok_and(|about| about.len() == RESERVE as u64) {
            return Ok(());
        }
        // Random, so that no file system can make it smaller than it is.
        let mut filler = vec![0; RESERVE];
        cipher::fill_random(&mut filler).map_err(io::Error::other)?;
        files::keep(&self.reserve(), &filler)
    }
}

/// The right to be the one that has the store open. The system takes it back even from a process that is killed.
pub(crate) struct Hold(File);

/// Lets go at once: a process that was just begun and has not closed its parent's files yet would hold on otherwise.
impl Drop for Hold {
    fn drop(&mut self) {
        let _ = self.0.unlock();
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
