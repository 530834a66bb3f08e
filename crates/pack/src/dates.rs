//! Days as trainers write them, and how long a text may be quoted.

use jiff::civil::Date;

use crate::{
    fault::{FaultKind, InFile},
    model::Validity,
};

/// A day written `2026-11-01`, and in no other way.
pub(crate) fn parse_date(text: &str) -> Option<Date> {
    let shape = text.len() == 10
        && text.bytes().enumerate().all(|(at, byte)| match at {
            4 | 7 => byte == b'-',
            _ => byte.is_ascii_digit(),
        });
    shape.then(|| text.parse().ok()).flatten()
}

/// An optional day: the outer `None` is a fault.
pub(crate) fn read_day(
    field: &'static str,
    text: Option<&str>,
    line: u64,
    faults: &mut InFile,
) -> Option<Option<Date>> {
    let Some(text) = text else { return Some(None) };
    let day = parse_date(text);
    if day.is_none() {
        faults.at(line, FaultKind::BadDate { field, value: text.to_owned() });
    }
    day.map(Some)
}

/// Both dates, or `None` after a fault: what cannot be dated is not quoted.
pub(crate) fn read_validity(
    from: Option<&str>,
    until: Option<&str>,
    line: u64,
    faults: &mut InFile,
) -> Option<Validity> {
    let from = read_day("valid_from", from, line, faults)?;
    let until = read_day("valid_until", until, line, faults)?;
    if from.is_some_and(|from| until.is_some_and(|until| until < from)) {
        faults.at(line, FaultKind::CrossedDates {});
        return None;
    }
    Some(Validity { from, until })
}
