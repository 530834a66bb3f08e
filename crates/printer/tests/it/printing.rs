//! A form is printed, or somebody at the printer keeps it from being.

use kaunter_printer::{JobState, JobTicket, Printer, PrinterError};
use uuid::Uuid;

use crate::machines::{Device, Kiosk, a_form, seen, wait_for};

#[test]
fn she_presses_print_and_the_paper_comes() {
    let printer = Device::usual();
    let mut kiosk = Kiosk::at(&printer.uri());
    kiosk.print().unwrap();
    assert_eq!(kiosk.follows(), "printed");
    assert!(matches!(kiosk.job.state, JobState::Printed { .. }));
    assert_eq!(printer.output(), [a_form().bytes().to_vec()], "the document is whole");
    assert_eq!(printer.orders(), ["1 iso_a4_210x297mm"]);
    let told: Vec<String> = kiosk
        .disk
        .states
        .iter()
        .map(|kept| seen(&serde_json::from_str::<kaunter_printer::Job>(kept).unwrap().state))
        .collect();
    assert_eq!(told.first().map(String::as_str), Some("sent"), "kept before anything is sent: {told:?}");
    assert_eq!(told.last().map(String::as_str), Some("printed"));
    assert_eq!(told.iter().filter(|told| *told == "printed").count(), 1);
    assert!(kiosk.printer.find(&kiosk.job.name()).unwrap().is_some(), "found by its name alone");
}

#[test]
fn nothing_is_printed_as_long_as_the_printer_has_not_said_so() {
    let printer = Device::with_panel();
    let mut kiosk = Kiosk::at(&printer.uri());
    kiosk.print().unwrap();
    printer.wait_for_output(1);
    for _ in 0..5 {
        assert_eq!(seen(kiosk.look().unwrap()), "printing", "all of it is there, and nothing has been said");
    }
    printer.finishes();
    assert_eq!(kiosk.follows(), "printed");
}

#[test]
fn somebody_has_to_see_to_the_printer_and_then_it_goes_on() {
    for (reason, told) in [
        ("media-empty", "stopped: printer-media-empty"),
        ("media-needed", "stopped: printer-media-needed"),
        ("cover-open", "stopped: printer-cover-open"),
        ("media-jam", "stopped: printer-media-jam"),
        ("input-tray-missing", "stopped: printer-tray-missing"),
        ("marker-supply-empty", "stopped: printer-ink-empty"),
        ("toner-low", "printing"),
    ] {
        println!("{reason}");
        let printer = Device::with_panel();
        let mut kiosk = Kiosk::at(&printer.uri());
        kiosk.print().unwrap();
        printer.wait_for_output(1);
        printer.says(&format!("+{reason}"));
        wait_for("the printer says it", || {
            let status = kiosk.printer.status().unwrap();
            status.conditions.iter().any(|condition| condition.word.starts_with(reason)).then_some(())
        });
        assert_eq!(seen(kiosk.look().unwrap()), told);
        printer.says(&format!("-{reason}"));
        kiosk.waits_for("printing");
        printer.finishes();
        assert_eq!(kiosk.follows(), "printed");
        assert_eq!(printer.output().len(), 1, "once");
    }
}

#[test]
fn the_printer_gives_up_in_the_middle() {
    let printer = Device::with_panel();
    let mut kiosk = Kiosk::at(&printer.uri());
    kiosk.print().unwrap();
    printer.says("+media-jam");
    kiosk.waits_for("stopped: printer-media-jam");
    printer.fails();
    assert_eq!(kiosk.follows(), "failed: printer-job-aborted");
    assert_eq!(kiosk.print(), Err(PrinterError::AlreadySent), "only a person prints it again, as another job");
    assert_eq!(printer.output().len(), 1);
}

#[test]
fn the_job_is_cancelled() {
    for at_the_panel in [true, false] {
        let printer = Device::with_panel();
        let mut kiosk = Kiosk::at(&printer.uri());
        kiosk.print().unwrap();
        printer.wait_for_output(1);
        if at_the_panel {
            let number = kiosk.job.state.handover().unwrap().number.unwrap();
            Kiosk::at(&printer.uri()).printer.cancel(number).unwrap();
        } else {
            kiosk.cancel().unwrap();
            kiosk.cancel().unwrap();
        }
        printer.finishes();
        assert_eq!(kiosk.follows(), "failed: printer-job-cancelled");
        kiosk.cancel().unwrap();
        assert_eq!(kiosk.print(), Err(PrinterError::AlreadySent));
    }
    let printer = Device::usual();
    let mut kiosk = Kiosk::at(&printer.uri());
    kiosk.cancel().unwrap();
    assert_eq!(seen(&kiosk.job.state), "failed: printer-job-cancelled", "before anything was sent");
    assert!(printer.output().is_empty());
}

#[test]
fn copies_are_the_printers_to_make() {
    let printer = Device::usual();
    let mut kiosk = Kiosk::at(&printer.uri());
    let ticket = |copies| JobTicket { copies, ..JobTicket::default() };
    for wrong in [0, 4] {
        let refused = kiosk.print_as(&ticket(wrong), &a_form()).unwrap_err();
        assert_eq!(refused, PrinterError::Unsupported { attribute: "copies".to_owned() });
        assert_eq!(kiosk.job.state, JobState::Prepared);
    }
    kiosk.print_as(&ticket(3), &a_form()).unwrap();
    assert_eq!(kiosk.follows(), "printed");
    assert_eq!(printer.orders(), ["3 iso_a4_210x297mm"]);
}

#[test]
fn two_counters_have_a_printer_each() {
    let (left, right) = (Device::usual(), Device::with_panel());
    let (mut at_left, mut at_right) = (Kiosk::at(&left.uri()), Kiosk::at(&right.uri()));
    at_right.print().unwrap();
    at_left.print().unwrap();
    assert_eq!(at_left.follows(), "printed");
    assert_eq!(seen(at_right.look().unwrap()), "printing");
    right.finishes();
    assert_eq!(at_right.follows(), "printed");
    assert_eq!((left.output().len(), right.output().len()), (1, 1));
    assert!(at_left.printer.find(&at_right.job.name()).unwrap().is_none(), "nothing of one at the other");
}

#[test]
fn many_jobs_of_others_do_not_hide_ours() {
    let printer = Device::usual();
    let mut ours = Kiosk::at(&printer.uri());
    ours.print().unwrap();
    for _ in 0..12 {
        let mut other = Kiosk::at(&printer.uri());
        other.print().unwrap();
        assert_eq!(other.follows(), "printed");
    }
    assert_eq!(ours.follows(), "printed");
    assert!(ours.printer.find(&ours.job.name()).unwrap().is_some());
    assert!(ours.printer.find(&format!("Kaunter {}", Uuid::new_v4())).unwrap().is_none());
}
