//! Items of repeating sections: adding and removing them in the review.

use std::collections::BTreeMap;

use super::{Journey, moves::Position};
use crate::{
    answers::{self, Changed, Kept, MOST_ITEMS},
    definition::{Count, Section},
    refusal::{Refusal, Why},
    value::{Place, Value},
};

/// The items of a repeating section.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Items {
    /// How many there are.
    pub count: u16,
    /// Whether [`Journey::add_item`] can add one.
    pub can_add: bool,
    /// Whether [`Journey::remove_item`] can take one away.
    pub can_remove: bool,
}

impl Journey {
    /// The items of a repeating section that applies.
    pub fn items(&self, section: &str) -> Option<Items> {
        let (_, count) = self.repeating(section)?;
        let can_add = self.added(section).is_ok();
        Some(Items { count, can_add, can_remove: self.reduced(section).is_ok() })
    }

    /// Adds an item at the end; its questions come next. What was set aside when there were more items
    /// returns with it.
    ///
    /// # Errors
    /// When there can be no more, or another answer fixes how many there are.
    pub fn add_item(&mut self, section: &str) -> Result<Vec<Changed>, Refusal> {
        let (place, value) = self.added(section)?;
        let changed = self.keep(&place, Kept::Answered { value, from: None })?;
        self.position = Position::Due;
        Ok(changed)
    }

    /// Takes an item away with its answers; those behind it move up.
    ///
    /// # Errors
    /// When there must be as many, there is no such item, or another answer fixes how many there are.
    pub fn remove_item(&mut self, section: &str, item: u16) -> Result<Vec<Changed>, Refusal> {
        let place = Place { field: section.to_owned(), item: Some(item) };
        let refuse = |why| Refusal { place: place.clone(), why };
        let reduced = self.reduced(section)?;
        let (known, count) = self.repeating(section).ok_or_else(|| refuse(Why::NoSuchQuestion))?;
        if item >= count {
            return Err(refuse(Why::NoSuchQuestion));
        }
        let mut moved: Vec<(String, u16)> = known.fields.iter().map(|field| (field.id.clone(), item)).collect();
        if let Some(least) = least(known) {
            // The answer under item k says that there is an item k; those of the items before stay.
            moved.push((known.id.clone(), item.max(least)));
        }
        let mut changed = BTreeMap::new();
        for (field, from) in moved {
            self.move_up(&field, from, &mut changed);
        }
        if let Some((place, value)) = reduced {
            let kept = Kept::Answered { value, from: None };
            changed.insert(place.clone(), Some(answers::to_bytes(&kept)));
            self.answers.insert(place, kept);
        }
        self.position = Position::Due;
        self.walk();
        Ok(changed.into_iter().map(|(place, stored)| Changed { place, stored }).collect())
    }

    /// The answer of a field in an item goes; those behind it take the places before.
    fn move_up(&mut self, field: &str, item: u16, changed: &mut BTreeMap<Place, Option<Vec<u8>>>) {
        let at = |item| Place { field: field.to_owned(), item: Some(item) };
        let gone = (item..MOST_ITEMS).filter_map(|n| Some((n, self.answers.remove(&at(n))?)));
        for (n, kept) in gone.collect::<Vec<_>>() {
            changed.insert(at(n), None);
            if n > item {
                changed.insert(at(n - 1), Some(answers::to_bytes(&kept)));
                self.answers.insert(at(n - 1), kept);
            }
        }
    }

    fn repeating(&self, section: &str) -> Option<(&Section, u16)> {
        let known = self.form.sections.iter().find(|known| known.id == section)?;
        let count = self.course.items.get(section)?.count;
        known.repeat.as_ref().map(|_| (known, count))
    }

    /// The answer that makes one item more.
    fn added(&self, section: &str) -> Result<(Place, Value), Refusal> {
        let at = |item| Place { field: section.to_owned(), item };
        let refuse = |why| Refusal { place: at(None), why };
        let (known, count) = self.repeating(section).ok_or_else(|| refuse(Why::NoSuchQuestion))?;
        match known.repeat.as_ref().map(|repeat| &repeat.count) {
            Some(Count::Asked { max, .. }) => {
                let place = at(Some(count));
                if count >= *max {
                    return Err(refuse(Why::TooMany(*max)));
                }
                let value = self.fitting(&place, Value::YesNo(true))?;
                Ok((place, value))
            }
            Some(Count::Answered(field)) => self.counted(field, i64::from(count) + 1),
            None => Err(refuse(Why::NoSuchQuestion)),
        }
    }

    /// The answer that makes one item less, where that is more than moving the others up.
    fn reduced(&self, section: &str) -> Result<Option<(Place, Value)>, Refusal> {
        let refuse = |why| Refusal { place: Place { field: section.to_owned(), item: None }, why };
        let (known, count) = self.repeating(section).ok_or_else(|| refuse(Why::NoSuchQuestion))?;
        match known.repeat.as_ref().map(|repeat| &repeat.count) {
            Some(Count::Asked { min, .. }) if count <= *min => Err(refuse(Why::TooFew(*min))),
            Some(Count::Asked { max, .. }) if count == *max => {
                // There was no room to ask for another; who takes one away does not want one more.
                let place = Place { field: section.to_owned(), item: Some(count - 1) };
                Ok(Some((place, Value::YesNo(false))))
            }
            Some(Count::Asked { .. }) => Ok(None),
            Some(Count::Answered(_)) if count == 0 => Err(refuse(Why::TooFew(0))),
            Some(Count::Answered(field)) => self.counted(field, i64::from(count) - 1).map(Some),
            None => Err(refuse(Why::NoSuchQuestion)),
        }
    }

    /// The counting answer, changed to this.
    fn counted(&self, field: &str, count: i64) -> Result<(Place, Value), Refusal> {
        let place = Place { field: field.to_owned(), item: None };
        if self.form.field(field).is_none_or(|(_, field)| field.value.is_some()) {
            return Err(Refusal { place, why: Why::Fixed });
        }
        if count > i64::from(MOST_ITEMS) {
            return Err(Refusal { place, why: Why::TooMany(MOST_ITEMS) });
        }
        let value = self.fitting(&place, Value::Integer(count))?;
        Ok((place, value))
    }
}

fn least(section: &Section) -> Option<u16> {
    match section.repeat.as_ref()?.count {
        Count::Asked { min, .. } => Some(min),
        Count::Answered(_) => None,
    }
}
