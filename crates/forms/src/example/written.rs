//! An answer as people write it into a file: as it is stored, or plainer where only one thing can be meant.

use kaunter_spoken::{self as spoken, Context, Language, Scheme};
use serde_json::{Value as Json, json};

use crate::{
    address::Country,
    definition::{ChoiceCode, Kind},
    json::{from_json, scheme_name},
    value::Value,
};

/// The value that is meant; else what is wrong with how it is written.
pub(super) fn read(kind: &Kind, written: &Json) -> Result<Value, &'static str> {
    match (kind, written) {
        (Kind::Identity { schemes }, Json::String(text)) => Ok(identity(schemes, &bare(text))),
        (Kind::Identity { .. }, _) => from_json(kind, written).map(|value| match value {
            Value::Identity { scheme, number } => Value::Identity { scheme, number: bare(&number) },
            other => other,
        }),
        (Kind::Phone { region }, Json::String(text)) => Ok(Value::Phone(phone(region, text))),
        (Kind::Money { currency, .. }, Json::String(_) | Json::Number(_)) => {
            from_json(kind, &json!({ "amount": plain(written), "currency": currency }))
        }
        (Kind::Decimal { .. }, Json::Number(_)) => from_json(kind, &plain(written)),
        _ => from_json(kind, written),
    }
}

/// Bare numbers as texts.
fn plain(written: &Json) -> Json {
    match written {
        Json::Number(number) => Json::String(number.to_string()),
        other => other.clone(),
    }
}

/// Without what only makes a number easier to read.
fn bare(number: &str) -> String {
    number.chars().filter(|c| !matches!(c, ' ' | '-')).collect()
}

/// A number of the only scheme of the field, else of the one that it fits.
fn identity(schemes: &[Scheme], number: &str) -> Value {
    let value = |scheme: Scheme| spoken::Value::Identity(scheme, number.to_owned());
    let fitting = schemes.iter().find(|scheme| spoken::check(&value(**scheme), None).is_ok());
    let scheme = *fitting.or(schemes.first()).unwrap_or(&Scheme::Taiwan);
    Value::Identity { scheme, number: number.to_owned() }
}

/// With the country's code, where it is a number of that country without it.
fn phone(region: &str, written: &str) -> String {
    let digits: String = written.chars().filter(|c| !matches!(c, ' ' | '-' | '(' | ')' | '.')).collect();
    if digits.starts_with('+') || !digits.bytes().all(|byte| byte.is_ascii_digit()) {
        return digits;
    }
    let context = Context { country: Some(region.to_owned()), ..Context::default() };
    let heard = Language::of("en").map(|english| spoken::parse(spoken::Kind::Phone, &english, &digits, &context));
    match heard.map(|heard| (heard.value, heard.confidence)) {
        Ok((Some(spoken::Value::Phone(number)), 0.9..)) => number,
        _ => digits,
    }
}

/// How an answer of a kind is written, as a sentence.
pub(super) fn how(kind: &Kind) -> String {
    match kind {
        Kind::YesNo => "Write true or false, without quotation marks.".to_owned(),
        Kind::Choice(choices) => format!("Write a code between quotation marks; the codes are {}.", codes(choices)),
        Kind::Choices { choices, .. } => {
            let first = choices.first().map_or("", |choice| choice.code.as_str());
            format!("Write a list of codes, as in [\"{first}\"]; the codes are {}.", codes(choices))
        }
        Kind::Text { .. } | Kind::Name => "Write a text between quotation marks.".to_owned(),
        Kind::Date { .. } => "Write the day as in \"2026-01-31\".".to_owned(),
        Kind::Month { .. } => "Write the month as in \"2026-01\".".to_owned(),
        Kind::Time { .. } => "Write the time as in \"08:30\".".to_owned(),
        Kind::Integer { .. } => "Write a whole number, without quotation marks.".to_owned(),
        Kind::Decimal { .. } => "Write the number as in \"0.25\".".to_owned(),
        Kind::Money { currency, .. } => {
            format!("Write it as in {{\"amount\": \"800\", \"currency\": \"{currency}\"}}.")
        }
        Kind::Phone { region } => format!("Write it with the country code, as in \"{}\".", sample_phone(region)),
        Kind::Email => "Write it as in \"mary@example.com\".".to_owned(),
        Kind::Identity { schemes } => identities(schemes),
        Kind::Plate { region } => format!("Write it as it stands on the vehicle, as in \"{}\".", sample_plate(region)),
        Kind::PostCode { .. } => "Write its digits between quotation marks, as in \"50480\".".to_owned(),
        Kind::Address { country, .. } => address(country),
        Kind::Place { places, .. } => format!("Write a code of {places} between quotation marks."),
        Kind::Signature => "Write {\"strokes\": [[[0, 0], [500, 1000]]]}: strokes of points from 0 to 1000.".to_owned(),
        Kind::Picture => "Write {\"media_type\": \"image/png\", \"data\": \"…\"}, the file in base64.".to_owned(),
    }
}

fn codes(choices: &[ChoiceCode]) -> String {
    choices.iter().map(|choice| choice.code.as_str()).collect::<Vec<_>>().join(", ")
}

fn identities(schemes: &[Scheme]) -> String {
    let one = |scheme: &Scheme| {
        format!("{{\"scheme\": \"{}\", \"number\": \"{}\"}}", scheme_name(*scheme), sample_identity(*scheme))
    };
    format!("Write {}.", schemes.iter().map(one).collect::<Vec<_>>().join(" or "))
}

fn address(country: &str) -> String {
    let parts = |required| {
        let parts = Country::of(country).into_iter().flat_map(Country::parts);
        parts.filter(|part| part.required == required).map(|part| part.id.as_str()).collect::<Vec<_>>().join(", ")
    };
    format!(
        "Write {{\"country\": \"{country}\", \"parts\": {{…}}}} with the parts {}, and if need be {}.",
        parts(true),
        parts(false)
    )
}

/// A number of the scheme that is in order and nobody's in particular.
fn sample_identity(scheme: Scheme) -> &'static str {
    match scheme {
        Scheme::Taiwan => "A123456789",
        Scheme::MyKad => "850112105432",
        Scheme::Korea => "8501121234567",
    }
}

fn sample_phone(region: &str) -> &'static str {
    match region {
        "TW" => "+886912345678",
        "KR" => "+821012345678",
        _ => "+60123456789",
    }
}

fn sample_plate(region: &str) -> &'static str {
    match region {
        "TW" => "ABC-1234",
        "KR" => "12가 3456",
        _ => "WXY 1234",
    }
}
