//! A language of a pack that is being opened beside the counter: who asks too early waits a little.

use std::{
    sync::{Arc, Condvar, Mutex, PoisonError},
    time::Duration,
};

use kaunter_knowledge::Knowledge;

use crate::{refusal::Refusal, view::Problem};

/// Longest that a question waits for its language.
const PATIENCE: Duration = Duration::from_secs(5);

type Opened = Result<Arc<Knowledge>, Problem>;

/// One language, opened or about to be.
#[derive(Default)]
pub(crate) struct Promised {
    opened: Mutex<Option<Opened>>,
    told: Condvar,
}

impl Promised {
    /// Opens it, and lets those go on who wait. A second time it changes nothing.
    pub fn keep(&self, open: impl FnOnce() -> Result<Knowledge, Problem>) -> Result<(), Problem> {
        if self.so_far().is_none() {
            let opened = open().map(Arc::new);
            *self.opened.lock().unwrap_or_else(PoisonError::into_inner) = Some(opened);
            self.told.notify_all();
        }
        self.so_far().unwrap_or(Err(Refusal::PackOpening.into())).map(drop)
    }

    /// The opened language.
    ///
    /// # Errors
    /// Why it cannot be opened, or [`Refusal::PackOpening`] when it takes too long.
    pub fn wait(&self) -> Opened {
        let opened = self.opened.lock().unwrap_or_else(PoisonError::into_inner);
        let waited = self.told.wait_timeout_while(opened, PATIENCE, |opened| opened.is_none());
        let (opened, _) = waited.unwrap_or_else(PoisonError::into_inner);
        opened.clone().unwrap_or(Err(Refusal::PackOpening.into()))
    }

    fn so_far(&self) -> Option<Opened> {
        self.opened.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }
}
