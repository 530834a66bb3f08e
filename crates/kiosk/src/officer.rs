//! The officer's side of the kiosk, as far as the window needs one: behind the PIN, end or restart.

use std::time::Duration;

use crate::{
    act::Act,
    content::Content,
    counter::Surroundings,
    forms::{
        Offered,
        records::{Interrupted, Records},
    },
    idle::whole_seconds,
    pin::PinLock,
    refusal::Refusal,
    view::{InterruptedForm, Officer},
};

/// What the shell is to do after an act.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Effect {
    /// Leave full screen and end the program.
    Exit,
    /// Start the window anew.
    Restart,
}

/// The officer's side while it is in front.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum OfficerSide {
    Locked,
    Open,
}

/// Where an officer's act leads.
pub(crate) struct OfficerStep {
    /// `None`: back to the citizens' side.
    pub side: Option<OfficerSide>,
    pub effect: Option<Effect>,
}

impl OfficerSide {
    /// What an act leads to; a citizen's act changes nothing here.
    pub fn after(self, act: &Act, lock: &mut dyn PinLock, at: Duration) -> Result<OfficerStep, Refusal> {
        let stay = OfficerStep { side: Some(self), effect: None };
        Ok(match (self, act) {
            (Self::Locked, Act::OfficerPin { pin }) => {
                lock.try_pin(pin, at)?;
                OfficerStep { side: Some(Self::Open), effect: None }
            }
            (Self::Open, Act::OfficerExit) => OfficerStep { side: None, effect: Some(Effect::Exit) },
            (Self::Open, Act::OfficerRestart) => OfficerStep { side: None, effect: Some(Effect::Restart) },
            (_, Act::OfficerClose) => OfficerStep { side: None, effect: None },
            _ => stay,
        })
    }

    pub fn draw(self, around: &Surroundings, content: Option<&dyn Content>) -> Officer {
        let lock = &*around.lock;
        let wait = lock.wait(around.clock.elapsed());
        match self {
            Self::Locked => Officer::Locked { wait_seconds: whole_seconds(wait), pin_set: lock.is_set() },
            Self::Open => Officer::Open {
                packs: around.library.packs(),
                interrupted: interrupted(&*around.records, content),
                store: around.records.problem(),
            },
        }
    }
}

/// Forms that can be given back, by their names in the office's language.
fn interrupted(records: &dyn Records, content: Option<&dyn Content>) -> Vec<InterruptedForm> {
    let title = |id: &str| {
        let pack = content?.pack();
        Some(Offered { pack, language: &pack.manifest.office_language }.link(id)?.title)
    };
    let shown = |one: Interrupted| InterruptedForm {
        title: title(&one.form).unwrap_or(one.form),
        draft: one.draft,
        since: one.begun.to_string(),
    };
    records.interrupted().into_iter().map(shown).collect()
}
