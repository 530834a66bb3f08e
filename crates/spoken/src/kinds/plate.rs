//! Vehicle plates and postal codes, by country.

use crate::{
    context::Context,
    language::Inner,
    spelling::{self, Ear},
    text::Folded,
    value::{Heard, Missing, Trouble, Value},
};

/// Countries whose plates are tried when none is known.
const COUNTRIES: &[&str] = &["TW", "MY", "KR"];

/// Hears a plate.
pub fn hear(language: &Inner, said: &Folded, context: &Context) -> Heard {
    let country = context.country.as_deref().or(language.grammar.country.as_deref());
    let countries: Vec<&str> = country.map_or_else(|| COUNTRIES.to_vec(), |country| vec![country]);
    let korean = countries.contains(&"KR");
    for letters in [0, 3, 1, 2] {
        let spelled = spelling::spell(language, said, Ear { letters, hangul: korean, mishearings: false });
        let plate = countries.iter().find_map(|country| plate(country, &spelled.characters));
        if let Some(plate) = plate {
            let mut confidence = 0.92 - 0.12 * spelled.misheard as f64 - if letters > 0 { 0.05 } else { 0.0 };
            if spelled.unknown > 0 {
                confidence = f64::min(confidence, 0.7);
            }
            return Heard::sure(Value::Plate(plate), confidence);
        }
    }
    let bare = spelling::spell(language, said, Ear { hangul: korean, ..Ear::default() });
    let trouble = if bare.characters.is_empty() { Trouble::NotHeard } else { Trouble::Form };
    Heard::nothing(trouble)
}

fn plate(country: &str, characters: &str) -> Option<String> {
    let all: Vec<char> = characters.chars().collect();
    let is = |part: &[char], test: fn(&char) -> bool| !part.is_empty() && part.iter().all(test);
    let digit: fn(&char) -> bool = char::is_ascii_digit;
    let letter: fn(&char) -> bool = char::is_ascii_uppercase;
    let joined = |cut: usize, sign: char| {
        let (first, second) = all.split_at(cut);
        Some(format!("{}{sign}{}", first.iter().collect::<String>(), second.iter().collect::<String>()))
    };
    match country {
        "TW" => taiwan(&all).and_then(|cut| joined(cut, '-')),
        "MY" => {
            let cut = all.iter().take_while(|c| letter(c)).count();
            let tail = all.len() - cut;
            let last = all.last().filter(|c| letter(c)).map_or(0, |_| 1);
            let fits = (1..=3).contains(&cut) && (1..=5).contains(&tail) && is(&all[cut..all.len() - last], digit);
            let number = tail - last;
            (fits && (1..=4).contains(&number) && all[cut] != '0').then(|| joined(cut, ' ')).flatten()
        }
        "KR" => {
            let at = all.iter().rposition(|c| ('가'..='힣').contains(c))?;
            let front = all[..at].iter().take_while(|c| ('가'..='힣').contains(*c)).count();
            let digits = at - front;
            let fits = is(&all[at + 1..], digit) && all.len() == at + 5 && is(&all[front..at], digit);
            let fits = fits && (digits == 2 || (digits == 3 && front == 0) || (digits == 1 && front > 0));
            fits.then(|| joined(at + 1, ' ')).flatten()
        }
        _ => None,
    }
}

/// Where Taiwan's plates are parted: letters before or after digits, newer ones three and four.
fn taiwan(all: &[char]) -> Option<usize> {
    let shape: String = all
        .iter()
        .map(|c| {
            if c.is_ascii_digit() {
                '9'
            } else if c.is_ascii_uppercase() {
                'A'
            } else {
                '?'
            }
        })
        .collect();
    match shape.as_str() {
        "AAA9999" | "AAA999" | "AAA99" => Some(3),
        "AA9999" | "AA999" | "AA99" | "9A999" | "A9999" | "A9999A" | "9A9999" => Some(2),
        "9999AA" | "9999A9" => Some(4),
        "999AAA" | "999AA" | "99AAA" => Some(shape.find('A').unwrap_or(3)),
        _ => None,
    }
}

/// Hears a postal code.
pub fn hear_post_code(language: &Inner, said: &Folded, context: &Context) -> Heard {
    let spelled = spelling::spell(language, said, Ear::default());
    let code: String = spelled.characters.chars().filter(char::is_ascii_digit).collect();
    if code.is_empty() {
        return Heard::nothing(Trouble::NotHeard);
    }
    let country = context.country.as_deref().or(language.grammar.country.as_deref());
    let lengths: &[usize] = match country {
        Some("TW") => &[3, 5, 6],
        Some("MY" | "KR") => &[5],
        _ => &[3, 4, 5, 6, 7],
    };
    if !lengths.contains(&code.len()) || code.len() < spelled.characters.chars().count() {
        let short = lengths.iter().all(|length| code.len() < *length);
        let missing = if short { vec![Missing::Characters] } else { Vec::new() };
        return Heard { missing, confidence: 0.5, ..Heard::nothing(Trouble::Length) };
    }
    let confidence = 0.94 - 0.12 * spelled.misheard as f64;
    Heard::sure(Value::PostCode(code), if spelled.unknown > 0 { f64::min(confidence, 0.7) } else { confidence })
}
