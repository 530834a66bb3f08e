//! One installed pack: its texts, and answers quoted from them.

use std::{
    collections::BTreeMap,
    panic::{AssertUnwindSafe, catch_unwind},
    path::{Path, PathBuf},
    sync::{Arc, Condvar, Mutex, PoisonError},
    time::Duration,
};

use jiff::civil::Date;
use kaunter_knowledge::{Context, Knowledge, Quotation, Reply};
use kaunter_pack::model::{LanguageTag, Pack};

use crate::{promised::Promised, refusal::Refusal, view::Problem};

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

/// A pack whose languages are opened for questions, or are being opened.
pub struct OpenedPack {
    pack: Pack,
    cache: PathBuf,
    languages: BTreeMap<LanguageTag, Promised>,
    /// Whether somebody asked.
    asked: Mutex<bool>,
    told: Condvar,
}

impl OpenedPack {
    /// Opens a pack. What is worked out from it is kept below `cache`; where it cannot be kept, the
    /// pack is opened all the same. A language that cannot be opened is left out, so that one
    /// broken language does not silence the others.
    ///
    /// # Errors
    /// No language can be opened, and why the first cannot.
    pub fn open(pack: Pack, cache: &Path) -> Result<Self, Problem> {
        let mut opened = Self::promised(pack, cache);
        let faults = opened.open_languages();
        opened.languages.retain(|language, _| !faults.contains_key(language));
        let Self { pack, languages, .. } = &mut opened;
        pack.manifest.languages.retain(|language| languages.contains_key(language));
        match faults.into_values().next() {
            Some(first) if languages.is_empty() => Err(first),
            _ if languages.is_empty() => Err(Refusal::PackNone.into()),
            _ => Ok(opened),
        }
    }

    /// A pack that can be shown at once and asked as soon as [`Self::open_languages`] has come to
    /// the language; a question that comes sooner waits.
    pub fn promised(pack: Pack, cache: &Path) -> Self {
        let languages =
            pack.manifest.languages.iter().map(|language| (language.clone(), Promised::default())).collect();
        Self { pack, cache: cache.to_owned(), languages, asked: Mutex::default(), told: Condvar::new() }
    }

    /// Whether every language was worked out before, so that opening takes moments.
    pub fn is_kept(pack: &Pack, cache: &Path) -> bool {
        pack.manifest.languages.iter().all(|language| Knowledge::is_kept(pack, language, cache))
    }

    /// Opens the languages, in the order of the language screen. Tells which cannot be opened.
    pub fn open_languages(&self) -> BTreeMap<LanguageTag, Problem> {
        let mut faults = BTreeMap::new();
        for (language, promised) in
            self.pack.manifest.languages.iter().filter_map(|tag| self.languages.get_key_value(tag))
        {
            let open = || open_language(&self.pack, language, &self.cache);
            let unharmed = || catch_unwind(AssertUnwindSafe(open)).unwrap_or(Err(Refusal::PackBroken.into()));
            if let Err(problem) = promised.keep(unharmed) {
                tracing::error!(code = problem.code, language, "a language of the pack is left out");
                faults.insert(language.clone(), problem);
            }
        }
        faults
    }

    /// Returns as soon as somebody asks, or after `longest`.
    pub fn rest_until_asked(&self, longest: Duration) {
        let asked = self.asked.lock().unwrap_or_else(PoisonError::into_inner);
        drop(self.told.wait_timeout_while(asked, longest, |asked| !*asked));
    }

    fn language(&self, language: &str) -> Result<Arc<Knowledge>, Problem> {
        *self.asked.lock().unwrap_or_else(PoisonError::into_inner) = true;
        self.told.notify_all();
        self.languages.get(language).ok_or(Refusal::LanguageUnknown)?.wait()
    }
}

fn open_language(pack: &Pack, language: &str, cache: &Path) -> Result<Knowledge, Problem> {
    let opened = Knowledge::open_anyhow(pack, language, Some(cache), |fault| {
        tracing::warn!(code = fault.code(), language, "the index is held in memory");
    });
    opened.map_err(|fault| Problem { code: fault.code().to_owned() })
}

impl Content for OpenedPack {
    fn pack(&self) -> &Pack {
        &self.pack
    }

    fn ask(&self, language: &str, question: &str, context: &Context, today: Date) -> Result<Reply, Problem> {
        let knowledge = self.language(language)?;
        knowledge.ask(question, context, today).map_err(|fault| Problem { code: fault.code().to_owned() })
    }

    fn emergencies(&self, language: &str, question: &str) -> Vec<String> {
        self.language(language).map_or_else(|_| Vec::new(), |knowledge| knowledge.emergencies(question))
    }

    fn quote(&self, language: &str, id: &str, today: Date) -> Option<Quotation> {
        self.language(language).ok()?.quote(id, today)
    }
}
