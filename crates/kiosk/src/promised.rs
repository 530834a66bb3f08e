//! A language of a pack that is opened beside the counter when somebody is expected to ask in it: who asks too early
//! waits a little.

use std::{
    sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError},
    time::Duration,
};

use kaunter_knowledge::Knowledge;

use crate::{refusal::Refusal, view::Problem};

/// Longest that a question waits for its language.
const PATIENCE: Duration = Duration::from_secs(5);

type Opened = Result<Arc<Knowledge>, Problem>;

/// One language, not opened before somebody needs it.
#[derive(Default)]
pub(crate) struct Promised {
    state: Mutex<State>,
    told: Condvar,
}

#[derive(Default)]
enum State {
    #[default]
    Closed,
    Opening,
    Opened(Opened),
}

impl Promised {
    /// One that is there already.
    pub fn kept(knowledge: Knowledge) -> Self {
        Self { state: Mutex::new(State::Opened(Ok(Arc::new(knowledge)))), told: Condvar::new() }
    }

    /// Whether the caller is the first and has to open it.
    pub fn begin(&self) -> bool {
        let mut state = self.state();
        let first = matches!(*state, State::Closed);
        if first {
            *state = State::Opening;
        }
        first
    }

    /// It is opened, or cannot be: those go on who wait.
    pub fn keep(&self, opened: Result<Knowledge, Problem>) {
        self.tell(State::Opened(opened.map(Arc::new)));
    }

    /// Whoever was to open it could not begin: the next may try.
    pub fn give_up(&self) {
        self.tell(State::Closed);
    }

    /// The opened language.
    ///
    /// # Errors
    /// Why it cannot be opened, or [`Refusal::PackOpening`] when it takes too long.
    pub fn wait(&self) -> Opened {
        let opening = |state: &mut State| matches!(state, State::Opening);
        let waited = self.told.wait_timeout_while(self.state(), PATIENCE, opening);
        match &*waited.unwrap_or_else(PoisonError::into_inner).0 {
            State::Opened(opened) => opened.clone(),
            State::Closed | State::Opening => Err(Refusal::PackOpening.into()),
        }
    }

    /// Whether anybody has needed it yet.
    #[cfg(test)]
    pub fn is_closed(&self) -> bool {
        matches!(*self.state(), State::Closed)
    }

    fn tell(&self, state: State) {
        *self.state() = state;
        self.told.notify_all();
    }

    fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
