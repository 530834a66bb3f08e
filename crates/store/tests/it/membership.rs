//! What a kiosk is to its agency, and what it keeps of what came from there.

use kaunter_store::{Enrolment, KeptNotice, Post, StatusChange, StatusList};

use crate::kiosk::{Kiosk, MORNING, after};

fn harbour() -> Enrolment {
    let named = |text: &str| text.to_owned();
    Enrolment { tenant: named("harbour"), site: named("main"), kiosk: named("hall-1"), agency_key: vec![7; 32] }
}

fn enrolled(post: &mut Post) {
    post.begin_enrolment("https://agency.example", "first", MORNING).unwrap();
    post.enrolled(&harbour(), MORNING).unwrap();
}

#[test]
fn the_credential_is_kept_before_it_is_told_and_tried_again_with_the_same() {
    let kiosk = Kiosk::new();
    let mut post = kiosk.open().beside().unwrap();
    assert_eq!(post.membership().unwrap(), None);
    assert_eq!(post.enrolled(&harbour(), MORNING).unwrap_err().code(), "kiosk-not-enrolled");
    assert_eq!(post.begin_enrolment("https://agency.example", "first", MORNING).unwrap(), "first");
    drop(post);
    // The answer was lost with the power.
    let mut post = kiosk.open().beside().unwrap();
    assert_eq!(post.begin_enrolment("https://agency.example", "second", MORNING).unwrap(), "first");
    post.enrolled(&harbour(), MORNING).unwrap();
    let known = post.membership().unwrap().unwrap();
    assert_eq!((known.credential.as_str(), known.enrolment), ("first", harbour()));
}

#[test]
fn a_changed_credential_is_shown_once_the_agency_knows_it() {
    let kiosk = Kiosk::new();
    let mut post = kiosk.open().beside().unwrap();
    enrolled(&mut post);
    assert_eq!(post.begin_change("second", after(1)).unwrap(), "second");
    assert_eq!(post.begin_change("third", after(2)).unwrap(), "second", "it may have been told");
    assert_eq!(post.membership().unwrap().unwrap().credential.as_str(), "first");
    post.changed_credential(after(3)).unwrap();
    let known = post.membership().unwrap().unwrap();
    assert_eq!((known.credential.as_str(), known.next_credential, known.changed_at), ("second", None, Some(after(3))));
    // Nothing was announced: nothing changes.
    post.changed_credential(after(4)).unwrap();
    assert_eq!(post.membership().unwrap().unwrap().credential.as_str(), "second");
}

#[test]
fn whoever_is_stopped_stays_stopped_over_a_restart_until_somebody_acts() {
    let kiosk = Kiosk::new();
    let mut post = kiosk.open().beside().unwrap();
    enrolled(&mut post);
    // Said to what it was before it became this.
    post.stopped("kiosk-revoked", Some("earlier"), after(1)).unwrap();
    assert_eq!(post.membership().unwrap().unwrap().stopped, None);
    post.stopped("kiosk-revoked", Some("first"), after(1)).unwrap();
    drop(post);
    let mut post = kiosk.open().beside().unwrap();
    assert_eq!(post.membership().unwrap().unwrap().stopped.as_deref(), Some("kiosk-revoked"));
    post.go_on(after(2)).unwrap();
    assert_eq!(post.membership().unwrap().unwrap().stopped, None);
}

#[test]
fn notices_are_kept_until_they_expire_and_what_was_withdrawn_stays_so() {
    let kiosk = Kiosk::new();
    let mut post = kiosk.open().beside().unwrap();
    let notice = |id: &str, signed: &[u8], expires| KeptNotice { id: id.to_owned(), signed: signed.to_vec(), expires };
    let two = [notice("a", b"one", Some(after(9))), notice("b", b"two", None)];
    assert!(post.keep_notices(&two, 0, 2, MORNING).unwrap());
    assert_eq!(post.notices(after(8)).unwrap(), [b"one", b"two"]);
    assert_eq!(post.notices(after(9)).unwrap(), [b"two"]);
    let late = [notice("b", b"late", None)];
    assert!(!post.keep_notices(&late, 0, 3, MORNING).unwrap(), "an answer to an earlier question");
    let more = [notice("b", b"withdrawn", None), notice("a", b"three", Some(after(9)))];
    assert!(post.keep_notices(&more, 2, 4, MORNING).unwrap());
    assert_eq!(post.notices(after(8)).unwrap(), [b"three".to_vec(), b"withdrawn".to_vec()]);
    assert_eq!(post.notices_cursor().unwrap(), 4);
    assert_eq!(post.forget_notices(after(9), after(9)).unwrap(), 1);
    assert_eq!(post.notices(after(8)).unwrap(), [b"withdrawn"]);
}

#[test]
fn statuses_change_row_by_row_and_another_salt_begins_anew() {
    let kiosk = Kiosk::new();
    let mut post = kiosk.open().beside().unwrap();
    let change = |salt: u8, after: u64, rows: &[(u8, Option<u8>)]| StatusChange {
        list: StatusList { salt: vec![salt; 16], memory_kib: 64, passes: 1, as_of: Some(MORNING) },
        rows: rows.iter().map(|(name, sealed)| (vec![*name], sealed.map(|byte| vec![byte]))).collect(),
        after,
        cursor: after + 5,
    };
    assert!(post.keep_statuses(&change(1, 0, &[(1, Some(1)), (2, Some(2))]), MORNING).unwrap());
    assert!(!post.keep_statuses(&change(1, 4, &[(3, Some(3))]), MORNING).unwrap(), "it is not the next one");
    assert!(post.keep_statuses(&change(1, 5, &[(1, None), (2, Some(9))]), MORNING).unwrap());
    assert_eq!((post.status(&[1]).unwrap(), post.status(&[2]).unwrap()), (None, Some(vec![9])));
    assert!(post.keep_statuses(&change(2, 10, &[(5, Some(5))]), MORNING).unwrap());
    assert_eq!((post.status(&[2]).unwrap(), post.status(&[5]).unwrap()), (None, Some(vec![5])));
    assert_eq!(post.status_list().unwrap().unwrap().salt, [2; 16]);
    post.forget_statuses(MORNING).unwrap();
    assert_eq!((post.status(&[5]).unwrap(), post.statuses_cursor().unwrap()), (None, 0));
}

#[test]
fn another_agency_begins_with_nothing_of_the_first() {
    let kiosk = Kiosk::new();
    let mut post = kiosk.open().beside().unwrap();
    enrolled(&mut post);
    post.keep_notices(&[], 0, 9, MORNING).unwrap();
    assert_eq!(post.next_heartbeat(MORNING).unwrap(), 1);
    post.begin_enrolment("https://hill.example", "other", MORNING).unwrap();
    let known = post.membership().unwrap().unwrap();
    assert_eq!((known.enrolment, post.notices_cursor().unwrap()), (harbour(), 9), "until the other one has answered");
    post.enrolled(&Enrolment { tenant: "hill".to_owned(), ..harbour() }, MORNING).unwrap();
    let known = post.membership().unwrap().unwrap();
    assert_eq!((known.enrolment.tenant.as_str(), known.credential.as_str()), ("hill", "other"));
    assert_eq!(post.notices_cursor().unwrap(), 0);
    assert_eq!(post.next_heartbeat(MORNING).unwrap(), 2);
}

#[test]
fn a_damaged_store_keeps_its_place_at_the_agency() {
    let kiosk = Kiosk::new();
    let mut store = kiosk.open();
    let mut post = store.beside().unwrap();
    enrolled(&mut post);
    assert_eq!(post.next_heartbeat(MORNING).unwrap(), 1);
    post.keep_notices(&[], 0, 9, MORNING).unwrap();
    drop(post);
    for _ in 0..40 {
        let draft = crate::kiosk::begun(&mut store);
        store.put(draft, "picture", &[7; 3000]).unwrap();
        kiosk.finish(&mut store, draft, MORNING).unwrap();
    }
    drop(store);
    let mut bytes = std::fs::read(kiosk.database()).unwrap();
    // Somewhere among the forms.
    let middle = bytes.len() / 2;
    bytes[middle] ^= 1;
    std::fs::write(kiosk.database(), bytes).unwrap();
    let store = kiosk.open();
    assert!(store.opening().set_aside.is_some() && store.opening().rescued > 0, "{:?}", store.opening());
    let mut post = store.beside().unwrap();
    assert_eq!(post.membership().unwrap().unwrap().enrolment, harbour());
    assert_eq!(post.notices_cursor().unwrap(), 0, "they come again");
    assert_eq!(post.next_heartbeat(MORNING).unwrap(), 2, "the agency heeds none that it takes for an old one");
}
