//! Whether the ids that a form's keys name are fields that can stand there.

use std::collections::BTreeSet;

use kaunter_reading::InFile;

use crate::{
    definition::{Count, Field, Form, Kind, Section},
    fault::FormFault,
    read::{FormLines, Part},
    slip::{SlipKind, can_show},
};

pub(super) fn check(form: &Form, lines: &FormLines, faults: &mut InFile) {
    check_duplicate(form, lines, faults);
    check_counts(form, lines, faults);
    check_places_of_checks(form, lines, faults);
    check_slips(form, lines, faults);
    for section in &form.sections {
        check_screens(section, lines, faults);
    }
}

/// The section and the field of an id.
fn find<'f>(form: &'f Form, id: &str) -> Option<(&'f Section, &'f Field)> {
    form.sections
        .iter()
        .flat_map(|section| section.fields.iter().map(move |field| (section, field)))
        .find(|(_, field)| field.id == id)
}

fn check_duplicate(form: &Form, lines: &FormLines, faults: &mut InFile) {
    let Some(duplicate) = &form.duplicate else { return };
    for id in &duplicate.person {
        let fits = find(form, id).is_some_and(|(section, field)| section.repeat.is_none() && field.value.is_none());
        if !fits {
            let fault = FormFault::UnknownField { key: "person", id: id.clone() };
            faults.at(lines.of(Part::Form, "", "duplicate"), fault);
        }
    }
}

/// What a slip shows is answered once, and can be written.
fn check_slips(form: &Form, lines: &FormLines, faults: &mut InFile) {
    let once = |id: &str| find(form, id).filter(|(section, _)| section.repeat.is_none()).map(|(_, field)| field);
    for slip in &form.slips {
        if let SlipKind::Payment { amount, .. } = &slip.kind
            && !once(amount).is_some_and(|field| matches!(field.kind, Kind::Money { .. }))
        {
            faults.at(lines.of(Part::Slip, &slip.id, "amount"), FormFault::NoAmount { id: amount.clone() });
        }
        for id in slip.kind.shows() {
            if !once(id).is_some_and(|field| can_show(&field.kind)) {
                faults.at(lines.of(Part::Slip, &slip.id, "shows"), FormFault::NotShown { id: id.clone() });
            }
        }
    }
}

/// A section is counted by a whole number that was asked before it and cannot run away.
fn check_counts(form: &Form, lines: &FormLines, faults: &mut InFile) {
    for (at, section) in form.sections.iter().enumerate() {
        let Some(Count::Answered(id)) = section.repeat.as_ref().map(|repeat| &repeat.count) else { continue };
        let before = form.sections.iter().take(at).filter(|section| section.repeat.is_none());
        let field = before.flat_map(|section| &section.fields).find(|field| field.id == *id);
        let fits = field.is_some_and(|field| {
            let bounded = matches!(field.kind, Kind::Integer { min: Some(0..), max: Some(..=50) });
            bounded || field.value.is_some() && matches!(field.kind, Kind::Integer { .. })
        });
        if !fits {
            let line = lines.of(Part::Section, &section.id, "repeat");
            faults.at(line, FormFault::CountNotWhole { field: id.clone() });
        }
    }
}

fn check_places_of_checks(form: &Form, lines: &FormLines, faults: &mut InFile) {
    for check in &form.checks {
        let line = lines.of(Part::Check, &check.id, "of");
        let mut groups = BTreeSet::new();
        let mut asked = false;
        for id in &check.of {
            match find(form, id) {
                Some((section, field)) => {
                    asked |= field.value.is_none();
                    groups.extend(section.repeat.as_ref().map(|_| &section.id));
                }
                None => faults.at(line, FormFault::UnknownField { key: "of", id: id.clone() }),
            }
        }
        if groups.len() > 1 {
            faults.at(line, FormFault::TwoGroups { id: check.id.clone() });
        }
        // A message that stands only at what is worked out leads nowhere where it can be changed.
        if let Some(id) = check.of.first().filter(|_| !asked && check.of.iter().all(|id| find(form, id).is_some())) {
            faults.at(line, FormFault::UnknownField { key: "of", id: id.clone() });
        }
    }
}

/// Fields of one screen follow each other.
fn check_screens(section: &Section, lines: &FormLines, faults: &mut InFile) {
    let mut left: BTreeSet<&str> = BTreeSet::new();
    let mut last: Option<&str> = None;
    for field in section.fields.iter().filter(|field| field.value.is_none()) {
        let screen = field.screen.as_deref();
        if screen != last {
            left.extend(last);
            if let Some(screen) = screen.filter(|screen| left.contains(screen)) {
                let line = lines.of(Part::Field, &field.id, "screen");
                faults.at(line, FormFault::SplitScreen { screen: screen.to_owned() });
            }
        }
        last = screen;
    }
}
