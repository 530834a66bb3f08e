//! Where the visitor stands: at the first open question, or at a screen gone back to.

use super::{Journey, course::Screen};
use crate::{answers::Kept, value::Place};

/// Where the visitor stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Position {
    /// At the first screen that is not answered; at the review when there is none.
    Due,
    /// At the screen with this place, whether it is answered or not.
    At {
        place: Place,
        /// Whether it was chosen in the review, to which it then returns.
        chosen: bool,
    },
}

impl Journey {
    /// Goes to the screen before; from a question that was chosen in the review, to the review. False, and
    /// nothing changes, where there is none.
    pub fn back(&mut self) -> bool {
        if matches!(self.position, Position::At { chosen: true, .. }) && self.standing_at().is_some() {
            self.position = Position::Due;
            return true;
        }
        let here = self.standing_at().or_else(|| self.first_due()).unwrap_or(self.course.screens.len());
        let before = self.course.screens[..here].iter().rfind(|screen| self.walked(screen));
        match before.and_then(|screen| screen.places.first()) {
            Some(place) => {
                self.position = Position::At { place: place.clone(), chosen: false };
                true
            }
            None => false,
        }
    }

    /// Goes on from a screen gone back to, without changing its answers. False, and nothing changes, where
    /// something there is still open.
    pub fn forward(&mut self) -> bool {
        let Some(here) = self.standing_at() else { return false };
        if !self.settled(&self.course.screens[here]) {
            return false;
        }
        self.leave(here);
        true
    }

    /// Goes to the question at this place, to change its answer. Afterwards the journey returns to the
    /// review, or to the first question that has become open. False, and nothing changes, where it is not
    /// asked.
    pub fn go_to(&mut self, place: &Place) -> bool {
        let found = self.course.screens.iter().any(|screen| screen.places.contains(place));
        if found {
            self.position = Position::At { place: place.clone(), chosen: true };
        }
        found
    }

    /// Whether the question in front was chosen in the review, to which it then returns.
    pub fn is_chosen(&self) -> bool {
        matches!(self.position, Position::At { chosen: true, .. }) && self.standing_at().is_some()
    }

    /// The screen that is shown; none is the review.
    pub(super) fn screen(&self) -> Option<&Screen> {
        self.course.screens.get(self.standing_at().or_else(|| self.first_due())?)
    }

    /// After an answer at this place: on, unless the screen has more to ask or several questions to look at.
    pub(super) fn advance(&mut self, place: &Place) {
        let Some(here) = self.standing_at() else {
            self.position = Position::Due;
            return;
        };
        let screen = &self.course.screens[here];
        if screen.places.len() == 1 && screen.places.contains(place) && self.settled(screen) {
            self.leave(here);
        }
    }

    fn leave(&mut self, here: usize) {
        let next = self.course.screens.iter().skip(here + 1).find(|screen| self.walked(screen));
        let revisits = matches!(self.position, Position::At { chosen: false, .. });
        self.position = match next.and_then(|screen| screen.places.first()) {
            Some(place) if revisits && next.is_some_and(|screen| self.settled(screen)) => {
                Position::At { place: place.clone(), chosen: false }
            }
            _ => Position::Due,
        };
    }

    /// The screen gone back to, if it still applies.
    fn standing_at(&self) -> Option<usize> {
        let Position::At { place, .. } = &self.position else { return None };
        self.course.screens.iter().position(|screen| screen.places.contains(place))
    }

    pub(super) fn first_due(&self) -> Option<usize> {
        self.course.screens.iter().position(|screen| !self.settled(screen))
    }

    pub(super) fn settled(&self, screen: &Screen) -> bool {
        screen.places.iter().all(|place| self.answers.contains_key(place))
    }

    /// Whether one comes past it by going back and on: not where everything came from another form.
    fn walked(&self, screen: &Screen) -> bool {
        !screen.places.iter().all(|place| self.answers.get(place).and_then(Kept::from).is_some())
    }
}
