//! Packs that come, go and fail.

use kaunter_kiosk::Refusal;
use kaunter_kiosk::act::Act;
use kaunter_kiosk::view::{Outcome, Screen, View};

use crate::hall::{Hall, link};
use crate::small_pack::{pack_where, pack_with};
use crate::visit::name;

fn out_of_service(view: &View) -> &str {
    match &view.screen {
        Screen::OutOfService { problem } => &problem.code,
        other => panic!("in service: {other:?}"),
    }
}

#[test]
fn a_new_pack_in_the_middle_of_a_visit_waits_for_its_end() {
    let mut hall = Hall::new();
    hall.speaks("en");
    hall.installed.holds(pack_with(|path, text| match path {
        "pack.toml" => text.replace("version = \"1.0\"", "version = \"1.1\""),
        _ => text.replace("20,000", "30,000"),
    }));
    assert!(hall.waits(1).is_empty(), "the visitor is not disturbed");
    assert_eq!(grant(&mut hall), ("1.0".into(), "The grant is 20,000.".into()));

    let farewell = hall.does(Act::Leave);
    assert_eq!(farewell.agency.pack_version, "1.1");
    hall.speaks("en");
    assert_eq!(grant(&mut hall), ("1.1".into(), "The grant is 30,000.".into()));
}

fn grant(hall: &mut Hall) -> (String, String) {
    let view = hall.does(link("birth-grant"));
    let version = view.agency.pack_version.clone();
    let reply = crate::hall::reply(view);
    let Outcome::Answer { quote } = &reply.parts[0].outcome else { panic!("{reply:?}") };
    (version, quote.marked.clone())
}

#[test]
fn a_new_pack_reaches_the_idle_screen_by_itself() {
    let mut hall = Hall::new();
    hall.installed.holds(pack_where("version = \"1.0\"", "version = \"1.1\""));
    assert_eq!(hall.waits(1)[0].agency.pack_version, "1.1");
}

#[test]
fn an_emergency_in_a_new_pack_reaches_a_running_visit() {
    let mut hall = Hall::new();
    hall.speaks("en");
    hall.installed.holds(pack_with(|_, text| text.replace("2026-11-21T10:00:00+08:00", "2026-11-21T08:30:00+08:00")));
    let view = hall.waits(1).remove(0);
    assert_eq!((name(&view.screen), view.notices[0].id.as_str()), ("home", "typhoon"));
}

#[test]
fn without_a_pack_the_kiosk_says_why_and_recovers_by_itself() {
    let mut hall = Hall::new();
    hall.installed.fails(Refusal::PackNone);
    hall.restarts();
    let view = hall.counter.view();
    assert_eq!(out_of_service(&view), "pack-none");
    assert_eq!((view.language.as_str(), view.languages.len()), ("und", 0));
    assert_eq!(out_of_service(&hall.does(Act::Begin)), "pack-none");

    hall.installed.holds(pack_with(|_, text| text.to_owned()));
    assert_eq!(name(&hall.waits(1)[0].screen), "attract");
    assert_eq!(name(&hall.speaks("ko").screen), "home");
}

#[test]
fn a_pack_that_goes_bad_does_not_end_a_visit() {
    let mut hall = Hall::new();
    hall.speaks("en");
    hall.installed.fails(Refusal::PackNone);
    assert!(hall.waits(1).is_empty());
    assert_eq!(grant(&mut hall).1, "The grant is 20,000.");
    hall.does(Act::Leave);
    assert_eq!(out_of_service(&hall.waits(4)[0]), "pack-none");
}

#[test]
fn an_expired_or_internal_pack_serves_nobody() {
    let mut expired = Hall::with(pack_where("2027-12-31", "2026-11-20"));
    assert_eq!(out_of_service(&expired.does(Act::Begin)), "pack-expired");

    let mut internal = Hall::with(pack_where("seal = \"碼\"", "internal = true"));
    let view = internal.does(Act::Begin);
    assert_eq!(out_of_service(&view), "pack-internal");
    assert!(view.notices.is_empty());
}

#[test]
fn a_pack_ends_at_midnight() {
    let mut hall = Hall::with(pack_where("2027-12-31", "2026-11-21"));
    hall.clock.goes_on(std::time::Duration::from_secs(15 * 3600 - 1));
    hall.counter.tick();
    assert_eq!(out_of_service(&hall.waits(1)[0]), "pack-expired");
}

#[test]
fn a_pack_in_one_language_asks_for_none() {
    let only = |path: &str, text: &str| match path {
        "pack.toml" => text.replace("[\"zh-TW\", \"ko\", \"en\"]", "[\"zh-TW\"]"),
        _ => text.to_owned(),
    };
    let mut hall = Hall::with(pack_with(only));
    let view = hall.does(Act::Begin);
    assert_eq!((name(&view.screen), view.language.as_str()), ("home", "zh-TW"));
    assert_eq!(name(&hall.does(Act::OpenLanguages).screen), "home");
}
