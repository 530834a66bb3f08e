//! What a visitor asks of the agency's list of applications. It dies with the visit, as their words do.

use jiff::{Timestamp, Zoned};

use super::{LookedUp, StatusList, local};
use crate::{
    said::Said,
    view::{StatusCheck, StatusOutcome},
};

/// A reference number, and what came of it.
#[derive(Clone, Default)]
pub(crate) struct Asked {
    reference: Said,
    outcome: Option<Outcome>,
}

#[derive(Clone)]
enum Outcome {
    Looking,
    Told(LookedUp),
}

impl Asked {
    /// Looks for this number from now on.
    pub fn ask(&mut self, reference: Said) {
        *self = Self { reference, outcome: Some(Outcome::Looking) };
    }

    /// Whether a number was asked for and nothing came of it yet.
    pub fn is_asked(&self) -> bool {
        matches!(self.outcome, Some(Outcome::Looking))
    }

    /// What came of it; of a question that was given up, nothing.
    pub fn told(&mut self, told: LookedUp) {
        if self.is_asked() {
            self.outcome = Some(Outcome::Told(told));
        }
    }

    pub fn draw(&self, list: StatusList, now: &Zoned) -> StatusCheck {
        let local = |at: Timestamp| local(at, now);
        let outcome = self.outcome.as_ref().map(|outcome| match outcome {
            Outcome::Looking => StatusOutcome::Looking,
            Outcome::Told(LookedUp::NotFound) => StatusOutcome::NotFound,
            Outcome::Told(LookedUp::Found { status, since, next }) => {
                StatusOutcome::Found { status: status.clone(), since: since.map(local), next: next.clone() }
            }
        });
        StatusCheck { asked: self.reference.clone(), outcome, as_of: list.as_of.map(local) }
    }
}
