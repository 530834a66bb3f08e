//! What comes down by itself: notices, statuses, and the time.

use jiff::{SignedDuration, Timestamp, ToSpan};
use kaunter_agency::registry::StatusLine;
use kaunter_courier::{Courier, KioskFigures, Link, Settings, StatusFound};
use kaunter_protocol::{Counters, Language, Notice, NoticeKind, NoticeText, PrinterCondition, StatusText};
use std::{
    sync::{
        Arc,
        atomic::{AtomicU64, Ordering},
        mpsc,
    },
    time::{Duration, Instant},
};

use crate::{
    hall::{Hall, PATIENCE, wait_for},
    kiosk::{Kiosk, read},
};

pub fn notice(hall: &Hall, id: &str, kind: NoticeKind, expires: Option<Timestamp>) -> Notice {
    let text = NoticeText { title: id.to_owned(), body: "Stay in.".to_owned() };
    let notice = Notice {
        tenant: hall.harbour.clone(),
        site: None,
        id: id.to_owned(),
        kind,
        published: Timestamp::now(),
        expires,
        issuer: Default::default(),
        texts: [("en".to_owned(), text)].into(),
        keywords: Default::default(),
    };
    hall.ask(hall.registry.within(&hall.harbour).publish_notice(&notice)).unwrap();
    notice
}

pub fn courier(kiosk: &Kiosk) -> (Courier, Arc<AtomicU64>) {
    let settings = Settings { spread_seconds: 0, ..Settings::default() };
    let woken = Arc::new(AtomicU64::new(0));
    let count = woken.clone();
    let wake = move || {
        count.fetch_add(1, Ordering::SeqCst);
    };
    (Courier::start(kiosk.store.beside().unwrap(), kiosk.place(), settings, wake).unwrap(), woken)
}

fn titles(courier: &Courier) -> Vec<String> {
    courier.notices().iter().map(|notice| notice.id.clone()).collect()
}

#[test]
fn an_emergency_is_there_within_seconds_ahead_of_all_and_goes_when_it_is_over() {
    let hall = Hall::open();
    let kiosk = Kiosk::of(&hall, "hall-1");
    notice(&hall, "closed-on-friday", NoticeKind::Bulletin, None);
    let (courier, woken) = courier(&kiosk);
    wait_for("the first notice", || (titles(&courier) == ["closed-on-friday"]).then_some(()));
    let before = woken.load(Ordering::SeqCst);
    let began = Instant::now();
    notice(&hall, "storm", NoticeKind::Emergency, Some(Timestamp::now() + 2.hours()));
    wait_for("the emergency", || (titles(&courier) == ["storm", "closed-on-friday"]).then_some(()));
    assert!(began.elapsed() < Duration::from_secs(15), "{:?}", began.elapsed());
    assert!(woken.load(Ordering::SeqCst) > before, "the screen is woken");
    notice(&hall, "storm", NoticeKind::Withdrawn, None);
    wait_for("its end", || (titles(&courier) == ["closed-on-friday"]).then_some(()));
    drop(courier);
    // Without a network it is still there.
    drop(hall);
    let (courier, _) = self::courier(&kiosk);
    wait_for("what is kept", || (titles(&courier) == ["closed-on-friday"]).then_some(()));
}

#[test]
fn a_notice_that_is_over_is_not_shown_again() {
    let hall = Hall::open();
    let kiosk = Kiosk::of(&hall, "hall-1");
    notice(&hall, "over", NoticeKind::Emergency, Some(Timestamp::now() - 1.hours()));
    notice(&hall, "now", NoticeKind::Emergency, Some(Timestamp::now() + 1.hours()));
    let (courier, _) = courier(&kiosk);
    wait_for("the notice that holds", || (titles(&courier) == ["now"]).then_some(()));
}

fn import(hall: &Hall, lines: &[(&str, &str, &str)]) {
    let line = |(at, (reference, second, status)): (usize, &(&str, &str, &str))| StatusLine {
        line: at as u64 + 2,
        reference: (*reference).to_owned(),
        second: (*second).to_owned(),
        text: StatusText { status: (*status).to_owned(), since: None, next: None },
    };
    let lines: Vec<_> = lines.iter().enumerate().map(line).collect();
    let within = hall.registry.within(&hall.harbour);
    hall.ask(within.import_statuses(&hall.main, &lines, Timestamp::now())).unwrap();
}

fn look_up(courier: &Courier, reference: &str, second: &str) -> Option<StatusFound> {
    let (sender, found) = mpsc::channel();
    courier.look_up(reference.to_owned(), second.to_owned(), move |found| sender.send(found).unwrap()).unwrap();
    found.recv_timeout(PATIENCE).unwrap().unwrap()
}

#[test]
fn somebody_asks_how_far_the_application_is_with_the_cable_pulled_out() {
    let hall = Hall::open();
    let kiosk = Kiosk::of(&hall, "hall-1");
    import(&hall, &[("AB-1001", "1953-03-05", "received"), ("AB-1002", "1960-01-01", "received")]);
    kiosk.trip().go();
    import(&hall, &[("AB-1001", "1953-03-05", "ready")]);
    kiosk.trip().go();
    drop(hall);
    let (courier, _) = courier(&kiosk);
    let found = look_up(&courier, "ab 1001", "1953 03 05").unwrap();
    assert_eq!(found.text.status, "ready");
    assert!(found.as_of.unwrap() <= Timestamp::now());
    assert_eq!(look_up(&courier, "AB-1001", "1953-03-06"), None);
    assert_eq!(look_up(&courier, "AB-1002", "1960-01-01"), None, "it is on the list no more");
}

#[test]
fn how_old_the_list_of_statuses_is_is_shown_anew_when_it_came() {
    let hall = Hall::open();
    let kiosk = Kiosk::of(&hall, "hall-1");
    import(&hall, &[("AB-1001", "1953-03-05", "received")]);
    let as_of = || read(&kiosk, |post| post.status_list().unwrap()).and_then(|list| list.as_of);
    let (courier, woken) = courier(&kiosk);
    let first = wait_for("the list", as_of);
    let before = woken.load(Ordering::SeqCst);
    import(&hall, &[("AB-1001", "1953-03-05", "ready")]);
    courier.try_now();
    wait_for("the newer list", || as_of().filter(|now| *now > first));
    wait_for("the screen is woken", || (woken.load(Ordering::SeqCst) > before).then_some(()));
}

#[test]
fn a_server_that_lost_its_newest_days_is_followed() {
    let mut hall = Hall::open();
    let kiosk = Kiosk::of(&hall, "hall-1");
    import(&hall, &[("AB-100001", "", "ready")]);
    notice(&hall, "storm", NoticeKind::Bulletin, None);
    kiosk.trip().go();
    // A copy from before is brought back: cursors are ahead of it.
    let after = read(&kiosk, |post| post.notices_cursor().unwrap());
    assert!(read(&kiosk, |post| post.keep_notices(&[], after, 99, crate::kiosk::MORNING).unwrap()));
    let change = kaunter_store::StatusChange {
        list: post_list(&kiosk),
        rows: vec![(vec![9; 16], Some(vec![1]))],
        after: read(&kiosk, |post| post.statuses_cursor().unwrap()),
        cursor: 99,
    };
    read(&kiosk, |post| post.keep_statuses(&change, crate::kiosk::MORNING).unwrap());
    hall.kill();
    hall.serve();
    kiosk.trip().go();
    assert_eq!(read(&kiosk, |post| post.status(&[9; 16]).unwrap()), None);
    let (courier, _) = courier(&kiosk);
    assert_eq!(look_up(&courier, "AB-100001", "").unwrap().text.status, "ready");
    wait_for("the notice", || (titles(&courier) == ["storm"]).then_some(()));
}

fn post_list(kiosk: &Kiosk) -> kaunter_store::StatusList {
    read(kiosk, |post| post.status_list().unwrap().unwrap())
}

#[test]
fn a_clock_that_is_wrong_is_told_and_the_heartbeat_is_heard() {
    let hall = Hall::open();
    let mut kiosk = Kiosk::of(&hall, "hall-1");
    kiosk.finish("one");
    let mut trip = kiosk.trip();
    trip.clock = Timestamp::now() + SignedDuration::from_hours(24 * 365 * 3);
    trip.go();
    let lines = hall.ask(hall.registry.within(&hall.harbour).kiosks()).unwrap();
    assert!(lines[0].seen_at.is_some());
    let (courier, _) = courier(&kiosk);
    wait_for("the agency", || matches!(courier.standing().link, Link::Connected { .. }).then_some(()));
    let ahead = wait_for("its clock", || courier.standing().clock_ahead_seconds);
    assert!(ahead.abs() < 300, "{ahead}");
}

#[test]
fn what_the_kiosk_tells_of_itself_is_at_the_agency_with_the_next_heartbeat() {
    let hall = Hall::open();
    let kiosk = Kiosk::of(&hall, "hall-1");
    let (courier, _) = courier(&kiosk);
    let (day, counted) =
        (jiff::civil::date(2026, 11, 21), Counters { sessions: 3, answered: 5, ..Counters::default() });
    courier.tell(KioskFigures {
        up_seconds: 7200,
        printer: PrinterCondition::NeedsAttention,
        disk_free_mib: 812,
        days: [(day, [(Language::Ko, counted)].into())].into(),
    });
    let within = hall.registry.within(&hall.harbour);
    let beat = wait_for("the heartbeat", || {
        courier.try_now();
        hall.ask(within.kiosks()).unwrap().pop().unwrap().beat.filter(|beat| beat.up_seconds > 0)
    });
    assert_eq!((beat.up_seconds, beat.printer, beat.disk_free_mib), (7200, PrinterCondition::NeedsAttention, 812));
    let line = wait_for("the figures", || hall.ask(within.figures(day)).unwrap().pop());
    assert_eq!((line.kiosk.as_str(), line.day, line.language, line.counters), ("hall-1", day, Language::Ko, counted));
}
