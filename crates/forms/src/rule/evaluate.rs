//! A checked rule as a tree, and what it comes to.

use std::cmp::Ordering;

use jiff::civil::Date;
use rust_decimal::Decimal;

use super::{Scope, typed::Typed};
use crate::value::Place;

/// A part of a checked rule.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Node {
    /// Of a rule that could not be read.
    Undecided,
    Constant(Typed),
    Today,
    /// An answer outside of repeating sections.
    Answer(String),
    /// The items of a repeating section.
    Items(String),
    /// The item in hand, of this section.
    InHand(String),
    /// What the nth enclosing `map`, `filter`, … holds in hand, counted from the outermost.
    Bound(usize),
    /// A field of an item, a part of an address.
    Select(Box<Node>, String),
    Answered(Box<Node>),
    Not(Box<Node>),
    And(Box<Node>, Box<Node>),
    Or(Box<Node>, Box<Node>),
    If(Box<Node>, Box<Node>, Box<Node>),
    Compare(Comparison, Box<Node>, Box<Node>),
    Among(Box<Node>, Box<Node>),
    Reckon(Sum, Box<Node>, Box<Node>),
    List(Vec<Node>),
    Each(Each, Box<Node>, Box<Node>),
    Call(Function, Vec<Node>),
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Comparison {
    Equal,
    Unequal,
    Less,
    LessOrEqual,
    Greater,
    GreaterOrEqual,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Sum {
    Add,
    Subtract,
    Multiply,
    Divide,
    Remainder,
}

/// What is done with each element of a list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Each {
    All,
    Exists,
    ExistsOne,
    Map,
    Filter,
}

#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Function {
    /// Whole years, months, days from the first to the second.
    Years,
    Months,
    Days,
    /// Of what is answered, beginning with this zero.
    Sum(Box<Typed>),
    Size,
    Contains,
    StartsWith,
    EndsWith,
}

/// What a rule stands in while it is reckoned.
pub(crate) struct Surroundings<'s> {
    pub(crate) scope: &'s dyn Scope,
    pub(crate) item: Option<u16>,
    pub(crate) bound: Vec<Option<Typed>>,
    /// What is taken for granted of some parts, whatever the answers are.
    pub(crate) given: &'s [(Node, Option<Typed>)],
}

impl Node {
    /// What it comes to; `None` is undecided.
    pub(crate) fn value(&self, around: &mut Surroundings) -> Option<Typed> {
        if let Some((_, value)) = around.given.iter().find(|(part, _)| part == self) {
            return value.clone();
        }
        match self {
            Self::Undecided => None,
            Self::Constant(value) => Some(value.clone()),
            Self::Today => Some(Typed::Date(around.scope.today())),
            Self::Answer(field) => around.scope.answer(&Place { field: field.clone(), item: None }),
            Self::Items(section) => {
                let count = around.scope.items(section)?;
                let item = |index| Some(Typed::Item { section: section.clone(), index });
                Some(Typed::List((0..count).map(item).collect()))
            }
            Self::InHand(section) => Some(Typed::Item { section: section.clone(), index: around.item? }),
            Self::Bound(depth) => around.bound.get(*depth).cloned().flatten(),
            Self::Select(of, name) => match of.value(around)? {
                Typed::Item { section: _, index } => {
                    around.scope.answer(&Place { field: name.clone(), item: Some(index) })
                }
                Typed::Address(parts) => parts.get(name).cloned().map(Typed::Text),
                _ => None,
            },
            Self::Answered(of) => Some(Typed::Bool(of.value(around).is_some())),
            Self::Not(of) => of.truth(around).map(|held| Typed::Bool(!held)),
            Self::And(a, b) => settled(a, b, false, around),
            Self::Or(a, b) => settled(a, b, true, around),
            Self::If(condition, yes, no) => {
                if condition.truth(around)? {
                    yes.value(around)
                } else {
                    no.value(around)
                }
            }
            Self::Compare(how, a, b) => compared(*how, &a.value(around)?, &b.value(around)?).map(Typed::Bool),
            Self::Among(what, list) => {
                let what = what.value(around)?;
                let list = list.elements(around)?;
                let equal = |element: &Option<Typed>| {
                    element.as_ref().and_then(|element| compared(Comparison::Equal, &what, element))
                };
                any(list.iter().map(equal)).map(Typed::Bool)
            }
            Self::Reckon(sum, a, b) => reckoned(*sum, a.value(around)?, b.value(around)?),
            Self::List(nodes) => Some(Typed::List(nodes.iter().map(|node| node.value(around)).collect())),
            Self::Each(each, list, body) => {
                let list = list.elements(around)?;
                over(*each, list, body, around)
            }
            Self::Call(function, given) => {
                let given: Option<Vec<Typed>> = given.iter().map(|node| node.value(around)).collect();
                called(function, &given?)
            }
        }
    }

    fn truth(&self, around: &mut Surroundings) -> Option<bool> {
        match self.value(around)? {
            Typed::Bool(held) => Some(held),
            _ => None,
        }
    }

    fn elements(&self, around: &mut Surroundings) -> Option<Vec<Option<Typed>>> {
        match self.value(around)? {
            Typed::List(elements) => Some(elements),
            _ => None,
        }
    }
}

/// `&&` and `||`: one side that settles it is enough, whatever the other lacks.
fn settled(a: &Node, b: &Node, settles: bool, around: &mut Surroundings) -> Option<Typed> {
    let a = a.truth(around);
    if a == Some(settles) {
        return a.map(Typed::Bool);
    }
    let b = b.truth(around);
    if b == Some(settles) { b.map(Typed::Bool) } else { a.and(b).map(Typed::Bool) }
}

/// Yes when one is, no when none is, else undecided.
fn any(held: impl Iterator<Item = Option<bool>>) -> Option<bool> {
    let mut open = false;
    for held in held {
        match held {
            Some(true) => return Some(true),
            Some(false) => {}
            None => open = true,
        }
    }
    (!open).then_some(false)
}

fn over(each: Each, list: Vec<Option<Typed>>, body: &Node, around: &mut Surroundings) -> Option<Typed> {
    let mut values = Vec::with_capacity(list.len());
    for element in &list {
        around.bound.push(element.clone());
        values.push(body.value(around));
        around.bound.pop();
    }
    let held = || {
        values.iter().map(|value| match value {
            Some(Typed::Bool(held)) => Some(*held),
            _ => None,
        })
    };
    Some(match each {
        Each::Map => Typed::List(values),
        Each::Exists => Typed::Bool(any(held())?),
        Each::All => Typed::Bool(!any(held().map(|held| held.map(|held| !held)))?),
        Each::ExistsOne => {
            let held: Option<Vec<bool>> = held().collect();
            Typed::Bool(held?.into_iter().filter(|held| *held).count() == 1)
        }
        Each::Filter => {
            let held: Option<Vec<bool>> = held().collect();
            let kept = list.into_iter().zip(held?).filter(|(_, held)| *held);
            Typed::List(kept.map(|(element, _)| element).collect())
        }
    })
}

fn compared(how: Comparison, a: &Typed, b: &Typed) -> Option<bool> {
    if let (Typed::List(a), Typed::List(b)) = (a, b) {
        let (Some(a), Some(b)): (Option<Vec<_>>, Option<Vec<_>>) =
            (a.iter().map(Option::as_ref).collect(), b.iter().map(Option::as_ref).collect())
        else {
            return None;
        };
        return match how {
            Comparison::Equal => Some(a == b),
            Comparison::Unequal => Some(a != b),
            _ => None,
        };
    }
    let order = match (a, b) {
        (Typed::Bool(a), Typed::Bool(b)) => a.cmp(b),
        (Typed::Text(a), Typed::Text(b)) => a.cmp(b),
        (Typed::Money(a), Typed::Money(b)) => a.cmp(b),
        (Typed::Date(a), Typed::Date(b)) => a.cmp(b),
        (Typed::Time(a), Typed::Time(b)) => a.cmp(b),
        (a, b) => a.number()?.cmp(&b.number()?),
    };
    Some(match how {
        Comparison::Equal => order == Ordering::Equal,
        Comparison::Unequal => order != Ordering::Equal,
        Comparison::Less => order == Ordering::Less,
        Comparison::LessOrEqual => order != Ordering::Greater,
        Comparison::Greater => order == Ordering::Greater,
        Comparison::GreaterOrEqual => order != Ordering::Less,
    })
}

/// What is too large, or divided by nothing, is undecided.
fn reckoned(sum: Sum, a: Typed, b: Typed) -> Option<Typed> {
    match (a, b) {
        (Typed::Integer(a), Typed::Integer(b)) => integer(sum, a, b).map(Typed::Integer),
        (Typed::Text(a), Typed::Text(b)) if sum == Sum::Add => Some(Typed::Text(a + &b)),
        (Typed::List(a), Typed::List(b)) if sum == Sum::Add => Some(Typed::List([a, b].concat())),
        (Typed::Money(a), Typed::Money(b)) if sum == Sum::Divide => a.checked_div(b).map(Typed::Decimal),
        (Typed::Money(a), Typed::Money(b)) => decimal(sum, a, b).map(Typed::Money),
        (Typed::Money(a), b) => decimal(sum, a, b.number()?).map(Typed::Money),
        (a, Typed::Money(b)) => decimal(sum, a.number()?, b).map(Typed::Money),
        (a, b) => decimal(sum, a.number()?, b.number()?).map(Typed::Decimal),
    }
}

fn integer(sum: Sum, a: i64, b: i64) -> Option<i64> {
    match sum {
        Sum::Add => a.checked_add(b),
        Sum::Subtract => a.checked_sub(b),
        Sum::Multiply => a.checked_mul(b),
        Sum::Divide => a.checked_div(b),
        Sum::Remainder => a.checked_rem(b),
    }
}

fn decimal(sum: Sum, a: Decimal, b: Decimal) -> Option<Decimal> {
    match sum {
        Sum::Add => a.checked_add(b),
        Sum::Subtract => a.checked_sub(b),
        Sum::Multiply => a.checked_mul(b),
        Sum::Divide => a.checked_div(b),
        Sum::Remainder => a.checked_rem(b),
    }
}

fn called(function: &Function, given: &[Typed]) -> Option<Typed> {
    Some(match (function, given) {
        (Function::Years, [Typed::Date(from), Typed::Date(to)]) => Typed::Integer(months_between(*from, *to) / 12),
        (Function::Months, [Typed::Date(from), Typed::Date(to)]) => Typed::Integer(months_between(*from, *to)),
        (Function::Days, [Typed::Date(from), Typed::Date(to)]) => {
            Typed::Integer(to.duration_since(*from).as_hours() / 24)
        }
        (Function::Sum(zero), [Typed::List(elements)]) => {
            let mut sum = (**zero).clone();
            for element in elements.iter().flatten() {
                sum = reckoned(Sum::Add, sum, element.clone())?;
            }
            sum
        }
        (Function::Size, [Typed::List(elements)]) => Typed::Integer(i64::try_from(elements.len()).ok()?),
        (Function::Size, [Typed::Text(text)]) => Typed::Integer(i64::try_from(text.chars().count()).ok()?),
        (Function::Contains, [Typed::Text(text), Typed::Text(part)]) => Typed::Bool(text.contains(part)),
        (Function::StartsWith, [Typed::Text(text), Typed::Text(part)]) => Typed::Bool(text.starts_with(part)),
        (Function::EndsWith, [Typed::Text(text), Typed::Text(part)]) => Typed::Bool(text.ends_with(part)),
        _ => return None,
    })
}

/// Whole months from one day to another; negative when the second is earlier. Who is born on 29
/// February grows older on 1 March where there is no such day.
fn months_between(from: Date, to: Date) -> i64 {
    if to < from {
        return -months_between(to, from);
    }
    let months = (i64::from(to.year()) - i64::from(from.year())) * 12 + i64::from(to.month()) - i64::from(from.month());
    if to.day() < from.day() { months - 1 } else { months }
}
