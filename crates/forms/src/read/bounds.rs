//! Bounds of answers as they are written: days reckoned from today, times, numbers, amounts.

use jiff::civil::Time;
use kaunter_reading::{DeValue, Fields};
use rust_decimal::Decimal;

use crate::{definition::Day, fault::FormFault, rule::exact};

/// A whole number within bounds; the default when the key is missing, the nearest bound when it is wrong.
pub(super) fn count(fields: &mut Fields, key: &'static str, default: u64, least: u64, most: u64) -> u64 {
    let Some((value, line)) = fields.value(key) else { return default };
    let number = match value {
        DeValue::Integer(number) => number.as_str().parse::<u64>().ok(),
        _ => None,
    };
    match number.filter(|number| (least..=most).contains(number)) {
        Some(number) => number,
        None => {
            fields.faults.at(line, FormFault::OutOfRange { key, least, most });
            default.clamp(least, most)
        }
    }
}

/// A number, as a text or bare, digit for digit.
pub(super) fn number(fields: &mut Fields, key: &'static str) -> Option<Decimal> {
    let written = written(fields, key)?;
    understood(fields, key, written, exact, "a number such as \"1200\" or \"0.5\"")
}

/// A whole number, as a text or bare.
pub(super) fn whole(fields: &mut Fields, key: &'static str) -> Option<i64> {
    let written = written(fields, key)?;
    understood(fields, key, written, |text| text.parse().ok(), "a whole number such as 3")
}

/// A day: `2026-01-31`, `today`, `today-65y`, `today+3m`.
pub(super) fn day(fields: &mut Fields, key: &'static str) -> Option<Day> {
    let written = written(fields, key)?;
    understood(
        fields,
        key,
        written,
        parse_day,
        "a date such as \"2026-01-31\", or \"today\", \"today-65y\", \"today+3m\", \"today-10d\"",
    )
}

/// A time of day: `08:30`.
pub(super) fn time(fields: &mut Fields, key: &'static str) -> Option<Time> {
    let written = written(fields, key)?;
    let parse = |text: &str| (text.len() == 5).then(|| text.parse().ok()).flatten();
    understood(fields, key, written, parse, "a time such as \"08:30\"")
}

/// What stands there, as it stands there.
fn written(fields: &mut Fields, key: &'static str) -> Option<(String, u64)> {
    let (value, line) = fields.value(key)?;
    let text = match value {
        DeValue::String(text) => text.trim().to_owned(),
        DeValue::Integer(number) => number.as_str().to_owned(),
        DeValue::Float(number) => number.as_str().to_owned(),
        DeValue::Datetime(day) => day.to_string(),
        _ => return fields.wrong_type(key, line, "a text or a number"),
    };
    Some((text, line))
}

fn understood<T>(
    fields: &mut Fields,
    key: &'static str,
    (value, line): (String, u64),
    parse: impl Fn(&str) -> Option<T>,
    expected: &'static str,
) -> Option<T> {
    let read = parse(&value);
    if read.is_none() {
        fields.faults.at(line, FormFault::BadBound { key, value, expected });
    }
    read
}

fn parse_day(text: &str) -> Option<Day> {
    let Some(rest) = text.strip_prefix("today") else { return text.parse().ok().map(Day::On) };
    let none = Day::FromToday { years: 0, months: 0, days: 0 };
    if rest.is_empty() {
        return Some(none);
    }
    let (sign, rest) = match rest.strip_prefix('-') {
        Some(rest) => (-1, rest),
        None => (1, rest.strip_prefix('+')?),
    };
    let unit = rest.chars().next_back()?;
    let amount: i32 = rest.strip_suffix(unit)?.parse().ok().filter(|amount| (0..=100_000).contains(amount))?;
    let short = || i16::try_from(sign * amount).ok();
    Some(match unit {
        'y' => Day::FromToday { years: short().filter(|years| years.abs() <= 1_000)?, months: 0, days: 0 },
        'm' => Day::FromToday { years: 0, months: short()?, days: 0 },
        'd' => Day::FromToday { years: 0, months: 0, days: sign * amount },
        _ => return None,
    })
}

/// Reports a first bound beyond the second.
pub(super) fn in_order<T: PartialOrd>(
    fields: &mut Fields,
    (first, from): (&'static str, Option<&T>),
    (second, until): (&'static str, Option<&T>),
) {
    if let (Some(from), Some(until)) = (from, until)
        && from > until
    {
        let line = fields.key_lines().of(first);
        fields.faults.at(line, FormFault::CrossedBounds { first, second });
    }
}

/// A day as a number that grows with it, for days reckoned alike.
pub(super) fn days_in_order(fields: &mut Fields, from: Option<&Day>, until: Option<&Day>) {
    match (from, until) {
        (Some(Day::On(from)), Some(Day::On(until))) => in_order(fields, ("from", Some(from)), ("until", Some(until))),
        (Some(Day::FromToday { .. }), Some(Day::FromToday { .. })) => {
            let (from, until) = (from.and_then(distance), until.and_then(distance));
            in_order(fields, ("from", from.as_ref()), ("until", until.as_ref()));
        }
        _ => {}
    }
}

/// Whether it is surely over by the time that anybody reads of it.
pub(super) fn lies_behind(day: &Day) -> bool {
    distance(day).is_some_and(|distance| distance < 0)
}

/// About how many hundredths of a day from today.
fn distance(day: &Day) -> Option<i64> {
    match day {
        Day::On(_) => None,
        Day::FromToday { years, months, days } => {
            Some(i64::from(*years) * 36_525 + i64::from(*months) * 3_044 + i64::from(*days) * 100)
        }
    }
}
