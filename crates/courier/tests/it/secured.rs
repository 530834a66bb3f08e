//! The way to an agency that has a lock: whose certificate is believed. The key under the agency's `tests/data` is of tests
//! alone.

use std::path::Path;

use kaunter_courier::{Agency, Courier, Http, Link, Settings};
use kaunter_store::Way;

use crate::{
    hall::{Hall, wait_for},
    kiosk::{Kiosk, read},
};

fn of_localhost(hall: &Hall) -> String {
    format!("https://localhost:{}", hall.address().port())
}

fn trusting(kiosk: &Kiosk, authority: &Path) -> Courier {
    let settings = Settings { authority: Some(authority.to_owned()), spread_seconds: 0, ..Settings::default() };
    Courier::start(kiosk.store.beside().unwrap(), kiosk.place(), settings, || {}).unwrap()
}

#[test]
fn a_kiosk_that_is_told_whom_to_trust_enrols_and_hands_over_behind_the_lock() {
    let (hall, authority) = Hall::secured();
    let mut kiosk = Kiosk::new();
    let courier = trusting(&kiosk, &authority);
    courier.enrol(&of_localhost(&hall), &hall.code("hall-1")).unwrap();
    let id = kiosk.finish("form");
    courier.letter_waits();
    wait_for("the receipt", || (kiosk.letter(id).way == Way::Accepted).then_some(()));
    assert!(matches!(courier.standing().link, Link::Connected { .. }));
    assert_eq!(hall.forms().len(), 1);
}

#[test]
fn nobody_else_is_told_a_secret() {
    let (hall, authority) = Hall::secured();
    let kiosk = Kiosk::new();
    let address = of_localhost(&hall);
    // The machine trusts nobody who signed for this server.
    let own = authority.with_file_name("server.key");
    let unsigned = Http::new(&address, Some("secret"), None).unwrap();
    assert_eq!(unsigned.packs().unwrap_err().code(), "agency-certificate-untrusted");
    let elsewhere = format!("https://127.0.0.2:{}", hall.address().port());
    let other_name = Http::new(&elsewhere, Some("secret"), Some(&authority)).unwrap();
    assert_eq!(other_name.packs().unwrap_err().code(), "agency-certificate-untrusted");
    // Who has no lock at all is not the one either; and nobody is nobody.
    let open = Hall::open();
    let without = Http::new(&format!("https://{}", open.address()), Some("secret"), Some(&authority)).unwrap();
    assert_eq!(without.packs().unwrap_err().code(), "agency-certificate-untrusted");
    let nobody = Http::new("https://127.0.0.1:9", Some("secret"), Some(&authority)).unwrap();
    assert_eq!(nobody.packs().unwrap_err().code(), "agency-unreachable");
    let Err(unusable) = Http::new(&address, Some("secret"), Some(&own)) else { panic!("a key is no certificate") };
    assert_eq!(unusable.code(), "agency-authority-unusable");
    // With the authority it is the agency that answers: it does not know this secret.
    let known = Http::new(&address, Some("secret"), Some(&authority)).unwrap();
    assert_eq!(known.packs().unwrap_err().code(), "credential-missing");
    let untrusting = Courier::start(kiosk.store.beside().unwrap(), kiosk.place(), Settings::default(), || {}).unwrap();
    assert_eq!(untrusting.enrol(&address, &hall.code("hall-1")).unwrap_err().code(), "agency-certificate-untrusted");
    assert!(read(&kiosk, |post| post.membership().unwrap()).is_none());
}
