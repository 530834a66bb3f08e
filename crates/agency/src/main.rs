//! `kaunter-agency`: the agency's server and its desk. What it does is decided in the library.

#![deny(clippy::print_stdout, clippy::print_stderr, reason = "they panic where nobody reads on")]

use std::process::ExitCode;

use clap::Parser;
use kaunter_agency::desk::Desk;
use kaunter_terminal::err;

fn main() -> ExitCode {
    match Desk::parse().run() {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            err!("kaunter-agency: {}", told(&error));
            ExitCode::FAILURE
        }
    }
}

/// What stands against it, with its causes; a cause that the words before it end with is not said twice.
fn told(error: &anyhow::Error) -> String {
    error.chain().fold(String::new(), |said, cause| match cause.to_string() {
        cause if said.is_empty() => cause,
        cause if said.ends_with(&cause) => said,
        cause => format!("{said}: {cause}"),
    })
}
