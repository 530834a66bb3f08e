//! Content packs: read, check, sign, verify, install, roll back.
//!
//! Stands on the ground: it knows files, signatures and dates, and must never know of search,
//! screens, visits or the network.

mod archive;
mod document;
mod error;
mod faq;
mod fault;
mod fields;
mod files;
mod front_matter;
mod limits;
mod manifest;
pub mod model;
mod open;
mod read;
mod rows;
mod table;
mod text;
mod topics;

pub use archive::unpack;
pub use error::PackError;
pub use fault::{Fault, FaultKind, Report, Severity};
pub use files::PackFiles;
pub use limits::Limits;
