//! The way to the agency as a kiosk really has it: what the counter tells is what an agency hears.

use std::{
    io::{BufRead, BufReader, ErrorKind, Read, Write},
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

/// How an agency's line is.
#[derive(Clone)]
enum Line {
    Sound,
    /// One connection in three holds, one breaks at once, and one in the middle of an answer.
    Flapping,
    /// Whoever brings a form is left without an answer; each such connection is told here.
    Hanging(Sender<TcpStream>),
}

impl Listener {
    /// Tells `heard` what it hears.
    fn begin(heard: Sender<Heartbeat>, line: Line) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let address = format!("http://{}", listener.local_addr().unwrap());
        let lines = Arc::new(AtomicUsize::new(0));
        let counted = lines.clone();
        thread::spawn(move || {
            for stream in listener.incoming().map_while(Result::ok) {
                let number = counted.fetch_add(1, Ordering::SeqCst);
                let (heard, line) = (heard.clone(), line.clone());
                thread::spawn(move || match (&line, number % 3) {
                    (Line::Sound | Line::Hanging(_), _) | (Line::Flapping, 0) => {
                        while answer(&stream, &heard, &line, usize::MAX).is_some() {}
                    }
                    (Line::Flapping, 1) => drop(stream.shutdown(Shutdown::Both)),
                    (Line::Flapping, _) => {
                        answer(&stream, &heard, &line, 60);
                        stream.shutdown(Shutdown::Both).ok();
                    }
                });
            }
        });
        Self { address, lines }
    }

    /// A hall whose kiosk this agency knows.
    fn takes_in(&self) -> Hall {
        Hall::whose_post(|records, folder| {
            let settings = Settings { spread_seconds: 0, ..Settings::default() };
            let mut post = CarriedPost::start(records.letters().unwrap(), folder, settings, None).unwrap();
            post.enrol(&self.address, &Said::from("7KQ2-7KQ2-7KQ2-7KQ2"));
            wait_for("the enrolment", || (post.standing().link != Link::NotEnrolled).then_some(()));
            Box::new(post)
        })
    }
}

/// One question, and so many bytes of its answer; nothing when there are no more.
fn answer(mut stream: &TcpStream, heard: &Sender<Heartbeat>, line: &Line, most: usize) -> Option<()> {
    let (mut reader, mut head) = (BufReader::new(stream), String::new());
    while !head.ends_with("\r\n\r\n") {
        (reader.read_line(&mut head).ok()? > 0).then_some(())?;
    }
    let said = head.to_lowercase();
    let length = said.lines().find_map(|line| line.strip_prefix("content-length: ")?.parse().ok()).unwrap_or(0);
    let mut body = vec![0; length];
    reader.read_exact(&mut body).ok()?;
    let path = head.split(' ').nth(1)?;
    if let (Line::Hanging(hanging), true) = (line, path.starts_with("/v1/forms/")) {
        hanging.send(stream.try_clone().ok()?).ok()?;
        return None;
    }
    let (status, told) = match path {
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
    stream.write_all(&answer.as_bytes()[..answer.len().min(most)]).ok()
}

#[test]
fn the_agency_hears_what_the_counter_counted_and_how_the_kiosk_is() {
    let (told, heard) = mpsc::channel();
    let agency = Listener::begin(told, Line::Sound);
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

/// An officer who cannot wait.
fn send_now(hall: &mut Hall) {
    hall.does_all([Act::OfficerGesture, pin(PIN), Act::OfficerSendNow, Act::OfficerClose]);
}

#[test]
fn nobody_waits_for_a_courier_whom_the_agency_leaves_without_an_answer() {
    let (told, hanging) = mpsc::channel();
    let mut hall = Listener::begin(mpsc::channel().0, Line::Hanging(told)).takes_in();
    hall.hands_in("en", &ENGLISH);
    hall.does(Act::Leave);
    let stream = hanging.recv_timeout(Duration::from_secs(60)).expect("the courier brings the form");
    hall.waits(10);
    hall.hands_in("en", &ENGLISH);
    hall.does(Act::Leave);
    send_now(&mut hall);
    hall.waits(10);
    hall.hands_in("en", &ENGLISH);
    assert!(hanging.try_recv().is_err(), "the courier has come to another form");
    // Whoever had waited, had waited until the courier gave up.
    stream.set_nonblocking(true).unwrap();
    let still_open = (&stream).read(&mut [0]).is_err_and(|error| error.kind() == ErrorKind::WouldBlock);
    assert!(still_open, "the courier does not wait for the answer any more");
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
#[ignore = "a measurement: cargo xtask bench line"]
fn how_long_a_form_takes_beside_a_line_that_flaps_and_without_one() {
    let agency = Listener::begin(mpsc::channel().0, Line::Flapping);
    let (mut cut_off, mut beside) = (Hall::new(), agency.takes_in());
    let (mut alone, mut flapping) = (Vec::new(), Vec::new());
    for _ in 0..15 {
        // The courier has no rest.
        send_now(&mut beside);
        flapping.push(visit(&mut beside));
        alone.push(visit(&mut cut_off));
    }
    let median = |times: &mut Vec<Duration>| {
        times.sort();
        times[times.len() / 2]
    };
    let (alone, flapping, lines) = (median(&mut alone), median(&mut flapping), agency.lines.load(Ordering::SeqCst));
    println!("a form takes {alone:?} cut off, {flapping:?} beside {lines} connections that came and went");
    assert!(lines > 10, "the line did not flap: {lines}");
}
