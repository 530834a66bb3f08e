//! One helper for all stories: somebody says something, and it means this.

use jiff::civil::date;
use kaunter_spoken::{Context, Heard, Kind, Language, Value, parse};

pub const TAGS: [&str; 4] = ["zh-TW", "ms", "ko", "en"];

pub fn language(tag: &str) -> Language {
    Language::of(tag).unwrap()
}

pub fn kind(name: &str) -> Kind {
    Kind::named(name).unwrap()
}

/// A visit on Saturday, 21 November 2026.
pub fn visit() -> Context {
    Context { today: Some(date(2026, 11, 21)), ..Context::default() }
}

pub fn hear(tag: &str, kind_name: &str, said: &str, context: &Context) -> Heard {
    parse(kind(kind_name), &language(tag), said, context)
}

/// A value as tables write it.
pub fn plain(value: &Value) -> String {
    match value {
        Value::YesNo(answer) => answer.to_string(),
        Value::Integer(number) | Value::Duration(number) => number.to_string(),
        Value::Decimal(number) | Value::Percent(number) => number.to_string(),
        Value::Money { amount, currency } => format!("{amount} {currency}"),
        Value::Date(day) => day.to_string(),
        Value::Month { year, month } => format!("{year}-{month:02}"),
        Value::Time(time) => format!("{:02}:{:02}", time.hour(), time.minute()),
        Value::Phone(text)
        | Value::Email(text)
        | Value::Identity(_, text)
        | Value::Plate(text)
        | Value::PostCode(text)
        | Value::FullName(text)
        | Value::Choice(text)
        | Value::Text(text) => text.clone(),
    }
}

/// The value, or `?` where it must be asked again.
pub fn understood(heard: &Heard) -> String {
    match &heard.value {
        Some(value) if heard.is_clear() => plain(value),
        _ => "?".to_owned(),
    }
}

/// Expects that this is understood as that.
#[track_caller]
pub fn means(tag: &str, kind_name: &str, said: &str, expected: &str, context: &Context) {
    let heard = hear(tag, kind_name, said, context);
    assert_eq!(understood(&heard), expected, "{tag} {kind_name} {said}: {heard:?}");
}
