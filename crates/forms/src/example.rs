//! A form filled in from a list of answers: the example beside each form, and forms filled by scripts.
//!
//! It goes the way that a visitor goes, question by question; an answer that nobody asks for is as wrong
//! as one that is missing.

use std::{collections::BTreeSet, sync::Arc};

use jiff::civil::Date;
use serde_json::{Map, Value as Json};

use crate::{
    definition::Form,
    journey::{Journey, Step},
    json::from_json,
    refusal::Why,
    value::{Place, Value},
};

/// Why a list of answers does not complete a form.
#[derive(Debug, Clone, PartialEq, thiserror::Error)]
pub enum Incomplete {
    /// The day that it names is none.
    #[error("“today” is not a date")]
    Today,
    /// A question without an answer.
    #[error("“{place}” is asked and has no answer")]
    Unanswered {
        /// Where.
        place: Place,
    },
    /// An answer of another form than its kind has.
    #[error("“{place}” is {reason}")]
    Misshapen {
        /// Where.
        place: Place,
        /// What is wrong with it.
        reason: &'static str,
    },
    /// An answer that was not taken, or that a check speaks against in the end.
    #[error("“{place}” is not taken ({}{})", why.code(), checks(why))]
    Refused {
        /// Where.
        place: Place,
        /// Why.
        why: Why,
    },
    /// An answer that nobody asks for.
    #[error("“{place}” is not asked")]
    NotAsked {
        /// Where.
        place: String,
    },
    /// More steps than any form has.
    #[error("it never comes to an end")]
    Endless,
}

fn checks(why: &Why) -> String {
    match why {
        Why::Checks(ids) => format!(": {}", ids.join(", ")),
        _ => String::new(),
    }
}

/// More than the questions of a form with all its items.
const MOST_STEPS: usize = 20_000;

/// Fills a form in. `answers` is an object by field, repeating sections as lists of objects; its `today`
/// goes before the one that is given.
///
/// # Errors
/// When the answers do not complete the form.
pub fn complete(form: &Arc<Form>, answers: &Map<String, Json>, today: Date) -> Result<Journey, Incomplete> {
    let today = match answers.get("today") {
        Some(day) => day.as_str().and_then(|day| day.parse().ok()).ok_or(Incomplete::Today)?,
        None => today,
    };
    let mut journey = Journey::begin(form.clone(), today);
    let mut taken = BTreeSet::new();
    for _ in 0..MOST_STEPS {
        match journey.step() {
            Step::Review => return finished(journey, answers, &taken),
            Step::Another { section, so_far, place } => {
                let more = items(answers, &section) > usize::from(so_far);
                journey.answer(&place, Value::YesNo(more)).map_err(refused)?;
            }
            Step::Ask { places, .. } => {
                let open = |place: &&Place| journey.value(place).is_none() && !journey.is_skipped(place);
                // A screen on which everything is answered would come again for ever.
                let place = places.iter().find(open).cloned().ok_or(Incomplete::Endless)?;
                take(&mut journey, place.clone(), answers)?;
                taken.insert(place);
            }
        }
    }
    Err(Incomplete::Endless)
}

fn take(journey: &mut Journey, place: Place, answers: &Map<String, Json>) -> Result<(), Incomplete> {
    let form = journey.form().clone();
    let (section, field) = form.field(&place.field).ok_or(Incomplete::Endless)?;
    let given = match place.item {
        None => answers.get(&field.id),
        Some(item) => item_of(answers, &section.id, item).and_then(|item| item.get(&field.id)),
    };
    match given {
        Some(json) => {
            let misshapen = |reason| Incomplete::Misshapen { place: place.clone(), reason };
            let value = from_json(&field.kind, json).map_err(misshapen)?;
            journey.answer(&place, value).map_err(refused)?;
        }
        None if field.optional => _ = journey.skip(&place).map_err(refused)?,
        None => return Err(Incomplete::Unanswered { place }),
    }
    Ok(())
}

fn refused(refusal: crate::refusal::Refusal) -> Incomplete {
    Incomplete::Refused { place: refusal.place, why: refusal.why }
}

/// Everything that was given was asked, and nothing is lacking.
fn finished(journey: Journey, answers: &Map<String, Json>, taken: &BTreeSet<Place>) -> Result<Journey, Incomplete> {
    if let Some(outstanding) = journey.outstanding().into_iter().next() {
        return Err(Incomplete::Refused { place: outstanding.place, why: outstanding.why });
    }
    let asked = |field: &str, item| taken.contains(&Place { field: field.to_owned(), item });
    for (id, json) in answers.iter().filter(|(id, _)| *id != "today") {
        let is_group = journey.form().sections.iter().any(|section| section.repeat.is_some() && section.id == *id);
        if !is_group {
            if !asked(id, None) {
                return Err(Incomplete::NotAsked { place: id.clone() });
            }
            continue;
        }
        for (item, number) in json.as_array().into_iter().flatten().zip(0..) {
            let fields: Vec<&String> = item.as_object().into_iter().flat_map(|item| item.keys()).collect();
            let left = fields.iter().find(|field| !asked(field, Some(number)));
            let place = match left {
                Some(field) => format!("{id}/{number}/{field}"),
                // An item without an answer is none.
                None if fields.is_empty() => format!("{id}/{number}"),
                None => continue,
            };
            return Err(Incomplete::NotAsked { place });
        }
    }
    Ok(journey)
}

fn items(answers: &Map<String, Json>, section: &str) -> usize {
    answers.get(section).and_then(Json::as_array).map_or(0, Vec::len)
}

fn item_of<'j>(answers: &'j Map<String, Json>, section: &str, item: u16) -> Option<&'j Json> {
    answers.get(section)?.as_array()?.get(usize::from(item))
}
