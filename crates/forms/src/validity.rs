//! Whether a value fits its question on a day: kind, bounds, form of numbers. It says the same of
//! what was touched, typed, said or read from a file.
//!
//! It must never know of other answers; checks and choices that depend on them are for the journey.

use jiff::{
    ToSpan,
    civil::{Date, Time},
};
use kaunter_spoken as spoken;
use rust_decimal::Decimal;
use unicode_segmentation::UnicodeSegmentation;

use crate::{
    address::Country,
    definition::{Day, Kind},
    refusal::Why,
    value::{AddressParts, Value},
};

/// Most characters of a name or a part of an address.
const LONGEST_NAME: u16 = 120;
/// Most bytes of a picture.
const LARGEST_PICTURE: usize = 8 * 1024 * 1024;

impl Day {
    /// The day that is meant when today is `today`; the last or first day there is where it lies outside.
    pub fn on(self, today: Date) -> Date {
        match self {
            Self::On(date) => date,
            Self::FromToday { years, months, days } => {
                let span = years.years().months(months).days(days);
                today.checked_add(span).unwrap_or(if days < 0 || months < 0 || years < 0 {
                    Date::MIN
                } else {
                    Date::MAX
                })
            }
        }
    }
}

/// The value as it is kept (spaces around words go, choices in the form's order), or what is wrong with it.
pub fn fit(kind: &Kind, value: Value, today: Date) -> Result<Value, Why> {
    match (kind, value) {
        (Kind::YesNo, value @ Value::YesNo(_)) => Ok(value),
        (Kind::Choice(choices), Value::Choice(code)) => {
            let known = choices.iter().any(|choice| choice.code == code);
            known.then_some(Value::Choice(code)).ok_or(Why::NotOffered)
        }
        (Kind::Choices { choices, min, max }, Value::Choices(codes)) => {
            if codes.iter().any(|code| !choices.iter().any(|choice| choice.code == *code)) {
                return Err(Why::NotOffered);
            }
            let chosen: Vec<String> = choices
                .iter()
                .filter(|choice| codes.contains(&choice.code))
                .map(|choice| choice.code.clone())
                .collect();
            within(chosen.len(), *min, *max, Why::TooFew, Why::TooMany)?;
            Ok(Value::Choices(chosen))
        }
        (Kind::Text { min_chars, max_chars, lines }, Value::Text(text)) => {
            Ok(Value::Text(words(&text, (*min_chars).max(1), *max_chars, *lines > 1)?))
        }
        (Kind::Name, Value::Name(name)) => Ok(Value::Name(words(&name, 1, LONGEST_NAME, false)?)),
        (Kind::Date { from, until }, Value::Date(date)) => {
            let limit = |day: &Option<Day>| day.map(|day| day.on(today));
            between(date, limit(from), limit(until), Value::Date)
        }
        (Kind::Month { from, until }, Value::Month { year, month }) => month_within(year, month, *from, *until, today),
        (Kind::Time { earliest, latest }, Value::Time(time)) => {
            let minute = Time::new(time.hour(), time.minute(), 0, 0).unwrap_or(time);
            between(minute, *earliest, *latest, Value::Time)
        }
        (Kind::Integer { min, max }, Value::Integer(number)) => amount(number, *min, *max, Value::Integer),
        (Kind::Decimal { min, max, digits }, Value::Decimal(number)) => {
            fine(number, *digits)?;
            amount(number.normalize(), *min, *max, Value::Decimal)
        }
        (Kind::Money { currency, min, max }, Value::Money { amount: number, currency: given }) => {
            if given != *currency {
                return Err(Why::OtherCurrency(currency.clone()));
            }
            fine(number, kaunter_spoken::minor_digits(currency))?;
            amount(number.normalize(), *min, *max, |amount| Value::Money { amount, currency: currency.clone() })
        }
        (Kind::Phone { region }, Value::Phone(number)) => {
            possible(spoken::Value::Phone(number.clone()), Some(region))?;
            Ok(Value::Phone(number))
        }
        (Kind::Email, Value::Email(address)) => {
            possible(spoken::Value::Email(address.clone()), None)?;
            Ok(Value::Email(address))
        }
        (Kind::Identity { schemes }, Value::Identity { scheme, number }) => {
            if !schemes.contains(&scheme) {
                return Err(Why::NotOffered);
            }
            possible(spoken::Value::Identity(scheme, number.clone()), None)?;
            Ok(Value::Identity { scheme, number })
        }
        (Kind::Plate { region }, Value::Plate(plate)) => {
            possible(spoken::Value::Plate(plate.clone()), Some(region))?;
            Ok(Value::Plate(plate))
        }
        (Kind::PostCode { region }, Value::PostCode(code)) => {
            possible(spoken::Value::PostCode(code.clone()), Some(region))?;
            Ok(Value::PostCode(code))
        }
        (Kind::Address { country, places: _ }, Value::Address(given)) => address(country, given),
        (Kind::Place { .. }, value @ Value::Place(_)) => Ok(value),
        (Kind::Signature, Value::Signature(strokes)) => {
            let drawn = strokes.iter().any(|stroke| stroke.len() > 1);
            drawn.then_some(Value::Signature(strokes)).ok_or(Why::Empty)
        }
        (Kind::Picture, Value::Picture { media_type, bytes }) => picture(media_type, bytes),
        _ => Err(Why::OtherKind),
    }
}

fn within(count: usize, min: u16, max: u16, few: fn(u16) -> Why, many: fn(u16) -> Why) -> Result<(), Why> {
    if count < usize::from(min) {
        return Err(few(min));
    }
    if count > usize::from(max) { Err(many(max)) } else { Ok(()) }
}

/// Words without the spaces around them.
fn words(text: &str, min: u16, max: u16, lines: bool) -> Result<String, Why> {
    let text = text.trim();
    if text.is_empty() {
        return Err(Why::Empty);
    }
    // What turns the direction of writing makes words look like others.
    let turns = |c: char| matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
    if text.chars().any(|c| turns(c) || (c.is_control() && !(lines && c == '\n'))) {
        return Err(Why::Unprintable);
    }
    within(text.graphemes(true).count(), min, max, Why::TooShort, Why::TooLong)?;
    // A grapheme may be built of any number of marks; what is kept must not grow without end.
    if text.chars().count() > usize::from(max) * 8 {
        return Err(Why::TooLong(max));
    }
    Ok(text.to_owned())
}

fn between<T: PartialOrd + Copy>(
    value: T,
    first: Option<T>,
    last: Option<T>,
    wrap: impl Fn(T) -> Value,
) -> Result<Value, Why> {
    match (first, last) {
        (Some(first), _) if value < first => Err(Why::TooEarly(wrap(first))),
        (_, Some(last)) if value > last => Err(Why::TooLate(wrap(last))),
        _ => Ok(wrap(value)),
    }
}

fn amount<T: PartialOrd + Copy>(
    value: T,
    least: Option<T>,
    most: Option<T>,
    wrap: impl Fn(T) -> Value,
) -> Result<Value, Why> {
    match (least, most) {
        (Some(least), _) if value < least => Err(Why::TooLittle(wrap(least))),
        (_, Some(most)) if value > most => Err(Why::TooMuch(wrap(most))),
        _ => Ok(wrap(value)),
    }
}

fn month_within(year: i16, month: i8, from: Option<Day>, until: Option<Day>, today: Date) -> Result<Value, Why> {
    let first = Date::new(year, month, 1).map_err(|_| Why::Impossible(spoken::Trouble::NoSuchDay))?;
    let limit = |day: Option<Day>| day.map(|day| day.on(today).first_of_month());
    between(first, limit(from), limit(until), |day| Value::Month { year: day.year(), month: day.month() })
}

fn fine(number: Decimal, digits: u8) -> Result<(), Why> {
    if number.normalize().scale() > u32::from(digits) { Err(Why::TooFine(digits)) } else { Ok(()) }
}

fn possible(value: spoken::Value, region: Option<&str>) -> Result<(), Why> {
    spoken::check(&value, region).map_err(Why::Impossible)
}

fn address(country: &str, given: AddressParts) -> Result<Value, Why> {
    let Some(grammar) = Country::of(country).filter(|_| given.country == country) else {
        return Err(Why::OtherKind);
    };
    let mut parts = std::collections::BTreeMap::new();
    for (part, text) in given.parts {
        let Some(known) = grammar.parts().find(|known| known.id == part) else {
            return Err(Why::NoSuchPart(part));
        };
        let text = if known.number { known.bare(&text) } else { text.trim() };
        if !text.is_empty() {
            parts.insert(part, words(text, 1, LONGEST_NAME, false)?);
        }
    }
    if let Some(missing) = grammar.parts().find(|part| part.required && !parts.contains_key(&part.id)) {
        return Err(Why::PartMissing(missing.id.clone()));
    }
    if let Some(code) = parts.get("post_code") {
        possible(spoken::Value::PostCode(code.clone()), Some(country))?;
    }
    Ok(Value::Address(AddressParts { country: given.country, parts }))
}

fn picture(media_type: String, bytes: Vec<u8>) -> Result<Value, Why> {
    let begins: &[u8] = match media_type.as_str() {
        "image/png" => b"\x89PNG\r\n\x1a\n",
        "image/jpeg" => b"\xff\xd8\xff",
        _ => return Err(Why::Unreadable),
    };
    if bytes.len() > LARGEST_PICTURE || !bytes.starts_with(begins) {
        return Err(Why::Unreadable);
    }
    Ok(Value::Picture { media_type, bytes })
}
