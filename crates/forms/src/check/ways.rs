//! Whether every question can be reached, and every way through the form comes to its end.

use kaunter_reading::InFile;

use super::possible::{Combination, Possible, whens};
use crate::{
    definition::{ChoiceCode, Field, Form, Kind, Section},
    fault::FormFault,
    read::{FormLines, Part},
    rule::{Rule, Typed, evaluate::Node},
};

pub(super) fn check(form: &Form, lines: &FormLines, faults: &mut InFile) {
    let possible = Possible::new(form);
    for document in &form.documents {
        if document.when.as_ref().is_some_and(|when| never(&possible, &[&when.root])) {
            let line = lines.of(Part::Document, &document.id, "when");
            faults.at(line, FormFault::Unreachable { what: format!("document-{}", document.id) });
        }
    }
    for slip in &form.slips {
        if slip.when.as_ref().is_some_and(|when| never(&possible, &[&when.root])) {
            let line = lines.of(Part::Slip, &slip.id, "when");
            faults.at(line, FormFault::Unreachable { what: format!("slip-{}", slip.id) });
        }
    }
    for section in &form.sections {
        if section.when.as_ref().is_some_and(|when| never(&possible, &[&when.root])) {
            let line = lines.of(Part::Section, &section.id, "when");
            faults.at(line, FormFault::Unreachable { what: section.id.clone() });
            continue;
        }
        for field in &section.fields {
            check_field(&possible, section, field, lines, faults);
        }
    }
    check_checks(&possible, form, lines, faults);
}

/// Whether the rules can surely not hold together.
fn never(possible: &Possible, rules: &[&Node]) -> bool {
    possible.any(rules, |combination| hold(combination, rules)) == Some(false)
}

fn hold(combination: &Combination, rules: &[&Node]) -> bool {
    rules.iter().all(|rule| combination.holds(rule) == Some(true))
}

fn check_field(possible: &Possible, section: &Section, field: &Field, lines: &FormLines, faults: &mut InFile) {
    let asked: Vec<&Node> = whens(section, field).collect();
    if field.when.is_some() && never(possible, &asked) {
        let line = lines.of(Part::Field, &field.id, "when");
        faults.at(line, FormFault::Unreachable { what: field.id.clone() });
        return;
    }
    let (Kind::Choice(choices) | Kind::Choices { choices, .. }) = &field.kind else { return };
    for choice in choices {
        let Some(when) = &choice.when else { continue };
        let rules: Vec<&Node> = asked.iter().copied().chain([&when.root]).collect();
        if never(possible, &rules) {
            let what = format!("{}-{}", field.id, choice.code);
            faults.at(lines.of(Part::Choice, &what, "when"), FormFault::Unreachable { what });
        }
    }
    if !field.optional && field.value.is_none() && choices.iter().all(|choice| choice.when.is_some()) {
        check_way_on(possible, &asked, field, choices, lines, faults);
    }
}

/// A question that must be answered has something to choose, whatever was answered before.
fn check_way_on(
    possible: &Possible,
    asked: &[&Node],
    field: &Field,
    choices: &[ChoiceCode],
    lines: &FormLines,
    faults: &mut InFile,
) {
    let offered: Vec<&Node> = choices.iter().filter_map(|choice| choice.when.as_ref()).map(|when| &when.root).collect();
    let rules = [asked, &offered].concat();
    let line = lines.of(Part::Field, &field.id, "id");
    let open = |combination: &Combination| offered.iter().any(|when| combination.holds(when) == Some(true));
    if possible.any(&rules, |combination| hold(combination, asked) && open(combination)) == Some(false) {
        faults.at(line, FormFault::NoWayOn { field: field.id.clone() });
        return;
    }
    let mut with = String::new();
    let dead = possible.any(&rules, |combination| {
        let dead = combination.exact && hold(combination, asked) && !open(combination);
        if dead {
            with = told(combination);
        }
        dead
    });
    if dead == Some(true) {
        faults.at(line, FormFault::DeadEnd { field: field.id.clone(), answers: with });
    }
}

/// A combination in words: `lives_alone = true, housing = rented`.
fn told(combination: &Combination) -> String {
    let parts = combination.parts.iter().filter_map(|(node, value)| {
        let name = match node {
            Node::Answer(id) | Node::Select(_, id) => id,
            _ => return None,
        };
        Some(match value {
            Some(Typed::Bool(yes)) => format!("{name} = {}", if *yes { "yes" } else { "no" }),
            Some(Typed::Text(code)) => format!("{name} = {code}"),
            _ => format!("{name} unanswered"),
        })
    });
    parts.collect::<Vec<_>>().join(", ")
}

fn check_checks(possible: &Possible, form: &Form, lines: &FormLines, faults: &mut InFile) {
    let may = |rule: &Rule, held: bool| {
        possible.any(&[&rule.root], |combination| combination.holds(&rule.root).unwrap_or(true) == held)
    };
    for (at, check) in form.checks.iter().enumerate() {
        let line = lines.of(Part::Check, &check.id, "rule");
        let id = || check.id.clone();
        if may(&check.rule, true) == Some(false) {
            faults.at(line, FormFault::NeverHolds { id: id() });
            continue;
        }
        let decided =
            possible.any(&[&check.rule.root], |combination| combination.holds(&check.rule.root) == Some(true));
        if decided == Some(true) && may(&check.rule, false) == Some(false) {
            faults.at(line, FormFault::AlwaysHolds { id: id() });
        }
        let before = form.checks.iter().take(at);
        let related = before.filter(|other| !other.rule.names().is_disjoint(check.rule.names()));
        let apart = related.filter(|other| {
            let rules = [&other.rule.root, &check.rule.root];
            let hold = |combination: &Combination| rules.iter().all(|rule| combination.holds(rule) != Some(false));
            possible.any(&rules, hold) == Some(false) && may(&other.rule, true) != Some(false)
        });
        if apart.count() > 0 {
            faults.at(line, FormFault::NeverTogether { id: id() });
        }
    }
}
