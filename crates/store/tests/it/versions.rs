//! A store that another version of the program has used.

use crate::kiosk::{Kiosk, MORNING, answers, begun};

#[test]
fn a_newer_store_is_used_when_it_says_so_and_otherwise_refused_untouched() {
    let kiosk = Kiosk::new();
    let mut store = kiosk.open();
    let draft = begun(&mut store);
    drop(store);
    kiosk
        .opened_by_hand()
        .execute_batch(
            "ALTER TABLE forms ADD COLUMN stamped_at INTEGER; ALTER TABLE answers ADD COLUMN said TEXT DEFAULT 'x';
             CREATE TABLE receipts (form BLOB PRIMARY KEY); PRAGMA user_version = 90;",
        )
        .unwrap();
    let mut store = kiosk.open();
    assert_eq!(answers(&store, draft).len(), 2);
    store.put(draft, "income", b"20000").unwrap();
    let finished = kiosk.finish(&mut store, draft, MORNING).unwrap();
    assert_eq!(store.outbox().unwrap()[0].number, finished.number);
    drop(store);
    let db = kiosk.opened_by_hand();
    let version =
        |db: &rusqlite::Connection| db.query_row("PRAGMA user_version", [], |row| row.get::<_, i64>(0)).unwrap();
    assert_eq!(version(&db), 90);
    db.execute_batch("UPDATE meta SET value = 90 WHERE name = 'min_reader'").unwrap();
    drop(db);
    let refused = kiosk.refused();
    assert_eq!(refused.code(), "store-too-new");
    assert!(kiosk.database().exists(), "it is not set aside");
    assert_eq!(version(&kiosk.opened_by_hand()), 90);
}

#[test]
fn a_store_whose_pages_are_vouched_for_in_the_earlier_way_is_read_and_goes_on_that_way() {
    let kiosk = Kiosk::new();
    let mut store = kiosk.open();
    let draft = begun(&mut store);
    drop(store);
    let earlier = kiosk.database().with_extension("earlier");
    kiosk.copied_with("HMAC_SHA512", &earlier);
    std::fs::rename(&earlier, kiosk.database()).unwrap();
    for day in 0..2 {
        let mut store = kiosk.open();
        assert_eq!(store.opening().set_aside, None, "nothing is damaged");
        store.put(draft, "income", format!("{day}").as_bytes()).unwrap();
        assert_eq!(answers(&store, draft).len(), 3);
    }
}
