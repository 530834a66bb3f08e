//! `cargo xtask bench`: what is measured.

use anyhow::Result;
use clap::Subcommand;

use crate::start_up;

/// What to measure.
#[derive(Subcommand)]
pub enum Bench {
    /// Time to the first usable screen, and memory, beside an empty window of the same toolkit.
    Start(start_up::StartArguments),
}

/// Measures it and prints a table.
pub fn bench(what: &Bench) -> Result<()> {
    match what {
        Bench::Start(arguments) => start_up::measure(arguments),
    }
}
