//! `cargo xtask bench`: what is measured.

use std::fs;

use anyhow::Result;
use clap::{Args, Subcommand};

use crate::{
    command::{cargo, run},
    start_up,
};

/// What to measure.
#[derive(Subcommand)]
pub enum Bench {
    /// Answers right at first place, time and memory for a question, growth, and opening, beside
    /// SQLite's full-text search over the same texts.
    Ask(AskArguments),
    /// Time to the first usable screen, and memory, beside an empty window of the same toolkit.
    Start(start_up::StartArguments),
}

/// What of asking to measure.
#[derive(Args)]
pub struct AskArguments {
    /// `quality`, `speed`, `growth`, `opening`, and folders of packs whose golden questions are asked
    /// [default: all, on the sample pack and the packs that were written to develop on].
    what: Vec<String>,
}

/// Measures it and prints a table.
pub fn bench(what: &Bench) -> Result<()> {
    match what {
        Bench::Ask(arguments) => ask(arguments),
        Bench::Start(arguments) => start_up::measure(arguments),
    }
}

fn ask(arguments: &AskArguments) -> Result<()> {
    run(cargo()
        .args(["bench", "--quiet", "--locked", "--package", "kaunter-knowledge", "--bench", "ask", "--"])
        .args(arguments.what.iter().map(|what| fs::canonicalize(what).unwrap_or_else(|_| what.into()))))
}
