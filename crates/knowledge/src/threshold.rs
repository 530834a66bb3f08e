//! How sure is sure enough: set by the pack's own golden questions.

use jiff::civil::Date;

use crate::{Context, KnowledgeError, knowledge::Knowledge};

/// Golden questions of each kind below which they say too little.
const LEAST: usize = 10;
/// Asking back is allowed from this share of the confidence that an answer needs.
const CLARIFY_SHARE: f64 = 0.8;

/// Sets the thresholds by the golden questions; those of the calibration stay where there are too few.
pub fn set(knowledge: &mut Knowledge) -> Result<(), KnowledgeError> {
    let day = any_day(knowledge);
    let mut right = Vec::new();
    let mut wrong = Vec::new();
    for golden in &knowledge.content().golden {
        let ranking = knowledge.rank(&golden.question, &Context::default(), day)?;
        let best = ranking.units.first().map(|(best, ..)| knowledge.id(best.unit));
        let is_right = best.is_some_and(|id| golden.expected.iter().any(|expected| expected == id));
        if is_right { right.push(ranking.confidence) } else if golden.expected.is_empty() { wrong.push(ranking.confidence) }
    }
    if right.len() >= LEAST && wrong.len() >= LEAST {
        let answer = best_cut(&right, &wrong);
        knowledge.model.calibration.answer = answer;
        knowledge.model.calibration.clarify = answer * CLARIFY_SHARE;
    }
    Ok(())
}

/// The cut that keeps the largest share of the right ones above and of the others below.
fn best_cut(right: &[f64], wrong: &[f64]) -> f64 {
    let share = |values: &[f64], cut: f64| values.iter().filter(|value| **value >= cut).count() as f64 / values.len() as f64;
    let mut best = (f64::MIN, 0.5);
    for step in 1..100 {
        let cut = f64::from(step) / 100.0;
        let gain = share(right, cut) - share(wrong, cut);
        if gain > best.0 {
            best = (gain, cut);
        }
    }
    best.1
}

/// A day on which most of the pack holds: golden questions are asked as of the newest document.
fn any_day(knowledge: &Knowledge) -> Date {
    let content = knowledge.content();
    let documents = content.documents.iter().map(|document| document.validity);
    documents
        .chain(content.entries.iter().map(|entry| entry.validity))
        .filter_map(|validity| validity.from)
        .max()
        .unwrap_or(Date::constant(2000, 1, 1))
}
