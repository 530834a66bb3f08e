//! Answers in words, in any language of the pack whatever language they were given in.
//!
//! It must never know how an answer was given.

use kaunter_spoken::{self as spoken, Language, Scheme};

use crate::{
    address::{self, Country},
    definition::{Field, Form, Kind},
    journey::Journey,
    places::Places,
    value::{AddressParts, Place, Value},
};

/// An answer in words: as people write it, for screens and paper, and as they say it, for the voice.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Said {
    /// 民國42年3月5日, 新臺幣20,000元, 0912 345 678.
    pub written: String,
    /// 民國四十二年三月五日, 兩萬元, 零九一二，三四五，六七八.
    pub spoken: String,
}

/// Whether identity numbers show.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Identity {
    /// What is private of them is hidden.
    #[default]
    Masked,
    /// They show.
    Whole,
}

impl Said {
    fn both(text: impl Into<String>) -> Self {
        let written = text.into();
        Self { spoken: written.clone(), written }
    }

    fn of(value: &spoken::Value, language: &Language) -> Self {
        Self { written: spoken::write(value, language), spoken: spoken::say(value, language) }
    }
}

impl Journey {
    /// The answer at a place in words of the language with this tag. Empty where there is none, and for
    /// signatures and pictures.
    pub fn say(&self, place: &Place, language: &str, identity: Identity) -> Said {
        self.value(place).map(|value| self.say_value(place, value, language, identity)).unwrap_or_default()
    }

    /// Any value as an answer at that place, in words.
    pub fn say_value(&self, place: &Place, value: &Value, language: &str, identity: Identity) -> Said {
        let field = self.form().field(&place.field).map(|(_, field)| field);
        say(self.form(), field, value, language, identity)
    }
}

/// The language of these words; where its numbers and days cannot be said, the office's.
pub(crate) fn language(form: &Form, tag: &str) -> Option<Language> {
    Language::of(tag).or_else(|_| Language::of(&form.office_language)).ok()
}

/// A value in words. `field`: the question that it answers; without it labels show as their codes.
pub(crate) fn say(form: &Form, field: Option<&Field>, value: &Value, tag: &str, identity: Identity) -> Said {
    let Some(language) = language(form, tag) else { return Said::default() };
    if let Some(value) = plain(value) {
        return match &value {
            spoken::Value::Date(day) => dated(*day, &value, &language),
            spoken::Value::Identity(scheme, number) if identity == Identity::Masked => {
                masked(*scheme, number, &language)
            }
            _ => Said::of(&value, &language),
        };
    }
    let label = |code: &str| {
        let words = form.words(tag).zip(field);
        let label = words.map(|(words, field)| words.choice(&field.id, code)).filter(|label| !label.is_empty());
        label.unwrap_or(code).to_owned()
    };
    match value {
        Value::Choice(code) => Said::both(label(code)),
        Value::Choices(codes) => {
            let labels: Vec<String> = codes.iter().map(|code| label(code)).collect();
            Said::both(spoken::write_list(&labels, &language))
        }
        Value::Place(code) => Said::both(named(table(form, field), code, tag)),
        Value::Address(address) => Said::both(written_address(table(form, field), address, tag)),
        _ => Said::default(),
    }
}

/// A value that is said without knowing the form.
pub(crate) fn plain(value: &Value) -> Option<spoken::Value> {
    Some(match value {
        Value::YesNo(yes) => spoken::Value::YesNo(*yes),
        Value::Text(text) => spoken::Value::Text(text.clone()),
        Value::Name(name) => spoken::Value::FullName(name.clone()),
        Value::Date(day) => spoken::Value::Date(*day),
        Value::Month { year, month } => spoken::Value::Month { year: *year, month: *month },
        Value::Time(time) => spoken::Value::Time(*time),
        Value::Integer(number) => spoken::Value::Integer(*number),
        Value::Decimal(number) => spoken::Value::Decimal(*number),
        Value::Money { amount, currency } => spoken::Value::Money { amount: *amount, currency: currency.clone() },
        Value::Phone(number) => spoken::Value::Phone(number.clone()),
        Value::Email(address) => spoken::Value::Email(address.clone()),
        Value::Identity { scheme, number } => spoken::Value::Identity(*scheme, number.clone()),
        Value::Plate(plate) => spoken::Value::Plate(plate.clone()),
        Value::PostCode(code) => spoken::Value::PostCode(code.clone()),
        Value::Choice(_)
        | Value::Choices(_)
        | Value::Address(_)
        | Value::Place(_)
        | Value::Signature(_)
        | Value::Picture { .. } => return None,
    })
}

/// In the years of the language's own era, where it has one.
fn dated(day: jiff::civil::Date, value: &spoken::Value, language: &Language) -> Said {
    match (spoken::write_in_era(value, language), spoken::say_in_era(day, language)) {
        (Some(written), Some(spoken)) => Said { written, spoken },
        _ => Said::of(value, language),
    }
}

/// The number with its private part hidden; only what shows is said.
fn masked(scheme: Scheme, number: &str, language: &Language) -> Said {
    let part = |range: std::ops::Range<usize>| number.get(range).unwrap_or_default();
    let (written, shown) = match scheme {
        Scheme::Taiwan => (format!("{}****{}", part(0..3), part(7..10)), [part(0..3), part(7..10)]),
        Scheme::MyKad => (format!("******-**-{}", part(8..12)), ["", part(8..12)]),
        Scheme::Korea => (format!("{}-{}******", part(0..6), part(6..7)), [part(0..6), part(6..7)]),
    };
    let groups = shown.join(" ").trim().to_owned();
    Said { written, spoken: spoken::say(&spoken::Value::Plate(groups), language) }
}

fn table<'f>(form: &'f Form, field: Option<&Field>) -> Option<&'f Places> {
    let path = match &field?.kind {
        Kind::Place { places, .. } | Kind::Address { places: Some(places), .. } => places,
        _ => return None,
    };
    form.table(path).map(AsRef::as_ref)
}

/// A place with the places that it lies in, in the order of the language.
pub(crate) fn named(table: Option<&Places>, code: &str, tag: &str) -> String {
    let Some(place) = table.and_then(|table| table.get(code)) else { return code.to_owned() };
    let mut names = vec![place.name(tag)];
    let mut above = place.parent();
    while let Some(place) = above {
        names.push(place.name(tag));
        above = place.parent();
    }
    address::chain(&names, tag)
}

/// An address in the order of its country and the language.
pub(crate) fn written_address(table: Option<&Places>, address: &AddressParts, tag: &str) -> String {
    let name = |(part, text): (&String, &String)| {
        let place = table.and_then(|table| table.get(text));
        (part.clone(), place.map_or_else(|| text.clone(), |place| place.name(tag).to_owned()))
    };
    let filled = address.parts.iter().filter(|(_, text)| !text.is_empty());
    let parts = filled.map(name).collect();
    match Country::of(&address.country) {
        Some(country) => country.written(&parts, tag),
        None => parts.into_values().collect::<Vec<_>>().join(", "),
    }
}
