//! Checks: which of them speak up at an answer, and what is outstanding at the end.
//!
//! A check speaks up at the last of its fields that applies: before that, the visitor has not been asked
//! everything that it is about. One that fails because an earlier answer changed is outstanding, and leads
//! to its last field.

use super::{Journey, course};
use crate::{
    answers,
    definition::{Check, Form, Section},
    refusal::{Outstanding, Why},
    rule::Held,
    value::Place,
};

/// A check in one item, or in the form as a whole.
struct Instance<'f> {
    check: &'f Check,
    item: Option<u16>,
    /// The last of its places that is asked.
    last: Place,
}

impl Journey {
    /// What is still to be answered or put right, in the order of the form.
    pub fn outstanding(&self) -> Vec<Outstanding> {
        let mut found: Vec<Outstanding> = Vec::new();
        let whole = self.only.is_some().then(|| course::course(&self.form, &self.answers, self.today, None));
        let screens = &whole.as_ref().unwrap_or(&self.course).screens;
        for place in screens.iter().flat_map(|screen| &screen.places) {
            if let Some(why) = self.lacking(place) {
                found.push(Outstanding { place: place.clone(), why });
                continue;
            }
            let failing = self.failing(|instance| instance.last == *place);
            if !failing.is_empty() {
                found.push(Outstanding { place: place.clone(), why: Why::Checks(failing) });
            }
        }
        found
    }

    /// Checks that do not hold and speak up at this place.
    pub(super) fn speaking_up(&self, place: &Place) -> Vec<String> {
        self.failing(|instance| instance.last == *place)
    }

    /// What is wrong with an answer by itself, or with its absence.
    fn lacking(&self, place: &Place) -> Option<Why> {
        let Some(kept) = self.answers.get(place) else { return Some(Why::Needed) };
        let kind = answers::kind_at(&self.form, place)?;
        match kept.value() {
            Some(value) => self.fits(kind, place, value.clone()).err(),
            None => {
                let optional = self.form.field(&place.field).is_some_and(|(_, field)| field.optional);
                (!optional).then_some(Why::Needed)
            }
        }
    }

    fn failing(&self, wanted: impl Fn(&Instance) -> bool) -> Vec<String> {
        let instances = self.form.checks.iter().flat_map(|check| self.instances(check));
        let failing = instances.filter(|instance| wanted(instance) && self.fails(instance));
        failing.map(|instance| instance.check.id.clone()).collect()
    }

    fn fails(&self, instance: &Instance) -> bool {
        self.holds(&instance.check.rule, instance.item) == Held::No
    }

    /// The check once for each item that it is about; none where none of its fields is asked.
    fn instances<'f>(&'f self, check: &'f Check) -> Vec<Instance<'f>> {
        let items: Vec<Option<u16>> = match repeating(&self.form, check) {
            Some(section) => {
                let count = self.course.items.get(&section.id).map_or(0, |items| items.count);
                (0..count).map(Some).collect()
            }
            None => vec![None],
        };
        let instance = |item: Option<u16>| {
            let mut places = self.course.lines.iter().filter(|line| {
                let of_it = check.of.contains(&line.place.field);
                !line.computed && of_it && (line.place.item.is_none() || line.place.item == item)
            });
            let last = places.next_back()?.place.clone();
            Some(Instance { check, item, last })
        };
        items.into_iter().filter_map(instance).collect()
    }
}

/// The repeating section that the check is about.
fn repeating<'f>(form: &'f Form, check: &Check) -> Option<&'f Section> {
    let sections = check.of.iter().filter_map(|id| form.field(id)).map(|(section, _)| section);
    sections.into_iter().find(|section| section.repeat.is_some())
}
