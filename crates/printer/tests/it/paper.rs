//! What is asked before printing: paper, edges, supplies.

use kaunter_printer::{ConditionKind, JobState, JobTicket, MediaSize, Printer, PrinterState};

use crate::machines::{Device, Kiosk, Setup, a_form};

#[test]
fn the_printer_says_what_it_can_do() {
    let printer = Device::usual();
    let kiosk = Kiosk::at(&printer.uri());
    let can = kiosk.printer.capabilities().unwrap();
    assert_eq!(can.name.as_deref(), Some("Counter 3"));
    assert!(can.uuid.unwrap().starts_with("urn:uuid:"));
    assert!(can.two_steps && can.colour);
    assert_eq!((can.most_copies, can.resolutions.as_slice()), (3, &[(100, 100), (300, 300)][..]));
    assert_eq!(can.trays, ["auto", "main"]);
    let status = kiosk.printer.status().unwrap();
    assert!(status.is_ready());
    assert_eq!((status.state, status.queued), (PrinterState::Idle, Some(0)));
    assert_eq!((status.supplies[0].name.as_str(), status.supplies[0].percent), ("black", Some(64)));
}

#[test]
fn ink_lands_within_the_edges_of_the_sheet_that_is_loaded() {
    let printer = Device::usual();
    let can = Kiosk::at(&printer.uri()).printer.capabilities().unwrap();
    let inner = can.printable_box(MediaSize::A4, None).unwrap();
    assert_eq!((inner.left, inner.top), (318, 300));
    assert_eq!((inner.width, inner.height), (21_000 - 318 - 423, 29_700 - 300 - 423));
    assert!(inner.is_known);
    let letter = MediaSize { width: 21_590, height: 27_940 };
    assert_eq!(can.printable_box(letter, None).unwrap().top, 423, "not loaded: as the printer knows it");
}

#[test]
fn letter_lies_where_a4_should() {
    let printer = Device::start(Setup { loaded: "na_letter_8.5x11in", ..Setup::default() });
    let kiosk = Kiosk::at(&printer.uri());
    let can = kiosk.printer.capabilities().unwrap();
    let hindrance = JobTicket::default().hindrance(&can).unwrap();
    assert_eq!((hindrance.kind, hindrance.code()), (ConditionKind::WrongSize, "printer-wrong-size"));
    assert!(hindrance.stops_printing());
    assert!(JobTicket::default().check(&can).is_ok(), "it could, with other paper");
    let letter = JobTicket { size: MediaSize { width: 21_590, height: 27_940 }, ..JobTicket::default() };
    assert_eq!(letter.hindrance(&can), None);
}

#[test]
fn a_printer_that_knows_no_a4_gets_nothing() {
    let printer =
        Device::start(Setup { sizes: vec!["na_letter_8.5x11in"], loaded: "na_letter_8.5x11in", ..Setup::default() });
    let mut kiosk = Kiosk::at(&printer.uri());
    assert_eq!(kiosk.print().unwrap_err().code(), "printer-size-unsupported");
    assert_eq!(kiosk.job.state, JobState::Prepared);
    assert_eq!(kiosk.printer.find(&kiosk.job.name()).unwrap(), None);
}

#[test]
fn a_tray_is_chosen_by_its_name() {
    let printer = Device::usual();
    let ticket = |tray: &str| JobTicket { tray: Some(tray.to_owned()), ..JobTicket::default() };
    let mut kiosk = Kiosk::at(&printer.uri());
    assert_eq!(kiosk.print_as(&ticket("cellar"), &a_form()).unwrap_err().code(), "printer-tray-unknown");
    kiosk.print_as(&ticket("main"), &a_form()).unwrap();
    assert_eq!(kiosk.follows(), "printed");
}
