//! What can go wrong between the kiosk and a printer, each with a code that the screens have words for.
//!
//! It must never know a language: the words stand in `locales/<lang>/problems.ftl` for the citizen and in
//! `printer.ftl` for the officer.

use thiserror::Error;

use crate::{Fingerprint, JobFault};

/// Why something was not done, or is not known. The context is for the log, the [code](PrinterError::code) for screens.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum PrinterError {
    /// The configured address is none that a printer can have.
    #[error("`{address}` is no address of a printer: {why}")]
    AddressInvalid {
        /// What was configured.
        address: String,
        /// What is wrong with it.
        why: &'static str,
    },
    /// Nobody is there: the name is unknown, the network is away, or the connection is refused.
    #[error("{uri} cannot be reached: {cause}")]
    Offline {
        /// The printer that was asked.
        uri: String,
        /// What the system said.
        cause: String,
    },
    /// Somebody is there and does not answer in time.
    #[error("{uri} did not answer in time ({waited})")]
    Silent {
        /// The printer that was asked.
        uri: String,
        /// What was waited for.
        waited: String,
    },
    /// The connection ended before the answer was complete. Whether the request arrived is not known.
    #[error("the connection to {uri} was lost: {cause}")]
    ConnectionLost {
        /// The printer that was asked.
        uri: String,
        /// What the system said.
        cause: String,
    },
    /// An answer that is no IPP, contradicts itself, or is larger than any printer's.
    #[error("{uri} answered nonsense: {what}")]
    Nonsense {
        /// The printer that was asked.
        uri: String,
        /// What is wrong with the answer.
        what: String,
    },
    /// Something answers at this address, and it is no printer.
    #[error("there is no printer at {uri} (HTTP status {status})")]
    NotAPrinter {
        /// The address that was asked.
        uri: String,
        /// The HTTP status, 100 to 599; 404 also where IPP said client-error-not-found.
        status: u16,
    },
    /// The printer wants a user name and password, which a kiosk does not have.
    #[error("{uri} wants somebody to sign in")]
    WantsSignIn {
        /// The printer that was asked.
        uri: String,
    },
    /// The printer takes jobs over an encrypted connection only.
    #[error("{uri} wants an encrypted connection (ipps)")]
    WantsEncryption {
        /// The printer that was asked.
        uri: String,
    },
    /// No encrypted connection could be agreed on.
    #[error("no encrypted connection to {uri}: {cause}")]
    EncryptionFailed {
        /// The printer that was asked.
        uri: String,
        /// What TLS said.
        cause: String,
    },
    /// The printer showed another certificate than the one that is known.
    #[error("{uri} shows certificate {seen} and is known by {known}")]
    CertificateChanged {
        /// The printer that was asked.
        uri: String,
        /// The certificate that was pinned.
        known: Fingerprint,
        /// The certificate that was shown.
        seen: Fingerprint,
    },
    /// The printer understood and declined.
    #[error("{uri} declined {operation}: status {status:#06x} {message}")]
    Refused {
        /// The printer that was asked.
        uri: String,
        /// The IPP operation.
        operation: &'static str,
        /// The IPP status code (RFC 8011 appendix B).
        status: u16,
        /// The printer's own words, possibly empty, at most 255 bytes.
        message: String,
    },
    /// The printer cannot take a job at the moment (server-error-busy and its like).
    #[error("{uri} takes no jobs at the moment: status {status:#06x}")]
    NotAccepting {
        /// The printer that was asked.
        uri: String,
        /// The IPP status code.
        status: u16,
    },
    /// The printer cannot print on paper of this size at all.
    #[error("the printer knows no paper of the size {size}")]
    SizeUnsupported {
        /// The PWG name of the size.
        size: String,
    },
    /// The printer has no tray of this name.
    #[error("the printer has no tray `{tray}`")]
    TrayUnknown {
        /// The tray that was asked for.
        tray: String,
    },
    /// The printer does not do what the job asks: this many copies, colour, both sides.
    #[error("the printer cannot do `{attribute}` as asked")]
    Unsupported {
        /// The job template attribute.
        attribute: String,
    },
    /// The printer takes neither PDF nor PWG Raster.
    #[error("the printer takes neither PDF nor PWG Raster, only {formats:?}")]
    FormatUnsupported {
        /// What it takes.
        formats: Vec<String>,
    },
    /// A page picture does not fit what it says of itself, or is too large.
    #[error("the pages cannot be drawn for the printer: {what}")]
    PagesUnusable {
        /// What is wrong with them.
        what: String,
    },
    /// The state of the job could not be kept, so nothing more was sent.
    #[error("the state of the job could not be kept: {cause}")]
    NotRecorded {
        /// What the keeper said.
        cause: String,
    },
    /// The job is not in the state that this needs: only a prepared job is sent.
    #[error("a job that has been handed to a printer is not sent again")]
    AlreadySent,
    /// Printers cannot be looked for on this machine.
    #[error("printers cannot be looked for: {cause}")]
    DiscoveryFailed {
        /// What the system said.
        cause: String,
    },
    /// The job ended otherwise than printed.
    #[error("the job was not printed: {}", .0.code())]
    Job(JobFault),
}

impl PrinterError {
    /// The code that screens have words for.
    #[must_use]
    pub fn code(&self) -> &'static str {
        match self {
            Self::AddressInvalid { .. } => "printer-address-invalid",
            Self::Offline { .. } => "printer-offline",
            Self::Silent { .. } => "printer-silent",
            Self::ConnectionLost { .. } => "printer-connection-lost",
            Self::Nonsense { .. } => "printer-nonsense",
            Self::NotAPrinter { .. } => "printer-not-there",
            Self::WantsSignIn { .. } => "printer-wants-sign-in",
            Self::WantsEncryption { .. } => "printer-wants-encryption",
            Self::EncryptionFailed { .. } => "printer-encryption-failed",
            Self::CertificateChanged { .. } => "printer-certificate-changed",
            Self::Refused { .. } => "printer-refused",
            Self::NotAccepting { .. } => "printer-not-accepting",
            Self::SizeUnsupported { .. } => "printer-size-unsupported",
            Self::TrayUnknown { .. } => "printer-tray-unknown",
            Self::Unsupported { .. } => "printer-option-unsupported",
            Self::FormatUnsupported { .. } => "printer-format-unsupported",
            Self::PagesUnusable { .. } => "printer-pages-unusable",
            Self::NotRecorded { .. } => "printer-job-unrecorded",
            Self::AlreadySent => "printer-job-already-sent",
            Self::DiscoveryFailed { .. } => "printer-discovery-failed",
            Self::Job(fault) => fault.code(),
        }
    }

    /// Whether the request certainly changed nothing at the printer: it was never delivered, or it was declined.
    #[must_use]
    pub fn left_nothing(&self) -> bool {
        !matches!(self, Self::Silent { .. } | Self::ConnectionLost { .. } | Self::Nonsense { .. })
    }

    /// Whether the printer gave no usable answer at all, so that nothing was learned.
    #[must_use]
    pub fn is_no_answer(&self) -> bool {
        matches!(
            self,
            Self::Offline { .. }
                | Self::Silent { .. }
                | Self::ConnectionLost { .. }
                | Self::Nonsense { .. }
                | Self::EncryptionFailed { .. }
                | Self::CertificateChanged { .. }
                | Self::NotAccepting { .. }
        )
    }
}
