//! One language of a pack, opened for questions.

use std::path::Path;

use jiff::civil::Date;
use kaunter_pack::model::{LanguageContent, NoticeKind, Pack};
use rustc_hash::FxHashSet;
use tempfile::TempDir;

use crate::{
    Choice, Context, Hit, KnowledgeError, Outcome, Part, Quotation, Reply,
    adviser::{Adviser, Want},
    analysis::{Analyzer, Side, Terms},
    cache::Shelf,
    confidence::{Signs, Tried, signs},
    conflict::Units,
    corpus::{Corpus, Place, Role},
    evidence::{Candidate, Hidden, candidates, kind},
    index::PassageIndex,
    language::{AdviceCues, LanguageData},
    model::Model,
    question::{Cues, Leaning, heard, speaks_of},
    quote::{Aim, quote},
    ranking::Ranked,
    rehearsal::rehearse,
    schooling::school,
    speech::Speech,
    spelling::Spelling,
    threshold,
};

/// One language of a pack, ready to be asked. Asking changes nothing: the same question gets the
/// same reply, to the last bit.
pub struct Knowledge {
    content: LanguageContent,
    valid_until: Option<Date>,
    notices: Vec<(String, Vec<String>)>,
    pub(crate) topics: Vec<(String, Vec<String>)>,
    pub(crate) corpus: Corpus,
    ids: Vec<String>,
    /// Units in the order of their ids.
    by_id: Vec<u32>,
    pub(crate) analyzer: Analyzer,
    pub(crate) cues: Cues,
    pub(crate) units: Units,
    pub(crate) index: PassageIndex,
    pub(crate) model: Model,
    spelling: Spelling,
}

/// A question's candidates, best first, with how sure the first is.
pub(crate) struct Ranking {
    pub(crate) units: Ranked,
    pub(crate) signs: Signs,
    pub(crate) confidence: f64,
    /// Names no subject, and nothing was said before that could be meant.
    pub(crate) is_adrift: bool,
    pub(crate) terms: Terms,
    /// The day on which it was asked.
    pub(crate) day: Date,
    asked: String,
}

impl Ranking {
    /// Whether the pack puts the question in the very same words.
    pub(crate) fn is_verbatim(&self) -> bool {
        let likeness = |(best, ..): &(Candidate, f32, f32)| best.evidence[kind::ASKED + Side::Form as usize];
        self.units.first().is_some_and(|best| likeness(best) >= VERBATIM)
    }
}

/// A question's candidates, and what they come to.
struct Understood {
    ranking: Ranking,
    outcome: Outcome,
}

impl Understood {
    /// Whether the question has neither an answer nor somebody to go to.
    fn leaves_open(&self) -> bool {
        match &self.outcome {
            Outcome::Answer(_) | Outcome::Conflict(_) => false,
            Outcome::Clarify(_) => true,
            Outcome::Unknown(unknown) => unknown.advice.is_none(),
        }
    }

    fn says_more_than(&self, other: &Self) -> bool {
        match &self.outcome {
            Outcome::Unknown(unknown) => unknown.advice.is_some(),
            _ => self.ranking.confidence > other.ranking.confidence,
        }
    }
}

/// Hits that a reply lists.
pub(crate) const HITS: usize = 5;
/// Likeness, as written, from which a question is one of the pack's own.
const VERBATIM: f32 = 0.95;

/// What a [`Knowledge`] is made of besides its index and model.
struct Assembly<'p> {
    pack: &'p Pack,
    language: &'p str,
    content: &'p LanguageContent,
    data: LanguageData,
    corpus: Corpus,
}

/// What opening works out, and the questions by which it is judged how sure is sure enough.
struct WorkedOut {
    index: PassageIndex,
    model: Model,
    trials: Vec<Tried>,
    rehearsed: Vec<Tried>,
}

impl Assembly<'_> {
    fn work_out(&self, folder: Option<&Path>) -> Result<WorkedOut, KnowledgeError> {
        let analyzer = Analyzer::new(&self.data);
        let passages: Vec<(Role, Terms)> =
            self.corpus.passages.iter().map(|passage| (passage.role, analyzer.terms(&passage.text))).collect();
        let index = PassageIndex::write(folder, passages.iter().map(|(role, terms)| (*role, terms)))?;
        let mut model = Model::untrained(&self.corpus, &passages, Speech::of(&self.data.speech, &analyzer));
        model.adviser = Adviser::of(&self.data, &analyzer);
        let trials = school(&mut model, &index, &passages)?;
        let rehearsed = match trials.is_empty() {
            true => rehearse(&model, &index, &self.corpus, &passages, &analyzer, &self.data.speech)?,
            false => Vec::new(),
        };
        Ok(WorkedOut { index, model, trials, rehearsed })
    }

    fn with(self, index: PassageIndex, model: Model) -> Knowledge {
        let ids: Vec<String> = self.corpus.places.iter().map(|place| place.id(self.content)).collect();
        let mut by_id: Vec<u32> = (0..ids.len() as u32).collect();
        by_id.sort_unstable_by(|a, b| ids[*a as usize].cmp(&ids[*b as usize]));
        let notices = notices(self.pack, self.language);
        let analyzer = Analyzer::new(&self.data);
        Knowledge {
            spelling: self.spelling(&notices, &analyzer),
            valid_until: self.pack.manifest.valid_until,
            notices,
            topics: self.pack.topics.iter().map(|topic| (topic.id.clone(), topic.entries.clone())).collect(),
            ids,
            by_id,
            content: self.content.clone(),
            analyzer,
            cues: Cues::new(&self.data),
            units: Units::new(&self.data.amounts.units),
            corpus: self.corpus,
            index,
            model,
        }
    }

    /// The words of what can be found and of what is listened for.
    fn spelling(&self, notices: &[(String, Vec<String>)], analyzer: &Analyzer) -> Spelling {
        let told = self.corpus.passages.iter().map(|passage| &passage.text);
        let keywords = notices.iter().flat_map(|(_, keywords)| keywords);
        let cues = self.data.advice.values().flat_map(AdviceCues::all);
        let advised = |of_advice: bool| {
            let sections = self
                .data
                .advised
                .iter()
                .filter(move |(name, _)| Want::named(name).is_some_and(Want::is_advice) == of_advice);
            sections.flat_map(|(_, said)| said)
        };
        let texts = told.chain(keywords).chain(cues).chain(advised(true));
        let everyday = self.data.speech.iter().chain(self.data.lexicon.iter().flatten()).chain(advised(false));
        Spelling::of(texts.map(String::as_str), everyday.map(String::as_str), analyzer)
    }
}

impl Knowledge {
    /// Whether [`Self::open`] would find its work done below `cache`, so that it takes well under a
    /// second.
    pub fn is_kept(pack: &Pack, language: &str, cache: &Path) -> bool {
        Shelf::new(cache, pack, language).holds()
    }

    /// Opens a language of a pack. What was worked out is kept below `cache`, under the content's
    /// digest, and found there the next time; without a cache it is worked out each time.
    ///
    /// # Errors
    /// The pack lacks the language, the language's data is broken, or the index cannot be written.
    pub fn open(pack: &Pack, language: &str, cache: Option<&Path>) -> Result<Self, KnowledgeError> {
        let content =
            pack.languages.get(language).ok_or_else(|| KnowledgeError::NoSuchLanguage(language.to_owned()))?;
        let data = LanguageData::of(language)?;
        let shelf = cache.map(|folder| Shelf::new(folder, pack, language));
        let assembly = Assembly { pack, language, content, data, corpus: Corpus::of(content) };
        if let Some((index, model)) = shelf.as_ref().and_then(Shelf::open) {
            return Ok(assembly.with(index, model));
        }
        let staged = shelf.as_ref().map(Shelf::stage).transpose()?;
        let WorkedOut { index, model, trials, rehearsed } = assembly.work_out(staged.as_ref().map(TempDir::path))?;
        let mut knowledge = assembly.with(index, model);
        threshold::set(&mut knowledge, trials, &rehearsed)?;
        if let (Some(shelf), Some(staged)) = (shelf, staged) {
            knowledge.index = shelf.keep(staged, knowledge.index, &knowledge.model)?;
        }
        Ok(knowledge)
    }

    /// Opens a language as [`Self::open`] does, also where nothing can be kept below `cache`: then it is
    /// held in memory, and `told` hears why.
    ///
    /// # Errors
    /// The pack lacks the language, or the language's data is broken.
    pub fn open_anyhow(
        pack: &Pack,
        language: &str,
        cache: Option<&Path>,
        told: impl FnOnce(&KnowledgeError),
    ) -> Result<Self, KnowledgeError> {
        Self::open(pack, language, cache).or_else(|fault| match fault {
            KnowledgeError::Index(_) | KnowledgeError::Cache(_) if cache.is_some() => {
                told(&fault);
                Self::open(pack, language, None)
            }
            fault => Err(fault),
        })
    }

    /// What the pack says to a question, on a day, after what was said before.
    ///
    /// # Errors
    /// The index can no longer be read.
    pub fn ask(&self, question: &str, context: &Context, today: Date) -> Result<Reply, KnowledgeError> {
        let question = heard(question);
        let asked = self.cues.parts(question);
        let (whole, next, is_known) = self.answer_part(question, context, today)?;
        let Part { hits, confidence, .. } = whole.clone();
        let emergencies = self.emergencies(question);
        if asked.pieces.len() > 1 && !is_known {
            let mut parts = Vec::new();
            let mut leaning_on = context.clone();
            for piece in asked.pieces {
                let (part, next, _) = self.answer_part(piece, &leaning_on, today)?;
                leaning_on = next;
                parts.push(part);
            }
            if self.stand_alone(&parts, asked.sure) {
                return Ok(Reply { parts, hits, confidence, emergencies, context: leaning_on });
            }
        }
        Ok(Reply { parts: vec![whole], hits, confidence, emergencies, context: next })
    }

    /// Emergency notices that a question concerns, by id. Whether they are live is for who knows the time.
    pub fn emergencies(&self, question: &str) -> Vec<String> {
        let corrected = self.spelling.corrected(heard(question), &self.analyzer);
        let speaks_of = |keyword: &String| {
            [Some(question), corrected.as_deref()].into_iter().flatten().any(|asked| speaks_of(asked, keyword))
        };
        let concerned = self.notices.iter().filter(|(_, keywords)| keywords.iter().any(speaks_of));
        concerned.map(|(id, _)| id.clone()).collect()
    }

    /// Quotes an entry or a section by its id, if it holds on `today`.
    pub fn quote(&self, id: &str, today: Date) -> Option<Quotation> {
        let unit = self.unit(id).filter(|unit| self.holds_on(*unit, today))?;
        Some(self.quotation(unit, None))
    }

    pub(crate) fn unit(&self, id: &str) -> Option<u32> {
        let at = self.by_id.binary_search_by(|unit| self.id(*unit).cmp(id)).ok()?;
        Some(self.by_id[at])
    }

    /// Whether a unit may be quoted on a day, by its own dates and the pack's.
    pub(crate) fn holds_on(&self, unit: u32, day: Date) -> bool {
        self.valid_until.is_none_or(|last| day <= last) && self.corpus.holds_on(unit, day)
    }

    pub(crate) fn content(&self) -> &LanguageContent {
        &self.content
    }

    pub(crate) fn id(&self, unit: u32) -> &str {
        &self.ids[unit as usize]
    }

    /// Ranks for the words of a question, on the topic of what was answered before.
    pub(crate) fn rank_words(
        &self,
        question: &str,
        words: &str,
        before: Option<&str>,
        today: Date,
    ) -> Result<Ranking, KnowledgeError> {
        let terms = self.analyzer.terms(words);
        let (mut found, acquaintance) = candidates(&self.model, &self.index, &terms, &Hidden::default())?;
        found.retain(|candidate| self.holds_on(candidate.unit, today));
        let mut units = self.model.rank(found);
        if let Some(id) = before {
            self.favour_topic_of(id, &mut units);
        }
        let signs = signs(&units, &acquaintance);
        let confidence = self.model.calibration.confidence(&signs);
        Ok(Ranking { units, signs, confidence, is_adrift: false, terms, day: today, asked: question.to_owned() })
    }

    /// What is said to a question as it is put; or, where that leaves it open, as it is meant where words are mistyped.
    fn understand(&self, asked: &str, context: &Context, today: Date) -> Result<Understood, KnowledgeError> {
        let as_put = self.understand_as_put(asked, context, today)?;
        let corrected = match as_put.leaves_open() {
            true => self.spelling.corrected(asked, &self.analyzer),
            false => None,
        };
        let Some(corrected) = corrected else { return Ok(as_put) };
        let as_meant = self.understand_as_put(&corrected, context, today)?;
        Ok(if as_meant.says_more_than(&as_put) { as_meant } else { as_put })
    }

    fn understand_as_put(&self, asked: &str, context: &Context, today: Date) -> Result<Understood, KnowledgeError> {
        let ranking = self.rank(asked, context, today)?;
        let outcome = self.outcome(asked, &ranking)?;
        Ok(Understood { ranking, outcome })
    }

    /// What is said to one question, what a follow-up to it will mean, and whether the pack puts the
    /// question in these very words: then it is one, whatever joins its words.
    fn answer_part(
        &self,
        asked: &str,
        context: &Context,
        today: Date,
    ) -> Result<(Part, Context, bool), KnowledgeError> {
        let Understood { ranking, outcome } = self.understand(asked, context, today)?;
        let said = match &outcome {
            Outcome::Answer(quotation) => Some(&quotation.id),
            Outcome::Conflict(both) => Some(&both[0].id),
            Outcome::Clarify(_) | Outcome::Unknown(_) => None,
        };
        let next = match said.and_then(|id| self.unit(id)) {
            Some(unit) => Context { id: said.cloned(), subject: Some(self.label(unit).to_owned()) },
            // A new subject that nothing was said about must not be taken for the old one.
            None if self.cues.leaning(asked) == Leaning::Alone => Context::default(),
            None => context.clone(),
        };
        let hits = self.listed(&ranking, HITS);
        let part = Part { asked: asked.to_owned(), outcome, confidence: ranking.confidence, hits };
        Ok((part, next, ranking.is_verbatim()))
    }

    fn listed(&self, ranking: &Ranking, most: usize) -> Vec<Hit> {
        let hit = |(candidate, score, _): &(Candidate, f32, f32)| Hit {
            id: self.id(candidate.unit).to_owned(),
            score: f64::from(*score),
            kind: self.place(candidate.unit).kind(),
        };
        ranking.units.iter().take(most).map(hit).collect()
    }

    pub(crate) fn quotation(&self, unit: u32, ranking: Option<&Ranking>) -> Quotation {
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

    pub(crate) fn choice(&self, unit: u32) -> Choice {
        Choice { id: self.id(unit).to_owned(), label: self.label(unit).to_owned() }
    }

    pub(crate) fn label(&self, unit: u32) -> &str {
        self.place(unit).label(&self.content)
    }

    pub(crate) fn place(&self, unit: u32) -> Place {
        self.corpus.places[unit as usize]
    }
}

fn notices(pack: &Pack, language: &str) -> Vec<(String, Vec<String>)> {
    let emergencies = pack.notices.iter().filter(|notice| notice.kind == NoticeKind::Emergency);
    emergencies.map(|n| (n.id.clone(), n.keywords.get(language).cloned().unwrap_or_default())).collect()
}
