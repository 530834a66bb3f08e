//! Whether the rules of eligibility are one tree under the root.

use std::collections::BTreeMap;

use kaunter_reading::InFile;

use crate::{
    definition::{EligibilityRule, Form, Judgement},
    fault::FormFault,
    read::{FormLines, Part},
};

pub(super) fn check(form: &Form, lines: &FormLines, faults: &mut InFile) {
    let Some(eligibility) = &form.eligibility else { return };
    let rules: BTreeMap<&str, &EligibilityRule> =
        eligibility.rules.iter().map(|rule| (rule.id.as_str(), rule)).collect();
    if !rules.contains_key(eligibility.root.as_str()) {
        let line = lines.of(Part::Form, "", "eligibility");
        faults.at(line, FormFault::UnknownRule { id: eligibility.root.clone() });
        return;
    }
    let mut reached: BTreeMap<&str, usize> = BTreeMap::new();
    for rule in &eligibility.rules {
        for id in below(rule) {
            *reached.entry(id).or_default() += 1;
            if !rules.contains_key(id.as_str()) {
                let line = lines.of(Part::Rule, &rule.id, key_of(rule));
                faults.at(line, FormFault::UnknownRule { id: id.clone() });
            }
        }
    }
    let mut cyclic = false;
    for rule in &eligibility.rules {
        if let Some(path) = way_back(&rule.id, &rules) {
            // Said once for each cycle, where its first rule stands.
            if path.iter().min() == path.first() {
                let path = path.join(" → ");
                faults.at(lines.of(Part::Rule, &rule.id, key_of(rule)), FormFault::Cycle { path });
            }
            cyclic = true;
        }
    }
    for rule in eligibility.rules.iter().filter(|_| !cyclic) {
        let expected = usize::from(rule.id != eligibility.root);
        if reached.get(rule.id.as_str()).copied().unwrap_or_default() != expected {
            faults.at(lines.of(Part::Rule, &rule.id, "id"), FormFault::UnusedRule { id: rule.id.clone() });
        }
        if rule.passage.is_none() && matches!(rule.judgement, Judgement::Holds(_)) {
            faults.at(lines.of(Part::Rule, &rule.id, "id"), FormFault::Uncited { id: rule.id.clone() });
        }
    }
}

fn below(rule: &EligibilityRule) -> &[String] {
    match &rule.judgement {
        Judgement::All(ids) | Judgement::Any(ids) => ids,
        Judgement::Holds(_) => &[],
    }
}

fn key_of(rule: &EligibilityRule) -> &'static str {
    match rule.judgement {
        Judgement::All(_) => "all",
        Judgement::Any(_) => "any",
        Judgement::Holds(_) => "rule",
    }
}

/// A way from a rule back to itself, both ends named.
fn way_back<'r>(from: &'r str, rules: &BTreeMap<&'r str, &'r EligibilityRule>) -> Option<Vec<&'r str>> {
    let next =
        |id: &str| rules.get(id).map(|rule| below(rule)).unwrap_or_default().iter().map(String::as_str).collect();
    super::order::way_back(from, &next)
}
