//! Learns a pack's ranking from its own phrasings, by asking each as if it were new.
//!
//! A share of the entries is hidden each time and their phrasings are asked nevertheless: so the
//! kiosk learns from the pack alone what it looks like when nothing answers a question.

use rustc_hash::FxHashSet;

use crate::{
    analysis::Terms,
    confidence::{Tried, signs},
    corpus::Role,
    evidence::{Acquaintance, Candidate, Hidden, Known, Vocabulary, candidates, count},
    index::PassageIndex,
    model::{Learned, Model},
};

/// Below this many phrasings for each entry there is nothing to learn a ranking from.
const PHRASINGS_PER_ENTRY: usize = 3;
/// Entries, phrasings and questions below which the defaults are kept.
const LEAST_PHRASINGS: usize = 40;
/// Learners' weights above this many (16 bytes a phrasing and entry) would not fit a small kiosk.
const MOST_WEIGHTS: usize = 60_000_000;
/// Phrasings that are asked as if they were new, known and hidden ones each.
const MOST_QUESTIONS: usize = 1_200;
/// Of this many shares of the phrasings one is asked at a time, the others are learned from.
const SHARES: usize = 5;
/// Of this many shares of the entries one is hidden at a time.
const HIDDEN_SHARES: usize = 6;

/// A phrasing that was asked as if it were new.
struct Trial {
    candidates: Vec<Candidate>,
    acquaintance: Acquaintance,
    /// The entry that it belongs to; none when that entry was hidden.
    right: Option<u32>,
}

/// Learns what can be learned and puts it into `model`; tells the signs under which trial answers
/// were right or wrong, if there were phrasings enough for trials.
pub fn school(model: &mut Model, index: &PassageIndex, passages: &[(Role, Terms)]) -> tantivy::Result<Vec<Tried>> {
    let phrasings: Vec<u32> = (0..passages.len() as u32)
        .filter(|p| passages[*p as usize].0 == Role::Asked && !model.is_section(model.unit_of[*p as usize]))
        .collect();
    if phrasings.len() < LEAST_PHRASINGS || phrasings.len() < PHRASINGS_PER_ENTRY * model.entries as usize {
        return Ok(Vec::new());
    }
    let trials = trials(model, index, passages, &phrasings)?;
    model.learned = learned(passages, &phrasings, model);
    Ok(outcomes(model, trials))
}

fn trials(
    model: &mut Model,
    index: &PassageIndex,
    passages: &[(Role, Terms)],
    phrasings: &[u32],
) -> tantivy::Result<Vec<Trial>> {
    let folds = if phrasings.len() <= 2_000 { 2 } else { 1 };
    let mut trials = Vec::new();
    for fold in 0..folds {
        let hidden_units: FxHashSet<u32> =
            (0..model.entries).filter(|unit| share(*unit, 1, HIDDEN_SHARES) == fold).collect();
        let is_hidden = |p: &u32| hidden_units.contains(&model.unit_of[*p as usize]);
        let (shown, asked): (Vec<u32>, Vec<u32>) =
            phrasings.iter().filter(|p| !is_hidden(p)).partition(|p| share(**p, 2, SHARES) != fold);
        let unknown: Vec<u32> = phrasings.iter().copied().filter(is_hidden).collect();
        let learned = learned(passages, &shown, model);
        let vocabulary = vocabulary(passages, phrasings.iter().filter(|p| !is_hidden(p)));
        model.learned = learned;
        let mut hidden = Hidden { passage: None, units: hidden_units, known: Known::Within(vocabulary) };
        let most = MOST_QUESTIONS / folds;
        for (group, known) in [(spread(asked, most), true), (spread(unknown, most / 2), false)] {
            for phrasing in group {
                hidden.passage = Some(phrasing);
                let (candidates, acquaintance) = candidates(model, index, &passages[phrasing as usize].1, &hidden)?;
                let right = known.then_some(model.unit_of[phrasing as usize]);
                trials.push(Trial { candidates, acquaintance, right });
            }
        }
    }
    Ok(trials)
}

/// Learns from phrasings, and from what answers and documents say.
fn learned(passages: &[(Role, Terms)], phrasings: &[u32], model: &Model) -> Option<Learned> {
    let told = (0..passages.len() as u32).filter(|p| {
        let unit = model.unit_of[*p as usize];
        let role = passages[*p as usize].0;
        if model.is_section(unit) { !is_whole_of_many(model, unit, *p) } else { role == Role::Told }
    });
    let examples: Vec<(&Terms, u32)> =
        phrasings.iter().copied().chain(told).map(|p| (&passages[p as usize].1, model.unit_of[p as usize])).collect();
    Learned::from_texts(&examples, model.first_passage.len() - 1, MOST_WEIGHTS)
}

/// A long section is learned from by its blocks: its heading comes first, all of it second, they follow.
fn is_whole_of_many(model: &Model, unit: u32, passage: u32) -> bool {
    let passages = model.passages_of(unit);
    passages.len() > 2 && passage == passages.start + 1
}

fn outcomes(model: &Model, trials: Vec<Trial>) -> Vec<Tried> {
    trials
        .into_iter()
        .map(|trial| {
            let ranked = model.rank(trial.candidates);
            let best = ranked.first().map(|(best, ..)| best.unit);
            let is_right = |entry: u32| best.is_some_and(|unit| unit == entry || model.cited.contains(&(entry, unit)));
            (signs(&ranked, &trial.acquaintance), trial.right.is_some_and(is_right))
        })
        .collect()
}

fn vocabulary<'p>(passages: &[(Role, Terms)], phrasings: impl Iterator<Item = &'p u32>) -> Vocabulary {
    let mut vocabulary = Vocabulary::default();
    for phrasing in phrasings {
        count(&mut vocabulary, &passages[*phrasing as usize].1);
    }
    vocabulary
}

/// A number's share of `shares`, the same each time.
pub(crate) fn share(number: u32, salt: u32, shares: usize) -> usize {
    let mixed = (number ^ salt.wrapping_mul(0x9E37_79B9)).wrapping_mul(0x85EB_CA6B);
    ((mixed ^ (mixed >> 15)).wrapping_mul(0xC2B2_AE35) >> 8) as usize % shares
}

/// At most `most` of `all`, evenly spread.
pub(crate) fn spread(all: Vec<u32>, most: usize) -> Vec<u32> {
    let step = all.len().div_ceil(most.max(1)).max(1);
    all.into_iter().step_by(step).collect()
}
