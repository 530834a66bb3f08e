//! The way to the agency as a kiosk really has it: what the counter tells is what an agency hears.

use std::{
    io::{BufRead, BufReader, Read, Write},
    net::{Shutdown, TcpListener, TcpStream},
    sync::{
        Arc,
        atomic::{AtomicUsize, Ordering},
        mpsc::{self, Sender},
    },
    thread,
    time::{Duration, Instant},
};

use jiff::{SignedDuration, Timestamp, civil::date};
use kaunter_courier::Settings;
use kaunter_kiosk::{
    DataFolder, Said, StoredRecords,
    act::Act,
    forms::records::Records,
    post::{CarriedPost, Condition, Link, Post},
};
use kaunter_protocol::{Counters, Heartbeat, Language, PrinterCondition};
use kaunter_store::KeyFile;

use crate::{
    forms::ENGLISH,
    hall::{Hall, PIN, pin},
    machines::wait_for,
};

/// Somebody who takes every kiosk in and listens to it.
struct Listener {
    address: String,
    lines: Arc<AtomicUsize>,
}

impl Listener {
    /// Tells `heard` what it hears. Where the line flaps, one connection in three holds, one breaks at once, and one in the
    /// middle of an answer.
    fn begin(heard: Sender<Heartbeat>, flaps: bool) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let address = format!("http://{}", listener.local_addr().unwrap());
        let lines = Arc::new(AtomicUsize::new(0));
        let counted = lines.clone();
        thread::spawn(move || {
            for line in listener.incoming().map_while(Result::ok) {
                let fate = if flaps { counted.fetch_add(1, Ordering::SeqCst) % 3 } else { 0 };
                let heard = heard.clone();
                thread::spawn(move || match fate {
                    0 => while answer(&line, &heard, usize::MAX).is_some() {},
                    1 => drop(line.shutdown(Shutdown::Both)),
                    _ => drop(answer(&line, &heard, 60).is_some() && line.shutdown(Shutdown::Both).is_ok()),
                });
            }
        });
        Self { address, lines }
    }
}

/// One question, and so many bytes of its answer; nothing when there are no more.
fn answer(mut line: &TcpStream, heard: &Sender<Heartbeat>, most: usize) -> Option<()> {
    let (mut reader, mut head) = (BufReader::new(line), String::new());
    while !head.ends_with("\r\n\r\n") {
        (reader.read_line(&mut head).ok()? > 0).then_some(())?;
    }
    let said = head.to_lowercase();
    let length = said.lines().find_map(|line| line.strip_prefix("content-length: ")?.parse().ok()).unwrap_or(0);
    let mut body = vec![0; length];
    reader.read_exact(&mut body).ok()?;
    let (status, told) = match head.split(' ').nth(1)? {
        "/v1/enrol" => {
            ("200 OK", r#"{"tenant":"harbour","site":"main","kiosk":"hall-1","agency_key":"AAAA"}"#.to_owned())
        }
        "/v1/heartbeat" => {
            let _ = heard.send(serde_json::from_slice(&body).unwrap());
            let now = Timestamp::now();
            ("200 OK", format!(r#"{{"server_time":"{now}","clock_ahead_seconds":0,"next_seconds":60}}"#))
        }
        _ => ("404 Not Found", r#"{"code":"not-found","next":"set-aside"}"#.to_owned()),
    };
    let length = told.len();
    let answer = format!("HTTP/1.1 {status}\r\nkaunter-supported: 1-1\r\ncontent-length: {length}\r\n\r\n{told}");
    line.write_all(&answer.as_bytes()[..answer.len().min(most)]).ok()
}

#[test]
fn the_agency_hears_what_the_counter_counted_and_how_the_kiosk_is() {
    let (told, heard) = mpsc::channel();
    let agency = Listener::begin(told, false);
    let place = tempfile::tempdir().unwrap();
    let folder = DataFolder::new(place.path());
    let key = KeyFile::new(place.path().join("store.key"));
    let records = StoredRecords::open(&folder.store(), key, Timestamp::now(), SignedDuration::from_mins(30));
    let settings = Settings { spread_seconds: 0, ..Settings::default() };
    let mut post = CarriedPost::start(records.letters().unwrap(), &folder, settings, None).unwrap();
    let (today, before) = (date(2026, 11, 22), date(2026, 11, 10));
    let visit = Counters { sessions: 1, printed: 2, print_failures: 1, ..Counters::default() };
    post.count(before, Language::Ko, &visit);
    post.count(today, Language::Ms, &visit);
    post.count(today, Language::Ms, &visit);
    let printer = PrinterCondition::NeedsAttention;
    post.tell(&Condition { up: Duration::from_secs(90), printer, room: Some(3 << 30), today });
    post.enrol(&agency.address, &Said::from("7KQ2-7KQ2-7KQ2-7KQ2"));
    let beat = heard.recv_timeout(Duration::from_secs(60)).unwrap();
    assert_eq!((beat.up_seconds, beat.printer, beat.disk_free_mib), (90, printer, 3072));
    let twice = Counters { sessions: 2, printed: 4, print_failures: 2, ..Counters::default() };
    assert_eq!(beat.days.into_iter().collect::<Vec<_>>(), [(today, [(Language::Ms, twice)].into())]);
    wait_for("the agency's answer", || (post.standing().link == Link::Reached).then_some(()));
}

/// A whole form, from the first touch to the receipt.
fn visit(hall: &mut Hall) -> Duration {
    let began = Instant::now();
    hall.hands_in("en", &ENGLISH);
    let took = began.elapsed();
    hall.does(Act::Leave);
    took
}

#[test]
fn the_screens_are_as_fast_beside_a_line_that_flaps_as_without_one() {
    let agency = Listener::begin(mpsc::channel().0, true);
    let mut cut_off = Hall::new();
    let mut beside = Hall::whose_post(|records, folder| {
        let settings = Settings { spread_seconds: 0, ..Settings::default() };
        let mut post = CarriedPost::start(records.letters().unwrap(), folder, settings, None).unwrap();
        post.enrol(&agency.address, &Said::from("7KQ2-7KQ2-7KQ2-7KQ2"));
        wait_for("the enrolment", || (post.standing().link != Link::NotEnrolled).then_some(()));
        Box::new(post)
    });
    let (mut alone, mut flapping) = (Vec::new(), Vec::new());
    for _ in 0..15 {
        // An officer who cannot wait: the courier has no rest.
        beside.does_all([Act::OfficerGesture, pin(PIN), Act::OfficerSendNow, Act::OfficerClose]);
        flapping.push(visit(&mut beside));
        alone.push(visit(&mut cut_off));
    }
    let median = |times: &mut Vec<Duration>| {
        times.sort();
        times[times.len() / 2]
    };
    let (alone, flapping, lines) = (median(&mut alone), median(&mut flapping), agency.lines.load(Ordering::SeqCst));
    println!("a form takes {alone:?} cut off, {flapping:?} beside {lines} connections that came and went");
    assert!(lines > 10, "{lines}");
    assert!(flapping < alone.mul_f64(1.5) + Duration::from_millis(20), "{flapping:?} and {alone:?}");
}
