//! Parts from pictures, put together: in any order, some of them twice, strangers and forgeries among them.
//!
//! It must never give back bytes whose digest is another than the parts name.

use std::collections::{BTreeMap, BTreeSet};

use reed_solomon_simd::decode;

use super::{
    part::{Name, Part, Whole, name},
    picture,
};
use crate::PaperError;

/// Most differing parts that are kept of one place: more are no accident, and would only cost time.
const MOST_RIVALS: usize = 4;
/// Most ways of leaving parts out that are tried.
const MOST_TRIALS: usize = 2_000;
/// Most letters that are told apart in one run.
const MOST_LETTERS: usize = 64;

/// What was seen so far.
#[derive(Debug, Default)]
pub struct Scan {
    parts: BTreeMap<Whole, BTreeMap<u8, BTreeSet<Vec<u8>>>>,
    /// Codes that were read and are no part of a letter.
    pub strangers: usize,
}

/// A letter that was found on the pictures.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Found {
    /// The exact bytes.
    Whole(Letter),
    /// Not enough of it.
    Lost(Lost),
}

/// A letter as it was.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Letter {
    /// First 16 bytes of its BLAKE3 hash, lower-case hex.
    pub name: String,
    /// Its bytes.
    pub bytes: Vec<u8>,
}

/// A letter that cannot be put together.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Lost {
    /// First 16 bytes of the whole's BLAKE3 hash, lower-case hex.
    pub name: String,
    /// Numbers of the codes that were not seen, as printed under them: from 1.
    pub missing: Vec<u8>,
    /// How many of them are needed. 0: there are enough, and they do not fit together.
    pub wanting: usize,
}

impl Scan {
    /// Looks for codes on a picture, PNG or JPEG. Gives the number of parts that were read on it.
    ///
    /// # Errors
    /// A picture that cannot be opened, or has too many pixels.
    pub fn look(&mut self, picture: &[u8]) -> Result<usize, PaperError> {
        let texts = picture::codes(picture)?;
        Ok(texts.iter().filter(|text| self.take(text)).count())
    }

    /// Takes the text of a code. Whether it is a part of a letter.
    pub fn take(&mut self, text: &str) -> bool {
        let Some(part) = Part::read(text) else {
            self.strangers += 1;
            return false;
        };
        if self.parts.len() < MOST_LETTERS || self.parts.contains_key(&part.whole) {
            let rivals = self.parts.entry(part.whole).or_default().entry(part.index).or_default();
            if rivals.len() < MOST_RIVALS {
                rivals.insert(part.share);
            }
        }
        true
    }

    /// Every form of which something was seen.
    pub fn finish(&self) -> Vec<Found> {
        // A forged part can name another length or another number of parts: the true ones still come together.
        let mut found: BTreeMap<Name, Found> = BTreeMap::new();
        for (whole, parts) in &self.parts {
            let this = together(whole, parts);
            let better = match (found.get(&whole.name), &this) {
                (None, _) | (Some(Found::Lost(_)), Found::Whole(_)) => true,
                (Some(Found::Lost(known)), Found::Lost(new)) => new.wanting < known.wanting,
                (Some(Found::Whole(_)), _) => false,
            };
            if better {
                found.insert(whole.name, this);
            }
        }
        found.into_values().collect()
    }
}

/// The letters in the texts of codes.
pub fn put_together<'t>(texts: impl IntoIterator<Item = &'t str>) -> Vec<Found> {
    let mut scan = Scan::default();
    for text in texts {
        scan.take(text);
    }
    scan.finish()
}

fn hex(name: &Name) -> String {
    name.iter().map(|byte| format!("{byte:02x}")).collect()
}

fn together(whole: &Whole, parts: &BTreeMap<u8, BTreeSet<Vec<u8>>>) -> Found {
    let seen = parts.len();
    let needed = usize::from(whole.needed);
    if let Some(bytes) = selections(parts, needed).take(MOST_TRIALS).find_map(|chosen| restore(whole, &chosen)) {
        return Found::Whole(Letter { name: hex(&whole.name), bytes });
    }
    let missing = (0..whole.all).filter(|index| !parts.contains_key(index)).map(|index| index + 1).collect();
    Found::Lost(Lost { name: hex(&whole.name), missing, wanting: needed.saturating_sub(seen) })
}

type Chosen<'p> = Vec<(u8, &'p [u8])>;

/// Ways to choose one share for each place: first as they came, then with one place left out or taken from its
/// other share, then two. An honest scan needs the first.
fn selections(parts: &BTreeMap<u8, BTreeSet<Vec<u8>>>, needed: usize) -> impl Iterator<Item = Chosen<'_>> {
    let plain: Vec<(u8, Vec<&[u8]>)> =
        parts.iter().map(|(index, rivals)| (*index, rivals.iter().map(Vec::as_slice).collect())).collect();
    // For each place, what else could be done than take its first share: `None` leaves it out.
    let others: Vec<(usize, Option<usize>)> = plain
        .iter()
        .enumerate()
        .flat_map(|(at, (_, rivals))| (1..rivals.len()).map(Some).chain([None]).map(move |other| (at, other)))
        .collect();
    let none = std::iter::once(Vec::new());
    let single = others.clone().into_iter().map(|change| vec![change]);
    let pairs = others.clone().into_iter().flat_map(move |one| {
        others.clone().into_iter().filter(move |other| other.0 > one.0).map(move |other| vec![one, other])
    });
    none.chain(single).chain(pairs).filter_map(move |changes| {
        let chosen: Chosen = plain
            .iter()
            .enumerate()
            .filter_map(|(at, (index, rivals))| {
                let change = changes.iter().find(|(place, _)| *place == at).map_or(Some(0), |(_, other)| *other);
                change.and_then(|rival| rivals.get(rival)).map(|share| (*index, *share))
            })
            .collect();
        (chosen.len() >= needed).then_some(chosen)
    })
}

/// The bytes, if they are those that the parts name.
fn restore(whole: &Whole, chosen: &Chosen) -> Option<Vec<u8>> {
    let needed = usize::from(whole.needed);
    let (own, spare): (Chosen, Chosen) = chosen.iter().partition(|(index, _)| *index < whole.needed);
    let length = chosen.first()?.1.len();
    if chosen.iter().any(|(_, share)| share.len() != length) {
        return None;
    }
    let own: BTreeMap<usize, &[u8]> = own.into_iter().map(|(index, share)| (usize::from(index), share)).collect();
    let made_up = if own.len() < needed {
        let spares = spare.into_iter().map(|(index, share)| (usize::from(index - whole.needed), share));
        let given = own.iter().map(|(index, share)| (*index, *share));
        decode(needed, usize::from(whole.all - whole.needed), given, spares).ok()?.into_iter().collect()
    } else {
        BTreeMap::new()
    };
    let mut bytes = Vec::with_capacity(needed * length);
    for index in 0..needed {
        bytes.extend_from_slice(own.get(&index).copied().or_else(|| made_up.get(&index).map(Vec::as_slice))?);
    }
    bytes.truncate(whole.length as usize);
    (name(&bytes) == whole.name).then_some(bytes)
}
