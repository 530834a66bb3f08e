//! Values into words, as people of a language say them, for reading back.
//!
//! What is said here is understood again by [`crate::parse`].

use jiff::civil::{Date, Time};
use rust_decimal::Decimal;

use crate::{
    kinds,
    language::{Inner, Language},
    value::{Scheme, Value},
};

/// The words for a value.
pub fn say(value: &Value, language: &Language) -> String {
    let data = language.data();
    let words = &data.say;
    match value {
        Value::YesNo(true) => words.phrase("yes", &[]),
        Value::YesNo(false) => words.phrase("no", &[]),
        Value::Integer(number) => words.number(Decimal::from(*number)),
        Value::Decimal(number) => words.number(*number),
        Value::Percent(share) => words.percent.replace("{n}", &words.number(*share)),
        Value::Money { amount, currency } => money(data, *amount, currency),
        Value::Date(day) => date(data, *day, "date", words.year(day.year())),
        Value::Month { year, month } => {
            words.phrase("month", &[("year", words.year(*year)), ("month", month_name(data, *month))])
        }
        Value::Time(at) => time(data, *at),
        Value::Duration(minutes) => duration(data, *minutes),
        Value::Phone(number) => words.groups(kinds::phone::groups(number).iter().map(String::as_str)),
        Value::Email(address) => email(data, address),
        Value::Identity(scheme, number) => {
            words.groups(kinds::identity::groups(*scheme, number).iter().map(String::as_str))
        }
        Value::Plate(plate) => words.groups(plate.split([' ', '-'])),
        Value::PostCode(code) => words.digit_by_digit(code),
        Value::FullName(text) | Value::Choice(text) | Value::Text(text) => text.clone(),
    }
}

/// A date in the years of the language's own era (民國), where it has one and the day lies in it.
pub fn say_in_era(day: Date, language: &Language) -> Option<String> {
    let data = language.data();
    let year = day.year() - data.grammar.era_year?;
    let number = u64::try_from(year).ok().filter(|year| *year > 0)?;
    Some(date(data, day, "era-date", data.say.whole(number)))
}

/// A Korean number with what is private of it hidden: the birth date and the digit after it stay.
pub fn masked(value: &Value) -> Option<String> {
    match value {
        Value::Identity(Scheme::Korea, number) => Some(format!("{}-{}******", number.get(..6)?, number.get(6..7)?)),
        Value::Identity(_, number) => Some(number.clone()),
        _ => None,
    }
}

fn month_name(data: &Inner, month: i8) -> String {
    usize::try_from(month - 1).ok().and_then(|place| data.say.months.get(place)).cloned().unwrap_or_default()
}

fn of_list(list: &[String], number: i8, otherwise: impl Fn(u64) -> String) -> String {
    let found = usize::try_from(number).ok().and_then(|place| list.get(place)).filter(|word| !word.is_empty());
    found.cloned().unwrap_or_else(|| otherwise(u64::from(number.unsigned_abs())))
}

fn date(data: &Inner, day: Date, phrase: &str, year: String) -> String {
    let words = &data.say;
    let day_of_month = of_list(&words.days, day.day(), |number| words.whole(number));
    words.phrase(phrase, &[("year", year), ("month", month_name(data, day.month())), ("day", day_of_month)])
}

fn time(data: &Inner, at: Time) -> String {
    let words = &data.say;
    let minutes = i64::from(at.hour()) * 60 + i64::from(at.minute());
    let part = words.parts_of_day.iter().rfind(|part| part.from <= minutes).map(|part| part.word.clone());
    let twelve = if at.hour() % 12 == 0 { 12 } else { at.hour() % 12 };
    let hour = of_list(&words.hours, twelve, |number| words.whole(number));
    let phrase = if at.minute() == 0 { "time" } else { "time-minutes" };
    let minute = match u64::from(at.minute().unsigned_abs()) {
        minute @ 1..10 => words.phrase("minute-below-ten", &[("minute", words.whole(minute))]),
        minute => words.whole(minute),
    };
    words.phrase(phrase, &[("part", part.unwrap_or_default()), ("hour", hour), ("minute", minute)])
}

fn duration(data: &Inner, minutes: i64) -> String {
    let words = &data.say;
    let minutes = minutes.unsigned_abs();
    let part = |name, count: u64| match count {
        0 => None,
        1 if words.phrases.contains_key(&format!("{name}-one")) => Some(words.phrase(&format!("{name}-one"), &[])),
        _ => Some(words.phrase(name, &[("n", words.whole(count))])),
    };
    let parts = [part("days", minutes / 1440), part("hours", minutes / 60 % 24), part("minutes", minutes % 60)];
    let said: Vec<String> = parts.into_iter().flatten().collect();
    if said.is_empty() { words.phrase("minutes", &[("n", words.whole(0))]) } else { said.join(" ") }
}

fn money(data: &Inner, amount: Decimal, currency: &str) -> String {
    let words = &data.say;
    let Some((main, minor)) = words.currencies.get(currency) else {
        return format!("{} {currency}", words.number(amount));
    };
    let hundredths = (amount.abs().fract() * Decimal::ONE_HUNDRED).normalize();
    let (one_main, one_minor) = words.one_currencies.get(currency).map_or((main, minor), |(main, minor)| (main, minor));
    let name = |(one, many): (&String, &String), number: Decimal| {
        let name = if number.abs() == Decimal::ONE { one } else { many };
        name.replace("{n}", &words.number(number))
    };
    if minor.is_empty() || !hundredths.is_integer() || hundredths.is_zero() {
        return name((one_main, main), amount);
    }
    let part = name((one_minor, minor), hundredths);
    let whole = amount.trunc();
    if whole.is_zero() && amount.is_sign_positive() {
        part
    } else {
        format!("{}{}{part}", name((one_main, main), whole), words.phrase("money-joint", &[]))
    }
}

fn email(data: &Inner, address: &str) -> String {
    let said = address.chars().map(|c| match data.say.signs.get(&c.to_string()) {
        Some(sign) => format!(" {sign} "),
        None => c.to_string(),
    });
    said.collect::<String>().split_whitespace().collect::<Vec<_>>().join(" ")
}
