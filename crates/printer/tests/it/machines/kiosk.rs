//! The kiosk's side of a story: a job, a place where it is kept, and a driver in between.

use std::{ops::ControlFlow, time::Duration};

use kaunter_printer::{
    Delivery, Document, Fingerprint, IppPrinter, Job, JobRecord, JobState, JobTicket, Patience, Printer, PrinterError,
    TimeLimits,
};
use uuid::Uuid;

use super::wait_for;

/// Short enough for a story in which nobody answers.
pub fn limits() -> TimeLimits {
    TimeLimits { connect: Duration::from_secs(2), answer: Duration::from_secs(5), document: Duration::from_secs(10) }
}

/// Bytes that a printer takes for a form.
pub fn a_form() -> Document {
    let mut form = b"%PDF-1.7\n".to_vec();
    form.extend((0..200_000_u32).flat_map(u32::to_le_bytes));
    Document::pdf(form).unwrap()
}

/// What is kept on the disk: every state as it was written, the last one the current.
#[derive(Default, Clone)]
pub struct Disk {
    pub states: Vec<String>,
    pub is_full: bool,
}

impl JobRecord for Disk {
    fn keep(&mut self, job: &Job) -> Result<(), String> {
        if self.is_full {
            return Err("the disk is full".to_owned());
        }
        self.states.push(serde_json::to_string(job).unwrap());
        Ok(())
    }
}

pub struct Kiosk {
    pub printer: IppPrinter,
    pub disk: Disk,
    pub job: Job,
}

impl Kiosk {
    /// Set up for a printer, with a job that is ready.
    pub fn at(uri: &str) -> Self {
        Self::with_pin(uri, None)
    }

    pub fn with_pin(uri: &str, pin: Option<Fingerprint>) -> Self {
        let printer = IppPrinter::new(uri.parse().unwrap(), pin, limits()).unwrap();
        Self { printer, disk: Disk::default(), job: Job::new(Uuid::new_v4()) }
    }

    /// The power is lost and comes back: only the disk is left.
    pub fn restarted(self) -> Self {
        let printer = IppPrinter::new(self.printer.uri().clone(), self.printer.pinned(), limits()).unwrap();
        let job = match self.disk.states.last() {
            Some(kept) => serde_json::from_str(kept).unwrap(),
            None => Job::new(self.job.id),
        };
        Self { printer, disk: self.disk, job }
    }

    /// Presses print.
    pub fn print(&mut self) -> Result<(), PrinterError> {
        self.print_as(&JobTicket::default(), &a_form())
    }

    pub fn print_as(&mut self, ticket: &JobTicket, document: &Document) -> Result<(), PrinterError> {
        let capabilities = self.printer.capabilities()?;
        Delivery::new(&self.printer, &mut self.disk).hand_over(&mut self.job, &capabilities, ticket, document)
    }

    /// Asks once.
    pub fn look(&mut self) -> Result<&JobState, PrinterError> {
        Delivery::new(&self.printer, &mut self.disk).look(&mut self.job)?;
        Ok(&self.job.state)
    }

    pub fn cancel(&mut self) -> Result<(), PrinterError> {
        Delivery::new(&self.printer, &mut self.disk).cancel(&mut self.job)
    }

    /// Asks until the state is told in these words.
    pub fn waits_for(&mut self, told: &str) {
        let mut last = String::new();
        wait_for(&format!("the job is {told}"), || {
            if let Err(error) = Delivery::new(&self.printer, &mut self.disk).look(&mut self.job) {
                last = error.to_string();
            }
            let now = seen(&self.job.state);
            if now != last {
                last.clone_from(&now);
                println!("{now}");
            }
            (now == told).then_some(())
        });
    }

    /// Asks until nothing more is to be heard, or the printer has been silent for a second.
    pub fn follows(&mut self) -> String {
        let patience = Patience { between: Duration::from_millis(20), silence: Duration::from_secs(1) };
        Delivery::new(&self.printer, &mut self.disk)
            .follow(&mut self.job, patience, &mut |_| ControlFlow::Continue(()))
            .unwrap();
        seen(&self.job.state)
    }
}

/// A state in a few words.
pub fn seen(state: &JobState) -> String {
    match state {
        JobState::Prepared => "prepared".to_owned(),
        JobState::Sent { .. } => "sent".to_owned(),
        JobState::Printing { .. } => "printing".to_owned(),
        JobState::Stopped { conditions, .. } => {
            format!("stopped: {}", conditions.first().map_or("nothing said", |condition| condition.code()))
        }
        JobState::Printed { .. } => "printed".to_owned(),
        JobState::Failed { fault, .. } => format!("failed: {}", fault.code()),
        JobState::Unknown { fault, .. } => format!("unknown: {}", fault.code()),
    }
}
