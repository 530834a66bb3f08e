//! Something answers that is no printer, has gone mad, or never ends.

use std::{
    io::{Read, Write},
    net::{TcpListener, TcpStream},
    sync::{
        Arc,
        atomic::{AtomicUsize, Ordering},
    },
    thread,
    time::{Duration, Instant},
};

use kaunter_printer::{Condition, IppPrinter, JobState, Printer, TimeLimits};

use crate::machines::{Device, Kiosk};

/// Answers each visitor by the bytes of its request.
fn server(answer: impl Fn(&mut TcpStream, &[u8]) -> std::io::Result<()> + Send + Sync + 'static) -> String {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let uri = format!("ipp://localhost:{}/ipp/print", listener.local_addr().unwrap().port());
    let answer = Arc::new(answer);
    thread::spawn(move || {
        for visitor in listener.incoming() {
            let (mut visitor, answer) = (visitor.unwrap(), Arc::clone(&answer));
            thread::spawn(move || {
                let request = whole_request(&mut visitor);
                drop(answer(&mut visitor, &request));
            });
        }
    });
    uri
}

/// The body of a request: its length stands in its head.
fn whole_request(visitor: &mut TcpStream) -> Vec<u8> {
    let (mut read, mut piece) = (Vec::new(), [0; 4096]);
    loop {
        let head_end = read.windows(4).position(|window: &[u8]| window == b"\r\n\r\n");
        if let Some(end) = head_end {
            let head = String::from_utf8_lossy(&read[..end]).to_lowercase();
            let length = head.lines().find_map(|line| line.strip_prefix("content-length: ")).unwrap_or("0");
            if read.len() >= end + 4 + length.trim().parse::<usize>().unwrap() {
                return read.split_off(end + 4);
            }
        }
        match visitor.read(&mut piece) {
            Ok(count) if count > 0 => read.extend_from_slice(&piece[..count]),
            _ => return read,
        }
    }
}

fn http(status: &str, kind: &str, body: &[u8]) -> Vec<u8> {
    let head = format!(
        "HTTP/1.1 {status}\r\nContent-Type: {kind}\r\nContent-Length: {}\r\nConnection: close\r\n\r\n",
        body.len()
    );
    [head.as_bytes(), body].concat()
}

/// Attributes as they travel: tag, name, value.
type Said = &'static [(u8, &'static str, &'static [u8])];

/// An IPP answer to a request, with one group of attributes.
fn ipp(request: &[u8], status: u16, group: u8, attributes: &[(u8, &str, &[u8])]) -> Vec<u8> {
    let mut message = vec![2, 0];
    message.extend(status.to_be_bytes());
    message.extend(&request[4..8]);
    message.push(group);
    for (tag, name, value) in attributes {
        message.push(*tag);
        message.extend((name.len() as u16).to_be_bytes());
        message.extend(name.as_bytes());
        message.extend((value.len() as u16).to_be_bytes());
        message.extend(*value);
    }
    message.push(3);
    http("200 OK", "application/ipp", &message)
}

fn hasty() -> TimeLimits {
    let limit = Duration::from_millis(700);
    TimeLimits { connect: limit, answer: limit, document: limit }
}

/// Asks how the printer is, and gives the code of what went wrong.
fn asked(uri: &str) -> &'static str {
    let begun = Instant::now();
    let printer = IppPrinter::new(uri.parse().unwrap(), None, hasty()).unwrap();
    let error = printer.status().unwrap_err();
    println!("{error}");
    assert!(begun.elapsed() < Duration::from_secs(10), "it took {:?}", begun.elapsed());
    error.code()
}

fn answers(answer: Vec<u8>) -> String {
    server(move |visitor, _| visitor.write_all(&answer))
}

#[test]
fn what_is_no_printer_is_told_apart() {
    for (status, kind, code) in [
        ("200 OK", "text/html", "printer-not-there"),
        ("404 Not Found", "text/html", "printer-not-there"),
        ("302 Found\r\nLocation: http://127.0.0.1:9/", "application/ipp", "printer-not-there"),
        ("401 Unauthorized\r\nWWW-Authenticate: Basic", "text/html", "printer-wants-sign-in"),
        ("426 Upgrade Required\r\nUpgrade: TLS/1.2", "text/html", "printer-wants-encryption"),
        ("500 Internal Server Error", "text/html", "printer-nonsense"),
        ("200 OK", "application/ipp", "printer-nonsense"),
    ] {
        assert_eq!(asked(&answers(http(status, kind, b"not IPP"))), code, "{status}, {kind}");
    }
    assert_eq!(asked(&answers(b"220 mail.example ESMTP\r\n".to_vec())), "printer-nonsense");
    assert_eq!(asked("ipp://localhost:1/"), "printer-offline");
}

#[test]
fn an_answer_that_never_comes_or_never_ends() {
    let silent = server(|visitor, _| visitor.read(&mut [0]).map(drop));
    assert_eq!(asked(&silent), "printer-silent");
    let head = "HTTP/1.1 200 OK\r\nContent-Type: application/ipp\r\n\r\n";
    let dripping = server(move |visitor, _| {
        visitor.write_all(head.as_bytes())?;
        loop {
            visitor.write_all(&[2])?;
            thread::park_timeout(Duration::from_millis(50));
        }
    });
    assert_eq!(asked(&dripping), "printer-silent");
    let endless = server(move |visitor, _| {
        visitor.write_all(head.as_bytes())?;
        loop {
            visitor.write_all(&[2; 65_536])?;
        }
    });
    assert!(["printer-nonsense", "printer-silent"].contains(&asked(&endless)));
    let endless_head = server(|visitor, _| {
        visitor.write_all(b"HTTP/1.1 200 OK\r\n")?;
        loop {
            visitor.write_all(b"X-Filler: aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\r\n")?;
        }
    });
    assert!(["printer-nonsense", "printer-silent"].contains(&asked(&endless_head)));
    let cut =
        answers(b"HTTP/1.1 200 OK\r\nContent-Type: application/ipp\r\nContent-Length: 50\r\n\r\n\x02\x00".to_vec());
    assert!(["printer-connection-lost", "printer-nonsense"].contains(&asked(&cut)));
    assert_eq!(asked(&server(|_, _| Ok(()))), "printer-connection-lost");
}

#[test]
fn ipp_that_says_the_wrong_things() {
    const PRINTER: u8 = 4;
    const CASES: &[(u16, Said, &str)] = &[
        (0x0507, &[], "printer-not-accepting"),
        (0x0506, &[], "printer-not-accepting"),
        (0x0402, &[], "printer-wants-sign-in"),
        (0x0406, &[], "printer-not-there"),
        (0x0400, &[], "printer-refused"),
        (0x0000, &[], "printer-nonsense"),
        (0x0000, &[(0x44, "printer-state", b"idle")], "printer-nonsense"),
        (0x0000, &[(0x23, "printer-state", &[0, 0, 0, 42])], "printer-nonsense"),
        (0x0000, &[(0x23, "printer-state", &[0, 0])], "printer-nonsense"),
        (
            0x0000,
            &[(0x23, "printer-state", &[0, 0, 0, 3]), (0x21, "printer-state-reasons", &[0, 0, 0, 1])],
            "printer-nonsense",
        ),
        (0x0000, &[(0x35, "printer-state", &[0xff, 0xff, 0])], "printer-nonsense"),
        (0x0000, &[(0x34, "printer-state", &[])], "printer-nonsense"),
        (0x0000, &[(0x37, "printer-state", &[])], "printer-nonsense"),
    ];
    for &(status, attributes, code) in CASES {
        let uri = server(move |visitor, request| visitor.write_all(&ipp(request, status, PRINTER, attributes)));
        assert_eq!(asked(&uri), code, "{status:#06x} {attributes:?}");
    }
    let of_another = server(|visitor, request| {
        let mut request = request.to_vec();
        request[7] ^= 1;
        visitor.write_all(&ipp(&request, 0, PRINTER, &[(0x23, "printer-state", &[0, 0, 0, 3])]))
    });
    assert_eq!(asked(&of_another), "printer-nonsense", "the answer to another question");
}

#[test]
fn an_old_printer_is_asked_in_its_own_version() {
    let uri = server(|visitor, request| {
        let status = if request[0] == 2 { 0x0503 } else { 0 };
        visitor.write_all(&ipp(request, status, 4, &[(0x23, "printer-state", &[0, 0, 0, 3])]))
    });
    let printer = IppPrinter::new(uri.parse().unwrap(), None, hasty()).unwrap();
    assert!(printer.status().unwrap().is_ready());
    assert!(printer.status().unwrap().is_ready());
}

/// The printer program knows no doors.
#[test]
fn a_door_stops_the_printer_and_little_ink_does_not() {
    for (state, reason, code, ready) in [
        (5, "door-open", "printer-door-open", false),
        (5, "door-open-error", "printer-door-open", false),
        (3, "marker-supply-low-warning", "printer-ink-low", true),
        (3, "toner-low", "printer-ink-low", true),
    ] {
        let uri = server(move |visitor, request| {
            let said =
                [(0x23, "printer-state", &[0, 0, 0, state][..]), (0x44, "printer-state-reasons", reason.as_bytes())];
            visitor.write_all(&ipp(request, 0, 4, &said))
        });
        let status = IppPrinter::new(uri.parse().unwrap(), None, hasty()).unwrap().status().unwrap();
        let codes: Vec<_> = status.conditions.iter().map(Condition::code).collect();
        assert_eq!((codes.as_slice(), status.is_ready()), (&[code][..], ready), "{reason}");
    }
}

#[test]
fn a_printer_goes_mad_while_it_prints() {
    let real = Device::with_panel();
    let mut kiosk = Kiosk::at(&real.uri());
    kiosk.print().unwrap();
    real.wait_for_output(1);
    let before = kiosk.job.clone();
    let count = Arc::new(AtomicUsize::new(0));
    let counted = Arc::clone(&count);
    let mad = server(move |visitor, request| {
        // Job states that are none, numbers that are none, another's name, and lies without a number.
        let job: &[(u8, &str, &[u8])] = match counted.fetch_add(1, Ordering::SeqCst) % 4 {
            0 => &[(0x21, "job-id", &[0, 0, 0, 1]), (0x23, "job-state", &[0, 0, 0, 99])],
            1 => &[(0x44, "job-id", b"one"), (0x23, "job-state", &[0, 0, 0, 9])],
            2 => &[(0x21, "job-id", &[0, 0, 0, 1]), (0x42, "job-name", b"another"), (0x44, "job-state", b"completed")],
            _ => &[(0x23, "job-state", &[0, 0, 0, 9])],
        };
        visitor.write_all(&ipp(request, 0, 2, job))
    });
    let mut confused = Kiosk { job: before, disk: kiosk.disk.clone(), ..Kiosk::at(&mad) };
    for _ in 0..12 {
        drop(confused.look());
        assert!(
            !matches!(confused.job.state, JobState::Printed { .. } | JobState::Prepared),
            "{:?}",
            confused.job.state
        );
    }
    assert!(count.load(Ordering::SeqCst) >= 12);
    real.finishes();
    assert_eq!(kiosk.follows(), "printed");
}
