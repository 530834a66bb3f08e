//! Slips of an opened form: what it yields, and printing one.

use kaunter_forms::Filled;
use kaunter_store::{AskedBy, FormNumber, StoreError};

use super::{OfficerMoment, SignedIn, desk::DeskDrawing, fault_of};
use crate::{
    counter::Surroundings,
    printing::{SlipsOf, offered},
    refusal::Refusal,
    view::{DeskSlip, Problem},
};

impl OfficerMoment<'_> {
    /// Prints a slip of the form in front, as the form stands now.
    pub(super) fn print_slip(&mut self, me: &SignedIn, id: &str) -> Result<(), Problem> {
        let (Some(number), Some(content)) = (me.page.form(), self.content) else { return Ok(()) };
        let at = self.around.clock.now();
        let now = at.timestamp();
        let Surroundings { records, print_room, .. } = &mut *self.around;
        let fault = |fault: StoreError| fault_of(&fault);
        let store = records.store_mut(now)?;
        let copy = store.form_called(number, now).and_then(|form| store.printable(form.id, now)).map_err(fault)?;
        let filled: Filled = serde_json::from_slice(&copy).map_err(|_| Refusal::FormDamaged)?;
        let Some(slip) = filled.slips.iter().find(|slip| slip.id() == id) else { return Ok(()) };
        let order = SlipsOf { number, pack: content.pack(), language: &filled.language, at: &at }.order(slip);
        let by = AskedBy::Staff(me.by);
        self.papers.print_slip_for_staff(order, by, &mut **records, &mut **print_room, &at)
    }
}

impl DeskDrawing<'_> {
    pub(super) fn slips(&self, number: &FormNumber, filled: &Filled) -> Vec<DeskSlip> {
        let slips = filled
            .slips
            .iter()
            .map(|slip| DeskSlip { slip: offered(slip, true), paper: self.papers.card_of_slip(number, slip.id()) });
        slips.collect()
    }
}
