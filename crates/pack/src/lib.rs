//! Content packs: read, check, sign, verify, install, roll back.
//!
//! Stands on the ground: it knows files, signatures and dates, and must never know of search,
//! screens, visits or the network.

mod archive;
mod build;
mod check;
mod clips;
mod dates;
mod directory;
pub mod disk;
mod document;
mod error;
mod faq;
mod fault;
mod files;
mod front_matter;
#[doc(hidden)]
pub mod fuzz;
mod golden;
mod install;
mod limits;
mod links;
mod manifest;
pub mod model;
mod notices;
mod open;
mod phrasings;
mod read;
mod shelf;
mod signature;
mod topics;
mod translations;
mod words;

pub use archive::unpack;
pub use build::Built;
pub use check::{Checked, check};
pub use error::PackError;
pub use fault::FaultKind;
pub use files::PackFiles;
pub use install::{Arrival, Terms, read_signature, signature_path};
pub use kaunter_reading::{Fault, FileFault, Finding, Report, Severity};
pub use limits::Limits;
pub use shelf::{Installed, Shelf};
pub use signature::{NewKeys, SigningKey, TrustedKey, verify};
