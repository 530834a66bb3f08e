//! The kiosk's own print room before a real printer program and a real print server: jams, a pulled cable, a power cut,
//! printers that answer nonsense or never.

use std::{
    fs,
    io::{Read, Write},
    net::TcpListener,
    sync::atomic::{AtomicU64, Ordering},
    thread,
    time::Duration,
};

use kaunter_forms::Bilingual;
use kaunter_kiosk::{
    act::Act,
    printing::{BackRoom, Pace, PaperOrder, PrintRoom, PrintWishes},
    view::{PaperState, PrinterCard},
};
use kaunter_paper::{Languages, Letterhead, QueueTicket, Sheet, Stock};
use kaunter_printer::{Patience, TimeLimits};
use kaunter_store::Uuid;
use tempfile::TempDir;

use crate::forms::ENGLISH;
use crate::hall::Hall;
use crate::machines::{Cable, Cups, Device, Fate, Setup, wait_for};

/// Send-Document.
const SEND: u16 = 0x0006;

/// Short enough for a story in which nobody answers.
fn pace() -> Pace {
    let short = Duration::from_secs(2);
    Pace {
        look: Duration::from_millis(50),
        limits: TimeLimits { connect: short, answer: short, document: Duration::from_secs(10) },
        patience: Patience { between: Duration::from_millis(20), silence: Duration::from_secs(3) },
    }
}

/// A print room, what it keeps on the disk, and what it has told of its only paper.
struct Room {
    uri: String,
    back: BackRoom,
    folder: TempDir,
    told: Vec<PaperState>,
    job: Uuid,
}

impl Room {
    fn at(uri: &str) -> Self {
        Self::wishing(uri, PrintWishes::default())
    }

    fn wishing(uri: &str, wishes: PrintWishes) -> Self {
        static JOBS: AtomicU64 = AtomicU64::new(1);
        let job = Uuid::from_u128(JOBS.fetch_add(1, Ordering::Relaxed).into());
        let folder = TempDir::new().unwrap();
        let back = BackRoom::open(uri, wishes, pace(), folder.path().to_owned()).unwrap();
        Self { uri: uri.to_owned(), back, folder, told: Vec::new(), job }
    }

    /// The power is cut: what the disk has is what there is. The room before goes on like a ghost, with a disk of its own.
    fn after_a_power_cut(&self) -> Self {
        let mut next = Self { job: self.job, ..Self::at(&self.uri) };
        for file in fs::read_dir(self.folder.path()).unwrap() {
            let file = file.unwrap();
            fs::copy(file.path(), next.folder.path().join(file.file_name())).unwrap();
        }
        next.back.take_up(self.job);
        next
    }

    fn prints(&mut self, sheet: Sheet) {
        let letterhead = Letterhead { agency: [("en".into(), "Pier".into())].into(), seal: None };
        let at = "2026-11-21T09:00:00+08:00[Asia/Taipei]".parse().unwrap();
        self.back.print(PaperOrder { job: self.job, letterhead, sheet, at });
    }

    fn hears(&mut self) {
        self.told.extend(self.back.news().into_iter().map(|(job, state)| {
            assert_eq!(job, self.job);
            state
        }));
    }

    /// Waits until the paper is so.
    fn waits_for(&mut self, wanted: &PaperState) {
        wait_for(&format!("a paper that is {wanted:?}"), || {
            self.hears();
            (self.told.last() == Some(wanted)).then_some(())
        });
    }

    /// Waits until nothing more is to be heard of the paper.
    fn comes_to(&mut self) -> PaperState {
        wait_for("an end", || {
            self.hears();
            let over = |state: &&PaperState| {
                matches!(state, PaperState::Printed | PaperState::Failed { .. } | PaperState::Unknown { .. })
            };
            self.told.last().filter(over).cloned()
        })
    }

    /// Waits until the printer is shown as one that fits.
    fn sees(&self, what: &str, fits: impl Fn(&PrinterCard) -> bool) -> PrinterCard {
        wait_for(&format!("a printer that is {what}"), || Some(self.back.printer()).filter(&fits))
    }
}

fn both(words: &str) -> Bilingual {
    Bilingual { citizen: words.into(), office: words.into() }
}

fn a_ticket() -> Sheet {
    Sheet::Ticket(QueueTicket {
        languages: Languages { citizen: "en".into(), office: "en".into() },
        stock: Stock::default(),
        number: "A-001".into(),
        service: both("A person"),
        counter: None,
        drawn: both("09:00"),
        before: Some(0),
    })
}

/// A form as the counter orders it.
fn a_form() -> Sheet {
    let mut hall = Hall::new();
    hall.room.is(PrinterCard::Ready { codes: Vec::new() });
    hall.hands_in("en", &ENGLISH);
    hall.does(Act::PrintForm);
    hall.room.sheets().pop().unwrap()
}

fn waiting(code: &str) -> PaperState {
    PaperState::Waiting { codes: vec![code.into()] }
}

fn unknown(code: &str) -> PaperState {
    PaperState::Unknown { code: code.into() }
}

#[test]
fn a_paper_jams_is_freed_and_comes_out_once() {
    let printer = Device::with_panel();
    let mut room = Room::at(&printer.uri());
    room.prints(a_ticket());
    printer.wait_for_output(1);
    printer.says("+media-jam");
    room.waits_for(&waiting("printer-media-jam"));
    room.sees("jammed", |card| matches!(card, PrinterCard::Hindered { codes } if codes[0] == "printer-media-jam"));
    printer.says("-media-jam");
    printer.finishes();
    assert_eq!(room.comes_to(), PaperState::Printed);
    let output = printer.output();
    assert_eq!(output.len(), 1);
    assert!(output[0].starts_with(b"%PDF-"));
}

/// A printer out of which a paper is coming, and the cable has just been pulled.
fn pulled_while_a_paper_comes_out() -> (Device, Cable, Room) {
    let printer = Device::with_panel();
    let cable = Cable::to(printer.port());
    let mut room = Room::at(&cable.uri());
    room.prints(a_ticket());
    printer.wait_for_output(1);
    room.waits_for(&PaperState::Printing);
    cable.pull();
    (printer, cable, room)
}

#[test]
fn the_cable_is_pulled_while_a_paper_comes_out_and_plugged_in_again() {
    let (printer, cable, mut room) = pulled_while_a_paper_comes_out();
    printer.finishes();
    cable.plug_in();
    assert_eq!(room.comes_to(), PaperState::Printed, "the printer has said so, after a while of silence");
    assert_eq!((printer.output().len(), cable.count(SEND)), (1, 1));
}

#[test]
fn the_cable_is_pulled_and_stays_out_or_is_pulled_within_the_document() {
    let (_printer, _cable, mut room) = pulled_while_a_paper_comes_out();
    assert_eq!(room.comes_to(), unknown("printer-job-out-of-reach"), "a person looks");

    let printer = Device::usual();
    let cable = Cable::to(printer.port());
    cable.rule(|operation| if operation == SEND { Fate::CutAfter(4000) } else { Fate::Pass });
    let mut room = Room::at(&cable.uri());
    room.prints(a_ticket());
    wait_for("the document breaks off", || (cable.count(SEND) == 1).then_some(()));
    cable.plug_in();
    let end = room.comes_to();
    assert!(!matches!(end, PaperState::Printed), "{end:?}");
    room.sees("there again", |card| matches!(card, PrinterCard::Ready { .. }));
    assert_eq!(cable.count(SEND), 1, "nothing is sent a second time by itself");
}

#[test]
fn the_power_is_cut_while_a_paper_comes_out_and_it_is_followed_to_its_end() {
    let printer = Device::with_panel();
    let mut before = Room::at(&printer.uri());
    before.prints(a_ticket());
    printer.wait_for_output(1);
    before.waits_for(&PaperState::Printing);
    let mut after = before.after_a_power_cut();
    after.waits_for(&PaperState::Printing);
    printer.finishes();
    assert_eq!(after.comes_to(), PaperState::Printed);
    assert_eq!(printer.output().len(), 1, "and not sent again");
}

#[test]
fn printer_and_kiosk_both_lose_their_power_and_a_person_has_to_look() {
    let mut printer = Device::with_panel();
    let mut before = Room::at(&printer.uri());
    before.prints(a_ticket());
    printer.wait_for_output(1);
    before.waits_for(&PaperState::Printing);
    let mut after = before.after_a_power_cut();
    printer.switch_off();
    printer.switch_on();
    assert_eq!(after.comes_to(), unknown("printer-job-forgotten"));
    assert_eq!(printer.output().len(), 1);
}

/// Something at a port that answers each visitor with these bytes, and else says nothing and waits.
fn something(answer: &'static [u8]) -> String {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let port = listener.local_addr().unwrap().port();
    thread::spawn(move || {
        let mut held = Vec::new();
        for visitor in listener.incoming() {
            let mut visitor = visitor.unwrap();
            if answer.is_empty() {
                held.push(visitor);
            } else {
                let _ = visitor.read(&mut [0; 4096]);
                let _ = visitor.write_all(answer);
            }
        }
    });
    format!("ipp://127.0.0.1:{port}/ipp/print")
}

#[test]
fn what_answers_nonsense_or_never_prints_nothing_and_says_why() {
    const NONSENSE: &[u8] = b"HTTP/1.1 200 OK\r\nContent-Type: application/ipp\r\nContent-Length: 4\r\n\r\nhaha";
    for (uri, code) in [(something(NONSENSE), "printer-nonsense"), (something(b""), "printer-silent")] {
        let mut room = Room::at(&uri);
        let out = PrinterCard::OutOfReach { code: code.to_owned() };
        room.sees("out of reach", |card| *card == out);
        room.prints(a_ticket());
        assert_eq!(room.comes_to(), PaperState::Failed { code: code.to_owned(), detail: None });
    }
}

#[test]
fn over_a_print_server_a_paper_waits_for_a_paused_queue_and_survives_a_power_cut() {
    let cups = Cups::start();
    let (uri, received) = cups.queue_to_a_socket("Counter");
    cups.admin("cupsdisable", &["Counter"]);
    let mut before = Room::at(&uri);
    before.prints(a_ticket());
    before.waits_for(&waiting("printer-paused"));
    let mut after = before.after_a_power_cut();
    after.waits_for(&waiting("printer-paused"));
    cups.admin("cupsenable", &["Counter"]);
    assert_eq!(after.comes_to(), PaperState::Printed);
    let documents = received.lock().unwrap().windows(5).filter(|bytes| *bytes == b"%PDF-").count();
    assert_eq!(documents, 1);
}

#[test]
fn papers_come_as_they_are_wished_as_far_as_the_printer_can() {
    let printer = Device::usual();
    let wishes = PrintWishes { tray: Some("main".into()), colour: true, two_sided: true, copies: 2 };
    let mut room = Room::wishing(&printer.uri(), wishes);
    let card = room.sees("ready", |card| matches!(card, PrinterCard::Ready { codes } if !codes.is_empty()));
    assert_eq!(card, PrinterCard::Ready { codes: vec!["printer-without-sides".into()] }, "it prints all the same");
    room.prints(a_form());
    assert_eq!(room.comes_to(), PaperState::Printed);
    assert!(printer.orders()[0].starts_with("2 "), "{:?}", printer.orders());

    let mut room = Room::wishing(&printer.uri(), PrintWishes { copies: 2, ..PrintWishes::default() });
    room.prints(a_ticket());
    assert_eq!(room.comes_to(), PaperState::Printed);
    assert!(printer.orders()[1].starts_with("1 "), "a slip comes once: {:?}", printer.orders());
}

#[test]
fn a_printer_is_asked_what_somebody_may_choose_and_prints_as_they_did() {
    let printer = Device::usual();
    let mut room = Room::at(&printer.uri());
    let can = wait_for("choices", || room.back.choices());
    assert!(can.trays.iter().any(|tray| tray == "main") && can.colour && !can.two_sided, "{can:?}");
    assert!((2..=9).contains(&can.most_copies), "{can:?}");
    room.back.wish(PrintWishes { copies: 2, ..PrintWishes::default() });
    room.prints(a_form());
    assert_eq!(room.comes_to(), PaperState::Printed);
    assert!(printer.orders()[0].starts_with("2 "), "{:?}", printer.orders());
}

#[test]
fn from_a_tray_that_is_not_there_nothing_is_printed_and_the_officer_sees_it_before_a_citizen_does() {
    let printer = Device::start(Setup::default());
    let wishes = PrintWishes { tray: Some("tray-9".into()), ..PrintWishes::default() };
    let mut room = Room::wishing(&printer.uri(), wishes);
    let hindered = PrinterCard::Hindered { codes: vec!["printer-tray-unknown".into()] };
    room.sees("hindered", |card| *card == hindered);
    room.prints(a_ticket());
    assert_eq!(room.comes_to(), PaperState::Failed { code: "printer-tray-unknown".into(), detail: None });
    assert!(printer.output().is_empty());
}
