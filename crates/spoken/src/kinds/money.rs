//! Amounts of money.

use rust_decimal::{Decimal, RoundingStrategy};

use super::number;
use crate::{
    context::Context,
    language::{Habits, Inner},
    numeral::Style,
    pattern::Frame,
    search::Reading,
    value::{Missing, Trouble, Value},
};

/// Greatest amount that anybody is believed to mean.
const GREATEST: i64 = 1_000_000_000_000_000;

/// Currencies of which people say "dollars" and nothing else where they are at home.
const DOLLARS: &[&str] = &["TWD", "USD", "SGD", "HKD", "AUD", "NZD", "CAD", "BND", "FJD", "JMD"];

/// Digits after the point that amounts in a currency, ISO 4217, have in everyday life.
///
/// ```
/// assert_eq!(kaunter_spoken::minor_digits("MYR"), 2);
/// assert_eq!(kaunter_spoken::minor_digits("KRW"), 0);
/// ```
pub fn minor_digits(currency: &str) -> u8 {
    if matches!(currency, "KRW" | "JPY") { 0 } else { 2 }
}

/// Reads `major` units and `hundreds` of them, `tenths` and `minor` units of a hundredth, `half` a unit, and the currency.
pub fn read(language: &Inner, frame: &Frame, context: &Context) -> Option<Reading> {
    let habits = &language.grammar;
    let part = |name: &str, unit: i64| {
        frame.number(name).unwrap_or_default().checked_div(Decimal::from(unit)).unwrap_or_default()
    };
    let hundreds = part("hundreds", 1).checked_mul(Decimal::ONE_HUNDRED)?;
    let major = part("major", 1).checked_add(part("half", 2))?.checked_add(hundreds)?;
    let times = frame.number("times").unwrap_or(Decimal::ONE);
    let minor = part("tenths", 10) + part("minor", 100);
    let mut amount = major.checked_mul(times)?.checked_add(minor)?;
    if frame.number("negative").is_some() {
        amount = -amount;
    }
    let named = frame.whole("currency").and_then(|place| habits.currencies.get(usize::try_from(place).ok()?));
    let unnamed = named.is_none();
    let (currency, is_sure) = currency(named.map(String::as_str), habits, context);
    let missing = if is_sure { Vec::new() } else { vec![Missing::Currency] };
    let other = context.currency.clone().filter(|own| !is_sure && *own != currency);
    let outside = context.numbers.is_some_and(|(least, most)| amount < least || amount > most);
    let outside = outside || amount.abs() > Decimal::from(GREATEST);
    let bare = unnamed && ["unit", "tenths", "minor", "half"].iter().all(|part| frame.number(part).is_none());
    // "Seven eight pounds" is seven or eight of them.
    let guess = frame
        .part("major")
        .is_some_and(|part| part.style == Style::Digits && !part.written && number::is_guess(part.value));
    let confidence = match (outside, guess, bare) {
        (true, ..) => 0.3,
        (false, true, _) => 0.6,
        (false, false, true) => 0.85,
        (false, false, false) => 0.97,
    };
    let amount = amount.round_dp_with_strategy(4, RoundingStrategy::MidpointAwayFromZero).normalize();
    Some(Reading {
        value: Some(Value::Money { amount, currency }),
        alternatives: other.map(|currency| Value::Money { amount, currency }).into_iter().collect(),
        confidence: if missing.is_empty() { confidence } else { confidence.min(0.6) },
        missing,
        trouble: outside.then_some(Trouble::OutOfRange),
        ..Reading::default()
    })
}

/// The currency that is meant, and whether that is sure: the one that was named; that of the question for
/// "own" and for none; and for a bare "dollar" or "won" that of the question where it is one.
fn currency(named: Option<&str>, habits: &Habits, context: &Context) -> (String, bool) {
    let own = match &context.currency {
        Some(code) => (code.clone(), true),
        None => (habits.currency.clone(), !habits.asks_currency),
    };
    match named {
        None | Some("own") => own,
        Some("dollar") if DOLLARS.contains(&own.0.as_str()) => own,
        // Abroad, people go on counting in what they say at home: which one they mean is asked.
        Some("won") => ("KRW".to_owned(), own.0 == "KRW"),
        Some("dollar") => {
            let otherwise = habits.dollar.clone().unwrap_or_else(|| habits.currency.clone());
            (otherwise, habits.dollar.is_some() && context.currency.is_none())
        }
        Some(code) => (code.to_owned(), true),
    }
}
