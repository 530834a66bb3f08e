//! One language of a pack, opened for questions.

use std::path::Path;

use jiff::civil::Date;
use kaunter_pack::model::{LanguageContent, NoticeKind, Pack};
use rustc_hash::FxHashSet;
use tempfile::TempDir;

use crate::{
    Choice, Context, Hit, KnowledgeError, Outcome, Part, Quotation, Reply, Unknown,
    analysis::{Analyzer, Terms},
    cache::Shelf,
    confidence::{Signs, signs},
    conflict::disagree,
    corpus::{Corpus, Place, Role},
    evidence::{Candidate, Hidden, candidates},
    index::PassageIndex,
    language::LanguageData,
    model::Model,
    question::{Cues, speaks_of},
    quote::{Aim, quote},
    ranking::Ranked,
    schooling::school,
    threshold,
};

/// One language of a pack, ready to be asked. Asking changes nothing: the same question gets the
/// same reply, to the last bit.
pub struct Knowledge {
    content: LanguageContent,
    notices: Vec<(String, Vec<String>)>,
    topics: Vec<(String, Vec<String>)>,
    corpus: Corpus,
    ids: Vec<String>,
    analyzer: Analyzer,
    cues: Cues,
    index: PassageIndex,
    pub(crate) model: Model,
}

/// A question's candidates, best first, with how sure the first is.
pub(crate) struct Ranking {
    pub(crate) units: Ranked,
    pub(crate) signs: Signs,
    pub(crate) confidence: f64,
    asked: String,
    terms: Terms,
}

/// Hits that a reply lists.
const HITS: usize = 5;
/// Choices that a question of ours offers.
const CHOICES: usize = 4;
/// A choice must be this likely against the likeliest.
const WORTH_A_CHOICE: f32 = 0.2;
/// How much a unit of the topic under discussion gains when the question leans on it.
const SAME_TOPIC: f32 = 1.0;

/// What a [`Knowledge`] is made of besides its index and model.
struct Assembly<'p> {
    pack: &'p Pack,
    language: &'p str,
    content: &'p LanguageContent,
    data: LanguageData,
    corpus: Corpus,
}

impl Assembly<'_> {
    fn work_out(&self, folder: Option<&Path>) -> Result<(PassageIndex, Model, Vec<(Signs, bool)>), KnowledgeError> {
        let analyzer = Analyzer::new(&self.data);
        let passages: Vec<(Role, Terms)> =
            self.corpus.passages.iter().map(|passage| (passage.role, analyzer.terms(&passage.text))).collect();
        let index = PassageIndex::write(folder, passages.iter().map(|(role, terms)| (*role, terms)))?;
        let mut model = Model::untrained(&self.corpus, &passages);
        let trials = school(&mut model, &index, &passages)?;
        Ok((index, model, trials))
    }

    fn with(self, index: PassageIndex, model: Model) -> Knowledge {
        Knowledge {
            notices: notices(self.pack, self.language),
            topics: self.pack.topics.iter().map(|topic| (topic.id.clone(), topic.entries.clone())).collect(),
            ids: self.corpus.places.iter().map(|place| place.id(self.content)).collect(),
            content: self.content.clone(),
            analyzer: Analyzer::new(&self.data),
            cues: Cues::new(&self.data),
            corpus: self.corpus,
            index,
            model,
        }
    }
}

impl Knowledge {
    /// Opens a language of a pack. What was worked out is kept below `cache`, under the content's
    /// digest, and found there the next time; without a cache it is worked out each time.
    ///
    /// # Errors
    /// The pack lacks the language, the language's data is broken, or the index cannot be written.
    pub fn open(pack: &Pack, language: &str, cache: Option<&Path>) -> Result<Self, KnowledgeError> {
        let content =
            pack.languages.get(language).ok_or_else(|| KnowledgeError::NoSuchLanguage(language.to_owned()))?;
        let data = LanguageData::of(language)?;
        let shelf = cache.map(|folder| Shelf::new(folder, pack, language, &data));
        let assembly = Assembly { pack, language, content, data, corpus: Corpus::of(content) };
        if let Some((index, model)) = shelf.as_ref().and_then(Shelf::open) {
            return Ok(assembly.with(index, model));
        }
        let staged = shelf.as_ref().map(Shelf::stage).transpose()?;
        let (index, model, trials) = assembly.work_out(staged.as_ref().map(TempDir::path))?;
        let mut knowledge = assembly.with(index, model);
        threshold::set(&mut knowledge, trials)?;
        if let (Some(shelf), Some(staged)) = (shelf, staged) {
            knowledge.index = shelf.keep(staged, knowledge.index, &knowledge.model)?;
        }
        Ok(knowledge)
    }

    /// What the pack says to a question, on a day, after what was said before.
    ///
    /// # Errors
    /// The index can no longer be read.
    pub fn ask(&self, question: &str, context: &Context, today: Date) -> Result<Reply, KnowledgeError> {
        let mut parts = Vec::new();
        let mut leaning_on = context.clone();
        for asked in self.cues.parts(question) {
            let (part, next) = self.answer_part(asked, &leaning_on, today)?;
            leaning_on = next;
            parts.push(part);
        }
        let (hits, confidence) = match parts.as_slice() {
            [only] => (only.hits.clone(), only.confidence),
            _ => {
                let (whole, next) = self.answer_part(question, context, today)?;
                let of_whole = (whole.hits.clone(), whole.confidence);
                if !self.parts_stand_alone(&parts) {
                    (parts, leaning_on) = (vec![whole], next);
                }
                of_whole
            }
        };
        Ok(Reply { parts, hits, confidence, emergencies: self.emergencies(question), context: leaning_on })
    }

    /// Emergency notices that a question concerns, by id. Whether they are live is for who knows the time.
    pub fn emergencies(&self, question: &str) -> Vec<String> {
        let concerned = self.notices.iter().filter(|(_, keywords)| keywords.iter().any(|k| speaks_of(question, k)));
        concerned.map(|(id, _)| id.clone()).collect()
    }

    /// Quotes an entry or a section by its id, if it holds on `today`.
    pub fn quote(&self, id: &str, today: Date) -> Option<Quotation> {
        let unit = self.ids.iter().position(|known| known == id)?;
        let place = self.corpus.places[unit];
        place.holds_on(&self.content, today).then(|| self.quotation(unit as u32, None))
    }

    pub(crate) fn content(&self) -> &LanguageContent {
        &self.content
    }

    pub(crate) fn id(&self, unit: u32) -> &str {
        &self.ids[unit as usize]
    }

    pub(crate) fn rank(&self, question: &str, context: &Context, today: Date) -> Result<Ranking, KnowledgeError> {
        let cleared = self.cues.cleared(question);
        let subject = context.subject.as_deref().filter(|_| self.cues.leans_on_context(question));
        let terms = self.analyzer.terms(&match subject {
            Some(subject) => format!("{subject} {cleared} {cleared}"),
            None => cleared,
        });
        let (mut found, acquaintance) = candidates(&self.model, &self.index, &terms, &Hidden::default())?;
        found.retain(|candidate| self.corpus.places[candidate.unit as usize].holds_on(&self.content, today));
        let mut units = self.model.rank(found);
        if let (Some(_), Some(id)) = (subject, &context.id) {
            self.favour_topic_of(id, &mut units);
        }
        let signs = signs(&units, &acquaintance);
        let confidence = self.model.calibration.confidence(&signs);
        Ok(Ranking { units, signs, confidence, asked: question.to_owned(), terms })
    }

    fn answer_part(&self, asked: &str, context: &Context, today: Date) -> Result<(Part, Context), KnowledgeError> {
        let ranking = self.rank(asked, context, today)?;
        let outcome = self.outcome(asked, &ranking);
        let mut next = context.clone();
        if let Outcome::Answer(quotation) = &outcome {
            let unit = ranking.units.first().map_or(0, |(best, ..)| best.unit);
            next = Context { id: Some(quotation.id.clone()), subject: Some(self.label(unit).to_owned()) };
        }
        let hits = self.listed(&ranking, HITS);
        Ok((Part { asked: asked.to_owned(), outcome, confidence: ranking.confidence, hits }, next))
    }

    fn outcome(&self, asked: &str, ranking: &Ranking) -> Outcome {
        let thresholds = &self.model.calibration;
        let advice = self.cues.advice(asked);
        let Some((best, _, likelihood)) = ranking.units.first().filter(|_| advice.is_none()) else {
            return Outcome::Unknown(self.unknown(ranking, advice));
        };
        let quotation = self.quotation(best.unit, Some(ranking));
        if ranking.confidence >= thresholds.clarify
            && let Some(other) = self.contradiction(ranking, &quotation)
        {
            return conflict(quotation, other);
        }
        if ranking.confidence >= thresholds.answer {
            return Outcome::Answer(quotation);
        }
        let choices: Vec<&(Candidate, f32, f32)> =
            ranking.units.iter().take(CHOICES).filter(|(.., share)| *share >= WORTH_A_CHOICE * likelihood).collect();
        let together = f64::from(choices.iter().map(|(.., share)| share).sum::<f32>() / likelihood.max(f32::EPSILON));
        if choices.len() > 1 && (ranking.confidence * together).min(1.0) >= thresholds.clarify {
            return Outcome::Clarify(choices.into_iter().map(|(candidate, ..)| self.choice(candidate.unit)).collect());
        }
        Outcome::Unknown(self.unknown(ranking, None))
    }

    fn contradiction(&self, ranking: &Ranking, quotation: &Quotation) -> Option<Quotation> {
        let likely = ranking.units.first().map_or(1.0, |(.., share)| share * WORTH_A_CHOICE);
        let others = ranking.units.iter().skip(1).take(HITS - 1).filter(|(.., share)| *share >= likely);
        others.map(|(candidate, ..)| candidate).find_map(|candidate| {
            let other = self.quotation(candidate.unit, Some(ranking));
            disagree(quotation, &other, &ranking.terms, &self.analyzer).then_some(other)
        })
    }

    fn unknown(&self, ranking: &Ranking, advice: Option<crate::Advice>) -> Unknown {
        let near = || ranking.units.iter().take(HITS);
        let mut topics: Vec<String> = Vec::new();
        for (candidate, ..) in near() {
            let id = self.id(candidate.unit);
            for (topic, entries) in &self.topics {
                if entries.iter().any(|entry| entry == id) && !topics.contains(topic) {
                    topics.push(topic.clone());
                }
            }
        }
        topics.truncate(3);
        Unknown { advice, topics, nearest: near().take(3).map(|(candidate, ..)| self.choice(candidate.unit)).collect() }
    }

    /// Several parts are several questions when each has an answer of its own.
    fn parts_stand_alone(&self, parts: &[Part]) -> bool {
        let answered = |part: &Part| match &part.outcome {
            Outcome::Answer(quotation) => Some(quotation.id.clone()),
            Outcome::Conflict(both) => Some(both[0].id.clone()),
            Outcome::Unknown(unknown) if unknown.advice.is_some() => Some(String::new()),
            _ => None,
        };
        let mut answers: Vec<Option<String>> = parts.iter().map(answered).collect();
        let all = answers.iter().flatten().count() >= 1
            && answers.iter().filter(|a| a.is_none()).count() * 2 <= answers.len();
        answers.sort();
        answers.dedup();
        all && answers.len() == parts.len()
    }

    fn favour_topic_of(&self, id: &str, units: &mut [(Candidate, f32, f32)]) {
        let topic =
            |id: &str| self.content.entries.iter().find(|entry| entry.id == id).and_then(|entry| entry.topic.clone());
        let Some(discussed) = topic(id) else { return };
        for (candidate, score, _) in units.iter_mut() {
            if topic(self.id(candidate.unit)).as_ref() == Some(&discussed) {
                *score += SAME_TOPIC;
            }
        }
        units.sort_by(|a, b| b.1.total_cmp(&a.1).then(a.0.unit.cmp(&b.0.unit)));
    }

    fn listed(&self, ranking: &Ranking, most: usize) -> Vec<Hit> {
        let hit = |(candidate, score, _): &(Candidate, f32, f32)| Hit {
            id: self.id(candidate.unit).to_owned(),
            score: f64::from(*score),
            kind: self.place(candidate.unit).kind(),
        };
        ranking.units.iter().take(most).map(hit).collect()
    }

    fn quotation(&self, unit: u32, ranking: Option<&Ranking>) -> Quotation {
        let aim = Aim { analyzer: &self.analyzer, terms: ranking.map(|ranking| &ranking.terms) };
        let mut quotation = quote(&self.content, self.place(unit), &aim);
        if let Some(ranking) = ranking {
            quotation.why.shared_words = self.shared_words(&ranking.asked, &quotation.text);
        }
        if let Some((candidate, ..)) = ranking.and_then(|r| r.units.iter().find(|(c, ..)| c.unit == unit)) {
            quotation.why.phrasing =
                candidate.phrasing.map(|passage| self.corpus.passages[passage as usize].text.clone());
        }
        quotation
    }

    /// Words of the question that a text has too, in any of their forms.
    fn shared_words(&self, question: &str, text: &str) -> Vec<String> {
        let told: FxHashSet<String> = self.analyzer.words(text).into_iter().map(|(_, stem)| stem).collect();
        let mut shared: Vec<String> = Vec::new();
        for (word, stem) in self.analyzer.words(question) {
            if told.contains(&stem) && !self.cues.is_light(word) && !shared.iter().any(|known| known == word) {
                shared.push(word.to_owned());
            }
        }
        shared
    }

    fn choice(&self, unit: u32) -> Choice {
        Choice { id: self.id(unit).to_owned(), label: self.label(unit).to_owned() }
    }

    fn label(&self, unit: u32) -> &str {
        self.place(unit).label(&self.content)
    }

    fn place(&self, unit: u32) -> Place {
        self.corpus.places[unit as usize]
    }
}

fn conflict(a: Quotation, b: Quotation) -> Outcome {
    let newer_first = a.citation.version >= b.citation.version;
    Outcome::Conflict(Box::new(if newer_first { [a, b] } else { [b, a] }))
}

fn notices(pack: &Pack, language: &str) -> Vec<(String, Vec<String>)> {
    let emergencies = pack.notices.iter().filter(|notice| notice.kind == NoticeKind::Emergency);
    emergencies.map(|n| (n.id.clone(), n.keywords.get(language).cloned().unwrap_or_default())).collect()
}
