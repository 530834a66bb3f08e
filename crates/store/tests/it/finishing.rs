//! Finished forms.

use std::{
    fs,
    io::Write,
    process::{Command, Stdio},
};

use jiff::SignedDuration;
use kaunter_store::{Finishing, Recipient, State, seal};

use crate::kiosk::{Kiosk, MORNING, after, begun, begun_at};

#[test]
fn a_finished_form_waits_sealed_for_the_agency_and_the_draft_is_gone() {
    let kiosk = Kiosk::new();
    let mut store = kiosk.open();
    let draft = begun(&mut store);
    let finished = kiosk.finish(&mut store, draft, after(3)).unwrap();
    assert_eq!(store.answers(draft).unwrap_err().code(), "draft-gone");
    drop(store);
    let store = kiosk.open();
    let outbox = store.outbox().unwrap();
    assert_eq!(outbox.len(), 1);
    assert_eq!((&outbox[0].number, outbox[0].id), (&finished.number, finished.id));
    assert_eq!((outbox[0].sealed_at, outbox[0].state, &outbox[0].duplicate_of), (after(3), State::Queued, &None));
    assert_eq!(finished.id.get_version_num(), 7);
    let sealed = store.sealed(finished.id).unwrap();
    assert_eq!(outbox[0].size, sealed.len() as u64);
    assert_eq!(kiosk.read(&sealed), format!("{} 12 Harbour Road 林美玲", finished.number));
}

#[test]
fn finishing_twice_gives_the_same_form() {
    let kiosk = Kiosk::new();
    let mut store = kiosk.open();
    let draft = begun(&mut store);
    let first = kiosk.finish(&mut store, draft, MORNING).unwrap();
    let again = kiosk.finish(&mut store, draft, after(9)).unwrap();
    assert_eq!(first, again);
    assert_eq!(store.outbox().unwrap().len(), 1);
}

#[test]
fn it_can_be_printed_until_the_window_closes_and_not_after() {
    let kiosk = Kiosk::new();
    let mut store = kiosk.open();
    let draft = begun(&mut store);
    let finished = kiosk.finish(&mut store, draft, MORNING).unwrap();
    assert_eq!(store.end_visit(&[draft], after(1)).unwrap().printable, 1);
    let copy = store.printable(finished.id, after(14)).unwrap();
    assert!(copy.ends_with("林美玲".as_bytes()));
    assert_eq!(store.expire(after(14)).unwrap().printable, 0);
    assert_eq!(store.printable(finished.id, after(15)).unwrap_err().code(), "print-window-closed");
    assert_eq!(store.expire(after(15)).unwrap().printable, 1);
    assert_eq!(store.printable(finished.id, MORNING).unwrap_err().code(), "print-window-closed");
    assert_eq!(store.end_visit(&[], after(16)).unwrap(), Default::default());
}

#[test]
fn without_a_window_no_copy_is_kept_and_without_a_key_nothing_ends() {
    let kiosk = Kiosk::new();
    let mut store = kiosk.open();
    let draft = begun(&mut store);
    let nobody =
        Finishing { recipients: &[], person: None, print_window: SignedDuration::ZERO, language: "en", keep_days: 7 };
    let refused = store.finish(draft, &nobody, MORNING, |_| b"{}".to_vec()).unwrap_err();
    assert_eq!(refused.code(), "seal-no-recipient");
    assert_eq!(store.drafts().unwrap().len(), 1);
    assert_eq!(store.outbox().unwrap(), []);
    let recipients = kiosk.recipients();
    let somebody = Finishing { recipients: &recipients, ..nobody };
    let finished = store.finish(draft, &somebody, MORNING, |_| b"{}".to_vec()).unwrap();
    assert_eq!(store.printable(finished.id, MORNING).unwrap_err().code(), "print-window-closed");
}

#[test]
fn the_same_person_filing_again_within_the_period_is_marked_and_not_refused() {
    let kiosk = Kiosk::new();
    let mut store = kiosk.open();
    let mut file = |person, minutes| {
        let draft = begun_at(&mut store, after(minutes));
        kiosk.finish_as(&mut store, draft, after(minutes), Some(person)).unwrap()
    };
    let first = file("A123456789 1950-03-05", 0);
    assert_eq!(first.duplicate_of, None);
    assert_eq!(file("B234567890 1950-03-05", 1).duplicate_of, None);
    let second = file("A123456789 1950-03-05", 2);
    assert_eq!(second.duplicate_of, Some(first.number));
    assert_eq!(file("A123456789 1950-03-05", 3).duplicate_of, Some(second.number));
    let late = 24 * 60 + 3;
    assert_eq!(file("A123456789 1950-03-05", late).duplicate_of, None, "a day has passed");
    let draft = store.begin("another-form", "1", b"", after(late)).unwrap();
    let other = kiosk.finish_as(&mut store, draft, after(late), Some("A123456789 1950-03-05")).unwrap();
    assert_eq!(other.duplicate_of, None, "another form");
}

#[test]
fn the_order_is_that_of_finishing_whatever_the_clock_says() {
    let kiosk = Kiosk::new();
    let mut store = kiosk.open();
    let mut finished = Vec::new();
    for minutes in [10, 5, 30, -600] {
        let draft = begun_at(&mut store, after(minutes));
        finished.push(kiosk.finish(&mut store, draft, after(minutes)).unwrap().number);
    }
    let listed: Vec<_> = store.outbox().unwrap().into_iter().map(|form| form.number).collect();
    assert_eq!(listed, finished);
}

#[test]
fn each_of_the_agencys_keys_opens_it_alone_and_no_other_does() {
    let (one, two, stranger) =
        (age::x25519::Identity::generate(), age::x25519::Identity::generate(), age::x25519::Identity::generate());
    let recipients: Vec<Recipient> =
        [&one, &two].map(|identity| identity.to_public().to_string().parse().unwrap()).into();
    let document = "{\"name\":\"林美玲\"}".repeat(20_000);
    let sealed = seal(document.as_bytes(), &recipients).unwrap();
    assert_eq!(age::decrypt(&one, &sealed).unwrap(), document.as_bytes());
    assert_eq!(age::decrypt(&two, &sealed).unwrap(), document.as_bytes());
    assert!(age::decrypt(&stranger, &sealed).is_err());
    assert_eq!(seal(b"{}", &[]).unwrap_err().code(), "seal-no-recipient");
    let refused = "age1nothing".parse::<Recipient>().unwrap_err();
    assert_eq!(refused.code(), "seal-recipient-malformed");
}

#[test]
fn the_standard_program_opens_it() {
    let kiosk = Kiosk::new();
    let sealed = seal(b"{\"a\":1}", &kiosk.recipients()).unwrap();
    let identity = kiosk.elsewhere.path().join("agency.key");
    let secret = kiosk.agency.to_string();
    fs::write(&identity, age::secrecy::ExposeSecret::expose_secret(&secret)).unwrap();
    let mut program = Command::new("age")
        .arg("-d")
        .arg("-i")
        .arg(&identity)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .expect("the program age, which cargo xtask setup installs");
    program.stdin.take().unwrap().write_all(&sealed).unwrap();
    let opened = program.wait_with_output().unwrap();
    assert_eq!(opened.stdout, b"{\"a\":1}");
}
