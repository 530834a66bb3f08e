//! A form filled in from a list of answers: the example beside each form, and forms filled by scripts.
//!
//! First each answer is looked at by itself, so that all that is wrong is told at once. Then it goes the way
//! that a visitor goes, question by question; an answer that nobody asks for is as wrong as one that is
//! missing.

mod amiss;
mod lines;
mod written;

use std::{
    collections::{BTreeMap, BTreeSet},
    sync::Arc,
};

use jiff::civil::Date;
use serde_json::{Map, Value as Json};

pub use self::{
    amiss::{Amiss, Incomplete},
    lines::AnswerLines,
};
use crate::{
    answers::MOST_ITEMS,
    definition::{Count, Form, Section},
    journey::{Journey, Step},
    refusal::{Refusal, Why},
    validity::fit,
    value::{Place, Value},
};

/// More than the questions of a form with all its items.
const MOST_STEPS: usize = 20_000;

/// Fills a form in. `answers` is an object by field, repeating sections as lists of objects; its `today`
/// goes before the one that is given.
///
/// # Errors
/// When the answers do not complete the form: every answer that is wrong by itself, or else the first that
/// does not go with the others.
pub fn complete(form: &Arc<Form>, answers: &Map<String, Json>, today: Date) -> Result<Journey, Incomplete> {
    let today = match answers.get("today") {
        Some(day) => day.as_str().and_then(|day| day.parse().ok()).ok_or_else(|| {
            Amiss::at("today", "answer-misshapen", "it is not a date", "Write the day as in \"2026-01-31\".")
        })?,
        None => today,
    };
    let given = Given::read(form, answers, today).map_err(Incomplete)?;
    Ok(given.walk(Journey::begin(form.clone(), today))?)
}

/// The answers of a file that are in order by themselves.
struct Given<'a> {
    form: &'a Form,
    answers: &'a Map<String, Json>,
    values: BTreeMap<Place, Value>,
    /// Items of each repeating section.
    items: BTreeMap<&'a str, usize>,
}

impl<'a> Given<'a> {
    fn read(form: &'a Form, answers: &'a Map<String, Json>, today: Date) -> Result<Self, Vec<Amiss>> {
        let mut given = Self { form, answers, values: BTreeMap::new(), items: BTreeMap::new() };
        let mut wrong = Vec::new();
        for (key, json) in answers.iter().filter(|(key, _)| *key != "today") {
            match form.sections.iter().find(|section| section.id == *key && section.repeat.is_some()) {
                Some(section) => given.read_items(section, json, today, &mut wrong),
                None => given.read_one(key, None, key, json, today, &mut wrong),
            }
        }
        if wrong.is_empty() { Ok(given) } else { Err(wrong) }
    }

    fn read_items(&mut self, section: &'a Section, json: &Json, today: Date, wrong: &mut Vec<Amiss>) {
        let Some(items) = json.as_array() else {
            let remedy = "Write a list with an object of answers for each item: [{…}, {…}].";
            wrong.push(Amiss::at(&section.id, "answer-misshapen", "it is not a list", remedy));
            return;
        };
        let most = match section.repeat.as_ref().map(|repeat| &repeat.count) {
            Some(Count::Asked { max, .. }) => *max,
            _ => MOST_ITEMS,
        };
        if items.len() > usize::from(most) {
            let what = format!("it has {} items, and at most {most} are asked for", items.len());
            wrong.push(Amiss::at(&section.id, "answer-too-many", &what, "Delete some, or correct “max” in form.toml."));
            return;
        }
        self.items.insert(&section.id, items.len());
        for (item, number) in items.iter().zip(0_u16..) {
            let way = format!("{}/{number}", section.id);
            let Some(answers) = item.as_object() else {
                let remedy = "Write the item's answers between { and }.";
                wrong.push(Amiss::at(&way, "answer-misshapen", "it is not an object of answers", remedy));
                continue;
            };
            for (key, json) in answers {
                self.read_one(key, Some(number), &format!("{way}/{key}"), json, today, wrong);
            }
        }
    }

    fn read_one(&mut self, key: &str, item: Option<u16>, way: &str, json: &Json, today: Date, wrong: &mut Vec<Amiss>) {
        let stands = |section: &Section| section.repeat.is_some() == item.is_some();
        let Some((_, field)) = self.form.field(key).filter(|(section, _)| stands(section)) else {
            let remedy = "Correct its name or delete it.";
            wrong.push(Amiss::at(way, "answer-no-such-question", "no such field is asked there", remedy));
            return;
        };
        let place = Place { field: key.to_owned(), item };
        if field.value.is_some() {
            let remedy = "Delete it: the kiosk works it out.";
            wrong.push(Amiss::at(way, "answer-not-asked", "it is not asked", remedy));
            return;
        }
        let value = match written::read(&field.kind, json) {
            Ok(value) => value,
            Err(problem) => return wrong.push(Amiss::misshapen(self.form, &place, &field.kind, problem)),
        };
        if let Some(code) = twice(&value) {
            return wrong.push(Amiss::repeated(self.form, &place, code));
        }
        match fit(&field.kind, value, today) {
            Ok(value) => _ = self.values.insert(place, value),
            Err(why) => wrong.push(Amiss::refused(self.form, &place, &why, Some(json))),
        }
    }

    /// What the file says at a place.
    fn json(&self, place: &Place) -> Option<&Json> {
        match (place.item, self.form.field(&place.field)) {
            (None, _) => self.answers.get(&place.field),
            (Some(item), Some((section, _))) => {
                self.answers.get(&section.id)?.get(usize::from(item))?.get(&place.field)
            }
            (Some(_), None) => None,
        }
    }

    fn walk(&self, mut journey: Journey) -> Result<Journey, Amiss> {
        let mut taken = BTreeSet::new();
        for _ in 0..MOST_STEPS {
            match journey.step() {
                Step::Review | Step::Eligibility => {
                    self.check_end(&journey, &taken)?;
                    return Ok(journey);
                }
                Step::Another { section, so_far, place } => {
                    let more = self.items.get(section.as_str()).is_some_and(|items| *items > usize::from(so_far));
                    journey.answer(&place, Value::YesNo(more)).map_err(|refusal| self.refused(&refusal))?;
                }
                Step::Ask { places, .. } => {
                    let open = |place: &&Place| journey.value(place).is_none() && !journey.is_skipped(place);
                    // A screen on which everything is answered would come again for ever.
                    let place = places.iter().find(open).cloned().ok_or_else(endless)?;
                    self.take(&mut journey, &place)?;
                    taken.insert(place);
                }
            }
        }
        Err(endless())
    }

    fn take(&self, journey: &mut Journey, place: &Place) -> Result<(), Amiss> {
        let optional = self.form.field(&place.field).is_some_and(|(_, field)| field.optional);
        let done = match self.values.get(place) {
            Some(value) => journey.answer(place, value.clone()),
            None if optional => journey.skip(place),
            None => return Err(Amiss::refused(self.form, place, &Why::Needed, None)),
        };
        done.map(|_| ()).map_err(|refusal| self.refused(&refusal))
    }

    fn refused(&self, refusal: &Refusal) -> Amiss {
        Amiss::refused(self.form, &refusal.place, &refusal.why, self.json(&refusal.place))
    }

    /// Everything that was given was asked, and nothing is lacking.
    fn check_end(&self, journey: &Journey, taken: &BTreeSet<Place>) -> Result<(), Amiss> {
        if let Some(outstanding) = journey.outstanding().into_iter().next() {
            let json = self.json(&outstanding.place);
            return Err(Amiss::refused(self.form, &outstanding.place, &outstanding.why, json));
        }
        if let Some(place) = self.values.keys().find(|place| !taken.contains(*place)) {
            return Err(Amiss::refused(self.form, place, &Why::NotAsked, None));
        }
        for (section, items) in &self.items {
            let asked = journey.items(section).map_or(0, |items| usize::from(items.count));
            if *items > asked {
                let what = format!("it has {items} items, and {asked} are asked for");
                return Err(Amiss::at(section, "answer-too-many", &what, amiss::NOT_ASKED));
            }
        }
        Ok(())
    }
}

/// A code that is chosen twice.
fn twice(value: &Value) -> Option<&str> {
    let Value::Choices(codes) = value else { return None };
    codes.iter().enumerate().find(|(at, code)| codes[..*at].contains(code)).map(|(_, code)| code.as_str())
}

fn endless() -> Amiss {
    Amiss::at("today", "answer-endless", "the form never comes to an end", "Report this: it is a fault of the program.")
}
