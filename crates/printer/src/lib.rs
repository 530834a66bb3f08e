//! Printers at a counter: found, asked what they can do and how they are, given a job, and followed until the paper is
//! out.
//!
//! It knows IPP and the bytes of documents. It must never know a form, a citizen, the database or a screen: whoever
//! prints brings the document, keeps the state of the job, and has the words for every code.
//!
//! - [`on_the_network`] and [`cups_queues`] find printers; [`PrinterUri`] is what an officer types.
//! - [`Printer`] is what is asked of one; [`IppPrinter`] is a real one. A test puts another behind the same trait.
//! - [`Capabilities`], [`PrinterStatus`] and [`JobTicket`] say before printing what would go wrong.
//! - [`Document`] is PDF, or PWG Raster from [`Pages`].
//! - [`Delivery`] hands a [`Job`] over and follows it; [`JobState::after`] is the one rule of what becomes of it.

mod address;
mod answer;
mod capabilities;
mod condition;
mod delivery;
mod discovery;
mod document;
mod error;
mod ipp_printer;
mod job;
mod media;
mod names;
mod printer;
mod raster;
mod request;
mod shape;
mod status;
mod ticket;
mod tls;
mod trust;
mod wire;

pub use address::PrinterUri;
pub use capabilities::{Capabilities, SheetBack, Sides};
pub use condition::{Condition, ConditionKind, Severity};
pub use delivery::{Delivery, JobRecord, Patience};
pub use discovery::{Found, MDNS_PORT, cups_queues, on_the_network};
pub use document::{Document, DocumentFormat, Pages};
pub use error::PrinterError;
pub use ipp_printer::IppPrinter;
pub use job::{Handover, Heard, Job, JobFault, JobNumber, JobReport, JobState, Sent, Stage};
pub use media::{Margins, Media, MediaSize, PrintableBox};
pub use printer::Printer;
pub use raster::{PageShape, PixelKind};
pub use status::{PrinterState, PrinterStatus, Supply};
pub use ticket::{JobTicket, Shortfall};
pub use trust::Fingerprint;
pub use wire::TimeLimits;
