//! How sure is sure enough: set by the pack's own golden questions, else by the trials over its phrasings.

use jiff::civil::Date;

use crate::{
    Context, KnowledgeError,
    confidence::{Calibration, Signs},
    knowledge::Knowledge,
};

/// Golden questions with and without an answer below which they say too little.
const LEAST: usize = 20;

/// Calibrates on `trials` and the golden questions; the defaults stay where there are too few of both.
pub fn set(knowledge: &mut Knowledge, trials: Vec<(Signs, bool)>) -> Result<(), KnowledgeError> {
    let golden = golden_outcomes(knowledge)?;
    let right = golden.iter().filter(|(_, right)| *right).count();
    if right >= LEAST && golden.len() - right >= LEAST {
        let repeats = (trials.len() / golden.len()).max(1);
        let outcomes: Vec<(Signs, bool)> =
            trials.into_iter().chain(std::iter::repeat_n(&golden, repeats).flatten().copied()).collect();
        knowledge.model.calibration = Calibration::learn(&outcomes, &golden);
    } else if !trials.is_empty() {
        knowledge.model.calibration = Calibration::learn(&trials, &trials);
    }
    Ok(())
}

/// Under which signs the first place is right. A question to be refused never is.
fn golden_outcomes(knowledge: &Knowledge) -> Result<Vec<(Signs, bool)>, KnowledgeError> {
    let day = any_day(knowledge);
    let mut outcomes = Vec::new();
    for golden in &knowledge.content().golden {
        let ranking = knowledge.rank(&golden.question, &Context::default(), day)?;
        let best = ranking.units.first().map(|(best, ..)| knowledge.id(best.unit));
        outcomes.push((ranking.signs, best.is_some_and(|id| golden.expected.iter().any(|expected| expected == id))));
    }
    Ok(outcomes)
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
