//! Values as people of a language write them, for screens and paper: digits, not words.
//!
//! What is written here is understood again by [`crate::parse`].

use std::collections::BTreeMap;

use jiff::civil::Time;
use rust_decimal::Decimal;
use serde::Deserialize;

use crate::{
    kinds,
    language::{Inner, Language},
    value::{Scheme, Value},
};

/// `write.toml` of a language.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct WriterData {
    yes: String,
    no: String,
    /// With `{year}`, `{month}`, `{day}`.
    date: String,
    /// With `{year}`, `{month}`.
    month: String,
    /// The same with years of the language's own era, where it has one.
    era_date: Option<String>,
    era_month: Option<String>,
    /// Whether months have their names instead of numbers.
    months: bool,
    /// With `{hour}` of twelve, `{minute}`, and `{part}` of the day or `{half}` of it.
    time: String,
    /// Names of the halves of a day.
    halves: Vec<String>,
    /// With `{n}`.
    percent: String,
    /// Days, hours, minutes, with `{n}`.
    duration: Vec<String>,
    /// Between the things of a list.
    list: String,
    /// By ISO 4217 code, with `{n}`.
    currencies: BTreeMap<String, String>,
}

/// The value as it is written.
pub fn write(value: &Value, language: &Language) -> String {
    let data = language.data();
    let words = &data.write;
    match value {
        Value::YesNo(true) => words.yes.clone(),
        Value::YesNo(false) => words.no.clone(),
        Value::Integer(number) => grouped(Decimal::from(*number)),
        Value::Decimal(number) => grouped(*number),
        Value::Percent(share) => words.percent.replace("{n}", &grouped(*share)),
        Value::Money { amount, currency } => match words.currencies.get(currency) {
            Some(phrase) => phrase.replace("{n}", &amount_of(*amount)),
            None => format!("{currency} {}", amount_of(*amount)),
        },
        Value::Date(day) => dated(data, &words.date, day.year(), day.month(), day.day()),
        Value::Month { year, month } => dated(data, &words.month, *year, *month, 1),
        Value::Time(at) => time(data, *at),
        Value::Duration(minutes) => duration(words, *minutes),
        Value::Phone(number) => kinds::phone::written(number, data.grammar.country.as_deref()),
        Value::Identity(scheme, number) => identity(*scheme, number),
        Value::Email(text)
        | Value::Plate(text)
        | Value::PostCode(text)
        | Value::FullName(text)
        | Value::Choice(text)
        | Value::Text(text) => text.clone(),
    }
}

/// A day or a month in the years of the language's own era (民國), where it has one and the day lies in it.
pub fn write_in_era(value: &Value, language: &Language) -> Option<String> {
    let data = language.data();
    let begins = data.grammar.era_year?;
    let within = |year: i16| (year > begins).then(|| year - begins);
    match value {
        Value::Date(day) => {
            Some(dated(data, data.write.era_date.as_ref()?, within(day.year())?, day.month(), day.day()))
        }
        Value::Month { year, month } => Some(dated(data, data.write.era_month.as_ref()?, within(*year)?, *month, 1)),
        _ => None,
    }
}

/// Several things one after another.
pub fn write_list(things: &[String], language: &Language) -> String {
    things.join(&language.data().write.list)
}

fn dated(data: &Inner, phrase: &str, year: i16, month: i8, day: i8) -> String {
    let name = usize::try_from(month - 1).ok().and_then(|place| data.say.months.get(place));
    let month = name.filter(|_| data.write.months).cloned().unwrap_or_else(|| month.to_string());
    phrase.replace("{year}", &year.to_string()).replace("{month}", &month).replace("{day}", &day.to_string())
}

fn time(data: &Inner, at: Time) -> String {
    let minutes = i64::from(at.hour()) * 60 + i64::from(at.minute());
    let part = data.say.parts_of_day.iter().rfind(|part| part.from <= minutes).map_or("", |part| part.word.as_str());
    let twelve = if at.hour() % 12 == 0 { 12 } else { at.hour() % 12 };
    let half = data.write.halves.get(usize::from(at.hour() >= 12)).map_or("", String::as_str);
    let phrase = data.write.time.replace("{part}", part).replace("{half}", half);
    phrase.replace("{hour}", &twelve.to_string()).replace("{minute}", &format!("{:02}", at.minute()))
}

fn duration(words: &WriterData, minutes: i64) -> String {
    let minutes = minutes.unsigned_abs();
    let parts = [minutes / 1440, minutes / 60 % 24, minutes % 60];
    let written = |(count, phrase): (u64, &String)| {
        (count > 0 || minutes == 0).then(|| phrase.replace("{n}", &count.to_string()))
    };
    let mut all: Vec<String> = parts.into_iter().zip(&words.duration).filter_map(written).collect();
    if minutes == 0 {
        all = all.split_off(all.len().saturating_sub(1));
    }
    all.join(" ")
}

/// With commas between thousands.
fn grouped(number: Decimal) -> String {
    let text = number.normalize().to_string();
    let (sign, digits) = text.strip_prefix('-').map_or(("", text.as_str()), |digits| ("-", digits));
    let (whole, fraction) = digits.split_once('.').map_or((digits, None), |(whole, rest)| (whole, Some(rest)));
    let mut written = sign.to_owned();
    for (place, digit) in whole.chars().enumerate() {
        if place > 0 && (whole.len() - place).is_multiple_of(3) {
            written.push(',');
        }
        written.push(digit);
    }
    if let Some(fraction) = fraction {
        written.push('.');
        written.push_str(fraction);
    }
    written
}

/// Hundredths are written as two digits, or not at all.
fn amount_of(amount: Decimal) -> String {
    let written = grouped(amount);
    match amount.normalize().scale() {
        1 => format!("{written}0"),
        _ => written,
    }
}

fn identity(scheme: Scheme, number: &str) -> String {
    match scheme {
        Scheme::Taiwan => number.to_owned(),
        Scheme::MyKad | Scheme::Korea => kinds::identity::groups(scheme, number).join("-"),
    }
}
