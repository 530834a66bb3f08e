//! The real library: signed packs on a real shelf, opened for real questions.

use std::fs;

use jiff::Zoned;
use jiff::civil::{Date, date};
use kaunter_kiosk::library::Library;
use kaunter_kiosk::{DataFolder, ShelfLibrary};
use kaunter_knowledge::{Context, Outcome};
use kaunter_pack::{NewKeys, Shelf, SigningKey, Terms, TrustedKey, check, signature_path};
use tempfile::TempDir;

use crate::small_pack::files_with;

const TODAY: Date = date(2026, 11, 21);

/// A kiosk's data folder, and an agency that sends packs to it.
struct Kiosk {
    data: TempDir,
    keys: NewKeys,
    installed: ShelfLibrary,
}

impl Kiosk {
    fn new(wanted: Option<&str>) -> Self {
        let data = tempfile::tempdir().unwrap();
        let installed = ShelfLibrary::new(&DataFolder::new(data.path()), wanted.map(str::to_owned));
        let keys = NewKeys::generate(None).unwrap();
        Self { data, keys, installed }
    }

    fn shelf(&self) -> Shelf {
        Shelf::open(&DataFolder::new(self.data.path()).packs())
    }

    fn installs(&self, change: impl Fn(&str, &str) -> String) {
        let now: Zoned = "2026-11-21T09:00:00+08:00[Asia/Taipei]".parse().unwrap();
        let checked = check(files_with(change), &now).unwrap();
        let built = checked.build().unwrap_or_else(|error| panic!("{error}: {:?}", checked.report));
        let stick = tempfile::tempdir().unwrap();
        let file = stick.path().join(&built.file_name);
        let signature = SigningKey::parse(&self.keys.secret, None).unwrap().sign(&built.bytes, "").unwrap();
        fs::write(&file, &built.bytes).unwrap();
        fs::write(signature_path(&file), signature).unwrap();
        let keys = vec![TrustedKey::parse(&self.keys.public).unwrap()];
        self.shelf().install(&file, &Terms { keys, allow_older: false, now }).unwrap();
    }

    /// Version and what is quoted on a question, or the code of why nothing is.
    fn serves(&self) -> Result<(String, String), String> {
        let content = self.installed.latest().map_err(|problem| problem.code)?;
        let asked = content.ask("en", "How much is the birth grant?", &Context::default(), TODAY).unwrap();
        let Outcome::Answer(quotation) = &asked.parts[0].outcome else { panic!("{asked:?}") };
        Ok((content.pack().manifest.version.to_string(), quotation.text.clone()))
    }
}

fn same(_: &str, text: &str) -> String {
    text.to_owned()
}

fn newer(path: &str, text: &str) -> String {
    match path {
        "pack.toml" => text.replace("1.0", "1.1"),
        _ => text.replace("20,000", "30,000"),
    }
}

fn served(version: &str, text: &str) -> Result<(String, String), String> {
    Ok((version.to_owned(), text.to_owned()))
}

#[test]
fn packs_are_served_as_they_come_and_are_rolled_back() {
    let kiosk = Kiosk::new(None);
    assert_eq!(kiosk.serves(), Err("pack-opening".into()));
    assert!(kiosk.installed.look());
    assert_eq!(kiosk.serves(), Err("pack-none".into()));
    assert!(!kiosk.installed.look(), "nothing new");

    kiosk.installs(same);
    assert!(kiosk.installed.look());
    assert_eq!(kiosk.serves(), served("1.0", "The grant is 20,000."));
    assert!(!kiosk.installed.look());

    kiosk.installs(newer);
    assert!(kiosk.installed.look());
    assert_eq!(kiosk.serves(), served("1.1", "The grant is 30,000."));
    assert_eq!(kiosk.installed.packs(), ["pier 1.1", "pier 1.0"]);

    kiosk.shelf().roll_back("pier").unwrap();
    assert!(kiosk.installed.look());
    assert_eq!(kiosk.serves(), served("1.0", "The grant is 20,000."));
}

#[test]
fn a_pack_that_the_disk_has_spoilt_does_not_end_the_service() {
    let kiosk = Kiosk::new(None);
    kiosk.installs(same);
    kiosk.installed.look();
    kiosk.installs(newer);
    let spoilt = kiosk.shelf().current("pier").unwrap().unwrap().path;
    fs::write(spoilt, "no longer a pack").unwrap();
    assert!(!kiosk.installed.look());
    assert_eq!(kiosk.serves(), served("1.0", "The grant is 20,000."));

    let restarted = ShelfLibrary::new(&DataFolder::new(kiosk.data.path()), None);
    restarted.look();
    assert_eq!(restarted.latest().map(|content| content.pack().manifest.version.to_string()), Ok("1.0".into()));
}

#[test]
fn a_spoilt_pack_with_none_before_it_is_named_until_a_good_one_comes() {
    let kiosk = Kiosk::new(None);
    kiosk.installs(same);
    fs::write(kiosk.shelf().current("pier").unwrap().unwrap().path, "no longer a pack").unwrap();
    assert!(kiosk.installed.look());
    assert_eq!(kiosk.serves(), Err("pack-not-a-pack".into()));
    kiosk.installs(newer);
    assert!(kiosk.installed.look());
    assert_eq!(kiosk.serves(), served("1.1", "The grant is 30,000."));
}

#[test]
fn the_packs_of_the_staff_are_not_for_citizens() {
    let kiosk = Kiosk::new(None);
    let staff = |path: &str, text: &str| match path {
        "pack.toml" => text.replace("\"pier\"", "\"a-staff\"").replace("seal = \"碼\"", "internal = true"),
        _ => text.to_owned(),
    };
    kiosk.installs(staff);
    assert!(kiosk.installed.look());
    assert_eq!(kiosk.serves(), Err("pack-internal".into()));
    let named = |kiosk: &Kiosk| kiosk.installed.internal().map(|content| content.pack().manifest.id.clone()).ok();
    assert_eq!(named(&kiosk).as_deref(), Some("a-staff"), "it is for their own side");
    kiosk.installs(same);
    assert!(kiosk.installed.look());
    assert_eq!(kiosk.installed.packs(), ["pier 1.0", "a-staff 1.0"]);
    assert!(kiosk.installed.arrivals().iter().all(Option::is_some), "and how old each is");
    assert_eq!(kiosk.installed.latest().unwrap().pack().manifest.id, "pier");
    assert_eq!(named(&kiosk).as_deref(), Some("a-staff"));
}

#[test]
fn a_kiosk_can_be_told_which_pack_is_its_own() {
    let kiosk = Kiosk::new(Some("pier-two"));
    kiosk.installs(same);
    assert!(kiosk.installed.look());
    assert_eq!(kiosk.serves(), Err("pack-none".into()));
    kiosk.installs(|path, text| newer(path, text).replace("id = \"pier\"", "id = \"pier-two\""));
    assert!(kiosk.installed.look());
    assert_eq!(kiosk.serves(), served("1.1", "The grant is 30,000."));
}

#[test]
fn a_full_disk_costs_only_the_cache() {
    let kiosk = Kiosk::new(None);
    kiosk.installs(same);
    fs::write(DataFolder::new(kiosk.data.path()).cache(), "in the way").unwrap();
    assert!(kiosk.installed.look());
    assert_eq!(kiosk.serves(), served("1.0", "The grant is 20,000."));
}

#[test]
fn the_watched_shelf_tells_when_something_else_is_to_be_served() {
    let kiosk = Kiosk::new(None);
    let (told, heard) = std::sync::mpsc::channel();
    kiosk.installs(same);
    kiosk.installed.watch(move || told.send(()).unwrap()).unwrap();
    heard.recv_timeout(std::time::Duration::from_secs(60)).unwrap();
    assert_eq!(kiosk.serves(), served("1.0", "The grant is 20,000."));
}

#[test]
fn a_restarted_kiosk_shows_its_pack_at_once_and_answers_as_before() {
    let kiosk = Kiosk::new(None);
    kiosk.installs(same);
    kiosk.installed.look();
    let restarted = Kiosk { installed: ShelfLibrary::new(&DataFolder::new(kiosk.data.path()), None), ..kiosk };
    assert!(restarted.installed.look());
    assert_eq!(restarted.installed.latest().unwrap().pack().manifest.languages.len(), 3);
    assert_eq!(restarted.serves(), served("1.0", "The grant is 20,000."));
}
