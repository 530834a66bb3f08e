//! The officer's side: behind the PIN, the day's forms, calls, the staff and the kiosk itself.
//!
//! It acts on what was handed in and never on a running visit, save that one may be begun for a form that is
//! taken over. It must never decide what a person is entitled to.

mod acts;
mod agency;
mod correcting;
mod desk;
mod device;
mod questions;
mod slips;

use std::time::Duration;

use kaunter_store::{FormNumber, Role, StaffId, Void};

use crate::{
    counter::Surroundings,
    idle::whole_seconds,
    pin::Opened,
    refusal::Refusal,
    view::{DeviceDone, Officer, OfficerPlace, Problem, StaffRole, VoidReason},
};

pub(crate) use acts::OfficerMoment;
pub(crate) use desk::DeskDrawing;

/// What the shell is to do after an act.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Effect {
    /// Leave full screen and end the program.
    Exit,
    /// Start the window anew.
    Restart,
}

/// The officer's side while it is in front.
#[derive(Clone)]
pub(crate) enum OfficerSide {
    Locked,
    Open(SignedIn),
}

/// Who opened it, and where they are.
#[derive(Clone)]
pub(crate) struct SignedIn {
    /// `None` for whoever has the machine's own PIN.
    pub by: Option<StaffId>,
    pub name: Option<String>,
    pub role: Role,
    pub page: Page,
}

/// A page of the officer's side.
#[derive(Clone)]
pub(crate) enum Page {
    Desk,
    Agency,
    Form(FormNumber),
    /// A form whose answers are being put right.
    Correct(Box<correcting::Correcting>),
    /// The staff's own questions, with what was asked last.
    Questions(questions::Asked),
    /// The machine, with what was done for it last.
    Device(Option<DeviceDone>),
    Staff,
}

/// Where an officer's act leads.
pub(crate) enum OfficerStep {
    /// Stays on the officer's side.
    Stay(OfficerSide),
    /// Back to the citizens' side.
    Close,
    /// Back to the citizens' side, and the shell does something.
    Leave(Effect),
    /// Opens an interrupted form for the person in front.
    GiveBack(String),
    /// Opens a paused form for the person in front.
    TakeOver(crate::said::Said),
}

impl OfficerSide {
    /// Whether the answers of a form are being put right: that is like filling one in.
    pub fn corrects(&self) -> bool {
        matches!(self, Self::Open(SignedIn { page: Page::Correct(_), .. }))
    }

    /// Whether what is plugged in is shown.
    pub fn looks_for_sticks(&self) -> bool {
        matches!(self, Self::Open(SignedIn { page: Page::Agency | Page::Device(_), .. }))
    }

    /// Whether the kiosk's own page is in front.
    pub fn looks_at_device(&self) -> bool {
        matches!(self, Self::Open(SignedIn { page: Page::Device(_), .. }))
    }

    /// Opens with the right PIN.
    pub fn unlock(pin: &crate::said::Said, around: &mut Surroundings, at: Duration) -> Result<Self, Problem> {
        let staff = around.records.store().and_then(|store| store.staff().map_err(|fault| fault_of(&fault)));
        let staff = staff.unwrap_or_default();
        let hashes: Vec<&str> = staff.iter().map(|member| member.pin.as_str()).collect();
        let signed_in = match around.lock.try_pin(pin, &hashes, at)? {
            Opened::Machine => SignedIn { by: None, name: None, role: Role::Admin, page: Page::Desk },
            Opened::Staff(which) => {
                let member = staff.get(which).ok_or(Refusal::PinWrong)?;
                SignedIn { by: Some(member.id), name: Some(member.name.clone()), role: member.role, page: Page::Desk }
            }
        };
        if let Some(by) = signed_in.by {
            let now = around.clock.now().timestamp();
            around.records.store_mut(now)?.note_sign_in(by, now).map_err(|fault| fault_of(&fault))?;
        }
        Ok(Self::Open(signed_in))
    }

    pub fn draw(&self, drawing: &DeskDrawing<'_>) -> Officer {
        match self {
            Self::Locked => {
                let lock = &*drawing.around.lock;
                let staff = drawing.around.records.store().and_then(|store| {
                    let staff = store.staff().map_err(|fault| fault_of(&fault))?;
                    Ok(!staff.is_empty())
                });
                Officer::Locked {
                    wait_seconds: whole_seconds(lock.wait(drawing.around.clock.elapsed())),
                    pin_set: lock.is_set() || staff.unwrap_or(false),
                }
            }
            Self::Open(signed_in) => Officer::Open {
                who: signed_in.name.clone(),
                member: signed_in.by.map(|by| u32::try_from(by.number()).unwrap_or(u32::MAX)),
                role: signed_in.role.into(),
                calls: drawing.calls(),
                printer: drawing.around.print_room.printer(),
                questions: drawing.around.installed.internal().err() != Some(Refusal::PackNone.into()),
                page: drawing.page(&signed_in.page),
            },
        }
    }
}

impl SignedIn {
    /// Whether this person may do what needs a role.
    fn may(&self, role: Role) -> Result<(), Problem> {
        if self.role >= role { Ok(()) } else { Err(Refusal::NotAllowed.into()) }
    }

    fn at(&self, page: Page) -> Self {
        Self { page, ..self.clone() }
    }
}

impl Page {
    /// The form in front, also while its answers are being put right: what can no longer be read is drawn as it stands.
    fn form(&self) -> Option<&FormNumber> {
        match self {
            Self::Form(number) => Some(number),
            Self::Correct(correcting) => Some(&correcting.number),
            _ => None,
        }
    }

    fn of(place: OfficerPlace) -> Self {
        match place {
            OfficerPlace::Desk => Self::Desk,
            OfficerPlace::Agency => Self::Agency,
            OfficerPlace::Questions => Self::Questions(None),
            OfficerPlace::Device => Self::Device(None),
            OfficerPlace::Staff => Self::Staff,
        }
    }
}

impl From<Role> for StaffRole {
    fn from(role: Role) -> Self {
        match role {
            Role::Officer => Self::Officer,
            Role::Trainer => Self::Trainer,
            Role::Admin => Self::Admin,
        }
    }
}

impl From<StaffRole> for Role {
    fn from(role: StaffRole) -> Self {
        match role {
            StaffRole::Officer => Self::Officer,
            StaffRole::Trainer => Self::Trainer,
            StaffRole::Admin => Self::Admin,
        }
    }
}

impl From<Void> for VoidReason {
    fn from(why: Void) -> Self {
        match why {
            Void::Withdrawn => Self::Withdrawn,
            Void::Duplicate => Self::Duplicate,
            Void::Mistaken => Self::Mistaken,
        }
    }
}

impl From<VoidReason> for Void {
    fn from(why: VoidReason) -> Self {
        match why {
            VoidReason::Withdrawn => Self::Withdrawn,
            VoidReason::Duplicate => Self::Duplicate,
            VoidReason::Mistaken => Self::Mistaken,
        }
    }
}

/// What a fault of the store is called on the screens.
fn fault_of(fault: &kaunter_store::StoreError) -> Problem {
    tracing::error!(code = fault.code(), %fault);
    Problem { code: fault.code().to_owned() }
}
