//! The offices to go to when the kiosk has no answer: those that are named for the advice that was asked for, else those
//! whose services sound most like the question.

use std::collections::BTreeSet;

use jiff::civil::Date;
use kaunter_knowledge::Unknown;
use kaunter_pack::model::{Advice, Office, Pack};

use crate::{catalogue::Catalogue, said::Said, view::OfficeCard};

/// Most offices that are shown at once.
const SHOWN: usize = 3;

/// Where to go with a question to which nothing is known, at most three offices, in `language` as far as the directory
/// has them there.
pub fn offices_near(pack: &Pack, language: &str, asked: &str, unknown: &Unknown, today: Date) -> Vec<OfficeCard> {
    let named = unknown.advice.map(|advice| named_for(pack, language, advice)).unwrap_or_default();
    if !named.is_empty() {
        return named.into_iter().take(SHOWN).map(card).collect();
    }
    let about = match unknown.advice {
        // What a search finds near to a symptom or a dispute leads nowhere.
        Some(_) => Said::from(asked),
        None => together(asked, unknown, Catalogue::new(pack, language, today)),
    };
    offices(pack, language, about.as_str())
}

/// The offices to which the directory sends whoever asks for this advice. A number in another language is better than none.
fn named_for<'a>(pack: &'a Pack, language: &str, advice: Advice) -> Vec<&'a Office> {
    let named = |language: &str| -> Vec<&'a Office> {
        rows_in(pack, language).into_iter().filter(|office| office.advice == Some(advice)).collect()
    };
    let found = named(language);
    if found.is_empty() { named(&pack.manifest.office_language) } else { found }
}

/// A question with the names of what is near to it.
fn together(asked: &str, unknown: &Unknown, catalogue: Catalogue<'_>) -> Said {
    let titles = catalogue.tiles_of(&unknown.topics).into_iter().map(|tile| tile.title);
    let labels = unknown.nearest.iter().map(|choice| catalogue.offered(choice).label);
    let all: Vec<String> = titles.chain(labels).collect();
    Said::from(all.join("\n") + "\n" + asked)
}

/// Offices in `language` (else in the office language), nearest to `about` first, at most three.
/// Where nothing is nearer, the directory's own order holds.
pub(crate) fn offices(pack: &Pack, language: &str, about: &str) -> Vec<OfficeCard> {
    let mut rows = rows_in(pack, language);
    if rows.is_empty() {
        rows = rows_in(pack, &pack.manifest.office_language);
    }
    let texts = Texts::of(pack, language, &rows);
    let pieces: Vec<(String, f64)> = pieces(about)
        .into_iter()
        .map(|piece| {
            let weight = texts.weight(&piece);
            (piece, weight)
        })
        .collect();
    let near = |said: &String| -> f64 {
        let shared = pieces.iter().filter(|(piece, _)| said.contains(piece.as_str()));
        shared.map(|(_, weight)| weight).sum()
    };
    let mut ranked: Vec<(f64, &Office)> = texts.offices.iter().map(near).zip(rows).collect();
    ranked.sort_by(|(a, _), (b, _)| b.total_cmp(a));
    ranked.into_iter().take(SHOWN).map(|(_, office)| card(office)).collect()
}

fn rows_in<'a>(pack: &'a Pack, language: &str) -> Vec<&'a Office> {
    pack.directory.iter().filter(|office| office.language == language).collect()
}

/// What the offices say of themselves, and the pack's questions as a sample of the language.
struct Texts {
    offices: Vec<String>,
    questions: Vec<String>,
}

impl Texts {
    fn of(pack: &Pack, language: &str, rows: &[&Office]) -> Self {
        let offices = rows.iter().map(|office| format!("{} {}", office.name, office.services).to_lowercase());
        let entries = pack.languages.get(language).into_iter().flat_map(|content| &content.entries);
        Self { offices: offices.collect(), questions: entries.map(|entry| entry.question.to_lowercase()).collect() }
    }

    /// What is rarely said tells more than what is always said.
    fn weight(&self, piece: &str) -> f64 {
        let texts = || self.offices.iter().chain(&self.questions);
        let with = texts().filter(|text| text.contains(piece)).count().max(1);
        (texts().count().max(1) as f64 / with as f64).ln()
    }
}

/// Neighbouring characters within words: four letters carry about as much as two Han or Hangul
/// characters do. A word of three letters counts whole, a shorter one not at all.
fn pieces(text: &str) -> BTreeSet<String> {
    let text = text.to_lowercase();
    let words = text.split(|c: char| !c.is_alphanumeric());
    let pieces = words.flat_map(|word| {
        let letters: Vec<char> = word.chars().collect();
        let alphabetic = letters.iter().all(|c| *c < '\u{1100}');
        let length = if alphabetic { letters.len().clamp(3, 4) } else { 2 };
        letters.windows(length).map(String::from_iter).collect::<Vec<_>>()
    });
    pieces.collect()
}

fn card(office: &Office) -> OfficeCard {
    let Office { id: _, language: _, name, address, counter, phone, hours, services: _, advice: _ } = office.clone();
    OfficeCard { name, address, counter, phone, hours }
}
