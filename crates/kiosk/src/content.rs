//! One installed pack: its texts, and answers quoted from them.

use std::{collections::BTreeMap, path::Path};

use jiff::civil::Date;
use kaunter_knowledge::{Context, Knowledge, KnowledgeError, Quotation, Reply};
use kaunter_pack::model::{LanguageTag, Pack};

use crate::{refusal::Refusal, view::Problem};

/// What a visit quotes from. It never changes; a newer pack is another one.
pub trait Content: Send + Sync {
    /// The pack itself.
    fn pack(&self) -> &Pack;
    /// What the pack says to a question.
    ///
    /// # Errors
    /// The pack does not speak the language, or its index can no longer be read.
    fn ask(&self, language: &str, question: &str, context: &Context, today: Date) -> Result<Reply, Problem>;
    /// Ids of the emergency notices that a question concerns, live or not.
    fn emergencies(&self, language: &str, question: &str) -> Vec<String>;
    /// The entry or passage with this id; `None` when it does not hold today or is not in the language.
    fn quote(&self, language: &str, id: &str, today: Date) -> Option<Quotation>;
}

/// A pack with every one of its languages opened for questions.
pub struct OpenedPack {
    pack: Pack,
    languages: BTreeMap<LanguageTag, Knowledge>,
}

impl OpenedPack {
    /// Opens a pack. What is worked out from it is kept below `cache`; where it cannot be kept, the
    /// pack is opened all the same. A language that cannot be opened is left out, so that one
    /// broken language does not silence the others.
    ///
    /// # Errors
    /// No language can be opened, and why the first cannot.
    pub fn open(mut pack: Pack, cache: &Path) -> Result<Self, Problem> {
        let mut languages = BTreeMap::new();
        let mut first_fault = None;
        for language in &pack.manifest.languages {
            match open_language(&pack, language, cache) {
                Ok(knowledge) => drop(languages.insert(language.clone(), knowledge)),
                Err(fault) => {
                    tracing::error!(code = fault.code(), language, "a language of the pack is left out");
                    first_fault.get_or_insert(fault.code());
                }
            }
        }
        if languages.is_empty() {
            return Err(Problem { code: first_fault.unwrap_or(Refusal::PackNone.code()).to_owned() });
        }
        pack.manifest.languages.retain(|language| languages.contains_key(language));
        Ok(Self { pack, languages })
    }
}

fn open_language(pack: &Pack, language: &str, cache: &Path) -> Result<Knowledge, KnowledgeError> {
    Knowledge::open(pack, language, Some(cache)).or_else(|fault| match fault {
        KnowledgeError::NoSuchLanguage(_) | KnowledgeError::Language(_) => Err(fault),
        KnowledgeError::Index(_) | KnowledgeError::Cache(_) => {
            tracing::warn!(code = fault.code(), language, "the index is held in memory");
            Knowledge::open(pack, language, None)
        }
    })
}

impl Content for OpenedPack {
    fn pack(&self) -> &Pack {
        &self.pack
    }

    fn ask(&self, language: &str, question: &str, context: &Context, today: Date) -> Result<Reply, Problem> {
        let knowledge = self.languages.get(language).ok_or(Refusal::LanguageUnknown)?;
        knowledge.ask(question, context, today).map_err(|fault| Problem { code: fault.code().to_owned() })
    }

    fn emergencies(&self, language: &str, question: &str) -> Vec<String> {
        let knowledge = self.languages.get(language);
        knowledge.map_or_else(Vec::new, |knowledge| knowledge.emergencies(question))
    }

    fn quote(&self, language: &str, id: &str, today: Date) -> Option<Quotation> {
        self.languages.get(language)?.quote(id, today)
    }
}
