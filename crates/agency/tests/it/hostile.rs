//! Those who mean it ill, and kiosks that went mad: each gets its own answer, and the others are served.

use std::{
    io::{Read, Write},
    net::TcpStream,
    time::{Duration, Instant},
};

use kaunter_protocol::ProblemCode;
use proptest::{collection::vec, prelude::*, test_runner::TestRunner};
use uuid::Uuid;

use crate::{
    courier::{Courier, envelope, told},
    hall::Hall,
};

fn read_to_end(mut line: TcpStream) -> String {
    line.set_read_timeout(Some(Duration::from_secs(60))).unwrap();
    let mut answer = Vec::new();
    let _ = line.read_to_end(&mut answer);
    String::from_utf8_lossy(&answer).into_owned()
}

#[test]
fn a_hundred_that_speak_slowly_hold_nobody_up() {
    let hall = Hall::open_with("head_seconds = 1\nbody_seconds = 1");
    let kiosk = hall.kiosk("harbour", "main", "hall-1");
    let slow: Vec<_> = (0..100)
        .map(|_| {
            let mut line = TcpStream::connect(hall.address()).unwrap();
            line.write_all(b"GET /v1/packs HTTP/1.1\r\nhost: a").unwrap();
            line
        })
        .collect();
    let start = Instant::now();
    kiosk.send(Uuid::now_v7(), &envelope("beside")).unwrap();
    assert!(start.elapsed() < Duration::from_secs(20));
    // They are hung up on.
    slow.into_iter().for_each(|line| drop(read_to_end(line)));
    let mut line = TcpStream::connect(hall.address()).unwrap();
    let head = format!(
        "PUT /v1/forms/{} HTTP/1.1\r\nhost: a\r\nauthorization: {}\r\ncontent-length: 500\r\n\r\n{{",
        Uuid::now_v7(),
        kiosk.bearer()
    );
    line.write_all(head.as_bytes()).unwrap();
    let answer = read_to_end(line);
    assert!(answer.starts_with("HTTP/1.1 408") && answer.contains("\"too-slow\""), "{answer}");
}

#[test]
fn more_lines_than_the_system_gives_the_server_wait_and_nobody_is_turned_away() {
    let hall = Hall::open_holding(160, "head_seconds = 1");
    let kiosk = hall.kiosk("harbour", "main", "hall-1");
    let silent: Vec<_> = (0..300).map(|_| TcpStream::connect(hall.address()).unwrap()).collect();
    kiosk.send(Uuid::now_v7(), &envelope("behind all of them")).unwrap();
    silent.into_iter().for_each(|line| drop(read_to_end(line)));
    let log = hall.log();
    assert!(log.contains("descriptors-few"), "it says so: {log}");
    assert!(!log.contains("could not be taken in"), "it takes in only what it can hold: {log}");
}

#[test]
fn a_form_whose_line_broke_has_done_nothing_wrong() {
    let hall = Hall::open();
    let kiosk = hall.kiosk("harbour", "main", "hall-1");
    let id = Uuid::now_v7();
    let body = serde_json::to_vec(&envelope("whole")).unwrap();
    let announced = [format!("content-length: {}", body.len()), "transfer-encoding: chunked".to_owned()];
    for (at, announced) in announced.into_iter().enumerate() {
        let mut line = TcpStream::connect(hall.address()).unwrap();
        let credential = kiosk.bearer();
        let head =
            format!("PUT /v1/forms/{id} HTTP/1.1\r\nhost: a\r\nauthorization: {credential}\r\n{announced}\r\n\r\n");
        let chunk = if at == 0 { String::new() } else { format!("{:x}\r\n", body.len()) };
        line.write_all(&[head.as_bytes(), chunk.as_bytes(), &body[..body.len() / 2]].concat()).unwrap();
        line.shutdown(std::net::Shutdown::Write).unwrap();
        let answer = read_to_end(line);
        assert!(answer.contains("\"incomplete\"") && answer.contains("\"retry\""), "{answer}");
    }
    kiosk.send(id, &envelope("whole")).unwrap();
}

#[test]
fn a_kiosk_that_asks_too_often_waits_and_the_others_do_not() {
    let hall = Hall::open_with("kiosk_rate = 1\nkiosk_burst = 5");
    let (mad, calm) = (hall.kiosk("harbour", "main", "hall-1"), hall.kiosk("harbour", "main", "hall-2"));
    let answers: Vec<_> = (0..30).map(|_| mad.packs()).collect();
    let slowed = answers.into_iter().find_map(Result::err).unwrap();
    assert_eq!(slowed.code, ProblemCode::TooMany);
    assert!(slowed.retry_after.is_some());
    calm.packs().unwrap();
}

#[test]
fn what_is_no_http_is_hung_up_on() {
    let hall = Hall::open();
    for noise in [&b"\x16\x03\x01\x02\x00\x01"[..], b"\0\0\0\0\r\n\r\n", b"GET / HTTP/9.9\r\n\r\n", &[b'A'; 100_000]] {
        let mut line = TcpStream::connect(hall.address()).unwrap();
        let _ = line.write_all(noise);
        let _ = line.shutdown(std::net::Shutdown::Write);
        let answer = read_to_end(line);
        assert!(answer.is_empty() || answer.starts_with("HTTP/1.1 4"), "{answer}");
    }
    let stranger = Courier::new(hall.address());
    assert_eq!(stranger.text("/healthz"), (200, "alive\n".into()));
    assert_eq!(stranger.text("/readyz"), (200, "ready\n".into()));
    assert_eq!(stranger.text("/nothing").0, 404);
    assert_eq!(stranger.text("/v1/enrol").0, 405);
    let counted = stranger.text("/metrics").1;
    assert!(
        counted.contains("kaunter_requests_total{route=\"none\",problem=\"not-found\",status=\"404\"} 1"),
        "{counted}"
    );
    assert!(counted.contains("kaunter_forms_waiting 0"));
}

/// One server for all cases of a fuzzing: it has to survive them all.
struct Siege {
    hall: Hall,
    kiosk: Courier,
}

impl Siege {
    fn new() -> Self {
        let hall = Hall::open_with("kiosk_rate = 10000\nkiosk_burst = 100000");
        let kiosk = hall.kiosk("harbour", "main", "hall-1");
        Self { hall, kiosk }
    }

    fn survives<S: Strategy>(cases: &S, test: impl Fn(&Self, S::Value)) {
        let siege = Self::new();
        let mut runner =
            TestRunner::new(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(64) });
        let ended = runner.run(cases, |case| {
            test(&siege, case);
            Ok(())
        });
        ended.unwrap();
        assert_eq!(siege.kiosk.text("/healthz").0, 200);
    }

    fn said_to_each(&self, body: &[u8]) {
        let form = format!("/v1/forms/{}", Uuid::now_v7());
        let places = [("POST", "/v1/enrol"), ("POST", "/v1/credential"), ("POST", "/v1/heartbeat"), ("PUT", &*form)];
        for (method, path) in places {
            let answer = self.kiosk.say(method, path, body, &[]);
            if let Err(problem) = told::<serde_json::Value>(answer) {
                assert!((400..500).contains(&problem.code.status()), "{path}: {problem:?}");
            }
        }
    }
}

/// JSON of any shape, with the names that the protocol uses among others.
fn json() -> impl Strategy<Value = serde_json::Value> {
    let leaf = prop_oneof![
        Just(serde_json::Value::Null),
        any::<bool>().prop_map(Into::into),
        any::<i64>().prop_map(Into::into),
        any::<f64>().prop_map(Into::into),
        ".{0,40}".prop_map(Into::into),
        Just("2026-11-21T06:00:00Z".into()),
        Just("YWdlLWVuY3J5cHRpb24ub3JnL3YxCg==".into()),
        Just("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855".into()),
    ];
    let name = prop_oneof![
        Just("code".to_owned()),
        Just("credential".to_owned()),
        Just("next".to_owned()),
        Just("form".to_owned()),
        Just("form_version".to_owned()),
        Just("number".to_owned()),
        Just("sealed_at".to_owned()),
        Just("sealed".to_owned()),
        Just("sequence".to_owned()),
        Just("at".to_owned()),
        Just("up_seconds".to_owned()),
        Just("days".to_owned()),
        Just("packs".to_owned()),
        ".{0,12}",
    ];
    leaf.prop_recursive(4, 64, 12, move |inner| {
        prop_oneof![
            vec(inner.clone(), 0..8).prop_map(Into::into),
            proptest::collection::hash_map(name.clone(), inner, 0..12)
                .prop_map(|fields| serde_json::Value::Object(fields.into_iter().collect())),
        ]
    })
}

#[test]
fn any_bytes_are_answered() {
    Siege::survives(&vec(any::<u8>(), 0..2000), |siege, body| siege.said_to_each(&body));
}

#[test]
fn any_json_is_answered() {
    Siege::survives(&json(), |siege, body| siege.said_to_each(body.to_string().as_bytes()));
}

#[test]
fn any_envelope_that_is_cut_off_or_changed_is_answered() {
    Siege::survives(&(0usize..600, any::<u8>()), |siege, (at, byte)| {
        let mut body = serde_json::to_vec(&envelope("fuzz")).unwrap();
        siege.said_to_each(&body[..at.min(body.len())]);
        let at = at % body.len();
        body[at] = byte;
        siege.said_to_each(&body);
    });
}

#[test]
fn any_question_is_answered() {
    Siege::survives(&"/v1/(packs|notices|status|forms)[/?a-z0-9=&%.-]{0,40}", |siege, path| {
        let bearer = siege.kiosk.bearer();
        let asked = format!("GET {path} HTTP/1.1\r\nhost: a\r\nauthorization: {bearer}\r\nconnection: close\r\n\r\n");
        let mut line = TcpStream::connect(siege.hall.address()).unwrap();
        line.write_all(asked.as_bytes()).unwrap();
        let answer = read_to_end(line);
        assert!(answer.starts_with("HTTP/1.1 2") || answer.starts_with("HTTP/1.1 4"), "{path}: {answer}");
    });
}

#[test]
fn deep_json_takes_no_server_down() {
    let siege = Siege::new();
    siege.said_to_each("[".repeat(200_000).as_bytes());
    siege.said_to_each("{\"a\":".repeat(20_000).as_bytes());
    assert_eq!(siege.kiosk.text("/healthz").0, 200);
}
