//! What the question knows beforehand: the day, the range, the country, the list.

use jiff::civil::{Date, Time};
use rust_decimal::Decimal;

use crate::value::{DateParts, Value};

/// One of a list.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Choice {
    /// What is kept.
    pub id: String,
    /// What is shown.
    pub label: String,
    /// What it is called besides.
    pub synonyms: Vec<String>,
}

impl Choice {
    /// A choice known by its label alone.
    pub fn new(id: &str, label: &str) -> Self {
        Self { id: id.to_owned(), label: label.to_owned(), synonyms: Vec::new() }
    }
}

/// Which countries' telephone numbers, plates, codes and currency are meant.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Context {
    /// The day of the visit; relative days need it.
    pub today: Option<Date>,
    /// First and last day that make sense.
    pub dates: Option<(Date, Date)>,
    /// First and last time that make sense.
    pub times: Option<(Time, Time)>,
    /// Least and greatest number that make sense.
    pub numbers: Option<(Decimal, Decimal)>,
    /// ISO 3166, where it is not the country of the language.
    pub country: Option<String>,
    /// ISO 4217, where it is not the currency of the language.
    pub currency: Option<String>,
    /// What can be chosen.
    pub choices: Vec<Choice>,
    /// What was heard before, when this is a correction of it.
    pub heard: Option<Value>,
    /// What is known of a date by half an answer before.
    pub known: DateParts,
    /// Digits and letters of a number that were said before, in an earlier breath: [`crate::Heard::spelled`].
    pub spelled: String,
    /// Whether it was written with keys, where wishes have buttons: what answers in one's own words is then no wish.
    pub typed: bool,
}
