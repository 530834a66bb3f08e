//! A real printer, or a CUPS queue, over IPP (RFC 8011, PWG 5100.14).
//!
//! It must never know what is printed, nor remember a job: what it knows, it has asked.

use std::{collections::BTreeSet, sync::Arc};

use ipp::{
    model::{DelimiterTag, Operation},
    value::IppValue,
};

use crate::{
    Capabilities, Document, DocumentFormat, Fingerprint, JobNumber, JobReport, JobTicket, Printer, PrinterError,
    PrinterStatus, PrinterUri, Stage, TimeLimits,
    answer::{Answer, Attributes},
    capabilities,
    request::Request,
    status,
    wire::Wire,
};

/// What is asked of a job.
const OF_A_JOB: &[&str] =
    &["job-id", "job-name", "job-state", "job-state-reasons", "number-of-documents", "job-impressions-completed"];
/// Jobs that are looked through for one of ours.
const MOST_JOBS: i32 = 500;
/// Status codes (RFC 8011 appendix B.1.4 and B.1.5).
mod code {
    pub const NOT_AUTHENTICATED: u16 = 0x0402;
    pub const NOT_AUTHORIZED: u16 = 0x0403;
    pub const NOT_POSSIBLE: u16 = 0x0404;
    pub const NOT_FOUND: u16 = 0x0406;
    pub const GONE: u16 = 0x0407;
    pub const SERVICE_UNAVAILABLE: u16 = 0x0502;
    pub const TEMPORARY_ERROR: u16 = 0x0505;
    pub const NOT_ACCEPTING_JOBS: u16 = 0x0506;
    pub const BUSY: u16 = 0x0507;
}

/// A printer at an address.
#[derive(Debug)]
pub struct IppPrinter {
    wire: Wire,
}

impl IppPrinter {
    /// The printer at an address. Nothing is sent yet.
    ///
    /// `pinned` is the certificate of an earlier meeting; without one, the first that is shown is taken and can be read
    /// from [`pinned`](Self::pinned) to be kept with the address.
    ///
    /// # Errors
    /// [`PrinterError::EncryptionFailed`] where this machine cannot encrypt at all.
    pub fn new(uri: PrinterUri, pinned: Option<Fingerprint>, limits: TimeLimits) -> Result<Self, PrinterError> {
        Wire::new(uri, pinned, limits).map(|wire| Self { wire })
    }

    /// Its address.
    #[must_use]
    pub fn uri(&self) -> &PrinterUri {
        self.wire.uri()
    }

    /// The certificate by which it is known, once an encrypted connection was made.
    #[must_use]
    pub fn pinned(&self) -> Option<Fingerprint> {
        self.wire.pinned()
    }

    /// Asks, and refuses every answer but a success.
    fn ask(&self, request: Request, document: Option<&Document>) -> Result<Answer, PrinterError> {
        let operation = request.operation;
        let answer = self.wire.ask(request, document.map(|document| Arc::clone(document.bytes())))?;
        if answer.is_success() { Ok(answer) } else { Err(self.declined(operation, &answer)) }
    }

    fn declined(&self, operation: &'static str, answer: &Answer) -> PrinterError {
        let (uri, status) = (self.uri().to_string(), answer.status);
        match status {
            code::NOT_AUTHENTICATED | code::NOT_AUTHORIZED => PrinterError::WantsSignIn { uri },
            code::SERVICE_UNAVAILABLE | code::TEMPORARY_ERROR | code::NOT_ACCEPTING_JOBS | code::BUSY => {
                PrinterError::NotAccepting { uri, status }
            }
            code::NOT_FOUND if operation == "Get-Printer-Attributes" => PrinterError::NotAPrinter { uri, status: 404 },
            _ => PrinterError::Refused { uri, operation, status, message: answer.message() },
        }
    }

    fn printer_attributes(&self, wanted: &[&str]) -> Result<Answer, PrinterError> {
        let request = Request::new(Operation::GetPrinterAttributes, self.uri())?.signed()?.wanting(wanted)?;
        self.ask(request, None)
    }

    /// A request that makes or checks a job, answered: refused also where the printer would print otherwise than asked.
    fn ask_for_job(&self, request: Request, document: Option<&Document>) -> Result<Answer, PrinterError> {
        let operation = request.operation;
        let answer = self.ask(request, document)?;
        let matters = ["media", "media-col", "copies", "sides", "document-format"];
        let changed = answer.unsupported().into_iter().find(|name| matters.contains(&name.as_str()));
        match changed {
            Some(attribute) if operation == "Validate-Job" => Err(PrinterError::Unsupported { attribute }),
            // A job that was made is not declined any more: it is followed, and what was changed is on the log.
            Some(attribute) => {
                tracing::warn!(uri = %self.uri(), operation, attribute, "done otherwise than asked");
                Ok(answer)
            }
            None => Ok(answer),
        }
    }

    fn number_of(answer: &Answer) -> Result<JobNumber, PrinterError> {
        let job = answer.group(DelimiterTag::JobAttributes);
        let number = job.required("job-id", job.integer("job-id")?)?;
        if number < 1 { Err(job.nonsense("job-id", "is no number of a job")) } else { Ok(number) }
    }

    fn jobs(&self, which: &str) -> Result<Answer, PrinterError> {
        let mut request = Request::new(Operation::GetJobs, self.uri())?.signed()?.wanting(OF_A_JOB)?;
        request.about("which-jobs", IppValue::new_keyword(which))?;
        request.about("limit", Ok(IppValue::Integer(MOST_JOBS)))?;
        self.ask(request, None)
    }

    fn job_report(&self, job: &Attributes<'_>) -> Result<JobReport, PrinterError> {
        let mut report = read_job(job)?;
        // Why a job does not go on, printers say of themselves.
        if matches!(report.stage, Stage::Pending | Stage::Held | Stage::Processing | Stage::ProcessingStopped) {
            report.conditions = self.status()?.conditions;
        }
        Ok(report)
    }
}

impl Printer for IppPrinter {
    fn capabilities(&self) -> Result<Capabilities, PrinterError> {
        Capabilities::read(&self.printer_attributes(capabilities::WANTED)?)
    }

    fn status(&self) -> Result<PrinterStatus, PrinterError> {
        PrinterStatus::read(&self.printer_attributes(status::WANTED)?)
    }

    fn validate(
        &self,
        printer: &Capabilities,
        ticket: &JobTicket,
        format: DocumentFormat,
        name: &str,
    ) -> Result<(), PrinterError> {
        let mut request = ticket.request(Operation::ValidateJob, self.uri(), printer, name)?;
        request.about("document-format", IppValue::new_mime_media_type(format.mime()))?;
        self.ask_for_job(request, None).map(drop)
    }

    fn create(&self, printer: &Capabilities, ticket: &JobTicket, name: &str) -> Result<JobNumber, PrinterError> {
        let request = ticket.request(Operation::CreateJob, self.uri(), printer, name)?;
        Self::number_of(&self.ask_for_job(request, None)?)
    }

    fn send(&self, number: JobNumber, document: &Document) -> Result<(), PrinterError> {
        let mut request = Request::of_job(Operation::SendDocument, self.uri(), number)?;
        request.about("document-format", IppValue::new_mime_media_type(document.format().mime()))?;
        request.about("last-document", Ok(IppValue::Boolean(true)))?;
        self.ask(request, Some(document)).map(drop)
    }

    fn print(
        &self,
        printer: &Capabilities,
        ticket: &JobTicket,
        document: &Document,
        name: &str,
    ) -> Result<JobNumber, PrinterError> {
        let mut request = ticket.request(Operation::PrintJob, self.uri(), printer, name)?;
        request.about("document-format", IppValue::new_mime_media_type(document.format().mime()))?;
        Self::number_of(&self.ask_for_job(request, Some(document))?)
    }

    fn report(&self, number: JobNumber, name: &str) -> Result<Option<JobReport>, PrinterError> {
        let request = Request::of_job(Operation::GetJobAttributes, self.uri(), number)?.wanting(OF_A_JOB)?;
        let answer = match self.ask(request, None) {
            Err(PrinterError::Refused { status: code::NOT_FOUND | code::GONE, .. }) => return Ok(None),
            answered => answered?,
        };
        let job = answer.group(DelimiterTag::JobAttributes);
        match job.word("job-name")? {
            Some(known) if known == name => self.job_report(&job).map(Some),
            _ => Ok(None),
        }
    }

    fn find(&self, name: &str) -> Result<Option<JobReport>, PrinterError> {
        for which in ["not-completed", "completed"] {
            let answer = self.jobs(which)?;
            let mut seen = BTreeSet::new();
            let mut newest: Option<(JobNumber, Attributes<'_>)> = None;
            for job in answer.groups(DelimiterTag::JobAttributes) {
                let number = job.required("job-id", job.integer("job-id")?)?;
                if !seen.insert(number) {
                    return Err(job.nonsense("job-id", "stands twice"));
                }
                let is_ours = job.word("job-name")?.as_deref() == Some(name);
                if is_ours && newest.as_ref().is_none_or(|(newest, _)| number > *newest) {
                    newest = Some((number, job));
                }
            }
            if let Some((_, job)) = newest {
                return self.job_report(&job).map(Some);
            }
        }
        Ok(None)
    }

    fn cancel(&self, number: JobNumber) -> Result<(), PrinterError> {
        let request = Request::of_job(Operation::CancelJob, self.uri(), number)?;
        match self.ask(request, None) {
            Err(PrinterError::Refused { status: code::NOT_POSSIBLE | code::NOT_FOUND | code::GONE, .. }) => Ok(()),
            answered => answered.map(drop),
        }
    }
}

fn read_job(job: &Attributes<'_>) -> Result<JobReport, PrinterError> {
    let number = job.required("job-id", job.integer("job-id")?)?;
    let stage = match job.required("job-state", job.integer("job-state")?)? {
        3 => Stage::Pending,
        4 => Stage::Held,
        5 => Stage::Processing,
        6 => Stage::ProcessingStopped,
        7 => Stage::Canceled,
        8 => Stage::Aborted,
        9 => Stage::Completed,
        _ => return Err(job.nonsense("job-state", "is none of the seven")),
    };
    let with_errors = job.words("job-state-reasons")?.iter().any(|reason| reason == "job-completed-with-errors");
    Ok(JobReport {
        number,
        stage,
        with_errors,
        documents: job.count("number-of-documents")?,
        impressions: job.count("job-impressions-completed")?,
        conditions: Vec::new(),
    })
}
