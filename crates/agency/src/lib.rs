//! The agency's back end: receives sealed forms, keeps them, answers; gives packs, notices and status to kiosks.
//!
//! It must never know what a form says (that takes the agency's private key, which only the desk's commands are
//! given), and never names a person in its logs.
#![deny(clippy::print_stdout, clippy::print_stderr, reason = "they panic where nobody reads on")]

pub mod database;
pub mod desk;
pub mod pen;
pub mod place;
mod private;
pub mod registry;
pub mod server;
pub mod settings;
