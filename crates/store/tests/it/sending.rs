//! Sealed forms on their way to the agency, beside a kiosk that goes on working.

use std::thread;

use kaunter_store::{Accepted, Kind, Post, Store, Travelled, Void, Way};
use sha2::{Digest, Sha256};
use uuid::Uuid;

use crate::kiosk::{Kiosk, MORNING, after, begun, begun_at};

fn sha256(post: &Post, id: Uuid) -> [u8; 32] {
    Sha256::digest(post.sealed_letter(id).unwrap()).into()
}

/// So many finished forms, and the courier's connection.
fn finished(kiosk: &Kiosk, forms: i64) -> (Store, Post, Vec<Uuid>) {
    let mut store = kiosk.open();
    let ids = (0..forms).map(|minute| {
        let draft = begun_at(&mut store, after(minute));
        kiosk.finish(&mut store, draft, after(minute)).unwrap().id
    });
    let ids = ids.collect();
    let post = store.beside().unwrap();
    (store, post, ids)
}

#[test]
fn an_accepted_form_waits_no_longer_and_its_first_receipt_stays() {
    let kiosk = Kiosk::new();
    let (store, mut post, ids) = finished(&kiosk, 3);
    assert_eq!(post.waiting().unwrap(), ids);
    let digest = sha256(&post, ids[1]);
    assert_eq!(post.accept(ids[1], &digest, b"receipt", after(9), after(10)).unwrap(), Accepted::Now);
    assert_eq!(post.accept(ids[1], &digest, b"another", after(11), after(12)).unwrap(), Accepted::Before);
    assert_eq!(post.receipt(ids[1]).unwrap(), b"receipt");
    assert_eq!(post.waiting().unwrap(), [ids[0], ids[2]]);
    assert_eq!(store.outbox().unwrap().len(), 2, "the kiosk sees it at once");
    let letter = post.letter(ids[1]).unwrap();
    assert_eq!((letter.way, letter.received_at, letter.kind), (Way::Accepted, Some(after(9)), Kind::Form));
    drop((store, post));
    let post = kiosk.open().beside().unwrap();
    assert_eq!(post.letters(Some(Way::Accepted)).unwrap(), [letter]);
}

#[test]
fn a_receipt_for_other_bytes_is_not_taken_and_the_form_stays() {
    let kiosk = Kiosk::new();
    let (_store, mut post, ids) = finished(&kiosk, 1);
    let refused = post.accept(ids[0], &[7; 32], b"receipt", after(9), after(10)).unwrap_err();
    assert_eq!(refused.code(), "form-other-bytes");
    let unknown = post.accept(Uuid::from_u128(7), &[7; 32], b"receipt", after(9), after(10)).unwrap_err();
    assert_eq!(unknown.code(), "form-gone");
    assert_eq!(post.waiting().unwrap(), ids);
}

#[test]
fn a_refused_form_is_set_aside_with_its_reason_until_somebody_sends_it_again() {
    let kiosk = Kiosk::new();
    let (_store, mut post, ids) = finished(&kiosk, 2);
    post.tried(ids[0], after(3)).unwrap();
    post.set_aside(ids[0], "form-conflict", after(4)).unwrap();
    assert_eq!(post.set_aside(ids[0], "too-large", after(5)).unwrap_err().code(), "form-gone");
    assert_eq!(post.waiting().unwrap(), [ids[1]]);
    let aside = post.letters(Some(Way::SetAside)).unwrap();
    assert_eq!((aside[0].refusal.as_deref(), aside[0].tries), (Some("form-conflict"), 2));
    post.send_again(ids[0], after(6)).unwrap();
    assert_eq!(post.waiting().unwrap(), ids, "in its old place");
    assert_eq!(post.letter(ids[0]).unwrap().refusal, None);
    // Received by another way while it was set aside.
    post.set_aside(ids[1], "too-large", after(7)).unwrap();
    let digest = sha256(&post, ids[1]);
    assert_eq!(post.accept(ids[1], &digest, b"receipt", after(9), after(10)).unwrap(), Accepted::Now);
}

#[test]
fn a_correction_travels_as_a_letter_of_its_own_after_its_form() {
    let kiosk = Kiosk::new();
    let (mut store, mut post, ids) = finished(&kiosk, 2);
    let fix = |_: &kaunter_store::Correction| b"corrected".to_vec();
    let made = store.correct(ids[0], &kiosk.recipients(), "full_name", None, after(3), fix).unwrap();
    assert_eq!(post.waiting().unwrap(), [ids[0], made.id, ids[1]]);
    let letter = post.letter(made.id).unwrap();
    assert_eq!(letter.kind, Kind::Correction { of: ids[0], revision: 1 });
    assert_eq!(letter.number, post.letter(ids[0]).unwrap().number);
    assert_eq!(kiosk.read(&post.sealed_letter(made.id).unwrap()), "corrected");
    let digest = sha256(&post, made.id);
    post.accept(made.id, &digest, b"receipt", after(9), after(10)).unwrap();
    assert_eq!(post.waiting().unwrap(), ids);
}

#[test]
fn a_corrected_form_has_come_as_far_as_its_last_correction() {
    let kiosk = Kiosk::new();
    let (mut store, mut post, ids) = finished(&kiosk, 1);
    let number = post.letter(ids[0]).unwrap().number;
    let digest = sha256(&post, ids[0]);
    post.accept(ids[0], &digest, b"receipt", after(2), after(2)).unwrap();
    assert_eq!(store.travelled(&number).unwrap(), Travelled::Accepted { received_at: after(2) });
    let fix = |_: &kaunter_store::Correction| b"corrected".to_vec();
    let made = store.correct(ids[0], &kiosk.recipients(), "full_name", None, after(3), fix).unwrap();
    assert_eq!(store.travelled(&number).unwrap(), Travelled::Waiting, "the agency has what it no longer says");
    post.set_aside(made.id, "too-large", after(4)).unwrap();
    assert_eq!(store.travelled(&number).unwrap(), Travelled::SetAside { code: "too-large".to_owned() });
    let digest = sha256(&post, made.id);
    post.accept(made.id, &digest, b"receipt", after(9), after(10)).unwrap();
    assert_eq!(store.travelled(&number).unwrap(), Travelled::Accepted { received_at: after(9) });
}

#[test]
fn what_was_voided_is_not_sent_unless_the_agency_has_it_already() {
    let kiosk = Kiosk::new();
    let (mut store, mut post, ids) = finished(&kiosk, 3);
    store.void(ids[0], Void::Mistaken, None, after(3)).unwrap();
    assert_eq!(post.waiting().unwrap(), ids[1..]);
    // It was under way when it was voided.
    let digest = sha256(&post, ids[0]);
    post.accept(ids[0], &digest, b"receipt", after(9), after(10)).unwrap();
    let digest = sha256(&post, ids[1]);
    post.accept(ids[1], &digest, b"receipt", after(9), after(10)).unwrap();
    store.void(ids[1], Void::Withdrawn, None, after(11)).unwrap();
    assert_eq!(post.letters(Some(Way::Accepted)).unwrap().len(), 2);
}

#[test]
fn sealed_bytes_go_as_many_days_after_the_receipt_as_the_form_promises_and_the_receipt_stays() {
    let kiosk = Kiosk::new();
    let (store, mut post, ids) = finished(&kiosk, 2);
    let sealed = post.sealed_letter(ids[0]).unwrap();
    let digest = sha256(&post, ids[0]);
    post.accept(ids[0], &digest, b"receipt", after(1), after(5)).unwrap();
    let week = 7 * 24 * 60;
    assert_eq!(post.purge(after(week + 4)).unwrap(), 0);
    // The clock was set back: a week still takes a week.
    assert_eq!(post.purge(after(week + 5)).unwrap(), 1);
    assert_eq!(post.purge(after(week + 6)).unwrap(), 0);
    assert_eq!(post.sealed_letter(ids[0]).unwrap_err().code(), "form-purged");
    assert_eq!(store.sealed(ids[0]).unwrap_err().code(), "form-purged");
    assert_eq!(post.receipt(ids[0]).unwrap(), b"receipt");
    assert!(post.sealed_letter(ids[1]).is_ok(), "whatever waits stays");
    assert_eq!(post.accept(ids[0], &digest, b"receipt", after(1), after(5)).unwrap(), Accepted::Before);
    let database = std::fs::read(kiosk.database()).unwrap();
    assert!(!database.windows(64).any(|window| window == &sealed[..64]));
}

#[test]
fn what_happened_on_the_way_is_in_the_trail() {
    let kiosk = Kiosk::new();
    let (store, mut post, ids) = finished(&kiosk, 2);
    post.on_stick(ids[0], after(3)).unwrap();
    assert_eq!(post.letter(ids[0]).unwrap().on_stick_at, Some(after(3)));
    assert_eq!(post.waiting().unwrap(), ids, "a stick can be lost");
    let digest = sha256(&post, ids[0]);
    post.accept(ids[0], &digest, b"receipt", after(4), after(4)).unwrap();
    post.set_aside(ids[1], "too-large", after(5)).unwrap();
    post.purge(after(8 * 24 * 60)).unwrap();
    let db = kiosk.opened_by_hand();
    let mut events = db.prepare("SELECT event FROM audit ORDER BY sequence DESC LIMIT 4").unwrap();
    let events: Vec<String> = events.query_map([], |row| row.get(0)).unwrap().map(Result::unwrap).collect();
    assert_eq!(events, ["forms-purged", "form-set-aside", "form-accepted", "form-on-stick"]);
    assert_eq!(store.verify_audit().unwrap().broken, None);
}

#[test]
fn kiosk_and_courier_work_side_by_side_and_the_trail_holds() {
    let kiosk = Kiosk::new();
    let (mut store, mut post, ids) = finished(&kiosk, 1);
    let digest = sha256(&post, ids[0]);
    let courier = thread::spawn(move || {
        for round in 0..200 {
            post.stopped(if round % 2 == 0 { "one" } else { "two" }, None, MORNING).unwrap();
            assert!(post.keep_notices(&[], round, round + 1, MORNING).unwrap());
            post.accept(ids[0], &digest, b"receipt", MORNING, MORNING).unwrap();
            post.on_stick(ids[0], MORNING).unwrap();
        }
    });
    for _ in 0..60 {
        let draft = begun(&mut store);
        kiosk.finish(&mut store, draft, MORNING).unwrap();
        let other = begun(&mut store);
        store.end_visit(&[other], MORNING).unwrap();
    }
    courier.join().unwrap();
    assert_eq!(store.verify_audit().unwrap().broken, None);
    let report = store.verify_audit().unwrap();
    assert!(std::fs::read_to_string(kiosk.head()).unwrap().contains(&report.head), "the note is of the newest entry");
    assert_eq!(store.outbox().unwrap().len(), 60);
}

#[test]
fn the_store_is_held_until_the_last_connection_is_closed() {
    let kiosk = Kiosk::new();
    let store = kiosk.open();
    let (one, two) = (store.beside().unwrap(), store.beside().unwrap());
    drop(store);
    assert_eq!(kiosk.refused().code(), "store-already-open");
    drop(one);
    assert_eq!(kiosk.refused().code(), "store-already-open");
    drop(two);
    kiosk.open();
}

#[test]
fn a_wiped_visit_leaves_nothing_while_the_courier_has_its_connection() {
    let kiosk = Kiosk::new();
    let mut store = kiosk.open();
    let post = store.beside().unwrap();
    let draft = begun(&mut store);
    post.waiting().unwrap();
    store.end_visit(&[draft], after(1)).unwrap();
    let log = kiosk.database().with_extension("db-wal");
    assert_eq!(std::fs::metadata(log).map_or(0, |log| log.len()), 0, "the log is empty");
}
