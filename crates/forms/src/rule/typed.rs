//! What rules reckon with. Exact: nothing here passes through floating point.

use std::collections::BTreeMap;

use jiff::civil::{Date, Time};
use rust_decimal::{Decimal, RoundingStrategy};

use crate::{
    definition::Kind,
    value::{AddressParts, Value},
};

/// An answer as rules see it.
#[derive(Debug, Clone, PartialEq)]
pub enum Typed {
    /// Yes is true.
    Bool(bool),
    /// Words, a code, a number that is spelled.
    Text(String),
    /// A whole number.
    Integer(i64),
    /// A number.
    Decimal(Decimal),
    /// An amount in the currency of its field.
    Money(Decimal),
    /// A day; of a month the first.
    Date(Date),
    /// A time of day.
    Time(Time),
    /// Several; an element may be unanswered.
    List(Vec<Option<Typed>>),
    /// An address by its parts.
    Address(BTreeMap<String, String>),
    /// An item of a repeating section.
    Item {
        /// Which section.
        section: String,
        /// Which item, from 0.
        index: u16,
    },
    /// Something that can only be there or not: a signature, a picture.
    Thing,
}

impl Typed {
    /// An answer as rules see it.
    pub fn of(value: &Value) -> Self {
        match value {
            Value::YesNo(yes) => Self::Bool(*yes),
            Value::Choice(text)
            | Value::Text(text)
            | Value::Name(text)
            | Value::Phone(text)
            | Value::Email(text)
            | Value::Plate(text)
            | Value::PostCode(text)
            | Value::Place(text)
            | Value::Identity { scheme: _, number: text } => Self::Text(text.clone()),
            Value::Choices(codes) => Self::List(codes.iter().cloned().map(Self::Text).map(Some).collect()),
            Value::Date(date) => Self::Date(*date),
            Value::Month { year, month } => Date::new(*year, *month, 1).map_or(Self::Thing, Self::Date),
            Value::Time(time) => Self::Time(*time),
            Value::Integer(number) => Self::Integer(*number),
            Value::Decimal(number) => Self::Decimal(*number),
            Value::Money { amount, currency: _ } => Self::Money(*amount),
            Value::Address(AddressParts { country: _, parts }) => Self::Address(parts.clone()),
            Value::Signature(_) | Value::Picture { .. } => Self::Thing,
        }
    }

    /// What was worked out, as the answer to a field of this kind; numbers are rounded as the kind
    /// writes them. `None` for what no rule can work out.
    pub fn into_value(self, kind: &Kind) -> Option<Value> {
        Some(match (self, kind) {
            (Self::Bool(yes), Kind::YesNo) => Value::YesNo(yes),
            (Self::Text(text), Kind::Choice(_)) => Value::Choice(text),
            (Self::Text(text), Kind::Text { .. }) => Value::Text(text),
            (Self::Text(text), Kind::Name) => Value::Name(text),
            (Self::Integer(number), Kind::Integer { .. }) => Value::Integer(number),
            (Self::Integer(number), Kind::Decimal { .. }) => Value::Decimal(number.into()),
            (Self::Decimal(number), Kind::Decimal { digits, .. }) => {
                Value::Decimal(rounded(number, u32::from(*digits)))
            }
            (Self::Money(amount), Kind::Money { currency, .. }) => {
                let digits = kaunter_spoken::minor_digits(currency).into();
                Value::Money { amount: rounded(amount, digits), currency: currency.clone() }
            }
            (Self::Date(date), Kind::Date { .. }) => Value::Date(date),
            (Self::Date(date), Kind::Month { .. }) => Value::Month { year: date.year(), month: date.month() },
            (Self::Time(time), Kind::Time { .. }) => Value::Time(time),
            _ => return None,
        })
    }

    /// A whole or broken number as a broken one.
    pub(crate) fn number(&self) -> Option<Decimal> {
        match self {
            Self::Integer(number) => Some((*number).into()),
            Self::Decimal(number) => Some(*number),
            _ => None,
        }
    }
}

fn rounded(number: Decimal, digits: u32) -> Decimal {
    number.round_dp_with_strategy(digits, RoundingStrategy::MidpointAwayFromZero).normalize()
}
