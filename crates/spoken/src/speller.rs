//! Numbers into words, by the rules of a language.

use rust_decimal::Decimal;
use serde::Deserialize;
use std::collections::BTreeMap;

/// `say.toml` of a language.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct SpellerData {
    /// Words for 0 and up, as far as they are irregular.
    pub small: Vec<String>,
    /// Words for digits, where they are said one by one.
    pub digits: Vec<String>,
    /// Units, the greatest first.
    pub units: Vec<Unit>,
    /// Put for places that are skipped.
    pub bridge: String,
    /// Between a whole number and its fraction.
    pub point: String,
    /// Before a negative number.
    pub minus: String,
    /// Between the digits of a number.
    pub digit_gap: String,
    /// Between groups of digits.
    pub group_gap: String,
    /// How a share is said, with `{n}`.
    pub percent: String,
    /// Names of months.
    pub months: Vec<String>,
    /// Days of the month as they are said; otherwise their number.
    pub days: Vec<String>,
    /// Hours of the clock as they are said; otherwise their number.
    pub hours: Vec<String>,
    /// How a year is said.
    pub year_style: YearStyle,
    /// Sentences with places to be filled in.
    pub phrases: BTreeMap<String, String>,
    /// From which hour each part of the day is said, and how.
    pub parts_of_day: Vec<PartOfDay>,
    /// Names of currencies: main and hundredth.
    pub currencies: BTreeMap<String, (String, String)>,
    /// The same for one of them, where that is said otherwise: "one dollar".
    pub one_currencies: BTreeMap<String, (String, String)>,
    /// Names of letters, where they are said otherwise than they are written.
    pub letters: BTreeMap<String, String>,
    /// Names of signs in addresses.
    pub signs: BTreeMap<String, String>,
}

/// A multiplier in words.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Unit {
    /// What it counts.
    pub value: u64,
    /// Its word.
    pub word: String,
    /// How one of it is said; otherwise "one" and the word.
    pub one: Option<String>,
    /// How one of it is said at the beginning of a number.
    pub one_first: Option<String>,
    /// Between the count and the word.
    pub gap: String,
    /// Between the word and what follows.
    pub after: String,
    /// The word is complete, without a count: "twenty".
    pub bare: bool,
}

/// How years are said.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum YearStyle {
    /// As a number.
    #[default]
    Number,
    /// Digit by digit.
    Digits,
    /// In two pairs, but for the first years of a millennium.
    Pairs,
}

/// From when on a part of the day is said.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct PartOfDay {
    /// First minute of the day.
    pub from: i64,
    /// How it is said.
    pub word: String,
}

impl SpellerData {
    /// A whole number in words.
    pub fn whole(&self, number: u64) -> String {
        self.spell(number, true)
    }

    fn spell(&self, number: u64, first: bool) -> String {
        if let Some(word) = usize::try_from(number).ok().and_then(|place| self.small.get(place)) {
            return word.clone();
        }
        let Some(unit) = self.units.iter().find(|unit| unit.value > 0 && unit.value <= number) else {
            return number.to_string();
        };
        let (count, rest) = (number / unit.value, number % unit.value);
        let head = match (&unit.one, &unit.one_first) {
            _ if unit.bare => unit.word.clone(),
            (_, Some(one)) if count == 1 && first => one.clone(),
            (Some(one), _) if count == 1 => one.clone(),
            _ => format!("{}{}{}", self.spell(count, first), unit.gap, unit.word),
        };
        if rest == 0 {
            return head;
        }
        let bridge = if rest < unit.value / 10 { self.bridge.as_str() } else { "" };
        format!("{head}{}{bridge}{}", unit.after, self.spell(rest, false))
    }

    /// A number in words.
    pub fn number(&self, number: Decimal) -> String {
        let sign = if number.is_sign_negative() && !number.is_zero() { self.minus.as_str() } else { "" };
        let text = number.abs().normalize().to_string();
        let (whole, fraction) = text.split_once('.').unwrap_or((&text, ""));
        let whole = whole.parse().map_or_else(|_| self.digit_by_digit(whole), |whole| self.whole(whole));
        match fraction {
            "" => format!("{sign}{whole}"),
            _ => format!("{sign}{whole}{}{}", self.point, self.digit_by_digit(fraction)),
        }
    }

    /// Digits and letters one by one. Letters that are written as they are stand apart: "D O T" is no word.
    pub fn digit_by_digit(&self, characters: &str) -> String {
        let mut said = String::new();
        for c in characters.chars() {
            let word = match c.to_digit(10) {
                Some(digit) => self.digits.get(digit as usize).cloned().unwrap_or_default(),
                None => self.letters.get(&c.to_string()).cloned().unwrap_or_else(|| c.to_string()),
            };
            let letters = said.ends_with(|c: char| c.is_ascii()) && word.starts_with(|c: char| c.is_ascii());
            if !said.is_empty() {
                said.push_str(if letters { " " } else { &self.digit_gap });
            }
            said.push_str(&word);
        }
        said
    }

    /// Groups of characters one by one.
    pub fn groups<'a>(&self, groups: impl IntoIterator<Item = &'a str>) -> String {
        let said: Vec<String> = groups.into_iter().map(|group| self.digit_by_digit(group)).collect();
        said.join(&self.group_gap)
    }

    /// A year in words.
    pub fn year(&self, year: i16) -> String {
        let number = u64::from(year.unsigned_abs());
        match self.year_style {
            YearStyle::Digits => self.digit_by_digit(&number.to_string()),
            YearStyle::Pairs if (1000..10_000).contains(&number) && number % 1000 >= 10 && number % 100 != 0 => {
                let (first, second) = (number / 100, number % 100);
                let second = if second < 10 { format!("oh {}", self.whole(second)) } else { self.whole(second) };
                format!("{} {second}", self.whole(first))
            }
            _ => self.whole(number),
        }
    }

    /// A sentence with its places filled in.
    pub fn phrase(&self, name: &str, places: &[(&str, String)]) -> String {
        let mut said = self.phrases.get(name).cloned().unwrap_or_default();
        for (place, words) in places {
            said = said.replace(&format!("{{{place}}}"), words);
        }
        said
    }
}
