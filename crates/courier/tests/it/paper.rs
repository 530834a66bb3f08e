//! Forms on paper, as the courier sees them: what is printed, and what a scan puts into a folder.

use std::fs;

use kaunter_courier::{
    paper::{self, PaperLetter},
    stick,
};
use kaunter_store::Uuid;

use crate::{
    hall::Hall,
    kiosk::{Kiosk, MORNING, read},
    sticks::desk,
};

fn printed(kiosk: &Kiosk, id: Uuid) -> Vec<u8> {
    read(kiosk, |post| paper::onto(post, id).unwrap())
}

fn letter(kiosk: &Kiosk, id: Uuid) -> PaperLetter {
    paper::read(&printed(kiosk, id)).unwrap()
}

#[test]
fn a_second_printing_carries_the_same_codes_until_the_form_is_corrected() {
    let hall = Hall::open();
    let mut kiosk = Kiosk::of(&hall, "hall-1");
    let id = kiosk.finish("one");
    let first = printed(&kiosk, id);
    kiosk.finish("two");
    assert_eq!(printed(&kiosk, id), first);
    let correction = kiosk.correct(id, "one, put right");
    let second = letter(&kiosk, id);
    assert_eq!((second.id, &second.envelope.more["revision"]), (correction, &1.into()));
    assert_eq!(read(&kiosk, |post| paper::onto(post, Uuid::from_u128(7)).unwrap_err().code()), "form-gone");
}

#[test]
fn paper_and_stick_bring_the_same_file_and_a_stranger_under_its_name_is_left() {
    let hall = Hall::open();
    let mut kiosk = Kiosk::of(&hall, "hall-1");
    let id = kiosk.finish("one");
    let correction = kiosk.correct(id, "one, put right");
    let (stick, tray) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    stick::export(&kiosk.desk(), stick.path(), MORNING).unwrap();
    let letter = letter(&kiosk, id);
    let path = paper::put(&tray.path().join("new"), &letter).unwrap();
    let name = format!("{correction}.kform");
    assert_eq!(path, tray.path().join("new").join(&name));
    assert_eq!(fs::read(&path).unwrap(), fs::read(stick.path().join(&name)).unwrap());
    assert_eq!(paper::of_file(&path).unwrap(), PaperLetter { vouched: None, ..letter.clone() });
    assert_eq!(paper::put(stick.path(), &letter).unwrap(), stick.path().join(&name), "it is there already");
    fs::write(&path, "a stranger").unwrap();
    assert_eq!(paper::put(&tray.path().join("new"), &letter).unwrap_err().code(), "letter-other");
    assert_eq!(fs::read(&path).unwrap(), b"a stranger");
}

#[test]
fn forms_of_several_papers_are_taken_in_together_and_each_is_one() {
    let hall = Hall::open();
    let mut kiosk = Kiosk::of(&hall, "hall-1");
    let mut neighbour = Kiosk::of(&hall, "hall-2");
    let tray = tempfile::tempdir().unwrap();
    for (kiosk, words) in [(&mut kiosk, "one"), (&mut neighbour, "two")] {
        let id = kiosk.finish(words);
        paper::put(tray.path(), &letter(kiosk, id)).unwrap();
        let next = kiosk.finish("three");
        paper::put(tray.path(), &letter(kiosk, next)).unwrap();
    }
    desk(&hall, tray.path(), &[]).unwrap();
    assert_eq!(hall.forms().len(), 4);
    kiosk.trip().go();
    neighbour.trip().go();
    assert_eq!((hall.forms().len(), hall.conflicts()), (4, 0));
    let held = |kiosk: &Kiosk| read(kiosk, |post| post.held().unwrap().0);
    assert_eq!((held(&kiosk), held(&neighbour)), (0, 0));
}

#[test]
fn a_paper_from_before_the_secret_was_changed_waits_for_somebodys_word() {
    let hall = Hall::open();
    let mut kiosk = Kiosk::of(&hall, "hall-1");
    let id = kiosk.finish("one");
    let tray = tempfile::tempdir().unwrap();
    paper::put(tray.path(), &letter(&kiosk, id)).unwrap();
    let mut trip = kiosk.trip();
    trip.clock += jiff::SignedDuration::from_hours(24 * 31);
    trip.go();
    // From the next letter on the old secret opens nothing.
    kiosk.finish("two");
    kiosk.trip().go();
    assert!(desk(&hall, tray.path(), &[]).unwrap_err().contains("1 of them could not be taken in"));
    desk(&hall, tray.path(), &["--kiosk", "hall-1"]).unwrap();
    assert_eq!((hall.forms().len(), hall.conflicts()), (2, 0), "it had gone by network too");
}
