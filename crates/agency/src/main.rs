//! `kaunter-agency`: the agency's server and its desk. What it does is decided in the library.

#![deny(clippy::print_stdout, clippy::print_stderr, reason = "they panic where nobody reads on")]

use std::process::ExitCode;

use clap::Parser;
use kaunter_agency::desk::Desk;
use kaunter_terminal::failed;

fn main() -> ExitCode {
    match Desk::parse().run() {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => failed("kaunter-agency", error.as_ref()),
    }
}
