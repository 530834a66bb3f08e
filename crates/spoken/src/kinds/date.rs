//! Days: by number, by name, by distance from today.

use jiff::{
    Span,
    civil::{Date, Weekday},
};

use super::{lunar, relative};
use crate::{
    context::Context,
    language::Inner,
    pattern::{Frame, Part},
    search::Reading,
    value::{DateParts, Missing, Trouble, Value},
};

/// Years that somebody may speak of where no range is given.
const LIVED: std::ops::RangeInclusive<i16> = 1800..=2200;

/// Reads the parts of a date.
pub fn read(language: &Inner, frame: &Frame, context: &Context) -> Option<Reading> {
    if frame.is_empty() {
        return None;
    }
    if frame.number("lunar").is_some() {
        return Some(lunar_asked_again(language, frame, context));
    }
    if ["days", "weeks", "months", "years", "to-weekday"].iter().any(|part| frame.number(part).is_some()) {
        return relative::read(frame, context);
    }
    let month = frame.whole("month").and_then(|month| i8::try_from(month).ok()).or(context.known.month);
    let day = frame.whole("day").and_then(|day| i8::try_from(day).ok()).or(context.known.day);
    let years = years(language, frame, context)?;
    let first = |months: Option<i8>, days: Option<i8>| complete(&years, months, days, frame, context);
    let mut reading = first(month, day);
    let swapped = swapped(frame, month, day);
    if let Some((month, day)) = swapped {
        let other = first(Some(month), Some(day));
        reading = either(reading, other);
    }
    Some(reading)
}

/// A month of a year.
pub fn read_month(language: &Inner, frame: &Frame, context: &Context) -> Option<Reading> {
    let shift = frame.whole("months");
    if let Some(shift) = shift {
        let Some(today) = context.today else { return Some(lacking(&[Missing::Today], DateParts::default())) };
        let date = today.checked_add(Span::new().try_months(shift).ok()?).ok()?;
        return Some(month_of(date.year(), date.month(), 0.97));
    }
    let month = frame.whole("month").and_then(|month| i8::try_from(month).ok()).or(context.known.month);
    let years = years(language, frame, context)?;
    let year = years.candidates.first().copied();
    match (year, month) {
        (Some(year), Some(month)) => {
            let mut reading = month_of(year, month, if years.settled { 0.97 } else { 0.5 });
            if !years.settled {
                reading.missing.push(Missing::Century);
                reading.alternatives =
                    years.candidates[1..].iter().map(|year| Value::Month { year: *year, month }).collect();
            }
            Some(reading)
        }
        (None, Some(_)) => Some(lacking(&[Missing::Year], DateParts { month, ..DateParts::default() })),
        (Some(_), None) => Some(lacking(&[Missing::Month], DateParts { year, ..DateParts::default() })),
        (None, None) => None,
    }
}

fn month_of(year: i16, month: i8, confidence: f64) -> Reading {
    Reading { value: Some(Value::Month { year, month }), confidence, ..Reading::default() }
}

/// The years that may be meant, the likelier first.
struct Years {
    candidates: Vec<i16>,
    settled: bool,
}

fn years(language: &Inner, frame: &Frame, context: &Context) -> Option<Years> {
    if let (Some(shift), Some(today)) = (frame.whole("year-shift"), context.today) {
        let year = i16::try_from(shift).ok()?.checked_add(today.year())?;
        return Some(Years { candidates: vec![year], settled: true });
    }
    let Some(said) = frame.part("year") else {
        let known = context.known.year.into_iter().collect::<Vec<_>>();
        return Some(Years { settled: true, candidates: known });
    };
    let year = i16::try_from(i64::try_from(said.value).ok()?).ok()?;
    if let Some(offset) = frame.whole("era") {
        let year = year.checked_add(i16::try_from(offset).ok()?)?;
        return Some(Years { candidates: vec![year], settled: true });
    }
    let candidates = short_years(language, said, year, context);
    if said.width >= 4 && year >= 100 {
        return Some(Years { candidates: vec![year], settled: true });
    }
    let within: Vec<i16> = candidates
        .iter()
        .copied()
        .filter(|year| context.dates.is_none_or(|(first, last)| (first.year()..=last.year()).contains(year)))
        .collect();
    let settled = match context.dates {
        Some(_) => within.len() == 1,
        None => candidates.len() == 1,
    };
    let candidates = if within.is_empty() { candidates } else { within };
    (!candidates.is_empty()).then_some(Years { candidates, settled })
}

/// What a year of one to three digits may stand for: the era's year where the language has an era,
/// then the nearest of the century, as far as 80 years back and 20 ahead.
fn short_years(language: &Inner, said: &Part, year: i16, context: &Context) -> Vec<i16> {
    let mut candidates = Vec::new();
    if let Some(era) = language.grammar.era_year.filter(|_| (1..200).contains(&year)) {
        candidates.push(era + year);
    }
    if year < 100 && said.width <= 2 {
        let now = context.today.map_or(2025, Date::year);
        let recent = (0..=3).map(|century| 1800 + century * 100 + year);
        let near = recent.filter(|full| (now - 80..=now + 20).contains(full)).max().unwrap_or(1900 + year);
        candidates.push(near);
        candidates.push(if near >= 2000 { 1900 + year } else { 2000 + year });
    }
    candidates.dedup();
    candidates
}

/// Written "3/4/1953" may be the third of April or the fourth of March.
fn swapped(frame: &Frame, month: Option<i8>, day: Option<i8>) -> Option<(i8, i8)> {
    frame.number("numeric")?;
    let (month, day) = (month?, day?);
    (month != day && day <= 12).then_some((day, month))
}

fn either(reading: Reading, other: Reading) -> Reading {
    match (&reading.value, &other.value) {
        (Some(_), Some(value)) if other.trouble.is_none() && reading.trouble.is_none() => {
            let mut both = reading.clone();
            both.alternatives.insert(0, value.clone());
            both.missing.push(Missing::DayOrMonth);
            both.confidence = both.confidence.min(0.5);
            both
        }
        (Some(_), Some(_)) if reading.trouble.is_some() && other.trouble.is_none() => other,
        (None, Some(_)) => other,
        _ => reading,
    }
}

fn complete(years: &Years, month: Option<i8>, day: Option<i8>, frame: &Frame, context: &Context) -> Reading {
    let parts = DateParts { year: years.candidates.first().copied(), month, day };
    let (Some(month), Some(day)) = (month, day) else {
        let lacks =
            [(parts.year.is_none(), Missing::Year), (month.is_none(), Missing::Month), (day.is_none(), Missing::Day)];
        let lacks: Vec<Missing> = lacks.iter().filter(|(lacks, _)| *lacks).map(|(_, part)| *part).collect();
        return lacking(&lacks, parts);
    };
    let mut settled = years.settled;
    let mut candidates = years.candidates.clone();
    if candidates.is_empty() {
        candidates = yearless(context);
        settled = true;
    }
    let dates: Vec<Date> = candidates.iter().filter_map(|year| Date::new(*year, month, day).ok()).collect();
    if candidates.is_empty() {
        return if Date::new(2000, month, day).is_ok() { lacking(&[Missing::Year], parts) } else { impossible(parts) };
    }
    settle(dates, settled, frame, context, parts, &years.candidates)
}

/// Without a year: the years of the range, where it is short.
fn yearless(context: &Context) -> Vec<i16> {
    match context.dates {
        Some((first, last)) if last.year() - first.year() <= 1 => (first.year()..=last.year()).collect(),
        _ => Vec::new(),
    }
}

fn settle(
    mut dates: Vec<Date>,
    mut settled: bool,
    frame: &Frame,
    context: &Context,
    parts: DateParts,
    said: &[i16],
) -> Reading {
    if dates.is_empty() {
        return impossible(parts);
    }
    let inside = |date: &Date| match context.dates {
        Some((first, last)) => (first..=last).contains(date),
        None => LIVED.contains(&date.year()),
    };
    if dates.iter().any(inside) {
        dates.retain(inside);
        settled |= context.dates.is_some() && dates.len() == 1;
    }
    let mut trouble = (!inside(&dates[0])).then_some(Trouble::OutOfRange);
    match on_named_weekday(&dates, frame) {
        Some(named) if named.is_empty() => trouble = Some(Trouble::WeekdayDiffers),
        Some(named) => {
            settled |= named.len() == 1;
            dates = named;
        }
        None => {}
    }
    if said.is_empty() && dates.len() > 1 {
        return Reading { alternatives: values(&dates), ..lacking(&[Missing::Year], parts) };
    }
    let confidence = match (trouble, settled) {
        (Some(_), _) => 0.3,
        (None, true) => 0.97,
        (None, false) => 0.5,
    };
    Reading {
        value: Some(Value::Date(dates[0])),
        alternatives: values(&dates[1..]),
        confidence,
        missing: if settled { Vec::new() } else { vec![Missing::Century] },
        trouble,
        parts,
    }
}

/// Those of the days that fall on the weekday that was said, if one was.
fn on_named_weekday(dates: &[Date], frame: &Frame) -> Option<Vec<Date>> {
    let named = frame.whole("weekday").and_then(weekday)?;
    Some(dates.iter().copied().filter(|date| date.weekday() == named).collect())
}

fn values(dates: &[Date]) -> Vec<Value> {
    dates.iter().map(|date| Value::Date(*date)).collect()
}

pub(super) fn impossible(parts: DateParts) -> Reading {
    Reading {
        trouble: Some(Trouble::NoSuchDay),
        missing: vec![Missing::Day],
        confidence: 0.9,
        parts,
        ..Reading::default()
    }
}

pub(super) fn lacking(missing: &[Missing], parts: DateParts) -> Reading {
    Reading { missing: missing.to_vec(), confidence: 0.9, parts, ..Reading::default() }
}

/// 0 is Sunday.
pub(super) fn weekday(number: i64) -> Option<Weekday> {
    Weekday::from_sunday_zero_offset(i8::try_from(number).ok()?).ok()
}

fn lunar_asked_again(language: &Inner, frame: &Frame, context: &Context) -> Reading {
    let mut reading = lacking(&[Missing::Calendar], DateParts::default());
    let (Some(month), Some(day)) = (frame.whole("month"), frame.whole("day")) else { return reading };
    let Some(years) = years(language, frame, context) else { return reading };
    let leap = frame.number("leap").is_some();
    let days = years.candidates.iter().filter_map(|year| lunar::gregorian(*year, month, day, leap));
    reading.alternatives = days.map(Value::Date).collect();
    reading
}
