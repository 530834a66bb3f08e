//! Notices within seconds, statuses as they change.

use std::{
    thread,
    time::{Duration, Instant},
};

use kaunter_protocol::{LookUp, Notice, NoticeKind};

use crate::hall::{Hall, wait_for};

pub fn bulletin(hall: &Hall, id: &str, more: &[&str]) {
    let file = hall.path(&format!("{id}.toml"));
    let text = format!(
        "id = \"{id}\"\nkind = \"emergency\"\npublished = \"2026-11-20T09:00:00+08:00\"\n\
         expires = \"2036-11-30T18:00:00+08:00\"\n[title]\nen = \"Storm\"\n[body]\nen = \"Stay in.\"\n"
    );
    std::fs::write(&file, text).unwrap();
    let file = file.display().to_string();
    hall.desk(&[&["notice", "publish", "--tenant", "harbour", &file], more].concat());
}

pub fn import(hall: &Hall, site: &str, csv: &str) -> String {
    let file = hall.path("status.csv");
    std::fs::write(&file, csv).unwrap();
    hall.desk(&["status", "import", "--tenant", "harbour", "--site", site, &file.display().to_string()])
}

#[test]
fn who_waits_hears_it_within_seconds() {
    let hall = Hall::open();
    let kiosk = hall.kiosk("harbour", "main", "hall-1");
    let start = Instant::now();
    let page = thread::scope(|scope| {
        let waiting = scope.spawn(|| kiosk.notices(0, 50).unwrap());
        bulletin(&hall, "storm", &[]);
        waiting.join().unwrap()
    });
    assert!(start.elapsed() < Duration::from_secs(20));
    let notice: Notice = page.notices[0].open(&kiosk.key()).unwrap();
    assert_eq!((notice.id.as_str(), notice.kind), ("storm", NoticeKind::Emergency));
    assert_eq!(notice.texts["en"].title, "Storm");
    // Nothing is new.
    let again = kiosk.notices(page.cursor, 1).unwrap();
    assert_eq!((again.notices.len(), again.cursor), (0, page.cursor));
    hall.desk(&["notice", "withdraw", "--tenant", "harbour", "storm"]);
    let gone = kiosk.notices(page.cursor, 0).unwrap();
    assert_eq!(gone.notices[0].open::<Notice>(&kiosk.key()).unwrap().kind, NoticeKind::Withdrawn);
}

#[test]
fn what_was_dated_ahead_is_withdrawn_by_something_later() {
    let hall = Hall::open();
    let kiosk = hall.kiosk("harbour", "main", "hall-1");
    let file = hall.path("fair.toml");
    let text = "id = \"fair\"\nkind = \"bulletin\"\npublished = \"2096-11-20T09:00:00+08:00\"\n\
                [title]\nen = \"Fair\"\n[body]\nen = \"Come.\"\n";
    std::fs::write(&file, text).unwrap();
    let publish = || hall.desk(&["notice", "publish", "--tenant", "harbour", &file.display().to_string()]);
    publish();
    hall.desk(&["notice", "withdraw", "--tenant", "harbour", "fair"]);
    publish();
    let page = kiosk.notices(0, 0).unwrap();
    let when: Vec<_> =
        page.notices.iter().map(|signed| signed.open::<Notice>(&kiosk.key()).unwrap().published).collect();
    assert!(when.is_sorted_by(|one, next| one < next), "{when:?}");
}

#[test]
fn who_stops_the_server_as_soon_as_it_says_where_it_listens_stops_it_in_order() {
    let mut hall = Hall::with("");
    for time in 0..20 {
        hall.serve();
        assert!(hall.stop(), "the {time}. time");
    }
}

#[test]
fn who_waits_does_not_hold_the_server_up_when_it_stops() {
    let mut hall = Hall::open();
    let kiosk = hall.kiosk("harbour", "main", "hall-1");
    let start = Instant::now();
    let waiting = thread::spawn(move || kiosk.notices(0, 60));
    // It waits once the server has taken its question in.
    wait_for("the question", || {
        let log = crate::courier::Courier::new(hall.address()).text("/metrics").1;
        log.contains("route=\"/v1/enrol\"").then_some(())
    });
    assert!(hall.stop());
    assert!(start.elapsed() < Duration::from_secs(30));
    // Answered, or cut off before it was taken in; never held.
    let _ = waiting.join();
}

#[test]
fn a_status_comes_in_increments_and_opens_with_the_number_alone() {
    let hall = Hall::open();
    let kiosk = hall.kiosk("harbour", "main", "hall-1");
    let head = "reference,second,status,since,next\n";
    let told = import(
        &hall,
        "main",
        &format!("{head}AB-1001,1953-03-05,received,2026-11-20T09:00:00+08:00,wait\nAB-1002,1960-01-01,received,,\n"),
    );
    assert!(told.starts_with("2 changed, 0 as before, 0 gone"), "{told}");
    let first = kiosk.statuses(0).unwrap();
    assert_eq!(first.rows.len(), 2);
    let told = import(&hall, "main", &format!("{head}AB-1001,1953-03-05,ready,2026-11-21T09:00:00+08:00,come\n"));
    assert!(told.starts_with("1 changed, 0 as before, 1 gone"), "{told}");
    let news = kiosk.statuses(first.cursor).unwrap();
    assert_eq!(news.rows.len(), 2);
    let asked = LookUp::of("ab1001", "19530305", &news.salt.0, news.cost, &mut Vec::new()).unwrap();
    let row = news.rows.iter().find(|row| row.name == asked.name()).unwrap();
    let text = asked.open(row.sealed.as_ref().unwrap()).unwrap();
    assert_eq!((text.status.as_str(), text.next.as_deref()), ("ready", Some("come")));
    assert!(news.as_of.is_some());
    // No number stands in what the kiosk keeps, nor in what the server does.
    let kept = std::fs::read(hall.data().join("agency.sqlite")).unwrap();
    let told = serde_json::to_string(&news).unwrap() + &String::from_utf8_lossy(&kept);
    assert!(!told.contains("AB-1001") && !told.contains("ready"));
}

#[test]
fn a_list_with_a_hole_takes_nobodys_status_away() {
    let hall = Hall::open();
    import(&hall, "main", "reference,status\nAB-000001,ready\nAB-000002,ready\n");
    let kiosk = hall.kiosk("harbour", "main", "hall-1");
    let before = kiosk.statuses(0).unwrap();
    for (csv, words) in [
        ("reference,status\nAB-000001,ready\n\"AB-000002,ready\n", "status.csv:3"),
        ("reference,status\nAB-000001,ready\nAB-000001,ready\n", "line 3"),
        ("reference,status\n12,ready\n", "at least 8"),
        ("reference\nAB-000001\n", "status"),
        ("", "status.csv"),
    ] {
        let file = hall.path("status.csv");
        std::fs::write(&file, csv).unwrap();
        let file = file.display().to_string();
        hall.refused(&["status", "import", "--tenant", "harbour", "--site", "main", &file], words);
    }
    assert_eq!(kiosk.statuses(0).unwrap(), before);
}
