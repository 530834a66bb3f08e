//! Packs on their way down.

use std::fs;

use clap::Parser;
use jiff::{SignedDuration, Timestamp, ToSpan};
use kaunter_agency::{
    database::statement,
    desk::Desk,
    registry::{NewPack, PackPlace},
};
use kaunter_courier::{Errand, KioskFigures, PackNotTaken, Settings, sync_once};
use kaunter_pack::{NewKeys, PackFiles, Shelf, SigningKey, TrustedKey, check};
use kaunter_protocol::{Digest, NoticeKind, StickContents, StickFile};

use crate::{
    cable::{Cable, Does},
    hall::Hall,
    kiosk::{Kiosk, letters},
    small::Small,
    telling::notice,
};

/// An agency that signs packs.
struct Press {
    key: SigningKey,
    public: TrustedKey,
}

impl Press {
    fn new() -> Self {
        let keys = NewKeys::generate(None).unwrap();
        Self { key: SigningKey::parse(&keys.secret, None).unwrap(), public: TrustedKey::parse(&keys.public).unwrap() }
    }

    /// A built pack of this version, with some weight that cannot be packed smaller.
    fn pack(&self, version: &str, weight: usize) -> (Vec<u8>, String) {
        let manifest = format!(
            "id = \"harbour-city\"\nversion = \"{version}\"\nagency = {{ en = \"Harbour City\" }}\nlanguages = [\"en\"]\n\
             office_language = \"en\"\n"
        );
        let mut seed = 7;
        let noise = (0..weight / 16).map(|_| format!("{:016x}", crate::pace::chance(&mut seed)));
        let faq = "id,question,also_asked,answer,topic,source,section,page,valid_from,valid_until\n\
                   lost,I lost my card,my card is gone,Report it at counter 3.,,,,,,\n";
        let document =
            format!("---\ntitle: Noise\nversion: 2026-10-01\n---\n{}\n", noise.collect::<Vec<_>>().join("\n"));
        let files =
            [("pack.toml", manifest), ("knowledge/en/faq.csv", faq.to_owned()), ("knowledge/en/noise.md", document)];
        let files = files.map(|(path, text)| (path.to_owned(), text.into_bytes()));
        let checked = check(PackFiles::from_bytes(files).unwrap(), &jiff::Zoned::now()).unwrap();
        let bytes = checked.build().unwrap().bytes;
        let signature = self.key.sign(&bytes, "test").unwrap();
        (bytes, signature)
    }
}

fn publish(hall: &Hall, version: &str, bytes: &[u8], signature: &str) {
    publish_to(100, hall, version, bytes, signature);
}

fn publish_to(percent: u8, hall: &Hall, version: &str, bytes: &[u8], signature: &str) {
    publish_on("stable", percent, hall, version, bytes, signature);
}

fn publish_on(channel: &str, percent: u8, hall: &Hall, version: &str, bytes: &[u8], signature: &str) {
    let place = PackPlace { pack: "harbour-city".into(), version: version.into(), channel: channel.into(), site: None };
    let new = NewPack { place: &place, bytes, signature, percent };
    hall.ask(hall.registry.within(&hall.harbour).publish(new, Timestamp::now())).unwrap();
}

fn served(kiosk: &Kiosk) -> Option<String> {
    let current = Shelf::open(&kiosk.place().shelf).current("harbour-city").unwrap();
    current.map(|installed| installed.version.to_string())
}

#[test]
fn a_pack_comes_piece_by_piece_over_a_line_that_breaks_and_is_served() {
    let (hall, press) = (Hall::open(), Press::new());
    let cable = Cable::to(hall.address());
    let mut kiosk = Kiosk::of(&hall, "hall-1");
    kiosk.keys = vec![press.public.clone()];
    let (bytes, signature) = press.pack("2026.11.1", 6 << 20);
    assert!(bytes.len() > 2 << 20, "{}", bytes.len());
    publish(&hall, "2026.11.1", &bytes, &signature);
    let mut trip = kiosk.trip_by(&cable.url());
    trip.step();
    cable.does(Does::BreaksComing(700_000));
    let there = || {
        let parts = fs::read_dir(kiosk.place().downloads).into_iter().flatten().flatten();
        parts.map(|part| part.metadata().unwrap().len()).sum::<u64>()
    };
    while there() == 0 {
        trip.step();
    }
    assert!(there() < bytes.len() as u64);
    assert_eq!(served(&kiosk), None);
    cable.does(Does::Carries);
    // The kiosk restarts; what came is not asked for again.
    kiosk.trip_by(&cable.url()).pass(SignedDuration::from_mins(31));
    assert_eq!(served(&kiosk).as_deref(), Some("2026.11.1"));
    assert_eq!(fs::read_dir(kiosk.place().downloads).unwrap().count(), 0, "nothing is left over");
    let (older, signature) = press.pack("2026.10.1", 0);
    publish(&hall, "2026.10.1", &older, &signature);
    kiosk.trip().pass(SignedDuration::from_hours(1));
    assert_eq!(served(&kiosk).as_deref(), Some("2026.11.1"));
}

#[test]
fn a_pack_that_somebody_else_signed_is_not_served_nor_asked_for_again() {
    let (hall, press, stranger) = (Hall::open(), Press::new(), Press::new());
    let mut kiosk = Kiosk::of(&hall, "hall-1");
    kiosk.keys = vec![press.public.clone()];
    let (bytes, signature) = stranger.pack("2026.11.1", 0);
    publish(&hall, "2026.11.1", &bytes, &signature);
    let mut trip = kiosk.trip();
    let done = trip.pass(SignedDuration::from_hours(12));
    assert_eq!(done.iter().filter(|errand| **errand == Errand::Piece).count(), 1);
    assert_eq!(served(&kiosk), None);
}

#[test]
fn who_carries_from_the_command_line_is_told_what_came_down_and_what_was_not_taken() {
    let (hall, press, stranger) = (Hall::open(), Press::new(), Press::new());
    let mut kiosk = Kiosk::of(&hall, "hall-1");
    kiosk.keys = vec![press.public.clone()];
    let sync = || {
        sync_once(kiosk.store.beside().unwrap(), kiosk.place(), Settings::default(), KioskFigures::default()).unwrap()
    };
    let (bytes, signature) = press.pack("2026.11.1", 0);
    publish(&hall, "2026.11.1", &bytes, &signature);
    notice(&hall, "storm", NoticeKind::Bulletin, None);
    let done = sync();
    assert_eq!(done.packs, ["harbour-city 2026.11.1"]);
    assert_eq!((done.notices, done.packs_to_come, done.trouble), (1, false, None));
    notice(&hall, "storm", NoticeKind::Withdrawn, None);
    let done = sync();
    assert_eq!((done.packs.len(), done.packs_not_taken.len(), done.notices), (0, 0, 0), "nothing new came");
    let (bytes, signature) = stranger.pack("2026.11.2", 0);
    publish(&hall, "2026.11.2", &bytes, &signature);
    let done = sync();
    let not_taken = PackNotTaken { pack: "harbour-city 2026.11.2".into(), code: "pack-signature-wrong" };
    assert_eq!((done.packs.len(), done.packs_not_taken), (0, vec![not_taken]));
    assert_eq!(served(&kiosk).as_deref(), Some("2026.11.1"));
}

#[test]
fn over_a_metered_line_packs_come_by_stick_alone() {
    let (hall, press) = (Hall::open(), Press::new());
    let mut kiosk = Kiosk::of(&hall, "hall-1");
    kiosk.keys = vec![press.public.clone()];
    let (bytes, signature) = press.pack("2026.11.1", 0);
    publish(&hall, "2026.11.1", &bytes, &signature);
    let settings = Settings { metered: true, spread_seconds: 0, ..Settings::default() };
    let done = kiosk.trip_with(&hall.url(), settings).pass(SignedDuration::from_hours(24));
    assert!(!done.contains(&Errand::Offers) && !done.contains(&Errand::Piece));
    let stick = tempfile::tempdir().unwrap();
    fs::write(stick.path().join("city.kpack"), bytes).unwrap();
    fs::write(stick.path().join("city.kpack.minisig"), signature).unwrap();
    let import = || {
        kaunter_courier::stick::import(&kiosk.desk(), &kiosk.known(), &kiosk.place(), stick.path(), Timestamp::now())
    };
    assert_eq!(import().unwrap().packs, [("harbour-city".to_owned(), "2026.11.1".to_owned())]);
    assert_eq!(served(&kiosk).as_deref(), Some("2026.11.1"));
    assert!(import().unwrap().packs.is_empty());
}

#[test]
fn the_agency_puts_onto_a_stick_what_a_site_is_to_have_and_what_does_not_lie_there_whole_is_told() {
    let (hall, press) = (Hall::open(), Press::new());
    let mut kiosk = Kiosk::of(&hall, "hall-1");
    kiosk.keys = vec![press.public.clone()];
    let (bytes, signature) = press.pack("2026.11.1", 1 << 20);
    publish(&hall, "2026.11.1", &bytes, &signature);
    let (tried, signed) = press.pack("2026.12.1", 0);
    publish_to(10, &hall, "2026.12.1", &tried, &signed);
    notice(&hall, "storm", NoticeKind::Emergency, None);
    let stick = tempfile::tempdir().unwrap();
    let folder = stick.path().join("forms");
    let put = |more: &[&str]| {
        let (data, folder) = (hall.data().display().to_string(), folder.display().to_string());
        let words = ["kaunter-agency", "--data", &data, "stick", "--tenant", "harbour", "--site", "main", &folder];
        Desk::parse_from(words.iter().chain(more)).run().map_err(|error| format!("{error:#}"))
    };
    let import =
        || kaunter_courier::stick::import(&kiosk.desk(), &kiosk.known(), &kiosk.place(), &folder, Timestamp::now());
    put(&[]).unwrap();
    let pack = "harbour.main.stable.harbour-city-2026.11.1.kpack";
    let signature_file = format!("{pack}.minisig");
    let lies = [pack, &signature_file, "harbour.main.stable.klist", "harbour.main.storm.knotice"];
    assert_eq!(crate::sticks::names(&folder), lies, "what is tried out on some kiosks goes by network to those");

    // The stick loses a half of one, and all of another.
    fs::write(folder.join(pack), &bytes[..bytes.len() / 2]).unwrap();
    fs::remove_file(folder.join("harbour.main.storm.knotice")).unwrap();
    let brought = import().unwrap();
    assert_eq!(brought.missing, ["harbour.main.storm.knotice", pack]);
    assert_eq!((brought.packs.len(), brought.refused.len(), served(&kiosk)), (0, 1, None));
    put(&[]).unwrap();
    let brought = import().unwrap();
    assert_eq!((brought.missing.len(), brought.refused.len(), brought.notices), (0, 0, 1));
    assert_eq!(served(&kiosk).as_deref(), Some("2026.11.1"));

    // A newer release for all: the stick has it, and no longer the one before. Another site's stick changes nothing.
    let (newer, signed) = press.pack("2026.12.2", 0);
    publish(&hall, "2026.12.2", &newer, &signed);
    put(&[]).unwrap();
    assert!(!folder.join(pack).exists(), "{:?}", crate::sticks::names(&folder));
    assert_eq!(import().unwrap().packs.len(), 1);
    fs::write(folder.join(pack), &bytes).unwrap();
    fs::write(folder.join(format!("{pack}.minisig")), &signature).unwrap();
    let brought = import().unwrap();
    assert_eq!((brought.packs.len(), brought.refused.len()), (0, 0), "an older one is no news: {brought:?}");
    assert_eq!(served(&kiosk).as_deref(), Some("2026.12.2"));

    // Somebody else's list promises nothing, and a file that is no model does not get a model's name.
    let list = folder.join("harbour.main.stable.klist");
    let forged = fs::read_to_string(&list).unwrap().replace("harbour-city", "habrour-city");
    fs::write(&list, forged).unwrap();
    assert_eq!(import().unwrap().refused[0].file, "harbour.main.stable.klist");
    let models = tempfile::tempdir().unwrap();
    fs::write(models.path().join("ggml-base-q5_1.bin"), "hears nothing").unwrap();
    let from = models.path().display().to_string();
    let refused = put(&["--model", "base-q5_1", "--models", &from]).unwrap_err();
    assert!(refused.contains("is not the model base-q5_1"), "{refused}");
    assert!(!folder.join("ggml-base-q5_1.bin").exists());
}

#[test]
fn a_stick_holds_two_channels_and_of_notices_what_a_site_has_to_know_and_no_more() {
    let (hall, press) = (Hall::open(), Press::new());
    let mut kiosk = Kiosk::of(&hall, "hall-1");
    kiosk.keys = vec![press.public.clone()];
    let (bytes, signature) = press.pack("2026.11.1", 0);
    publish(&hall, "2026.11.1", &bytes, &signature);
    let (tried, signed) = press.pack("2026.11.1", 1 << 10);
    publish_on("trial", 100, &hall, "2026.11.1", &tried, &signed);
    notice(&hall, "storm", NoticeKind::Emergency, Some(Timestamp::now() + 2.hours()));
    let stick = tempfile::tempdir().unwrap();
    let put = |channel: &str| {
        let (data, folder) = (hall.data().display().to_string(), stick.path().display().to_string());
        let words = ["kaunter-agency", "--data", &data, "stick", "--tenant", "harbour", "--site", "main"];
        Desk::parse_from(words.iter().chain(&["--channel", channel, &folder])).run().unwrap();
    };
    let import = || {
        kaunter_courier::stick::import(&kiosk.desk(), &kiosk.known(), &kiosk.place(), stick.path(), Timestamp::now())
    };
    let lies = |channel: &str| {
        fs::read(stick.path().join(format!("harbour.main.{channel}.harbour-city-2026.11.1.kpack"))).unwrap()
    };
    put("stable");
    put("trial");
    assert_eq!((lies("stable"), lies("trial")), (bytes, tried));

    // Years of notices, of each of which the site is to know that it is gone, or nothing at all.
    for day in 0..700 {
        notice(&hall, "storm", NoticeKind::Withdrawn, None);
        notice(&hall, "storm", NoticeKind::Emergency, Some(Timestamp::now() + 2.hours()));
        notice(&hall, &format!("day-{day}"), NoticeKind::Bulletin, Some(Timestamp::now() - 1.hours()));
    }
    put("stable");
    let notices = || {
        let names = crate::sticks::names(stick.path());
        names.into_iter().filter(|name| name.ends_with(".knotice")).collect::<Vec<_>>()
    };
    assert_eq!(notices(), ["harbour.main.storm.knotice"]);
    let brought = import().unwrap();
    assert_eq!((brought.notices, brought.missing.len(), brought.refused.len()), (1, 0, 0), "{brought:?}");

    // What one list no longer names stays as long as another does, and so nothing is told to be missing.
    notice(&hall, "for-an-hour", NoticeKind::Bulletin, None);
    put("trial");
    hall.ask(hall.registry.database().write(vec![statement("DELETE FROM notices", [])])).unwrap();
    put("stable");
    assert_eq!(notices(), ["harbour.main.for-an-hour.knotice", "harbour.main.storm.knotice"]);
    assert!(import().unwrap().missing.is_empty());
    put("trial");
    assert_eq!(notices().len(), 0);
}

#[test]
fn a_list_of_thousands_of_files_is_read() {
    let hall = Hall::open();
    let kiosk = Kiosk::of(&hall, "hall-1");
    let file = |at: u64| StickFile { name: format!("harbour.main.{at}.knotice"), bytes: 1, sha256: Digest::of(b"x") };
    let (tenant, site) = (hall.harbour.clone(), "main".parse().unwrap());
    let list = StickContents { tenant, site, made_at: Timestamp::now(), files: (0..5000).map(file).collect() };
    let stick = tempfile::tempdir().unwrap();
    let written = serde_json::to_vec(&hall.registry.pen().state(&list).unwrap()).unwrap();
    fs::write(stick.path().join("harbour.main.stable.klist"), written).unwrap();
    let brought =
        kaunter_courier::stick::import(&kiosk.desk(), &kiosk.known(), &kiosk.place(), stick.path(), Timestamp::now());
    let brought = brought.unwrap();
    assert_eq!((brought.missing.len(), brought.refused.len()), (5000, 0));
}

#[test]
fn on_a_full_disk_a_pack_stays_out_and_forms_go_on() {
    let (hall, press) = (Hall::open(), Press::new());
    let mut kiosk = Kiosk::of(&hall, "hall-1");
    kiosk.keys = vec![press.public.clone()];
    let (bytes, signature) = press.pack("2026.11.1", 1 << 20);
    publish(&hall, "2026.11.1", &bytes, &signature);
    let Some(small) = Small::mounted(12) else {
        return eprintln!("no small disk can be mounted here: only one that takes nothing at all is tried");
    };
    let place = kaunter_courier::Place { downloads: small.0.path().join("downloads"), ..kiosk.place() };
    let settings = Settings { spread_seconds: 0, ..Settings::default() };
    let mut trip = kiosk.trip();
    trip.round = kaunter_courier::Round::new(kiosk.desk(), settings, place, kiosk.known(), 0);
    trip.go();
    assert_eq!((trip.round.trouble(), served(&kiosk)), (Some("store-disk-full"), None));
    kiosk.finish("form");
    trip.go();
    assert_eq!(hall.forms().len(), 1);
}

#[test]
fn on_a_disk_that_takes_nothing_a_pack_stays_out_forms_go_on_and_later_it_is_served() {
    let (hall, press) = (Hall::open(), Press::new());
    let mut kiosk = Kiosk::of(&hall, "hall-1");
    kiosk.keys = vec![press.public.clone()];
    let (bytes, signature) = press.pack("2026.11.1", 1 << 20);
    publish(&hall, "2026.11.1", &bytes, &signature);
    // Something lies where the downloads go, and where packs are unpacked.
    let lies = [kiosk.place().downloads, kiosk.place().shelf.join("staging")];
    fs::create_dir_all(kiosk.place().shelf).unwrap();
    lies.iter().for_each(|path| fs::write(path, "in the way").unwrap());
    let mut trip = kiosk.trip();
    for path in lies {
        let tried = (0..60).any(|_| trip.pass(SignedDuration::from_mins(1)).contains(&Errand::Piece));
        assert!(tried, "{path:?}");
        assert_eq!((trip.round.trouble(), served(&kiosk)), (Some("store-disk-fails"), None), "{path:?}");
        kiosk.finish("form");
        assert_eq!(letters(&trip.go()), 1, "{path:?}");
        fs::remove_file(path).unwrap();
    }
    trip.pass(SignedDuration::from_hours(1));
    assert_eq!(served(&kiosk).as_deref(), Some("2026.11.1"), "the pack had done nothing wrong");
}

#[test]
fn a_pack_that_was_spoilt_on_its_way_comes_once_more() {
    let (hall, press) = (Hall::open(), Press::new());
    let cable = Cable::to(hall.address());
    let mut kiosk = Kiosk::of(&hall, "hall-1");
    kiosk.keys = vec![press.public.clone()];
    let (bytes, signature) = press.pack("2026.11.1", 6 << 20);
    publish(&hall, "2026.11.1", &bytes, &signature);
    let mut trip = kiosk.trip_by(&cable.url());
    trip.step();
    cable.does(Does::BreaksComing(700_000));
    let part = || fs::read_dir(kiosk.place().downloads).into_iter().flatten().flatten().next();
    while part().is_none() {
        trip.step();
    }
    let part = part().unwrap().path();
    assert_eq!(served(&kiosk), None);
    let mut spoilt = fs::read(&part).unwrap();
    spoilt[0] ^= 1;
    fs::write(&part, spoilt).unwrap();
    cable.does(Does::Carries);
    trip.pass(SignedDuration::from_mins(31));
    assert_eq!(served(&kiosk).as_deref(), Some("2026.11.1"));
}
