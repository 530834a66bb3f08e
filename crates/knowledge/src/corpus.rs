//! What can be found in one language of a pack, cut into passages.
//!
//! A unit is what an answer cites (an entry, or a section of a document); a passage is a text by
//! which a unit is found. Knows the pack's types and nothing of how passages are compared.

use std::collections::BTreeMap;

use jiff::civil::Date;
use kaunter_pack::model::{Document, Entry, LanguageContent, Section, Validity};
use rustc_hash::FxHashMap;

use crate::HitKind;

/// What an answer cites.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Place {
    /// Index into [`LanguageContent::entries`].
    Entry(usize),
    /// Indices into [`LanguageContent::documents`] and its sections.
    Section(usize, usize),
}

/// How a passage speaks of its unit.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Role {
    /// As people ask: a question, another phrasing, a heading.
    Asked,
    /// As the agency tells: an answer, the text under a heading.
    Told,
}

/// A text by which a unit is found.
#[derive(Debug, Clone)]
pub struct Passage {
    /// Index into [`Corpus::places`].
    pub unit: u32,
    /// How it speaks.
    pub role: Role,
    /// Normally the pack's own text; for a section, its headings with it.
    pub text: String,
}

/// The units and passages of one language.
#[derive(Debug, Default)]
pub struct Corpus {
    /// Units, entries first.
    pub places: Vec<Place>,
    /// Passages, by unit.
    pub passages: Vec<Passage>,
    /// Entries and the sections that they cite, as units, by entry.
    pub cited: Vec<(u32, u32)>,
    /// When each unit may be quoted.
    validities: Vec<Validity>,
}

/// Blocks of a section are found by themselves when the section is longer than this many bytes.
const LONG_SECTION: usize = 600;

impl Corpus {
    /// Cuts a language's content.
    pub fn of(content: &LanguageContent) -> Self {
        let mut corpus = Self::default();
        for (index, entry) in content.entries.iter().enumerate() {
            corpus.entry(Place::Entry(index), entry);
        }
        for (index, document) in content.documents.iter().enumerate() {
            for (number, section) in document.sections.iter().enumerate() {
                corpus.section(Place::Section(index, number), document, section);
            }
        }
        corpus.cited = corpus.citations(content);
        corpus.validities = corpus.validities(content);
        corpus
    }

    /// Whether a unit may be quoted on `day`.
    pub fn holds_on(&self, unit: u32, day: Date) -> bool {
        self.validities[unit as usize].holds_on(day)
    }

    /// Whether a unit is an entry that cites the section `section`.
    pub fn cites(&self, unit: u32, section: u32) -> bool {
        self.cited.binary_search(&(unit, section)).is_ok()
    }

    /// The latest day from which as many units hold as on any other.
    pub fn fullest_day(&self) -> Date {
        let mut changes: BTreeMap<Date, i64> = BTreeMap::from([(Date::constant(2000, 1, 1), 0)]);
        for validity in &self.validities {
            *changes.entry(validity.from.unwrap_or(Date::MIN)).or_default() += 1;
            if let Some(after) = validity.until.and_then(|until| until.tomorrow().ok()) {
                *changes.entry(after).or_default() -= 1;
            }
        }
        let mut holding = 0;
        let counts = changes.into_iter().map(|(day, change)| {
            holding += change;
            (holding, day)
        });
        counts.max().map_or(Date::MIN, |(_, day)| day)
    }

    /// An entry holds as long as the document that it is taken from, unless it has dates of its own.
    fn validities(&self, content: &LanguageContent) -> Vec<Validity> {
        let documents: FxHashMap<&str, Validity> =
            content.documents.iter().map(|document| (document.file.as_str(), document.validity)).collect();
        let of_entry = |entry: &Entry| {
            let source = entry.source.as_deref().and_then(|file| documents.get(file)).copied().unwrap_or_default();
            Validity { from: entry.validity.from.or(source.from), until: entry.validity.until.or(source.until) }
        };
        let of_place = |place: &Place| match place {
            Place::Entry(index) => of_entry(&content.entries[*index]),
            Place::Section(index, _) => content.documents[*index].validity,
        };
        self.places.iter().map(of_place).collect()
    }

    fn citations(&self, content: &LanguageContent) -> Vec<(u32, u32)> {
        let sections: FxHashMap<(&str, &str), u32> = (0..)
            .zip(&self.places)
            .filter_map(|(unit, place)| match place {
                Place::Section(index, number) => {
                    let document = &content.documents[*index];
                    Some(((document.file.as_str(), document.sections[*number].heading.as_str()), unit))
                }
                Place::Entry(_) => None,
            })
            .collect();
        (0..)
            .zip(&content.entries)
            .filter_map(|(unit, entry)| {
                let place = (entry.source.as_deref()?, entry.section.as_deref()?);
                Some((unit, *sections.get(&place)?))
            })
            .collect()
    }

    fn entry(&mut self, place: Place, entry: &Entry) {
        let unit = self.unit(place);
        for phrasing in std::iter::once(&entry.question).chain(&entry.also_asked) {
            self.passage(unit, Role::Asked, phrasing.clone());
        }
        self.passage(unit, Role::Told, entry.answer.clone());
    }

    fn section(&mut self, place: Place, document: &Document, section: &Section) {
        if document.told_under(section).is_empty() {
            return;
        }
        let body = document.text.get(section.body.clone()).unwrap_or_default();
        let unit = self.unit(place);
        let heading = if section.heading.is_empty() { &document.title } else { &section.heading };
        self.passage(unit, Role::Asked, heading.clone());
        let above = section.path.join(" ");
        self.passage(unit, Role::Told, format!("{} {above} {} {body}", document.title, section.heading));
        if body.len() > LONG_SECTION {
            for block in &section.blocks {
                let text = document.text.get(block.clone()).unwrap_or_default();
                self.passage(unit, Role::Told, format!("{} {text}", section.heading));
            }
        }
    }

    fn unit(&mut self, place: Place) -> u32 {
        self.places.push(place);
        (self.places.len() - 1) as u32
    }

    fn passage(&mut self, unit: u32, role: Role, text: String) {
        if !text.trim().is_empty() {
            self.passages.push(Passage { unit, role, text });
        }
    }
}

impl Place {
    /// The entry's id, or `file#section`.
    pub fn id(self, content: &LanguageContent) -> String {
        match self {
            Self::Entry(index) => content.entries[index].id.clone(),
            Self::Section(index, number) => {
                let document = &content.documents[index];
                let heading = &document.sections[number].heading;
                if heading.is_empty() { document.file.clone() } else { format!("{}#{heading}", document.file) }
            }
        }
    }

    /// What the id names.
    pub fn kind(self) -> HitKind {
        match self {
            Self::Entry(_) => HitKind::Faq,
            Self::Section(..) => HitKind::Document,
        }
    }

    /// What it is called when it is offered as a choice.
    pub fn label(self, content: &LanguageContent) -> &str {
        match self {
            Self::Entry(index) => &content.entries[index].question,
            Self::Section(index, number) => {
                let document = &content.documents[index];
                let heading = &document.sections[number].heading;
                if heading.is_empty() { &document.title } else { heading }
            }
        }
    }
}
