//! Calling a person.

use kaunter_kiosk::act::Act;
use kaunter_kiosk::view::Screen;

use crate::hall::{Hall, choose};
use crate::visit::name;

#[test]
fn a_call_has_a_ticket_that_stays_until_it_is_cancelled() {
    let mut hall = Hall::new();
    hall.speaks("en");
    let view = hall.does(Act::CallPerson);
    let Screen::Person { ticket, offices } = &view.screen else { panic!("{view:?}") };
    assert_eq!(ticket, "A-001");
    assert_eq!(offices.len(), 3);
    assert_eq!(hall.does(Act::Home).call.as_deref(), Some("A-001"));
    assert_eq!(hall.does(Act::CallPerson).call.as_deref(), Some("A-001"), "one call is enough");

    let cancelled = hall.does(Act::CancelCall);
    assert_eq!((name(&cancelled.screen), cancelled.call), ("home", None));
    assert_eq!(hall.counter.calls().count(), 0);
    assert_eq!(hall.does(Act::CallPerson).call.as_deref(), Some("A-002"));
}

#[test]
fn who_cannot_read_any_language_can_call_a_person_at_once() {
    let mut hall = Hall::new();
    assert_eq!(name(&hall.does(Act::CallPerson).screen), "person");
    assert_eq!(name(&hall.does(Act::Back).screen), "languages");
}

#[test]
fn someone_still_waits_when_the_visit_is_over() {
    let mut hall = Hall::new();
    hall.speaks("en");
    hall.does_all([Act::CallPerson, choose("ko"), Act::Leave]);
    let calls: Vec<_> = hall.counter.calls().cloned().collect();
    assert_eq!((calls[0].ticket.as_str(), calls[0].language.as_str()), ("A-001", "ko"));
    assert_eq!(calls[0].since.to_string(), "2026-11-21T01:00:00Z");
    hall.waits(4);
    assert_eq!(hall.speaks("en").call, None, "the next visitor has no call");
}

#[test]
fn tickets_go_on_after_a_restart_and_begin_anew_the_next_day() {
    let mut hall = Hall::new();
    hall.does(Act::CallPerson);
    hall.restarts();
    assert_eq!(hall.does(Act::CallPerson).call.as_deref(), Some("A-002"));
    hall.clock.goes_on(std::time::Duration::from_secs(24 * 3600));
    hall.waits(10);
    assert_eq!(hall.does(Act::CallPerson).call.as_deref(), Some("A-001"));
}
