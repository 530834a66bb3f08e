//! All that is worked out once from one language of a pack and kept beside its index.

use std::ops::Range;

use serde::{Deserialize, Serialize};

use crate::{
    adviser::Adviser,
    analysis::Terms,
    confidence::Calibration,
    corpus::{Corpus, Place, Role},
    evidence::Candidate,
    in_full,
    learn::{Examples, Linear, Opinion, Shallow, Vectoriser},
    ranking::{Ranked, rank},
    sketch::Sketches,
    speech::Speech,
};

/// Worked out from one language of a pack.
#[derive(Debug, Serialize, Deserialize)]
pub struct Model {
    /// Every passage's terms.
    pub sketches: Sketches,
    /// What everybody says.
    pub speech: Speech,
    /// The unit of each passage.
    pub unit_of: Vec<u32>,
    /// The [`Role`] of each passage, as a number.
    pub role_of: Vec<u8>,
    /// The first passage of each unit, and one more.
    pub first_passage: Vec<u32>,
    /// Units below this one are entries.
    pub entries: u32,
    /// Entries and the sections that they cite, as units.
    pub cited: Vec<(u32, u32)>,
    /// Learners, where there are enough phrasings to learn from.
    pub learned: Option<Learned>,
    /// Tells who wants advice, where the language teaches it.
    pub adviser: Option<Adviser>,
    /// How sure the best candidate is, and how sure is sure enough.
    pub calibration: Calibration,
}

/// From this many texts on, fewer rounds teach as much.
const MANY: usize = 4_000;

/// What was learned from the phrasings.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Learned {
    /// Which terms count.
    pub vectoriser: Vectoriser,
    /// A weight per term and entry.
    pub linear: Linear,
    /// Terms that are used alike.
    pub shallow: Shallow,
}

impl Learned {
    /// Learns from texts, given with their units; nothing where it would take more than `most` weights.
    pub fn from_texts(texts: &[(&Terms, u32)], units: usize, most: usize) -> Option<Self> {
        let least = if texts.len() > 300 { 2 } else { 1 };
        let vectoriser = Vectoriser::fit(texts.iter().map(|(terms, _)| *terms), least);
        if (vectoriser.features() + texts.len()) * units > most {
            return None;
        }
        let examples = Examples {
            vectors: texts.iter().map(|(terms, _)| vectoriser.vector(terms)).collect(),
            labels: texts.iter().map(|(_, unit)| *unit).collect(),
            units,
        };
        let rounds = if texts.len() > MANY { 7 } else { 18 };
        Some(Self {
            linear: Linear::learn(&examples, vectoriser.features()),
            shallow: Shallow::learn(&examples, vectoriser.features(), rounds),
            vectoriser,
        })
    }

    /// What both learners say: linear, shallow.
    pub fn opinions(&self, terms: &Terms) -> [Opinion; 2] {
        let vector = self.vectoriser.vector(terms);
        [self.linear.opinion(&vector), self.shallow.opinion(&vector)]
    }
}

impl Model {
    /// A model of a corpus whose passages were taken apart into `passages`, not yet trained.
    pub fn untrained(corpus: &Corpus, passages: &[(Role, Terms)], speech: Speech) -> Self {
        let mut first_passage: Vec<u32> = Vec::with_capacity(corpus.places.len() + 1);
        for (number, passage) in (0u32..).zip(&corpus.passages) {
            while first_passage.len() <= passage.unit as usize {
                first_passage.push(number);
            }
        }
        while first_passage.len() <= corpus.places.len() {
            first_passage.push(corpus.passages.len() as u32);
        }
        Self {
            sketches: Sketches::of(passages, &speech),
            speech,
            unit_of: corpus.passages.iter().map(|passage| passage.unit).collect(),
            role_of: corpus.passages.iter().map(|passage| passage.role as u8).collect(),
            first_passage,
            entries: corpus.places.iter().filter(|place| matches!(place, Place::Entry(_))).count() as u32,
            cited: corpus.cited.clone(),
            learned: None,
            adviser: None,
            calibration: Calibration::default(),
        }
    }

    /// Numbers of a unit's passages.
    pub fn passages_of(&self, unit: u32) -> Range<u32> {
        self.first_passage[unit as usize]..self.first_passage[unit as usize + 1]
    }

    /// Ranks the candidates of one question.
    pub fn rank(&self, candidates: Vec<Candidate>) -> Ranked {
        let mut ranked = rank(candidates, self.learned.is_some());
        in_full::first(&mut ranked);
        ranked
    }

    /// The passages by which it is told whether a question is known at all: of documents alone, what they tell.
    pub fn known_by(&self) -> Role {
        if self.entries == 0 || self.sketches.count(Role::Asked) == 0 { Role::Told } else { Role::Asked }
    }

    /// Whether two units are one, or one is an entry that cites the other.
    pub fn says_the_same(&self, one: u32, other: u32) -> bool {
        one == other || [(one, other), (other, one)].iter().any(|pair| self.cited.contains(pair))
    }

    /// Whether a unit is a section of a document.
    pub fn is_section(&self, unit: u32) -> bool {
        unit >= self.entries
    }
}
