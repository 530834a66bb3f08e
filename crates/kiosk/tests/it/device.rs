//! The kiosk itself in an officer's hands: a pack comes on a stick, the log leaves on one.

use std::fs;
use std::path::PathBuf;
use std::thread;
use std::time::{Duration, Instant};

use jiff::{SignedDuration, Zoned};
use kaunter_kiosk::act::Act;
use kaunter_kiosk::post::{Link, PostStanding};
use kaunter_kiosk::printing::PrintWishes;
use kaunter_kiosk::view::{
    Device, DeviceDone, Officer, OfficerPage, OfficerPlace, PrintChoices, Printing, Screen, SpeakerTest, StaffRole,
    TriedSentence, View, VoicePulse,
};
use kaunter_kiosk::voice::VoiceNews;
use kaunter_pack::{NewKeys, SigningKey, check, signature_path};

use crate::hall::{Hall, PIN, pin};
use crate::small_pack::files_with;

fn device(view: View) -> Device {
    match view.screen {
        Screen::Officer(Officer::Open { page: OfficerPage::Device(device), .. }) => *device,
        other => panic!("not the kiosk's page: {other:?}"),
    }
}

fn take(file: &str) -> Act {
    Act::OfficerTakePack { file: file.into() }
}

impl Hall {
    /// A stick is plugged in.
    fn with_a_stick() -> (Self, PathBuf) {
        let hall = Self::new();
        let stick = hall.data.path().join("stick");
        fs::create_dir_all(&stick).unwrap();
        (hall, stick)
    }

    fn at_the_device(&mut self) -> Device {
        self.does_all([Act::OfficerGesture, pin(PIN)]);
        device(self.does(Act::OfficerGo { page: OfficerPlace::Device }))
    }

    /// Takes a pack, and waits until it is known what came of it.
    fn takes(&mut self, file: &str) -> DeviceDone {
        let mut view = self.does(take(file));
        let began = Instant::now();
        loop {
            match device(view).done {
                Some(DeviceDone::PackComing { file: coming }) => assert_eq!(coming, file),
                Some(done) => return done,
                None => {}
            }
            assert!(began.elapsed() < Duration::from_secs(30), "nothing came of it");
            thread::yield_now();
            self.counter.tick();
            view = self.counter.view();
        }
    }

    /// Why a pack is not taken.
    fn refuses(&mut self, file: &str) -> String {
        match self.takes(file) {
            DeviceDone::PackRefused { problem } => problem.code,
            other => panic!("taken: {other:?}"),
        }
    }

    /// Whose packs the kiosk takes.
    fn trusts(&self, keys: &NewKeys) {
        let folder = self.data.path().join("keys");
        fs::create_dir_all(&folder).unwrap();
        fs::write(folder.join("agency.pub"), &keys.public).unwrap();
    }
}

/// Puts the small pack onto a stick, signed with these keys: the file's name.
fn lies_on(stick: &std::path::Path, keys: &NewKeys) -> String {
    let now: Zoned = "2026-11-21T09:00:00+08:00[Asia/Taipei]".parse().unwrap();
    let built = check(files_with(|_, text| text.to_owned()), &now).unwrap().build().unwrap();
    let file = stick.join(&built.file_name);
    fs::write(&file, &built.bytes).unwrap();
    let signature = SigningKey::parse(&keys.secret, None).unwrap().sign(&built.bytes, "").unwrap();
    fs::write(signature_path(&file), signature).unwrap();
    built.file_name
}

#[test]
fn a_pack_on_a_stick_is_taken_when_a_key_of_this_kiosk_signed_it() {
    let (mut hall, stick) = Hall::with_a_stick();
    let (ours, others) = (NewKeys::generate(None).unwrap(), NewKeys::generate(None).unwrap());
    let file = lies_on(&stick, &others);
    assert_eq!(hall.at_the_device().on_stick, std::slice::from_ref(&file));
    assert_eq!(hall.tries(take(&file)).0, "pack-keys-none");
    hall.trusts(&ours);
    fs::write(hall.data.path().join("keys/note.pub"), "the key is in the other file").unwrap();
    assert_eq!(hall.refuses(&file), "pack-signature-wrong", "a file without a key spoils nothing");
    fs::remove_file(signature_path(&stick.join(&file))).unwrap();
    assert_eq!(hall.refuses(&file), "pack-signature-missing");
    assert_eq!(hall.tries(take("../pier.kpack")).0, "stick-gone", "only what is offered is taken");
    let file = lies_on(&stick, &ours);
    assert_eq!(hall.takes(&file), DeviceDone::PackTaken { pack: "pier 1.0".into() });
    fs::write(stick.join(&file), b"torn off").unwrap();
    assert!(hall.refuses(&file).starts_with("pack-"));
}

#[test]
fn an_officer_looks_and_who_looks_after_packs_takes_them() {
    let (mut hall, stick) = Hall::with_a_stick();
    let file = lies_on(&stick, &NewKeys::generate(None).unwrap());
    hall.does_all([Act::OfficerGesture, pin(PIN)]);
    hall.does(Act::OfficerTakeOn { name: "Ali".into(), role: StaffRole::Officer, pin: "1111".into() });
    hall.does(Act::OfficerClose);
    hall.does_all([Act::OfficerGesture, pin("1111")]);
    assert_eq!(hall.tries(take(&file)).0, "not-allowed");
}

#[test]
fn the_log_leaves_on_a_stick_without_anything_that_may_say_more() {
    let (mut hall, stick) = Hall::with_a_stick();
    hall.at_the_device();
    assert_eq!(hall.tries(Act::OfficerTakeLog).0, "log-none");
    let line = "2026-11-21T01:00:00.000001Z ERROR kaunter_kiosk::forms: code=\"disk-full\" fault=/home/Zyzzyva\n";
    fs::write(hall.data.path().join("kaunter.log"), line).unwrap();
    let Some(DeviceDone::LogTaken { file }) = device(hall.does(Act::OfficerTakeLog)).done else { panic!() };
    let taken = fs::read_to_string(stick.join(file)).unwrap();
    assert!(taken.contains("disk-full") && !taken.contains("Zyzzyva"), "{taken}");
    fs::remove_dir_all(&stick).unwrap();
    assert_eq!(hall.tries(Act::OfficerTakeLog).0, "stick-none");
}

#[test]
fn staff_see_that_the_clock_was_set_back_until_it_is_right_again() {
    let mut hall = Hall::new();
    hall.starts("en", "grant");
    assert_eq!(hall.at_the_device().store, None);
    hall.clock.turns(SignedDuration::from_hours(-30));
    hall.restarts();
    assert_eq!(hall.at_the_device().store.map(|problem| problem.code).as_deref(), Some("store-clock-back"));
    hall.clock.turns(SignedDuration::from_hours(31));
    hall.restarts();
    assert_eq!(hall.at_the_device().store, None);
}

/// What a technician says is heard as loudness, and as nothing else.
#[test]
fn a_technician_sees_that_the_microphone_hears_and_nobody_is_listened_to() {
    let mut hall = Hall::new();
    hall.voice.knows(&["en"]);
    hall.speaks("en");
    assert!(!hall.voice.is_checked());
    hall.at_the_device();
    assert!(hall.voice.is_checked() && hall.voice.turn().is_none());
    hall.voice.tells(VoiceNews::Level(-24.0));
    let heard = hall.counter.hear();
    assert_eq!((heard.view, heard.pulses), (None, vec![VoicePulse::Level { dbfs: -24.0 }]));
    hall.does(Act::OfficerGo { page: OfficerPlace::Desk });
    assert!(!hall.voice.is_checked());
    hall.does(Act::OfficerGo { page: OfficerPlace::Device });
    hall.waits(61);
    assert!(!hall.voice.is_checked(), "the page has closed by itself");
}

#[test]
fn a_technician_hears_the_loudspeaker_in_the_offices_language_and_is_told_when_there_was_nothing_to_hear() {
    let mut hall = Hall::new();
    assert_eq!(hall.at_the_device().voice.speaker, SpeakerTest::Untried);
    let try_it = || Act::OfficerTrySpeaker { sentence: "聽得到嗎？".into() };
    assert_eq!(device(hall.does(try_it())).voice.speaker, SpeakerTest::Playing);
    let came = |hall: &mut Hall, came| {
        let tried = hall.voice.tried(came);
        (tried, device(hall.counter.hear().view.unwrap()).voice.speaker)
    };
    let (tried, told) = came(&mut hall, SpeakerTest::Silent);
    assert_eq!((tried[0].language.as_str(), tried[0].text.as_str()), ("zh-TW", "聽得到嗎？"));
    assert_eq!(told, SpeakerTest::Silent);
    hall.does(try_it());
    for sentence in [TriedSentence::Starting, TriedSentence::Hung, TriedSentence::Said] {
        assert_eq!(came(&mut hall, SpeakerTest::Played { sentence }).1, SpeakerTest::Played { sentence });
    }
}

fn printing(tray: Option<&str>, copies: u32) -> Printing {
    Printing { tray: tray.map(str::to_owned), colour: false, two_sided: true, copies }
}

fn set(printing: &Printing) -> Act {
    Act::OfficerSetPrinting { printing: printing.clone() }
}

#[test]
fn an_admin_has_papers_printed_as_the_printer_can() {
    let mut hall = Hall::new();
    hall.at_the_device();
    let wanted = printing(Some("tray-2"), 2);
    assert_eq!(hall.tries(set(&wanted)).0, "printer-unasked");
    let can = PrintChoices { trays: vec!["tray-2".into()], colour: false, two_sided: true, most_copies: 2 };
    hall.room.can(Some(can.clone()));
    for cannot in [
        printing(Some("tray-9"), 1),
        printing(None, 3),
        printing(None, 0),
        Printing { colour: true, ..printing(None, 1) },
    ] {
        assert_eq!(hall.tries(set(&cannot)).0, "printing-unsupported", "{cannot:?}");
    }
    assert_eq!(hall.room.wished(), PrintWishes::default());
    let shown = device(hall.does(set(&wanted)));
    assert_eq!((shown.done, shown.print_choices), (Some(DeviceDone::PrintingSet), Some(can)));
    assert_eq!(hall.room.wished(), wanted.into());

    hall.does(Act::OfficerTakeOn { name: "Ali".into(), role: StaffRole::Trainer, pin: "1111".into() });
    hall.does(Act::OfficerClose);
    hall.does_all([Act::OfficerGesture, pin("1111")]);
    assert_eq!(hall.tries(set(&printing(None, 1))).0, "not-allowed");
}

#[test]
fn staff_see_when_the_agency_last_answered() {
    let mut hall = Hall::new();
    assert_eq!(hall.at_the_device().last_contact, None);
    let last = Some("2026-11-21T00:40:00Z".parse().unwrap());
    hall.post.stands(PostStanding { link: Link::OutOfReach(None), last_contact: last, ..PostStanding::default() });
    let seen = device(hall.does(Act::OfficerGo { page: OfficerPlace::Device }));
    assert_eq!(seen.last_contact.as_deref(), Some("2026-11-21T08:40:00+08:00"));
}
