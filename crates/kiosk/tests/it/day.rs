//! A whole day at one counter, in one run of the program.

use std::time::Duration;

use kaunter_kiosk::act::Act;
use kaunter_kiosk::view::{DeskState, Officer, OfficerPage, PaperState, PrinterCard, Screen, View};

use crate::forms::ENGLISH;
use crate::hall::{Hall, PIN, pin};

/// Forms of a day.
const FORMS: usize = 300;
/// After so many everything that is kept for good is there.
const WARM: usize = 100;
/// How much more may be held at the end of the day, in MiB.
const MOST_GROWTH: f64 = 6.0;

/// Memory that this program holds, in MiB.
fn held() -> f64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap();
    let line = status.lines().find(|line| line.starts_with("VmRSS")).unwrap();
    line.split_whitespace().nth(1).unwrap().parse::<f64>().unwrap() / 1024.0
}

fn line(view: &View) -> (u32, DeskState) {
    match &view.screen {
        Screen::Officer(Officer::Open { page: OfficerPage::Form(form), .. }) => {
            (form.line.prints, form.line.state.clone())
        }
        other => panic!("no form: {other:?}"),
    }
}

/// One visitor: fills in, hands in, prints and goes; the officer checks and hands over.
fn serves(hall: &mut Hall) -> String {
    let number = hall.hands_in("en", &ENGLISH);
    hall.does(Act::PrintForm);
    hall.room.says(PaperState::Printed);
    hall.waits(1);
    hall.does_all([Act::Leave, Act::OfficerGesture, pin(PIN)]);
    assert_eq!(line(&hall.does(Act::OfficerFind { number: number.as_str().into() })), (1, DeskState::New));
    hall.does(Act::OfficerSignOff);
    assert!(matches!(line(&hall.does(Act::OfficerHandOver)), (1, DeskState::HandedOver { .. })));
    hall.does(Act::OfficerClose);
    // Until the next one comes. Eight hours have room for three hundred.
    hall.waits(2);
    hall.clock.goes_on(Duration::from_secs(92));
    hall.waits(1);
    number
}

#[test]
fn three_hundred_forms_of_a_day_are_served_and_memory_stays_flat() {
    let mut hall = Hall::new();
    hall.room.is(PrinterCard::Ready { codes: Vec::new() });
    let mut numbers = std::collections::BTreeSet::new();
    let mut morning = 0.0;
    for served in 0..FORMS {
        numbers.insert(serves(&mut hall));
        assert_eq!(hall.room.clears(), 1, "one paper for each");
        if served + 1 == WARM {
            morning = held();
        }
    }
    assert_eq!(numbers.len(), FORMS);
    let evening = held();
    println!("{morning:.1} MiB after {WARM} forms, {evening:.1} MiB after {FORMS}");
    assert!(evening - morning < MOST_GROWTH, "{morning:.1} MiB in the morning, {evening:.1} MiB in the evening");
}
