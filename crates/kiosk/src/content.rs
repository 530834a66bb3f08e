//! One installed pack: its texts, and answers quoted from them.

use std::{
    collections::BTreeMap,
    panic::{AssertUnwindSafe, catch_unwind},
    path::{Path, PathBuf},
    sync::Arc,
    thread,
};

use jiff::civil::Date;
use kaunter_knowledge::{Context, Knowledge, Quotation, Reply};
use kaunter_pack::model::{LanguageTag, Pack};

use crate::{promised::Promised, refusal::Refusal, view::Problem};

/// What a visit quotes from. It never changes; a newer pack is another one.
pub trait Content: Send + Sync {
    /// The pack itself.
    fn pack(&self) -> &Pack;
    /// Somebody is going to ask in this language: what it takes can be got ready.
    fn prepare(&self, _language: &str) {}
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

/// A pack whose languages are opened for questions, or will be when somebody asks.
pub struct OpenedPack {
    pack: Arc<Pack>,
    cache: PathBuf,
    languages: BTreeMap<LanguageTag, Arc<Promised>>,
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
            match open_unharmed(&pack, language, cache) {
                Ok(knowledge) => {
                    languages.insert(language.clone(), Arc::new(Promised::kept(knowledge)));
                }
                Err(problem) => {
                    first_fault.get_or_insert(problem);
                }
            }
        }
        if languages.is_empty() {
            return Err(first_fault.unwrap_or(Refusal::PackNone.into()));
        }
        pack.manifest.languages.retain(|language| languages.contains_key(language));
        Ok(Self { pack: Arc::new(pack), cache: cache.to_owned(), languages })
    }

    /// A pack that can be shown at once. A language of it is opened when somebody is expected to ask in it; a question
    /// that comes sooner waits a little.
    pub fn promised(pack: Pack, cache: &Path) -> Self {
        let languages = pack.manifest.languages.iter().map(|language| (language.clone(), Arc::default())).collect();
        Self { pack: Arc::new(pack), cache: cache.to_owned(), languages }
    }

    /// Whether every language was worked out before, so that opening takes moments.
    pub fn is_kept(pack: &Pack, cache: &Path) -> bool {
        pack.manifest.languages.iter().all(|language| Knowledge::is_kept(pack, language, cache))
    }

    fn language(&self, language: &str) -> Result<Arc<Knowledge>, Problem> {
        self.prepare(language);
        self.languages.get(language).ok_or(Refusal::LanguageUnknown)?.wait()
    }
}

fn open_unharmed(pack: &Pack, language: &str, cache: &Path) -> Result<Knowledge, Problem> {
    let open = || open_language(pack, language, cache);
    let opened = catch_unwind(AssertUnwindSafe(open)).unwrap_or(Err(Refusal::PackBroken.into()));
    opened.inspect_err(|problem| tracing::error!(code = problem.code, language, "a language of the pack is left out"))
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

    /// Opens it beside whoever calls, once.
    fn prepare(&self, language: &str) {
        let Some(promised) = self.languages.get(language).filter(|promised| promised.begin()) else { return };
        let (promised, pack) = (Arc::clone(promised), Arc::clone(&self.pack));
        let (language, cache) = (language.to_owned(), self.cache.clone());
        let beside = Arc::clone(&promised);
        let open = move || beside.keep(open_unharmed(&pack, &language, &cache));
        if let Err(error) = thread::Builder::new().name("language".into()).spawn(open) {
            tracing::error!(code = "kiosk-no-thread", %error);
            promised.give_up();
        }
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

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    const PACK: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/it/small-pack");

    fn nobody_asked_in(opened: &OpenedPack) -> Vec<&str> {
        let closed = opened.languages.iter().filter(|(_, promised)| promised.is_closed());
        closed.map(|(language, _)| language.as_str()).collect()
    }

    #[test]
    fn a_language_is_opened_when_somebody_is_going_to_ask_in_it() {
        let cache = tempfile::tempdir().unwrap();
        let pack = || Pack::read(PACK.as_ref()).unwrap();
        assert!(!OpenedPack::is_kept(&pack(), cache.path()));
        assert_eq!(
            nobody_asked_in(&OpenedPack::open(pack(), cache.path()).unwrap_or_else(|p| panic!("{p:?}"))),
            [""; 0]
        );

        assert!(OpenedPack::is_kept(&pack(), cache.path()));
        let promised = OpenedPack::promised(pack(), cache.path());
        assert_eq!(nobody_asked_in(&promised), ["en", "ko", "zh-TW"]);
        promised.prepare("ko");
        assert_eq!(nobody_asked_in(&promised), ["en", "zh-TW"]);
        // Who asks without having chosen waits a little.
        assert!(promised.ask("en", "How much is the birth grant?", &Context::default(), date(2026, 11, 21)).is_ok());
        assert_eq!(nobody_asked_in(&promised), ["zh-TW"]);
    }
}
