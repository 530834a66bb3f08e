//! Forms on their way to the agency, and what happens to the line meanwhile.

use std::{cell::Cell, time::Duration};

use jiff::{SignedDuration, ToSpan};
use kaunter_courier::{Desk, Disk, Errand, Round, Settings, Stepped};
use kaunter_store::{Post, StoreError, Way};

use crate::{
    cable::{Cable, Does},
    hall::Hall,
    kiosk::{Kiosk, letters, read},
};

const WEEK: SignedDuration = SignedDuration::from_hours(24 * 7);

#[test]
fn a_finished_form_reaches_the_agency_once_and_the_kiosk_knows_when() {
    let hall = Hall::open();
    let mut kiosk = Kiosk::of(&hall, "hall-1");
    let mut ids = [kiosk.finish("one"), kiosk.finish("two")];
    // The agency lists by id.
    ids.sort();
    assert_eq!(letters(&kiosk.trip().go()), 2);
    let there = hall.forms();
    assert_eq!(there.iter().map(|(id, _)| *id).collect::<Vec<_>>(), ids);
    for (id, sealed) in there {
        let letter = kiosk.letter(id);
        assert_eq!(letter.way, Way::Accepted);
        assert!(letter.received_at.is_some());
        assert_eq!(read(&kiosk, |post| post.sealed_letter(id).unwrap()), sealed);
    }
    assert_eq!(letters(&kiosk.trip().go()), 0, "nothing is sent twice");
}

/// What stands before a letter has been told by a cable that carried; then the letter goes by one that does this.
fn tries_by_a_broken_cable(kiosk: &Kiosk, cable: &Cable, broken: &Does) -> usize {
    cable.does(Does::Carries);
    let mut trip = kiosk.trip_by(&cable.url());
    assert_eq!([trip.step(), trip.step()], [Errand::Beat, Errand::Credential].map(Stepped::Did));
    cable.does(broken.clone());
    // What is open still carries.
    trip.http = kiosk.trip_by(&cable.url()).http;
    letters(&trip.pass(SignedDuration::from_mins(30)))
}

#[test]
fn the_cable_is_pulled_in_the_middle_of_handing_over() {
    let hall = Hall::open();
    let cable = Cable::to(hall.address());
    let mut kiosk = Kiosk::of(&hall, "hall-1");
    let id = kiosk.finish(&"long ".repeat(20_000));
    for broken in [
        Does::BreaksGoing(0),
        Does::BreaksGoing(300),
        Does::BreaksGoing(60_000),
        Does::EndsGoing(300),
        Does::EndsGoing(60_000),
        Does::BreaksComing(0),
        Does::BreaksComing(100),
        Does::BreaksComing(400),
    ] {
        let tried = tries_by_a_broken_cable(&kiosk, &cable, &broken);
        let letter = kiosk.letter(id);
        assert_eq!((letter.way, letter.refusal), (Way::Queued, None), "{broken:?}, {tried} tries");
        assert!(tried > 0, "{broken:?}");
    }
    cable.does(Does::Carries);
    let done = kiosk.trip_by(&cable.url()).pass(SignedDuration::from_mins(30));
    assert_eq!(kiosk.letter(id).way, Way::Accepted, "{done:?}");
    assert_eq!((hall.forms().len(), hall.conflicts()), (1, 0), "however often it was sent");
}

#[test]
fn the_agency_is_down_for_a_week() {
    let mut hall = Hall::open();
    let mut kiosk = Kiosk::of(&hall, "hall-1");
    hall.kill();
    for day in 0..7 {
        kiosk.finish(&format!("day {day}"));
    }
    let mut trip = kiosk.trip();
    let tried = trip.pass(WEEK).len();
    // Not more often than every few minutes, and still often enough.
    assert!((600..6000).contains(&tried), "{tried}");
    assert_eq!(read(&kiosk, |post| post.waiting().unwrap().len()), 7);
    hall.serve();
    trip.pass(SignedDuration::from_mins(31));
    assert_eq!(hall.forms().len(), 7);
    assert_eq!(read(&kiosk, |post| post.waiting().unwrap().len()), 0);
}

#[test]
fn the_cable_is_in_again_and_the_listener_notices_first() {
    let mut hall = Hall::open();
    let mut kiosk = Kiosk::of(&hall, "hall-1");
    hall.kill();
    let id = kiosk.finish("form");
    let mut trip = kiosk.trip();
    trip.pass(WEEK);
    hall.serve();
    let mut draw = || 0;
    let Stepped::Wait(until) = trip.step() else { panic!("it rests") };
    assert!(until > trip.at);
    trip.round.heard(trip.at, trip.clock, &mut draw);
    assert!(letters(&trip.go()) == 1 && kiosk.letter(id).way == Way::Accepted);
    trip.round.heard(trip.at, trip.clock, &mut draw);
    assert!(trip.go().is_empty(), "there is nothing that rests");
}

#[test]
fn a_clock_that_is_three_years_off_holds_nothing_up() {
    let hall = Hall::open();
    for years in [-3, 3] {
        let mut kiosk = Kiosk::of(&hall, &format!("hall{years}"));
        let id = kiosk.finish("form");
        let mut trip = kiosk.trip();
        trip.clock += (years * 365 * 24).hours();
        assert_eq!(letters(&trip.go()), 1);
        assert_eq!(kiosk.letter(id).way, Way::Accepted);
        // It jumps in the middle; what rests rests no longer for that.
        kiosk.finish("another");
        trip.clock -= (years * 365 * 24).hours();
        assert_eq!(letters(&trip.pass(SignedDuration::from_mins(1))), 1);
    }
    assert_eq!(hall.forms().len(), 4);
}

#[test]
fn a_revoked_kiosk_sends_nothing_more_until_somebody_acts() {
    let hall = Hall::open();
    let mut kiosk = Kiosk::of(&hall, "hall-1");
    let mut trip = kiosk.trip();
    trip.go();
    hall.revoke("hall-1");
    let id = kiosk.finish("form");
    assert_eq!(letters(&trip.go()), 1);
    assert_eq!(trip.step(), Stepped::Stopped);
    assert_eq!(kiosk.letter(id).way, Way::Queued, "the form has done nothing wrong");
    let why = read(&kiosk, |post| post.membership().unwrap().unwrap().stopped);
    assert_eq!(why.as_deref(), Some("kiosk-revoked"));
    assert!(trip.pass(WEEK).is_empty(), "not one question more");
    // Somebody makes it a kiosk again.
    kiosk.join(&hall.url(), &hall.code("hall-2"));
    kiosk.trip().go();
    assert_eq!(kiosk.letter(id).way, Way::Accepted);
}

#[test]
fn one_refused_form_keeps_none_of_the_others() {
    let hall = Hall::open();
    let mut kiosk = Kiosk::of(&hall, "hall-1");
    let (first, second) = (kiosk.finish("one"), kiosk.finish("two"));
    // Somebody brought other bytes under its id.
    let envelope = kaunter_protocol::Envelope {
        form: "x".into(),
        form_version: "1".into(),
        number: "1".into(),
        sealed_at: crate::kiosk::MORNING,
        duplicate_of: None,
        sealed: kaunter_protocol::Binary(b"age-encryption.org/v1\nother".to_vec()),
        more: Default::default(),
    };
    let other = "other".parse().unwrap();
    hall.ask(hall.registry.within(&hall.harbour).receive(&other, first, envelope, jiff::Timestamp::now())).unwrap();
    let mut trip = kiosk.trip();
    trip.go();
    assert_eq!(kiosk.letter(second).way, Way::Accepted);
    let aside = kiosk.letter(first);
    assert_eq!((aside.way, aside.refusal.as_deref()), (Way::SetAside, Some("form-conflict")));
    assert_eq!(hall.conflicts(), 1, "both are kept for a person");
    assert!(!trip.pass(SignedDuration::from_hours(2)).contains(&Errand::Send(first)));
    read(&kiosk, |post| post.send_again(first, crate::kiosk::MORNING).unwrap());
    assert!(trip.go().contains(&Errand::Send(first)));
}

#[test]
fn a_voided_form_is_not_sent_and_a_correction_goes_after_its_form() {
    let hall = Hall::open();
    let mut kiosk = Kiosk::of(&hall, "hall-1");
    let (kept, voided) = (kiosk.finish("one"), kiosk.finish("two"));
    kiosk.void(voided);
    let corrected = kiosk.correct(kept, "one, put right");
    let sent = kiosk.trip().go().into_iter().filter(|errand| matches!(errand, Errand::Send(_)));
    assert_eq!(sent.collect::<Vec<_>>(), [Errand::Send(kept), Errand::Send(corrected)]);
    let there = hall.ask(hall.registry.within(&hall.harbour).kept(None, true, 10)).unwrap();
    let said = |id| &there.iter().find(|form| form.id == id).unwrap().envelope.more;
    assert_eq!(there.len(), 2);
    assert!(said(kept).is_empty());
    assert_eq!((&said(corrected)["corrects"], &said(corrected)["revision"]), (&kept.to_string().into(), &1.into()));
}

/// A disk that is full when what has had its time is to go.
struct Full {
    desk: Desk,
    asked: Cell<u32>,
}

impl Disk for Full {
    fn with<T>(&self, work: impl FnOnce(&mut Post) -> Result<T, StoreError>) -> Result<T, StoreError> {
        self.asked.set(self.asked.get() + 1);
        if self.asked.get() == 1 { Err(StoreError::DiskFull) } else { self.desk.with(work) }
    }
}

#[test]
fn a_disk_that_is_full_keeps_no_form_from_going() {
    let hall = Hall::open();
    let mut kiosk = Kiosk::of(&hall, "hall-1");
    let id = kiosk.finish("one");
    let disk = Full { desk: kiosk.desk(), asked: Cell::default() };
    let settings = Settings { spread_seconds: 0, ..Settings::default() };
    let mut round = Round::new(disk, settings, kiosk.place(), kiosk.known(), 0);
    let http = kiosk.trip().http;
    while kiosk.letter(id).way == Way::Queued {
        let stepped = round.step(&http, Duration::ZERO, crate::kiosk::MORNING, &mut || u64::MAX / 2).unwrap();
        assert!(matches!(stepped, Stepped::Did(_)), "{stepped:?}");
    }
    assert_eq!(hall.forms().len(), 1);
}

#[test]
fn sealed_forms_stay_for_some_days_after_the_receipt() {
    let hall = Hall::open();
    let mut kiosk = Kiosk::of(&hall, "hall-1");
    let id = kiosk.finish("one");
    let mut trip = kiosk.trip();
    trip.pass(SignedDuration::from_hours(24 * 6));
    assert!(read(&kiosk, |post| post.sealed_letter(id)).is_ok());
    trip.pass(SignedDuration::from_hours(27));
    assert_eq!(read(&kiosk, |post| post.sealed_letter(id)).unwrap_err().code(), "form-purged");
    assert_eq!(kiosk.letter(id).way, Way::Accepted);
}
