//! Ranking for a question that leans on the answer before it: "how much is it?", "and what must I bring?".
//!
//! What leans and how is told by `question`; here it is weighed whether it is understood better with the subject of
//! that answer or without.

use jiff::civil::Date;

use crate::{
    Context, Knowledge, KnowledgeError, analysis::Side, corpus::Role, evidence::Candidate, knowledge::Ranking,
    phrases::letters, question::Leaning,
};

/// How much a unit of the topic under discussion gains when the question leans on it.
const SAME_TOPIC: f32 = 1.0;
/// Letters from which a question names something (Han and Hangul count double).
const LEAST_NAMED: usize = 6;

impl Knowledge {
    /// Ranks for a question, with the subject of what was answered before where it leans on that.
    pub(crate) fn rank(&self, question: &str, context: &Context, today: Date) -> Result<Ranking, KnowledgeError> {
        let cleared = self.cues.cleared(question);
        let mut alone = self.rank_words(question, &cleared, None, today)?;
        let leaning = self.cues.leaning(question);
        if leaning == Leaning::Alone || alone.is_verbatim() {
            return Ok(alone);
        }
        let Some(subject) = &context.subject else {
            alone.is_adrift = leaning == Leaning::Aspect;
            return Ok(alone);
        };
        if leaning == Leaning::Pointing && self.names_the_unknown(question)? {
            return Ok(alone);
        }
        // What names a part of the subject says more than the subject; a mere aspect says less.
        let words = match leaning {
            Leaning::Aspect => format!("{subject} {subject} {cleared}"),
            Leaning::Pointing | Leaning::Alone => format!("{subject} {cleared} {cleared}"),
        };
        let leaned = self.rank_words(question, &words, context.id.as_deref(), today)?;
        let stands = leaning == Leaning::Pointing
            && alone.confidence >= self.model.calibration.answer
            && alone.confidence > leaned.confidence;
        Ok(if stands { alone } else { leaned })
    }

    /// Whether a question names something of which the pack says nothing at all: "who plays in that film?".
    fn names_the_unknown(&self, question: &str) -> Result<bool, KnowledgeError> {
        let own = self.cues.own_words(question);
        if letters(&own) < LEAST_NAMED {
            return Ok(false);
        }
        let terms = self.analyzer.terms(&own);
        let mut is_known = false;
        for role in [Role::Asked, Role::Told] {
            let weighed = self.index.weigh(role, &terms, Side::Words, self.model.sketches.count(role))?;
            is_known |= weighed.iter().any(|term| term.frequency > 0);
        }
        Ok(!is_known)
    }

    /// Lets units gain that are of the topic of the entry `id`.
    pub(crate) fn favour_topic_of(&self, id: &str, units: &mut [(Candidate, f32, f32)]) {
        let topic =
            |id: &str| self.content().entries.iter().find(|entry| entry.id == id).and_then(|entry| entry.topic.clone());
        let Some(discussed) = topic(id) else { return };
        for (candidate, score, _) in units.iter_mut() {
            if topic(self.id(candidate.unit)).as_ref() == Some(&discussed) {
                *score += SAME_TOPIC;
            }
        }
        units.sort_by(|a, b| b.1.total_cmp(&a.1).then(a.0.unit.cmp(&b.0.unit)));
    }
}
