//! Forms arrive: twice, in the middle of a power cut, too large, with a clock three years off, on a full disk.

use std::{io::Write, net::TcpStream};

use kaunter_protocol::{Heartbeat, NextStep, PROTOCOL_HEADER, ProblemCode, SUPPORTED_HEADER};
use serde_json::json;
use uuid::Uuid;

use crate::{
    courier::{Courier, envelope, refused, told},
    hall::{Hall, wait_for},
};

fn lies(hall: &Hall, tenant: &str, forms: usize, conflicts: usize) -> bool {
    hall.desk(&["tenant", "list"]).contains(&format!("{tenant}\t{forms} forms\t{conflicts} conflicts"))
}

#[test]
fn a_form_that_arrives_twice_lies_once() {
    let hall = Hall::open();
    let kiosk = hall.kiosk("harbour", "main", "hall-1");
    let (id, form) = (Uuid::now_v7(), envelope("once"));
    let receipt = kiosk.send(id, &form).unwrap();
    assert_eq!(kiosk.send(id, &form).unwrap(), receipt);
    assert_eq!(kiosk.receipt(id).unwrap(), receipt);
    // It went by stick too, and another kiosk of the agency brings it.
    assert_eq!(hall.kiosk("harbour", "north", "hall-2").send(id, &form).unwrap(), receipt);
    assert!(lies(&hall, "harbour", 1, 0));
    refused(kiosk.receipt(Uuid::now_v7()), ProblemCode::NotFound);
}

#[test]
fn other_bytes_under_the_same_id_are_refused_and_kept_for_a_person() {
    let hall = Hall::open();
    let kiosk = hall.kiosk("harbour", "main", "hall-1");
    let (id, form) = (Uuid::now_v7(), envelope("first"));
    let receipt = kiosk.send(id, &form).unwrap();
    let other = envelope("second");
    for _ in 0..2 {
        let problem = refused(kiosk.send(id, &other), ProblemCode::FormConflict);
        assert_eq!(problem.next, NextStep::SetAside);
    }
    assert_eq!(kiosk.send(id, &form).unwrap(), receipt);
    assert!(lies(&hall, "harbour", 1, 1));
    let listed = hall.desk(&["conflicts", "--tenant", "harbour"]);
    assert!(listed.contains(&id.to_string()) && listed.contains(&other.digest().to_string()));
}

#[test]
fn the_power_goes_between_keeping_and_answering() {
    let mut hall = Hall::open();
    let kiosk = hall.kiosk("harbour", "main", "hall-1");
    let (id, form) = (Uuid::now_v7(), envelope("in the dark"));
    let body = serde_json::to_vec(&form).unwrap();
    let mut line = TcpStream::connect(hall.address()).unwrap();
    let head = format!(
        "PUT /v1/forms/{id} HTTP/1.1\r\nhost: agency\r\nauthorization: {}\r\ncontent-length: {}\r\n\r\n",
        kiosk.bearer(),
        body.len()
    );
    line.write_all(&[head.as_bytes(), &body].concat()).unwrap();
    // It is kept, and nobody has read the answer.
    wait_for("the form", || lies(&hall, "harbour", 1, 0).then_some(()));
    hall.kill();
    drop(line);
    hall.serve();
    let kiosk = kiosk.at(hall.address());
    let given = kiosk.receipt(id).unwrap();
    assert_eq!(kiosk.send(id, &form).unwrap(), given);
    assert!(lies(&hall, "harbour", 1, 0));
}

#[test]
fn what_is_no_form_is_set_aside_with_a_reason() {
    let hall = Hall::open_with("most_form_mib = 1");
    let kiosk = hall.kiosk("harbour", "main", "hall-1");
    let path = format!("/v1/forms/{}", Uuid::now_v7());
    let mut unsealed = envelope("x");
    unsealed.sealed.0 = b"{\"name\": \"Ana\"}".to_vec();
    let problem = refused(kiosk.send(Uuid::now_v7(), &unsealed), ProblemCode::EnvelopeMalformed);
    assert_eq!(problem.next, NextStep::SetAside);
    refused(kiosk.send(Uuid::from_u128(3), &envelope("x")), ProblemCode::EnvelopeMalformed);
    refused(kiosk.put::<()>("/v1/forms/no-uuid", &envelope("x")), ProblemCode::EnvelopeMalformed);
    let problem = refused(told::<()>(kiosk.say("PUT", &path, b"{ \"form\": \"Ana", &[])), ProblemCode::Malformed);
    assert!(!problem.detail.unwrap().contains("Ana"));
    let mut large = envelope("x");
    large.sealed.0.resize(3 << 20, 7);
    let problem = refused(kiosk.send(Uuid::now_v7(), &large), ProblemCode::TooLarge);
    assert_eq!(problem.next, NextStep::SetAside);
    // None of it stands in the way of the next.
    kiosk.send(Uuid::now_v7(), &envelope("good")).unwrap();
    assert!(lies(&hall, "harbour", 1, 0));
}

#[test]
fn a_body_without_an_announced_end_is_bounded_too() {
    let hall = Hall::open_with("most_form_mib = 1");
    let kiosk = hall.kiosk("harbour", "main", "hall-1");
    let mut line = TcpStream::connect(hall.address()).unwrap();
    let head = format!(
        "PUT /v1/forms/{} HTTP/1.1\r\nhost: agency\r\nauthorization: {}\r\ntransfer-encoding: chunked\r\n\r\n",
        Uuid::now_v7(),
        kiosk.bearer()
    );
    line.write_all(head.as_bytes()).unwrap();
    let chunk = [b"10000\r\n".as_slice(), &vec![b' '; 0x10000], b"\r\n"].concat();
    // Until it is refused; far before all of it has gone through.
    let taken = (0..1000).take_while(|_| line.write_all(&chunk).is_ok()).count();
    assert!(taken < 1000);
    kiosk.send(Uuid::now_v7(), &envelope("good")).unwrap();
}

#[test]
fn a_clock_three_years_off_keeps_no_form_back() {
    let hall = Hall::open();
    let kiosk = hall.kiosk("harbour", "main", "hall-1");
    let before = jiff::Timestamp::now();
    for sealed_at in ["2023-11-21T06:00:00Z", "2029-11-21T06:00:00Z"] {
        let mut form = envelope("late");
        form.sealed_at = sealed_at.parse().unwrap();
        let receipt = kiosk.send(Uuid::now_v7(), &form).unwrap();
        assert!(receipt.received_at.as_millisecond() >= before.as_millisecond());
    }
    let beat = |sequence, at: &str| -> Heartbeat {
        serde_json::from_value(json!({ "sequence": sequence, "at": at, "up_seconds": 5 })).unwrap()
    };
    let years = 3 * 365 * 86_400 - 86_400 * 400;
    assert!(kiosk.beat(&beat(1, "2022-11-21T06:00:00Z")).unwrap().clock_ahead_seconds < -years);
    assert!(kiosk.beat(&beat(2, "2034-11-21T06:00:00Z")).unwrap().clock_ahead_seconds > years);
    // One that was long under way changes nothing.
    kiosk.beat(&beat(1, "2022-11-21T06:00:00Z")).unwrap();
}

#[test]
fn on_a_full_disk_nothing_is_promised_and_nothing_lost() {
    let mut hall = Hall::open_with("most_database_mib = 1");
    let kiosk = hall.kiosk("harbour", "main", "hall-1");
    let mut kept = Vec::new();
    let problem = loop {
        let (id, mut form) = (Uuid::now_v7(), envelope("much"));
        form.sealed.0.resize(60_000, 7);
        match kiosk.send(id, &form) {
            Ok(receipt) => kept.push((id, form, receipt)),
            Err(problem) => break problem,
        }
        assert!(kept.len() < 100);
    };
    assert_eq!((problem.code, problem.next), (ProblemCode::StoreUnavailable, NextStep::Retry));
    assert!(problem.retry_after.is_some() && kept.len() > 3);
    // What was promised is there, and those who only read are served.
    for (id, form, receipt) in &kept {
        assert_eq!(kiosk.receipt(*id).unwrap(), *receipt);
        assert_eq!(kiosk.send(*id, form).unwrap(), *receipt);
    }
    assert_eq!(kiosk.text("/healthz").0, 200);
    // Somebody makes room.
    hall.kill();
    hall.set("");
    hall.serve();
    kiosk.at(hall.address()).send(Uuid::now_v7(), &envelope("again")).unwrap();
}

#[test]
fn old_servers_and_new_kiosks_know_it_of_each_other() {
    let hall = Hall::open();
    let kiosk = hall.kiosk("harbour", "main", "hall-1");
    let body = serde_json::to_vec(&envelope("x")).unwrap();
    let path = format!("/v1/forms/{}", Uuid::now_v7());
    for (version, fits) in [("1", true), ("2", false), ("x", false)] {
        let answer = kiosk.say("PUT", &path, &body, &[(PROTOCOL_HEADER, version)]);
        assert_eq!(answer.headers()[SUPPORTED_HEADER], "1-1");
        assert_eq!(answer.status().as_u16(), if fits { 200 } else { 426 }, "{version}");
    }
    let mut newer = serde_json::to_value(envelope("y")).unwrap();
    newer["colour"] = json!("blue");
    kiosk.put::<kaunter_protocol::Receipt>(&format!("/v1/forms/{}", Uuid::now_v7()), &newer).unwrap();
    assert_eq!(Courier::new(hall.address()).text("/v1/protocol").1, "{\"oldest\":1,\"newest\":1}");
}
