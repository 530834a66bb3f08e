//! Times of day and lengths of time.

use jiff::civil::Time;
use rust_decimal::Decimal;

use crate::{
    context::Context,
    kinds::number,
    numeral::Style,
    pattern::Frame,
    search::Reading,
    value::{Missing, Trouble, Value},
};

const NOON: i64 = 12 * 60;
const DAY: i64 = 24 * 60;

/// Reads `hour`, `minute`, `before` the hour, and the part of the day.
pub fn read(frame: &Frame, context: &Context) -> Option<Reading> {
    let minute = frame.whole("minute").unwrap_or_default() - frame.whole("before").unwrap_or_default();
    if let Some(exactly) = frame.whole("exactly") {
        return Some(certain(exactly + minute));
    }
    let Some(hour) = frame.whole("hour") else {
        return Some(Reading { missing: vec![Missing::Hour], confidence: 0.9, ..Reading::default() });
    };
    let minutes = hour * 60 + minute;
    let said = frame.part("hour").filter(|part| part.style == Style::Digits && !part.written);
    if said.is_some_and(|part| number::is_guess(part.value)) {
        return Some(Reading { confidence: 0.3, missing: vec![Missing::Hour], ..Reading::default() });
    }
    let written_out = frame.part("hour").is_some_and(|part| part.written && part.width == 2 && hour < 10);
    match frame.part("half").map(|part| part.value) {
        Some(half) => in_half(minutes, i64::try_from(half).ok()?),
        None if hour >= 13 || hour == 0 || written_out => Some(certain(minutes)),
        None => Some(by_range(minutes, context)),
    }
}

/// `half`: from which hour the part of the day counts, so that 12 and later mean the second half.
fn in_half(minutes: i64, half: i64) -> Option<Reading> {
    let hour = minutes.div_euclid(60);
    if hour > 12 && minutes < DAY {
        // 下午15點: the hour says it already; 早上15點 cannot be.
        return (half >= 12).then(|| certain(minutes));
    }
    let of_twelve = minutes.rem_euclid(NOON);
    if half == EVENING_MARK && (60..5 * 60).contains(&of_twelve) {
        return Some(Reading {
            confidence: 0.6,
            alternatives: time(of_twelve + NOON).into_iter().collect(),
            ..certain(of_twelve)
        });
    }
    Some(certain(match half {
        // Noon: eleven is before it, one o'clock after.
        NOON_MARK if of_twelve >= 10 * 60 => of_twelve,
        // Night: from six on in the evening, else after midnight.
        EVENING_MARK | NIGHT_MARK if of_twelve < 5 * 60 => of_twelve,
        NOON_MARK | EVENING_MARK | NIGHT_MARK => of_twelve + NOON,
        half if half >= 12 => of_twelve + NOON,
        _ => of_twelve,
    }))
}

/// Marks a word for noon in the table of parts of the day.
const NOON_MARK: i64 = 13;
/// Marks a word for the evening, in which nobody says one o'clock.
const EVENING_MARK: i64 = 19;
/// Marks a word for night.
const NIGHT_MARK: i64 = 20;

/// Both halves of the day are possible: the range decides, or it is asked.
fn by_range(minutes: i64, context: &Context) -> Reading {
    let both = [minutes.rem_euclid(DAY), (minutes + NOON).rem_euclid(DAY)];
    let Some((first, last)) = context.times else {
        return Reading {
            alternatives: time(both[1]).into_iter().collect(),
            missing: vec![Missing::HalfOfDay],
            confidence: 0.6,
            ..certain(both[0])
        };
    };
    let inside: Vec<i64> =
        both.into_iter().filter(|one| civil(*one).is_some_and(|time| (first..=last).contains(&time))).collect();
    match inside.as_slice() {
        [one] => Reading { confidence: 0.9, ..certain(*one) },
        [one, other] => Reading {
            alternatives: time(*other).into_iter().collect(),
            missing: vec![Missing::HalfOfDay],
            confidence: 0.6,
            ..certain(*one)
        },
        _ => Reading {
            alternatives: time(both[1]).into_iter().collect(),
            trouble: Some(Trouble::OutOfRange),
            confidence: 0.3,
            ..certain(both[0])
        },
    }
}

fn certain(minutes: i64) -> Reading {
    Reading { value: time(minutes), confidence: 0.97, ..Reading::default() }
}

fn time(minutes: i64) -> Option<Value> {
    civil(minutes).map(Value::Time)
}

fn civil(minutes: i64) -> Option<Time> {
    let minutes = minutes.rem_euclid(DAY);
    Time::new(i8::try_from(minutes / 60).ok()?, i8::try_from(minutes % 60).ok()?, 0, 0).ok()
}

/// Reads `years`, `months`, `weeks`, `days`, `hours` and `minutes` into minutes; a month is 30 days, a
/// year 365.
pub fn read_duration(frame: &Frame) -> Option<Reading> {
    let units =
        [("years", 525_600), ("months", 43_200), ("weeks", 10_080), ("days", 1440), ("hours", 60), ("minutes", 1)];
    let mut total = Decimal::ZERO;
    for (name, unit) in units {
        let count = frame.number(name).unwrap_or_default();
        total = total.checked_add(count.checked_mul(Decimal::from(unit))?)?;
    }
    // Half of the unit that was named last.
    if let (Some(half), Some(unit)) = (frame.number("half"), frame.number("half-of")) {
        total = total.checked_add(half.checked_mul(unit)?.checked_div(Decimal::TWO)?)?;
    }
    let minutes = i64::try_from(total.round()).ok()?;
    Some(Reading { value: Some(Value::Duration(minutes)), confidence: 0.95, ..Reading::default() })
}
