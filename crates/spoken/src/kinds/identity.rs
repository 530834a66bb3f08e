//! National identity numbers, with what each lets one check.

use jiff::civil::Date;

use crate::{
    context::Context,
    language::Inner,
    spelling::{self, Ear, Spelled},
    text::Folded,
    value::{Heard, Missing, Scheme, Trouble, Value},
};

/// Values of the first letter in Taiwan's numbers, A to Z.
const LETTERS: [u32; 26] =
    [10, 11, 12, 13, 14, 15, 16, 17, 34, 18, 19, 20, 21, 22, 35, 23, 24, 25, 26, 27, 28, 29, 32, 30, 31, 33];
/// Digits that sound alike in one of the languages.
const ALIKE: &[(char, char)] = &[('1', '7'), ('4', '0'), ('6', '9'), ('5', '9'), ('1', '2'), ('4', '1'), ('2', '5')];

/// Hears a number of a scheme; where it is none, once more for misheard digits.
pub fn hear(language: &Inner, scheme: Scheme, said: &Folded, context: &Context) -> Heard {
    spelling::in_breaths(&context.spelled, |before| {
        let letters = usize::from(scheme == Scheme::Taiwan && before.is_empty());
        let ear = Ear { letters, ..Ear::default() };
        let strictly = listen(language, scheme, before, said, ear);
        if strictly.value.is_some() {
            return strictly;
        }
        let loosely = listen(language, scheme, before, said, Ear { mishearings: true, ..ear });
        if loosely.value.is_some() { loosely } else { strictly }
    })
}

fn listen(language: &Inner, scheme: Scheme, before: &str, said: &Folded, ear: Ear) -> Heard {
    let spelled = spelling::spell(language, said, ear);
    if spelled.characters.is_empty() {
        return Heard::nothing(Trouble::NotHeard);
    }
    let number = format!("{before}{}", spelled.characters);
    let Err(trouble) = check(scheme, &number) else {
        return Heard::sure(Value::Identity(scheme, number), confidence(scheme, &spelled));
    };
    let mut heard = Heard::nothing(trouble);
    heard.confidence = 0.6;
    if trouble == Trouble::Length && number.len() < length(scheme) {
        heard.missing.push(Missing::Characters);
        heard.spelled.clone_from(&number);
    }
    if trouble != Trouble::Length {
        heard.alternatives = near(scheme, &number);
    }
    heard
}

fn confidence(scheme: Scheme, spelled: &Spelled) -> f64 {
    let checked = match scheme {
        Scheme::Taiwan => 0.98,
        Scheme::MyKad => 0.93,
        Scheme::Korea => 0.9,
    };
    let believed = checked - 0.06 * spelled.misheard as f64;
    if spelled.unknown > 0 || (spelled.scaled > 0 && scheme != Scheme::Taiwan) {
        f64::min(believed, 0.7)
    } else {
        believed
    }
}

fn length(scheme: Scheme) -> usize {
    match scheme {
        Scheme::Taiwan => 10,
        Scheme::MyKad => 12,
        Scheme::Korea => 13,
    }
}

/// What is wrong with a number, if anything.
pub fn check(scheme: Scheme, number: &str) -> Result<(), Trouble> {
    if !number.is_ascii() || number.len() != length(scheme) {
        return Err(Trouble::Length);
    }
    match scheme {
        Scheme::Taiwan => taiwan(number),
        Scheme::MyKad => mykad(number),
        Scheme::Korea => korea(number),
    }
}

fn value(number: &str) -> impl Iterator<Item = Option<u32>> {
    number.chars().map(|c| c.to_digit(10))
}

/// A letter and nine digits; resident certificates of the older form have a second letter.
fn taiwan(number: &str) -> Result<(), Trouble> {
    let mut characters = number.chars();
    let letter = |c: Option<char>| {
        let place = c.filter(char::is_ascii_uppercase).map(|c| (c as usize) - ('A' as usize));
        place.and_then(|place| LETTERS.get(place)).copied().ok_or(Trouble::Form)
    };
    let first = letter(characters.next())?;
    let second = characters.next();
    let second = match second {
        Some('A'..='D') => letter(second)? % 10,
        Some('1' | '2' | '8' | '9') => second.and_then(|c| c.to_digit(10)).unwrap_or_default(),
        _ => return Err(Trouble::Form),
    };
    let mut sum = first / 10 + first % 10 * 9 + second * 8;
    for (digit, weight) in value(characters.as_str()).zip([7, 6, 5, 4, 3, 2, 1, 1]) {
        sum += digit.ok_or(Trouble::Form)? * weight;
    }
    if sum.is_multiple_of(10) { Ok(()) } else { Err(Trouble::CheckDigit) }
}

fn digits_only(number: &str) -> Result<(), Trouble> {
    if number.bytes().all(|c| c.is_ascii_digit()) { Ok(()) } else { Err(Trouble::Form) }
}

fn part(number: &str, from: usize) -> i16 {
    number.get(from..from + 2).and_then(|part| part.parse().ok()).unwrap_or_default()
}

fn is_day(year: i16, month: i16, day: i16) -> bool {
    let (Ok(month), Ok(day)) = (i8::try_from(month), i8::try_from(day)) else { return false };
    Date::new(year, month, day).is_ok()
}

/// Birth date, place, four more; there is no check digit.
fn mykad(number: &str) -> Result<(), Trouble> {
    digits_only(number)?;
    let (year, month, day) = (part(number, 0), part(number, 2), part(number, 4));
    if !is_day(1900 + year, month, day) && !is_day(2000 + year, month, day) {
        return Err(Trouble::DateWithin);
    }
    match part(number, 6) {
        1..=16 | 21..=68 | 71..=72 | 74..=79 | 82..=93 | 98..=99 => Ok(()),
        _ => Err(Trouble::PlaceWithin),
    }
}

/// Birth date and a digit for century and sex. The last digit is no check digit any more.
fn korea(number: &str) -> Result<(), Trouble> {
    digits_only(number)?;
    let century = match number.as_bytes().get(6) {
        Some(b'1' | b'2' | b'5' | b'6') => 1900,
        Some(b'3' | b'4' | b'7' | b'8') => 2000,
        Some(b'9' | b'0') => 1800,
        _ => return Err(Trouble::Form),
    };
    if is_day(century + part(number, 0), part(number, 2), part(number, 4)) { Ok(()) } else { Err(Trouble::DateWithin) }
}

/// Valid numbers that sound like one that is not; offered, never taken.
fn near(scheme: Scheme, number: &str) -> Vec<Value> {
    let mut found = Vec::new();
    for (place, c) in number.char_indices() {
        for (one, other) in ALIKE {
            let instead = if c == *one {
                *other
            } else if c == *other {
                *one
            } else {
                continue;
            };
            let mut changed = number.to_owned();
            changed.replace_range(place..=place, instead.encode_utf8(&mut [0; 4]));
            if check(scheme, &changed).is_ok() && found.len() < 5 {
                found.push(Value::Identity(scheme, changed));
            }
        }
    }
    found
}

/// The groups in which it is said.
pub fn groups(scheme: Scheme, number: &str) -> Vec<String> {
    let cuts: &[usize] = match scheme {
        Scheme::Taiwan => &[1, 4, 7, 10],
        Scheme::MyKad => &[6, 8, 12],
        Scheme::Korea => &[6, 13],
    };
    let mut from = 0;
    let mut groups = Vec::new();
    for cut in cuts {
        groups.extend(number.get(from..*cut).map(str::to_owned));
        from = *cut;
    }
    groups
}
