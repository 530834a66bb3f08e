//! The offices to go to when the kiosk has no answer: those whose services sound most like the question.

use std::collections::{BTreeMap, BTreeSet};

use kaunter_pack::model::{Office, Pack};

use crate::view::OfficeCard;

/// Most offices that are shown at once.
const SHOWN: usize = 3;

/// Offices in `language` (else in the office language), nearest to `about` first, at most three.
/// Where nothing is nearer, the directory's own order holds.
pub(crate) fn offices(pack: &Pack, language: &str, about: &str) -> Vec<OfficeCard> {
    let mut rows = rows_in(pack, language);
    if rows.is_empty() {
        rows = rows_in(pack, &pack.manifest.office_language);
    }
    let said: Vec<BTreeSet<String>> = rows
        .iter()
        .map(|office| pieces(&format!("{} {}", office.name, office.services)))
        .collect();
    let weights = weights(&said);
    let about = pieces(about);
    let near = |said: &BTreeSet<String>| {
        said.intersection(&about)
            .filter_map(|piece| weights.get(piece))
            .sum::<f64>()
    };
    let mut ranked: Vec<(f64, &Office)> = said.iter().map(near).zip(rows).collect();
    ranked.sort_by(|(a, _), (b, _)| b.total_cmp(a));
    ranked
        .into_iter()
        .take(SHOWN)
        .map(|(_, office)| card(office))
        .collect()
}

fn rows_in<'a>(pack: &'a Pack, language: &str) -> Vec<&'a Office> {
    pack.directory
        .iter()
        .filter(|office| office.language == language)
        .collect()
}

/// What few offices say tells more about an office than what all of them say.
fn weights(said: &[BTreeSet<String>]) -> BTreeMap<String, f64> {
    let mut offices: BTreeMap<String, f64> = BTreeMap::new();
    for piece in said.iter().flatten() {
        *offices.entry(piece.clone()).or_default() += 1.0;
    }
    let all = said.len() as f64;
    offices
        .values_mut()
        .for_each(|with| *with = (all / *with).ln());
    offices
}

/// Neighbouring characters within words: four of an alphabet carry about as much as two others do.
fn pieces(text: &str) -> BTreeSet<String> {
    let text = text.to_lowercase();
    let words = text.split(|c: char| !c.is_alphanumeric());
    words
        .flat_map(|word| {
            let letters: Vec<char> = word.chars().collect();
            let length = if letters.iter().all(|c| *c < '\u{1100}') {
                4
            } else {
                2
            };
            letters
                .windows(length)
                .map(|piece| piece.iter().collect())
                .collect::<Vec<String>>()
        })
        .collect()
}

fn card(office: &Office) -> OfficeCard {
    let Office {
        id: _,
        language: _,
        name,
        address,
        counter,
        phone,
        hours,
        services: _,
    } = office.clone();
    OfficeCard {
        name,
        address,
        counter,
        phone,
        hours,
    }
}
