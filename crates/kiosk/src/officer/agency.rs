//! The way to the agency, as an officer sees it and looks after it.

use std::path::PathBuf;

use kaunter_store::{FormNumber, Role};

use super::{SignedIn, acts::OfficerMoment, desk::DeskDrawing};
use crate::{
    act::Act,
    post::{Link, PostStanding, SetAside, draw_way},
    refusal::Refusal,
    view::{AgencyDesk, AgencyLink, FormWay, Problem, SetAsideForm},
};

impl DeskDrawing<'_> {
    pub(super) fn agency(&self) -> AgencyDesk {
        let standing = match &self.around.post {
            Some(post) => post.standing(),
            None => PostStanding { waiting: self.outbox(), ..PostStanding::default() },
        };
        let sticks = self.around.post.as_ref().map(|post| post.sticks()).unwrap_or_default();
        let set_aside = standing
            .set_aside
            .into_iter()
            .map(|SetAside { letter, number, correction, code }| SetAsideForm { letter, number, correction, code });
        let problem = |code: Option<String>| code.map(|code| Problem { code });
        AgencyDesk {
            link: match standing.link {
                Link::NotEnrolled => AgencyLink::NotEnrolled,
                Link::Reached => AgencyLink::Reached,
                Link::OutOfReach(since) => AgencyLink::OutOfReach { since: since.map(|at| self.time(at)) },
                Link::Stopped(code) => AgencyLink::Stopped { code },
            },
            refused: problem(standing.refused),
            last_contact: standing.last_contact.map(|at| self.time(at)),
            waiting: standing.waiting,
            set_aside: set_aside.collect(),
            coming: standing.coming,
            pack_refused: problem(standing.pack_refused),
            trouble: problem(standing.trouble),
            sticks: sticks.iter().map(|stick| stick.display().to_string()).collect(),
            stick: standing.stick,
        }
    }

    /// When the agency last answered.
    pub(super) fn last_contact(&self) -> Option<String> {
        let standing = self.around.post.as_ref()?.standing();
        standing.last_contact.map(|at| self.time(at))
    }

    fn outbox(&self) -> u32 {
        let waiting = self.around.records.store().ok().and_then(|store| store.outbox().ok());
        waiting.map_or(0, |forms| u32::try_from(forms.len()).unwrap_or(u32::MAX))
    }

    pub(super) fn way(&self, number: &FormNumber) -> FormWay {
        let reaches = self.around.post.as_ref().is_some_and(|post| post.standing().link != Link::NotEnrolled);
        draw_way(self.around.records.way(number), reaches, self.now)
    }
}

impl OfficerMoment<'_> {
    /// What an officer does about the agency; other acts change nothing here.
    pub(super) fn on_agency(&mut self, me: &SignedIn, act: &Act) -> Result<(), Problem> {
        if matches!(act, Act::OfficerEnrol { .. }) {
            me.may(Role::Admin)?;
        }
        let Some(post) = &mut self.around.post else { return Ok(()) };
        let plugged_in = |stick: &str| {
            let known: Option<PathBuf> = post.sticks().into_iter().find(|known| known.display().to_string() == stick);
            known.ok_or(Refusal::StickGone)
        };
        match act {
            Act::OfficerSendNow => post.send_now(),
            Act::OfficerSendAgain { letter } => post.send_again(letter),
            Act::OfficerExport { stick } => {
                let stick = plugged_in(stick)?;
                post.export(stick);
            }
            Act::OfficerImport { stick } => {
                let stick = plugged_in(stick)?;
                post.import(stick);
            }
            Act::OfficerEnrol { address, code } => post.enrol(address.trim(), code),
            _ => {}
        }
        Ok(())
    }
}
