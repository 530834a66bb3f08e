//! Whole worlds of two kiosks and an agency in which everything breaks that can, many of them; each from a seed.

use crate::{
    postgres::Postgres,
    simulation::{Broken, Kept, run, run_in},
};

#[test]
fn in_no_storm_is_a_form_lost_or_doubled() {
    let forms = run(0..200, Broken::Nothing).unwrap();
    println!("200 worlds, {forms} forms");
    assert!(forms > 1000, "{forms}");
}

#[test]
fn nor_where_the_agency_keeps_them_in_postgresql() {
    let postgres = Postgres::start();
    postgres.hurries();
    let kept = Kept::InPostgres(postgres.database("storms"));
    run_in(0..20, Broken::Nothing, &kept).unwrap();
}

#[test]
fn a_kiosk_that_believes_whoever_answers_is_found_out() {
    for broken in [Broken::BelievesStrangers, Broken::AcceptsWhatItSent] {
        let fault = run(0..50, broken).unwrap_err();
        assert!(fault.contains("at the agency"), "{fault}");
    }
}
