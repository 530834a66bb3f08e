//! What an officer does: finds, checks and hands over forms, answers calls, looks after the staff.

use jiff::Timestamp;
use kaunter_store::{AskedBy, FormNumber, Role, StaffId, Store, StoreError, Void};

use super::{
    Effect, OfficerSide, OfficerStep, Page, SignedIn,
    correcting::{Correcting, CorrectionNote},
    device::name_of,
    fault_of, questions,
};
use crate::{
    act::Act,
    calls::Calls,
    content::Content,
    counter::Surroundings,
    pin::{self, PinFault},
    printing::{PaperTray, PrintWishes, set_wishes},
    refusal::Refusal,
    said::Said,
    view::{CorrectionReason, DeviceDone, OfficerPlace, Problem, SpeechPiece, StaffRole},
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
    /// How `kiosk.toml` has papers printed.
    pub printing: &'a PrintWishes,
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
        match act {
            Act::OfficerTakeOver { code } => Ok(OfficerStep::TakeOver(code.clone())),
            Act::OfficerGiveBack { draft } => Ok(OfficerStep::GiveBack(draft.clone())),
            Act::OfficerExit => {
                me.may(Role::Admin)?;
                Ok(OfficerStep::Leave(Effect::Exit))
            }
            Act::OfficerRestart => Ok(OfficerStep::Leave(Effect::Restart)),
            _ => Ok(OfficerStep::Stay(OfficerSide::Open(self.stays(me, act)?))),
        }
    }

    /// Where somebody stands after an act that leaves them on the officer's side.
    fn stays(&mut self, me: &SignedIn, act: &Act) -> Result<SignedIn, Problem> {
        match act {
            Act::OfficerGo { page } => {
                if *page == OfficerPlace::Staff {
                    me.may(Role::Admin)?;
                }
                Ok(me.at(Page::of(*page)))
            }
            Act::OfficerFind { number } => Ok(me.at(Page::Form(self.find(number)?))),
            Act::OfficerCorrect { place } => self.correct(me, place),
            Act::OfficerCorrected { why, words } => self.corrected(me, *why, words),
            Act::OfficerTakePack { .. }
            | Act::OfficerTakeLog
            | Act::OfficerTrySpeaker { .. }
            | Act::OfficerSetPrinting { .. } => Ok(me.at(Page::Device(self.on_machine(me, act)?))),
            _ if self.serves(me, act)? => Ok(me.clone()),
            _ => match &me.page {
                Page::Questions(before) => self.ask(me, before, act),
                _ => self.answer(me, act),
            },
        }
    }

    /// Does what leaves the page as it is; whether the act was of that kind.
    fn serves(&mut self, me: &SignedIn, act: &Act) -> Result<bool, Problem> {
        match act {
            Act::OfficerSignOff | Act::OfficerHandOver | Act::OfficerVoid { .. } => self.on_form(me, act)?,
            Act::OfficerPrint => self.print(me)?,
            Act::OfficerPrintSlip { id } => self.print_slip(me, id)?,
            Act::OfficerGiveUpPaper { job } => {
                let (now, Surroundings { records, print_room, .. }) = (self.now(), &mut *self.around);
                if let Ok(job) = job.parse() {
                    print_room.stop(job);
                    self.papers.give_up(job, &mut **records, &mut **print_room, now)?;
                }
            }
            Act::OfficerAnswerCall { ticket } => self.calls.answer(ticket, self.now()),
            Act::OfficerCloseCall { ticket } => self.calls.close(ticket, self.now()),
            Act::OfficerSendNow
            | Act::OfficerSendAgain { .. }
            | Act::OfficerExport { .. }
            | Act::OfficerImport { .. }
            | Act::OfficerEnrol { .. } => self.on_agency(me, act)?,
            Act::OfficerTakeOn { .. } | Act::OfficerChangePin { .. } | Act::OfficerLetGo { .. } => {
                self.on_staff(me, act)?;
            }
            Act::OfficerTrustPrinter => {
                me.may(Role::Admin)?;
                self.around.print_room.trust_anew();
            }
            _ => return Ok(false),
        }
        Ok(true)
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
        let Some(number) = me.page.form() else { return Ok(()) };
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

    /// Opens the form in front at an answer that is to be put right.
    fn correct(&mut self, me: &SignedIn, place: &str) -> Result<SignedIn, Problem> {
        let Some(number) = me.page.form() else { return Ok(me.clone()) };
        let now = self.now();
        let opened = Correcting::open(self.store()?, number, place, now)?;
        Ok(opened.map_or_else(|| me.clone(), |opened| me.at(Page::Correct(Box::new(opened)))))
    }

    /// The staff's own questions, of the pack that is for them only.
    fn ask(&self, me: &SignedIn, before: &questions::Asked, act: &Act) -> Result<SignedIn, Problem> {
        let internal = self.around.installed.internal()?;
        let asked = questions::ask(&*internal, before, act, self.around.clock.now().date())?;
        Ok(me.at(Page::Questions(asked)))
    }

    /// What is given to the question of a form that is being put right.
    fn answer(&mut self, me: &SignedIn, act: &Act) -> Result<SignedIn, Problem> {
        let Page::Correct(correcting) = &me.page else { return Ok(me.clone()) };
        let mut correcting = correcting.clone();
        correcting.act(act)?;
        Ok(me.at(Page::Correct(correcting)))
    }

    fn corrected(&mut self, me: &SignedIn, why: CorrectionReason, words: &Said) -> Result<SignedIn, Problem> {
        let Page::Correct(correcting) = &me.page else { return Ok(me.clone()) };
        if !correcting.is_whole() {
            return Ok(me.clone());
        }
        let manifest = &self.content.ok_or(Refusal::PackNone)?.pack().manifest;
        let recipients: Result<Vec<_>, StoreError> = manifest.recipients.iter().map(|key| key.parse()).collect();
        let recipients = recipients.map_err(|fault| fault_of(&fault))?;
        let at = self.around.clock.now();
        let how = CorrectionNote { why, words, recipients: &recipients, by: me.by, at: &at };
        correcting.keep(self.around.records.store_mut(at.timestamp())?, &how)?;
        if let Some(post) = &mut self.around.post {
            post.letter_waits();
        }
        Ok(me.at(Page::Form(correcting.number.clone())))
    }

    fn print(&mut self, me: &SignedIn) -> Result<(), Problem> {
        let (Some(number), Some(content)) = (me.page.form(), self.content) else { return Ok(()) };
        let at = self.around.clock.now();
        let Surroundings { records, print_room, .. } = &mut *self.around;
        self.papers.print(number, content.pack(), AskedBy::Staff(me.by), &mut **records, &mut **print_room, &at)
    }

    /// What is done for the machine: what of it is told.
    fn on_machine(&mut self, me: &SignedIn, act: &Act) -> Result<Option<DeviceDone>, Problem> {
        let now = self.around.clock.now();
        let maintenance = &mut self.around.maintenance;
        match act {
            Act::OfficerTakePack { file } => {
                me.may(Role::Trainer)?;
                let offered = maintenance.packs().into_iter().find(|one| name_of(one).as_ref() == Some(file));
                let offered = offered.ok_or(Refusal::StickGone)?;
                maintenance.install(&offered, &now)?;
                Ok(None)
            }
            Act::OfficerTakeLog => Ok(Some(DeviceDone::LogTaken { file: maintenance.take_log(&now)? })),
            Act::OfficerTrySpeaker { sentence } => {
                self.try_speaker(sentence);
                Ok(None)
            }
            Act::OfficerSetPrinting { printing } => {
                me.may(Role::Admin)?;
                self.set_printing(me, printing.clone().into())?;
                Ok(Some(DeviceDone::PrintingSet))
            }
            _ => Ok(None),
        }
    }

    fn try_speaker(&mut self, sentence: &Said) {
        let Some(content) = self.content else { return };
        let language = content.pack().manifest.office_language.clone();
        self.around.voice.try_speaker(SpeechPiece { text: sentence.clone(), language, clip: None });
    }

    /// Prints like this from now on, if the printer says that it can.
    fn set_printing(&mut self, me: &SignedIn, wished: PrintWishes) -> Result<(), Problem> {
        let can = self.around.print_room.choices().ok_or(Refusal::PrinterUnasked)?;
        if !wished.fits(&can) {
            return Err(Refusal::PrintingUnsupported.into());
        }
        let (now, file) = (self.now(), self.printing);
        set_wishes::keep(self.store()?, &wished, file, me.by, now).map_err(|fault| fault_of(&fault))?;
        self.around.print_room.wish(wished);
        Ok(())
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
