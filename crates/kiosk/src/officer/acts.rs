//! What an officer does: finds, checks and hands over forms, answers calls, looks after the staff.

use jiff::Timestamp;
use kaunter_store::{FormNumber, Role, StaffId, Store, StoreError, Void};

use super::{Effect, OfficerSide, OfficerStep, Page, SignedIn, fault_of};
use crate::{
    act::Act,
    calls::Calls,
    content::Content,
    counter::Surroundings,
    pin::{self, PinFault},
    printing::PaperTray,
    refusal::Refusal,
    said::Said,
    view::{OfficerPlace, Problem, StaffRole},
};

/// Most characters of a name.
const LONGEST_NAME: usize = 60;

/// An officer's act and what it touches.
pub(crate) struct OfficerMoment<'a> {
    pub around: &'a mut Surroundings,
    pub calls: &'a mut Calls,
    pub papers: &'a mut PaperTray,
    /// Whose agency stands at the head of papers.
    pub content: Option<&'a dyn Content>,
    /// When something was last touched.
    pub at: std::time::Duration,
}

type Done = Result<OfficerStep, Problem>;

impl OfficerMoment<'_> {
    /// What an act leads to; a citizen's act changes nothing here.
    pub fn act(&mut self, side: &OfficerSide, act: &Act) -> Done {
        match (side, act) {
            (_, Act::OfficerClose) => Ok(OfficerStep::Close),
            (OfficerSide::Locked, Act::OfficerPin { pin }) => {
                OfficerSide::unlock(pin, self.around, self.at).map(OfficerStep::Stay)
            }
            (OfficerSide::Locked, _) => Ok(OfficerStep::Stay(OfficerSide::Locked)),
            (OfficerSide::Open(signed_in), act) => self.signed_in(signed_in, act),
        }
    }

    fn signed_in(&mut self, me: &SignedIn, act: &Act) -> Done {
        let stay = |me: SignedIn| Ok(OfficerStep::Stay(OfficerSide::Open(me)));
        match act {
            Act::OfficerGo { page } => {
                if *page == OfficerPlace::Staff {
                    me.may(Role::Admin)?;
                }
                stay(me.at(Page::of(*page)))
            }
            Act::OfficerFind { number } => stay(me.at(Page::Form(self.find(number)?))),
            Act::OfficerTakeOver { code } => Ok(OfficerStep::TakeOver(code.clone())),
            Act::OfficerGiveBack { draft } => Ok(OfficerStep::GiveBack(draft.clone())),
            Act::OfficerSignOff | Act::OfficerHandOver | Act::OfficerVoid { .. } => {
                self.on_form(me, act)?;
                stay(me.clone())
            }
            Act::OfficerPrint => {
                self.print(me)?;
                stay(me.clone())
            }
            Act::OfficerGiveUpPaper { job } => {
                let (now, Surroundings { records, print_room, .. }) = (self.now(), &mut *self.around);
                if let Ok(job) = job.parse() {
                    print_room.stop(job);
                    self.papers.give_up(job, &mut **records, now)?;
                }
                stay(me.clone())
            }
            Act::OfficerAnswerCall { ticket } => {
                self.calls.answer(ticket, self.now());
                stay(me.clone())
            }
            Act::OfficerCloseCall { ticket } => {
                self.calls.cancel(ticket);
                stay(me.clone())
            }
            Act::OfficerTakeOn { .. } | Act::OfficerChangePin { .. } | Act::OfficerLetGo { .. } => {
                self.on_staff(me, act)?;
                stay(me.clone())
            }
            Act::OfficerExit => {
                me.may(Role::Admin)?;
                Ok(OfficerStep::Leave(Effect::Exit))
            }
            Act::OfficerRestart => Ok(OfficerStep::Leave(Effect::Restart)),
            _ => stay(me.clone()),
        }
    }

    fn now(&self) -> Timestamp {
        self.around.clock.now().timestamp()
    }

    fn store(&mut self) -> Result<&mut Store, Problem> {
        let now = self.now();
        self.around.records.store_mut(now)
    }

    /// The form that is called so, if there is one.
    fn find(&mut self, number: &Said) -> Result<FormNumber, Problem> {
        let number: FormNumber = number.as_str().parse().map_err(|_| fault_of(&StoreError::FormGone))?;
        let now = self.now();
        let found = self.store()?.form_called(&number, now).map_err(|fault| fault_of(&fault))?;
        Ok(found.number)
    }

    fn on_form(&mut self, me: &SignedIn, act: &Act) -> Result<(), Problem> {
        let Page::Form(number) = &me.page else { return Ok(()) };
        let now = self.now();
        let store = self.store()?;
        let done = store.form_called(number, now).and_then(|form| match act {
            Act::OfficerSignOff => store.sign_off(form.id, me.by, now),
            Act::OfficerHandOver => store.hand_over(form.id, me.by, now),
            Act::OfficerVoid { why } => store.void(form.id, Void::from(*why), me.by, now),
            _ => Ok(()),
        });
        done.map_err(|fault| fault_of(&fault))
    }

    fn print(&mut self, me: &SignedIn) -> Result<(), Problem> {
        let (Page::Form(number), Some(content)) = (&me.page, self.content) else { return Ok(()) };
        let at = self.around.clock.now();
        let Surroundings { records, print_room, .. } = &mut *self.around;
        self.papers.print(number, content.pack(), &mut **records, &mut **print_room, &at)
    }

    fn on_staff(&mut self, me: &SignedIn, act: &Act) -> Result<(), Problem> {
        match act {
            Act::OfficerTakeOn { name, role, pin } => self.take_on(me, name, *role, pin),
            Act::OfficerChangePin { member, pin } => {
                let member = self.member(*member)?;
                if me.by != Some(member) {
                    me.may(Role::Admin)?;
                }
                let (hash, now) = (self.hashed(pin)?, self.now());
                self.store()?.change_pin(member, &hash, me.by, now).map_err(|fault| fault_of(&fault))
            }
            Act::OfficerLetGo { member } => {
                me.may(Role::Admin)?;
                let (member, now) = (self.member(*member)?, self.now());
                self.store()?.let_go(member, me.by, now).map_err(|fault| fault_of(&fault))
            }
            _ => Ok(()),
        }
    }

    fn take_on(&mut self, me: &SignedIn, name: &Said, role: StaffRole, pin: &Said) -> Result<(), Problem> {
        me.may(Role::Admin)?;
        let name: String = name.as_str().trim().chars().take(LONGEST_NAME).collect();
        if name.is_empty() {
            return Err(Refusal::NameEmpty.into());
        }
        let (hash, now) = (self.hashed(pin)?, self.now());
        let taken_on = self.store()?.take_on(&name, role.into(), &hash, me.by, now);
        taken_on.map(drop).map_err(|fault| fault_of(&fault))
    }

    /// Somebody of the staff by the number that the screens know.
    fn member(&mut self, number: u32) -> Result<StaffId, Problem> {
        let staff = self.store()?.staff().map_err(|fault| fault_of(&fault))?;
        let found = staff.iter().find(|member| member.id.number() == i64::from(number));
        Ok(found.ok_or_else(|| fault_of(&StoreError::StaffGone))?.id)
    }

    /// The hash of a PIN that nobody has: a PIN alone says who comes.
    fn hashed(&mut self, pin: &Said) -> Result<String, Problem> {
        let staff = self.store()?.staff().map_err(|fault| fault_of(&fault))?;
        let hashes: Vec<&str> = staff.iter().map(|member| member.pin.as_str()).collect();
        if self.around.lock.whose(pin, &hashes).is_some() {
            return Err(Refusal::PinTaken.into());
        }
        pin::hash(pin).map_err(|fault| match fault {
            PinFault::NotDigits => Refusal::PinNotDigits.into(),
            PinFault::NotHashed => Refusal::PinNotHashed.into(),
        })
    }
}
