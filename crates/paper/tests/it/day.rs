//! A full day at a busy kiosk, in one process.

use std::fs;

use crate::desk::{LANGUAGES, forms, set_form, sheet};

/// Forms in a day.
const DAY: usize = 300;
/// Forms after which everything that is kept has been set aside once.
const MORNING: usize = 80;
/// Most mebibytes that the rest of the day may add.
const MOST_GROWTH: u64 = 24;

/// Resident memory in mebibytes.
fn resident() -> u64 {
    let pages: u64 = fs::read_to_string("/proc/self/statm").unwrap().split(' ').nth(1).unwrap().parse().unwrap();
    (pages * 4096) >> 20
}

#[test]
fn three_hundred_forms_leave_nothing_behind_in_memory() {
    let forms: Vec<_> = forms().collect();
    let mut morning = 0;
    for number in 0..DAY {
        let mut sheet = sheet(&forms[number % forms.len()].id, LANGUAGES[number % LANGUAGES.len()]);
        sheet.number = Some(format!("{number:04}-0000"));
        set_form(sheet).to_pdf().unwrap();
        if number == MORNING {
            morning = resident();
        }
    }
    let evening = resident();
    assert!(evening <= morning + MOST_GROWTH, "{morning} MiB in the morning, {evening} MiB in the evening");
    println!("{morning} MiB after {MORNING} forms, {evening} MiB after {DAY}");
}
