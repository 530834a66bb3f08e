//! What an answer set aside, and what came back with it: the visitor is told, so that nothing seems lost.

use std::collections::BTreeSet;

use kaunter_forms::{Journey, Place};

use super::filling::Filling;
use crate::view::FormShift;

/// Places of answers that do not apply any more, or apply again, since the last answer.
#[derive(Clone, Default)]
pub(crate) struct Shift {
    aside: Vec<Place>,
    back: Vec<Place>,
}

/// Answers that do not apply at this moment.
pub(super) fn set_aside(journey: &Journey) -> BTreeSet<Place> {
    journey.set_aside().into_iter().map(|one| one.place.clone()).collect()
}

impl Shift {
    pub fn since(before: &BTreeSet<Place>, journey: &Journey) -> Self {
        let now = set_aside(journey);
        Self {
            aside: now.difference(before).cloned().collect(),
            back: before.difference(&now).filter(|place| journey.value(place).is_some()).cloned().collect(),
        }
    }
}

impl Filling {
    /// What the last answer set aside or brought back, in words; nothing where it did neither.
    pub fn shifted(&self, language: &str) -> Option<FormShift> {
        let Shift { aside, back } = &self.shift;
        let some = !(aside.is_empty() && back.is_empty());
        some.then(|| FormShift {
            aside: count(aside),
            aside_of: self.names(aside, language),
            back: count(back),
            back_of: self.names(back, language),
        })
    }

    /// What the answers were about: a whole section or item that went or came is named by itself. Each name once.
    fn names(&self, places: &[Place], language: &str) -> Vec<String> {
        let mut names: Vec<String> = Vec::new();
        for place in places {
            let name = self.name(place, places, language);
            if !names.contains(&name) {
                names.push(name);
            }
        }
        names
    }

    fn name(&self, place: &Place, shifted: &[Place], language: &str) -> String {
        let Some((section, _)) = self.journey.form().field(&place.field) else { return place.to_string() };
        let Some(words) = self.words(language) else { return place.field.clone() };
        let review = self.journey.review();
        let stays = |item: Option<Option<u16>>| {
            review
                .iter()
                .filter(|part| part.section == section.id && item.is_none_or(|item| part.item == item))
                .any(|part| part.lines.iter().any(|line| line.value.is_some() && !shifted.contains(line.place)))
        };
        match place.item {
            _ if !stays(None) => words.section(&section.id).to_owned(),
            Some(item) if !stays(Some(Some(item))) => words.item(&section.id, item + 1),
            _ => words.label(&place.field).to_owned(),
        }
    }
}

fn count(places: &[Place]) -> u16 {
    u16::try_from(places.len()).unwrap_or(u16::MAX)
}
