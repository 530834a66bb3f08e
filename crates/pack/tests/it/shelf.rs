//! An engineer carries packs to kiosks that are unplugged, full or switched off at the worst moment.

use std::{
    cell::Cell,
    collections::BTreeMap,
    fs, io,
    io::{BufRead, BufReader},
    path::{Path, PathBuf},
    process::{Command, Stdio},
    rc::Rc,
    sync::{Mutex, OnceLock},
};

use kaunter_pack::{
    NewKeys, PackError, Shelf, SigningKey, Terms, TrustedKey,
    disk::{Disk, RealDisk},
    signature_path,
};
use tempfile::TempDir;

use crate::desk::{Files, checked, edited, now, version};

const ID: &str = "harbour-city";

fn keys() -> &'static NewKeys {
    static KEYS: OnceLock<NewKeys> = OnceLock::new();
    KEYS.get_or_init(|| NewKeys::generate(None).unwrap())
}

pub fn sign(packed: &[u8]) -> String {
    SigningKey::parse(&keys().secret, None).unwrap().sign(packed, "").unwrap()
}

pub fn terms() -> Terms {
    Terms { keys: vec![TrustedKey::parse(&keys().public).unwrap()], allow_older: false, now: now() }
}

/// A stick with signed packs, and a kiosk's shelf.
pub struct Counter {
    folder: TempDir,
}

impl Counter {
    pub fn new() -> Self {
        Self { folder: tempfile::tempdir().unwrap() }
    }

    pub fn shelf(&self) -> Shelf {
        Shelf::open(&self.shelf_folder())
    }

    fn shelf_folder(&self) -> PathBuf {
        self.folder.path().join("shelf")
    }

    /// Puts a file and its signature on the stick.
    pub fn carry(&self, name: &str, bytes: &[u8]) -> PathBuf {
        let path = self.folder.path().join(name);
        fs::write(&path, bytes).unwrap();
        fs::write(signature_path(&path), sign(bytes)).unwrap();
        path
    }

    fn carry_pack(&self, files: Files) -> PathBuf {
        let built = checked(files).build().unwrap();
        self.carry(&built.file_name, &built.bytes)
    }

    /// The sound pack in this version, built and signed once for all stories.
    fn carry_version(&self, number: &str) -> PathBuf {
        static SIGNED: Mutex<BTreeMap<String, (Vec<u8>, String)>> = Mutex::new(BTreeMap::new());
        let mut signed = SIGNED.lock().unwrap();
        let (packed, signature) = signed.entry(number.to_owned()).or_insert_with(|| {
            let packed = checked(version(number)).build().unwrap().bytes;
            let signature = sign(&packed);
            (packed, signature)
        });
        let path = self.folder.path().join(format!("{ID}-{number}.kpack"));
        fs::write(&path, packed).unwrap();
        fs::write(signature_path(&path), signature).unwrap();
        path
    }

    fn install(&self, number: &str) {
        self.shelf().install(&self.carry_version(number), &terms()).unwrap();
    }

    pub fn refused(&self, path: &Path, terms: &Terms) -> &'static str {
        self.shelf().install(path, terms).unwrap_err().code()
    }

    #[track_caller]
    fn serves(&self, number: &str) {
        let (installed, pack) = self.shelf().read(ID).unwrap();
        assert_eq!(
            (installed.version.to_string().as_str(), pack.manifest.version.to_string().as_str()),
            (number, number)
        );
    }

    fn listed(&self) -> Vec<String> {
        self.shelf().list().unwrap().into_iter().map(|one| one.version.to_string()).collect()
    }

    /// Folders of releases on the disk, and whether staging is empty.
    fn folders(&self) -> (usize, bool) {
        let releases = fs::read_dir(self.shelf_folder().join("packs").join(ID)).unwrap();
        let staged = fs::read_dir(self.shelf_folder().join("staging")).unwrap().count();
        (releases.filter(|item| item.as_ref().unwrap().path().is_dir()).count(), staged == 0)
    }
}

#[test]
fn a_newer_pack_goes_live_and_one_command_takes_it_back() {
    let counter = Counter::new();
    assert_eq!(counter.shelf().read(ID).unwrap_err().code(), "pack-not-installed");
    assert_eq!(counter.shelf().watch_token(ID).unwrap(), None);
    counter.install("2026.11.1");
    counter.serves("2026.11.1");
    let before = counter.shelf().watch_token(ID).unwrap();
    counter.install("2026.11.10");
    counter.serves("2026.11.10");
    assert_ne!(counter.shelf().watch_token(ID).unwrap(), before);
    assert_eq!(counter.listed(), ["2026.11.10", "2026.11.1"]);
    assert_eq!(counter.shelf().roll_back(ID).unwrap().version.to_string(), "2026.11.1");
    counter.serves("2026.11.1");
    assert_eq!(counter.shelf().watch_token(ID).unwrap(), before);
    assert_eq!(counter.shelf().roll_back(ID).unwrap_err().code(), "pack-nothing-before");
    counter.serves("2026.11.1");
    counter.install("2026.11.10");
    counter.serves("2026.11.10");
}

#[test]
fn two_packs_before_the_served_one_are_kept() {
    let counter = Counter::new();
    for number in ["1", "2", "3", "4", "5"] {
        counter.install(number);
    }
    assert_eq!(counter.listed(), ["5", "4", "3"]);
    assert_eq!(counter.folders(), (3, true));
}

#[test]
fn an_older_pack_needs_to_be_asked_for() {
    let counter = Counter::new();
    counter.install("2026.11.10");
    let older = counter.carry_version("2026.11.9");
    assert_eq!(counter.refused(&older, &terms()), "pack-older");
    counter.serves("2026.11.10");
    counter.shelf().install(&older, &Terms { allow_older: true, ..terms() }).unwrap();
    counter.serves("2026.11.9");
}

#[test]
fn installing_the_same_pack_twice_changes_nothing() {
    let counter = Counter::new();
    counter.install("1");
    let token = counter.shelf().watch_token(ID).unwrap();
    counter.install("1");
    assert_eq!(counter.shelf().watch_token(ID).unwrap(), token);
    assert_eq!(counter.listed(), ["1"]);
}

#[test]
fn what_must_not_be_installed_is_refused_under_its_own_name_and_the_old_pack_serves_on() {
    let counter = Counter::new();
    counter.install("1");
    let good = checked(version("2")).build().unwrap().bytes;
    let unsigned = counter.carry("unsigned.kpack", &good);
    fs::remove_file(unsigned.with_file_name("unsigned.kpack.minisig")).unwrap();
    let forged = counter.carry("forged.kpack", &good);
    fs::write(forged.with_file_name("forged.kpack.minisig"), sign(b"another pack")).unwrap();
    let binary = counter.carry("binary.kpack", &good);
    fs::write(binary.with_file_name("binary.kpack.minisig"), [0xFF; 200]).unwrap();
    let expired = edited("pack.toml", "office_language", "valid_until = \"2026-11-20\"\noffice_language");
    let cases = [
        (unsigned, "pack-signature-missing"),
        (forged, "pack-signature-wrong"),
        (binary, "pack-signature-wrong"),
        (counter.carry("nothing.kpack", b""), "pack-not-a-pack"),
        (counter.carry("text.kpack", b"id,question,answer\n"), "pack-not-a-pack"),
        (counter.carry("longer.kpack", &[good.as_slice(), b"x"].concat()), "pack-not-a-pack"),
        (counter.carry_pack(expired), "pack-expired"),
        (counter.folder.path().join("gone.kpack"), "pack-unreadable"),
    ];
    for (path, code) in cases {
        assert_eq!(counter.refused(&path, &terms()), code, "{}", path.display());
        counter.serves("1");
    }
    let stranger = TrustedKey::parse(&NewKeys::generate(None).unwrap().public).unwrap();
    let path = counter.carry("good.kpack", &good);
    assert_eq!(counter.refused(&path, &Terms { keys: vec![stranger], ..terms() }), "pack-signature-wrong");
}

#[test]
fn a_copy_that_was_pulled_too_early_is_called_cut_off() {
    let counter = Counter::new();
    let good = checked(version("2")).build().unwrap().bytes;
    let path = counter.carry("good.kpack", &good);
    for part in 1..50 {
        fs::write(&path, &good[..good.len() * part / 50]).unwrap();
        assert_eq!(counter.refused(&path, &terms()), "pack-cut-off", "after {part}/50");
    }
}

#[test]
fn a_pack_spoilt_on_the_disk_gives_way_to_the_one_before_and_is_healed_by_installing_it_again() {
    let counter = Counter::new();
    counter.install("1");
    counter.install("2");
    let path = counter.shelf().current(ID).unwrap().unwrap().path;
    let mut bytes = fs::read(&path).unwrap();
    let middle = bytes.len() / 2;
    bytes[middle] ^= 0x40;
    fs::write(&path, bytes).unwrap();
    let (installed, _) = counter.shelf().read(ID).unwrap();
    assert_eq!((installed.version.to_string().as_str(), installed.current), ("1", false));
    counter.install("2");
    counter.serves("2");
}

#[test]
fn a_name_that_leads_off_the_shelf_is_never_followed() {
    let counter = Counter::new();
    counter.install("1");
    let shelf = counter.shelf();
    for id in ["../..", "", ".", "a/b", "HARBOUR-CITY"] {
        assert!(shelf.current(id).unwrap().is_none(), "{id}");
    }
    let pointer = counter.shelf_folder().join("packs").join(ID).join("current");
    fs::write(pointer, "../../../etc\n1-../../0123456789ab\n").unwrap();
    assert!(shelf.current(ID).unwrap().is_none());
}

/// A disk that fails at one operation, having done a part of it, and then heals or is gone for good.
struct FailingDisk {
    left: Rc<Cell<u32>>,
    /// Of a file's bytes, in hundredths; for everything else done (100) or not.
    done: usize,
    heals: bool,
}

impl FailingDisk {
    fn step(&self, real: impl Fn() -> io::Result<()>, partly: impl Fn() -> io::Result<()>) -> io::Result<()> {
        match self.left.get() {
            0 if self.heals => real(),
            0 => Err(io::Error::other("the machine is off")),
            1 => {
                self.left.set(0);
                partly()?;
                Err(io::ErrorKind::StorageFull.into())
            }
            left => {
                self.left.set(left - 1);
                real()
            }
        }
    }

    fn whole(&self, real: impl Fn() -> io::Result<()>) -> io::Result<()> {
        self.step(&real, || if self.done == 100 { real() } else { Ok(()) })
    }
}

impl Disk for FailingDisk {
    fn create_folder(&self, path: &Path) -> io::Result<()> {
        self.whole(|| RealDisk.create_folder(path))
    }

    fn write(&self, path: &Path, bytes: &[u8]) -> io::Result<()> {
        let part = &bytes[..bytes.len() * self.done / 100];
        self.step(|| RealDisk.write(path, bytes), || RealDisk.write(path, part))
    }

    fn rename(&self, from: &Path, to: &Path) -> io::Result<()> {
        self.whole(|| RealDisk.rename(from, to))
    }

    fn settle(&self, folder: &Path) -> io::Result<()> {
        self.whole(|| RealDisk.settle(folder))
    }

    fn remove_folder(&self, path: &Path) -> io::Result<()> {
        self.whole(|| RealDisk.remove_folder(path))
    }
}

#[test]
fn whichever_step_fails_a_whole_pack_is_served_and_the_next_try_succeeds() {
    let mut failures = 0;
    for heals in [false, true] {
        for done in [0, 50, 100] {
            for step in 1.. {
                let counter = Counter::new();
                for number in ["1", "2", "3"] {
                    counter.install(number);
                }
                let path = counter.carry_version("4");
                let left = Rc::new(Cell::new(step));
                let disk = FailingDisk { left: left.clone(), done, heals };
                let shelf = Shelf::on_disk(&counter.shelf_folder(), disk);
                let result = shelf.install(&path, &terms());
                let reached = left.get() == 0;
                let served = counter.shelf().read(ID).unwrap().1.manifest.version.to_string();
                match result {
                    Ok(_) => assert_eq!(served, "4"),
                    Err(error) => {
                        assert!(matches!(error, PackError::DiskFull { .. } | PackError::Unwritable { .. }), "{error}");
                        assert!(served == "3" || served == "4", "serves {served} after step {step}");
                        failures += 1;
                    }
                }
                counter.install("4");
                counter.serves("4");
                assert_eq!(counter.listed(), ["4", "3", "2"]);
                assert_eq!(counter.folders(), (3, true), "leftovers after step {step}");
                if !reached {
                    break;
                }
            }
        }
    }
    assert!(failures > 50, "only {failures} failures were tried");
}

#[test]
fn a_full_disk_is_called_so() {
    let counter = Counter::new();
    let disk = FailingDisk { left: Rc::new(Cell::new(4)), done: 50, heals: false };
    let shelf = Shelf::on_disk(&counter.shelf_folder(), disk);
    let refusal = shelf.install(&counter.carry_version("1"), &terms()).unwrap_err();
    assert_eq!(refusal.code(), "disk-full");
}

/// Names the two packs and the shelf of [`endless_installation`] to its process.
const ENDLESS: &str = "KAUNTER_TEST_ENDLESS_INSTALLATION";

/// Installs two packs in turn until its process is killed.
#[test]
#[ignore = "run as a process of its own by the story below"]
fn endless_installation() {
    let folder = PathBuf::from(std::env::var_os(ENDLESS).unwrap());
    let key = TrustedKey::from_file(&folder.join("key.pub")).unwrap();
    let terms = Terms { keys: vec![key], allow_older: true, now: now() };
    let shelf = Shelf::open(&folder.join("shelf"));
    for name in ["harbour-city-1.kpack", "harbour-city-2.kpack"].into_iter().cycle() {
        shelf.install(&folder.join(name), &terms).unwrap();
        println!("installed");
    }
}

#[test]
fn whenever_the_process_is_killed_a_whole_pack_is_served() {
    let counter = Counter::new();
    counter.install("1");
    counter.carry_version("2");
    let folder = counter.folder.path();
    fs::write(folder.join("key.pub"), &keys().public).unwrap();
    for round in 0..16 {
        let mut child = Command::new(std::env::current_exe().unwrap())
            .args(["shelf::endless_installation", "--exact", "--ignored", "--nocapture"])
            .env(ENDLESS, folder)
            .stdout(Stdio::piped())
            .spawn()
            .unwrap();
        // Held open to the end: a child that cannot write ends by itself.
        let mut said = BufReader::new(child.stdout.take().unwrap()).lines().map_while(Result::ok);
        let installed = said.by_ref().filter(|line| line.contains("installed")).nth(round % 3);
        assert!(installed.is_some(), "the installing process ended by itself");
        // Half of the kills strike while something lies in staging.
        let staging = counter.shelf_folder().join("staging");
        while round % 2 == 0 && fs::read_dir(&staging).is_ok_and(|items| items.count() == 0) {
            std::thread::yield_now();
        }
        child.kill().unwrap();
        child.wait().unwrap();
        let (_, pack) = counter.shelf().read(ID).unwrap();
        assert!(["1", "2"].contains(&pack.manifest.version.to_string().as_str()));
    }
    counter.install("3");
    counter.serves("3");
}
