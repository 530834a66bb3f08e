//! See the module above.

use std::{
    cell::RefCell,
    path::{Path, PathBuf},
    rc::Rc,
    sync::Arc,
    time::Duration,
};

use jiff::{SignedDuration, Timestamp};
use kaunter_agency::{
    database::{Database, Postgres, PostgresOptions, Sqlite},
    pen::Pen,
    registry::{Kiosk as Admitted, NoticesSince, Received, Registry, RegistryError},
};
use kaunter_courier::{Agency, Desk, Disk, Failure, Known, Place, Round, Settings, Stepped, Told};
use kaunter_protocol::{
    Cost, Credential, Digest, Enrol, Enrolled, Envelope, Expected, Heartbeat, HeartbeatReply, NoticePage, PackListing,
    Problem, ProblemCode, Receipt, Rotate, Rotated, Signed,
};
use kaunter_store::{Enrolment, Finishing, KeyFile, Post, Recipient, Store, StoreError, Uuid, Way};
use tokio::runtime::Runtime;

use super::Chance;

/// What is broken on purpose, so that one sees the world notice.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Broken {
    Nothing,
    /// Kiosks believe whoever answers.
    BelievesStrangers,
    /// Kiosks take what they have sent for received.
    AcceptsWhatItSent,
}

/// Where the agency keeps what it has.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Kept {
    InSqlite,
    /// In the database at this address.
    InPostgres(String),
}

/// Twenty to nine in the morning.
const MORNING: Timestamp = Timestamp::constant(1_795_221_600, 0);

/// What the network and the server share.
struct Server {
    folder: PathBuf,
    kept: Kept,
    registry: Option<Registry>,
    /// Somebody who signs receipts and is not the agency.
    stranger: Pen,
    runtime: Runtime,
    chance: Chance,
    /// Messages that are still somewhere on the way, and arrive when nobody expects them.
    stray: Vec<(Credential, Uuid, Envelope)>,
    calm: bool,
}

impl Server {
    fn start(&mut self) {
        if self.registry.is_none() {
            let database: Arc<dyn Database> = match &self.kept {
                Kept::InSqlite => Arc::new(Sqlite::open(&self.folder.join("agency.sqlite"), None).unwrap()),
                Kept::InPostgres(url) => {
                    let options =
                        PostgresOptions { url, roots: None, connections: 2, patience: Duration::from_secs(30) };
                    Arc::new(self.runtime.block_on(Postgres::open(options)).unwrap())
                }
            };
            let pen = Arc::new(Pen::open(&self.folder.join("signing.key")).unwrap());
            self.registry = Some(self.runtime.block_on(Registry::open(database, pen)).unwrap());
        }
    }

    fn registry(&self) -> Result<&Registry, Failure> {
        self.registry.as_ref().ok_or_else(|| Failure::Unreachable("the server is down".to_owned()))
    }

    fn admitted(&self, credential: &Credential) -> Result<Admitted, Failure> {
        self.runtime.block_on(self.registry()?.admit(credential.digest())).map_err(failure)
    }

    fn receive(&self, credential: &Credential, id: Uuid, envelope: Envelope) -> Told<Receipt> {
        let kiosk = self.admitted(credential)?;
        let fault = |_| Failure::Refused(Problem::new(ProblemCode::EnvelopeMalformed));
        envelope.check(id).map_err(fault)?;
        let (registry, shown) = (self.registry()?, credential.digest());
        let received = self.runtime.block_on(registry.receive_from(&kiosk, shown, id, envelope, Timestamp::now()));
        received.map(|received: Received| received.receipt().clone()).map_err(failure)
    }
}

fn failure(error: RegistryError) -> Failure {
    match error {
        RegistryError::Told(code) => Failure::Refused(Problem::new(code)),
        _ => Failure::Refused(Problem::new(ProblemCode::Internal)),
    }
}

/// One kiosk's line to the server.
struct Line {
    server: Rc<RefCell<Server>>,
    credential: Credential,
    broken: Broken,
    tenant: kaunter_protocol::TenantId,
}

impl Line {
    /// What the network does before a question gets there, and after.
    fn troubled(&self, percent: u64) -> bool {
        let mut server = self.server.borrow_mut();
        !server.calm && server.chance.percent(percent)
    }

    fn cut<T>() -> Told<T> {
        Err(Failure::Unreachable("the line broke".to_owned()))
    }

    /// Something is asked over a line that may break on either way.
    fn over<T>(&self, ask: impl FnOnce(&Server) -> Told<T>) -> Told<T> {
        if self.troubled(15) {
            return Self::cut();
        }
        let answer = ask(&self.server.borrow());
        if self.troubled(15) { Self::cut() } else { answer }
    }

    /// What a stranger would answer.
    fn stranger(&self, id: Uuid, envelope: &Envelope) -> Told<Receipt> {
        let server = self.server.borrow();
        let expected = Expected { form: id, sha256: envelope.digest(), tenant: &self.tenant };
        let stranger = &server.stranger;
        Ok(Receipt::by(expected, Timestamp::now(), stranger.id(), |bytes| stranger.sign(bytes)))
    }
}

impl Agency for Line {
    fn enrol(&self, asked: &Enrol) -> Told<Enrolled> {
        self.over(|server| server.runtime.block_on(server.registry()?.enrol(asked, Timestamp::now())).map_err(failure))
    }

    fn rotate(&self, _: &Rotate) -> Told<Rotated> {
        Self::cut()
    }

    fn send(&self, id: Uuid, envelope: &Envelope) -> Told<Receipt> {
        // It stays somewhere on the way, and the kiosk hears nothing.
        if self.troubled(10) {
            self.server.borrow_mut().stray.push((self.credential.clone(), id, envelope.clone()));
            return Self::cut();
        }
        if self.troubled(5) {
            return self.stranger(id, envelope);
        }
        // It arrives twice.
        if self.troubled(10) {
            let _ = self.server.borrow().receive(&self.credential, id, envelope.clone());
        }
        if self.troubled(5) {
            let problems =
                [ProblemCode::Busy, ProblemCode::Internal, ProblemCode::StoreUnavailable, ProblemCode::TooMany];
            let which = self.server.borrow_mut().chance.below(4) as usize;
            return Err(Failure::Refused(Problem::new(problems[which]).after(3)));
        }
        let answer = self.over(|server| server.receive(&self.credential, id, envelope.clone()));
        match self.broken {
            Broken::AcceptsWhatItSent if answer.is_err() => self.stranger(id, envelope),
            _ => answer,
        }
    }

    fn packs(&self) -> Told<PackListing> {
        self.over(|server| {
            let kiosk = server.admitted(&self.credential)?;
            let within = server.registry()?.within(&kiosk.tenant);
            server.runtime.block_on(within.offers(&kiosk)).map_err(failure)
        })
    }

    fn piece(&self, _: Digest, _: u64) -> Told<Vec<u8>> {
        Self::cut()
    }

    fn notices(&self, after: u64, _: u64) -> Told<NoticePage> {
        self.over(|server| {
            let kiosk = server.admitted(&self.credential)?;
            let asked = NoticesSince { site: &kiosk.site, cursor: after };
            let within = server.registry()?.within(&kiosk.tenant);
            server.runtime.block_on(within.notices(asked)).map_err(failure)
        })
    }

    fn statuses(&self, after: u64) -> Told<Signed> {
        self.over(|server| {
            let kiosk = server.admitted(&self.credential)?;
            let registry = server.registry()?;
            let within = registry.within(&kiosk.tenant);
            let increment = server.runtime.block_on(within.statuses(&kiosk.site, after)).map_err(failure)?;
            registry.pen().state(&increment).map_err(|fault| Failure::Nonsense(fault.to_string()))
        })
    }

    fn beat(&self, beat: &Heartbeat) -> Told<HeartbeatReply> {
        self.over(|server| {
            let kiosk = server.admitted(&self.credential)?;
            let within = server.registry()?.within(&kiosk.tenant);
            let now = Timestamp::now();
            server.runtime.block_on(within.keep_heartbeat(&kiosk.kiosk, beat, now)).map_err(failure)?;
            Ok(HeartbeatReply { server_time: now, clock_ahead_seconds: 0, next_seconds: 300 })
        })
    }
}

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
        let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(1).enable_all().build().unwrap();
        let place = folder.path().join("agency");
        std::fs::create_dir(&place).unwrap();
        let stranger = Pen::open(&folder.path().join("stranger.key")).unwrap();
        let (chance, stray) = (Chance(seed), Vec::new());
        let mut server = Server { folder: place, kept, registry: None, stranger, runtime, chance, stray, calm: false };
        server.start();
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
                self.kiosks[which].clock = MORNING + by;
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
        self.server.borrow_mut().calm = true;
        self.server.borrow_mut().start();
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
