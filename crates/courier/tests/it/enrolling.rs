//! How a kiosk becomes one of the agency's.

use kaunter_courier::{Courier, CourierError, Link, Settings};

use crate::{
    hall::{Hall, wait_for},
    kiosk::{Kiosk, read},
};

fn courier(kiosk: &Kiosk) -> Courier {
    let settings = Settings { spread_seconds: 0, ..Settings::default() };
    Courier::start(kiosk.store.beside().unwrap(), kiosk.place(), settings, || {}).unwrap()
}

#[test]
fn an_officer_types_the_address_and_the_code_and_the_kiosk_is_in() {
    let hall = Hall::open();
    let kiosk = Kiosk::new();
    let courier = courier(&kiosk);
    assert_eq!(courier.standing().link, Link::NotEnrolled);
    let enrolled = courier.enrol(&format!(" {}/ ", hall.url()), &hall.code("hall-1").to_lowercase()).unwrap();
    assert_eq!((enrolled.tenant.as_str(), enrolled.kiosk.as_str()), ("harbour", "hall-1"));
    wait_for("the connection", || matches!(courier.standing().link, Link::Connected { .. }).then_some(()));
    assert_eq!(courier.standing().kiosk.as_deref(), Some("hall-1"));
}

#[test]
fn a_mistyped_code_leaves_the_kiosk_what_it_was() {
    let hall = Hall::open();
    let kiosk = Kiosk::of(&hall, "hall-1");
    let courier = courier(&kiosk);
    let before = read(&kiosk, |post| post.membership().unwrap());
    let refused = courier.enrol(&hall.url(), "AAAA-BBBB-CCCC-DDDD").unwrap_err();
    assert_eq!(refused.code(), "code-unknown");
    assert_eq!(read(&kiosk, |post| post.membership().unwrap()), before);
}

#[test]
fn an_address_without_a_lock_is_not_told_a_secret() {
    let kiosk = Kiosk::new();
    for address in ["http://agency.example", "agency.example", "https://agency.example/path", ""] {
        let refused = courier(&kiosk).enrol(address, "AAAA-BBBB-CCCC-DDDD").unwrap_err();
        assert!(matches!(refused, CourierError::AddressUnusable { .. }), "{address}");
    }
}

#[test]
fn a_lost_answer_is_asked_for_again_with_the_same_secret() {
    let hall = Hall::open();
    let kiosk = Kiosk::new();
    let code = hall.code("hall-1");
    let cable = crate::cable::Cable::to(hall.address());
    cable.does(crate::cable::Does::BreaksComing(20));
    let courier = courier(&kiosk);
    assert_eq!(courier.enrol(&cable.url(), &code).unwrap_err().code(), "agency-unreachable");
    cable.does(crate::cable::Does::Carries);
    courier.enrol(&cable.url(), &code).unwrap();
}

#[test]
fn an_old_secret_is_changed_and_the_forms_go_on() {
    let hall = Hall::open();
    let mut kiosk = Kiosk::of(&hall, "hall-1");
    let secret = |kiosk: &Kiosk| read(kiosk, |post| post.membership().unwrap().unwrap().credential);
    let before = secret(&kiosk);
    let mut trip = kiosk.trip();
    trip.clock += jiff::SignedDuration::from_hours(24 * 31);
    trip.go();
    assert_ne!(secret(&kiosk), before);
    kiosk.finish("one");
    kiosk.trip().go();
    assert_eq!(hall.forms().len(), 1);
    // The old one opens nothing any more.
    let stale = kaunter_courier::Http::new(&hall.url(), Some(before.as_str()), None).unwrap();
    let refused = kaunter_courier::Agency::packs(&stale).unwrap_err();
    assert_eq!(refused.code(), "credential-unknown");
}
