//! Postal codes: as many digits as the country's have.

use crate::{
    context::Context,
    language::Inner,
    spelling::{self, Ear},
    text::Folded,
    value::{Heard, Missing, Trouble, Value},
};

/// Hears a postal code.
pub fn hear(language: &Inner, said: &Folded, context: &Context) -> Heard {
    spelling::in_breaths(&context.spelled, |before| listen(language, before, said, context))
}

fn listen(language: &Inner, before: &str, said: &Folded, context: &Context) -> Heard {
    let spelled = spelling::spell(language, said, Ear::default());
    let digits: String = spelled.characters.chars().filter(char::is_ascii_digit).collect();
    if digits.is_empty() {
        return Heard::nothing(Trouble::NotHeard);
    }
    let code = format!("{before}{digits}");
    let country = context.country.as_deref().or(language.grammar.country.as_deref());
    let lengths = lengths(country);
    if !lengths.contains(&code.len()) || digits.len() < spelled.characters.chars().count() {
        let heard = Heard { confidence: 0.5, ..Heard::nothing(Trouble::Length) };
        return match lengths.iter().all(|length| code.len() < *length) {
            true => Heard { missing: vec![Missing::Characters], spelled: code, ..heard },
            false => heard,
        };
    }
    let confidence = 0.94 - 0.12 * spelled.misheard as f64;
    Heard::sure(
        Value::PostCode(code),
        if spelled.unknown + spelled.scaled > 0 { f64::min(confidence, 0.7) } else { confidence },
    )
}

/// Whether the country has codes of so many digits.
pub fn check(country: Option<&str>, code: &str) -> Result<(), Trouble> {
    let digits = code.chars().all(|c| c.is_ascii_digit());
    if digits && lengths(country).contains(&code.len()) { Ok(()) } else { Err(Trouble::Length) }
}

fn lengths(country: Option<&str>) -> &'static [usize] {
    match country {
        Some("TW") => &[3, 5, 6],
        Some("MY" | "KR") => &[5],
        _ => &[3, 4, 5, 6, 7],
    }
}
