//! Looks for passages that contradict each other about an amount that was asked for.

use std::ops::Range;

use rustc_hash::FxHashSet;

use crate::{
    Knowledge, KnowledgeError, Quotation,
    analysis::{Script, Side, Terms, script},
    conflict::{ALIKE, ALL_BUT_EQUAL, Claim, OF_THE_SAME, Told, Weights, about, claims, weight},
    corpus::Role,
    index::WeighedTerm,
    knowledge::Ranking,
};

/// The likeliest passages, compared with each other.
const COMPARED: usize = 8;
/// Passages that are compared with the one sentence that was meant.
const LIKE_IT: usize = 12;
/// Terms of the sentence that was meant by which the like of it is sought.
const SEEKING_TERMS: usize = 24;
/// Share of what was asked, by weight, that a sentence must say to be meant.
const ASKED_SHARE: f32 = 0.33;
/// Share of what a sentence says, by weight, that must have been asked for it to be meant.
const SAID_SHARE: f32 = 0.13;

impl Knowledge {
    /// Two passages that contradict each other about an amount that was asked for, the newer first:
    /// two of the likeliest, or one of them and another that says the same.
    pub(crate) fn contradiction(
        &self,
        asked: &str,
        ranking: &Ranking,
    ) -> Result<Option<[Quotation; 2]>, KnowledgeError> {
        if !self.cues.asks_for_amount(asked) {
            return Ok(None);
        }
        let question = self.weighed(&self.analyzer.terms(&self.cues.own_words(asked)))?;
        let likeliest = ranking.units.iter().take(COMPARED).map(|(candidate, ..)| candidate.unit);
        let mut told: Vec<Told> = likeliest.map(|unit| self.told(unit, ranking)).collect();
        let found = self.claims(&told, 0, &question);
        let pairs = found.iter().enumerate().flat_map(|(number, b)| found[..number].iter().map(move |a| (a, b)));
        let contradicting = pairs.filter(|(a, b)| a.contradicts(b, ALIKE) && a.says_the_same(b, &question));
        let both_say = |(a, b): &(&Claim, &Claim)| weight(a.said.intersection(&b.said), &question);
        if let Some((a, b)) = contradicting.max_by(|one, other| both_say(one).total_cmp(&both_say(other)))
            && is_meant(a, &found, &question)
            && (self.is_asked_for(a)? || self.is_asked_for(b)?)
            && self.speak_of_the_answer([&told[a.by], &told[b.by]], &question, ranking)
        {
            return Ok(Some(newer_first(&told, [a, b])));
        }
        let first = told.len();
        for meant in self.meant(&found, &told[0].quotation.marked, &question, ranking)? {
            for unit in self.like(&told[meant.by].quotation.text[meant.sentence.clone()], ranking)? {
                told.push(self.told(unit, ranking));
            }
            let others = self.claims(&told, first, &question);
            if let Some(other) = others.iter().find(|other| meant.contradicts(other, ALL_BUT_EQUAL))
                && self.speak_of_the_answer([&told[meant.by], &told[other.by]], &question, ranking)
            {
                return Ok(Some(newer_first(&told, [meant, other])));
            }
        }
        Ok(None)
    }

    /// Whether two passages speak of what the likeliest answer is about, as far as it was asked: who asks
    /// for the price of a passport is not shown the dispute about another card. Where the ranking is not
    /// sure of its first, any two may be meant.
    fn speak_of_the_answer(&self, both: [&Told; 2], question: &Weights, ranking: &Ranking) -> bool {
        let is_sure = ranking.confidence >= self.model.calibration.answer;
        let Some((best, ..)) = ranking.units.first().filter(|_| is_sure) else { return true };
        let subject = about(&self.analyzer.terms(&self.cues.own_words(self.label(best.unit))));
        let asked = weight(&subject, question);
        both.into_iter().all(|told| {
            let mut said = about(&self.analyzer.terms(&told.quotation.text));
            said.extend(about(&told.about));
            weight(subject.intersection(&said), question) >= OF_THE_SAME * asked
        })
    }

    /// The sentence that would be the answer, which is marked in the first quotation, and the one that
    /// says most of what was asked.
    fn meant<'c>(
        &self,
        found: &'c [Claim],
        marked: &Range<usize>,
        question: &Weights,
        ranking: &Ranking,
    ) -> Result<Vec<&'c Claim>, KnowledgeError> {
        let answers = ranking.confidence >= self.model.calibration.answer;
        let is_answer = |claim: &&Claim| answers && claim.by == 0 && claim.sentence == *marked;
        let mut meant: Vec<&Claim> = found.iter().filter(is_answer).collect();
        let said = |claim: &Claim| weight(&claim.said, question);
        let most = found.iter().max_by(|a, b| said(a).total_cmp(&said(b)).then(b.by.cmp(&a.by)));
        if let Some(most) = most.filter(|most| is_meant(most, found, question))
            && self.is_asked_for(most)?
        {
            meant.push(most);
        }
        Ok(meant)
    }

    /// Whether enough of what a sentence says was asked.
    fn is_asked_for(&self, claim: &Claim) -> Result<bool, KnowledgeError> {
        let whole = self.weighed(&claim.terms)?;
        Ok(weight(&claim.said, &whole) >= SAID_SHARE * whole.values().sum::<f32>())
    }

    fn claims(&self, told: &[Told], from: usize, question: &Weights) -> Vec<Claim> {
        let numbered = told.iter().enumerate().skip(from);
        numbered.flat_map(|(by, told)| claims(by, told, question, &self.analyzer, &self.units)).collect()
    }

    fn told(&self, unit: u32, ranking: &Ranking) -> Told {
        Told {
            quotation: self.quotation(unit, Some(ranking)),
            about: self.analyzer.terms(&self.cues.own_words(self.label(unit))),
        }
    }

    /// Units with passages that are like a sentence.
    fn like(&self, sentence: &str, ranking: &Ranking) -> Result<Vec<u32>, KnowledgeError> {
        let terms = self.analyzer.terms(sentence);
        let passages = self.model.sketches.count(Role::Told);
        let mut weighed = self.index.weigh(Role::Told, &terms, Side::Words, passages)?;
        weighed.sort_by(|a, b| b.idf.total_cmp(&a.idf).then_with(|| a.text.cmp(&b.text)));
        let seeking: Vec<&WeighedTerm> = weighed.iter().filter(|term| term.frequency > 0).take(SEEKING_TERMS).collect();
        let found = self.index.search(Role::Told, &seeking, LIKE_IT)?;
        let mut seen = FxHashSet::default();
        let units = found.into_iter().map(|passage| self.model.unit_of[passage as usize]);
        Ok(units.filter(|unit| seen.insert(*unit) && self.holds_on(*unit, ranking.day)).collect())
    }

    /// What a text speaks of, weighed by how rare it is in what the pack tells; what the pack never
    /// tells weighs as much as anything, or nothing where it may have been cut out of two words.
    fn weighed(&self, terms: &Terms) -> Result<Weights, KnowledgeError> {
        let speaks_of = about(terms);
        let passages = self.model.sketches.count(Role::Told);
        let (mut weights, mut untold) = (Weights::default(), Vec::new());
        for side in [Side::Words, Side::Meaning] {
            let terms = self.index.weigh(Role::Told, terms, side, passages)?;
            for term in terms.into_iter().filter(|term| speaks_of.contains(&term.text)) {
                if term.frequency > 0 {
                    weights.insert(term.text, term.idf);
                } else if !term.text.chars().any(|c| script(c) == Script::Han) {
                    untold.push(term.text);
                }
            }
        }
        let usual = weights.values().sum::<f32>() / weights.len().max(1) as f32;
        weights.extend(untold.into_iter().map(|term| (term, usual)));
        Ok(weights)
    }
}

/// Whether a sentence says enough of what was asked, and no other sentence about the same kind of
/// amount says more.
fn is_meant(claim: &Claim, among: &[Claim], question: &Weights) -> bool {
    let said = weight(&claim.said, question);
    let says_more = |other: &Claim| weight(&other.said, question) > said && !claim.is_like(other, ALIKE);
    said >= ASKED_SHARE * question.values().sum::<f32>()
        && !among.iter().any(|other| claim.counts_like(other) && says_more(other))
}

fn newer_first(told: &[Told], both: [&Claim; 2]) -> [Quotation; 2] {
    let [mut a, mut b] =
        both.map(|claim| Quotation { marked: claim.sentence.clone(), ..told[claim.by].quotation.clone() });
    if a.citation.version < b.citation.version {
        std::mem::swap(&mut a, &mut b);
    }
    [a, b]
}
