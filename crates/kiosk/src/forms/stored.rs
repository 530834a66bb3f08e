//! Records in the kiosk's encrypted store. Where the store cannot be opened, forms cannot be begun,
//! and the kiosk answers questions all the same.

use std::path::Path;

use jiff::{SignedDuration, Timestamp, civil::Date};
use kaunter_forms::{Changed, Form, Journey, Place};
use kaunter_store::{
    DraftId, Finishing, FormNumber, KeyProvider, PauseCode, Person, Post, Recipient, Store, StoreError, Travelled,
};

use super::records::{FIRST, Finish, Interrupted, LANGUAGE, Records, Reopened, TOGETHER, Way, is_note};
use crate::{refusal::Refusal, said::Said, view::Problem};

/// How long a draft that a failure of the machine cut off can be given back.
const GIVEN_BACK_FOR: SignedDuration = SignedDuration::from_mins(60);

/// The store, or why there is none.
pub struct StoredRecords {
    store: Result<Store, Problem>,
    /// Opens the store; tried again when it failed, for room may have been made on the disk.
    open: Box<dyn Fn(Timestamp) -> Result<Store, StoreError> + Send>,
    /// When the store was opened: drafts that were there then were cut off.
    opened: Timestamp,
    interrupted: Vec<(DraftId, Interrupted)>,
    /// Drafts of visits that are over, which the disk did not let go.
    unended: Vec<DraftId>,
    /// Why nothing could be kept the last time; until something can.
    failing: Option<Problem>,
    print_window: SignedDuration,
}

impl StoredRecords {
    /// Opens the store in a folder. A finished form can be printed for `print_window`.
    pub fn open(folder: &Path, key: impl KeyProvider + 'static, now: Timestamp, print_window: SignedDuration) -> Self {
        let folder = folder.to_owned();
        let open = move |now| Store::open(&folder, &key, now);
        let store = open(now).map_err(|fault| problem(&fault));
        let interrupted = store.as_ref().ok().and_then(|store| store.drafts().ok()).unwrap_or_default();
        let cut_off = interrupted.into_iter().filter(|draft| draft.paused_until.is_none()).map(|draft| {
            let shown = Interrupted { draft: format!("{:?}", draft.id), form: draft.form_id, begun: draft.begun };
            (draft.id, shown)
        });
        Self {
            interrupted: cut_off.collect(),
            store,
            open: Box::new(open),
            opened: now,
            unended: Vec::new(),
            failing: None,
            print_window,
        }
    }

    fn opened(&mut self) -> Result<&mut Store, Problem> {
        self.store.as_mut().map_err(|problem| problem.clone())
    }

    /// What came of writing; staff see it when the disk takes nothing more.
    fn kept<T>(&mut self, done: Result<T, StoreError>) -> Result<T, Problem> {
        let kept = done.map_err(|fault| (fault.is_of_disk(), problem(&fault)));
        match &kept {
            Ok(_) => self.failing = None,
            Err((true, problem)) => self.failing = Some(problem.clone()),
            Err((false, _)) => {}
        }
        kept.map_err(|(_, problem)| problem)
    }

    /// The store, opened again where it could not be opened before.
    fn store_at(&mut self, now: Timestamp) -> Result<&mut Store, Problem> {
        if self.store.is_err() {
            self.store = (self.open)(now).map_err(|fault| problem(&fault));
        }
        self.opened()
    }

    /// How much a draft that is still there keeps that is no answer.
    fn notes_of(&self, draft: DraftId) -> u64 {
        let answers = self.store.as_ref().ok().and_then(|store| store.answers(draft).ok());
        answers.map_or(0, |answers| answers.iter().filter(|(place, _)| is_note(place)).count() as u64)
    }

    fn take_up(&mut self, draft: DraftId, today: Date) -> Result<Reopened, Problem> {
        let store = self.opened()?;
        let definition = store.definition(draft).map_err(|fault| problem(&fault))?;
        let form = Form::from_archive(&definition).map_err(|_| Refusal::FormDamaged)?;
        let answers = store.answers(draft).map_err(|fault| problem(&fault))?;
        let note = |name| answers.iter().find(|(place, _)| place == name).map(|(_, bytes)| bytes.to_vec());
        let (together, checks_first) = (note(TOGETHER), note(FIRST).is_some());
        let language = note(LANGUAGE).and_then(|bytes| String::from_utf8(bytes).ok());
        let answers = answers.iter().filter(|(place, _)| !is_note(place));
        let stored = answers.map(|(place, bytes)| Ok((place.parse::<Place>()?, bytes.to_vec())));
        let stored: Vec<_> = stored.collect::<Result<_, kaunter_forms::NoPlace>>().map_err(|_| Refusal::FormDamaged)?;
        let journey = Journey::resume(form, stored, today).map_err(|_| Refusal::FormDamaged)?;
        Ok(Reopened { draft, journey, together, checks_first, language })
    }
}

fn problem(fault: &StoreError) -> Problem {
    tracing::error!(code = fault.code(), %fault);
    Problem { code: fault.code().to_owned() }
}

impl Records for StoredRecords {
    fn begin(&mut self, form: &Form, now: Timestamp) -> Result<DraftId, Problem> {
        let definition = form.archive();
        let begun = self.store_at(now)?.begin(&form.id, &form.version, &definition, now);
        self.kept(begun)
    }

    fn keep(&mut self, draft: DraftId, changes: Vec<Changed>) -> Result<(), Problem> {
        let changes: Vec<_> = changes.into_iter().map(|change| (change.place.to_string(), change.stored)).collect();
        let kept = self.opened()?.keep(draft, &changes);
        self.kept(kept)
    }

    fn pause(&mut self, draft: DraftId, now: Timestamp, until: Timestamp) -> Result<Said, Problem> {
        let paused = self.opened()?.pause(draft, now, until);
        self.kept(paused).map(|code| Said::from(code.as_str()))
    }

    fn resume(&mut self, code: &Said, now: Timestamp, today: Date) -> Result<Reopened, Problem> {
        let code = PauseCode::read(code.as_str()).ok_or_else(|| problem(&StoreError::CodeUnknown))?;
        let draft = self.store_at(now)?.resume(&code, now).map_err(|fault| problem(&fault))?;
        self.take_up(draft, today)
    }

    fn reopen(&mut self, draft: &str, today: Date) -> Result<Reopened, Problem> {
        let at = self.interrupted.iter().position(|(_, shown)| shown.draft == draft);
        let at = at.ok_or_else(|| problem(&StoreError::DraftGone))?;
        let reopened = self.take_up(self.interrupted[at].0, today)?;
        self.interrupted.remove(at);
        Ok(reopened)
    }

    fn forget(&mut self, draft: DraftId, now: Timestamp) -> Result<(), Problem> {
        let forgotten = self.opened()?.forget(draft, now);
        self.kept(forgotten)
    }

    fn finish(&mut self, draft: DraftId, how: &Finish<'_>, now: Timestamp) -> Result<String, Problem> {
        let recipients: Result<Vec<Recipient>, StoreError> = how.recipients.iter().map(|key| key.parse()).collect();
        let recipients = recipients.map_err(|fault| problem(&fault))?;
        let filled = how.journey.finish(how.language, how.office_language).map_err(|_| Refusal::FormDamaged)?;
        let document = serde_json::to_vec(&filled).map_err(|_| Refusal::FormDamaged)?;
        let person = how.journey.fingerprint();
        let within = how.journey.form().duplicate.as_ref().map_or(0, |duplicate| duplicate.within_days);
        let within = SignedDuration::from_hours(24 * i64::from(within));
        let finishing = Finishing {
            recipients: &recipients,
            person: person.as_deref().map(|bytes| Person { bytes, within }),
            print_window: self.print_window,
            language: how.language,
            keep_days: how.journey.form().retention_days,
        };
        let finished = self.opened()?.finish(draft, &finishing, now, |_| document);
        self.kept(finished).map(|finished| finished.number.to_string())
    }

    fn end_visit(&mut self, drafts: &[DraftId], now: Timestamp) -> Result<u64, Problem> {
        if drafts.is_empty() {
            return Ok(0);
        }
        let ended = self.opened()?.end_visit(drafts, now);
        if ended.is_err() {
            self.unended.extend_from_slice(drafts);
        }
        let notes: u64 = drafts.iter().map(|draft| self.notes_of(*draft)).sum();
        self.kept(ended).map(|kept| kept.of_this_visit.saturating_sub(notes))
    }

    fn interrupted(&self) -> Vec<Interrupted> {
        self.interrupted.iter().map(|(_, shown)| shown.clone()).collect()
    }

    fn expire(&mut self, now: Timestamp) {
        let Ok(store) = &mut self.store else { return };
        if let Err(fault) = store.expire(now) {
            problem(&fault);
        }
        if !self.unended.is_empty() && store.end_visit(&self.unended, now).is_ok() {
            self.unended.clear();
        }
        if !self.interrupted.is_empty() && now.duration_since(self.opened) >= GIVEN_BACK_FOR {
            let cut_off: Vec<DraftId> = self.interrupted.drain(..).map(|(draft, _)| draft).collect();
            if let Err(fault) = store.end_visit(&cut_off, now) {
                problem(&fault);
            }
        }
    }

    fn store(&self) -> Result<&Store, Problem> {
        self.store.as_ref().map_err(Problem::clone)
    }

    fn store_mut(&mut self, now: Timestamp) -> Result<&mut Store, Problem> {
        self.store_at(now)
    }

    fn letters(&self) -> Option<(Post, Post)> {
        let store = self.store.as_ref().ok()?;
        store.beside().and_then(|one| Ok((one, store.beside()?))).map_err(|fault| problem(&fault)).ok()
    }

    fn way(&self, number: &FormNumber) -> Way {
        let travelled = self.store.as_ref().ok().and_then(|store| store.travelled(number).ok());
        match travelled {
            Some(Travelled::Accepted { received_at }) => Way::Received(received_at),
            Some(Travelled::SetAside { code }) => Way::SetAside(kaunter_courier::reason(&code).to_owned()),
            Some(Travelled::Waiting) | None => Way::Waiting,
        }
    }

    fn problem(&self) -> Option<Problem> {
        match &self.store {
            Err(problem) => Some(problem.clone()),
            Ok(store) => {
                let found = store.opening().notices().next().map(|notice| Problem { code: notice.code().to_owned() });
                self.failing.clone().or(found)
            }
        }
    }
}
