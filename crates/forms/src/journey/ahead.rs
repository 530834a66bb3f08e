//! The check before the form: whether the person may qualify, asked with as few questions as the rules need.
//!
//! It is the same journey with fewer screens. What is answered here is an answer of the form, and is not asked again.

use std::{collections::BTreeSet, sync::Arc};

use super::{Journey, moves::Position};
use crate::{
    definition::{Count, Field, Form, Judgement, Kind, Section},
    rule::{Name, Rule},
};

/// Ids of fields, and of repeating sections for "is there another?".
pub(super) type Needed = BTreeSet<String>;

impl Journey {
    /// From now on only what the rules of eligibility need is asked; then comes
    /// [`Step::Eligibility`](super::Step::Eligibility). False, and nothing changes, where the form has no such rules.
    pub fn check_first(&mut self) -> bool {
        let Some(needed) = self.form.needed_ahead() else { return false };
        self.only = Some(Arc::new(needed));
        self.position = Position::Due;
        self.walk();
        true
    }

    /// Whether only what the rules of eligibility need is asked.
    pub fn checks_first(&self) -> bool {
        self.only.is_some()
    }

    /// On with the whole form, at the first question that is not answered yet.
    pub fn check_no_more(&mut self) {
        if self.only.take().is_some() {
            self.position = Position::Due;
            self.walk();
        }
    }
}

impl Form {
    /// What has to be asked before the rules of eligibility can be decided; none where there are no such rules.
    fn needed_ahead(&self) -> Option<Needed> {
        let rules = &self.eligibility.as_ref()?.rules;
        let mut gathering = Gathering { form: self, needed: Needed::new() };
        for rule in rules {
            if let Judgement::Holds(condition) = &rule.judgement {
                gathering.of_rule(condition);
            }
        }
        Some(gathering.needed)
    }
}

struct Gathering<'f> {
    form: &'f Form,
    needed: Needed,
}

impl Gathering<'_> {
    fn of_rule(&mut self, rule: &Rule) {
        for name in rule.names() {
            match name {
                Name::Field(field) => self.field(field),
                Name::Items(section) => self.section(section),
                Name::OfItem { section, field } | Name::OfEach { section, field } => {
                    self.section(section);
                    self.field(field);
                }
            }
        }
    }

    /// A field, with all on which it hangs that it is asked, and how.
    fn field(&mut self, id: &str) {
        if !self.needed.insert(id.to_owned()) {
            return;
        }
        let Some((section, field)) = self.form.field(id) else { return };
        let Field { when, value, .. } = field;
        when.iter().chain(value).for_each(|rule| self.of_rule(rule));
        if let Kind::Choice(choices) | Kind::Choices { choices, .. } = &field.kind {
            choices.iter().filter_map(|choice| choice.when.as_ref()).for_each(|rule| self.of_rule(rule));
        }
        self.standing(section);
    }

    fn section(&mut self, id: &str) {
        if let Some(section) = self.form.sections.iter().find(|section| section.id == id) {
            self.standing(section);
        }
    }

    /// Whether a section applies, and how many items it has.
    fn standing(&mut self, section: &Section) {
        if section.repeat.is_some() && !self.needed.insert(section.id.clone()) {
            return;
        }
        section.when.iter().for_each(|rule| self.of_rule(rule));
        if let Some(Count::Answered(field)) = section.repeat.as_ref().map(|repeat| &repeat.count) {
            self.field(field);
        }
    }
}
