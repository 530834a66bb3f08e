//! What a person does with the question in front: answers it, says yes or no to what was read back, leaves it out.
//!
//! It must never know who the person is, a visitor or an officer.

use super::{
    filling::{Filling, Wish},
    records::Keeping,
};
use crate::{act::Act, view::Problem};

impl Filling {
    /// Does a thing with the question in front; other acts change nothing here.
    pub fn answer(&mut self, act: &Act, language: &str, notes: &mut dyn Keeping) -> Result<Option<Wish>, Problem> {
        let wish = self.answered(act, language, notes)?;
        self.forget_what_is_past();
        Ok(wish)
    }

    fn answered(&mut self, act: &Act, language: &str, notes: &mut dyn Keeping) -> Result<Option<Wish>, Problem> {
        match act {
            Act::Give { place, given } => self.at(place, |filling, place| filling.give(place, given, language, notes)),
            Act::Entering { place, entered } => self.at(place, |filling, _| {
                filling.enter(entered.clone());
                Ok(None)
            }),
            Act::ConfirmReadBack { place } => self.at(place, |filling, place| filling.confirm(place, 0, notes)),
            Act::PickAlternative { place, alternative } => {
                let which = usize::from(*alternative) + 1;
                self.at(place, |filling, place| filling.confirm(place, which, notes))
            }
            Act::RefuseReadBack { place } => self.at(place, |filling, _| {
                filling.refuse();
                Ok(None)
            }),
            Act::SkipQuestion { place } => self.at(place, |filling, place| {
                filling.skip(place, language, notes)?;
                Ok(None)
            }),
            _ => Ok(None),
        }
    }
}
