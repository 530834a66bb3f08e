//! The same over the print queues of a CUPS server.

use kaunter_printer::{MediaSize, Printer, cups_queues};

use crate::machines::{Cups, Device, Kiosk, a_form, limits, seen, wait_for};

#[test]
fn a_queue_prints_and_says_so() {
    let cups = Cups::start();
    let (uri, received) = cups.queue_to_a_socket("Counter");
    let mut kiosk = Kiosk::at(&uri);
    let can = kiosk.printer.capabilities().unwrap();
    assert!(can.printable_box(MediaSize::A4, None).unwrap().is_known, "the driver's edges");
    kiosk.print().unwrap();
    assert_eq!(kiosk.follows(), "printed");
    assert!(received.lock().unwrap().as_slice() == a_form().bytes().as_ref(), "what comes out is what was sent");
}

#[test]
fn queues_are_found_by_asking_the_server() {
    let cups = Cups::start();
    cups.queue_to_a_socket("Left");
    cups.queue_to_a_socket("Right");
    let found = cups_queues(&cups.server().parse().unwrap(), limits()).unwrap();
    assert_eq!(found.iter().map(|queue| queue.name.as_str()).collect::<Vec<_>>(), ["Left", "Right"]);
    let mut kiosk = Kiosk::at(&found[1].uris[0].to_string());
    kiosk.print().unwrap();
    assert_eq!(kiosk.follows(), "printed");
    let nobody = "ipp://localhost:1".parse().unwrap();
    assert_eq!(cups_queues(&nobody, limits()).unwrap(), [], "a machine without print server");
}

#[test]
fn a_queue_is_paused_and_resumed() {
    let cups = Cups::start();
    let (uri, _) = cups.queue_to_a_socket("Counter");
    cups.admin("cupsdisable", &["Counter"]);
    let mut kiosk = Kiosk::at(&uri);
    assert!(!kiosk.printer.status().unwrap().is_ready());
    kiosk.print().unwrap();
    assert_eq!(seen(kiosk.look().unwrap()), "stopped: printer-paused");
    let mut kiosk = kiosk.restarted();
    cups.admin("cupsenable", &["Counter"]);
    assert_eq!(kiosk.follows(), "printed");
}

#[test]
fn a_queue_that_is_paused_loses_the_job_to_an_administrator() {
    let cups = Cups::start();
    let (uri, _) = cups.queue_to_a_socket("Counter");
    cups.admin("cupsdisable", &["Counter"]);
    let mut kiosk = Kiosk::at(&uri);
    kiosk.print().unwrap();
    cups.admin("cancel", &["-a", "Counter"]);
    assert_eq!(kiosk.follows(), "failed: printer-job-cancelled");
}

#[test]
fn a_queue_that_takes_no_jobs_gets_none() {
    let cups = Cups::start();
    let (uri, received) = cups.queue_to_a_socket("Counter");
    cups.admin("cupsreject", &["Counter"]);
    let mut kiosk = Kiosk::at(&uri);
    let status = kiosk.printer.status().unwrap();
    assert!(
        !status.is_ready() && status.conditions.iter().any(|condition| condition.code() == "printer-not-accepting")
    );
    assert_eq!(kiosk.print().unwrap_err().code(), "printer-not-accepting");
    assert!(received.lock().unwrap().is_empty());
}

#[test]
fn a_queue_waits_for_the_printer_behind_it() {
    let (printer, cups) = (Device::with_panel(), Cups::start());
    let mut kiosk = Kiosk::at(&cups.queue("Counter", &printer.uri()));
    kiosk.print().unwrap();
    printer.wait_for_output(1);
    assert_ne!(seen(kiosk.look().unwrap()), "printed", "the queue has sent it on, and the printer has not finished");
    let mut kiosk = kiosk.restarted();
    printer.finishes();
    wait_for("the queue hears of it", || (seen(kiosk.look().unwrap()) == "printed").then_some(()));
    assert_eq!(printer.output().len(), 1);
}
