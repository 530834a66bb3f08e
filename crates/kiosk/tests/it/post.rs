//! The way to the agency, as citizens and officers see it.

use std::collections::BTreeMap;

use kaunter_kiosk::act::Act;
use kaunter_kiosk::post::{Link, LookedUp, PostStanding, SetAside};
use kaunter_kiosk::view::{
    AgencyDesk, AgencyLink, FormWay, Officer, OfficerPage, OfficerPlace, PackComing, PrinterCard, Screen, StatusCheck,
    StatusOutcome, View,
};
use kaunter_pack::model::{Localized, Notice, NoticeKind};
use kaunter_protocol::{Counters, Language, PrinterCondition};

use crate::forms::ENGLISH;
use crate::hall::{Hall, PIN, choose, pin};

fn status(view: View) -> StatusCheck {
    match view.screen {
        Screen::Status(check) => check,
        other => panic!("no status: {other:?}"),
    }
}

fn agency(view: View) -> AgencyDesk {
    match view.screen {
        Screen::Officer(Officer::Open { page: OfficerPage::Agency(desk), .. }) => *desk,
        other => panic!("not the agency's page: {other:?}"),
    }
}

fn looks_up(reference: &str) -> Act {
    Act::LookUpStatus { reference: reference.into(), second: "1953-03-05".into() }
}

#[test]
fn an_application_is_looked_up_by_its_number_and_the_answer_says_how_old_it_is() {
    let mut hall = Hall::new();
    assert!(matches!(hall.speaks("en").screen, Screen::Home { status: false, .. }), "no list has come yet");
    assert!(matches!(hall.does(Act::OpenStatus).screen, Screen::Home { .. }));

    hall.post.lists("2026-11-21T00:30:00Z");
    assert!(matches!(hall.waits(1).last().unwrap().screen, Screen::Home { status: true, .. }));
    let before = status(hall.does(Act::OpenStatus));
    assert_eq!((before.outcome, before.as_of.as_deref()), (None, Some("2026-11-21T08:30:00+08:00")));

    let asked = status(hall.does(looks_up("HC 2026/0417")));
    assert_eq!((asked.asked.as_str(), asked.outcome), ("HC 2026/0417", Some(StatusOutcome::Looking)));
    assert_eq!(hall.post.asked(), [("HC 2026/0417".to_owned(), "1953-03-05".to_owned())]);

    let since = Some("2026-11-19T02:00:00Z".parse().unwrap());
    hall.post.answers(LookedUp::Found { status: "Approved".into(), since, next: Some("Bring your card.".into()) });
    let told = status(hall.waits(1).pop().unwrap());
    let found = StatusOutcome::Found {
        status: "Approved".into(),
        since: Some("2026-11-19T10:00:00+08:00".into()),
        next: Some("Bring your card.".into()),
    };
    assert_eq!(told.outcome, Some(found));

    hall.does(looks_up("HC 2026/0418"));
    hall.post.answers(LookedUp::NotFound);
    assert_eq!(status(hall.waits(1).pop().unwrap()).outcome, Some(StatusOutcome::NotFound));
}

#[test]
fn an_answer_that_comes_after_the_visitor_left_is_shown_to_nobody() {
    let mut hall = Hall::new();
    hall.post.lists("2026-11-21T00:30:00Z");
    hall.speaks("en");
    hall.does(looks_up("HC 2026/0417"));
    hall.does(Act::Leave);
    hall.does_all([Act::Begin, choose("en")]);
    hall.post.answers(LookedUp::NotFound);
    hall.waits(1);
    assert_eq!(status(hall.does(Act::OpenStatus)).outcome, None);
    assert_eq!(hall.tries(looks_up(" - ")).0, "reference-empty");
}

fn sent(id: &str, kind: NoticeKind, title: &str, keyword: &str) -> Notice {
    let words = |text: &str| Localized(BTreeMap::from([("en".to_owned(), text.to_owned())]));
    Notice {
        id: id.to_owned(),
        kind,
        published: "2026-11-21T00:59:00Z".parse().unwrap(),
        expires: Some("2026-11-21T02:00:00Z".parse().unwrap()),
        issuer: words("Water office"),
        title: words(title),
        body: words("Boil it before you drink it."),
        keywords: BTreeMap::from([("en".to_owned(), vec![keyword.to_owned()])]),
    }
}

#[test]
fn a_notice_of_the_agency_hangs_on_the_wall_within_a_second_and_an_emergency_stands_ahead_of_answers() {
    let mut hall = Hall::new();
    let before = hall.counter.view().notices.len();
    hall.post.brings(vec![
        sent("market", NoticeKind::Bulletin, "The market is closed", "market"),
        sent("water", NoticeKind::Emergency, "Do not drink the water", "grant"),
    ]);
    let view = hall.waits(1).pop().unwrap();
    assert_eq!(view.notices.len(), before + 2);
    assert!(view.notices[0].emergency);
    hall.speaks("en");
    let of = |reply: kaunter_kiosk::view::Reply| {
        reply.emergencies.iter().map(|notice| notice.id.clone()).collect::<Vec<_>>()
    };
    assert!(of(hall.asks("How much is the birth grant?")).contains(&"water".to_owned()));
    assert!(!of(hall.asks("How do I renew my passport?")).contains(&"water".to_owned()));

    hall.waits(3600);
    assert_eq!(hall.counter.view().notices.iter().filter(|notice| notice.id == "water").count(), 0, "its time is over");
    hall.post.brings(Vec::new());
    hall.waits(1);
    assert_eq!(hall.counter.view().notices.iter().filter(|notice| notice.id == "market").count(), 0);
}

#[test]
fn the_officer_sees_what_waits_and_what_failed_and_has_one_touch_for_each() {
    let mut hall = Hall::new();
    let set_aside = |letter: &str, correction| SetAside {
        letter: letter.to_owned(),
        number: "4821-0975".to_owned(),
        correction,
        code: "form-conflict".to_owned(),
    };
    hall.post.stands(PostStanding {
        link: Link::OutOfReach(Some("2026-11-21T00:40:00Z".parse().unwrap())),
        last_contact: Some("2026-11-21T00:39:00Z".parse().unwrap()),
        waiting: 3,
        set_aside: vec![set_aside("a", None), set_aside("b", Some(1))],
        coming: Some(PackComing { pack: "harbour-city 2026.12".into(), percent: 40 }),
        pack_refused: Some("pack-signature-wrong".into()),
        trouble: Some("store-disk-full".into()),
        ..PostStanding::default()
    });
    hall.post.has_stick("/media/stick");
    let desk = agency(hall.does_all([Act::OfficerGesture, pin(PIN), Act::OfficerGo { page: OfficerPlace::Agency }]));
    assert_eq!(desk.waiting, 3);
    assert_eq!(desk.link, AgencyLink::OutOfReach { since: Some("2026-11-21T08:40:00+08:00".into()) });
    assert_eq!(desk.set_aside[0].code, "form-conflict");
    let corrections: Vec<Option<u32>> = desk.set_aside.iter().map(|form| form.correction).collect();
    assert_eq!(corrections, [None, Some(1)], "both have the same number");
    assert_eq!(desk.coming.unwrap().percent, 40);
    let told = [desk.pack_refused, desk.trouble].map(|problem| problem.unwrap().code);
    assert_eq!(told, ["pack-signature-wrong", "store-disk-full"]);
    assert_eq!(desk.sticks, ["/media/stick"]);
    let stick = "/media/stick".to_owned();
    hall.does_all([
        Act::OfficerSendNow,
        Act::OfficerSendAgain { letter: desk.set_aside[1].letter.clone() },
        Act::OfficerExport { stick: stick.clone() },
        Act::OfficerImport { stick },
        Act::OfficerEnrol { address: " https://agency.example ".into(), code: "7KQ2".into() },
    ]);
    let code = hall.tries(Act::OfficerExport { stick: "/etc".into() }).0;
    assert_eq!(code, "stick-gone", "only a stick that was offered is written to");
    let done = [
        "send now",
        "send letter b again",
        "export to /media/stick",
        "import from /media/stick",
        "enrol at https://agency.example with 7KQ2",
    ];
    assert_eq!(hall.post.done(), done);

    hall.post.stands(PostStanding {
        link: Link::Stopped("kiosk-revoked".into()),
        waiting: 3,
        ..PostStanding::default()
    });
    let changed = agency(hall.waits(1).pop().unwrap());
    assert_eq!(changed.link, AgencyLink::Stopped { code: "kiosk-revoked".into() });
}

#[test]
fn a_mistyped_code_is_told_to_whoever_typed_it_and_promises_a_citizen_nothing() {
    let mut hall = Hall::new();
    hall.post.stands(PostStanding { refused: Some("agency-code-refused".into()), ..PostStanding::default() });
    let desk = agency(hall.does_all([Act::OfficerGesture, pin(PIN), Act::OfficerGo { page: OfficerPlace::Agency }]));
    assert_eq!((desk.link, desk.refused.unwrap().code.as_str()), (AgencyLink::NotEnrolled, "agency-code-refused"));
    hall.does(Act::OfficerClose);
    hall.hands_in("en", &ENGLISH);
    let Screen::FormFinished(receipt) = hall.counter.view().screen else { panic!("not finished") };
    assert_eq!(receipt.way, FormWay::KeptHere);
}

#[test]
fn a_citizen_reads_plainly_that_the_form_is_kept_here_and_goes_when_there_is_a_connection() {
    let mut hall = Hall::new();
    hall.hands_in("en", &ENGLISH);
    let Screen::FormFinished(receipt) = hall.counter.view().screen else { panic!("not finished") };
    assert_eq!(receipt.way, FormWay::Waiting);
}

#[test]
fn the_agency_hears_how_the_kiosk_fares() {
    let mut hall = Hall::new();
    for (printer, told) in [
        (PrinterCard::None, PrinterCondition::None),
        (PrinterCard::Ready { codes: Vec::new() }, PrinterCondition::Ready),
        (PrinterCard::Hindered { codes: vec!["media-empty".into()] }, PrinterCondition::NeedsAttention),
        (PrinterCard::OutOfReach { code: "printer-unreachable".into() }, PrinterCondition::Unreachable),
    ] {
        hall.room.is(printer);
        hall.waits(30);
        assert_eq!(hall.post.told().printer, told);
    }
    let told = hall.post.told();
    assert_eq!((told.up.as_secs(), told.today.to_string().as_str()), (120, "2026-11-21"));
    assert!(told.room.is_some_and(|bytes| bytes > 0));
}

#[test]
fn what_a_visit_came_to_is_counted_once_and_without_a_word_of_it() {
    let mut hall = Hall::new();
    hall.speaks("en");
    hall.asks("How much is the birth grant?");
    hall.asks("Who painted the moon?");
    hall.does_all([Act::Back, Act::CallPerson, Act::Home, Act::CallPerson]);
    hall.waits(40);
    hall.does(Act::Leave);
    let first = Counters { sessions: 1, answered: 1, refused: 1, handed_over: 1, seconds: 40, ..Counters::default() };
    assert_eq!(hall.post.counted(Language::En), first);

    hall.hands_in("ko", &["김영희", "천구백오십삼년 삼월 오일", "김철수", "만이천 대만달러"]);
    hall.waits(7);
    hall.does(Act::Leave);
    let second = Counters { sessions: 1, forms_started: 1, forms_finished: 1, seconds: 7, ..Counters::default() };
    assert_eq!((hall.post.counted(Language::Ko), hall.post.counted(Language::En)), (second, first));
}
