//! The rules of a form, checked against what they can name.

use kaunter_reading::InFile;

use super::{
    ids::is_reserved,
    lines::{FormLines, Part},
};
use crate::{
    definition::{Form, Judgement, Kind, Section},
    fault::FormFault,
    rule::{
        Rule,
        names::{Names, Type},
    },
};

/// Checks every rule of the form in place; one that is wrong stays undecided.
pub(crate) fn check_rules(form: &mut Form, lines: &FormLines, faults: &mut InFile) {
    if !check_names(form, lines, faults) {
        return;
    }
    let names = Names::of(form);
    let mut check = |rule: &mut Rule, in_hand: Option<&str>, expected: &Type, line: u64| {
        if let Err(trouble) = rule.check(&names, in_hand, expected) {
            faults.at(line, FormFault::from(trouble));
        }
    };
    for document in &mut form.documents {
        if let Some(when) = &mut document.when {
            check(when, None, &Type::Bool, lines.of(Part::Document, &document.id, "when"));
        }
    }
    for slip in &mut form.slips {
        if let Some(when) = &mut slip.when {
            check(when, None, &Type::Bool, lines.of(Part::Slip, &slip.id, "when"));
        }
    }
    let groups = groups(form);
    for section in &mut form.sections {
        if let Some(when) = &mut section.when {
            check(when, None, &Type::Bool, lines.of(Part::Section, &section.id, "when"));
        }
        let in_hand = section.repeat.as_ref().map(|_| section.id.as_str());
        for field in &mut section.fields {
            let line = |key| lines.of(Part::Field, &field.id, key);
            if let Some(when) = &mut field.when {
                check(when, in_hand, &Type::Bool, line("when"));
            }
            if let Some(value) = &mut field.value {
                check(value, in_hand, &Type::of(&field.kind), line("value"));
            }
            if let Kind::Choice(choices) | Kind::Choices { choices, .. } = &mut field.kind {
                for choice in choices {
                    if let Some(when) = &mut choice.when {
                        let id = format!("{}-{}", field.id, choice.code);
                        check(when, in_hand, &Type::Bool, lines.of(Part::Choice, &id, "when"));
                    }
                }
            }
        }
    }
    for one in &mut form.checks {
        let in_hand = one.of.iter().find_map(|field| groups.iter().find(|(_, fields)| fields.contains(field)));
        let in_hand = in_hand.map(|(section, _)| section.as_str());
        check(&mut one.rule, in_hand, &Type::Bool, lines.of(Part::Check, &one.id, "rule"));
    }
    for rule in form.eligibility.iter_mut().flat_map(|eligibility| &mut eligibility.rules) {
        if let Judgement::Holds(held) = &mut rule.judgement {
            check(held, None, &Type::Bool, lines.of(Part::Rule, &rule.id, "rule"));
        }
    }
}

/// Repeating sections with the ids of their fields.
fn groups(form: &Form) -> Vec<(String, Vec<String>)> {
    let repeating = form.sections.iter().filter(|section| section.repeat.is_some());
    let ids = |section: &Section| section.fields.iter().map(|field| field.id.clone()).collect();
    repeating.map(|section| (section.id.clone(), ids(section))).collect()
}

/// Repeating sections and their items share their names with the fields. Whether each is one of a kind.
fn check_names(form: &Form, lines: &FormLines, faults: &mut InFile) -> bool {
    let mut sound = true;
    let mut taken: Vec<(&str, u64)> = Vec::new();
    let fields = form.sections.iter().flat_map(|section| &section.fields);
    taken.extend(fields.map(|field| (field.id.as_str(), lines.of(Part::Field, &field.id, "id"))));
    for section in &form.sections {
        let Some(repeat) = &section.repeat else { continue };
        for (id, key) in [(&section.id, "id"), (&repeat.each, "repeat")] {
            let line = lines.of(Part::Section, &section.id, key);
            if let Some((_, first)) = taken.iter().find(|(name, _)| name == id) {
                sound = false;
                faults.at(line, FormFault::RepeatedId { id: id.clone(), first: *first });
            } else if is_reserved(id) {
                sound = false;
                faults.at(line, FormFault::ReservedId { id: id.clone() });
            }
            taken.push((id, line));
        }
    }
    sound
}
