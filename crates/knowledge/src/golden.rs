//! The golden questions: what an agency's trainers expect their own pack to say.

use jiff::civil::Date;
use serde::Serialize;

use crate::{Context, Knowledge, KnowledgeError, Outcome};

/// How the golden questions of one language came out.
#[derive(Debug, Clone, Default, Serialize)]
pub struct GoldenReport {
    /// Questions that have an answer.
    pub answerable: usize,
    /// Of those: answered, and rightly (a conflict card counts when it shows an expected passage).
    pub right: usize,
    /// Of those: the visitor was asked which of a few is meant, and a right one was among them.
    pub clarified: usize,
    /// Of those: answered with something else.
    pub wrong: usize,
    /// Of those: nothing was said.
    pub wrongly_refused: usize,
    /// Questions to be refused.
    pub unanswerable: usize,
    /// Of those: refused.
    pub refused: usize,
    /// Of those: asked back which of a few is meant.
    pub asked_back: usize,
    /// Of those: answered.
    pub wrongly_answered: usize,
    /// Every question that did not come out as expected.
    pub misses: Vec<Miss>,
}

/// A question that did not come out as expected.
#[derive(Debug, Clone, Serialize)]
pub struct Miss {
    /// Line in `golden.csv`.
    pub line: u64,
    /// The question.
    pub question: String,
    /// Expected ids, none when it was to be refused.
    pub expected: Vec<String>,
    /// `answer`, `clarify`, `conflict` or `unknown`.
    pub outcome: &'static str,
    /// What was quoted or offered.
    pub got: Vec<String>,
    /// How sure it was.
    pub confidence: f64,
}

impl GoldenReport {
    /// Asks every golden question of an opened language, as of `today`.
    ///
    /// # Errors
    /// The index cannot be read.
    pub fn of(knowledge: &Knowledge, today: Date) -> Result<Self, KnowledgeError> {
        let mut report = Self::default();
        for golden in &knowledge.content().golden {
            let reply = knowledge.ask(&golden.question, &Context::default(), today)?;
            let mut got: Vec<String> = Vec::new();
            let mut outcome = "unknown";
            for part in &reply.parts {
                let name = name(&part.outcome);
                if rank(name) > rank(outcome) {
                    outcome = name;
                }
                got.extend(quoted(&part.outcome));
            }
            let confidence = reply.parts.iter().map(|part| part.confidence).fold(0.0, f64::max);
            let fits = got.iter().any(|id| golden.expected.contains(id));
            if !report.count(&golden.expected, outcome, fits) {
                report.misses.push(Miss {
                    line: golden.line,
                    question: golden.question.clone(),
                    expected: golden.expected.clone(),
                    outcome,
                    got,
                    confidence,
                });
            }
        }
        Ok(report)
    }

    /// Share of the answerable questions that were answered rightly, 1 when there are none.
    pub fn right_share(&self) -> f64 {
        share(self.right, self.answerable)
    }

    /// Share of the others that were not answered, 1 when there are none.
    pub fn refused_share(&self) -> f64 {
        share(self.refused, self.unanswerable)
    }

    /// Counts one question; tells whether it came out as expected.
    fn count(&mut self, expected: &[String], outcome: &str, fits: bool) -> bool {
        let place = match (expected.is_empty(), outcome, fits) {
            (true, "unknown", _) => &mut self.refused,
            (true, "clarify", _) => &mut self.asked_back,
            (true, ..) => &mut self.wrongly_answered,
            (false, "answer" | "conflict", true) => &mut self.right,
            (false, "clarify", true) => &mut self.clarified,
            (false, "unknown", _) => &mut self.wrongly_refused,
            (false, ..) => &mut self.wrong,
        };
        *place += 1;
        if expected.is_empty() {
            self.unanswerable += 1
        } else {
            self.answerable += 1
        }
        if expected.is_empty() { outcome == "unknown" } else { fits && outcome != "clarify" }
    }
}

/// The outcome's name on the command line.
pub fn name(outcome: &Outcome) -> &'static str {
    match outcome {
        Outcome::Answer(_) => "answer",
        Outcome::Clarify(_) => "clarify",
        Outcome::Conflict(_) => "conflict",
        Outcome::Unknown(_) => "unknown",
    }
}

/// Of several parts the one that says most names the whole.
pub fn rank(name: &str) -> usize {
    ["unknown", "clarify", "conflict", "answer"].iter().position(|known| *known == name).unwrap_or(0)
}

fn quoted(outcome: &Outcome) -> Vec<String> {
    match outcome {
        Outcome::Answer(quotation) => vec![quotation.id.clone()],
        Outcome::Clarify(choices) => choices.iter().map(|choice| choice.id.clone()).collect(),
        Outcome::Conflict(both) => both.iter().map(|quotation| quotation.id.clone()).collect(),
        Outcome::Unknown(_) => Vec::new(),
    }
}

fn share(part: usize, whole: usize) -> f64 {
    if whole == 0 { 1.0 } else { part as f64 / whole as f64 }
}
