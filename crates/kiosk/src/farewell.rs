//! What stands between two visits: that all was wiped, and what can still be had on paper of it.

use std::{sync::Arc, time::Duration};

use kaunter_store::Uuid;

use crate::{
    content::Content,
    counter::{Counter, Stage},
    idle::{FAREWELL, FAREWELL_WITH_PAPER},
    printing::Receipt,
    view::{Preferences, PrinterCard},
    visit::Visit,
};

/// What is left of a visit while its farewell is read.
pub(crate) struct Farewell {
    /// What the visit was served from.
    pub content: Arc<dyn Content>,
    pub language: String,
    pub preferences: Preferences,
    /// Whether it is said to somebody: they have just said that they leave.
    pub to_somebody: bool,
    pub since: Duration,
    /// Answers that are still on this machine.
    pub answers_kept: Option<u32>,
    /// Minutes for which what was handed in can still be printed here.
    pub printable_minutes: u32,
    /// What can be had on paper of what was done.
    pub receipt: Option<Receipt>,
    /// That paper.
    pub slip: Option<Uuid>,
}

impl Counter {
    /// Whoever is spoken to, or speaks, still reads the farewell.
    pub(crate) fn stay_at_farewell(&mut self, at: Duration) {
        if let Stage::Farewell(farewell) = &mut self.stage {
            farewell.since = at;
        }
    }

    /// Whoever comes now is somebody else: nobody looks for the paper, and another voice is heard.
    pub(crate) fn end_farewell(&mut self) {
        let Stage::Farewell(Farewell { slip, .. }) = self.stage else { return };
        self.papers.unwatch(slip);
        self.end_voice();
    }

    /// How long a farewell stands: longer where a paper can be asked for.
    pub(crate) fn farewell_of(&self, farewell: &Farewell) -> Duration {
        let offers = farewell.receipt.is_some() && self.around.print_room.printer() != PrinterCard::None;
        if offers { FAREWELL_WITH_PAPER } else { FAREWELL }
    }

    /// Whole minutes for which everything that was handed in can still be printed here.
    pub(crate) fn printable_minutes(&self, visit: &Visit) -> u32 {
        let Some(first) = visit.handed_in.iter().map(|one| one.at).min() else { return 0 };
        let gone = self.around.clock.now().timestamp().duration_since(first).as_mins();
        self.settings.print_window().saturating_sub(u32::try_from(gone).unwrap_or(0))
    }
}
