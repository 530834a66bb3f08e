//! The counter: the one owner of everything that changes while a kiosk is open.
//!
//! Acts and the clock are the only things that change it; what is seen is drawn from it whole. It
//! must never know of windows, and never hand a visitor's words to a log or a file.

use std::{sync::Arc, time::Duration};

use jiff::Zoned;
use kaunter_pack::model::Notice;
use kaunter_store::AskedBy;

use crate::{
    act::Act,
    calls::{Call, Calls},
    clock::Clock,
    content::Content,
    farewell::Farewell,
    forms::{
        Filling, Stage as FormStage,
        records::{Records, Reopened},
    },
    idle::{Presence, presence},
    library::Library,
    maintenance::Maintenance,
    noticeboard,
    officer::{Effect, OfficerMoment, OfficerSide, OfficerStep},
    pin::PinLock,
    post::Post,
    printing::{PaperTray, PrintRoom, Receipt},
    settings::Settings,
    showing::Glance,
    tickets::TicketBook,
    view::{Problem, SlipOf, View},
    visit::{Moment, Visit, servable},
    voice::{EarSide, Voice},
};

/// How often what has had its time is destroyed.
const EXPIRY: Duration = Duration::from_secs(30);

/// What a counter stands among: each is real in a kiosk and run by hand in a test.
pub struct Surroundings {
    /// The time.
    pub clock: Box<dyn Clock>,
    /// What is installed.
    pub installed: Box<dyn Library>,
    /// Numbers for those who call a person.
    pub tickets: Box<dyn TicketBook>,
    /// The officer's PIN.
    pub lock: Box<dyn PinLock>,
    /// Where forms are kept.
    pub records: Box<dyn Records>,
    /// The press and the printer.
    pub print_room: Box<dyn PrintRoom>,
    /// The ear and the mouth.
    pub voice: Box<dyn Voice>,
    /// The way to the agency; `None` where this kiosk reaches none.
    pub post: Option<Box<dyn Post>>,
    /// Sticks.
    pub maintenance: Box<dyn Maintenance>,
}

/// What an act led to.
#[derive(Debug, Clone, PartialEq)]
pub struct Acted {
    /// What is shown now.
    pub view: View,
    /// What the shell is to do, if anything.
    pub effect: Option<Effect>,
}

/// One kiosk's counter.
pub struct Counter {
    pub(crate) around: Surroundings,
    pub(crate) settings: Settings,
    pub(crate) stage: Stage,
    /// In front of everything while it is there.
    pub(crate) officer: Option<OfficerSide>,
    /// What the next visit is served from.
    pub(crate) newest: Result<Arc<dyn Content>, Problem>,
    /// What kept the last act from happening.
    pub(crate) problem: Option<Problem>,
    pub(crate) visits: u32,
    pub(crate) sequence: u32,
    /// When somebody last touched anything.
    pub(crate) touched: Duration,
    pub(crate) calls: Calls,
    pub(crate) papers: PaperTray,
    pub(crate) ear: EarSide,
    /// Notices that came from the agency, as of `post_seen`.
    pub(crate) sent: Vec<Notice>,
    pub(crate) post_seen: Option<u64>,
    shown: Glance,
    /// When what has had its time was last destroyed.
    expired: Duration,
}

/// Who is in front of the kiosk.
pub(crate) enum Stage {
    Attract,
    Visiting(Box<Visit>),
    Farewell(Farewell),
}

/// Why a visit ended; goes into the log.
#[derive(Debug, Clone, Copy)]
enum Ending {
    Left,
    Idle,
    ScreenLost,
    Officer,
}

impl Counter {
    /// Opens the counter; nobody is there yet.
    pub fn open(settings: Settings, mut around: Surroundings) -> Self {
        let papers = PaperTray::open(&*around.records, &mut *around.print_room);
        let mut counter = Self {
            newest: around.installed.latest(),
            touched: around.clock.elapsed(),
            around,
            settings,
            stage: Stage::Attract,
            officer: None,
            problem: None,
            visits: 1,
            sequence: 1,
            calls: Calls::default(),
            papers,
            ear: EarSide::default(),
            sent: Vec::new(),
            post_seen: None,
            shown: Glance::default(),
            expired: Duration::ZERO,
        };
        counter.shown = counter.glance();
        counter
    }

    /// Does what somebody did at the screen. What cannot be done leaves everything as it was and
    /// says why in [`View::problem`].
    ///
    /// # Panics
    /// Only when answering does. The counter is then as it was before the act.
    pub fn act(&mut self, act: Act) -> Acted {
        self.settle();
        self.touched = self.around.clock.elapsed();
        if self.voice_act(&act) {
            return Acted { view: self.changed(), effect: None };
        }
        let done = match self.officer.clone() {
            Some(side) => self.officer_act(&side, &act),
            None => self.citizen_act(&act).map(|()| None),
        };
        let (effect, problem) = match done {
            Ok(effect) => (effect, None),
            Err(problem) => (None, Some(problem)),
        };
        self.problem = problem;
        Acted { view: self.changed(), effect }
    }

    /// To be called each second: what has changed by itself, if anything that is seen has.
    pub fn tick(&mut self) -> Option<View> {
        self.settle();
        (self.glance() != self.shown).then(|| self.changed())
    }

    /// The screens were lost, whatever the cause: the visit is over, without a farewell. Only a form
    /// that is being filled in outlives them; nothing of it is shown before somebody says that it is theirs.
    pub fn screen_lost(&mut self) -> View {
        self.end_voice();
        if !self.interrupts_form() {
            self.end_visit(Ending::ScreenLost);
            self.stage = Stage::Attract;
        }
        self.officer = None;
        self.settle();
        self.changed()
    }

    fn interrupts_form(&mut self) -> bool {
        let Stage::Visiting(visit) = &mut self.stage else { return false };
        let Some(filling) = visit.filling.as_mut().filter(|filling| filling.is_open()) else { return false };
        filling.stage = FormStage::Interrupted;
        let filling = filling.clone();
        visit.take_up(filling);
        true
    }

    /// Those who wait for a person, the longest first.
    pub fn calls(&self) -> impl Iterator<Item = &Call> {
        self.calls.open()
    }

    /// Lets the time that has passed do its part.
    fn settle(&mut self) {
        let at = self.around.clock.elapsed();
        if self.ear.is_busy() {
            self.touched = at;
            self.stay_at_farewell(at);
        }
        let still = at.saturating_sub(self.touched);
        let corrects = self.officer.as_ref().is_some_and(OfficerSide::corrects);
        if self.officer.is_some() && still >= self.settings.patience(false, corrects) {
            self.officer = None;
            self.problem = None;
        }
        match &self.stage {
            Stage::Visiting(visit) => {
                if presence(still, self.patience(visit)) == Presence::Gone {
                    self.end_visit(Ending::Idle);
                }
            }
            Stage::Farewell(farewell) if at.saturating_sub(farewell.since) >= self.farewell_of(farewell) => {
                self.end_farewell();
                self.stage = Stage::Attract;
            }
            Stage::Farewell(_) | Stage::Attract => {}
        }
        self.newest = self.around.installed.latest();
        self.collect_post();
        self.collect_pack();
        self.hear_of_papers();
        if at.saturating_sub(self.expired) >= EXPIRY {
            self.expired = at;
            self.around.records.expire(self.around.clock.now().timestamp());
        }
    }

    /// How long nobody may touch in this visit until the countdown begins.
    pub(crate) fn patience(&self, visit: &Visit) -> Duration {
        self.settings.patience(visit.call.is_some(), visit.open_filling().is_some())
    }

    pub(crate) fn changed(&mut self) -> View {
        self.keep_sound_check();
        self.sequence = self.sequence.wrapping_add(1);
        self.shown = self.glance();
        self.view()
    }

    fn officer_act(&mut self, side: &OfficerSide, act: &Act) -> Result<Option<Effect>, Problem> {
        let mut moment = OfficerMoment {
            around: &mut self.around,
            calls: &mut self.calls,
            papers: &mut self.papers,
            content: self.newest.as_deref().ok(),
            printing: &self.settings.printing,
            at: self.touched,
        };
        match moment.act(side, act)? {
            OfficerStep::Stay(side) => self.officer = Some(side),
            OfficerStep::Close => self.officer = None,
            OfficerStep::Leave(effect) => {
                self.officer = None;
                self.end_visit(Ending::Officer);
                self.stage = Stage::Attract;
                return Ok(Some(effect));
            }
            OfficerStep::GiveBack(draft) => {
                let today = self.around.clock.now().date();
                let reopened = self.around.records.reopen(&draft, today)?;
                self.serve_again(reopened)?;
            }
            OfficerStep::TakeOver(code) => {
                let now = self.around.clock.now();
                let reopened = self.around.records.resume(&code, now.timestamp(), now.date())?;
                self.serve_again(reopened)?;
            }
        }
        Ok(None)
    }

    /// Opens a form in a visit of its own, for the person whom the officer has in front.
    fn serve_again(&mut self, reopened: Reopened) -> Result<(), Problem> {
        let content = Arc::clone(self.newest.as_ref().map_err(Problem::clone)?);
        self.end_visit(Ending::Officer);
        let mut visit = Visit::begin(content);
        visit.reopen_as_it_was(reopened);
        self.stage = Stage::Visiting(Box::new(visit));
        self.officer = None;
        Ok(())
    }

    fn citizen_act(&mut self, act: &Act) -> Result<(), Problem> {
        if matches!(act, Act::OfficerGesture) {
            self.officer = Some(OfficerSide::Locked);
            return Ok(());
        }
        let now = self.around.clock.now();
        if matches!(act, Act::PrintSlip { of: SlipOf::Receipt }) {
            return self.print_receipt(&now);
        }
        let Some(visit) = self.visit_for(act, &now) else {
            return Ok(());
        };
        let posted = self.posted_ids(&visit, &now);
        let mut moment = Moment {
            now: &now,
            today: now.date(),
            posted: &posted,
            status: self.around.post.as_ref().is_some_and(|post| post.statuses().is_some()),
            records: &mut *self.around.records,
            pause_days: self.settings.pause_days,
        };
        let mut next = match visit.after(act, &mut moment) {
            Ok(next) => next,
            Err(problem) => {
                // Someone is there, even if what they touched had just gone.
                self.go_on(visit);
                return Err(problem);
            }
        };
        if std::mem::take(&mut next.wants_person) {
            self.call_person(next, &now);
            return Ok(());
        }
        self.draw_proof(&mut next, &now);
        self.follow(act, next, &now)
    }

    /// What an act leads to beyond the visit itself.
    fn follow(&mut self, act: &Act, mut next: Visit, now: &Zoned) -> Result<(), Problem> {
        match act {
            Act::Leave => self.end_visit(Ending::Left),
            Act::CancelCall => self.cancel_call(next),
            Act::LookUpStatus { reference, second } => {
                if let Some(post) = self.around.post.as_mut().filter(|_| next.status.is_asked()) {
                    post.look_up(reference, second);
                }
                self.go_on(next);
            }
            Act::FinishForm => {
                if let Some(post) = self.around.post.as_mut().filter(|_| !next.handed_in.is_empty()) {
                    post.letter_waits();
                }
                self.go_on(next);
            }
            Act::PrintForm => {
                let printed = self.print_finished(&next, now);
                self.go_on(next);
                printed?;
            }
            Act::PrintSlip { of } => {
                let printed = self.print_slip(&mut next, of, now);
                self.go_on(next);
                printed?;
            }
            Act::CallPerson => self.call_person(next, now),
            _ => self.go_on(next),
        }
        Ok(())
    }

    /// Prints the form that was just handed in.
    fn print_finished(&mut self, visit: &Visit, now: &Zoned) -> Result<(), Problem> {
        let Some(number) = visit.filling.as_ref().and_then(Filling::number) else { return Ok(()) };
        let Surroundings { records, print_room, .. } = &mut self.around;
        self.papers.print(&number, visit.content.pack(), AskedBy::Citizen, &mut **records, &mut **print_room, now)
    }

    /// The visit that an act belongs to: the running one, or a new one where the act begins one.
    fn visit_for(&self, act: &Act, now: &Zoned) -> Option<Visit> {
        if let Stage::Visiting(visit) = &self.stage {
            return Some(Visit::clone(visit));
        }
        let begins = matches!(act, Act::Begin | Act::ChooseLanguage { .. } | Act::OpenNotice { .. } | Act::CallPerson);
        let content = self.newest.as_ref().ok()?;
        let serves = servable(content.pack(), now.date()).is_ok();
        (begins && serves).then(|| Visit::begin(Arc::clone(content)))
    }

    fn posted_ids(&self, visit: &Visit, now: &Zoned) -> Vec<String> {
        let content = self.notice_source(&visit.content);
        noticeboard::live(content.pack(), &self.sent, now.timestamp())
            .into_iter()
            .map(|notice| notice.id.clone())
            .collect()
    }

    /// Notices are those of the newest pack even in a visit that is served from an older one: an
    /// emergency does not wait.
    pub(crate) fn notice_source<'a>(&'a self, of_visit: &'a Arc<dyn Content>) -> &'a Arc<dyn Content> {
        self.newest.as_ref().unwrap_or(of_visit)
    }

    pub(crate) fn go_on(&mut self, mut next: Visit) {
        self.count_step(&mut next);
        if let Some(ticket) = &next.call {
            self.calls.speaks(ticket, &next.language);
        }
        self.end_farewell();
        self.stage = Stage::Visiting(Box::new(next));
    }

    /// Wipes a running visit: what it held of the visitor is overwritten as it is dropped.
    fn end_visit(&mut self, why: Ending) {
        self.end_voice();
        self.count_end();
        let Stage::Visiting(visit) = &self.stage else {
            return;
        };
        let kept = self.around.records.end_visit(&visit.drafts, self.around.clock.now().timestamp());
        let kept = kept.ok().map(|kept| u32::try_from(kept).unwrap_or(u32::MAX));
        // After somebody who has gone away, another one may stand here.
        let to_somebody = matches!(why, Ending::Left);
        let farewell = Farewell {
            content: Arc::clone(&visit.content),
            language: visit.language.clone(),
            preferences: visit.preferences,
            to_somebody,
            since: self.around.clock.elapsed(),
            answers_kept: kept,
            printable_minutes: self.printable_minutes(visit),
            receipt: if to_somebody { Receipt::of(visit) } else { None },
            slip: None,
        };
        self.papers.unwatch(visit.slips.iter().map(|(_, job)| *job));
        self.stage = Stage::Farewell(farewell);
        self.visits = self.visits.wrapping_add(1);
        self.problem = None;
        tracing::info!(code = "visit-ended", why = ?why);
    }
}
