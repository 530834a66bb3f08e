//! A question as the ear needs it: which kind of value, within which bounds, chosen from what.

use jiff::civil::{Date, Time, time};
use kaunter_spoken::{self as spoken, Choice, Context};
use rust_decimal::Decimal;

use super::{Offer, Turn};
use crate::{
    definition::{Field, Form, Kind},
    places::Places,
    say::{self, Identity, Said},
    value::{Place, Value},
};

/// How far back and ahead a day is believed to be meant where the form sets no bound, in years.
const PAST: i16 = 130;
const AHEAD: i16 = 100;

/// A question that is asked at a place, in a language.
pub(super) struct Question<'j> {
    pub form: &'j Form,
    pub place: Place,
    pub kind: &'j Kind,
    pub field: Option<&'j Field>,
    /// Codes that can be chosen now.
    pub choices: Vec<&'j str>,
    pub language: String,
    pub today: Date,
    /// Whether the answer is written with keys.
    pub typed: bool,
}

impl Question<'_> {
    /// What the ear may take for granted.
    pub fn context(&self, turn: &Turn) -> Context {
        let known = Context {
            today: Some(self.today),
            choices: self.offered(),
            heard: turn.heard.as_ref().and_then(say::plain),
            known: turn.known,
            spelled: turn.spelled.clone(),
            typed: self.typed,
            ..Context::default()
        };
        match self.kind {
            Kind::Date { from, until } | Kind::Month { from, until } => {
                let on = |day: &Option<crate::definition::Day>| day.map(|day| day.on(self.today));
                Context { dates: days(on(from), on(until), self.today), ..known }
            }
            Kind::Time { earliest, latest } => Context { times: hours(*earliest, *latest), ..known },
            Kind::Integer { min, max } => {
                Context { numbers: numbers(min.map(Decimal::from), max.map(Decimal::from)), ..known }
            }
            Kind::Decimal { min, max, digits: _ } => Context { numbers: numbers(*min, *max), ..known },
            Kind::Money { currency, min, max } => {
                Context { currency: Some(currency.clone()), numbers: numbers(*min, *max), ..known }
            }
            Kind::Phone { region } | Kind::Plate { region } | Kind::PostCode { region } => {
                Context { country: Some(region.clone()), ..known }
            }
            _ => known,
        }
    }

    fn offered(&self) -> Vec<Choice> {
        match self.kind {
            Kind::Choice(_) | Kind::Choices { .. } => self.choices.iter().map(|code| self.choice(code)).collect(),
            Kind::Place { places, level } => {
                let table = self.form.table(places).map(AsRef::as_ref);
                let offered = table.map(|table| table.offered(level.as_deref())).unwrap_or_default();
                offered.iter().map(|place| self.listed(table, place.code(), place.name(&self.language))).collect()
            }
            _ => Vec::new(),
        }
    }

    fn choice(&self, code: &str) -> Choice {
        let words = self.form.words(&self.language).zip(self.field);
        let (label, synonyms) = match words {
            Some((words, field)) => (words.choice(&field.id, code).to_owned(), words.also(&field.id, code).to_vec()),
            None => (code.to_owned(), Vec::new()),
        };
        Choice { id: code.to_owned(), label, synonyms }
    }

    fn listed(&self, table: Option<&Places>, code: &str, name: &str) -> Choice {
        let synonyms = vec![say::named(table, code, &self.language)];
        Choice { id: code.to_owned(), label: name.to_owned(), synonyms }
    }

    /// What was heard as an answer of this kind.
    pub fn answer(&self, heard: &spoken::Value) -> Option<Value> {
        Some(match heard.clone() {
            spoken::Value::YesNo(yes) => Value::YesNo(yes),
            spoken::Value::Integer(number) => Value::Integer(number),
            spoken::Value::Decimal(number) => Value::Decimal(number),
            spoken::Value::Money { amount, currency } => Value::Money { amount, currency },
            spoken::Value::Date(day) => Value::Date(day),
            spoken::Value::Month { year, month } => Value::Month { year, month },
            spoken::Value::Time(time) => Value::Time(time),
            spoken::Value::Phone(number) => Value::Phone(number),
            spoken::Value::Email(address) => Value::Email(address),
            spoken::Value::Identity(scheme, number) => Value::Identity { scheme, number },
            spoken::Value::Plate(plate) => Value::Plate(plate),
            spoken::Value::PostCode(code) => Value::PostCode(code),
            spoken::Value::FullName(name) => Value::Name(name),
            spoken::Value::Choice(id) if matches!(self.kind, Kind::Place { .. }) => Value::Place(id),
            spoken::Value::Choice(id) => Value::Choice(id),
            spoken::Value::Text(text) => Value::Text(text),
            spoken::Value::Percent(_) | spoken::Value::Duration(_) => return None,
        })
    }

    /// The value in words; nothing is hidden from the one who just said it.
    pub fn said(&self, value: &Value) -> Said {
        say::say(self.form, self.field, value, &self.language, Identity::Whole)
    }

    pub fn offer(&self, value: Value) -> Offer {
        Offer { said: self.said(&value), value }
    }
}

/// The kind of words that answer a question of this kind in one go.
pub(super) fn spoken_kind(kind: &Kind) -> Option<spoken::Kind> {
    Some(match kind {
        Kind::YesNo => spoken::Kind::YesNo,
        Kind::Choice(_) => spoken::Kind::Choice,
        Kind::Place { .. } => spoken::Kind::Place,
        Kind::Text { .. } => spoken::Kind::Text,
        Kind::Name => spoken::Kind::FullName,
        Kind::Date { .. } => spoken::Kind::Date,
        Kind::Month { .. } => spoken::Kind::Month,
        Kind::Time { .. } => spoken::Kind::Time,
        Kind::Integer { .. } => spoken::Kind::Integer,
        Kind::Decimal { .. } => spoken::Kind::Decimal,
        Kind::Money { .. } => spoken::Kind::Money,
        Kind::Phone { .. } => spoken::Kind::Phone,
        Kind::Email => spoken::Kind::Email,
        Kind::Plate { .. } => spoken::Kind::Plate,
        Kind::PostCode { .. } => spoken::Kind::PostCode,
        Kind::Choices { .. } | Kind::Identity { .. } | Kind::Address { .. } | Kind::Signature | Kind::Picture => {
            return None;
        }
    })
}

fn days(from: Option<Date>, until: Option<Date>, today: Date) -> Option<(Date, Date)> {
    let shifted = |years: i16| today.checked_add(jiff::Span::new().years(years)).unwrap_or(today);
    match (from, until) {
        (None, None) => None,
        (from, until) => Some((from.unwrap_or_else(|| shifted(-PAST)), until.unwrap_or_else(|| shifted(AHEAD)))),
    }
}

fn hours(earliest: Option<Time>, latest: Option<Time>) -> Option<(Time, Time)> {
    match (earliest, latest) {
        (None, None) => None,
        (earliest, latest) => Some((earliest.unwrap_or(Time::MIN), latest.unwrap_or_else(|| time(23, 59, 0, 0)))),
    }
}

fn numbers(min: Option<Decimal>, max: Option<Decimal>) -> Option<(Decimal, Decimal)> {
    match (min, max) {
        (None, None) => None,
        (min, max) => Some((min.unwrap_or(Decimal::MIN), max.unwrap_or(Decimal::MAX))),
    }
}
