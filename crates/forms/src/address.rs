//! How addresses of a country are built, and how people of a language write them. Data in
//! `data/addresses.toml`.
//!
//! It must never know of forms and journeys.

use std::{collections::BTreeMap, sync::LazyLock};

use serde::Deserialize;

/// The addresses of a country.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Country {
    parts: Vec<Part>,
    written: BTreeMap<String, String>,
}

/// A part of an address.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Part {
    /// `city`, `district`, `road`, …
    pub id: String,
    /// Whether there is no address without it.
    #[serde(default)]
    pub required: bool,
    /// Whether it is chosen from the places below the part before, where the form has a table of them.
    #[serde(default)]
    pub listed: bool,
    /// Whether it is a number, perhaps with something behind it: 12, 12-1, 12之1.
    #[serde(default)]
    pub number: bool,
    /// Whether it is a postal code.
    #[serde(default)]
    pub post_code: bool,
    /// Whether it may be a place that the list does not have.
    #[serde(default)]
    pub open: bool,
    /// What ends it when it is said: 巷, 號.
    #[serde(default)]
    pub ends: Vec<String>,
    /// What may stand before it when it is said, in lower case: lane, number.
    #[serde(default)]
    pub begins: Vec<String>,
}

/// The file.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct Data {
    chain: BTreeMap<String, Chain>,
    country: BTreeMap<String, Country>,
}

/// How a place is written with those that it lies in.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Chain {
    down: bool,
    gap: String,
}

/// Read from what is compiled in; a test sees to it that it can be read.
static DATA: LazyLock<Data> =
    LazyLock::new(|| toml::from_str(include_str!("../data/addresses.toml")).unwrap_or_default());

/// Names of places, the smallest first, as one name in a language.
pub(crate) fn chain(names: &[&str], language: &str) -> String {
    match DATA.chain.get(language) {
        Some(Chain { down: true, gap }) => names.iter().rev().copied().collect::<Vec<_>>().join(gap),
        Some(Chain { down: false, gap }) => names.join(gap),
        None => names.join(", "),
    }
}

/// Whether people who speak this language name the greatest place first.
pub(crate) fn is_greatest_first(language: &str) -> bool {
    DATA.chain.get(language).is_none_or(|chain| chain.down)
}

impl Country {
    /// The country with this ISO 3166 code, if its addresses are known.
    pub fn of(code: &str) -> Option<&'static Self> {
        DATA.country.get(code)
    }

    /// In the order in which they are asked.
    pub fn parts(&self) -> impl Iterator<Item = &Part> {
        self.parts.iter()
    }

    /// The address in the order and with the marks of a language. `parts` are words already.
    pub fn written(&self, parts: &BTreeMap<String, String>, language: &str) -> String {
        let Some(sentence) = self.written.get(language).or_else(|| self.written.values().next()) else {
            return parts.values().cloned().collect::<Vec<_>>().join(", ");
        };
        let mut address = String::new();
        for piece in sentence.split(['[', ']']) {
            if let Some(filled) = filled(piece, parts) {
                address.push_str(&filled);
            }
        }
        address.trim().trim_end_matches(',').trim_end().to_owned()
    }
}

/// The piece with its parts put in; nothing when one is missing.
fn filled(piece: &str, parts: &BTreeMap<String, String>) -> Option<String> {
    let mut filled = String::new();
    let mut rest = piece;
    while let Some((before, (name, after))) =
        rest.split_once('{').and_then(|(before, after)| Some((before, after.split_once('}')?)))
    {
        filled.push_str(before);
        filled.push_str(parts.get(name)?);
        rest = after;
    }
    filled.push_str(rest);
    Some(filled)
}
