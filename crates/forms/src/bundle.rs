//! Several forms for one event of life: what was answered in one is not asked again in the next.
//!
//! Forms share a fact by its name (`fact` of a field). What was carried over may be changed, and is then
//! the second form's own; the first is not touched.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use serde_json::Value as Json;

use crate::{
    answers::Changed,
    definition::{Count, Form, Section},
    journey::Journey,
    json,
    value::{Place, Value},
};

/// What is known from the forms of an event so far.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Facts {
    known: BTreeMap<(String, Option<u16>), Fact>,
}

/// One fact.
#[derive(Debug, Clone, PartialEq)]
struct Fact {
    value: Value,
    /// Id of the form that it was given in.
    form: String,
}

/// A fact as it is written down.
#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Written {
    fact: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    item: Option<u16>,
    value: Json,
    form: String,
}

impl Facts {
    /// All of it, to be kept with the draft of the next form.
    pub fn write(&self) -> Json {
        let written = self.known.iter().map(|((fact, item), known)| Written {
            fact: fact.clone(),
            item: *item,
            value: json::to_json(&known.value),
            form: known.form.clone(),
        });
        serde_json::to_value(written.collect::<Vec<_>>()).unwrap_or_default()
    }

    /// What was written. `forms` tell which kind a fact is of: what none of them shares, or cannot be read, is left
    /// out and asked again.
    pub fn read(written: &Json, forms: &[&Form]) -> Self {
        let written: Vec<Written> = Vec::deserialize(written).unwrap_or_default();
        let known = written.into_iter().filter_map(|one| {
            let mut fields = forms.iter().flat_map(|form| &form.sections).flat_map(|section| &section.fields);
            let field = fields.find(|field| field.fact.as_ref() == Some(&one.fact))?;
            let value = json::from_json(&field.kind, &one.value).ok()?;
            Some(((one.fact, one.item), Fact { value, form: one.form }))
        });
        Self { known: known.collect() }
    }

    /// Takes in what was answered in a form; what is newer replaces what was known.
    pub fn learn(&mut self, journey: &Journey) {
        let form = journey.form();
        // An item that was taken away since is known no more.
        self.known.retain(|_, fact| fact.form != form.id);
        for (section, field) in
            form.sections.iter().flat_map(|section| section.fields.iter().map(move |f| (section, f)))
        {
            let Some(fact) = &field.fact else { continue };
            for item in places(journey, section) {
                let place = Place { field: field.id.clone(), item };
                if let Some(value) = journey.value(&place) {
                    let fact_known = Fact { value: value.clone(), form: journey.origin(&place) };
                    self.known.insert((fact.clone(), item), fact_known);
                }
            }
        }
    }

    /// Whether nothing is known yet.
    pub fn is_empty(&self) -> bool {
        self.known.is_empty()
    }
}

/// The items of the section, or the section itself.
fn places(journey: &Journey, section: &Section) -> Vec<Option<u16>> {
    match section.repeat {
        None => vec![None],
        Some(_) => (0..journey.items(&section.id).map_or(0, |items| items.count)).map(Some).collect(),
    }
}

impl Journey {
    /// Takes over what is known from other forms, where nothing is answered here yet and the value fits.
    /// Returns what has to be stored.
    pub fn carry(&mut self, facts: &Facts) -> Vec<Changed> {
        let form = self.form().clone();
        let mut changed = Vec::new();
        for section in &form.sections {
            for field in &section.fields {
                let Some(name) = &field.fact else { continue };
                let known = facts.known.iter().filter(|((fact, item), known)| {
                    fact == name && item.is_some() == section.repeat.is_some() && known.form != form.id
                });
                for ((_, item), fact) in known {
                    let place = Place { field: field.id.clone(), item: *item };
                    let Some(one) = self.carry_one(&place, &fact.value, &fact.form) else { continue };
                    changed.push(one);
                    changed.extend(item.and_then(|item| self.carry_item(section, item, &fact.form)));
                }
            }
        }
        changed
    }

    /// There is an item where the other form had one.
    fn carry_item(&mut self, section: &Section, item: u16, from: &str) -> Option<Changed> {
        let Count::Asked { min, max } = section.repeat.as_ref()?.count else { return None };
        if item < min || item >= max {
            return None;
        }
        let place = Place { field: section.id.clone(), item: Some(item) };
        self.carry_one(&place, &Value::YesNo(true), from)
    }
}
