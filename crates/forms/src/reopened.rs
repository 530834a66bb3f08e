//! A finished form taken up again, to be corrected: the journey as it stood when it was finished.
//!
//! It must never know why something is corrected.

use std::{collections::BTreeMap, sync::Arc};

use jiff::civil::Date;
use serde_json::Value as Json;

use crate::{
    answers::{Answers, Damaged, Kept, kind_at},
    definition::Form,
    document::{Filled, FilledAnswer},
    journey::Journey,
    json,
    value::{Place, Value},
};

impl Filled {
    /// The day on which it was finished, by which ages and bounds were reckoned.
    pub fn day(&self) -> Option<Date> {
        self.date.parse().ok()
    }

    /// What was answered where, worked-out answers included.
    pub fn answers(&self) -> BTreeMap<Place, &FilledAnswer> {
        let answers = self.sections.iter().flat_map(|section| {
            let item = section.item.map(|item| item.saturating_sub(1));
            section.answers.iter().map(move |answer| (Place { field: answer.field.clone(), item }, answer))
        });
        answers.collect()
    }
}

impl Journey {
    /// Takes up a form that was finished. `form` is the definition by which it was filled in, `today` the day by which
    /// it was reckoned.
    ///
    /// # Errors
    /// An answer is none of this form.
    pub fn reopen(form: Arc<Form>, filled: &Filled, today: Date) -> Result<Self, Damaged> {
        let mut answers = Answers::new();
        for section in &filled.sections {
            let item = section.item.map(|item| item.saturating_sub(1));
            for answer in section.answers.iter().filter(|answer| !answer.computed) {
                let place = Place { field: answer.field.clone(), item };
                let damaged = |problem| Damaged { place: place.clone(), problem };
                let kind = kind_at(&form, &place).ok_or_else(|| damaged("no such place in the form"))?;
                let kept = match &answer.value {
                    Json::Null => Kept::Skipped,
                    value => {
                        let value = json::from_json(kind, value).map_err(damaged)?;
                        Kept::Answered { value, from: answer.from_form.clone() }
                    }
                };
                answers.insert(place, kept);
            }
        }
        answers.extend(another(&form, filled));
        Ok(Self::from_answers(form, answers, today))
    }
}

/// What was said to "is there another?": the items of a section tell.
fn another(form: &Form, filled: &Filled) -> Vec<(Place, Kept)> {
    let mut said = Vec::new();
    for section in form.sections.iter().filter(|section| section.repeat.is_some()) {
        // Of a section that did not apply nobody was asked.
        if !filled.sections.iter().any(|filled| filled.id == section.id) {
            continue;
        }
        let items = filled.sections.iter().filter(|filled| filled.id == section.id).filter_map(|filled| filled.item);
        let items = items.max().unwrap_or_default();
        for item in 0..=items {
            let place = Place { field: section.id.clone(), item: Some(item) };
            if kind_at(form, &place).is_some() {
                said.push((place, Kept::Answered { value: Value::YesNo(item < items), from: None }));
            }
        }
    }
    said
}
