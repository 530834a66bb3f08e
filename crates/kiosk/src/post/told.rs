//! What came of what was asked of the courier: other threads leave it here, and the counter finds it when it looks. It must
//! never know how it came about.

use std::sync::{
    Arc, Mutex, MutexGuard, PoisonError,
    atomic::{AtomicU64, Ordering},
};

use super::LookedUp;
use crate::view::{Problem, StickReport};

/// See the module.
#[derive(Default)]
pub(super) struct Told {
    changes: AtomicU64,
    question: Mutex<Question>,
    stick: Mutex<Option<StickReport>>,
    refused: Mutex<Option<String>>,
}

/// The latest question about an application, and what came of it.
#[derive(Default)]
struct Question {
    number: u64,
    answer: Option<LookedUp>,
}

/// What another thread left is whole: each is put down at once.
pub(super) fn locked<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

impl Told {
    /// Grows with everything that is left here.
    pub fn changes(&self) -> u64 {
        self.changes.load(Ordering::SeqCst)
    }

    pub fn changed(&self) {
        self.changes.fetch_add(1, Ordering::SeqCst);
    }

    /// Number of a new question; the one before is forgotten, with its answer.
    pub fn asks(&self) -> u64 {
        let mut question = locked(&self.question);
        *question = Question { number: question.number + 1, answer: None };
        question.number
    }

    /// The answer to this question. It is let go where another was asked since, perhaps by the next visitor: nobody can
    /// ask between the look at the number and the answer's being put down.
    pub fn answers(&self, number: u64, answer: LookedUp) {
        let mut question = locked(&self.question);
        if question.number == number {
            question.answer = Some(answer);
            drop(question);
            self.changed();
        }
    }

    /// The answer to the latest question, once.
    pub fn answer(&self) -> Option<LookedUp> {
        locked(&self.question).answer.take()
    }

    /// Why the last try to join an agency failed, a code.
    pub fn refused(&self) -> Option<String> {
        locked(&self.refused).clone()
    }

    /// What came of trying to join an agency.
    pub fn joined(&self, refused: Option<String>) {
        *locked(&self.refused) = refused;
        self.changed();
    }

    /// What was last done with a stick.
    pub fn stick(&self) -> Option<StickReport> {
        locked(&self.stick).clone()
    }

    /// From now on a stick is worked on; nothing where one is already.
    pub fn begins_stick(self: &Arc<Self>) -> Option<StickWork> {
        let mut stick = locked(&self.stick);
        if *stick == Some(StickReport::Busy) {
            return None;
        }
        *stick = Some(StickReport::Busy);
        drop(stick);
        self.changed();
        Some(StickWork { told: Arc::clone(self), report: None })
    }
}

/// Work on a stick. Let go of without a report, because no thread began it or the thread broke off, it has failed.
pub(super) struct StickWork {
    told: Arc<Told>,
    report: Option<StickReport>,
}

impl StickWork {
    /// It is done; this came of it.
    pub fn ended(mut self, report: StickReport) {
        self.report = Some(report);
    }
}

impl Drop for StickWork {
    fn drop(&mut self) {
        let failed = || StickReport::Failed { problem: Problem { code: "internal".to_owned() } };
        *locked(&self.told.stick) = Some(self.report.take().unwrap_or_else(failed));
        self.told.changed();
    }
}

#[cfg(test)]
mod tests {
    use std::thread;

    use super::*;

    #[test]
    fn the_next_visitor_never_gets_the_answer_to_the_one_before() {
        let told = Told::default();
        let (first, second) = (told.asks(), told.asks());
        told.answers(first, LookedUp::NotFound);
        assert_eq!((told.answer(), told.changes()), (None, 0));
        told.answers(second, LookedUp::NotFound);
        assert_eq!((told.answer(), told.answer()), (Some(LookedUp::NotFound), None));
        told.answers(second, LookedUp::NotFound);
        told.asks();
        assert_eq!(told.answer(), None, "asking empties the box");
    }

    #[test]
    fn one_stick_is_worked_on_at_a_time_and_work_that_breaks_off_has_failed() {
        let told = Arc::new(Told::default());
        let work = told.begins_stick().unwrap();
        assert_eq!(told.stick(), Some(StickReport::Busy));
        assert!(told.begins_stick().is_none(), "the second touch");
        work.ended(StickReport::Written { forms: 2 });
        assert_eq!(told.stick(), Some(StickReport::Written { forms: 2 }));

        let work = told.begins_stick().unwrap();
        let broken = thread::spawn(move || {
            let _work = work;
            panic!("a stick full of surprises");
        });
        assert!(broken.join().is_err());
        assert!(matches!(told.stick(), Some(StickReport::Failed { .. })));
        assert!(told.begins_stick().is_some(), "it can be tried again");
    }
}
