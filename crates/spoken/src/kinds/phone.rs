//! Telephone numbers, as libphonenumber knows them.

use rlibphonenumber::{PHONE_NUMBER_UTIL, PhoneNumber, PhoneNumberFormat, enums::Region};

use crate::{
    context::Context,
    language::Inner,
    spelling::{self, Ear},
    text::Folded,
    value::{Heard, Missing, Trouble, Value},
};

/// Countries whose numbers are tried when none is known.
const COUNTRIES: &[&str] = &["TW", "MY", "KR"];

/// Hears a number digit by digit or in groups; where it is none, once more for misheard digits.
pub fn hear(language: &Inner, said: &Folded, context: &Context) -> Heard {
    spelling::in_breaths(&context.spelled, |before| {
        let strictly = listen(language, before, said, context, Ear::default());
        if strictly.value.is_some() {
            return strictly;
        }
        let loosely = listen(language, before, said, context, Ear { mishearings: true, ..Ear::default() });
        if loosely.value.is_some() { loosely } else { strictly }
    })
}

fn listen(language: &Inner, before: &str, said: &Folded, context: &Context, ear: Ear) -> Heard {
    let spelled = spelling::spell(language, said, ear);
    if dialled(&spelled.characters).is_empty() {
        return Heard::nothing(Trouble::NotHeard);
    }
    let digits = dialled(&format!("{before}{}", spelled.characters));
    let country = context.country.as_deref().or(language.grammar.country.as_deref());
    let countries: Vec<&str> = country.map_or_else(|| COUNTRIES.to_vec(), |country| vec![country]);
    let mut valid: Vec<String> = countries.iter().filter_map(|country| number(&digits, country)).collect();
    valid.dedup();
    if valid.is_empty() {
        return abroad(language, &digits, context).unwrap_or_else(|| unheard(&digits, &countries));
    }
    let value = Value::Phone(valid.remove(0));
    let mut confidence = if valid.is_empty() { 0.96 } else { 0.5 };
    confidence -= 0.12 * spelled.misheard as f64;
    let other_marks = said.iter().any(|c| matches!(c, '/' | ':'));
    if other_marks || spelled.unknown + spelled.scaled > 0 || spelled.characters.chars().any(|c| c.is_ascii_uppercase())
    {
        confidence = f64::min(confidence, 0.7);
    }
    Heard {
        missing: if valid.is_empty() { Vec::new() } else { vec![Missing::Which] },
        alternatives: valid.into_iter().map(Value::Phone).collect(),
        ..Heard::sure(value, confidence)
    }
}

/// The digits, and a plus before them.
fn dialled(characters: &str) -> String {
    let plus = characters.starts_with('+').then_some('+');
    plus.into_iter().chain(characters.chars().filter(char::is_ascii_digit)).collect()
}

/// A number of a neighbouring country, where the form does not name one.
fn abroad(language: &Inner, digits: &str, context: &Context) -> Option<Heard> {
    if context.country.is_some() {
        return None;
    }
    let found = language.grammar.neighbours.iter().find_map(|country| number(digits, country))?;
    Some(Heard::sure(Value::Phone(found), 0.7))
}

fn parsed(digits: &str, country: &str) -> Option<PhoneNumber> {
    let region = Region::try_from(country).ok();
    PHONE_NUMBER_UTIL.parse(digits, region).ok()
}

fn number(digits: &str, country: &str) -> Option<String> {
    let number = parsed(digits, country).filter(PhoneNumber::is_valid)?;
    Some(number.format_as(PhoneNumberFormat::E164).into_owned())
}

/// Whether a telephone may have this number, written as E.164.
pub fn check(e164: &str) -> Result<(), Trouble> {
    let parsed = PHONE_NUMBER_UTIL.parse(e164, None).ok().filter(PhoneNumber::is_valid);
    let same = parsed.is_some_and(|number| number.format_as(PhoneNumberFormat::E164) == e164);
    if same { Ok(()) } else { Err(Trouble::NoSuchPhone) }
}

fn unheard(digits: &str, countries: &[&str]) -> Heard {
    let grown = |digit: char| {
        countries.iter().any(|country| {
            (1..=4).any(|more| number(&format!("{digits}{}", String::from(digit).repeat(more)), country).is_some())
        })
    };
    if digits.len() >= 8 && !('0'..='9').any(grown) {
        return Heard { confidence: 0.5, ..Heard::nothing(Trouble::NoSuchPhone) };
    }
    Heard {
        missing: vec![Missing::Characters],
        confidence: 0.5,
        spelled: digits.to_owned(),
        ..Heard::nothing(Trouble::Length)
    }
}

/// The number as it is written in this country: its own numbers without the country's code.
pub fn written(number: &str, country: Option<&str>) -> String {
    let Ok(parsed) = PHONE_NUMBER_UTIL.parse(number, None) else { return number.to_owned() };
    let region = country.and_then(|country| Region::try_from(country).ok());
    let own = region.is_some_and(|region| parsed.is_valid_for_region(region));
    let format = if own { PhoneNumberFormat::National } else { PhoneNumberFormat::International };
    parsed.format_as(format).into_owned()
}

/// The groups in which people of its country say it.
pub fn groups(number: &str) -> Vec<String> {
    let national = PHONE_NUMBER_UTIL
        .parse(number, None)
        .map_or_else(|_| number.to_owned(), |number| number.format_as(PhoneNumberFormat::National).into_owned());
    let groups = national.split(|c: char| !c.is_ascii_digit()).filter(|group| !group.is_empty());
    groups.map(str::to_owned).collect()
}
