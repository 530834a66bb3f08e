//! On, back, to a question of the review, and into the check before the form.
//!
//! It must never give an answer.

use kaunter_forms::{Country, Kind, Place};

use super::{
    aside::Shift,
    filling::{Asking, Filling, Stage},
};

impl Filling {
    /// First only what the rules of eligibility need.
    pub fn check_first(&mut self) {
        if self.journey.check_first() {
            self.turn_to_step();
        }
    }

    /// On with the whole form. What was answered is kept.
    pub fn apply(&mut self) {
        if self.journey.checks_first() {
            self.journey.check_no_more();
            self.shift = Shift::default();
            self.turn_to_step();
        }
    }

    /// On after an answer, from the screen with these places: the journey may have gone on already.
    pub(super) fn pass_on_from(&mut self, here: &[Place]) {
        if self.places() == here { self.pass_on() } else { self.turn_to_step() }
    }

    /// To the next question of the screen, or to the next screen.
    pub(super) fn pass_on(&mut self) {
        let places = self.places();
        let here = self.asking.active + 1;
        match places.get(self.asking.active).filter(|_| here < places.len()) {
            // The screen is the same: those after it are asked, answered or not.
            Some(_) => self.asking = Asking { active: here, ..Asking::default() },
            None => {
                self.journey.forward();
                self.turn_to_step();
            }
        }
    }

    /// On from the screen, also where it has further questions, as long as all of them are answered.
    pub fn leave_screen(&mut self) {
        if self.journey.forward() {
            self.turn_to_step();
        }
    }

    /// The first question of the screen that is not answered, or its first.
    pub(super) fn turn_to_step(&mut self) {
        let places = self.places();
        let open = |place: &Place| self.journey.value(place).is_none() && !self.journey.is_skipped(place);
        let active = places.iter().position(open).unwrap_or_default();
        self.asking = Asking { active, ..Asking::default() };
    }

    /// One step back: out of what was heard, up a list, to the question before. False at the very first.
    pub fn step_back(&mut self) -> bool {
        self.shift = Shift::default();
        if matches!(self.stage, Stage::Proof(_)) {
            self.stage = Stage::Open;
            return true;
        }
        let asking = &mut self.asking;
        if asking.read_back.take().is_some() || asking.path.pop().is_some() {
            asking.faults.clear();
            return true;
        }
        if self.take_back_part() {
            return true;
        }
        let asking = &mut self.asking;
        if asking.active > 0 {
            let active = asking.active - 1;
            self.asking = Asking { active, ..Asking::default() };
            return true;
        }
        let went = self.journey.back();
        if went {
            self.turn_to_step();
        }
        went
    }

    /// Takes the last part of an address back.
    fn take_back_part(&mut self) -> bool {
        let Some(Kind::Address { country, .. }) = self.place().map(|place| self.kind(&place)) else { return false };
        let Some(country) = Country::of(&country) else { return false };
        let parts = &mut self.asking.turn.parts;
        let order: Vec<&str> = country.parts().map(|part| part.id.as_str()).collect();
        let last = order.into_iter().rev().find(|part| parts.contains_key(*part));
        self.asking.faults.clear();
        last.is_some_and(|last| self.asking.turn.parts.remove(last).is_some())
    }

    pub(super) fn start_again(&mut self) {
        while self.journey.back() {}
        self.turn_to_step();
    }

    /// From the review to a question.
    pub fn change(&mut self, key: &str) {
        let Ok(place) = key.parse::<Place>() else { return };
        if self.journey.go_to(&place) {
            self.shift = Shift::default();
            let active = self.places().iter().position(|one| *one == place).unwrap_or_default();
            self.asking = Asking { active, ..Asking::default() };
        }
    }
}
