//! What speaks for each unit as the answer to a question, as a row of numbers.

use rustc_hash::{FxHashMap, FxHashSet};

use crate::{
    analysis::{Side, Terms},
    corpus::Role,
    index::{PassageIndex, WeighedTerm, idf},
    learn::Opinion,
    model::Model,
    sketch::{Likeness, Probe},
    speech::hash,
};

/// Number of kinds of evidence.
pub const KINDS: usize = 17;

/// Evidence for one unit; what each number is stands in [`kind`].
pub type Evidence = [f32; KINDS];

/// Places in [`Evidence`].
pub mod kind {
    /// Cosine with the nearest phrasing, by side (4 places).
    pub const ASKED: usize = 0;
    /// Form cosine with the second nearest phrasing.
    pub const SECOND: usize = 4;
    /// Share of the question's words that the nearest phrasing has.
    pub const ASKED_COVERAGE: usize = 5;
    /// BM25 with the text, by side (4 places).
    pub const TOLD: usize = 6;
    /// Share of the question's words that the text has.
    pub const TOLD_COVERAGE: usize = 10;
    /// Probability by the linear learner, and its logarithm.
    pub const LINEAR: usize = 11;
    /// Probability by the shallow learner, and its logarithm.
    pub const SHALLOW: usize = 13;
    /// 1 for a section of a document.
    pub const SECTION: usize = 15;
    /// Mean of the best phrasing's cosines from all sides.
    pub const BLEND: usize = 16;
}

/// A unit that may answer.
#[derive(Debug, Clone)]
pub struct Candidate {
    /// Index of the unit.
    pub unit: u32,
    /// What speaks for it.
    pub evidence: Evidence,
    /// The phrasing that is nearest, as a passage number.
    pub phrasing: Option<u32>,
}

/// What is known about a question as a whole.
#[derive(Debug, Clone, Copy, Default)]
pub struct Acquaintance {
    /// Share of the question's word weight that occurs in the pack at all.
    pub known_words: f32,
    /// Share of its character weight that occurs in the pack at all.
    pub known_form: f32,
    /// Highest raw score by the linear learner.
    pub linear: f32,
    /// Highest raw score by the shallow learner.
    pub shallow: f32,
}

/// Passages and units that do not count, while a ranking is being learned.
#[derive(Debug, Default)]
pub struct Hidden {
    /// The passage that plays the question.
    pub passage: Option<u32>,
    /// Units that play the unknown.
    pub units: FxHashSet<u32>,
    /// How common terms then are.
    pub known: Known,
}

/// In how many passages terms occur, by side and term.
pub type Vocabulary = FxHashMap<(u8, String), u64>;

/// How common terms are while some passages do not count.
#[derive(Debug, Default)]
pub enum Known {
    /// As common as in the index.
    #[default]
    All,
    /// As in these, of which one is the question.
    Within(Vocabulary),
    /// As in all but these.
    AllBut(Vocabulary),
}

/// Counts a passage's terms, each once.
pub fn count(vocabulary: &mut Vocabulary, terms: &Terms) {
    for side in Side::ALL {
        let mut distinct: Vec<&str> = terms.of(side).collect();
        distinct.sort_unstable();
        distinct.dedup();
        for term in distinct {
            *vocabulary.entry((side as u8, term.to_owned())).or_default() += 1;
        }
    }
}

impl Hidden {
    /// Lets terms be as rare as they would be without what is hidden.
    fn forget(&self, weighed: &mut [WeighedTerm], passages: u64) {
        for term in weighed {
            let within = |vocabulary: &Vocabulary| {
                vocabulary.get(&(term.side as u8, term.text.clone())).copied().unwrap_or_default()
            };
            term.frequency = match &self.known {
                Known::All => return,
                Known::Within(vocabulary) => within(vocabulary).saturating_sub(1),
                Known::AllBut(vocabulary) => term.frequency.saturating_sub(within(vocabulary)),
            };
            term.idf = idf(passages, term.frequency);
        }
    }
}

/// Passages of each role that are looked at closely.
const CLOSE_LOOK: usize = 120;
/// Terms by which they are sought.
const SEEKING_TERMS: usize = 48;
/// Units with up to this many phrasings are compared by all of them.
const FEW_PHRASINGS: usize = 8;
/// Units proposed by the learners.
const PROPOSED: usize = 8;

/// A question, ready to be compared.
struct Probes {
    probes: [[Probe; 4]; 2],
}

/// Collects the candidates for a question and all that speaks for them.
pub fn candidates(
    model: &Model,
    index: &PassageIndex,
    terms: &Terms,
    hidden: &Hidden,
) -> tantivy::Result<(Vec<Candidate>, Acquaintance)> {
    let mut probes = Probes { probes: Default::default() };
    let mut acquaintance = Acquaintance::default();
    let mut found: FxHashMap<u32, Vec<u32>> = FxHashMap::default();
    for role in [Role::Asked, Role::Told] {
        let mut weighed: Vec<WeighedTerm> = Vec::new();
        for side in Side::ALL {
            let mut of_side = index.weigh(role, terms, side, model.sketches.count(role))?;
            if role == model.known_by() {
                hidden.forget(&mut of_side, model.sketches.count(role));
            }
            for term in &mut of_side {
                term.idf *= model.speech.share(side, hash(&term.text));
            }
            probes.probes[role as usize][side as usize] = Probe::new(&of_side, terms.of(side));
            weighed.extend(of_side);
        }
        if role == model.known_by() {
            acquaintance.known_words = known(&weighed, Side::Words);
            acquaintance.known_form = known(&weighed, Side::Form);
        }
        for passage in index.search(role, &seeking(&weighed), CLOSE_LOOK)? {
            found.entry(model.unit_of[passage as usize]).or_default().push(passage);
        }
    }
    let opinions = model.learned.as_ref().map(|learned| learned.opinions(terms));
    if let Some([linear, shallow]) = &opinions {
        acquaintance.linear = linear.highest;
        acquaintance.shallow = shallow.highest;
        for unit in likeliest(&linear.probabilities).chain(likeliest(&shallow.probabilities)) {
            found.entry(unit).or_default();
        }
    }
    let mut candidates: Vec<Candidate> = found
        .into_iter()
        .filter(|(unit, _)| !hidden.units.contains(unit))
        .map(|(unit, passages)| model.candidate(&probes, unit, &passages, hidden, opinions.as_ref()))
        .collect();
    candidates.sort_unstable_by_key(|candidate| candidate.unit);
    Ok((candidates, acquaintance))
}

impl Model {
    fn candidate(
        &self,
        probes: &Probes,
        unit: u32,
        found: &[u32],
        hidden: &Hidden,
        opinions: Option<&[Opinion; 2]>,
    ) -> Candidate {
        let mut candidate = Candidate { unit, evidence: [0.0; KINDS], phrasing: None };
        let all = self.passages_of(unit);
        let asked = all.clone().filter(|p| self.role_of[*p as usize] == Role::Asked as u8);
        let few = asked.clone().take(FEW_PHRASINGS + 1).count() <= FEW_PHRASINGS;
        // An entry may have thousands of phrasings.
        let mut found = found.to_vec();
        found.sort_unstable();
        for passage in all {
            let is_asked = self.role_of[passage as usize] == Role::Asked as u8;
            if hidden.passage == Some(passage) || (is_asked && !few && found.binary_search(&passage).is_err()) {
                continue;
            }
            if is_asked {
                candidate.hear_asked(passage, &self.compare(probes, passage, Role::Asked));
            } else {
                candidate.hear_told(&self.compare(probes, passage, Role::Told));
            }
        }
        let evidence = &mut candidate.evidence;
        if let Some([linear, shallow]) = opinions {
            for (place, opinion) in [(kind::LINEAR, linear), (kind::SHALLOW, shallow)] {
                let probability = opinion.probabilities.get(unit as usize).copied().unwrap_or(0.0);
                evidence[place] = probability;
                evidence[place + 1] = probability.max(1e-5).ln() / 12.0 + 1.0;
            }
        }
        evidence[kind::SECTION] = f32::from(self.is_section(unit));
        candidate
    }

    fn compare(&self, probes: &Probes, passage: u32, role: Role) -> [Likeness; 4] {
        Side::ALL.map(|side| {
            self.sketches.likeness(&probes.probes[role as usize][side as usize], passage as usize, role, side)
        })
    }
}

impl Candidate {
    fn hear_asked(&mut self, passage: u32, likeness: &[Likeness; 4]) {
        let evidence = &mut self.evidence;
        let form = likeness[Side::Form as usize].cosine;
        let best = evidence[kind::ASKED + Side::Form as usize];
        evidence[kind::SECOND] = evidence[kind::SECOND].max(form.min(best));
        for (place, likeness) in likeness.iter().enumerate() {
            let place = &mut evidence[kind::ASKED + place];
            *place = place.max(likeness.cosine);
        }
        let words = likeness[Side::Words as usize].coverage;
        evidence[kind::ASKED_COVERAGE] = evidence[kind::ASKED_COVERAGE].max(words);
        let blend = likeness.iter().map(|likeness| likeness.cosine).sum::<f32>() / 4.0;
        if blend > evidence[kind::BLEND] || self.phrasing.is_none() {
            evidence[kind::BLEND] = blend;
            self.phrasing = Some(passage);
        }
    }

    fn hear_told(&mut self, likeness: &[Likeness; 4]) {
        for (place, likeness) in likeness.iter().enumerate() {
            let place = &mut self.evidence[kind::TOLD + place];
            *place = place.max(likeness.bm25);
        }
        let words = likeness[Side::Words as usize].coverage;
        self.evidence[kind::TOLD_COVERAGE] = self.evidence[kind::TOLD_COVERAGE].max(words);
    }
}

/// The terms that say most, for finding candidates: seeking by all of them costs more and finds no better.
fn seeking(weighed: &[WeighedTerm]) -> Vec<&WeighedTerm> {
    let mut known: Vec<&WeighedTerm> = weighed.iter().filter(|term| term.frequency > 0).collect();
    known.sort_by(|a, b| b.idf.total_cmp(&a.idf).then_with(|| a.text.cmp(&b.text)));
    known.truncate(SEEKING_TERMS);
    known
}

fn known(weighed: &[WeighedTerm], side: Side) -> f32 {
    let of_side = || weighed.iter().filter(|term| term.side == side);
    let all: f32 = of_side().map(|term| term.idf).sum();
    let known: f32 = of_side().filter(|term| term.frequency > 0).map(|term| term.idf).sum();
    if all > 0.0 { known / all } else { 0.0 }
}

fn likeliest(probabilities: &[f32]) -> impl Iterator<Item = u32> {
    let mut order: Vec<u32> = (0..probabilities.len() as u32).collect();
    order.sort_unstable_by(|a, b| probabilities[*b as usize].total_cmp(&probabilities[*a as usize]).then(a.cmp(b)));
    order.truncate(PROPOSED);
    order.into_iter()
}
