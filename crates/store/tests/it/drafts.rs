//! Filling in.

use crate::kiosk::{Kiosk, MORNING, after, answers, begun};

#[test]
fn what_was_answered_is_there_after_a_restart_and_only_what_was_answered_last() {
    let kiosk = Kiosk::new();
    let mut store = kiosk.open();
    assert!(store.opening().created);
    let draft = begun(&mut store);
    store.put(draft, "address", "7 Quay Street".as_bytes()).unwrap();
    store.put(draft, "income", b"20000").unwrap();
    store.remove(draft, "income").unwrap();
    store.remove(draft, "never-answered").unwrap();
    drop(store);
    let store = kiosk.open();
    assert!(!store.opening().created);
    let expected =
        [("address", "7 Quay Street"), ("full_name", "林美玲")].map(|(place, value)| (place.into(), value.into()));
    assert_eq!(answers(&store, draft), expected);
    let drafts = store.drafts().unwrap();
    assert_eq!((drafts.len(), drafts[0].id, drafts[0].answers, drafts[0].paused_until), (1, draft, 2, None));
    assert_eq!((drafts[0].form_id.as_str(), drafts[0].form_version.as_str()), ("address-change", "3"));
}

#[test]
fn a_draft_keeps_the_definition_it_began_with_and_the_last_one_takes_it_along() {
    let kiosk = Kiosk::new();
    let mut store = kiosk.open();
    let old = store.begin("ideas", "1", b"version one", MORNING).unwrap();
    let also_old = store.begin("ideas", "1", b"version one", MORNING).unwrap();
    let new = store.begin("ideas", "2", b"version two", MORNING).unwrap();
    assert_eq!(store.definition(old).unwrap(), b"version one");
    assert_eq!(store.definition(new).unwrap(), b"version two");
    store.forget(old, MORNING).unwrap();
    assert_eq!(store.definition(also_old).unwrap(), b"version one");
    store.forget(also_old, MORNING).unwrap();
    drop(store);
    let kept: i64 = kiosk.opened_by_hand().query_row("SELECT count(*) FROM definitions", [], |row| row.get(0)).unwrap();
    assert_eq!(kept, 1);
}

#[test]
fn a_forgotten_draft_is_gone_and_its_name_is_never_given_again() {
    let kiosk = Kiosk::new();
    let mut store = kiosk.open();
    let draft = begun(&mut store);
    store.forget(draft, MORNING).unwrap();
    store.forget(draft, MORNING).unwrap();
    for code in [
        store.put(draft, "full_name", b"x").err(),
        store.remove(draft, "full_name").err(),
        store.answers(draft).err(),
        store.definition(draft).err(),
        store.pause(draft, MORNING, after(60)).err(),
        kiosk.finish(&mut store, draft, MORNING).err(),
    ] {
        assert_eq!(code.unwrap().code(), "draft-gone");
    }
    assert_ne!(begun(&mut store), draft);
}

#[test]
fn a_second_process_is_refused_until_the_first_has_ended() {
    let kiosk = Kiosk::new();
    let store = kiosk.open();
    assert_eq!(kiosk.refused().code(), "store-already-open");
    drop(store);
    kiosk.open();
}

#[test]
fn when_somebody_leaves_a_list_those_behind_move_up_in_one_step() {
    let kiosk = Kiosk::new();
    let mut store = kiosk.open();
    let draft = store.begin("household", "1", b"", MORNING).unwrap();
    let member =
        |number: u32, name: Option<&str>| (format!("members.{number}"), name.map(|name| name.as_bytes().to_vec()));
    store.keep(draft, &[member(0, Some("Siti")), member(1, Some("Ahmad")), member(2, Some("Aisyah"))]).unwrap();
    store.keep(draft, &[member(0, Some("Ahmad")), member(1, Some("Aisyah")), member(2, None)]).unwrap();
    let expected = [("members.0", "Ahmad"), ("members.1", "Aisyah")].map(|(place, name)| (place.into(), name.into()));
    assert_eq!(answers(&store, draft), expected);
    store.forget(draft, MORNING).unwrap();
    assert_eq!(store.keep(draft, &[member(0, None)]).unwrap_err().code(), "draft-gone");
}
