//! Several servers on one PostgreSQL.

use std::{
    sync::atomic::{AtomicBool, Ordering},
    thread,
};

use uuid::Uuid;

use crate::{
    courier::{Courier, envelope},
    hall::Hall,
    news::bulletin,
    postgres::Postgres,
};

/// Halls on one database; each has the first one's key.
fn halls(postgres: &Postgres, count: usize) -> Vec<Hall> {
    let settings = format!("database = \"{}\"\nkiosk_rate = 10000\nkiosk_burst = 10000", postgres.database("agency"));
    let mut first = Hall::with(&settings);
    first.serve();
    let mut halls = vec![first];
    for _ in 1..count {
        let key = halls[0].data().join("signing.key").display().to_string();
        let mut hall = Hall::with(&format!("{settings}\nsigning_key = \"{key}\""));
        hall.serve();
        halls.push(hall);
    }
    halls
}

/// Sends until some server takes it, as a courier does.
fn insist(ways: &[Courier], id: Uuid, form: &kaunter_protocol::Envelope) {
    for at in 0..1000 {
        let way = &ways[at % ways.len()];
        let body = serde_json::to_vec(form).unwrap();
        if way.try_put(&format!("/v1/forms/{id}"), &body) {
            return;
        }
    }
    panic!("no server took it");
}

#[test]
fn one_of_two_servers_is_killed_and_nothing_is_lost_or_doubled() {
    let postgres = Postgres::start();
    let mut halls = halls(&postgres, 2);
    let kiosk = halls[0].kiosk("harbour", "main", "hall-1");
    let addresses = [halls[1].address(), halls[0].address()];
    let forms: Vec<_> = (0..160).map(|at| (Uuid::now_v7(), envelope(&format!("form {at}")))).collect();
    thread::scope(|scope| {
        for part in forms.chunks(40) {
            let ways = addresses.map(|address| kiosk.at(address));
            scope.spawn(move || part.iter().for_each(|(id, form)| insist(&ways, *id, form)));
        }
        // In the middle of it.
        crate::hall::wait_for("some forms", || {
            let listed = halls[0].desk(&["tenant", "list"]);
            let line = listed.lines().find(|line| line.starts_with("harbour")).unwrap().to_owned();
            let forms = line.split_whitespace().nth(1).unwrap().parse::<usize>().unwrap();
            (forms >= 20).then_some(())
        });
        halls[1].kill();
    });
    let all_there = || assert!(halls[0].desk(&["tenant", "list"]).contains("harbour\t160 forms\t0 conflicts"));
    all_there();
    for (id, form) in &forms {
        kiosk.send(*id, form).unwrap();
    }
    all_there();
}

#[test]
fn what_one_server_is_told_all_know() {
    let postgres = Postgres::start();
    let halls = halls(&postgres, 2);
    let kiosk = halls[0].kiosk("harbour", "main", "hall-1");
    let other = kiosk.at(halls[1].address());
    let receipt = kiosk.send(Uuid::now_v7(), &envelope("one")).unwrap();
    other.send(Uuid::now_v7(), &envelope("two")).unwrap();
    assert_eq!(other.receipt(receipt.form).unwrap(), receipt);
    let page = thread::scope(|scope| {
        let waiting = scope.spawn(|| other.notices(0, 50).unwrap());
        bulletin(&halls[0], "storm", &[]);
        waiting.join().unwrap()
    });
    assert_eq!(page.notices.len(), 1);
    halls[0].desk(&["kiosk", "revoke", "--tenant", "harbour", "hall-1"]);
    // Both servers have its forms, and know its face.
    for way in [&other, &kiosk] {
        crate::courier::refused(
            way.send(Uuid::now_v7(), &envelope("late")),
            kaunter_protocol::ProblemCode::KioskRevoked,
        );
        crate::courier::refused(way.packs(), kaunter_protocol::ProblemCode::KioskRevoked);
    }
    halls[0].refused(&["backup", "--to", &halls[0].path("copy").display().to_string()], "pg_dump");
}

#[test]
fn a_copy_of_the_database_is_made_while_kiosks_write_and_brought_back() {
    let postgres = Postgres::start();
    let mut halls = halls(&postgres, 1);
    let kiosk = halls[0].kiosk("harbour", "main", "hall-1");
    let before: Vec<_> = (0..10).map(|_| (Uuid::now_v7(), envelope("before"))).collect();
    let receipts: Vec<_> = before.iter().map(|(id, form)| kiosk.send(*id, form).unwrap()).collect();
    let done = AtomicBool::new(false);
    let url = thread::scope(|scope| {
        scope.spawn(|| {
            while !done.load(Ordering::Relaxed) {
                kiosk.send(Uuid::now_v7(), &envelope("during")).unwrap();
            }
        });
        let url = postgres.brought_back("agency", "another");
        done.store(true, Ordering::Relaxed);
        url
    });
    halls[0].kill();
    let key = halls[0].data().join("signing.key").display().to_string();
    let mut hall = Hall::with(&format!("database = \"{url}\"\nsigning_key = \"{key}\""));
    hall.serve();
    let kiosk = kiosk.at(hall.address());
    for ((id, form), receipt) in before.iter().zip(receipts) {
        assert_eq!(kiosk.send(*id, form).unwrap(), receipt);
    }
    kiosk.send(Uuid::now_v7(), &envelope("after")).unwrap();
}
