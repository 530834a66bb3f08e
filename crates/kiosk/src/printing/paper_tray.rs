//! The papers that are on their way, as the counter knows them: begun in the store before anything is sent, ended
//! there when the printer has said what became of them.

use std::collections::BTreeMap;

use jiff::{Timestamp, Zoned};
use kaunter_pack::model::Pack;
use kaunter_paper::{Letterhead, Sheet};
use kaunter_store::{AskedBy, FormNumber, PrintEnd, StoreError, Uuid};

use super::{PrintRoom, form_order};
use crate::{
    counter::{Counter, Surroundings},
    forms::records::Records,
    refusal::Refusal,
    view::{PaperCard, PaperState, PrinterCard, Problem},
};

/// Small papers that may be under way at once: with an empty printer they would come out for people who have left.
const MOST_SLIPS: usize = 3;

/// A small sheet that is asked for.
pub(crate) struct SlipOrder {
    /// As the store calls the sheet.
    pub kind: &'static str,
    pub sheet: Sheet,
    pub letterhead: Letterhead,
    /// The form that yields it.
    pub of: Option<OfForm>,
}

/// Which slip of which form.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct OfForm {
    pub number: FormNumber,
    pub slip: String,
}

/// A paper on its way.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Paper {
    form: Option<Uuid>,
    /// The slip that it is, of a form.
    slip: Option<OfForm>,
    /// What the form on it is called, where this run of the program began it.
    number: Option<FormNumber>,
    /// The citizen's on it, likewise.
    language: Option<String>,
    state: PaperState,
    /// Whether somebody still looks at it, where it is no form.
    watched: bool,
    /// Whether somebody of the staff asked for it, where it is no form.
    for_staff: bool,
}

impl Paper {
    fn sent(watched: bool) -> Self {
        let (state, for_staff) = (PaperState::Sending, false);
        Self { form: None, slip: None, number: None, language: None, state, watched, for_staff }
    }

    fn is_slip_under_way(&self) -> bool {
        self.form.is_none() && !self.state.is_over()
    }

    /// A slip whose end nobody waits for any more.
    fn is_forgotten(&self) -> bool {
        self.form.is_none() && !self.watched && self.state.is_over()
    }
}

/// What the print room had to say.
#[derive(Default)]
struct Heard {
    /// Forms that it cannot set, for which a person is needed.
    stuck: Vec<FormNumber>,
    /// Papers that have come to an end: the citizen's language where it is known, and whether they were printed.
    ended: Vec<(Option<String>, bool)>,
}

/// Papers on their way, by job.
#[derive(Default)]
pub(crate) struct PaperTray {
    papers: BTreeMap<Uuid, Paper>,
    /// Grows with every change: a glance at it tells whether something did.
    changes: u64,
}

impl PaperTray {
    /// Takes up what an earlier run of this program had begun.
    pub fn open(records: &dyn Records, room: &mut dyn PrintRoom) -> Self {
        let mut tray = Self::default();
        let jobs = records.store().ok().and_then(|store| store.print_jobs().ok()).unwrap_or_default();
        for job in jobs {
            room.take_up(job.id);
            tray.papers.insert(job.id, Paper { form: job.whole_form(), ..Paper::sent(false) });
        }
        tray
    }

    /// How many changes there were.
    pub fn changes(&self) -> u64 {
        self.changes
    }

    /// Prints the form that is called so. `pack`: whose agency stands at its head.
    ///
    /// # Errors
    /// There is no printer, the form can no longer be read, or one like it is on its way already.
    pub fn print(
        &mut self,
        number: &FormNumber,
        pack: &Pack,
        by: AskedBy,
        records: &mut dyn Records,
        room: &mut dyn PrintRoom,
        at: &Zoned,
    ) -> Result<(), Problem> {
        if room.printer() == PrinterCard::None {
            return Err(Refusal::PrinterNone.into());
        }
        let fault = |fault: StoreError| Problem { code: fault.code().to_owned() };
        let now = at.timestamp();
        let store = records.store_mut(now)?;
        let form = store.form_called(number, now).map_err(fault)?;
        if form.void.is_some() {
            return Err(fault(StoreError::FormVoid));
        }
        if self.papers.values().any(|paper| paper.form == Some(form.id) && !paper.state.is_over()) {
            return Err(Refusal::PaperUnderWay.into());
        }
        // What went before and came to nothing gives way to the new attempt.
        let before: Vec<Uuid> = self.of_form(form.id).map(|(job, _)| job).collect();
        let mut order = form_order(store, pack, &form, Uuid::nil(), at)?;
        if let Sheet::Form(sheet) = &mut order.sheet {
            // One that may have come out counts: of two papers one has to say that it is the second.
            sheet.again |= self.of_form(form.id).any(|(_, paper)| matches!(paper.state, PaperState::Unknown { .. }));
        }
        let job = store.begin_print(Some(form.id), "form", by, now).map_err(fault)?;
        for old in before {
            self.give_up(old, records, room, now)?;
        }
        let (form, number, language) = (Some(form.id), Some(form.number), Some(order.sheet.languages().citizen));
        self.papers.insert(job, Paper { form, number, language, ..Paper::sent(true) });
        self.changes += 1;
        room.print(super::PaperOrder { job, ..order });
        Ok(())
    }

    /// Prints a small sheet, instead of the one `before` that came to nothing.
    ///
    /// # Errors
    /// There is no printer, the one before is on its way or was printed, too many others wait, its form holds no
    /// longer, or the disk fails.
    pub fn print_slip(
        &mut self,
        order: SlipOrder,
        before: Option<Uuid>,
        by: AskedBy,
        records: &mut dyn Records,
        room: &mut dyn PrintRoom,
        at: &Zoned,
    ) -> Result<Uuid, Problem> {
        if room.printer() == PrinterCard::None {
            return Err(Refusal::PrinterNone.into());
        }
        let failed = |paper: &Paper| matches!(paper.state, PaperState::Failed { .. });
        let had = before.and_then(|job| self.papers.get(&job)).is_some_and(|paper| !failed(paper));
        if had || self.papers.values().filter(|paper| paper.is_slip_under_way()).count() >= MOST_SLIPS {
            return Err(Refusal::PaperUnderWay.into());
        }
        let now = at.timestamp();
        let SlipOrder { kind, sheet, letterhead, of } = order;
        let fault = |fault: StoreError| Problem { code: fault.code().to_owned() };
        let store = records.store_mut(now)?;
        let form = of.as_ref().map(|of| store.form_called(&of.number, now)).transpose().map_err(fault)?;
        if form.as_ref().is_some_and(|form| form.void.is_some()) {
            return Err(fault(StoreError::FormVoid));
        }
        let job = store.begin_print(form.map(|form| form.id), kind, by, now).map_err(fault)?;
        if let Some(before) = before {
            self.papers.remove(&before);
        }
        let language = Some(sheet.languages().citizen);
        let for_staff = by != AskedBy::Citizen;
        self.papers.insert(job, Paper { slip: of, for_staff, language, ..Paper::sent(true) });
        self.changes += 1;
        room.print(super::PaperOrder { job, letterhead, sheet, at: at.clone() });
        Ok(job)
    }

    /// Nobody looks at these small papers any more; those under way are followed to their end.
    pub fn unwatch(&mut self, jobs: impl IntoIterator<Item = Uuid>) {
        for job in jobs {
            if let Some(paper) = self.papers.get_mut(&job) {
                paper.watched = false;
            }
        }
        self.papers.retain(|_, paper| !paper.is_forgotten());
    }

    /// Prints a slip of a form for somebody of the staff: as often as they ask, but none while one is on its way.
    ///
    /// # Errors
    /// As [`Self::print_slip`].
    pub fn print_slip_for_staff(
        &mut self,
        order: SlipOrder,
        by: AskedBy,
        records: &mut dyn Records,
        room: &mut dyn PrintRoom,
        at: &Zoned,
    ) -> Result<(), Problem> {
        let same = |paper: &Paper| paper.slip == order.of;
        if self.papers.values().any(|paper| same(paper) && !paper.state.is_over()) {
            return Err(Refusal::PaperUnderWay.into());
        }
        let job = self.print_slip(order, None, by, records, room, at)?;
        // Those that staff asked for before and that have ended are looked at no more.
        self.papers.retain(|id, paper| *id == job || !(paper.for_staff && paper.state.is_over()));
        Ok(())
    }

    /// How far a small paper has come.
    pub fn card_of_job(&self, job: Uuid) -> Option<PaperCard> {
        self.papers.get(&job).map(|paper| PaperCard { job: job.to_string(), state: paper.state.clone() })
    }

    /// Gives a paper up that was not printed, or that a person has looked after.
    ///
    /// # Errors
    /// The disk fails.
    pub fn give_up(
        &mut self,
        job: Uuid,
        records: &mut dyn Records,
        room: &mut dyn PrintRoom,
        now: Timestamp,
    ) -> Result<(), Problem> {
        let Some(paper) = self.papers.remove(&job) else { return Ok(()) };
        self.changes += 1;
        // What was printed has ended already, and so has a slip that came to nothing.
        if paper.state == PaperState::Printed || paper.form.is_none() && paper.state.is_over() {
            Ok(())
        } else {
            self.end((job, PrintEnd::GivenUp), records, room, now)
        }
    }

    /// Hears what the print room has to say.
    fn hear(&mut self, records: &mut dyn Records, room: &mut dyn PrintRoom, now: Timestamp) -> Heard {
        let mut heard = Heard::default();
        for (job, state) in room.news() {
            let Some(paper) = self.papers.get_mut(&job) else { continue };
            if paper.state == state {
                continue;
            }
            self.changes += 1;
            // A slip that failed is asked for again as another one; a form waits for an officer.
            let end = match &state {
                PaperState::Printed => Some(PrintEnd::Printed),
                over if over.is_over() && paper.form.is_none() => Some(PrintEnd::GivenUp),
                _ => None,
            };
            if matches!(&state, PaperState::Failed { detail: Some(_), .. }) {
                heard.stuck.extend(paper.number.clone());
            }
            if state.is_over() {
                heard.ended.push((paper.language.clone(), state == PaperState::Printed));
            }
            paper.state = state;
            if let Some(end) = end
                && let Err(problem) = self.end((job, end), records, room, now)
            {
                tracing::error!(code = problem.code, "what became of a paper cannot be noted");
            }
        }
        self.papers.retain(|_, paper| !paper.is_forgotten());
        heard
    }

    /// The paper of a form that says most: the newest.
    pub fn card_of(&self, form: Uuid) -> Option<PaperCard> {
        // Jobs are named by time: the last is the newest.
        let newest = self.of_form(form).last();
        newest.map(|(job, paper)| PaperCard { job: job.to_string(), state: paper.state.clone() })
    }

    /// The newest paper of the form that is called so.
    pub fn card_called(&self, number: &FormNumber) -> Option<PaperCard> {
        let form = self.papers.values().find(|paper| paper.number.as_ref() == Some(number))?.form?;
        self.card_of(form)
    }

    /// The newest paper of a slip.
    pub fn card_of_slip(&self, number: &FormNumber, slip: &str) -> Option<PaperCard> {
        let is_it = |paper: &&OfForm| paper.number == *number && paper.slip == slip;
        let mut newest = self.papers.iter().rev();
        let (job, _) = newest.find(|(_, paper)| paper.slip.as_ref().filter(is_it).is_some())?;
        self.card_of_job(*job)
    }

    fn of_form(&self, form: Uuid) -> impl Iterator<Item = (Uuid, &Paper)> {
        self.papers.iter().filter(move |(_, paper)| paper.form == Some(form)).map(|(job, paper)| (*job, paper))
    }

    fn end(
        &self,
        (job, end): (Uuid, PrintEnd),
        records: &mut dyn Records,
        room: &mut dyn PrintRoom,
        now: Timestamp,
    ) -> Result<(), Problem> {
        let ended = records.store_mut(now)?.end_print(job, end, now);
        ended.map_err(|fault| Problem { code: fault.code().to_owned() })?;
        room.forget(job);
        Ok(())
    }
}

impl Counter {
    /// Hears what became of papers: they are counted, and somebody comes for what cannot be set.
    pub(crate) fn hear_of_papers(&mut self) {
        let Surroundings { records, print_room, clock, .. } = &mut self.around;
        let heard = self.papers.hear(&mut **records, &mut **print_room, clock.now().timestamp());
        self.count_papers(&heard.ended);
        self.call_about(&heard.stuck);
    }
}
