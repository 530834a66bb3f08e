//! See the module above.

use std::{
    cell::RefCell,
    path::{Path, PathBuf},
    rc::Rc,
    time::Duration,
};

use jiff::{SignedDuration, Timestamp};
use kaunter_agency::pen::Pen;
use kaunter_courier::{Desk, Disk, Known, Place, Round, Settings, Stepped};
use kaunter_protocol::{Cost, Credential, Digest, Enrol};
use kaunter_store::{Enrolment, Finishing, KeyFile, Post, Recipient, Store, StoreError, Uuid, Way};

use super::{
    Chance,
    line::Line,
    server::{Kept, Server},
};

/// What is broken on purpose, so that one sees the world notice.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Broken {
    Nothing,
    /// Kiosks believe whoever answers.
    BelievesStrangers,
    /// Kiosks take what they have sent for received.
    AcceptsWhatItSent,
}

/// Twenty to nine in the morning.
const MORNING: Timestamp = Timestamp::constant(1_795_221_600, 0);

/// A disk that is full now and then: before anything was changed, or as if nothing had been.
struct Faulty {
    desk: Desk,
    server: Rc<RefCell<Server>>,
}

impl Disk for Faulty {
    fn with<T>(&self, work: impl FnOnce(&mut Post) -> Result<T, StoreError>) -> Result<T, StoreError> {
        let full = |percent| {
            let mut server = self.server.borrow_mut();
            !server.calm && server.chance.percent(percent)
        };
        if full(3) {
            return Err(StoreError::DiskFull);
        }
        let done = self.desk.with(work)?;
        if full(2) { Err(StoreError::DiskFull) } else { Ok(done) }
    }
}

struct Kiosk {
    folder: PathBuf,
    store: Option<Store>,
    running: Option<(Round<Faulty>, Line)>,
    finished: Vec<(Uuid, Digest)>,
    clock: Timestamp,
}

impl Kiosk {
    fn open(&self) -> Store {
        let key = KeyFile::new(self.folder.join("store.key"));
        Store::open(&self.folder.join("store"), &key, self.clock).unwrap()
    }
}

/// Everything there is.
pub struct World {
    folder: tempfile::TempDir,
    server: Rc<RefCell<Server>>,
    kiosks: Vec<Kiosk>,
    recipient: Recipient,
    at: Duration,
    broken: Broken,
    tenant: kaunter_protocol::TenantId,
}

/// A folder in memory where there is one.
fn folder() -> tempfile::TempDir {
    let memory = Path::new("/dev/shm");
    if memory.is_dir() { tempfile::tempdir_in(memory) } else { tempfile::tempdir() }.unwrap()
}

impl World {
    /// One world from its beginning to its end; gives how many forms there were, or which was lost or doubled.
    pub fn live(seed: u64, broken: Broken, kept: Kept) -> Result<u64, String> {
        let mut world = Self::new(seed, broken, kept);
        let mut chance = Chance(seed ^ 0x5eed);
        for _ in 0..80 {
            world.something_happens(&mut chance);
        }
        world.calm_down();
        world.judged()
    }

    fn new(seed: u64, broken: Broken, kept: Kept) -> Self {
        let (folder, tenant) = (folder(), "harbour".parse().unwrap());
        let place = folder.path().join("agency");
        std::fs::create_dir(&place).unwrap();
        let stranger = Pen::open(&folder.path().join("stranger.key")).unwrap();
        let server = Server::new(place, kept, stranger, seed, MORNING);
        let mains = ["main".parse().unwrap()];
        let cheap = Cost { memory_kib: 64, passes: 1 };
        let registry = server.registry().unwrap();
        let added = registry.add_tenant(&tenant, &mains, cheap, MORNING);
        server.runtime.block_on(added).unwrap();
        let recipient = age::x25519::Identity::generate().to_public().to_string().parse().unwrap();
        let server = Rc::new(RefCell::new(server));
        let mut world = Self { folder, server, kiosks: Vec::new(), recipient, at: Duration::ZERO, broken, tenant };
        for number in 0..2 {
            world.add_kiosk(number);
        }
        world.server.borrow_mut().weathers(false);
        world
    }

    fn add_kiosk(&mut self, number: u64) {
        let folder = self.folder.path().join(format!("kiosk-{number}"));
        std::fs::create_dir(&folder).unwrap();
        let mut kiosk = Kiosk { folder, store: None, running: None, finished: Vec::new(), clock: MORNING };
        let store = kiosk.open();
        let server = self.server.borrow();
        let registry = server.registry().unwrap();
        let (main, name) = ("main".parse().unwrap(), format!("hall-{number}").parse().unwrap());
        let within = registry.within(&self.tenant);
        let code = within.new_code(&main, &name, "stable", SignedDuration::from_mins(5), MORNING);
        let code = server.runtime.block_on(code).unwrap().code;
        let credential = Credential::from_random(&kaunter_agency::pen::random().unwrap());
        let asked = Enrol { code, credential: credential.digest() };
        server.runtime.block_on(registry.enrol(&asked, MORNING)).unwrap();
        let mut post = store.beside().unwrap();
        post.begin_enrolment("https://agency.example", credential.expose(), MORNING).unwrap();
        let agency_key = registry.pen().key().0.0.clone();
        let (tenant, site) = ("harbour".to_owned(), "main".to_owned());
        post.enrolled(&Enrolment { tenant, site, kiosk: format!("hall-{number}"), agency_key }, MORNING).unwrap();
        kiosk.store = Some(store);
        drop(server);
        self.kiosks.push(kiosk);
    }

    fn something_happens(&mut self, chance: &mut Chance) {
        let which = chance.below(self.kiosks.len() as u64) as usize;
        match chance.below(100) {
            0..12 => self.finish(which, chance),
            // The power of a kiosk is lost.
            12..16 => {
                self.kiosks[which].running = None;
                self.kiosks[which].store = None;
            }
            // And that of the server.
            16..20 => self.server.borrow_mut().registry = None,
            20..30 => self.server.borrow_mut().start(),
            // A clock jumps.
            30..34 => {
                let by = SignedDuration::from_hours(chance.below(24 * 365 * 6) as i64 - 24 * 365 * 3);
                match chance.percent(75) {
                    true => self.kiosks[which].clock = MORNING + by,
                    false => self.server.borrow_mut().clock = MORNING + by,
                }
            }
            // What was on the way arrives, in any order.
            34..44 => self.strays_arrive(chance),
            44..55 => self.at += Duration::from_secs(chance.below(1200)),
            _ => {
                self.step(which, chance);
            }
        }
    }

    fn strays_arrive(&mut self, chance: &mut Chance) {
        let mut server = self.server.borrow_mut();
        if !server.stray.is_empty() {
            let which = chance.below(server.stray.len() as u64) as usize;
            let (credential, id, envelope) = server.stray.swap_remove(which);
            let _ = server.receive(&credential, id, envelope);
        }
    }

    fn finish(&mut self, which: usize, chance: &mut Chance) {
        let recipients = [self.recipient.clone()];
        let kiosk = &mut self.kiosks[which];
        let clock = kiosk.clock;
        if kiosk.store.is_none() {
            kiosk.store = Some(kiosk.open());
        }
        let Some(store) = &mut kiosk.store else { return };
        let draft = store.begin("address-change", "3", b"id", clock).unwrap();
        let how = Finishing {
            recipients: &recipients,
            person: None,
            print_window: SignedDuration::ZERO,
            language: "ms",
            keep_days: 365,
        };
        let words = vec![b'x'; chance.below(4000) as usize];
        let id = store.finish(draft, &how, clock, |_| words).unwrap().id;
        kiosk.finished.push((id, Digest::of(&store.sealed(id).unwrap())));
    }

    /// A kiosk that is not running is started; one that runs does one thing.
    fn step(&mut self, which: usize, chance: &mut Chance) -> Option<Stepped> {
        self.start(which, chance);
        let (at, clock) = (self.at, self.kiosks[which].clock);
        let (round, line) = self.kiosks[which].running.as_mut()?;
        let mut draw = || chance.draw();
        round.step(line, at, clock, &mut draw).ok()
    }

    fn start(&mut self, which: usize, chance: &mut Chance) {
        let kiosk = &mut self.kiosks[which];
        if kiosk.running.is_some() {
            return;
        }
        if kiosk.store.is_none() {
            kiosk.store = Some(kiosk.open());
        }
        let Some(store) = &kiosk.store else { return };
        let post = store.beside().unwrap();
        let membership = post.membership().unwrap().unwrap();
        let mut known = Known::of(&membership).unwrap();
        if self.broken != Broken::Nothing {
            known.key = self.server.borrow().stranger.key().clone();
        }
        let credential = Credential::read(&membership.credential).unwrap();
        let (server, tenant) = (self.server.clone(), self.tenant.clone());
        let line = Line { server: server.clone(), credential, broken: self.broken, tenant };
        let settings = Settings { credential_days: 0, ..Settings::default() };
        let path = |name: &str| kiosk.folder.join(name);
        let place = Place { downloads: path("downloads"), shelf: path("shelf"), keys: Vec::new() };
        let disk = Faulty { desk: Desk::new(post), server };
        kiosk.running = Some((Round::new(disk, settings, place, known, chance.draw()), line));
    }

    /// The storm is over: everything runs, and there is time.
    fn calm_down(&mut self) {
        let mut chance = Chance(1);
        self.server.borrow_mut().weathers(true);
        while !self.server.borrow().stray.is_empty() {
            self.strays_arrive(&mut chance);
        }
        for which in 0..self.kiosks.len() {
            self.kiosks[which].clock = MORNING + SignedDuration::from_hours(24 * 365 * 4);
            for _ in 0..2000 {
                let waits = self.kiosks[which].store.as_ref().map(|store| store.outbox().unwrap().len());
                if waits == Some(0) {
                    break;
                }
                if let Some(Stepped::Wait(until)) = self.step(which, &mut chance) {
                    self.at = self.at.max(until);
                }
            }
        }
    }

    /// Whether every form that was finished is at the agency, once, and a kiosk says so only of those that are.
    fn judged(mut self) -> Result<u64, String> {
        let mut finished = 0;
        let kept = {
            let server = self.server.borrow();
            let within_registry = server.registry().unwrap();
            let within = within_registry.within(&self.tenant);
            let (_, conflicts) = server.runtime.block_on(within.count()).unwrap();
            if conflicts > 0 {
                return Err(format!("{conflicts} forms came with other bytes"));
            }
            server.runtime.block_on(within.kept(None, true, 10_000)).unwrap()
        };
        let there = |id: Uuid, digest: Digest| {
            kept.iter().filter(|form| form.id == id && form.envelope.digest() == digest).count()
        };
        for kiosk in &mut self.kiosks {
            kiosk.running = None;
            let store = match kiosk.store.take() {
                Some(store) => store,
                None => kiosk.open(),
            };
            let post = store.beside().unwrap();
            let letters = post.letters(None).unwrap();
            for (id, digest) in &kiosk.finished {
                let letter = letters.iter().find(|letter| letter.id == *id).ok_or("a form is gone from its kiosk")?;
                match (letter.way, there(*id, *digest)) {
                    (Way::Accepted, 1) => {}
                    (way, count) => return Err(format!("form {id} is {way:?} here and {count} times at the agency")),
                }
            }
            finished += kiosk.finished.len() as u64;
            if store.verify_audit().unwrap().broken.is_some() {
                return Err("a kiosk's trail is broken".to_owned());
            }
        }
        if kept.len() as u64 != finished {
            return Err(format!("{} forms at the agency, of {finished}", kept.len()));
        }
        Ok(finished)
    }
}
