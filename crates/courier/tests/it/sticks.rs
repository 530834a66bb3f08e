//! Forms on a stick, and what comes back on it.

use std::{fs, path::Path};

use clap::Parser;
use jiff::{Timestamp, ToSpan};
use kaunter_agency::desk::Desk;
use kaunter_courier::{
    KioskFigures, Settings,
    stick::{self, Exported},
    sync_once,
};
use kaunter_protocol::{Credential, Notice, NoticeKind, Signed, SignedList, StickList, stick_list_name};
use kaunter_store::{Uuid, Way};

use crate::{
    hall::Hall,
    kiosk::{Kiosk, MORNING, read},
    small::Small,
    telling::notice,
};

pub fn names(folder: &Path) -> Vec<String> {
    let entries = fs::read_dir(folder).unwrap();
    let mut names: Vec<_> = entries.map(|entry| entry.unwrap().file_name().to_string_lossy().into_owned()).collect();
    names.sort();
    names
}

/// The agency takes a stick in by its command line, which writes receipts on it.
fn taken_in(hall: &Hall, folder: &Path) {
    desk(hall, folder, &[]).unwrap();
}

pub fn desk(hall: &Hall, folder: &Path, more: &[&str]) -> Result<(), String> {
    let data = hall.data().display().to_string();
    let folder = folder.display().to_string();
    let words = ["kaunter-agency", "--data", &data, "import", "--tenant", "harbour", &folder];
    Desk::parse_from(words.iter().chain(more)).run().map_err(|error| format!("{error:#}"))
}

#[test]
fn forms_go_by_stick_and_the_stick_comes_back_with_receipts() {
    let hall = Hall::open();
    let mut kiosk = Kiosk::of(&hall, "hall-1");
    let ids = [kiosk.finish("one"), kiosk.finish("two")];
    let stick = tempfile::tempdir().unwrap();
    fs::write(stick.path().join("holiday.jpg"), "somebody's").unwrap();
    let done = stick::export(&kiosk.desk(), stick.path(), MORNING).unwrap();
    assert_eq!(done, Exported { forms: 2, written: 2, others: 1 });
    assert_eq!(kiosk.letter(ids[0]).way, Way::Queued, "a stick can be lost");
    assert_eq!(kiosk.letter(ids[0]).on_stick_at, Some(MORNING));
    let again = stick::export(&kiosk.desk(), stick.path(), MORNING).unwrap();
    assert_eq!(again, Exported { forms: 2, written: 0, others: 1 });
    taken_in(&hall, stick.path());
    let brought = stick::import(&kiosk.desk(), &kiosk.known(), &kiosk.place(), stick.path(), MORNING).unwrap();
    assert_eq!((brought.receipts, brought.refused.len()), (2, 0));
    assert!(ids.iter().all(|id| kiosk.letter(*id).way == Way::Accepted));
    let again = stick::import(&kiosk.desk(), &kiosk.known(), &kiosk.place(), stick.path(), MORNING).unwrap();
    assert_eq!((again.receipts, again.refused.len()), (0, 0));
}

#[test]
fn a_form_that_goes_by_stick_and_by_network_is_one() {
    let hall = Hall::open();
    let mut kiosk = Kiosk::of(&hall, "hall-1");
    let id = kiosk.finish("one");
    let stick = tempfile::tempdir().unwrap();
    stick::export(&kiosk.desk(), stick.path(), MORNING).unwrap();
    kiosk.trip().go();
    taken_in(&hall, stick.path());
    assert_eq!((hall.forms().len(), hall.conflicts()), (1, 0));
    let brought = stick::import(&kiosk.desk(), &kiosk.known(), &kiosk.place(), stick.path(), MORNING).unwrap();
    assert_eq!((brought.receipts, brought.refused.len()), (0, 0), "it was known");
    assert_eq!(kiosk.letter(id).way, Way::Accepted);
}

#[test]
fn a_stick_that_is_pulled_out_holds_nothing_half_and_the_next_time_goes_on() {
    let hall = Hall::open();
    let mut kiosk = Kiosk::of(&hall, "hall-1");
    let ids: Vec<_> = (0..5).map(|number| kiosk.finish(&format!("form {number}"))).collect();
    let stick = tempfile::tempdir().unwrap();
    stick::export(&kiosk.desk(), stick.path(), MORNING).unwrap();
    // Pulled out earlier: the manifest is not there, one form is a draft, one is missing, one was cut by the stick itself.
    let form = |at: usize| stick.path().join(format!("{}.kform", ids[at]));
    fs::remove_file(stick.path().join("kaunter-hall-1.json")).unwrap();
    fs::rename(form(4), stick.path().join(format!(".{}.kform.part", ids[4]))).unwrap();
    fs::remove_file(form(3)).unwrap();
    let whole = fs::read(form(2)).unwrap();
    fs::write(form(2), &whole[..whole.len() / 2]).unwrap();
    let done = stick::export(&kiosk.desk(), stick.path(), MORNING).unwrap();
    assert_eq!(done, Exported { forms: 5, written: 3, others: 0 });
    assert_eq!(fs::read(form(2)).unwrap(), whole);
    assert!(names(stick.path()).contains(&"kaunter-hall-1.json".to_owned()));
}

#[test]
fn forms_that_nobody_vouches_for_are_left_until_somebody_says_whose_they_are() {
    let hall = Hall::open();
    let mut kiosk = Kiosk::of(&hall, "hall-1");
    kiosk.finish("one");
    let stick = tempfile::tempdir().unwrap();
    stick::export(&kiosk.desk(), stick.path(), MORNING).unwrap();
    // A list of a kiosk that was revoked, or that somebody else wrote, vouches for nothing.
    let list = stick.path().join("kaunter-hall-1.json");
    let written: SignedList = serde_json::from_slice(&fs::read(&list).unwrap()).unwrap();
    let forged = SignedList { hmac: Some(kaunter_protocol::Digest::of(b"guessed")), ..written };
    fs::write(&list, serde_json::to_vec(&forged).unwrap()).unwrap();
    fs::write(stick.path().join("paper.age"), "age-encryption.org/v1\n").unwrap();
    assert!(desk(&hall, stick.path(), &[]).unwrap_err().contains("2 of them could not be taken in"));
    assert_eq!(hall.forms().len(), 0);
    fs::remove_file(stick.path().join("paper.age")).unwrap();
    desk(&hall, stick.path(), &["--kiosk", "hall-1"]).unwrap();
    assert_eq!(hall.forms().len(), 1);
}

#[test]
fn a_manifest_is_believed_of_the_kiosk_that_wrote_it_alone() {
    let hall = Hall::open();
    let mut kiosk = Kiosk::of(&hall, "hall-1");
    let id = kiosk.finish("one");
    let stick = tempfile::tempdir().unwrap();
    stick::export(&kiosk.desk(), stick.path(), MORNING).unwrap();
    let file = stick.path().join(stick_list_name(Some("hall-1")));
    let vouched: SignedList = serde_json::from_slice(&fs::read(file).unwrap()).unwrap();
    let secret = read(&kiosk, |post| post.membership().unwrap().unwrap().credential);
    let digest = Credential::read(&secret).unwrap().digest();
    let manifest = vouched.open(digest).unwrap();
    assert_eq!((manifest.forms[0].id, manifest.tenant.as_deref()), (id, Some("harbour")));
    let stranger = Credential::from_random(&[7; 32]).digest();
    assert_eq!(vouched.open(stranger), None);
    let more = StickList { forms: Vec::new(), ..manifest };
    let changed = SignedList { manifest: serde_json::to_string(&more).unwrap(), ..vouched };
    assert_eq!(changed.open(digest), None);
}

#[test]
fn what_is_not_what_it_says_is_refused_by_name_and_keeps_nothing_else_out() {
    let hall = Hall::open();
    let mut kiosk = Kiosk::of(&hall, "hall-1");
    let ids = [kiosk.finish("one"), kiosk.finish("two")];
    let stick = tempfile::tempdir().unwrap();
    stick::export(&kiosk.desk(), stick.path(), MORNING).unwrap();
    taken_in(&hall, stick.path());
    let receipt = |id: Uuid| stick.path().join(format!("{id}.kreceipt"));
    // One receipt is changed: the time.
    let text = fs::read_to_string(receipt(ids[0])).unwrap();
    fs::write(receipt(ids[0]), text.replacen("\"received_at\":\"2", "\"received_at\":\"1", 1)).unwrap();
    fs::write(stick.path().join("big.kreceipt"), vec![b' '; 1 << 20]).unwrap();
    fs::write(stick.path().join("a.kpack"), "no pack").unwrap();
    fs::write(stick.path().join("a.knotice"), "{}").unwrap();
    #[cfg(unix)]
    std::os::unix::fs::symlink(kiosk.folder.path().join("store.key"), stick.path().join("link.kreceipt")).unwrap();
    let brought = stick::import(&kiosk.desk(), &kiosk.known(), &kiosk.place(), stick.path(), MORNING).unwrap();
    assert_eq!(brought.receipts, 1);
    let refused: Vec<_> = brought.refused.iter().map(|refused| (refused.file.as_str(), refused.code)).collect();
    let changed = format!("{}.kreceipt", ids[0]);
    let mut expected = vec![
        (changed.as_str(), "agency-not-believed"),
        ("a.knotice", "agency-not-believed"),
        ("a.kpack", "pack-not-a-pack"),
        ("big.kreceipt", "agency-not-believed"),
    ];
    expected.sort_unstable();
    assert_eq!(refused, expected);
    assert_eq!((kiosk.letter(ids[0]).way, kiosk.letter(ids[1]).way), (Way::Queued, Way::Accepted));
}

#[test]
fn a_notice_comes_by_stick_and_never_takes_a_newer_ones_place() {
    let hall = Hall::open();
    let kiosk = Kiosk::of(&hall, "hall-1");
    let stick = tempfile::tempdir().unwrap();
    let write = |name: &str, said: &kaunter_protocol::Notice| {
        let signed = hall.registry.pen().state(said).unwrap();
        fs::write(stick.path().join(name), serde_json::to_vec(&signed).unwrap()).unwrap();
    };
    let first = notice(&hall, "storm", NoticeKind::Emergency, Some(MORNING + 2.hours()));
    write("storm.knotice", &first);
    let import = || stick::import(&kiosk.desk(), &kiosk.known(), &kiosk.place(), stick.path(), MORNING).unwrap();
    assert_eq!((import().notices, import().notices), (1, 0));
    let newer = kaunter_protocol::Notice { published: first.published + 1.minutes(), ..first.clone() };
    write("storm.knotice", &newer);
    assert_eq!(import().notices, 1);
    write("storm.knotice", &first);
    assert_eq!(import().notices, 0);
    assert_eq!(read(&kiosk, |post| post.notices(MORNING).unwrap().len()), 1);
}

#[test]
fn a_notice_that_was_withdrawn_is_not_brought_back_by_an_old_stick() {
    let hall = Hall::open();
    let kiosk = Kiosk::of(&hall, "hall-1");
    let stick = tempfile::tempdir().unwrap();
    let by_network = || {
        sync_once(kiosk.store.beside().unwrap(), kiosk.place(), Settings::default(), KioskFigures::default()).unwrap()
    };
    let import = || stick::import(&kiosk.desk(), &kiosk.known(), &kiosk.place(), stick.path(), MORNING).unwrap();
    notice(&hall, "storm", NoticeKind::Emergency, Some(MORNING + 2.hours()));
    desk(&hall, stick.path(), &["--notices-for", "main"]).unwrap();
    by_network();
    notice(&hall, "storm", NoticeKind::Withdrawn, None);
    by_network();
    assert_eq!(import().notices, 0);
    assert_eq!(kinds(&kiosk), [NoticeKind::Withdrawn]);
}

#[test]
fn an_old_sticks_withdrawal_takes_no_newer_notice_away_and_one_that_is_over_ends_the_one_before() {
    let hall = Hall::open();
    let kiosk = Kiosk::of(&hall, "hall-1");
    let (old, newer, last) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    let write = |stick: &tempfile::TempDir| desk(&hall, stick.path(), &["--notices-for", "main"]).unwrap();
    let import = |stick: &tempfile::TempDir| {
        let (known, place) = (kiosk.known(), kiosk.place());
        stick::import(&kiosk.desk(), &known, &place, stick.path(), Timestamp::now()).unwrap().notices
    };
    notice(&hall, "day-1", NoticeKind::Bulletin, None);
    notice(&hall, "day-2", NoticeKind::Bulletin, None);
    notice(&hall, "day-1", NoticeKind::Withdrawn, None);
    write(&old);
    assert_eq!(import(&old), 2);
    assert_eq!(kinds(&kiosk), [NoticeKind::Withdrawn, NoticeKind::Bulletin]);
    // It is said anew, and the stick with the withdrawal comes again.
    notice(&hall, "day-1", NoticeKind::Bulletin, None);
    write(&newer);
    assert_eq!((import(&newer), import(&old)), (1, 0));
    assert_eq!(kinds(&kiosk), [NoticeKind::Bulletin, NoticeKind::Bulletin]);
    // It is said for the last time, with an end that has come by now: the one without an end is over too.
    notice(&hall, "day-1", NoticeKind::Bulletin, Some(Timestamp::now() - 1.seconds()));
    write(&last);
    assert_eq!((import(&last), import(&newer)), (1, 0));
    assert_eq!(kinds_at(&kiosk, Timestamp::now()), [NoticeKind::Bulletin]);
    assert_eq!(import(&last), 0);
}

#[test]
fn what_is_over_leaves_the_stick_that_carries_receipts_too() {
    let hall = Hall::open();
    let stick = tempfile::tempdir().unwrap();
    let write = || desk(&hall, stick.path(), &["--notices-for", "main"]).unwrap();
    notice(&hall, "storm", NoticeKind::Emergency, Some(Timestamp::now() + 1.hours()));
    notice(&hall, "Closed on Friday", NoticeKind::Bulletin, None);
    write();
    let odd = format!("harbour.main.{}.knotice", kaunter_protocol::Digest::of(b"Closed on Friday"));
    let mut lies = vec![odd.clone(), "harbour.main.storm.knotice".to_owned()];
    lies.sort();
    assert_eq!(names(stick.path()), lies);
    let theirs = "harbour.main.somebody.knotice";
    fs::write(stick.path().join(theirs), "somebody's").unwrap();
    let emptied = kaunter_agency::database::statement("DELETE FROM notices WHERE sequence = 1", []);
    hall.ask(hall.registry.database().write(vec![emptied])).unwrap();
    write();
    let mut lies = vec![odd, theirs.to_owned()];
    lies.sort();
    assert_eq!(names(stick.path()), lies);
}

/// What is kept of notices, as it was signed.
fn kinds(kiosk: &Kiosk) -> Vec<NoticeKind> {
    kinds_at(kiosk, MORNING)
}

fn kinds_at(kiosk: &Kiosk, at: Timestamp) -> Vec<NoticeKind> {
    let key = kiosk.known().key;
    let kept = read(kiosk, |post| post.notices(at).unwrap());
    let open = |bytes: &Vec<u8>| serde_json::from_slice::<Signed>(bytes).unwrap().open::<Notice>(&key).unwrap().kind;
    kept.iter().map(open).collect()
}

#[cfg(unix)]
#[test]
fn what_lies_under_a_drafts_name_leads_nowhere_and_holds_nothing_up() {
    let hall = Hall::open();
    let mut kiosk = Kiosk::of(&hall, "hall-1");
    let ids = [kiosk.finish("one"), kiosk.finish("two")];
    notice(&hall, "storm", NoticeKind::Bulletin, None);
    let (stick, elsewhere) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    let target = elsewhere.path().join("precious");
    fs::write(&target, "as it was").unwrap();
    let link = |name: String| {
        std::os::unix::fs::symlink(&target, stick.path().join(format!(".{name}.part"))).unwrap();
    };
    let pipe = |name: String| {
        let path = stick.path().join(format!(".{name}.part"));
        assert!(std::process::Command::new("mkfifo").arg(path).status().unwrap().success());
    };
    link(stick_list_name(Some("hall-1")));
    link(format!("{}.kform", ids[0]));
    pipe(format!("{}.kform", ids[1]));
    assert_eq!(stick::export(&kiosk.desk(), stick.path(), MORNING).unwrap().written, 2);
    link(format!("{}.kreceipt", ids[0]));
    pipe(format!("{}.kreceipt", ids[1]));
    link("harbour.main.storm.knotice".to_owned());
    desk(&hall, stick.path(), &["--notices-for", "main"]).unwrap();
    // Nor is a pack's signature read from elsewhere.
    fs::write(stick.path().join("city.kpack"), "pack").unwrap();
    let signature = stick.path().join("city.kpack.minisig");
    assert!(std::process::Command::new("mkfifo").arg(signature).status().unwrap().success());
    let brought = stick::import(&kiosk.desk(), &kiosk.known(), &kiosk.place(), stick.path(), MORNING).unwrap();
    assert_eq!((brought.receipts, brought.notices, brought.refused.len()), (2, 1, 1));
    assert_eq!(fs::read_to_string(target).unwrap(), "as it was");
}

#[test]
fn what_stands_beside_a_sealed_form_is_vouched_for_too() {
    let hall = Hall::open();
    let mut kiosk = Kiosk::of(&hall, "hall-1");
    let id = kiosk.finish("one");
    let stick = tempfile::tempdir().unwrap();
    stick::export(&kiosk.desk(), stick.path(), MORNING).unwrap();
    let form = stick.path().join(format!("{id}.kform"));
    let whole = fs::read_to_string(&form).unwrap();
    fs::write(&form, whole.replacen("\"address-change\"", "\"marriage\"", 1)).unwrap();
    assert!(desk(&hall, stick.path(), &[]).unwrap_err().contains("1 of them could not be taken in"));
    assert_eq!(hall.forms().len(), 0);
    // An older kiosk's list says nothing of the file: somebody has to.
    fs::write(&form, whole).unwrap();
    let file = stick.path().join(stick_list_name(Some("hall-1")));
    let secret = read(&kiosk, |post| post.membership().unwrap().unwrap().credential);
    let digest = Credential::read(&secret).unwrap().digest();
    let list: SignedList = serde_json::from_slice(&fs::read(&file).unwrap()).unwrap();
    let mut said = list.open(digest).unwrap();
    said.forms[0].file = None;
    let older = SignedList::by(&said, Some(digest)).unwrap();
    assert!(!older.manifest.contains("file"));
    fs::write(&file, serde_json::to_vec(&older).unwrap()).unwrap();
    assert!(desk(&hall, stick.path(), &[]).is_err());
    fs::write(&file, serde_json::to_vec(&list).unwrap()).unwrap();
    desk(&hall, stick.path(), &[]).unwrap();
    assert_eq!(hall.forms().len(), 1);
}

#[test]
fn a_stick_that_is_full_is_told_and_what_was_whole_before_counts() {
    let mut kiosk = Kiosk::new();
    let Some(small) = Small::mounted(1) else {
        return eprintln!("no small disk can be mounted here: only one that takes nothing is tried");
    };
    let ids: Vec<_> = (0..5).map(|_| kiosk.finish(&"long ".repeat(40_000))).collect();
    let refused = stick::export(&kiosk.desk(), small.0.path(), MORNING).unwrap_err();
    assert_eq!(refused.code(), "stick-full");
    let told: Vec<_> = ids.iter().map(|id| kiosk.letter(*id).on_stick_at.is_some()).collect();
    assert!(told[0] && !told[4], "{told:?}");
    let whole = ids.iter().zip(&told).filter(|(_, whole)| **whole);
    let mut whole: Vec<_> = whole.map(|(id, _)| format!("{id}.kform")).collect();
    whole.sort();
    assert_eq!(names(small.0.path()), whole, "nothing half is left");
}

#[test]
fn a_stick_that_takes_nothing_is_told() {
    let mut kiosk = Kiosk::new();
    kiosk.finish("one");
    let refused = stick::export(&kiosk.desk(), Path::new("/dev/full/stick"), MORNING).unwrap_err();
    assert_eq!(refused.code(), "stick-unusable");
}
