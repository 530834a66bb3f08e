//! `kaunter-agency`: the agency's server and its desk. What it does is decided in the library.

use std::process::ExitCode;

use clap::Parser;
use kaunter_agency::desk::Desk;

fn main() -> ExitCode {
    match Desk::parse().run() {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("kaunter-agency: {error:#}");
            ExitCode::FAILURE
        }
    }
}
