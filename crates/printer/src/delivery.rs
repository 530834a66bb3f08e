//! Brings a job to a printer and follows it until it is over, keeping its state before each step that matters.
//!
//! It decides nothing: what a state becomes, [`JobState::after`] says. It must never know how a printer is reached, nor
//! send the same job twice.

use std::{
    ops::ControlFlow,
    thread,
    time::{Duration, Instant},
};

use crate::{
    Capabilities, Document, Heard, Job, JobFault, JobNumber, JobState, JobTicket, Printer, PrinterError, Sent,
};

/// Where the state of a job outlives the process.
pub trait JobRecord {
    /// Keeps the state; when this returns, it survives a power cut.
    ///
    /// # Errors
    /// Why it could not be kept, for the log.
    fn keep(&mut self, job: &Job) -> Result<(), String>;
}

/// How long a job is followed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Patience {
    /// Between two questions.
    pub between: Duration,
    /// How long a printer that does not answer is asked again before the job counts as [`JobState::Unknown`].
    pub silence: Duration,
}

impl Default for Patience {
    /// A question each second, and two minutes of silence.
    fn default() -> Self {
        Self { between: Duration::from_secs(1), silence: Duration::from_secs(120) }
    }
}

/// One printer, and the place where jobs are kept.
pub struct Delivery<'a> {
    printer: &'a dyn Printer,
    record: &'a mut dyn JobRecord,
}

impl<'a> Delivery<'a> {
    /// Between a printer and a record.
    pub fn new(printer: &'a dyn Printer, record: &'a mut dyn JobRecord) -> Self {
        Self { printer, record }
    }

    /// Hands a prepared job over. Afterwards its state says how far that came, also where an error is returned: as long
    /// as it is [`JobState::Prepared`], nothing was sent.
    ///
    /// A job that the printer knows already, by its name, is taken up and not sent again.
    ///
    /// Returns when the printer has the whole document, which can take as long as [`TimeLimits`](crate::TimeLimits)
    /// allows: meanwhile another thread can ask the printer how it is.
    ///
    /// # Errors
    /// [`PrinterError::AlreadySent`] for a job in any other state; [`PrinterError::NotRecorded`] where its state cannot
    /// be kept; else what kept the printer from taking it.
    pub fn hand_over(
        &mut self,
        job: &mut Job,
        capabilities: &Capabilities,
        ticket: &JobTicket,
        document: &Document,
    ) -> Result<(), PrinterError> {
        if job.state != JobState::Prepared {
            return Err(PrinterError::AlreadySent);
        }
        ticket.check(capabilities)?;
        if !capabilities.takes(document.format().mime()) {
            return Err(PrinterError::FormatUnsupported { formats: capabilities.formats.clone() });
        }
        if let Some(report) = self.printer.find(&job.name())? {
            tracing::warn!(job = %job.id, number = report.number, "the printer has this job already");
            return self.hear(job, &Heard::Report(report));
        }
        self.printer.validate(capabilities, ticket, document.format(), &job.name())?;
        self.hear(job, &Heard::Asking).inspect_err(|_| job.state = JobState::Prepared)?;
        if capabilities.two_steps {
            let number = self.make(job, capabilities, ticket)?;
            self.send(job, number, document)
        } else {
            self.print(job, capabilities, ticket, document)
        }
    }

    /// Asks the printer once how the job stands. Also after a restart, and for one that is [`JobState::Unknown`].
    ///
    /// # Errors
    /// Where the printer cannot be asked; the state stays as it was.
    pub fn look(&mut self, job: &mut Job) -> Result<(), PrinterError> {
        let Some(handover) = job.state.handover() else { return Ok(()) };
        let heard = self.ask(job, handover.number)?;
        self.hear(job, &heard)?;
        // A job that waits for a document which never began to leave: nobody will send it any more.
        if let JobState::Sent { handover } = job.state
            && let (Some(number), Sent::Nothing) = (handover.number, handover.document)
        {
            self.printer.cancel(number)?;
            let heard = self.ask(job, Some(number))?;
            return self.hear(job, &heard);
        }
        Ok(())
    }

    /// Asks again and again until the job is over, `watch` breaks off, or the printer has been silent for too long.
    /// `watch` sees the state after each question. The thread can be woken early with [`thread::Thread::unpark`].
    ///
    /// # Errors
    /// [`PrinterError::NotRecorded`] where a new state cannot be kept.
    pub fn follow(
        &mut self,
        job: &mut Job,
        patience: Patience,
        watch: &mut dyn FnMut(&JobState) -> ControlFlow<()>,
    ) -> Result<(), PrinterError> {
        let mut heard_last = Instant::now();
        loop {
            match self.look(job) {
                Ok(()) => heard_last = Instant::now(),
                Err(error @ PrinterError::NotRecorded { .. }) => return Err(error),
                Err(error) => tracing::info!(job = %job.id, %error, "cannot be asked"),
            }
            if heard_last.elapsed() >= patience.silence {
                self.hear(job, &Heard::GivenUp)?;
            }
            if watch(&job.state).is_break() || job.state.is_over() || job.state == JobState::Prepared {
                return Ok(());
            }
            thread::park_timeout(patience.between);
        }
    }

    /// Cancels the job; afterwards its state says what came of it.
    ///
    /// # Errors
    /// Where the printer cannot be asked; a job that is not cancelled may still come out.
    pub fn cancel(&mut self, job: &mut Job) -> Result<(), PrinterError> {
        if job.state == JobState::Prepared {
            return self.hear(job, &Heard::Declined(JobFault::Cancelled));
        }
        if job.state.handover().is_some_and(|handover| handover.number.is_none()) {
            self.look(job)?;
        }
        if let Some(number) = job.state.handover().and_then(|handover| handover.number) {
            self.printer.cancel(number)?;
        }
        self.look(job)
    }

    fn make(
        &mut self,
        job: &mut Job,
        capabilities: &Capabilities,
        ticket: &JobTicket,
    ) -> Result<JobNumber, PrinterError> {
        match self.printer.create(capabilities, ticket, &job.name()) {
            Ok(number) => self.hear(job, &Heard::Made(number)).map(|()| number),
            Err(error) => self.declined(job, error),
        }
    }

    fn send(&mut self, job: &mut Job, number: JobNumber, document: &Document) -> Result<(), PrinterError> {
        // From here on paper may come out, and the record has to know first.
        self.hear(job, &Heard::Sending)?;
        let Err(error) = self.printer.send(number, document) else {
            return self.hear(job, &Heard::Taken);
        };
        match error {
            PrinterError::Offline { .. }
            | PrinterError::EncryptionFailed { .. }
            | PrinterError::CertificateChanged { .. } => self.hear(job, &Heard::NothingLeft)?,
            // Declined, but the job is still there: it must not wait for another document.
            _ if error.left_nothing() => self.cancel(job)?,
            _ => {}
        }
        Err(error)
    }

    fn print(
        &mut self,
        job: &mut Job,
        capabilities: &Capabilities,
        ticket: &JobTicket,
        document: &Document,
    ) -> Result<(), PrinterError> {
        self.hear(job, &Heard::Sending)?;
        match self.printer.print(capabilities, ticket, document, &job.name()) {
            Ok(number) => {
                job.state = job.state.after(&Heard::Made(number));
                self.hear(job, &Heard::Taken)
            }
            Err(error) => self.declined(job, error),
        }
    }

    /// After the printer was asked for a job and gave none.
    fn declined<T>(&mut self, job: &mut Job, error: PrinterError) -> Result<T, PrinterError> {
        if error.left_nothing() {
            let fault = if error.is_no_answer() { JobFault::NotDelivered } else { JobFault::Declined };
            self.hear(job, &Heard::Declined(fault))?;
        }
        Err(error)
    }

    fn ask(&self, job: &Job, number: Option<JobNumber>) -> Result<Heard, PrinterError> {
        let name = job.name();
        let by_number = match number {
            Some(number) => self.printer.report(number, &name)?,
            None => None,
        };
        let found = match by_number {
            Some(report) => Some(report),
            None => self.printer.find(&name)?,
        };
        Ok(found.map_or(Heard::NoSuchJob, Heard::Report))
    }

    /// Takes something in, and keeps what it changed.
    fn hear(&mut self, job: &mut Job, heard: &Heard) -> Result<(), PrinterError> {
        let after = job.state.after(heard);
        if after == job.state {
            return Ok(());
        }
        tracing::info!(job = %job.id, ?heard, state = ?after, "a print job");
        job.state = after;
        self.record.keep(job).map_err(|cause| PrinterError::NotRecorded { cause })
    }
}
