//! How what a pattern found is said: `"{n}年"`, `"{n:percent}"`, and `[…]` where a part was found.
//!
//! Knows numbers, hours and amounts in words, and nothing of where they stand.

use super::{
    data::{Aloud, Word},
    rule::{Part, Pattern},
};
use crate::language::Inner;

/// How a part is said.
const STYLES: &[&str] = &[
    "n", "short", "year", "digits", "month", "day", "hour", "ordinal", "counted", "percent", "money", "clock", "word",
    "text",
];

#[derive(Debug, Clone)]
enum Piece {
    Text(String),
    Place {
        name: String,
        style: String,
    },
    /// Said if this part was found.
    If(String, Vec<Piece>),
}

/// How something is said.
#[derive(Debug, Clone)]
pub struct Template(Vec<Piece>);

/// What is wrong with a template.
#[derive(Debug, thiserror::Error)]
pub enum TemplateFault {
    /// A bracket is not closed.
    #[error("brackets do not match in {0:?}")]
    Brackets(String),
    /// There is no such style.
    #[error("no style {0:?}")]
    Style(String),
}

impl Template {
    /// Reads a template for what the pattern finds.
    pub fn new(source: &str, pattern: &Pattern) -> Result<Self, TemplateFault> {
        let mut pieces = Vec::new();
        let mut rest = source;
        while let Some(open) = rest.find(['{', '[']) {
            let (text, more) = rest.split_at(open);
            if !text.is_empty() {
                pieces.push(Piece::Text(text.to_owned()));
            }
            let close = if more.starts_with('{') { '}' } else { ']' };
            let (inner, after) =
                more[1..].split_once(close).ok_or_else(|| TemplateFault::Brackets(source.to_owned()))?;
            if close == ']' {
                let Self(inner) = Self::new(inner, pattern)?;
                let named = inner.iter().find_map(|piece| match piece {
                    Piece::Place { name, .. } => Some(name.clone()),
                    _ => None,
                });
                pieces.push(Piece::If(named.unwrap_or_default(), inner));
            } else {
                pieces.push(place(inner, pattern)?);
            }
            rest = after;
        }
        if !rest.is_empty() {
            pieces.push(Piece::Text(rest.to_owned()));
        }
        Ok(Self(pieces))
    }

    /// The words for what was found.
    pub fn fill(&self, parts: &[Part], language: &Inner) -> String {
        let words = self.0.iter().map(|piece| match piece {
            Piece::Text(text) => text.clone(),
            Piece::Place { name, style } => said(name, style, parts, language),
            Piece::If(name, inner) if part(parts, name).is_some() => Self(inner.clone()).fill(parts, language),
            Piece::If(..) => String::new(),
        });
        words.collect()
    }
}

fn place(inner: &str, pattern: &Pattern) -> Result<Piece, TemplateFault> {
    let (name, style) = match inner.split_once(':') {
        Some((name, style)) => (name, style.to_owned()),
        None => (inner, pattern.kind(inner).map_or_else(|| "n".to_owned(), |kind| kind.style(inner))),
    };
    if !STYLES.contains(&style.as_str()) {
        return Err(TemplateFault::Style(style));
    }
    Ok(Piece::Place { name: name.to_owned(), style })
}

fn part<'a, 'b>(parts: &'b [Part<'a>], name: &str) -> Option<&'b Part<'a>> {
    parts.iter().find(|part| part.name == name)
}

fn said(name: &str, style: &str, parts: &[Part], language: &Inner) -> String {
    let Some(found) = part(parts, name) else { return String::new() };
    let words = &language.say;
    let text = found.word.map_or(found.text.as_str(), |word| match word {
        Word::Same(said) | Word::Counted([_, said]) => said,
    });
    let value = text.parse::<u64>().unwrap_or_default();
    let of = |list: &[String], place: u64| usize::try_from(place).ok().and_then(|place| list.get(place)).cloned();
    match style {
        "year" => i16::try_from(value).map_or_else(|_| number(text, language), |year| words.year(year)),
        "digits" => words.digit_by_digit(text),
        "month" => value.checked_sub(1).and_then(|place| of(&words.months, place)).unwrap_or_default(),
        "day" | "hour" => {
            let named = of(if style == "day" { &words.days } else { &words.hours }, value);
            named.filter(|word| !word.is_empty()).unwrap_or_else(|| words.whole(value))
        }
        "ordinal" => ordinal(value, language),
        "counted" => counted(found, parts, language),
        "percent" => words.percent.replace("{n}", &number(text, language)),
        "money" => money(text, parts, language),
        "clock" => clock(value, parts, language),
        "word" => match (found.word, part(parts, "n")) {
            (Some(Word::Counted([one, _])), Some(count)) if count.text == "1" => one.clone(),
            _ => text.to_owned(),
        },
        "text" => found.text.clone(),
        "short" if text.contains('.') => number(text.trim_end_matches('0').trim_end_matches('.'), language),
        _ => number(text, language),
    }
}

/// A number with its digits in words: `1200`, `0.5`.
pub fn number(text: &str, language: &Inner) -> String {
    let words = &language.say;
    let (whole, fraction) = text.split_once('.').unwrap_or((text, ""));
    let said = whole.parse().map_or_else(|_| words.digit_by_digit(whole), |whole| words.whole(whole));
    let said = swapped(said, &language.aloud);
    if fraction.is_empty() { said } else { format!("{said}{}{}", words.point, words.digit_by_digit(fraction)) }
}

fn swapped(mut said: String, aloud: &Aloud) -> String {
    let [anywhere, first] = &aloud.swaps;
    for (written, instead) in anywhere {
        said = said.replace(written, instead);
    }
    match first.iter().find(|(written, _)| said.starts_with(written.as_str())) {
        Some((written, instead)) => said.replacen(written, instead, 1),
        None => said,
    }
}

fn ordinal(value: u64, language: &Inner) -> String {
    let ordinals = &language.aloud.ordinals;
    if let Some(word) = ordinals.exact.get(&value.to_string()) {
        return word.clone();
    }
    let number = language.say.whole(value);
    let ending = ordinals.endings.iter().find(|(ending, _)| number.ends_with(ending.as_str()));
    let number = match ending {
        Some((ending, instead)) => format!("{}{instead}", number.strip_suffix(ending.as_str()).unwrap_or(&number)),
        None => format!("{number}{}", ordinals.suffix),
    };
    format!("{}{number}", ordinals.prefix)
}

/// A number before a word for what is counted: 兩, 두.
fn counted(found: &Part, parts: &[Part], language: &Inner) -> String {
    let counting = &language.aloud.counting;
    let counter = part(parts, "counter").and_then(|counter| language.aloud.counters.get(&counter.text));
    let most = counter.copied().unwrap_or(99);
    let Ok(value) = found.text.parse::<u64>() else { return number(&found.text, language) };
    if value == 0 || value > most {
        return number(&found.text, language);
    }
    if let Some(word) = counting.exact.get(&found.text) {
        return word.clone();
    }
    let of = |list: &[String], place: u64| usize::try_from(place).ok().and_then(|place| list.get(place).cloned());
    match (of(&counting.tens, value / 10), of(&counting.ones, value % 10)) {
        (Some(tens), Some(ones)) => format!("{tens}{ones}"),
        _ => number(&found.text, language),
    }
}

/// An amount in the currency that was found, perhaps in thousands or millions.
fn money(text: &str, parts: &[Part], language: &Inner) -> String {
    let words = &language.say;
    let code = part(parts, "currency").and_then(|part| match part.word {
        Some(Word::Same(code) | Word::Counted([_, code])) => Some(code.as_str()),
        None => None,
    });
    let code = code.unwrap_or_default();
    let [many, hundredths, one, hundredth] = language.aloud.currencies.get(code).cloned().unwrap_or_else(|| {
        let (many, hundredths) = words.currencies.get(code).cloned().unwrap_or_default();
        let (one, hundredth) = words.one_currencies.get(code).cloned().unwrap_or((many.clone(), hundredths.clone()));
        [many, hundredths, one, hundredth]
    });
    let named = |phrase: &str, amount: &str| phrase.replace("{n}", amount);
    if let Some(scale) = part(parts, "scale") {
        let scale = said("scale", "word", std::slice::from_ref(scale), language);
        return named(&many, &format!("{}{}{scale}", number(text, language), words.digit_gap));
    }
    let (whole, fraction) = text.split_once('.').unwrap_or((text, ""));
    let part_of_hundred = format!("{fraction:0<2}").parse::<u64>().unwrap_or_default();
    if hundredths.is_empty() || fraction.len() > 2 || part_of_hundred == 0 {
        let text = if fraction.bytes().all(|c| c == b'0') { whole } else { text.trim_end_matches('0') };
        let phrase = if text == "1" { &one } else { &many };
        return named(phrase, &number(text, language));
    }
    let phrase = if part_of_hundred == 1 { &hundredth } else { &hundredths };
    let small = named(phrase, &words.whole(part_of_hundred));
    if whole == "0" {
        return small;
    }
    let large = named(if whole == "1" { &one } else { &many }, &number(whole, language));
    format!("{large}{}{small}", words.phrase("money-joint", &[]))
}

/// An hour with its minutes, in the part of the day that is written or that it lies in.
fn clock(hour: u64, parts: &[Part], language: &Inner) -> String {
    let words = &language.say;
    let minute = part(parts, "minute").and_then(|part| part.text.parse::<u64>().ok()).unwrap_or_default();
    if hour == 24 && minute == 0 {
        return language.aloud.midnight.clone();
    }
    if let (Some(noon), 12, 0, None, None) =
        (&language.aloud.noon, hour, minute, part(parts, "part"), part(parts, "half"))
    {
        return noon.clone();
    }
    let hour = match part(parts, "half").map(|_| said("half", "word", parts, language)).as_deref() {
        Some("pm") if hour < 12 => hour + 12,
        Some("am") if hour == 12 => 0,
        _ => hour,
    };
    let written = part(parts, "part").map(|_| said("part", "word", parts, language));
    let of_day = || {
        let minutes = i64::try_from(hour * 60 + minute).unwrap_or_default();
        words.parts_of_day.iter().rfind(|part| part.from <= minutes).map(|part| part.word.clone())
    };
    let twelve = if hour.is_multiple_of(12) { 12 } else { hour % 12 };
    let named = usize::try_from(twelve).ok().and_then(|place| words.hours.get(place)).filter(|word| !word.is_empty());
    let hour = named.cloned().unwrap_or_else(|| words.whole(twelve));
    let said_minute = match minute {
        1..10 => words.phrase("minute-below-ten", &[("minute", words.whole(minute))]),
        _ => words.whole(minute),
    };
    let phrase = if minute == 0 { "time" } else { "time-minutes" };
    let places = [("part", written.or_else(of_day).unwrap_or_default()), ("hour", hour), ("minute", said_minute)];
    words.phrase(phrase, &places)
}
