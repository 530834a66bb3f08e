//! Whole numbers, decimals, shares, places in an order.

use rust_decimal::Decimal;

use crate::{
    context::Context,
    numeral::Style,
    pattern::{Frame, Part},
    search::Reading,
    value::{Kind, Trouble, Value},
};

/// Reads `value` and its `tenths`, `numerator` over `denominator`, `whole` and `share` of a hundred.
pub fn read(kind: Kind, frame: &Frame, context: &Context) -> Option<Reading> {
    let mut value = frame.number("value").unwrap_or_default();
    if let (Some(over), Some(under)) = (frame.number("numerator"), frame.number("denominator")) {
        value = value.checked_add(over.checked_div(under)?)?;
    }
    value = value.checked_add(frame.number("extra").unwrap_or_default())?;
    value = value.checked_add(frame.number("tenths").unwrap_or_default() / Decimal::TEN)?;
    if let Some(times) = frame.number("times") {
        value = value.checked_mul(times)?;
    }
    if frame.number("negative").is_some() {
        value = -value;
    }
    let share = frame.number("share").is_some();
    let answer = match kind {
        Kind::Integer | Kind::Ordinal if share || !value.is_integer() => return None,
        Kind::Integer | Kind::Ordinal => Value::Integer(i64::try_from(value).ok()?),
        Kind::Percent => Value::Percent(value.normalize()),
        _ if share => Value::Decimal((value / Decimal::ONE_HUNDRED).normalize()),
        _ => Value::Decimal(value.normalize()),
    };
    // "Two three" of something is more often a guess than a number, and "twenty three forty fourths" may be
    // parted in several ways.
    let estimate = frame.part("value").is_some_and(is_unsure)
        || frame.part("numerator").is_some_and(|part| part.style == Style::Pairs);
    // "Me and my wife, so two" counts both; who counts fewer than are named counts others.
    let named: Decimal = ["others", "more"].iter().filter_map(|name| frame.number(name)).sum();
    let miscounted = !named.is_zero() && value <= named;
    let outside = context.numbers.is_some_and(|(least, most)| value < least || value > most);
    Some(Reading {
        confidence: match (outside, estimate || miscounted) {
            (true, _) => 0.3,
            (false, true) => 0.6,
            (false, false) => 0.97,
        },
        trouble: outside.then_some(Trouble::OutOfRange),
        value: Some(answer),
        ..Reading::default()
    })
}

/// A number that its words alone do not settle.
fn is_unsure(part: &Part) -> bool {
    let digits = part.style == Style::Digits && !part.written;
    // What is counted begins with no nought: that is rather a telephone number.
    let nought = digits && !part.value.is_zero() && part.value.abs().trunc().to_string().len() < part.width;
    nought || (digits && is_guess(part.value))
}

/// "Two three", "three five": neighbours of one digit, the smaller first.
pub fn is_guess(value: Decimal) -> bool {
    let value = i64::try_from(value).unwrap_or_default();
    (10..100).contains(&value) && (1..=2).contains(&(value % 10 - value / 10))
}
