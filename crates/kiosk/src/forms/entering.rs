//! Half an answer that is not given yet. It stays in memory only, and only as long as it is what is being asked for:
//! a question that is answered or left lets go of it, and so does the end of the visit.

use super::filling::Filling;
use crate::view::Entered;

/// What is being entered, and for which step of the question: of an address or a list each part is entered by itself.
#[derive(Clone)]
pub(crate) struct Entry {
    step: (usize, usize),
    entered: Entered,
}

impl Filling {
    /// The screens tell what is being entered.
    pub fn enter(&mut self, entered: Entered) {
        self.asking.entry = (entered != Entered::default()).then(|| Entry { step: self.step_of_question(), entered });
    }

    /// What was being entered for what is asked now.
    pub fn entered(&self) -> Option<&Entered> {
        let step = self.step_of_question();
        self.asking.entry.as_ref().filter(|entry| entry.step == step).map(|entry| &entry.entered)
    }

    /// Lets go of what was entered for a part that is given by now, or taken back.
    pub fn forget_what_is_past(&mut self) {
        if self.entered().is_none() {
            self.asking.entry = None;
        }
    }

    fn step_of_question(&self) -> (usize, usize) {
        (self.asking.path.len(), self.asking.turn.parts.len())
    }
}
