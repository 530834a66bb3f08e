//! How a visit ends.

use kaunter_kiosk::act::Act;
use kaunter_kiosk::view::{Outcome, Screen};

use crate::hall::{Hall, ask, choose};
use crate::visit::name;

#[test]
fn who_walks_away_is_forgotten_after_a_countdown() {
    let mut hall = Hall::new();
    let visit = hall.speaks("en").visit;
    hall.asks("my child was born");
    assert!(hall.waits(59).is_empty(), "nothing is pushed while nothing changes");

    let countdown: Vec<_> = hall.waits(20).iter().map(|view| view.leaving_in.unwrap()).collect();
    assert_eq!(countdown, (1..=20).rev().collect::<Vec<_>>());

    let farewell = hall.waits(1).remove(0);
    assert_eq!((name(&farewell.screen), farewell.language.as_str()), ("farewell", "en"));
    assert_ne!(farewell.visit, visit);
    assert_eq!(farewell.leaving_in, None);

    assert!(hall.waits(3).is_empty());
    assert_eq!(name(&hall.waits(1)[0].screen), "attract");
    assert!(hall.waits(600).is_empty(), "nothing counts while nobody is there");
}

#[test]
fn who_needs_more_time_gets_it() {
    let mut hall = Hall::new();
    hall.speaks("en");
    hall.waits(70);
    let view = hall.does(Act::StillHere);
    assert_eq!((name(&view.screen), view.leaving_in), ("home", None));
    assert!(hall.waits(59).is_empty());
    hall.does(Act::SetText { text: kaunter_kiosk::view::TextSize::Large });
    assert!(hall.waits(59).is_empty(), "every touch counts");
}

#[test]
fn who_waits_for_a_person_has_five_minutes() {
    let mut hall = Hall::new();
    hall.speaks("en");
    hall.does(Act::CallPerson);
    assert!(hall.waits(299).is_empty());
    assert_eq!(hall.waits(1)[0].leaving_in, Some(20));
}

#[test]
fn leaving_is_one_touch() {
    let mut hall = Hall::new();
    let visit = hall.speaks("en").visit;
    let view = hall.does(Act::Leave);
    assert_eq!((name(&view.screen), view.visit), ("farewell", visit + 1));
    assert_eq!(name(&hall.does(Act::Begin).screen), "languages", "the next person need not wait");
}

#[test]
fn a_touch_that_comes_too_late_does_not_reach_the_next_visit() {
    let mut hall = Hall::new();
    hall.speaks("en");
    hall.clock.goes_on(std::time::Duration::from_secs(90));
    assert_eq!(name(&hall.does(ask("my child was born")).screen), "farewell");
    hall.waits(4);
    for late in [ask("born"), Act::Home, Act::Back, Act::OpenAsk, Act::Leave, Act::StillHere, Act::CancelCall] {
        assert_eq!(name(&hall.does(late).screen), "attract");
    }
}

#[test]
fn a_follow_up_of_the_next_visitor_is_not_understood_from_the_last() {
    let mut hall = Hall::new();
    hall.speaks("en");
    hall.asks("renew my passport");
    hall.does(Act::Leave);
    hall.speaks("en");
    let reply = hall.asks("how much is it");
    assert!(matches!(reply.parts[0].outcome, Outcome::Unknown { .. }), "{reply:?}");
}

#[test]
fn when_the_screens_are_lost_the_visit_is_over() {
    let mut hall = Hall::new();
    let before = hall.speaks("en");
    hall.does(Act::OfficerGesture);
    let view = hall.counter.screen_lost();
    assert_eq!(view.screen, Screen::Attract);
    assert_eq!(view.visit, before.visit + 1);
    assert!(view.sequence > before.sequence);
    assert_eq!(hall.counter.screen_lost().visit, view.visit, "there was nobody the second time");
}

#[test]
fn every_view_is_newer_than_the_one_before() {
    let mut hall = Hall::new();
    let mut last = hall.counter.view().sequence;
    for act in [Act::Begin, choose("en"), Act::StillHere, Act::Leave] {
        let sequence = hall.does(act).sequence;
        assert_eq!(sequence, last + 1);
        last = sequence;
    }
    assert_eq!(hall.waits(4)[0].sequence, last + 1);
    assert_eq!(hall.counter.view().sequence, last + 1);
}
