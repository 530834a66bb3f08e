//! Whether everything that a question waits for stands before it.
//!
//! A journey goes through a form once, from the first question to the last: what a `when`, a `value` or
//! a `count` needs must be known by then. Checks, documents and eligibility see all.

use std::collections::{BTreeMap, BTreeSet};

use kaunter_reading::InFile;

use crate::{
    definition::{Count, Form, Kind, Section},
    fault::FormFault,
    read::{FormLines, Part},
    rule::{Name, Rule},
};

/// A rule that has to wait: who has it, at which line, and what it needs.
struct Waiting<'f> {
    /// Id of the field, or of the section.
    id: &'f str,
    line: u64,
    /// Place of the section, and of the field in it; a section's own rules come before its first field.
    at: (usize, usize),
    needs: BTreeSet<&'f str>,
}

pub(super) fn check(form: &Form, lines: &FormLines, faults: &mut InFile) {
    let places = places(form);
    let waiting = waiting(form, lines);
    let mut needs: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    for one in &waiting {
        needs.entry(one.id).or_default().extend(&one.needs);
    }
    // A field of a section waits for what the section waits for; a list is there when its fields are.
    for section in &form.sections {
        let of_section = needs.get(section.id.as_str()).cloned().unwrap_or_default();
        for field in &section.fields {
            needs.entry(&field.id).or_default().extend(&of_section);
        }
        if section.repeat.is_some() {
            needs.entry(&section.id).or_default().extend(section.fields.iter().map(|field| field.id.as_str()));
        }
    }
    let next = |id: &str| needs.get(id).cloned().unwrap_or_default();
    let mut told: BTreeSet<BTreeSet<&str>> = BTreeSet::new();
    for one in &waiting {
        for name in &one.needs {
            if places.get(name).is_none_or(|place| *place < one.at) {
                continue;
            }
            match way_back(one.id, &next) {
                Some(path) => {
                    if told.insert(path.iter().copied().collect()) {
                        faults.at(one.line, FormFault::Cycle { path: path.join(" → ") });
                    }
                }
                None => faults.at(one.line, FormFault::NamesLater { name: (*name).to_owned() }),
            }
        }
    }
}

/// Where each name is known: a field when it has been asked, a list when its section is over.
fn places(form: &Form) -> BTreeMap<&str, (usize, usize)> {
    let mut places = BTreeMap::new();
    for (at, section) in form.sections.iter().enumerate() {
        places.extend(section.fields.iter().enumerate().map(|(field, one)| (one.id.as_str(), (at, field + 1))));
        if section.repeat.is_some() {
            places.insert(&section.id, (at, usize::MAX));
        }
    }
    places
}

fn waiting<'f>(form: &'f Form, lines: &FormLines) -> Vec<Waiting<'f>> {
    let mut waiting = Vec::new();
    for (at, section) in form.sections.iter().enumerate() {
        of_section(section, at, lines, &mut waiting);
        for (place, field) in section.fields.iter().enumerate() {
            let mut add = |rule: &'f Rule, line: u64| waiting.push(wait(&field.id, rule, line, (at, place + 1)));
            if let Some(when) = &field.when {
                add(when, lines.of(Part::Field, &field.id, "when"));
            }
            if let Some(value) = &field.value {
                add(value, lines.of(Part::Field, &field.id, "value"));
            }
            if let Kind::Choice(choices) | Kind::Choices { choices, .. } = &field.kind {
                for choice in choices {
                    if let Some(when) = &choice.when {
                        add(when, lines.of(Part::Choice, &format!("{}-{}", field.id, choice.code), "when"));
                    }
                }
            }
        }
    }
    waiting
}

fn of_section<'f>(section: &'f Section, at: usize, lines: &FormLines, waiting: &mut Vec<Waiting<'f>>) {
    if let Some(when) = &section.when {
        waiting.push(wait(&section.id, when, lines.of(Part::Section, &section.id, "when"), (at, 0)));
    }
    if let Some(Count::Answered(field)) = section.repeat.as_ref().map(|repeat| &repeat.count) {
        waiting.push(Waiting {
            id: &section.id,
            line: lines.of(Part::Section, &section.id, "repeat"),
            at: (at, 0),
            needs: BTreeSet::from([field.as_str()]),
        });
    }
}

fn wait<'f>(id: &'f str, rule: &'f Rule, line: u64, at: (usize, usize)) -> Waiting<'f> {
    let needs = rule.names().iter().filter_map(|name| match name {
        Name::Field(id) | Name::Items(id) | Name::OfItem { field: id, .. } => Some(id.as_str()),
        // The list that it is of is named too.
        Name::OfEach { .. } => None,
    });
    Waiting { id, line, at, needs: needs.collect() }
}

/// A way along `next` from a name back to itself, both ends named.
pub(super) fn way_back<'n>(from: &'n str, next: &dyn Fn(&str) -> Vec<&'n str>) -> Option<Vec<&'n str>> {
    let mut came: BTreeMap<&str, &str> = BTreeMap::new();
    let mut open = vec![from];
    while let Some(here) = open.pop() {
        for there in next(here) {
            if there == from {
                let mut path = vec![from, here];
                while let Some(before) = path.last().filter(|last| **last != from).and_then(|last| came.get(last)) {
                    path.push(before);
                }
                path.reverse();
                return Some(path);
            }
            if !came.contains_key(there) {
                came.insert(there, here);
                open.push(there);
            }
        }
    }
    None
}
