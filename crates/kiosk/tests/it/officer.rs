//! The officer's gesture and PIN.

use std::time::Duration;

use kaunter_kiosk::act::Act;
use kaunter_kiosk::view::{Officer, OfficerPage, OfficerPlace, Screen, StaffRole, View};
use kaunter_kiosk::{Acted, Effect};

use crate::hall::{Hall, PIN, pin};
use crate::visit::name;

fn wait_seconds(view: &View) -> u32 {
    match &view.screen {
        Screen::Officer(Officer::Locked { wait_seconds, pin_set: true }) => *wait_seconds,
        other => panic!("not locked: {other:?}"),
    }
}

#[test]
fn the_officer_helps_and_the_visitor_goes_on() {
    let mut hall = Hall::new();
    hall.speaks("en");
    hall.asks("born");
    let view = hall.does(Act::OfficerGesture);
    assert_eq!((wait_seconds(&view), view.language.as_str()), (0, "zh-TW"));
    let view = hall.does(pin(PIN));
    assert!(matches!(view.screen, Screen::Officer(Officer::Open { who: None, role: StaffRole::Admin, .. })));
    let view = hall.does(Act::OfficerGo { page: OfficerPlace::Device });
    let Screen::Officer(Officer::Open { page: OfficerPage::Device(device), .. }) = view.screen else { panic!() };
    let packs: Vec<_> = device.packs.iter().map(|pack| pack.name.as_str()).collect();
    assert_eq!(packs, ["pier 1.0", "pier 0.9"]);
    assert_eq!((device.outbox, device.store, device.disk_free_mib.is_some()), (0, None, true));
    assert_eq!(name(&hall.does(Act::OfficerClose).screen), "reply");
}

#[test]
fn only_behind_the_pin_can_the_kiosk_be_ended() {
    let mut hall = Hall::new();
    for act in [Act::OfficerExit, Act::OfficerRestart, pin(PIN)] {
        assert_eq!(name(&hall.does(act).screen), "attract", "without the gesture nothing happens");
    }
    hall.does(Act::OfficerGesture);
    assert_eq!(wait_seconds(&hall.does(Act::OfficerExit)), 0);

    hall.does(pin(PIN));
    let Acted { view, effect } = hall.counter.act(Act::OfficerExit);
    assert_eq!((name(&view.screen), effect), ("attract", Some(Effect::Exit)));
}

#[test]
fn a_restart_ends_the_visit_under_it() {
    let mut hall = Hall::new();
    let visit = hall.speaks("en").visit;
    hall.does_all([Act::OfficerGesture, pin(PIN)]);
    let Acted { view, effect } = hall.counter.act(Act::OfficerRestart);
    assert_eq!((name(&view.screen), effect), ("attract", Some(Effect::Restart)));
    assert_eq!(view.visit, visit + 1);
}

#[test]
fn wrong_pins_lock_the_pad_and_a_restart_does_not_unlock_it() {
    let mut hall = Hall::new();
    hall.does(Act::OfficerGesture);
    for wait in [0, 0, 30] {
        let (code, view) = hall.tries(pin("1111"));
        assert_eq!((code.as_str(), wait_seconds(&view)), ("pin-wrong", wait));
    }
    assert_eq!(hall.tries(pin(PIN)).0, "pin-wait");
    let counted: Vec<_> = hall.waits(3).iter().map(wait_seconds).collect();
    assert_eq!(counted, [29, 28, 27]);

    hall.restarts();
    assert_eq!(wait_seconds(&hall.does(Act::OfficerGesture)), 30, "pulling the plug gains nothing");
    assert_eq!(hall.tries(pin(PIN)).0, "pin-wait");
    hall.clock.goes_on(Duration::from_secs(30));
    assert_eq!(wait_seconds(&hall.tries(pin("9999")).1), 60);

    hall.clock.goes_on(Duration::from_secs(61));
    hall.does_all([Act::OfficerGesture, pin(PIN)]);
    hall.restarts();
    assert_eq!(wait_seconds(&hall.does(Act::OfficerGesture)), 0, "the right one settles it");
}

#[test]
fn an_open_side_that_is_forgotten_locks_itself() {
    let mut hall = Hall::new();
    hall.does_all([Act::OfficerGesture, pin(PIN)]);
    let pushed = hall.waits(60);
    assert_eq!(name(&pushed[0].screen), "attract");
    assert_eq!(pushed.len(), 1);
    assert_eq!(wait_seconds(&hall.does(Act::OfficerGesture)), 0);
}

#[test]
fn a_visit_under_a_forgotten_pin_pad_ends_as_any_other() {
    let mut hall = Hall::new();
    hall.speaks("en");
    hall.does(Act::OfficerGesture);
    let views = hall.waits(84);
    assert_eq!((name(&views[0].screen), views[0].leaving_in), ("home", Some(20)));
    assert_eq!(name(&views.last().unwrap().screen), "attract");
}

#[test]
fn a_citizens_act_does_nothing_on_the_officers_side() {
    let mut hall = Hall::new();
    hall.does_all([Act::OfficerGesture, pin(PIN)]);
    for act in [Act::Begin, Act::Leave, Act::CallPerson, crate::hall::ask("born"), Act::StillHere] {
        assert_eq!(name(&hall.does(act).screen), "officer");
    }
}
