//! The trail of what happened, and those who would rather have it otherwise.

use std::fs;

use kaunter_store::{BrokenLink, ChainFault, Role, verify_audit};
use rusqlite::Connection;

use crate::kiosk::{Kiosk, MORNING, after, begun, begun_at};

/// A kiosk on which some things happened.
fn used() -> Kiosk {
    let kiosk = Kiosk::new();
    let mut store = kiosk.open();
    let draft = begun(&mut store);
    let code = store.pause(draft, after(1), after(60)).unwrap();
    store.resume(&code, after(2)).unwrap();
    kiosk.finish(&mut store, draft, after(3)).unwrap();
    let draft = begun_at(&mut store, after(4));
    store.end_visit(&[draft], after(4)).unwrap();
    store.expire(after(60)).unwrap();
    kiosk
}

fn events(db: &Connection) -> Vec<String> {
    let mut events = db.prepare("SELECT event FROM audit ORDER BY sequence").unwrap();
    let events = events.query_map([], |row| row.get(0)).unwrap();
    events.map(Result::unwrap).collect()
}

/// Takes the triggers away, as somebody who has the key can.
fn tampered(kiosk: &Kiosk, statement: &str) {
    let db = kiosk.opened_by_hand();
    db.execute_batch("DROP TRIGGER audit_keeps; DROP TRIGGER audit_stays; DROP TRIGGER audit_follows;").unwrap();
    db.execute_batch(statement).unwrap();
}

#[test]
fn everything_that_happened_is_in_it_and_nothing_that_was_answered() {
    let kiosk = used();
    let expected = [
        "key-created",
        "store-created",
        "store-opened",
        "draft-begun",
        "draft-paused",
        "draft-resumed",
        "form-finished",
        "draft-begun",
        "draft-destroyed",
        "print-window-closed",
    ];
    assert_eq!(events(&kiosk.opened_by_hand()), expected);
    let report = verify_audit(&kiosk.folder(), &kiosk.key()).unwrap();
    assert_eq!((report.entries, report.broken), (10, None));
    assert_eq!((report.first, report.last), (Some(MORNING), Some(after(60))));
    assert!(fs::read_to_string(kiosk.head()).unwrap().contains(&report.head));
    let said: String = kiosk
        .opened_by_hand()
        .query_row("SELECT group_concat(subject || detail) FROM audit", [], |row| row.get(0))
        .unwrap();
    assert!(said.contains("address-change 3") && !said.contains("Harbour") && !said.contains("full_name"), "{said}");
}

#[test]
fn the_database_itself_refuses_to_change_it() {
    let kiosk = used();
    let db = kiosk.opened_by_hand();
    for statement in [
        "UPDATE audit SET event = 'x' WHERE sequence = 3",
        "DELETE FROM audit WHERE sequence = 3",
        "INSERT OR REPLACE INTO audit SELECT * FROM audit WHERE sequence = 3",
        "INSERT INTO audit VALUES (0, 0, '', '', '', x'', x'')",
    ] {
        let refused = db.execute_batch(statement).unwrap_err().to_string();
        assert!(refused.contains("only appended to"), "{statement}: {refused}");
    }
}

#[test]
fn who_changes_it_all_the_same_is_found_at_the_entry() {
    for (statement, sequence, fault) in [
        ("UPDATE audit SET event = 'x' WHERE sequence = 3", 3, ChainFault::Altered),
        ("UPDATE audit SET at = at + 1 WHERE sequence = 1", 1, ChainFault::Altered),
        ("UPDATE audit SET subject = detail, detail = subject WHERE sequence = 7", 7, ChainFault::Altered),
        ("UPDATE audit SET hash = zeroblob(32) WHERE sequence = 10", 10, ChainFault::Altered),
        ("UPDATE audit SET hash = 'x', previous = 7 WHERE sequence = 10", 10, ChainFault::Altered),
        ("UPDATE audit SET at = 'yesterday', event = x'00' WHERE sequence = 2", 2, ChainFault::Altered),
        ("DELETE FROM audit WHERE sequence = 4", 4, ChainFault::Missing),
        ("DELETE FROM audit WHERE sequence = 1", 1, ChainFault::Missing),
        ("DELETE FROM audit WHERE sequence > 7", 8, ChainFault::CutOff),
        ("DELETE FROM audit", 1, ChainFault::CutOff),
        (
            "UPDATE audit SET sequence = 0 WHERE sequence = 4; UPDATE audit SET sequence = 4 WHERE sequence = 5;
             UPDATE audit SET sequence = 5 WHERE sequence = 0",
            4,
            ChainFault::Altered,
        ),
    ] {
        let kiosk = used();
        tampered(&kiosk, statement);
        let report = verify_audit(&kiosk.folder(), &kiosk.key()).unwrap();
        assert_eq!(report.broken, Some(BrokenLink { sequence, fault }), "{statement}");
        assert_eq!(kiosk.open().verify_audit().unwrap().broken, Some(BrokenLink { sequence, fault }), "{statement}");
    }
}

#[test]
fn who_also_makes_the_hash_fit_is_found_at_the_entry_after_it() {
    let kiosk = used();
    let previous: [u8; 32] = kiosk
        .opened_by_hand()
        .query_row("SELECT previous FROM audit WHERE sequence = 5", [], |row| row.get(0))
        .unwrap();
    let mut forged = blake3::Hasher::new();
    forged.update(&previous).update(&5_i64.to_le_bytes()).update(&MORNING.as_millisecond().to_le_bytes());
    for text in ["draft-destroyed", "draft 1", ""] {
        forged.update(&(text.len() as u64).to_le_bytes()).update(text.as_bytes());
    }
    let entry =
        format!("at = {}, event = 'draft-destroyed', subject = 'draft 1', detail = ''", MORNING.as_millisecond());
    let statement = format!("UPDATE audit SET {entry}, hash = x'{}' WHERE sequence = 5", forged.finalize());
    tampered(&kiosk, &statement);
    let broken = verify_audit(&kiosk.folder(), &kiosk.key()).unwrap().broken;
    assert_eq!(broken, Some(BrokenLink { sequence: 6, fault: ChainFault::Unlinked }));
}

#[test]
fn a_trail_that_was_cut_off_stays_broken_when_the_kiosk_goes_on_writing() {
    let kiosk = used();
    tampered(&kiosk, "DELETE FROM audit WHERE sequence > 7");
    let mut store = kiosk.open();
    assert!(store.opening().audit_cut_off);
    begun(&mut store);
    drop(store);
    assert!(!kiosk.open().opening().audit_cut_off);
    let broken = verify_audit(&kiosk.folder(), &kiosk.key()).unwrap().broken;
    assert_eq!(broken, Some(BrokenLink { sequence: 8, fault: ChainFault::CutOff }));
}

#[test]
fn it_can_be_checked_while_the_kiosk_is_at_work() {
    let kiosk = Kiosk::new();
    let mut store = kiosk.open();
    for entries in 4..10 {
        begun(&mut store);
        let report = verify_audit(&kiosk.folder(), &kiosk.key()).unwrap();
        assert_eq!((report.entries, report.broken), (entries, None));
        assert_eq!(report, store.verify_audit().unwrap());
    }
}

#[test]
fn a_clock_that_is_set_back_is_noted_and_what_was_to_end_still_ends() {
    let kiosk = Kiosk::new();
    let mut store = kiosk.try_open(after(600)).unwrap();
    let draft = begun_at(&mut store, after(600));
    let code = store.pause(draft, after(600), after(660)).unwrap();
    let printed = begun_at(&mut store, after(600));
    let printed = kiosk.finish(&mut store, printed, after(600)).unwrap();
    drop(store);
    let mut store = kiosk.try_open(MORNING).unwrap();
    assert_eq!(store.opening().clock_back_seconds, Some(36_000));
    assert!(events(&kiosk.opened_by_hand()).contains(&"clock-back".to_owned()));
    assert!(store.printable(printed.id, after(14)).is_ok());
    assert_eq!(store.printable(printed.id, after(15)).unwrap_err().code(), "print-window-closed");
    let expired = store.expire(after(59)).unwrap();
    assert_eq!((expired.printable, expired.drafts), (1, 0));
    assert_eq!(store.resume(&code, after(59)).unwrap(), draft);
    assert_eq!(store.verify_audit().unwrap().broken, None);
}

#[test]
fn where_there_is_no_store_there_is_nothing_to_check() {
    let kiosk = Kiosk::new();
    assert_eq!(verify_audit(&kiosk.folder(), &kiosk.key()).unwrap_err().code(), "store-missing");
    let kiosk = used();
    fs::remove_file(kiosk.key_file()).unwrap();
    assert_eq!(verify_audit(&kiosk.folder(), &kiosk.key()).unwrap_err().code(), "store-key-missing");
}

#[test]
fn what_the_staff_sets_lasts_and_the_trail_says_who_set_it_to_what() {
    let kiosk = Kiosk::new();
    let mut store = kiosk.open();
    assert_eq!(store.setting("printing").unwrap(), None);
    let admin = store.take_on("Mei", Role::Admin, "hash", None, after(1)).unwrap();
    store.set("printing", "grey", None, after(2)).unwrap();
    store.set("printing", "colour", Some(admin), after(3)).unwrap();
    drop(store);
    let mut store = kiosk.open();
    assert_eq!(store.setting("printing").unwrap().as_deref(), Some("colour"));
    store.let_go(admin, None, after(4)).unwrap();
    store.set("printing", "grey", Some(admin), after(5)).unwrap_err();
    drop(store);
    let db = kiosk.opened_by_hand();
    let mut details =
        db.prepare("SELECT detail FROM audit WHERE event = 'setting-changed' AND subject = 'printing'").unwrap();
    let details: Vec<String> = details.query_map([], |row| row.get(0)).unwrap().map(Result::unwrap).collect();
    assert_eq!(details, ["by the machine's PIN: grey".to_owned(), format!("by staff {}: colour", admin.number())]);
}
