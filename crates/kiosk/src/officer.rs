//! The officer's side of the kiosk, as far as the window needs one: behind the PIN, end or restart.

use std::time::Duration;

use crate::{act::Act, idle::whole_seconds, library::Library, pin::PinLock, refusal::Refusal, view::Officer};

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

    pub fn draw(self, lock: &dyn PinLock, library: &dyn Library, at: Duration) -> Officer {
        match self {
            Self::Locked => Officer::Locked { wait_seconds: whole_seconds(lock.wait(at)), pin_set: lock.is_set() },
            Self::Open => Officer::Open { packs: library.packs(), interrupted: Vec::new(), store: None },
        }
    }
}
