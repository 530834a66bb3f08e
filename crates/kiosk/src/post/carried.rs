//! The way to the agency over the courier, which works on threads of its own. What takes time is done on another thread, and
//! what came of it is found here.

use std::{
    collections::BTreeMap,
    path::PathBuf,
    sync::{Arc, Mutex},
    thread,
};

use jiff::civil::Date;
use kaunter_courier::{Courier, CourierError, KioskFigures, Link as Carried, Settings, Standing, UNPROVEN, reason};
use kaunter_pack::model;
use kaunter_protocol::{Counters, Language, Notice, NoticeKind};
use kaunter_store::{Kind, Post as Letters, Uuid};

use super::{
    Condition, Link, LookedUp, Post, PostStanding, SetAside, StatusList,
    figures::DayBook,
    told::{Told, locked},
};
use crate::{
    folder::DataFolder,
    maintenance, models,
    refusal::Refusal,
    said::Said,
    view::{PackComing, Problem, StickReport},
};

/// The courier, and what came of what was asked of it.
pub struct CarriedPost {
    courier: Arc<Courier>,
    /// For what is read while a screen is drawn.
    letters: Mutex<Letters>,
    /// Which correction a letter is, of letters that were set aside: it never changes.
    corrections: Mutex<BTreeMap<Uuid, Option<u32>>>,
    told: Arc<Told>,
    statuses: Mutex<(Option<u64>, Option<StatusList>)>,
    exchange: Option<PathBuf>,
    folder: DataFolder,
    figures: DayBook,
    /// No pack could be told from a stranger's.
    keyless: bool,
}

impl CarriedPost {
    /// Starts the courier beside a store. `exchange`: a folder that stands for the stick. Without a key that packs are
    /// verified with none is fetched.
    ///
    /// # Errors
    /// As [`Courier::start`].
    pub fn start(
        letters: (Letters, Letters),
        folder: &DataFolder,
        settings: Settings,
        exchange: Option<PathBuf>,
    ) -> Result<Self, CourierError> {
        let keys = maintenance::trusted_keys(folder);
        let keyless = keys.is_empty();
        let settings = Settings { metered: settings.metered || keyless, ..settings };
        let place = kaunter_courier::Place { downloads: folder.downloads(), shelf: folder.packs(), keys };
        let told = Arc::new(Told::default());
        let woken = Arc::clone(&told);
        let courier = Arc::new(Courier::start(letters.0, place, settings, move || woken.changed())?);
        let (letters, corrections, statuses) = (Mutex::new(letters.1), Mutex::default(), Mutex::default());
        let figures = DayBook::open(folder.figures());
        let folder = folder.clone();
        Ok(Self { courier, letters, corrections, told, statuses, exchange, folder, figures, keyless })
    }

    /// Does something that takes time beside the counter.
    fn beside(&self, name: &str, work: impl FnOnce(&Courier, &Told) + Send + 'static) {
        let (courier, told) = (Arc::clone(&self.courier), Arc::clone(&self.told));
        let begun = thread::Builder::new().name(name.to_owned()).spawn(move || work(&courier, &told));
        if let Err(error) = begun {
            tracing::error!(code = "courier-not-started", %error);
        }
    }

    fn with_stick(&self, work: impl FnOnce(&Courier) -> Result<StickReport, CourierError> + Send + 'static) {
        let Some(underway) = self.told.begins_stick() else { return };
        self.beside("stick", move |courier, _| {
            underway.ended(work(courier).unwrap_or_else(|fault| {
                tracing::error!(code = fault.code(), %fault);
                StickReport::Failed { problem: Problem { code: shown(&fault).to_owned() } }
            }));
        });
    }

    /// Which correction this letter is; nothing for a form as it was handed in.
    fn correction(&self, letter: Uuid) -> Option<u32> {
        let mut known = locked(&self.corrections);
        if let Some(correction) = known.get(&letter) {
            return *correction;
        }
        match locked(&self.letters).letter(letter) {
            Ok(found) => {
                let correction = match found.kind {
                    Kind::Form => None,
                    Kind::Correction { revision, .. } => Some(revision),
                };
                known.insert(letter, correction);
                correction
            }
            Err(fault) => {
                tracing::error!(code = fault.code(), %fault);
                None
            }
        }
    }
}

impl Post for CarriedPost {
    fn changes(&self) -> u64 {
        self.told.changes()
    }

    fn standing(&self) -> PostStanding {
        let standing = self.courier.standing();
        let trouble = trouble(&standing, self.keyless);
        let set_aside = standing.set_aside.into_iter().map(|one| SetAside {
            letter: one.id.to_string(),
            number: one.number.to_string(),
            correction: self.correction(one.id),
            code: reason(&one.code).to_owned(),
        });
        PostStanding {
            link: match standing.link {
                Carried::NotEnrolled => Link::NotEnrolled,
                Carried::Beginning => Link::OutOfReach(None),
                Carried::Connected { .. } => Link::Reached,
                Carried::Waiting { .. } => Link::OutOfReach(standing.last_answer),
                Carried::Stopped { code } => Link::Stopped(reason(&code).to_owned()),
            },
            refused: self.told.refused(),
            last_contact: standing.last_answer,
            waiting: u32::try_from(standing.waiting).unwrap_or(u32::MAX),
            set_aside: set_aside.collect(),
            coming: standing.download.map(|pack| PackComing {
                pack: format!("{} {}", pack.pack, pack.version),
                percent: u8::try_from(pack.bytes.saturating_mul(100) / pack.of.max(1)).unwrap_or(100).min(100),
            }),
            pack_refused: standing.pack_refused,
            trouble,
            stick: self.told.stick(),
        }
    }

    fn notices(&self) -> Vec<model::Notice> {
        self.courier.notices().iter().map(hung).collect()
    }

    fn statuses(&self) -> Option<StatusList> {
        let changes = self.changes();
        let mut known = locked(&self.statuses);
        if known.0 != Some(changes) {
            let list = locked(&self.letters).status_list();
            if let Err(fault) = &list {
                tracing::error!(code = fault.code(), %fault);
            }
            // Before the agency's first list there is nothing to look into.
            let list = list.ok().flatten().and_then(|list| list.as_of);
            *known = (Some(changes), list.map(|as_of| StatusList { as_of: Some(as_of) }));
        }
        known.1
    }

    fn look_up(&mut self, reference: &Said, second: &Said) {
        let question = self.told.asks();
        let (reference, second) = (reference.as_str().to_owned(), second.as_str().to_owned());
        let told = Arc::clone(&self.told);
        let begun = self.courier.look_up(reference, second, move |found| told.answers(question, answer(found)));
        if let Err(fault) = begun {
            self.told.answers(question, answer(Err(fault)));
        }
    }

    fn looked_up(&mut self) -> Option<LookedUp> {
        self.told.answer()
    }

    fn send_now(&mut self) {
        self.courier.try_now();
    }

    fn letter_waits(&mut self) {
        self.courier.letter_waits();
    }

    fn send_again(&mut self, letter: &str) {
        let named = Uuid::parse_str(letter).ok();
        if let Some(Err(fault)) = named.map(|letter| self.courier.again(letter)) {
            tracing::error!(code = fault.code(), %fault);
        }
        self.told.changed();
    }

    fn enrol(&mut self, address: &str, code: &Said) {
        let (address, code) = (address.to_owned(), code.as_str().to_owned());
        self.told.joined(None);
        self.beside("enrolment", move |courier, told| {
            let refused = courier.enrol(&address, &code).err();
            if let Some(fault) = &refused {
                tracing::error!(code = fault.code(), %fault);
            }
            told.joined(refused.map(|fault| shown(&fault).to_owned()));
        });
    }

    fn sticks(&self) -> Vec<PathBuf> {
        maintenance::plugged_in(self.exchange.as_deref())
    }

    fn export(&mut self, stick: PathBuf) {
        self.with_stick(move |courier| {
            let done = courier.export(&stick)?;
            Ok(StickReport::Written { forms: u32::try_from(done.forms).unwrap_or(u32::MAX) })
        });
    }

    fn import(&mut self, stick: PathBuf) {
        let count = |number: usize| u32::try_from(number).unwrap_or(u32::MAX);
        let folder = self.folder.clone();
        self.with_stick(move |courier| {
            // What is small and waited for first.
            let brought = courier.import(&stick)?;
            let models = models::from_stick(&folder, &stick);
            Ok(StickReport::TakenIn {
                receipts: u32::try_from(brought.receipts).unwrap_or(u32::MAX),
                packs: count(brought.packs.len()),
                notices: u32::try_from(brought.notices).unwrap_or(u32::MAX),
                models: count(models.taken.len()),
                missing: count(brought.missing.len()),
                refused: count(brought.refused.len() + models.refused.len()),
            })
        });
    }

    fn tell(&mut self, kiosk: &Condition) {
        self.courier.tell(KioskFigures {
            up_seconds: kiosk.up.as_secs(),
            printer: kiosk.printer,
            disk_free_mib: kiosk.room.unwrap_or(0) >> 20,
            days: self.figures.until(kiosk.today),
        });
    }

    fn count(&mut self, day: Date, language: Language, counted: &Counters) {
        self.figures.count(day, language, counted);
    }
}

/// What keeps packs or letters from being kept; that whoever answers is not believed, which no waiting mends; that packs
/// cannot be verified (`keyless`), where there is somebody to send them.
fn trouble(standing: &Standing, keyless: bool) -> Option<String> {
    let keyless = keyless && standing.link != Carried::NotEnrolled;
    let unproven = matches!(&standing.link, Carried::Waiting { code, .. } if code == UNPROVEN);
    let trouble = standing.trouble.clone().or_else(|| unproven.then(|| UNPROVEN.to_owned()));
    trouble.or_else(|| keyless.then(|| Refusal::PackKeysNone.code().to_owned()))
}

/// The code whose words an officer reads.
fn shown(fault: &CourierError) -> &'static str {
    match fault {
        CourierError::Agency(failure) => reason(failure.code()),
        other => other.code(),
    }
}

/// A list that cannot be read says as little as one that does not name the number.
fn answer(found: Result<Option<kaunter_courier::StatusFound>, CourierError>) -> LookedUp {
    match found {
        Ok(Some(found)) => LookedUp::Found {
            status: Said::from(found.text.status),
            since: found.text.since,
            next: found.text.next.map(Said::from),
        },
        Ok(None) => LookedUp::NotFound,
        Err(fault) => {
            tracing::error!(code = fault.code(), %fault);
            LookedUp::NotFound
        }
    }
}

/// A notice as packs have them.
fn hung(notice: &Notice) -> model::Notice {
    let texts = |of: fn(&kaunter_protocol::NoticeText) -> &String| {
        model::Localized(notice.texts.iter().map(|(language, text)| (language.clone(), of(text).clone())).collect())
    };
    model::Notice {
        id: notice.id.clone(),
        kind: match notice.kind {
            NoticeKind::Emergency => model::NoticeKind::Emergency,
            NoticeKind::Bulletin | NoticeKind::Withdrawn => model::NoticeKind::Bulletin,
        },
        published: notice.published,
        expires: notice.expires,
        issuer: model::Localized(notice.issuer.clone()),
        title: texts(|text| &text.title),
        body: texts(|text| &text.body),
        keywords: notice.keywords.clone(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_officer_is_told_what_no_waiting_mends_and_not_that_a_cable_is_out() {
        let waiting = |code: &str| {
            let link = Carried::Waiting { until: jiff::Timestamp::UNIX_EPOCH, code: code.to_owned() };
            Standing { link, ..Standing::default() }
        };
        assert_eq!(trouble(&waiting("agency-unreachable"), false), None);
        assert_eq!(trouble(&waiting(UNPROVEN), true).as_deref(), Some("agency-certificate-untrusted"));
        assert_eq!(trouble(&waiting("agency-unreachable"), true).as_deref(), Some("pack-keys-none"));
        assert_eq!(trouble(&Standing::default(), true), None, "who has no agency gets no packs from it");
        let full = Standing { trouble: Some("store-disk-full".into()), ..waiting(UNPROVEN) };
        assert_eq!(trouble(&full, true).as_deref(), Some("store-disk-full"));
    }
}
