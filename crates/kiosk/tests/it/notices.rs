//! Notices hang on the wall by the clock.

use kaunter_kiosk::act::Act;
use kaunter_kiosk::view::View;

use crate::hall::{Hall, notice};
use crate::visit::name;

fn hung(view: &View) -> Vec<&str> {
    view.notices.iter().map(|notice| notice.id.as_str()).collect()
}

fn minutes(minutes: u64) -> std::time::Duration {
    std::time::Duration::from_secs(60 * minutes)
}

#[test]
fn an_emergency_appears_on_the_idle_screen_and_expires() {
    let mut hall = Hall::new();
    assert_eq!(hung(&hall.counter.view()), ["flu", "lift"], "newest first");

    hall.clock.goes_on(minutes(59));
    let out = hall.waits(60);
    assert_eq!(out.len(), 1);
    assert_eq!(hung(&out[0]), ["typhoon", "flu", "lift"], "emergencies first");
    assert_eq!(name(&out[0].screen), "attract");
    let typhoon = &out[0].notices[0];
    assert!(typhoon.emergency);
    assert_eq!(typhoon.title, "颱風停班");
    assert_eq!(typhoon.published, "2026-11-21T10:00:00+08:00");
    assert_eq!(typhoon.expires.as_deref(), Some("2026-11-21T12:00:00+08:00"));

    hall.clock.goes_on(minutes(119));
    assert_eq!(hung(&hall.waits(60)[0]), ["flu", "lift"]);
}

#[test]
fn notices_speak_the_language_of_the_view_or_else_of_the_office() {
    let mut hall = Hall::new();
    assert_eq!(hall.speaks("en").notices[0].issuer, "Health Office");
    assert_eq!(hall.does(crate::hall::choose("ko")).notices[0].issuer, "衛生所");
}

#[test]
fn a_notice_that_expires_while_it_is_read_gives_way_to_the_home_screen() {
    let mut hall = Hall::new();
    hall.clock.goes_on(minutes(179));
    hall.speaks("en");
    assert_eq!(name(&hall.does(notice("typhoon")).screen), "notice");
    let views = hall.waits(60);
    assert_eq!(name(&views.last().unwrap().screen), "home");
    assert_eq!(hall.tries(notice("typhoon")).0, "notice-gone");
    hall.does(Act::StillHere);
}
