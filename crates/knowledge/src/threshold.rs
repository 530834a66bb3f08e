//! How sure is sure enough: set by the pack's own golden questions, else by the trials over its phrasings, else by
//! rehearsing what its texts say.

use crate::{
    Context, KnowledgeError,
    confidence::{Calibration, Tried},
    knowledge::Knowledge,
};

/// Golden questions with and without an answer below which they say too little.
pub const LEAST: usize = 20;

/// Calibrates on `trials` and the golden questions; where there are too few of both, what makes sure stays as it is
/// for all packs, and `rehearsed` questions say how sure is enough in this one.
pub fn set(knowledge: &mut Knowledge, trials: Vec<Tried>, rehearsed: &[Tried]) -> Result<(), KnowledgeError> {
    let golden = golden_outcomes(knowledge)?;
    let right = golden.iter().filter(|(_, right)| *right).count();
    if right >= LEAST && golden.len() - right >= LEAST {
        let repeats = (trials.len() / golden.len()).max(1);
        let outcomes: Vec<Tried> =
            trials.into_iter().chain(std::iter::repeat_n(&golden, repeats).flatten().copied()).collect();
        knowledge.model.calibration = Calibration::learn(&outcomes, &golden);
    } else if !trials.is_empty() {
        knowledge.model.calibration = Calibration::learn_from_trials(&trials);
    } else if !rehearsed.is_empty() {
        knowledge.model.calibration.decide_by(rehearsed);
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

#[cfg(test)]
mod tests {
    use std::fs;

    use kaunter_pack::model::Pack;

    use super::*;

    const MANIFEST: &str =
        "id = \"office\"\nversion = \"1\"\nagency = \"Office\"\nlanguages = [\"en\"]\noffice_language = \"en\"\n";
    const SECTIONS: [(&str, &str); 8] = [
        ("Parking permits", "A permit for residents costs $40 a year. Bring the vehicle's papers to the counter."),
        ("Dog licences", "Every dog older than three months needs a licence. It is renewed each January."),
        ("Library cards", "Children borrow books free of charge. A lost card is replaced for $2."),
        ("Swimming pool", "The pool closes on Mondays. Pensioners swim at half price in the morning."),
        ("Street markets", "A stall is let by the day. Food may only be sold with a health certificate."),
        ("Bulky waste", "Furniture is collected on the first Friday. Put it on the pavement before seven."),
        ("Marriage ceremonies", "Couples choose a date at least six weeks ahead. Two witnesses must be present."),
        ("School meals", "Lunch is ordered a week before. Families with three children pay nothing."),
    ];

    /// How sure is sure enough in a pack of so many sections.
    fn enough(sections: usize) -> f64 {
        let folder = tempfile::tempdir().unwrap();
        fs::create_dir_all(folder.path().join("knowledge/en")).unwrap();
        fs::write(folder.path().join("pack.toml"), MANIFEST).unwrap();
        let text: String = SECTIONS[..sections].iter().map(|(head, body)| format!("## {head}\n\n{body}\n\n")).collect();
        fs::write(folder.path().join("knowledge/en/services.md"), text).unwrap();
        let pack = Pack::read(folder.path()).unwrap();
        Knowledge::open(&pack, "en", None).unwrap().model.calibration.answer
    }

    #[test]
    fn documents_alone_tell_by_their_own_texts_how_sure_is_enough() {
        let usual = Calibration::default().answer;
        let own = enough(8);
        assert_ne!(own.to_bits(), usual.to_bits());
        assert_eq!(own.to_bits(), enough(8).to_bits(), "the same each time");
        assert_eq!(enough(2).to_bits(), usual.to_bits(), "two sections tell nothing");
    }
}
