//! How sure is sure enough: set by the pack's own golden questions, else by the trials over its phrasings.

use crate::{
    Context, KnowledgeError,
    confidence::{Calibration, Tried},
    knowledge::Knowledge,
};

/// Golden questions with and without an answer below which they say too little.
pub const LEAST: usize = 20;

/// Calibrates on `trials` and the golden questions; the defaults stay where there are too few of both.
pub fn set(knowledge: &mut Knowledge, trials: Vec<Tried>) -> Result<(), KnowledgeError> {
    let golden = golden_outcomes(knowledge)?;
    let right = golden.iter().filter(|(_, right)| *right).count();
    if right >= LEAST && golden.len() - right >= LEAST {
        let repeats = (trials.len() / golden.len()).max(1);
        let outcomes: Vec<Tried> =
            trials.into_iter().chain(std::iter::repeat_n(&golden, repeats).flatten().copied()).collect();
        knowledge.model.calibration = Calibration::learn(&outcomes, &golden);
    } else if !trials.is_empty() {
        knowledge.model.calibration = Calibration::learn(&trials, &trials);
    }
    Ok(())
}

/// Under which signs the first place is right. A question to be refused never is.
fn golden_outcomes(knowledge: &Knowledge) -> Result<Vec<Tried>, KnowledgeError> {
    let day = knowledge.corpus.fullest_day();
    let mut outcomes = Vec::new();
    for golden in &knowledge.content().golden {
        let ranking = knowledge.rank(&golden.question, &Context::default(), day)?;
        let best = ranking.units.first().map(|(best, ..)| knowledge.id(best.unit));
        outcomes.push((ranking.signs, best.is_some_and(|id| golden.expected.iter().any(|expected| expected == id))));
    }
    Ok(outcomes)
}
