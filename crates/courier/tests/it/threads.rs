//! The courier as a kiosk has it: with its threads, its bell and its end.

use std::time::{Duration, Instant};

use kaunter_courier::{KioskFigures, Link, Place, Settings, sync_once};
use kaunter_store::{KeyFile, Store, Way};

use crate::{
    cable::Cable,
    hall::{Hall, wait_for},
    hostile::answer,
    kiosk::{Kiosk, MORNING, read},
    telling::courier,
};

#[test]
fn a_form_that_is_finished_is_at_the_agency_a_moment_later() {
    let hall = Hall::open();
    let mut kiosk = Kiosk::of(&hall, "hall-1");
    let (courier, _) = courier(&kiosk);
    wait_for("the agency", || matches!(courier.standing().link, Link::Connected { .. }).then_some(()));
    let began = Instant::now();
    let id = kiosk.finish("form");
    courier.letter_waits();
    wait_for("the receipt", || (kiosk.letter(id).way == Way::Accepted).then_some(()));
    assert!(began.elapsed() < Duration::from_secs(8), "{:?}", began.elapsed());
    wait_for("the standing", || (courier.standing().waiting == 0).then_some(()));
    assert!(courier.standing().last_answer.is_some());
}

#[test]
fn an_officer_sees_why_nothing_goes_and_one_button_tries_again() {
    let mut hall = Hall::open();
    let mut kiosk = Kiosk::of(&hall, "hall-1");
    hall.kill();
    let id = kiosk.finish("form");
    let (courier, _) = courier(&kiosk);
    let waits = wait_for("the rest", || match courier.standing().link {
        Link::Waiting { code, .. } => Some(code),
        _ => None,
    });
    assert_eq!((waits.as_str(), courier.standing().waiting), ("agency-unreachable", 1));
    hall.serve();
    courier.try_now();
    wait_for("the receipt", || {
        courier.try_now();
        (kiosk.letter(id).way == Way::Accepted).then_some(())
    });
    hall.revoke("hall-1");
    courier.try_now();
    let stopped = wait_for("the stop", || match courier.standing().link {
        Link::Stopped { code } => Some(code),
        _ => None,
    });
    assert_eq!(stopped, "kiosk-revoked");
}

#[test]
fn a_form_that_was_set_aside_is_listed_with_its_number_and_sent_again() {
    let hall = Hall::open();
    let mut kiosk = Kiosk::of(&hall, "hall-1");
    let id = kiosk.finish("form");
    read(&kiosk, |post| post.set_aside(id, "too-large", MORNING).unwrap());
    let (courier, _) = courier(&kiosk);
    let aside = wait_for("the list", || courier.standing().set_aside.pop());
    assert_eq!((aside.id, aside.code.as_str(), aside.number), (id, "too-large", kiosk.letter(id).number));
    courier.again(id).unwrap();
    wait_for("the receipt", || (kiosk.letter(id).way == Way::Accepted).then_some(()));
    assert_eq!(courier.again(id).unwrap_err().code(), "form-gone");
}

#[test]
fn an_agency_that_does_not_wait_with_its_answer_is_not_asked_without_a_rest() {
    let hall = Hall::open();
    let kiosk = Kiosk::of(&hall, "hall-1");
    let cable = Cable::to(hall.address());
    read(&kiosk, |post| {
        let mut other = post.membership().unwrap().unwrap();
        other.address = cable.url();
        post.begin_enrolment(&other.address, &other.credential, MORNING).unwrap();
        post.enrolled(&other.enrolment, MORNING).unwrap();
        post.keep_notices(&[], 0, 7, MORNING).unwrap();
    });
    let times = |path: &str| cable.asked().iter().filter(|line| line.contains(path)).count();
    // It has nothing, and says so at once.
    cable.does(answer("200 OK", "{\"notices\":[],\"cursor\":7,\"more\":true}"));
    let (courier, _) = courier(&kiosk);
    wait_for("the second question", || (times("/v1/notices?after=7&wait=50") > 0).then_some(()));
    let began = Instant::now();
    // Now it goes backwards, and says that there is more: it is not followed.
    cable.does(answer("200 OK", "{\"notices\":[],\"cursor\":3,\"more\":true}"));
    wait_for("the third question", || (times("/v1/notices?after=7&wait=50") > 1).then_some(()));
    assert!(began.elapsed() > Duration::from_secs(3), "{:?}", began.elapsed());
    drop(courier);
    assert_eq!(times("/v1/notices?after=3"), 0);
    assert_eq!(read(&kiosk, |post| post.notices_cursor().unwrap()), 7);
}

#[test]
fn when_the_kiosk_ends_the_store_is_free_at_once() {
    let hall = Hall::open();
    let kiosk = Kiosk::of(&hall, "hall-1");
    let (courier, _) = courier(&kiosk);
    // It waits for a notice by now, for most of a minute.
    wait_for("the agency", || matches!(courier.standing().link, Link::Connected { .. }).then_some(()));
    let began = Instant::now();
    drop(courier);
    let Kiosk { folder, store, .. } = kiosk;
    drop(store);
    Store::open(&folder.path().join("store"), &KeyFile::new(folder.path().join("store.key")), MORNING).unwrap();
    assert!(began.elapsed() < Duration::from_secs(5));
}

#[test]
fn once_from_the_command_line() {
    let mut hall = Hall::open();
    let mut kiosk = Kiosk::of(&hall, "hall-1");
    kiosk.finish("one");
    kiosk.finish("two");
    let sync = |kiosk: &Kiosk| {
        let place: Place = kiosk.place();
        sync_once(kiosk.store.beside().unwrap(), place, Settings::default(), KioskFigures::default()).unwrap()
    };
    let done = sync(&kiosk);
    assert_eq!((done.accepted, done.waiting, done.failure), (2, 0, None));
    hall.kill();
    kiosk.finish("three");
    let done = sync(&kiosk);
    assert_eq!((done.accepted, done.waiting, done.failure.as_deref()), (0, 1, Some("agency-unreachable")));
    let nobody = Kiosk::new();
    let refused =
        sync_once(nobody.store.beside().unwrap(), nobody.place(), Settings::default(), KioskFigures::default())
            .unwrap_err();
    assert_eq!(refused.code(), "kiosk-not-enrolled");
}
