//! What is said to a ranked question: a quotation, two that disagree, a question of ours, or nothing.

use crate::{
    Advice, Choice, Knowledge, KnowledgeError, Outcome, Part, Unknown,
    adviser::Likely,
    analysis::Side,
    corpus::Place,
    evidence::{Candidate, kind},
    knowledge::{HITS, Ranking},
    phrases::letters,
};

/// Choices that a question of ours offers.
const CHOICES: usize = 4;
/// A choice must be this likely against the likeliest.
const WORTH_A_CHOICE: f32 = 0.2;
/// And this likely when no more than a name was said.
const WORTH_A_NAME: f32 = 0.02;
/// Topics and entries that are offered where nothing is answered.
const NEAREST: usize = 3;
/// Share of a question's words that a text must have to have answered it too.
const COVERED: f32 = 0.6;

/// Where nothing answers, advice is wanted from this likelihood on.
const LIKELY: f32 = 0.45;
/// Who is hurt or ill is answered all the same where that is doubted more than so many times what the answer is.
const ANSWERED_ALL_THE_SAME: f64 = 0.2;
/// Whoever wants advice is asked back all the same, which service is meant, where it is doubted more than so many times.
const ASKED_BACK_ALL_THE_SAME: f64 = 0.4;

/// Letters by which a part that is only guessed to be one names its subject (Han and Hangul count double).
const OWN_LETTERS: usize = 6;

type Ranked<'r> = &'r (Candidate, f32, f32);

impl Knowledge {
    /// What is said to a question as ranked.
    pub(crate) fn outcome(&self, asked: &str, ranking: &Ranking) -> Result<Outcome, KnowledgeError> {
        let wanted = self.model.adviser.as_ref().map(|adviser| adviser.likely(&self.analyzer.terms(asked)));
        let outweighs =
            |times: f64| wanted.filter(|wanted| is_surer(*wanted, ranking, times)).map(|wanted| wanted.advice);
        let need = outweighs(ANSWERED_ALL_THE_SAME).filter(|advice| *advice == Advice::Health);
        if let Some(advice) = self.cues.advice(asked).or(need) {
            return Ok(Outcome::Unknown(Unknown { nearest: Vec::new(), ..self.unknown(ranking, Some(advice)) }));
        }
        let concern = wanted.filter(|wanted| wanted.share >= LIKELY).map(|wanted| wanted.advice);
        let Some((best, _, likelihood)) = ranking.units.first().filter(|_| !ranking.is_adrift) else {
            return Ok(Outcome::Unknown(Unknown { advice: concern, topics: Vec::new(), nearest: Vec::new() }));
        };
        let thresholds = &self.model.calibration;
        if let Some(both) = self.contradiction(asked, ranking)? {
            return Ok(Outcome::Conflict(Box::new(both)));
        }
        // A mere name is a heading's whole text and still says nothing of what is wanted.
        let is_named = matches!(self.place(best.unit), Place::Entry(_)) && ranking.is_verbatim();
        let is_bare = self.cues.is_bare(asked) && !is_named;
        let choices = self.choices(ranking, if is_bare { WORTH_A_NAME } else { WORTH_A_CHOICE });
        let share = |chosen: &[Ranked<'_>]| chosen.iter().map(|(.., share)| share).sum::<f32>();
        let together = f64::from(share(&choices) / likelihood.max(f32::EPSILON));
        let likely = (ranking.confidence * together).min(1.0);
        if ranking.confidence >= thresholds.answer && !(is_bare && choices.len() > 1) {
            return Ok(Outcome::Answer(self.quotation(best.unit, Some(ranking))));
        }
        // Who says no more than a name has not said what is wanted.
        let is_asked_back = is_bare || outweighs(ASKED_BACK_ALL_THE_SAME).is_none();
        if likely >= thresholds.clarify && choices.len() > 1 && is_asked_back {
            let choices = choices.into_iter().map(|(candidate, ..)| self.choice(candidate.unit)).collect();
            return Ok(Outcome::Clarify(choices));
        }
        Ok(Outcome::Unknown(self.unknown(ranking, concern)))
    }

    /// Parts are questions of their own when each has an answer of its own, or, where it is sure that
    /// several were asked, when one has. Where fewer than half have, the others must each name a subject
    /// of which no answer speaks: what tells of one's situation is no question.
    pub(crate) fn stand_alone(&self, parts: &[Part], sure: bool) -> bool {
        let answers: Vec<Option<&str>> = parts.iter().map(|part| answer(&part.outcome)).collect();
        let answered = answers.iter().flatten().count();
        let names_its_own = |part: &Part| letters(&self.cues.own_words(&part.asked)) >= OWN_LETTERS;
        if answered == 0 || (!sure && (answered < parts.len() || !parts.iter().all(names_its_own))) {
            return false;
        }
        let few = answered * 2 < parts.len();
        let is_its_own = |number: usize| {
            let others = if few { parts } else { &parts[..number] };
            (!few || names_its_own(&parts[number]))
                && !others.iter().any(|other| self.answers_too(other, &parts[number].asked))
        };
        answers.iter().enumerate().all(|(number, answer)| match answer {
            Some(answer) => !answers[..number].iter().flatten().any(|earlier| self.say_the_same(earlier, answer)),
            None => is_its_own(number),
        })
    }

    /// An entry and the section that it is taken from say the same.
    fn say_the_same(&self, a: &str, b: &str) -> bool {
        let (Some(first), Some(second)) = (self.unit(a), self.unit(b)) else {
            return a == b;
        };
        self.are_twins(first, second)
    }

    fn are_twins(&self, a: u32, b: u32) -> bool {
        a == b || self.corpus.cites(a, b) || self.corpus.cites(b, a)
    }

    /// Whether what is quoted for a part speaks of another question as well.
    fn answers_too(&self, part: &Part, asked: &str) -> bool {
        let Outcome::Answer(quotation) = &part.outcome else {
            return false;
        };
        let told = self.analyzer.terms(&quotation.text);
        let asked = self.analyzer.terms(&self.cues.own_words(asked));
        let sides = [Side::Words, Side::Meaning];
        let terms = || sides.iter().flat_map(|side| asked.of(*side).map(move |term| (*side, term)));
        let shared = terms().filter(|(side, term)| told.of(*side).any(|told| told == *term)).count();
        shared as f32 >= COVERED * terms().count() as f32
    }

    /// Those with at least the share `worth` of the likeliest's, none of which says what a likelier one says.
    fn choices<'r>(&self, ranking: &'r Ranking, worth: f32) -> Vec<Ranked<'r>> {
        let least = ranking.units.first().map_or(0.0, |(.., share)| share * worth);
        let mut chosen: Vec<Ranked<'r>> = Vec::new();
        for ranked in ranking.units.iter().take(2 * CHOICES).filter(|(.., share)| *share >= least) {
            if chosen.len() < CHOICES && !chosen.iter().any(|(known, ..)| self.are_twins(known.unit, ranked.0.unit)) {
                chosen.push(ranked);
            }
        }
        chosen
    }

    fn unknown(&self, ranking: &Ranking, advice: Option<Advice>) -> Unknown {
        let near = || ranking.units.iter().take(HITS).filter(|(candidate, ..)| is_spoken_of(candidate));
        let mut topics: Vec<String> = Vec::new();
        for (candidate, ..) in near() {
            let id = self.id(candidate.unit);
            for (topic, entries) in &self.topics {
                if entries.iter().any(|entry| entry == id) && !topics.contains(topic) {
                    topics.push(topic.clone());
                }
            }
        }
        topics.truncate(NEAREST);
        let nearest: Vec<Choice> = near().take(NEAREST).map(|(candidate, ..)| self.choice(candidate.unit)).collect();
        Unknown { advice, topics, nearest }
    }
}

/// Whether the advice that is wanted is doubted at most so many times what the pack's answer is.
fn is_surer(wanted: Likely, ranking: &Ranking, times: f64) -> bool {
    let doubt = 1.0 - f64::from(wanted.share);
    !ranking.is_verbatim() && doubt <= times * (1.0 - ranking.confidence)
}

/// Whether a question shares anything with a unit's texts, beyond what was learned.
fn is_spoken_of(candidate: &Candidate) -> bool {
    candidate.evidence[..kind::LINEAR].iter().any(|share| *share > 0.0)
}

/// The id of what a part is answered with; empty for advice that is refused.
fn answer(outcome: &Outcome) -> Option<&str> {
    match outcome {
        Outcome::Answer(quotation) => Some(&quotation.id),
        Outcome::Conflict(both) => Some(&both[0].id),
        Outcome::Unknown(unknown) if unknown.advice.is_some() => Some(""),
        Outcome::Clarify(_) | Outcome::Unknown(_) => None,
    }
}
