//! A kiosk with a store, and its courier step by step: the network is real, the time is told.

use std::time::Duration;

use jiff::{SignedDuration, Timestamp, ToSpan};
use kaunter_courier::{Desk, Disk, Errand, Http, Known, Place, Round, Settings, Stepped};
use kaunter_pack::TrustedKey;
use kaunter_protocol::{Enrol, EnrolmentCode};
use kaunter_store::{Enrolment, Finishing, KeyFile, Letter, Recipient, Store, Uuid, Void};
use tempfile::TempDir;

use crate::hall::Hall;

/// A morning at the kiosk.
pub const MORNING: Timestamp = Timestamp::constant(1_795_221_600, 0);

pub struct Kiosk {
    pub folder: TempDir,
    pub store: Store,
    pub keys: Vec<TrustedKey>,
    recipient: Recipient,
}

impl Kiosk {
    pub fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let key = KeyFile::new(folder.path().join("store.key"));
        let store = Store::open(&folder.path().join("store"), &key, MORNING).unwrap();
        let recipient = age::x25519::Identity::generate().to_public().to_string().parse().unwrap();
        Self { folder, store, keys: Vec::new(), recipient }
    }

    /// One of the agency `harbour`.
    pub fn of(hall: &Hall, name: &str) -> Self {
        let kiosk = Self::new();
        kiosk.join(&hall.url(), &hall.code(name));
        kiosk
    }

    /// Enrols at an address by a code.
    pub fn join(&self, address: &str, code: &str) {
        use kaunter_courier::Agency;
        let mut random = [0; 32];
        getrandom::fill(&mut random).unwrap();
        let drawn = kaunter_protocol::Credential::from_random(&random);
        let http = Http::new(address, None, None).unwrap();
        let mut post = self.store.beside().unwrap();
        post.begin_enrolment(address, drawn.expose(), MORNING).unwrap();
        let asked = Enrol { code: EnrolmentCode::read(code), credential: drawn.digest() };
        let enrolled = http.enrol(&asked).unwrap();
        let kept = Enrolment {
            tenant: enrolled.tenant.to_string(),
            site: enrolled.site.to_string(),
            kiosk: enrolled.kiosk.to_string(),
            agency_key: enrolled.agency_key.0.0,
        };
        post.enrolled(&kept, MORNING).unwrap();
    }

    /// A citizen finishes a form.
    pub fn finish(&mut self, words: &str) -> Uuid {
        finish(&mut self.store, &self.recipient, words, MORNING)
    }

    /// An officer puts a form right; gives the correction's own id.
    pub fn correct(&mut self, id: Uuid, words: &str) -> Uuid {
        let recipients = [self.recipient.clone()];
        let made = self.store.correct(id, &recipients, "", None, MORNING, |_| words.as_bytes().to_vec());
        made.unwrap().id
    }

    pub fn void(&mut self, id: Uuid) {
        self.store.void(id, Void::Mistaken, None, MORNING).unwrap();
    }

    pub fn desk(&self) -> Desk {
        Desk::new(self.store.beside().unwrap())
    }

    pub fn letter(&self, id: Uuid) -> Letter {
        self.store.beside().unwrap().letter(id).unwrap()
    }

    pub fn place(&self) -> Place {
        let path = |name| self.folder.path().join(name);
        Place { downloads: path("downloads"), shelf: path("shelf"), keys: self.keys.clone() }
    }

    pub fn known(&self) -> Known {
        Known::of(&self.store.beside().unwrap().membership().unwrap().unwrap()).unwrap()
    }

    /// Its courier, with nothing drawn by chance, at the address that it enrolled at.
    pub fn trip(&self) -> Trip {
        let address = self.store.beside().unwrap().membership().unwrap().unwrap().address;
        self.trip_by(&address)
    }

    /// The same by another way, such as a cable that breaks.
    pub fn trip_by(&self, address: &str) -> Trip {
        let settings = Settings { spread_seconds: 0, pack_kib_per_second: 0, ..Settings::default() };
        self.trip_with(address, settings)
    }

    pub fn trip_with(&self, address: &str, settings: Settings) -> Trip {
        let membership = self.store.beside().unwrap().membership().unwrap().unwrap();
        let http = Http::new(address, Some(membership.credential.as_str()), None).unwrap();
        let round = Round::new(self.desk(), settings, self.place(), self.known(), 0);
        Trip { round, http, at: Duration::ZERO, clock: MORNING }
    }
}

/// A citizen finishes a form at whichever kiosk keeps its forms there.
pub fn finish(store: &mut Store, recipient: &Recipient, words: &str, now: Timestamp) -> Uuid {
    let draft = store.begin("address-change", "3", b"id", now).unwrap();
    let recipients = [recipient.clone()];
    let how = Finishing {
        recipients: &recipients,
        person: None,
        print_window: SignedDuration::from_mins(15),
        language: "ms",
        keep_days: 7,
    };
    store.finish(draft, &how, now, |_| words.as_bytes().to_vec()).unwrap().id
}

/// A courier on its way. The time is told: rests take none.
pub struct Trip {
    pub round: Round<Desk>,
    pub http: Http,
    pub at: Duration,
    pub clock: Timestamp,
}

impl Trip {
    /// One step.
    pub fn step(&mut self) -> Stepped {
        self.round.step(&self.http, self.at, self.clock, &mut || u64::MAX / 2).unwrap()
    }

    /// Until there is nothing to do now.
    pub fn go(&mut self) -> Vec<Errand> {
        let mut done = Vec::new();
        while let Stepped::Did(errand) = self.step() {
            done.push(errand);
            assert!(done.len() < 1000, "it never rests: {done:?}");
        }
        done
    }

    /// Time goes by, with whatever is to be done in it.
    pub fn pass(&mut self, time: SignedDuration) -> Vec<Errand> {
        let end = self.at + time.unsigned_abs();
        let mut done = Vec::new();
        while self.at < end {
            match self.step() {
                Stepped::Did(errand) => done.push(errand),
                Stepped::Wait(until) => {
                    let until = until.clamp(self.at + Duration::from_millis(1), end);
                    let passed = i64::try_from((until - self.at).as_millis()).unwrap();
                    self.clock += passed.milliseconds();
                    self.at = until;
                }
                Stepped::Stopped => break,
            }
        }
        done
    }
}

/// What of these were letters.
pub fn letters(done: &[Errand]) -> usize {
    done.iter().filter(|errand| matches!(errand, Errand::Send(_))).count()
}

/// Reads something of a kiosk's store.
pub fn read<T>(kiosk: &Kiosk, look: impl FnOnce(&mut kaunter_store::Post) -> T) -> T {
    kiosk.desk().with(|post| Ok(look(post))).unwrap()
}
