//! Real processes over real sockets: a kiosk that fills in forms and servers that take them, each killed at any instant,
//! in a network that breaks. In the end both sides are asked.

use std::{
    env,
    io::{BufRead, BufReader, Lines},
    net::{SocketAddr, TcpListener},
    path::Path,
    process::{Child, ChildStdout, Command, Stdio},
    sync::mpsc,
    time::Duration,
};

use clap::Parser;
use jiff::Timestamp;
use kaunter_agency::desk::Desk;
use kaunter_courier::{Courier, Place, Settings};
use kaunter_store::{KeyFile, Store, Uuid, Way};

use crate::{
    hall::{Hall, wait_for},
    kiosk::{Kiosk, finish},
    postgres::Postgres,
    simulation::Chance,
    weather::Weather,
};

/// What this program is to be, and where.
const LIVES_AS: &str = "KAUNTER_LIVES_AS";
const LIVES_IN: &str = "KAUNTER_LIVES_IN";
const LISTENS_ON: &str = "KAUNTER_LISTENS_ON";
/// Before the id of a form that the visitor was told is finished.
const FINISHED: &str = "finished ";
/// The servers' settings: of what they keep they need not tell.
const QUIET: &str = "log = \"warn\"\n";
/// A kiosk, or a server, is killed so often.
const KILLS: u32 = 24;

fn process(role: &str, folder: &Path) -> Command {
    let mut program = Command::new(env::current_exe().unwrap());
    program.args(["--exact", "processes::lives_until_it_is_killed", "--ignored", "--nocapture", "--test-threads=1"]);
    program.env(LIVES_AS, role).env(LIVES_IN, folder).stdin(Stdio::null());
    program
}

#[test]
#[ignore = "started by the others, to be killed"]
fn lives_until_it_is_killed() {
    let Ok(folder) = env::var(LIVES_IN) else { return };
    match env::var(LIVES_AS).as_deref() {
        Ok("server") => {
            let listens = env::var(LISTENS_ON).unwrap();
            Desk::parse_from(["kaunter-agency", "--data", &folder, "serve", "--listen", &listens]).run().unwrap();
        }
        Ok("kiosk") => live_as_kiosk(Path::new(&folder), true),
        Ok("kiosk that closes") => live_as_kiosk(Path::new(&folder), false),
        other => panic!("{other:?}"),
    }
}

/// One form after the other is finished, or none, until all that there are have gone.
fn live_as_kiosk(folder: &Path, fills_in: bool) {
    let key = KeyFile::new(folder.join("store.key"));
    let mut store = Store::open(&folder.join("store"), &key, Timestamp::now()).unwrap();
    let recipient = age::x25519::Identity::generate().to_public().to_string().parse().unwrap();
    let place = Place { downloads: folder.join("downloads"), shelf: folder.join("shelf"), keys: Vec::new() };
    let settings = Settings { spread_seconds: 0, ..Settings::default() };
    let (wake, woken) = mpsc::channel();
    let courier =
        Courier::start(store.beside().unwrap(), place, settings, move || wake.send(()).unwrap_or(())).unwrap();
    while fills_in || !store.outbox().unwrap().is_empty() {
        if fills_in {
            println!("{FINISHED}{}", finish(&mut store, &recipient, "A form of some length. ", Timestamp::now()));
            courier.letter_waits();
        }
        courier.try_now();
        // The next visitor comes when something has changed, or soon.
        let _ = woken.recv_timeout(Duration::from_millis(20));
    }
}

/// A process that is killed in the end, if not before.
struct Lives(Child);

impl Lives {
    fn kill(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

impl Drop for Lives {
    fn drop(&mut self) {
        self.kill();
    }
}

struct Server {
    process: Lives,
    folder: std::path::PathBuf,
    address: SocketAddr,
}

impl Server {
    fn of(hall: &Hall) -> Self {
        let address = TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap();
        let folder = hall.data();
        Self { process: Self::started(&folder, address), folder, address }
    }

    fn started(folder: &Path, address: SocketAddr) -> Lives {
        let mut program = process("server", folder);
        Lives(program.env(LISTENS_ON, address.to_string()).stdout(Stdio::null()).spawn().unwrap())
    }

    fn dies(&mut self) {
        self.process.kill();
        self.process = Self::started(&self.folder, self.address);
    }
}

/// The kiosk's process, and what the visitors were told.
struct Counter {
    process: Lives,
    lines: Lines<BufReader<ChildStdout>>,
    told: Vec<Uuid>,
}

impl Counter {
    fn open(folder: &Path) -> Self {
        let mut process = process("kiosk", folder).stdout(Stdio::piped()).spawn().unwrap();
        let lines = BufReader::new(process.stdout.take().unwrap()).lines();
        Self { process: Lives(process), lines, told: Vec::new() }
    }

    /// Waits until so many more are finished.
    fn fills_in(&mut self, forms: usize) {
        let told = self.lines.by_ref().map(Result::unwrap).filter_map(|line| id(&line));
        self.told.extend(told.take(forms));
    }

    /// Gives all that the visitors were told before.
    fn dies(mut self) -> Vec<Uuid> {
        self.process.kill();
        // The last line may have been cut off with its process.
        let rest = self.lines.by_ref().map_while(Result::ok).filter_map(|line| id(&line));
        self.told.extend(rest);
        self.told
    }
}

fn id(line: &str) -> Option<Uuid> {
    line.strip_prefix(FINISHED)?.parse().ok()
}

/// A kiosk's forms through kills and storms; then both ends are asked.
fn live_through(seed: u64, hall: &Hall, servers: usize) {
    println!("seed {seed}");
    let mut chance = Chance(seed);
    let mut servers: Vec<_> = (0..servers).map(|_| Server::of(hall)).collect();
    let addresses: Vec<_> = servers.iter().map(|server| server.address).collect();
    let weather = Weather::before(&addresses, chance.draw());
    let kiosk = Kiosk::new();
    weather.calm(true);
    wait_for("the servers", || {
        addresses.iter().all(|address| std::net::TcpStream::connect(address).is_ok()).then_some(())
    });
    kiosk.join(&weather.url(), &hall.code("hall-1"));
    let Kiosk { folder, store, .. } = kiosk;
    drop(store);
    weather.calm(false);
    let mut told = Vec::new();
    let mut counter = Counter::open(folder.path());
    for _ in 0..KILLS {
        counter.fills_in(1 + chance.below(8) as usize);
        if chance.percent(40) {
            told.extend(counter.dies());
            counter = Counter::open(folder.path());
        } else {
            let which = chance.below(servers.len() as u64) as usize;
            servers[which].dies();
        }
    }
    told.extend(counter.dies());
    weather.calm(true);
    let mut closing = Lives(process("kiosk that closes", folder.path()).stdout(Stdio::null()).spawn().unwrap());
    let ended = wait_for("all that waited to go", || closing.0.try_wait().unwrap());
    assert!(ended.success());
    wait_for("what was still under way", || weather.is_over().then_some(()));
    let drawn = weather.drawn();
    println!("{} forms, {KILLS} kills, connections by fate: {drawn:?}", told.len());
    assert!(drawn.iter().all(|count| *count > 0), "{drawn:?}");
    ask_both(hall, folder.path(), &told);
}

/// What the visitors were told is in the kiosk; what is in the kiosk is at the agency, once, with the same bytes, and the
/// kiosk knows it; and the agency has nothing else.
fn ask_both(hall: &Hall, folder: &Path, told: &[Uuid]) {
    let store = Store::open(&folder.join("store"), &KeyFile::new(folder.join("store.key")), Timestamp::now()).unwrap();
    let letters = store.beside().unwrap().letters(None).unwrap();
    let there = hall.forms();
    for id in told {
        assert!(letters.iter().any(|letter| letter.id == *id), "a visitor was told of {id}, and it is gone");
    }
    for letter in &letters {
        let same: Vec<_> = there.iter().filter(|(id, _)| *id == letter.id).collect();
        assert_eq!((letter.way, same.len()), (Way::Accepted, 1), "{}", letter.id);
        assert_eq!(same[0].1, store.sealed(letter.id).unwrap());
    }
    assert_eq!((there.len(), hall.conflicts()), (letters.len(), 0));
    assert!(store.verify_audit().unwrap().broken.is_none());
}

#[test]
fn kiosk_and_server_are_killed_in_a_storm_and_nothing_is_lost_or_doubled() {
    live_through(0x5a17, &Hall::closed_with(QUIET), 1);
}

#[test]
fn nor_with_two_servers_on_one_postgresql_that_are_killed_in_turn() {
    let postgres = Postgres::start();
    let hall = Hall::closed_with(&format!("{QUIET}database = \"{}\"\n", postgres.database("agency")));
    live_through(0x5a18, &hall, 2);
}
