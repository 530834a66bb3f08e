//! Going away and coming back.

use kaunter_store::PauseCode;

use crate::kiosk::{Kiosk, MORNING, after, answers, begun};

#[test]
fn who_comes_back_with_the_code_goes_on_and_the_code_opens_only_once() {
    let kiosk = Kiosk::new();
    let mut store = kiosk.open();
    let draft = begun(&mut store);
    let code = store.pause(draft, MORNING, after(60)).unwrap();
    let kept = store.end_visit(&[draft], after(1)).unwrap();
    assert_eq!((kept.of_this_visit, kept.of_others), (2, 0));
    drop(store);
    let mut store = kiosk.open();
    let typed = PauseCode::read(&code.as_str().to_lowercase()).unwrap();
    assert_eq!(store.resume(&typed, after(5)).unwrap(), draft);
    assert_eq!(answers(&store, draft).len(), 2);
    assert_eq!(store.resume(&code, after(5)).unwrap_err().code(), "pause-code-unknown");
    assert_eq!(store.end_visit(&[draft], after(6)).unwrap().of_this_visit, 0);
    assert_eq!(store.answers(draft).unwrap_err().code(), "draft-gone");
}

#[test]
fn a_new_code_replaces_the_earlier_one() {
    let kiosk = Kiosk::new();
    let mut store = kiosk.open();
    let draft = begun(&mut store);
    let first = store.pause(draft, MORNING, after(60)).unwrap();
    let second = store.pause(draft, MORNING, after(60)).unwrap();
    assert_eq!(store.resume(&first, after(1)).unwrap_err().code(), "pause-code-unknown");
    assert_eq!(store.resume(&second, after(1)).unwrap(), draft);
}

#[test]
fn who_comes_too_late_finds_nothing_and_nothing_is_left() {
    let kiosk = Kiosk::new();
    let mut store = kiosk.open();
    let draft = begun(&mut store);
    let code = store.pause(draft, MORNING, after(60)).unwrap();
    assert_eq!(store.expire(after(59)).unwrap().drafts, 0);
    assert_eq!(store.resume(&code, after(60)).unwrap_err().code(), "pause-code-unknown");
    assert_eq!(store.expire(after(60)).unwrap().drafts, 1);
    assert_eq!(store.drafts().unwrap(), []);
}

#[test]
fn guessing_costs_ever_more_time_and_a_restart_gains_none() {
    let kiosk = Kiosk::new();
    let mut store = kiosk.open();
    let draft = begun(&mut store);
    let code = store.pause(draft, MORNING, after(600)).unwrap();
    let wrong = ["346789", "ACEFHJ", "KMPRTW"].into_iter().find(|wrong| *wrong != code.as_str()).unwrap();
    let wrong = PauseCode::read(wrong).unwrap();
    for _ in 0..5 {
        assert_eq!(store.resume(&wrong, MORNING).unwrap_err().code(), "pause-code-unknown");
    }
    drop(store);
    let mut store = kiosk.open();
    assert_eq!(store.resume(&code, MORNING).unwrap_err().code(), "pause-code-wait");
    assert_eq!(store.resume(&wrong, after(1)).unwrap_err().code(), "pause-code-unknown");
    assert_eq!(store.resume(&code, after(1)).unwrap_err().code(), "pause-code-wait");
    assert_eq!(store.resume(&code, after(2)).unwrap(), draft);
    let code = store.pause(draft, after(3), after(600)).unwrap();
    assert_eq!(store.resume(&wrong, after(3)).unwrap_err().code(), "pause-code-unknown");
    assert_eq!(store.resume(&code, after(3)).unwrap(), draft, "the right one made up for the wrong ones");
}

#[test]
fn a_visit_takes_only_its_own_drafts_along() {
    let kiosk = Kiosk::new();
    let mut store = kiosk.open();
    let paused = begun(&mut store);
    store.pause(paused, MORNING, after(60)).unwrap();
    let mine = begun(&mut store);
    let kept = store.end_visit(&[mine], after(1)).unwrap();
    assert_eq!((kept.of_this_visit, kept.of_others, kept.printable), (0, 2, 0));
    assert_eq!(store.drafts().unwrap().len(), 1);
}
