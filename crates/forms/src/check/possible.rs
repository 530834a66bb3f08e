//! What rules can come to at all: every combination of the answers that they turn on is tried.
//!
//! Yes-no answers and choices are tried one by one; what is compared with written values is tried
//! below, at, between and above them; any other condition is tried as holding, not holding and
//! undecided. So more is taken for possible than is, never less: what is said to be impossible here is.

use std::cell::Cell;

use jiff::{ToSpan, civil::Date};
use rust_decimal::Decimal;

use crate::{
    definition::{Field, Form, Kind, Section},
    rule::{
        Scope, Typed,
        evaluate::{Comparison, Function, Node, Sum, Surroundings},
    },
    value::Place,
};

/// Combinations tried for one question.
const MOST: usize = 20_000;
/// Combinations tried for one form, so that a form made for harm is checked in seconds too.
const MOST_OF_FORM: usize = 400_000;

/// The form whose rules are tried.
pub(super) struct Possible<'f> {
    form: &'f Form,
    tried: Cell<usize>,
}

/// The parts that some rules turn on, each with what it can come to.
#[derive(Default)]
struct Parts {
    parts: Vec<(Node, Vec<Option<Typed>>)>,
    /// Whether each part is an answer whose values are all known.
    exact: bool,
    /// Answers whose own `when` was looked at.
    seen: Vec<Node>,
}

/// One combination.
pub(super) struct Combination<'c> {
    pub(super) parts: &'c [(Node, Option<Typed>)],
    /// Whether nothing in it was taken for possible without being known to be.
    pub(super) exact: bool,
}

impl Combination<'_> {
    pub(super) fn value(&self, node: &Node) -> Option<Typed> {
        node.value(&mut Surroundings { scope: &Nothing, item: None, bound: Vec::new(), given: self.parts })
    }

    pub(super) fn holds(&self, node: &Node) -> Option<bool> {
        match self.value(node)? {
            Typed::Bool(held) => Some(held),
            _ => None,
        }
    }
}

impl<'f> Possible<'f> {
    pub(super) fn new(form: &'f Form) -> Self {
        Self { form, tried: Cell::new(0) }
    }

    /// Whether some combination passes the test; `None` when there are too many to try.
    pub(super) fn any(&self, rules: &[&Node], mut test: impl FnMut(&Combination) -> bool) -> Option<bool> {
        let mut parts = Parts { exact: true, ..Parts::default() };
        for rule in rules {
            self.conditions(rule, &mut parts);
        }
        let mut count = 1_usize;
        for (_, values) in &parts.parts {
            count = count.checked_mul(values.len()).filter(|count| *count <= MOST)?;
        }
        self.tried.set(self.tried.get() + count);
        if self.tried.get() > MOST_OF_FORM {
            return None;
        }
        let mut given: Vec<(Node, Option<Typed>)> = parts.parts.iter().map(|(node, _)| (node.clone(), None)).collect();
        for number in 0..count {
            let mut rest = number;
            for ((_, value), (_, values)) in given.iter_mut().zip(&parts.parts) {
                *value = values.get(rest % values.len()).cloned().flatten();
                rest /= values.len();
            }
            let combination = Combination { parts: &given, exact: parts.exact };
            if self.is_consistent(&combination) && test(&combination) {
                return Some(true);
            }
        }
        Some(false)
    }

    /// An answer is there exactly when it is asked; a computed one is what it comes to.
    fn is_consistent(&self, combination: &Combination) -> bool {
        combination.parts.iter().all(|(node, value)| {
            let answers = self.answers_in(node);
            let asked = |(section, field): &(&Section, &Field)| {
                whens(section, field).all(|when| combination.holds(when) == Some(true))
            };
            if value.is_some() && !answers.iter().all(asked) {
                return false;
            }
            let Some((section, field)) = self.answer(node) else { return true };
            match &field.value {
                Some(_) if !asked(&(section, field)) => value.is_none(),
                Some(rule) => listed(&field.kind).is_none() || combination.value(&rule.root) == *value,
                None => value.is_some() || field.optional || !asked(&(section, field)),
            }
        })
    }

    /// The parts that a condition turns on.
    fn conditions(&self, node: &Node, parts: &mut Parts) {
        match node {
            Node::Constant(_) => {}
            Node::Not(of) => self.conditions(of, parts),
            Node::And(a, b) | Node::Or(a, b) => {
                self.conditions(a, parts);
                self.conditions(b, parts);
            }
            Node::If(condition, yes, no) => {
                for node in [condition, yes, no] {
                    self.conditions(node, parts);
                }
            }
            Node::Compare(how, a, b) => {
                let equality = matches!(how, Comparison::Equal | Comparison::Unequal);
                let (of_a, of_b) = (written(a), written(b));
                match (of_a, of_b) {
                    (_, Some(written)) if self.compare(a, &written, equality, parts) => {}
                    (Some(written), _) if self.compare(b, &written, equality, parts) => {}
                    _ if self.is_listed(a) && self.is_listed(b) => {
                        self.compare(a, &[], true, parts);
                        self.compare(b, &[], true, parts);
                    }
                    _ => self.keep_open(node, parts),
                }
            }
            Node::Among(what, list) => match written(list) {
                Some(written) if self.compare(what, &written, true, parts) => {}
                _ => self.keep_open(node, parts),
            },
            Node::Answered(of) if self.is_listed(of) => {
                self.compare(of, &[], true, parts);
            }
            node if self.is_listed(node) => {
                self.compare(node, &[], true, parts);
            }
            node => self.keep_open(node, parts),
        }
    }

    /// A part that is compared with written values; `false` when it cannot be tried so.
    fn compare(&self, node: &Node, with: &[Typed], equality: bool, parts: &mut Parts) -> bool {
        match node {
            Node::Constant(_) => return true,
            Node::If(condition, yes, no) => {
                self.conditions(condition, parts);
                return self.compare(yes, with, equality, parts) && self.compare(no, with, equality, parts);
            }
            _ => {}
        }
        let whole = self.is_total(node);
        let mut values: Vec<Typed> = match self.answer(node).and_then(|(_, field)| listed(&field.kind)) {
            Some(values) => values,
            None => {
                let text = with.iter().any(|value| matches!(value, Typed::Text(_)));
                if with.is_empty() || text && !equality {
                    return false;
                }
                parts.exact = false;
                self.around(node, with)
            }
        };
        let at = parts.parts.iter().position(|(part, _)| part == node);
        let (_, all) = match at {
            Some(at) => &mut parts.parts[at],
            None => {
                parts.parts.push((node.clone(), if whole { Vec::new() } else { vec![None] }));
                let last = parts.parts.len() - 1;
                &mut parts.parts[last]
            }
        };
        values.retain(|value| !all.contains(&Some(value.clone())));
        all.extend(values.into_iter().map(Some));
        self.whens_of(node, parts);
        true
    }

    /// A condition of which nothing is known.
    fn keep_open(&self, node: &Node, parts: &mut Parts) {
        parts.exact = false;
        if parts.parts.iter().all(|(part, _)| part != node) {
            let mut values = vec![Some(Typed::Bool(true)), Some(Typed::Bool(false))];
            // Whether something is answered is never undecided.
            if !matches!(node, Node::Answered(_)) && !self.is_total(node) {
                values.push(None);
            }
            parts.parts.push((node.clone(), values));
            if !matches!(node, Node::Answered(_)) {
                self.whens_of(node, parts);
            }
        }
    }

    /// What decides whether the answers in a part are asked, and what computed ones come to.
    fn whens_of(&self, node: &Node, parts: &mut Parts) {
        if parts.seen.contains(node) {
            return;
        }
        parts.seen.push(node.clone());
        for (section, field) in self.answers_in(node) {
            whens(section, field).for_each(|when| self.conditions(when, parts));
        }
        let listed = self.answer(node).filter(|(_, field)| listed(&field.kind).is_some());
        if let Some(rule) = listed.and_then(|(_, field)| field.value.as_ref()) {
            self.conditions(&rule.root, parts);
        }
    }

    /// The field whose answer a part is.
    fn answer(&self, node: &Node) -> Option<(&'f Section, &'f Field)> {
        let id = match node {
            Node::Answer(id) => id,
            Node::Select(of, id) if matches!(**of, Node::InHand(_)) => id,
            _ => return None,
        };
        let pairs =
            self.form.sections.iter().flat_map(|section| section.fields.iter().map(move |field| (section, field)));
        pairs.into_iter().find(|(_, field)| field.id == *id)
    }

    /// Whether a part is an answer of which all values are known.
    fn is_listed(&self, node: &Node) -> bool {
        self.answer(node).is_some_and(|(_, field)| listed(&field.kind).is_some())
    }

    /// The fields without whose answers a part comes to nothing.
    fn answers_in(&self, node: &Node) -> Vec<(&'f Section, &'f Field)> {
        match node {
            Node::Answer(_) | Node::Select(..) => self.answer(node).into_iter().collect(),
            Node::Compare(_, a, b) | Node::Reckon(_, a, b) | Node::Among(a, b) => {
                [self.answers_in(a), self.answers_in(b)].concat()
            }
            Node::Call(_, nodes) => nodes.iter().flat_map(|node| self.answers_in(node)).collect(),
            _ => Vec::new(),
        }
    }

    /// Whether a part surely comes to something once the form is filled.
    fn is_total(&self, node: &Node) -> bool {
        match node {
            Node::Constant(_) | Node::Today | Node::Items(_) | Node::Answered(_) => true,
            Node::Answer(_) | Node::Select(..) => self.answer(node).is_some_and(|(section, field)| {
                let outside = section.repeat.is_none() || matches!(node, Node::Select(..));
                outside && !field.optional && field.value.is_none() && whens(section, field).next().is_none()
            }),
            Node::Compare(_, a, b) | Node::Among(a, b) => self.is_total(a) && self.is_total(b),
            Node::Reckon(Sum::Add | Sum::Subtract, a, b) => self.is_total(a) && self.is_total(b),
            Node::Call(_, nodes) => nodes.iter().all(|node| self.is_total(node)),
            Node::List(nodes) => nodes.iter().all(|node| self.is_total(node)),
            _ => false,
        }
    }

    /// Values below, at, between and above the written ones, within the field's own bounds.
    fn around(&self, node: &Node, written: &[Typed]) -> Vec<Typed> {
        let mut values: Vec<Typed> = written.iter().flat_map(neighbours).collect();
        let numbers: Vec<Decimal> = written.iter().filter_map(amount).collect();
        // Between any two, which may lie closer together than neighbours do.
        if let Some(Typed::Decimal(_) | Typed::Money(_)) = written.first() {
            let middles = numbers
                .iter()
                .flat_map(|a| numbers.iter().filter_map(move |b| a.checked_add(*b)?.checked_div(Decimal::TWO)));
            let as_money = matches!(written.first(), Some(Typed::Money(_)));
            values.extend(middles.map(|middle| if as_money { Typed::Money(middle) } else { Typed::Decimal(middle) }));
        }
        let (least, most) = match self.answer(node).map(|(_, field)| &field.kind) {
            Some(Kind::Integer { min, max }) => (min.map(Decimal::from), max.map(Decimal::from)),
            Some(Kind::Decimal { min, max, .. } | Kind::Money { min, max, .. }) => (*min, *max),
            _ if matches!(node, Node::Call(Function::Size, _)) => (Some(Decimal::ZERO), None),
            _ => (None, None),
        };
        if let (Some(least), Some(first)) = (least, written.first()) {
            values.extend(like(first, least));
        }
        if let (Some(most), Some(first)) = (most, written.first()) {
            values.extend(like(first, most));
        }
        values.retain(|value| {
            amount(value).is_none_or(|amount| {
                least.is_none_or(|least| least <= amount) && most.is_none_or(|most| amount <= most)
            })
        });
        values
    }
}

/// What keeps a field from being asked.
pub(super) fn whens<'f>(section: &'f Section, field: &'f Field) -> impl Iterator<Item = &'f Node> {
    section.when.iter().chain(&field.when).map(|rule| &rule.root)
}

/// All answers of a kind, where they can be listed.
fn listed(kind: &Kind) -> Option<Vec<Typed>> {
    match kind {
        Kind::YesNo => Some(vec![Typed::Bool(true), Typed::Bool(false)]),
        Kind::Choice(choices) => Some(choices.iter().map(|choice| Typed::Text(choice.code.clone())).collect()),
        _ => None,
    }
}

/// The values that a part is written out as.
fn written(node: &Node) -> Option<Vec<Typed>> {
    match node {
        Node::Constant(value) => Some(vec![value.clone()]),
        Node::List(nodes) => {
            let lists: Option<Vec<Vec<Typed>>> = nodes.iter().map(written).collect();
            lists.map(|lists| lists.concat())
        }
        _ => None,
    }
}

fn amount(value: &Typed) -> Option<Decimal> {
    match value {
        Typed::Money(amount) => Some(*amount),
        other => other.number(),
    }
}

/// A number of the same type as another.
fn like(one: &Typed, number: Decimal) -> Option<Typed> {
    Some(match one {
        Typed::Integer(_) => Typed::Integer(number.try_into().ok()?),
        Typed::Decimal(_) => Typed::Decimal(number),
        Typed::Money(_) => Typed::Money(number),
        _ => return None,
    })
}

/// A written value with one just below and one just above it.
fn neighbours(value: &Typed) -> Vec<Typed> {
    let mut values = vec![value.clone()];
    match value {
        Typed::Bool(held) => values.push(Typed::Bool(!held)),
        Typed::Text(text) => values.push(Typed::Text(format!("{text}\u{0}"))),
        Typed::Integer(number) => {
            values.extend([number.checked_sub(1), number.checked_add(1)].into_iter().flatten().map(Typed::Integer));
        }
        Typed::Decimal(number) => {
            values.extend(
                [number.checked_sub(Decimal::ONE), number.checked_add(Decimal::ONE)]
                    .into_iter()
                    .flatten()
                    .map(Typed::Decimal),
            );
        }
        Typed::Money(number) => {
            values.extend(
                [number.checked_sub(Decimal::ONE), number.checked_add(Decimal::ONE)]
                    .into_iter()
                    .flatten()
                    .map(Typed::Money),
            );
        }
        Typed::Date(date) => {
            values.extend([date.yesterday(), date.tomorrow()].into_iter().flatten().map(Typed::Date));
        }
        Typed::Time(time) => {
            let steps = [time.checked_sub(1.minute()), time.checked_add(1.minute())];
            values.extend(steps.into_iter().flatten().map(Typed::Time));
        }
        Typed::List(_) | Typed::Address(_) | Typed::Item { .. } | Typed::Thing => {}
    }
    values
}

/// A form of which nothing is answered: everything that matters is in the combination.
struct Nothing;

impl Scope for Nothing {
    fn today(&self) -> Date {
        Date::constant(2000, 1, 1)
    }

    fn answer(&self, _: &Place) -> Option<Typed> {
        None
    }

    fn items(&self, _: &str) -> Option<u16> {
        None
    }
}
