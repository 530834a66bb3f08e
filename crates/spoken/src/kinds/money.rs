//! Amounts of money.

use rust_decimal::{Decimal, RoundingStrategy};

use crate::{
    context::Context,
    language::Inner,
    pattern::Frame,
    search::Reading,
    value::{Missing, Trouble, Value},
};

/// Greatest amount that anybody is believed to mean.
const GREATEST: i64 = 1_000_000_000_000_000;

/// Reads `major` units, `tenths` and `minor` units of a hundredth, `half` a unit, and the currency.
pub fn read(language: &Inner, frame: &Frame, context: &Context) -> Option<Reading> {
    let habits = &language.grammar;
    let part = |name: &str, unit: i64| {
        frame.number(name).unwrap_or_default().checked_div(Decimal::from(unit)).unwrap_or_default()
    };
    let major = part("major", 1).checked_add(part("half", 2))?;
    let times = frame.number("times").unwrap_or(Decimal::ONE);
    let minor = part("tenths", 10) + part("minor", 100);
    let mut amount = major.checked_mul(times)?.checked_add(minor)?;
    if frame.number("negative").is_some() {
        amount = -amount;
    }
    let named = frame.whole("currency").and_then(|place| habits.currencies.get(usize::try_from(place).ok()?).cloned());
    let unnamed = named.is_none();
    let named = named.filter(|code| code != "own").or_else(|| context.currency.clone());
    let missing = match named {
        None if habits.asks_currency => vec![Missing::Currency],
        _ => Vec::new(),
    };
    let currency = named.unwrap_or_else(|| habits.currency.clone());
    let outside = context.numbers.is_some_and(|(least, most)| amount < least || amount > most);
    let outside = outside || amount.abs() > Decimal::from(GREATEST);
    let bare = unnamed && ["unit", "tenths", "minor", "half"].iter().all(|part| frame.number(part).is_none());
    let confidence = match (outside, bare) {
        (true, _) => 0.3,
        (false, true) => 0.85,
        (false, false) => 0.97,
    };
    let amount = amount.round_dp_with_strategy(4, RoundingStrategy::MidpointAwayFromZero).normalize();
    Some(Reading {
        value: Some(Value::Money { amount, currency }),
        confidence: if missing.is_empty() { confidence } else { confidence.min(0.6) },
        missing,
        trouble: outside.then_some(Trouble::OutOfRange),
        ..Reading::default()
    })
}
