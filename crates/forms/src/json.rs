//! Answers as JSON and back: the form in which they are stored, handed over and given as examples.
//!
//! It looks at the kind of a value, never at its bounds.

use std::collections::BTreeMap;

use base64::{Engine, engine::general_purpose::STANDARD};
use jiff::civil::{Date, Time};
use kaunter_spoken::Scheme;
use rust_decimal::Decimal;
use serde::{Deserialize, Serialize, de::DeserializeOwned};
use serde_json::{Value as Json, json};

use crate::{
    definition::Kind,
    value::{AddressParts, Value},
};

/// Most points of a signature.
const MOST_POINTS: usize = 20_000;

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Amount {
    amount: String,
    currency: String,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Number {
    scheme: String,
    number: String,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Parts {
    country: String,
    parts: BTreeMap<String, String>,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Strokes {
    strokes: Vec<Vec<(u16, u16)>>,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Image {
    media_type: String,
    data: String,
}

/// The value as JSON.
pub fn to_json(value: &Value) -> Json {
    match value {
        Value::YesNo(yes) => Json::Bool(*yes),
        Value::Choices(codes) => json!(codes),
        Value::Choice(text)
        | Value::Text(text)
        | Value::Name(text)
        | Value::Phone(text)
        | Value::Email(text)
        | Value::Plate(text)
        | Value::PostCode(text)
        | Value::Place(text) => Json::String(text.clone()),
        Value::Date(date) => Json::String(date.to_string()),
        Value::Month { year, month } => Json::String(format!("{year:04}-{month:02}")),
        Value::Time(time) => Json::String(format!("{:02}:{:02}", time.hour(), time.minute())),
        Value::Integer(number) => json!(number),
        Value::Decimal(number) => Json::String(number.to_string()),
        Value::Money { amount, currency } => json!({ "amount": amount.to_string(), "currency": currency }),
        Value::Identity { scheme, number } => json!({ "scheme": scheme_name(*scheme), "number": number }),
        Value::Address(AddressParts { country, parts }) => json!({ "country": country, "parts": parts }),
        Value::Signature(strokes) => json!({ "strokes": strokes }),
        Value::Picture { media_type, bytes } => {
            json!({ "media_type": media_type, "data": STANDARD.encode(bytes) })
        }
    }
}

/// The value of a kind that this JSON stands for; else what is wrong with it, without what it says.
pub fn from_json(kind: &Kind, json: &Json) -> Result<Value, &'static str> {
    Ok(match kind {
        Kind::YesNo => Value::YesNo(json.as_bool().ok_or("not true or false")?),
        Kind::Choice(_) => Value::Choice(text(json)?),
        Kind::Choices { .. } => Value::Choices(of(json, "not a list of codes")?),
        Kind::Text { .. } => Value::Text(text(json)?),
        Kind::Name => Value::Name(text(json)?),
        Kind::Date { .. } => Value::Date(day(json)?),
        Kind::Month { .. } => month(json)?,
        Kind::Time { .. } => Value::Time(time(json)?),
        Kind::Integer { .. } => Value::Integer(json.as_i64().ok_or("not a whole number")?),
        Kind::Decimal { .. } => Value::Decimal(decimal(&text(json)?)?),
        Kind::Money { .. } => {
            let Amount { amount, currency } = of(json, "not an amount with its currency")?;
            Value::Money { amount: decimal(&amount)?, currency }
        }
        Kind::Phone { .. } => Value::Phone(text(json)?),
        Kind::Email => Value::Email(text(json)?),
        Kind::Identity { .. } => {
            let Number { scheme, number } = of(json, "not a number with its scheme")?;
            Value::Identity { scheme: scheme_named(&scheme).ok_or("of a scheme that is not known")?, number }
        }
        Kind::Plate { .. } => Value::Plate(text(json)?),
        Kind::PostCode { .. } => Value::PostCode(text(json)?),
        Kind::Address { .. } => {
            let Parts { country, parts } = of(json, "not an address in parts")?;
            Value::Address(AddressParts { country, parts })
        }
        Kind::Place { .. } => Value::Place(text(json)?),
        Kind::Signature => signature(json)?,
        Kind::Picture => {
            let Image { media_type, data } = of(json, "not a picture")?;
            Value::Picture { media_type, bytes: STANDARD.decode(data).map_err(|_| "not a picture in base64")? }
        }
    })
}

/// `taiwan`, `mykad`, `korea`.
pub fn scheme_name(scheme: Scheme) -> &'static str {
    match scheme {
        Scheme::Taiwan => "taiwan",
        Scheme::MyKad => "mykad",
        Scheme::Korea => "korea",
    }
}

/// The scheme of that name.
pub fn scheme_named(name: &str) -> Option<Scheme> {
    [Scheme::Taiwan, Scheme::MyKad, Scheme::Korea].into_iter().find(|scheme| scheme_name(*scheme) == name)
}

fn text(json: &Json) -> Result<String, &'static str> {
    json.as_str().map(str::to_owned).ok_or("not a text")
}

fn of<T: DeserializeOwned>(json: &Json, otherwise: &'static str) -> Result<T, &'static str> {
    T::deserialize(json).map_err(|_| otherwise)
}

fn day(json: &Json) -> Result<Date, &'static str> {
    let text = text(json)?;
    // Others are dates with times, or of years that no calendar on paper has.
    if text.len() != "2026-11-21".len() {
        return Err("not a day");
    }
    text.parse().map_err(|_| "not a day")
}

fn time(json: &Json) -> Result<Time, &'static str> {
    let text = text(json)?;
    let (hour, minute) = text.split_once(':').ok_or("not a time")?;
    let number = |part: &str| part.parse::<i8>().map_err(|_| "not a time");
    Time::new(number(hour)?, number(minute)?, 0, 0).map_err(|_| "not a time")
}

fn month(json: &Json) -> Result<Value, &'static str> {
    let first = day(&Json::String(format!("{}-01", text(json)?))).map_err(|_| "not a month")?;
    Ok(Value::Month { year: first.year(), month: first.month() })
}

fn decimal(text: &str) -> Result<Decimal, &'static str> {
    Decimal::from_str_exact(text).map_err(|_| "not a number")
}

fn signature(json: &Json) -> Result<Value, &'static str> {
    let Strokes { strokes } = of(json, "not strokes of points")?;
    let points = strokes.iter().flatten();
    if strokes.iter().map(Vec::len).sum::<usize>() > MOST_POINTS
        || points.into_iter().any(|(x, y)| *x > 1000 || *y > 1000)
    {
        return Err("not strokes of points");
    }
    Ok(Value::Signature(strokes))
}
