//! Cables, power and restarts in the middle of a job. Whatever happens: never twice, and never "printed" on hearsay.

use kaunter_printer::{
    Capabilities, Delivery, Handover, Job, JobRecord, JobState, JobTicket, Printer, PrinterError, Sent,
};

use crate::machines::{Cable, Device, Fate, Kiosk, a_form, seen, wait_for};

/// Numbers of operations (RFC 8011 section 5.4.15).
const PRINT_JOB: u16 = 0x0002;
const CREATE_JOB: u16 = 0x0005;
const SEND_DOCUMENT: u16 = 0x0006;

#[test]
fn the_cable_is_pulled_while_it_prints_and_plugged_in_again() {
    let printer = Device::with_panel();
    let cable = Cable::to(printer.port());
    let mut kiosk = Kiosk::at(&cable.uri());
    kiosk.print().unwrap();
    printer.wait_for_output(1);
    cable.pull();
    let error = kiosk.look().unwrap_err();
    assert!(error.is_no_answer(), "{error}");
    assert_eq!(seen(&kiosk.job.state), "printing", "nothing was heard, so nothing has changed");
    printer.finishes();
    cable.plug_in();
    assert_eq!(kiosk.follows(), "printed");
    assert_eq!((printer.output().len(), cable.count(CREATE_JOB)), (1, 1));
}

#[test]
fn the_cable_stays_out_until_nobody_can_tell() {
    let printer = Device::with_panel();
    let cable = Cable::to(printer.port());
    let mut kiosk = Kiosk::at(&cable.uri());
    kiosk.print().unwrap();
    printer.wait_for_output(1);
    cable.pull();
    assert_eq!(kiosk.follows(), "unknown: printer-job-out-of-reach");
    let mut kiosk = kiosk.restarted();
    assert_eq!(seen(&kiosk.job.state), "unknown: printer-job-out-of-reach");
    cable.plug_in();
    assert_eq!(kiosk.print(), Err(PrinterError::AlreadySent));
    printer.finishes();
    kiosk.waits_for("printed");
    assert_eq!(printer.output().len(), 1, "the officer asked again, and the printer knew");
}

#[test]
fn the_answer_to_making_the_job_is_lost() {
    let printer = Device::usual();
    let cable = Cable::to(printer.port());
    let mut kiosk = Kiosk::at(&cable.uri());
    cable.rule(|operation| if operation == CREATE_JOB { Fate::LoseAnswer } else { Fate::Pass });
    assert!(kiosk.print().is_err());
    assert_eq!(seen(&kiosk.job.state), "sent");
    cable.plug_in();
    let mut kiosk = kiosk.restarted();
    assert_eq!(kiosk.follows(), "failed: printer-job-not-delivered");
    assert!(printer.output().is_empty(), "no document ever left");
    let mut again = Kiosk::at(&cable.uri());
    again.print().unwrap();
    assert_eq!(again.follows(), "printed", "the waiting job does not keep the printer");
    assert_eq!(printer.output().len(), 1);
}

#[test]
fn the_answer_to_the_document_is_lost() {
    let printer = Device::with_panel();
    let cable = Cable::to(printer.port());
    let mut kiosk = Kiosk::at(&cable.uri());
    cable.rule(|operation| if operation == SEND_DOCUMENT { Fate::LoseAnswer } else { Fate::Pass });
    let error = kiosk.print().unwrap_err();
    assert!(!error.left_nothing(), "{error}");
    printer.wait_for_output(1);
    cable.plug_in();
    let mut kiosk = kiosk.restarted();
    kiosk.waits_for("printing");
    printer.finishes();
    assert_eq!(kiosk.follows(), "unknown: printer-job-cut-short", "a person counts the pages");
    assert_eq!((printer.output().len(), cable.count(CREATE_JOB)), (1, 1));
}

#[test]
fn the_cable_is_pulled_in_the_middle_of_the_document() {
    let printer = Device::usual();
    let cable = Cable::to(printer.port());
    let mut kiosk = Kiosk::at(&cable.uri());
    cable.rule(|operation| if operation == SEND_DOCUMENT { Fate::CutAfter(100_000) } else { Fate::Pass });
    assert!(kiosk.print().is_err());
    cable.plug_in();
    let told = kiosk.restarted().follows();
    assert!(told.starts_with("failed") || told.starts_with("unknown"), "{told}");
    assert!(printer.output().iter().all(|document| document.len() < a_form().bytes().len()));
    assert_eq!(cable.count(SEND_DOCUMENT), 1);
}

#[test]
fn the_cable_is_out_before_anything_could_leave() {
    let printer = Device::usual();
    let cable = Cable::to(printer.port());
    let mut kiosk = Kiosk::at(&cable.uri());
    let capabilities = kiosk.printer.capabilities().unwrap();
    drop(printer);
    let mut delivery = Delivery::new(&kiosk.printer, &mut kiosk.disk);
    assert!(delivery.hand_over(&mut kiosk.job, &capabilities, &JobTicket::default(), &a_form()).is_err());
    assert_eq!(kiosk.job.state, JobState::Prepared, "it can be sent as if nothing had been");
    assert!(kiosk.disk.states.is_empty());
}

#[test]
fn the_kiosk_restarts_while_it_prints() {
    let printer = Device::with_panel();
    let mut kiosk = Kiosk::at(&printer.uri());
    kiosk.print().unwrap();
    printer.wait_for_output(1);
    let mut kiosk = kiosk.restarted();
    assert_eq!(seen(kiosk.look().unwrap()), "printing");
    let mut kiosk = kiosk.restarted();
    printer.finishes();
    assert_eq!(kiosk.follows(), "printed");
    assert_eq!(kiosk.restarted().print(), Err(PrinterError::AlreadySent));
    assert_eq!(printer.output().len(), 1);
}

#[test]
fn the_disk_forgets_what_the_printer_knows() {
    let printer = Device::with_panel();
    let mut kiosk = Kiosk::at(&printer.uri());
    kiosk.print().unwrap();
    printer.wait_for_output(1);
    // A copy of the disk from before is put back: the job looks as if it had never been sent.
    kiosk.disk.states.clear();
    let mut kiosk = kiosk.restarted();
    assert_eq!(kiosk.job.state, JobState::Prepared);
    kiosk.print().unwrap();
    assert_eq!(seen(&kiosk.job.state), "printing", "taken up by its name, not sent again");
    printer.finishes();
    assert!(kiosk.follows().starts_with("unknown"), "what it was sent, only the old disk knew");
    assert_eq!(printer.output().len(), 1);
}

#[test]
fn the_kiosk_restarts_before_the_document_left() {
    let printer = Device::usual();
    let mut kiosk = Kiosk::at(&printer.uri());
    let can = kiosk.printer.capabilities().unwrap();
    let number = kiosk.printer.create(&can, &JobTicket::default(), &kiosk.job.name()).unwrap();
    for known in [None, Some(number)] {
        let handover = Handover { number: known, document: Sent::Nothing };
        kiosk.disk.keep(&Job { id: kiosk.job.id, state: JobState::Sent { handover } }).unwrap();
        kiosk = kiosk.restarted();
        assert_eq!(kiosk.follows(), "failed: printer-job-not-delivered");
    }
    assert!(printer.output().is_empty());
}

#[test]
fn the_printer_loses_its_power_and_its_memory() {
    let mut printer = Device::with_panel();
    let mut kiosk = Kiosk::at(&printer.uri());
    kiosk.print().unwrap();
    printer.wait_for_output(1);
    let number = kiosk.job.state.handover().unwrap().number;
    printer.switch_off();
    assert!(kiosk.look().unwrap_err().is_no_answer());
    printer.switch_on();
    let mut next = Kiosk::at(&printer.uri());
    next.print().unwrap();
    assert_eq!(next.job.state.handover().unwrap().number, number, "it numbers from the beginning again");
    assert_eq!(kiosk.follows(), "unknown: printer-job-forgotten", "the number is another job's now");
    printer.finishes();
    assert_eq!(next.follows(), "printed");
}

#[test]
fn the_disk_is_full_before_anything_is_sent() {
    let printer = Device::usual();
    let mut kiosk = Kiosk::at(&printer.uri());
    kiosk.disk.is_full = true;
    assert_eq!(kiosk.print().unwrap_err().code(), "printer-job-unrecorded");
    assert_eq!((kiosk.printer.find(&kiosk.job.name()).unwrap(), &kiosk.job.state), (None, &JobState::Prepared));
    kiosk.disk.is_full = false;
    kiosk.print().unwrap();
    assert_eq!(kiosk.follows(), "printed");
    assert_eq!(printer.output().len(), 1);
}

#[test]
fn two_copies_of_the_kiosk_take_up_one_job() {
    let printer = Device::with_panel();
    let mut kiosk = Kiosk::at(&printer.uri());
    kiosk.print().unwrap();
    printer.wait_for_output(1);
    let twin = Kiosk { disk: kiosk.disk.clone(), job: kiosk.job.clone(), ..Kiosk::at(&printer.uri()) };
    let mut twin = twin.restarted();
    printer.finishes();
    assert_eq!((kiosk.follows().as_str(), twin.follows().as_str()), ("printed", "printed"));
    wait_for("one document", || (printer.output().len() == 1).then_some(()));
}

#[test]
fn a_printer_that_takes_jobs_in_one_step_only() {
    for is_cut in [false, true] {
        let printer = Device::usual();
        let cable = Cable::to(printer.port());
        let mut kiosk = Kiosk::at(&cable.uri());
        let one_step = Capabilities { two_steps: false, ..kiosk.printer.capabilities().unwrap() };
        if is_cut {
            cable.rule(|operation| if operation == PRINT_JOB { Fate::LoseAnswer } else { Fate::Pass });
        }
        let mut delivery = Delivery::new(&kiosk.printer, &mut kiosk.disk);
        let handed = delivery.hand_over(&mut kiosk.job, &one_step, &JobTicket::default(), &a_form());
        assert_eq!(handed.is_err(), is_cut);
        cable.plug_in();
        let told = kiosk.restarted().follows();
        assert_eq!(told, if is_cut { "unknown: printer-job-cut-short" } else { "printed" });
        assert_eq!((cable.count(PRINT_JOB), cable.count(CREATE_JOB), printer.output().len()), (1, 0, 1));
    }
}
