//! What must be possible on a full disk: on one, what was kept free for it is given back first. It must never know what is
//! done then.

use rusqlite::Connection;

use crate::{StoreError, database, place::Place, store::Held};

/// A connection that can do so.
pub(crate) trait FullDisk: Sized {
    fn db(&self) -> &Connection;
    fn place(&self) -> &Place;
    fn held(&self) -> &Held;

    /// Does it, on a full disk with what was kept free.
    fn insist<T>(&mut self, work: impl Fn(&mut Self) -> Result<T, StoreError>) -> Result<T, StoreError> {
        match work(self) {
            Err(StoreError::DiskFull) => {
                self.place().give_back_reserve();
                let _ = self.settle();
                database::spare_room(self.db(), true)?;
                let done = work(self);
                database::spare_room(self.db(), false)?;
                done
            }
            done => done,
        }
    }

    /// Leaves nothing of what was deleted in the database's log. On a full disk the log has to wait.
    fn settle(&self) -> Result<(), StoreError> {
        // Nobody beside writes meanwhile: a log that is written to cannot be emptied.
        let _clock = self.held().clock();
        match database::settle(self.db()) {
            Err(StoreError::DiskFull) => Ok(()),
            done => done,
        }
    }
}
