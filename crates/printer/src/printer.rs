//! What the kiosk asks of a printer, as a trait: behind it stands a real printer, or whatever a test puts there.
//!
//! It must never know how a printer is reached.

use crate::{Capabilities, Document, DocumentFormat, JobNumber, JobReport, JobTicket, PrinterError, PrinterStatus};

/// A printer. Every call ends within the printer's time limits.
///
/// The errors of all calls are those of [`PrinterError`]; whether one of them may have changed something at the printer
/// says [`PrinterError::left_nothing`].
pub trait Printer: Send + Sync {
    /// What it can do.
    ///
    /// # Errors
    /// Where the printer does not answer, or nonsense.
    fn capabilities(&self) -> Result<Capabilities, PrinterError>;

    /// How it is now.
    ///
    /// # Errors
    /// Where the printer does not answer, or nonsense.
    fn status(&self) -> Result<PrinterStatus, PrinterError>;

    /// Asks whether it would take such a job (Validate-Job). Nothing comes of it.
    ///
    /// # Errors
    /// Where it would not.
    fn validate(
        &self,
        printer: &Capabilities,
        ticket: &JobTicket,
        format: DocumentFormat,
        name: &str,
    ) -> Result<(), PrinterError>;

    /// Makes a job without a document (Create-Job).
    ///
    /// # Errors
    /// Where the printer does not make it, or it is not known whether it did.
    fn create(&self, printer: &Capabilities, ticket: &JobTicket, name: &str) -> Result<JobNumber, PrinterError>;

    /// Sends a job its only document (Send-Document).
    ///
    /// # Errors
    /// Where the printer does not take it, or it is not known whether it did.
    fn send(&self, number: JobNumber, document: &Document) -> Result<(), PrinterError>;

    /// Makes a job with its document in one step (Print-Job), for printers without Create-Job.
    ///
    /// # Errors
    /// Where the printer does not take it, or it is not known whether it did.
    fn print(
        &self,
        printer: &Capabilities,
        ticket: &JobTicket,
        document: &Document,
        name: &str,
    ) -> Result<JobNumber, PrinterError>;

    /// How the job of this number and name stands; `None` where the printer knows no such job, or the number belongs to
    /// a job of another name.
    ///
    /// # Errors
    /// Where the printer does not answer, or nonsense.
    fn report(&self, number: JobNumber, name: &str) -> Result<Option<JobReport>, PrinterError>;

    /// How the newest job of this name stands, among those that wait and those that are done (Get-Jobs); `None` where
    /// the printer knows none.
    ///
    /// # Errors
    /// Where the printer does not answer, or nonsense.
    fn find(&self, name: &str) -> Result<Option<JobReport>, PrinterError>;

    /// Cancels a job (Cancel-Job). One that is over is none any more, which is no error.
    ///
    /// # Errors
    /// Where the printer does not cancel it, or it is not known whether it did.
    fn cancel(&self, number: JobNumber) -> Result<(), PrinterError>;
}
