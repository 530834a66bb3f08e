//! A citizen's number finds the citizen's row, and no other.

use kaunter_protocol::{Binary, Cost, LookUp, StatusFault, StatusText};

const SALT: [u8; 16] = [7; 16];
const CHEAP: Cost = Cost { memory_kib: 64, passes: 1 };

fn look_up(reference: &str, second: &str, salt: [u8; 16]) -> LookUp {
    LookUp::of(reference, second, &salt, CHEAP, &mut Vec::new()).unwrap()
}

fn ready() -> StatusText {
    StatusText { status: "ready".into(), since: None, next: Some("bring your card".into()) }
}

#[test]
fn the_number_opens_its_row_however_it_is_grouped() {
    let sealed = look_up("AB-1234 5678", "1953-03-05", SALT).seal(&ready(), [1; 12]).unwrap();
    let asked = look_up("ab12345678", "1953 03 05", SALT);
    assert_eq!(asked.name(), look_up("AB-1234 5678", "1953-03-05", SALT).name());
    assert_eq!(asked.open(&sealed).unwrap(), ready());
}

#[test]
fn another_number_another_day_or_another_site_finds_nothing() {
    let row = look_up("12345678", "1953-03-05", SALT);
    let sealed = row.seal(&ready(), [1; 12]).unwrap();
    for other in [
        look_up("12345679", "1953-03-05", SALT),
        look_up("12345678", "1953-03-06", SALT),
        look_up("12345678", "1953-03-05", [8; 16]),
        look_up("123456781953-03-05", "", SALT),
    ] {
        assert_ne!(other.name(), row.name());
        assert_eq!(other.open(&sealed), Err(StatusFault::Damaged));
    }
}

#[test]
fn damaged_rows_and_mad_costs_are_refused() {
    let row = look_up("1", "", SALT);
    for sealed in [vec![], vec![0; 12], vec![0; 40]] {
        assert_eq!(row.open(&Binary(sealed)), Err(StatusFault::Damaged));
    }
    for cost in [Cost { memory_kib: u32::MAX, passes: 1 }, Cost { memory_kib: 64, passes: 0 }] {
        assert_eq!(LookUp::of("1", "", &SALT, cost, &mut Vec::new()).err(), Some(StatusFault::Cost));
    }
}
