//! Days by their distance from today: tomorrow, in three weeks, next Monday.

use jiff::{
    Span,
    civil::{Date, Weekday},
};

use super::date::{impossible, lacking, weekday};
use crate::{
    context::Context,
    pattern::Frame,
    search::Reading,
    value::{DateParts, Missing, Trouble, Value},
};

/// Reads `days`, `weeks`, `months` and `years` in a `direction`, and the day that is then named.
pub fn read(frame: &Frame, context: &Context) -> Option<Reading> {
    let Some(today) = context.today else {
        return Some(lacking(&[Missing::Today], DateParts::default()));
    };
    let shifted = shifted(today, frame)?;
    let has = |name: &str| frame.whole(name).is_some();
    let date = if let Some(named) = frame.whole("to-weekday").and_then(weekday) {
        within(on_weekday(today, shifted, named, frame)?, frame, context)
    } else if let Some(day) = frame.whole("day") {
        match Date::new(shifted.year(), shifted.month(), i8::try_from(day).ok()?) {
            Ok(date) => date,
            Err(_) => return Some(impossible(DateParts::default())),
        }
    } else if has("days") || has("weeks") {
        shifted
    } else {
        // "Next month" is not a day.
        let month = frame.whole("months").map(|_| shifted.month());
        return Some(lacking(&[Missing::Day], DateParts { year: Some(shifted.year()), month, day: None }));
    };
    let outside = context.dates.is_some_and(|(first, last)| date < first || date > last);
    let other = other_week(today, date, frame);
    Some(Reading {
        value: Some(Value::Date(date)),
        confidence: match (outside, &other) {
            (true, _) => 0.3,
            (false, Some(_)) => 0.5,
            (false, None) => 0.95,
        },
        missing: if other.is_some() { vec![Missing::Which] } else { Vec::new() },
        alternatives: other.map(Value::Date).into_iter().collect(),
        trouble: outside.then_some(Trouble::OutOfRange),
        ..Reading::default()
    })
}

fn shifted(today: Date, frame: &Frame) -> Option<Date> {
    let sign = frame.whole("direction").unwrap_or(1);
    let count = |name: &str| frame.whole(name).and_then(|count| count.checked_mul(sign)).unwrap_or_default();
    let span = Span::new()
        .try_days(count("days"))
        .and_then(|span| span.try_weeks(count("weeks")))
        .and_then(|span| span.try_months(count("months")))
        .and_then(|span| span.try_years(count("years")));
    today.checked_add(span.ok()?).ok()
}

/// Where "next" may mean the coming one, and "last" the one that has just been (`loose`): that day, if it is another.
fn other_week(today: Date, date: Date, frame: &Frame) -> Option<Date> {
    frame.number("loose")?;
    let named = weekday(frame.whole("to-weekday")?)?;
    let near = match frame.whole("weeks")? {
        1 => near_weekday(today, named, false)?,
        -1 => near_weekday(today, named, true)?,
        _ => return None,
    };
    (near != date).then_some(near)
}

/// The next such day to come, or the last one that was.
fn near_weekday(today: Date, named: Weekday, past: bool) -> Option<Date> {
    let away = if past { today.weekday().since(named) } else { named.since(today.weekday()) };
    let away = Span::new().days(if away == 0 { 7 } else { away });
    if past { today.checked_sub(away).ok() } else { today.checked_add(away).ok() }
}

/// A weekday by itself is the last one where only that can be meant.
fn within(date: Date, frame: &Frame, context: &Context) -> Date {
    let last = || date.checked_sub(Span::new().days(7)).ok();
    let meant = context.dates.filter(|(_, until)| frame.whole("weeks").is_none() && date > *until);
    meant.and_then(|(from, until)| last().filter(|last| (from..=until).contains(last))).unwrap_or(date)
}

/// A weekday of the week that is meant, weeks beginning on Monday; without a week, the next one to come and `further`
/// weeks on, or with `past` the last one that was.
fn on_weekday(today: Date, shifted: Date, named: Weekday, frame: &Frame) -> Option<Date> {
    if frame.whole("weeks").is_none() {
        let further = Span::new().try_weeks(frame.whole("further").unwrap_or_default()).ok()?;
        return near_weekday(today, named, frame.number("past").is_some())?.checked_add(further).ok();
    }
    let monday = shifted.checked_sub(Span::new().days(shifted.weekday().to_monday_zero_offset())).ok()?;
    monday.checked_add(Span::new().days(named.to_monday_zero_offset())).ok()
}
