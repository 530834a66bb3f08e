//! `cargo xtask bench`: what is measured.

use std::{ffi::OsStr, fs};

use anyhow::Result;
use clap::{Args, Subcommand};

use crate::{
    command::{cargo, run},
    linux, setup, start_up,
};

/// What to measure.
#[derive(Subcommand)]
pub enum Bench {
    /// Answers right at first place, time and memory for a question, growth, and opening, beside
    /// SQLite's full-text search over the same texts.
    Ask(AskArguments),
    /// Durable answers a second beside raw SQLite doing the same commits, and kills by the thousand.
    Store(StoreArguments),
    /// Time and memory of hearing by size of model, beside whisper-rs called directly; errors of dictation and of
    /// scoring closed lists on the same voices.
    Hear(HearArguments),
    /// Forms that the agency's server takes in a second, beside SQLite and pgbench doing the same inserts.
    Agency(AgencyArguments),
    /// Kiosks and a server in a world whose time, network, disks and power are drawn by seed: whether a form is ever lost
    /// or doubled.
    Courier(CourierArguments),
    /// Kiosks that come back to the agency's server after a day without it, over real sockets: time, memory, and whether any
    /// is told what it must take for a loss.
    Drain(DrainArguments),
    /// Time that a visitor's whole form takes beside a line to the agency that comes and goes, and without one.
    Line,
    /// Time to set a form, beside Typst's own program on the same layout and data and LibreOffice on a like
    /// document. Builds the one and installs the other the first time (half an hour).
    Paper,
    /// Time to the first usable screen, and memory, beside an empty window of the same toolkit.
    Start(start_up::StartArguments),
}

/// What of asking to measure.
#[derive(Args)]
pub struct AskArguments {
    /// `quality`, `documents`, `analysis`, `advice`, `mistyped`, `speed`, `growth`, `opening`, and folders of packs whose golden questions are asked
    /// [default: all, on the sample pack and the packs that were written to develop on].
    what: Vec<String>,
}

/// What of keeping to measure.
#[derive(Args)]
pub struct StoreArguments {
    /// `speed`, `kills`, and how often to kill [default: both, 2000 times each].
    what: Vec<String>,
}

/// What of hearing to measure.
#[derive(Args)]
pub struct HearArguments {
    /// `speed`, `overhead`, `lists` [default: all three]; `people`, `memory <size> <turns>`, `nobody <seconds>`.
    what: Vec<String>,
}

/// What of the agency's server to measure.
#[derive(Args)]
pub struct AgencyArguments {
    /// How many forms, and by how many connections [default: 20000 by 64].
    numbers: Vec<String>,
}

/// Which worlds.
#[derive(Args)]
pub struct CourierArguments {
    /// The first seed, and how many [default: as the bench has them]; with `postgresql` the agency keeps its forms there.
    seeds: Vec<String>,
}

/// How many come back.
#[derive(Args)]
pub struct DrainArguments {
    /// Kiosks, forms of each, and how much faster their clock goes than ours [default: 10000 20 10]; with `postgresql` the
    /// server keeps the forms there. Two sockets are open for most of them at once: `ulimit -n`.
    numbers: Vec<String>,
}

/// Measures it and prints a table.
pub fn bench(what: &Bench) -> Result<()> {
    match what {
        Bench::Ask(arguments) => {
            // The bench runs in its own folder.
            let what = arguments.what.iter().map(|what| fs::canonicalize(what).unwrap_or_else(|_| what.into()));
            crate_bench("kaunter-knowledge", "ask", what)
        }
        Bench::Store(arguments) => crate_bench("kaunter-store", "store", &arguments.what),
        Bench::Hear(arguments) => crate_bench("kaunter-speech", "hear", &arguments.what),
        Bench::Agency(arguments) => {
            linux::install_missing()?;
            crate_bench("kaunter-agency", "agency", &arguments.numbers)
        }
        Bench::Courier(arguments) => {
            linux::install_missing()?;
            crate_bench("kaunter-courier", "simulation", &arguments.seeds)
        }
        Bench::Drain(arguments) => {
            linux::install_missing()?;
            crate_bench("kaunter-courier", "drain", &arguments.numbers)
        }
        Bench::Line => line(),
        Bench::Paper => crate_bench("kaunter-paper", "paper", [setup::typst()?, linux::soffice()?]),
        Bench::Start(arguments) => start_up::measure(arguments),
    }
}

/// What a visit is made of stands among the stories of the kiosk's tests.
fn line() -> Result<()> {
    let mut test = cargo();
    test.args(["test", "--quiet", "--locked", "--package", "kaunter-kiosk", "--test", "it", "--"]);
    run(test.args(["--ignored", "--nocapture", "how_long_a_form_takes"]))
}

fn crate_bench(package: &str, bench: &str, what: impl IntoIterator<Item = impl AsRef<OsStr>>) -> Result<()> {
    run(cargo().args(["bench", "--quiet", "--locked", "--package", package, "--bench", bench, "--"]).args(what))
}
