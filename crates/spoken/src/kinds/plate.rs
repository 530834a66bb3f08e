//! Vehicle plates, by country.

use crate::{
    context::Context,
    language::Inner,
    spelling::{self, Ear},
    text::Folded,
    value::{Heard, Missing, Trouble, Value},
};

/// Countries whose plates are tried when none is known.
const COUNTRIES: &[&str] = &["TW", "MY", "KR"];

/// Syllables on Korean plates.
const SYLLABLES: &str = "가나다라마거너더러머버서어저고노도로모보소오조구누두루무부수우주바사아자배하허호";

/// Hears a plate.
pub fn hear(language: &Inner, said: &Folded, context: &Context) -> Heard {
    let country = context.country.as_deref().or(language.grammar.country.as_deref());
    let countries: Vec<&str> = country.map_or_else(|| COUNTRIES.to_vec(), |country| vec![country]);
    if countries.contains(&"KR")
        && let Some(heard) = korean(language, said)
    {
        return heard;
    }
    let typed: Vec<char> = said.iter().filter(|c| c.is_alphanumeric()).map(char::to_ascii_uppercase).collect();
    if let Some(plate) = plate(&countries, &typed) {
        return Heard::sure(Value::Plate(plate), 0.95);
    }
    for letters in [0, 3, 1, 2] {
        let spelled = spelling::spell(language, said, Ear { letters, mishearings: false });
        let all: Vec<char> = spelled.characters.chars().collect();
        if let Some(plate) = plate(&countries, &all) {
            let confidence = if letters > 0 { 0.87 } else { 0.92 };
            return Heard::sure(Value::Plate(plate), if spelled.unknown > 0 { 0.7 } else { confidence });
        }
    }
    let bare = spelling::spell(language, said, Ear::default());
    Heard::nothing(if bare.characters.is_empty() { Trouble::NotHeard } else { Trouble::Form })
}

/// Whether the country has plates of this form, written with its sign.
pub fn check(country: Option<&str>, written: &str) -> Result<(), Trouble> {
    let countries = country.map_or_else(|| COUNTRIES.to_vec(), |country| vec![country]);
    let all: Vec<char> = written.chars().filter(|c| c.is_alphanumeric()).collect();
    let of_korea = countries.contains(&"KR") && is_korean(written);
    let fits = of_korea || plate(&countries, &all).as_deref() == Some(written);
    if fits { Ok(()) } else { Err(Trouble::Form) }
}

/// `12가 3456`, `123가 4567`.
fn is_korean(written: &str) -> bool {
    let digits = |part: &str| part.chars().all(|c| c.is_ascii_digit());
    let Some((front, back)) = written.split_once(' ') else { return false };
    let Some((number, syllable)) = front.char_indices().next_back().map(|(at, c)| (&front[..at], c)) else {
        return false;
    };
    matches!(number.len(), 2 | 3) && digits(number) && SYLLABLES.contains(syllable) && back.len() == 4 && digits(back)
}

/// The plate that these characters make in one of the countries.
fn plate(countries: &[&str], all: &[char]) -> Option<String> {
    countries.iter().find_map(|country| match *country {
        "TW" => taiwan(all).and_then(|cut| joined(all, cut, '-')),
        "MY" => malaysia(all).and_then(|cut| joined(all, cut, ' ')),
        _ => None,
    })
}

fn joined(all: &[char], cut: usize, sign: char) -> Option<String> {
    let (first, second) = all.split_at_checked(cut)?;
    Some(format!("{}{sign}{}", first.iter().collect::<String>(), second.iter().collect::<String>()))
}

/// Two or three digits, a syllable, four digits. Any syllable may be the one, also one that is a digit.
fn korean(language: &Inner, said: &Folded) -> Option<Heard> {
    let digits = |part: &[char]| {
        let spelled = spelling::spell(language, &part.to_vec(), Ear::default());
        let fits = spelled.unknown == 0 && spelled.characters.chars().all(|c| c.is_ascii_digit());
        fits.then_some(spelled.characters)
    };
    let mut plates: Vec<String> = Vec::new();
    for (at, syllable) in said.iter().enumerate().filter(|(_, c)| SYLLABLES.contains(**c)) {
        let (Some(front), Some(back)) = (digits(&said[..at]), digits(&said[at + 1..])) else { continue };
        if (2..=3).contains(&front.len()) && back.len() == 4 {
            plates.push(format!("{front}{syllable} {back}"));
        }
    }
    match plates.as_slice() {
        [] => None,
        [one] => Some(Heard::sure(Value::Plate(one.clone()), 0.9)),
        several => Some(Heard {
            alternatives: several.iter().cloned().map(Value::Plate).collect(),
            missing: vec![Missing::Which],
            confidence: 0.4,
            ..Heard::default()
        }),
    }
}

/// One to three letters, one to four digits without a zero before them, perhaps one more letter.
fn malaysia(all: &[char]) -> Option<usize> {
    let cut = all.iter().take_while(|c| c.is_ascii_uppercase()).count();
    let number = all[cut..].iter().take_while(|c| c.is_ascii_digit()).count();
    let rest = &all[cut + number..];
    let fits = (1..=3).contains(&cut)
        && (1..=4).contains(&number)
        && all[cut] != '0'
        && (rest.is_empty() || (rest.len() == 1 && rest[0].is_ascii_uppercase()));
    fits.then_some(cut)
}

/// Where Taiwan's plates are parted: letters before or after digits, newer ones three and four.
fn taiwan(all: &[char]) -> Option<usize> {
    let form = |c: &char| match c {
        '0'..='9' => '9',
        'A'..='Z' => 'A',
        _ => '?',
    };
    let shape: String = all.iter().map(form).collect();
    match shape.as_str() {
        "AAA9999" | "AAA999" | "AAA99" => Some(3),
        "AA9999" | "AA999" | "AA99" | "9A999" | "A9999" | "A9999A" | "9A9999" => Some(2),
        "9999AA" | "9999A9" => Some(4),
        "999AAA" | "999AA" | "99AAA" => Some(shape.find('A').unwrap_or(3)),
        _ => None,
    }
}
