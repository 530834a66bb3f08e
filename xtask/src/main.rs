//! `cargo xtask`: sets the machine up, runs the kiosk, tests and measures it.
//!
//! Knows commands, folders and packages. It must never hold a rule of the product: what is right
//! is decided by the crates' own tests, which this only calls.

mod agency;
mod bench;
mod command;
mod kiosk;
#[cfg(target_os = "linux")]
mod linux;
#[cfg(not(target_os = "linux"))]
#[path = "elsewhere.rs"]
mod linux;
mod paths;
mod run;
mod screens;
mod setup;
mod stages;
mod start_up;
mod test;

use std::{path::PathBuf, process::ExitCode};

use clap::{Parser, Subcommand};

/// Set up, run, test and measure Kaunter.
#[derive(Parser)]
#[command(name = "cargo xtask", bin_name = "cargo xtask")]
struct Arguments {
    #[command(subcommand)]
    task: Task,
}

#[derive(Subcommand)]
enum Task {
    /// Install what is missing, build, install the sample pack and open the kiosk's window.
    Run(run::RunArguments),
    /// Start the agency's server alone, on its own store or on PostgreSQL.
    Agency(agency::AgencyArguments),
    /// Make Debian packages of the kiosk and of the agency's server, in out/packages.
    Deb,
    /// Install these packages in a Debian machine of its own, start it anew and look at what started (as root).
    Boot {
        /// A folder with both packages ready [default: made of what is built for tests].
        #[arg(long)]
        packages: Option<PathBuf>,
        /// With the processor's help, where it gives that: minutes instead of half an hour.
        #[arg(long)]
        kvm: bool,
    },
    /// Check everything: formatting, lints, tests, words, packs, licences and the real window.
    Test(test::TestArguments),
    /// Measure; each measurement says how it was taken.
    Bench {
        #[command(subcommand)]
        what: bench::Bench,
    },
    /// Write the screens' TypeScript anew from the Rust types.
    Bindings,
    /// Install what building, running and testing need, and nothing else.
    Setup,
    /// Save a picture of every screen in every language to out/screens.
    Screenshots,
    /// Go the journeys in the real window whose names contain one of these words.
    Journeys {
        /// As in `voice` or `in_the_middle`.
        #[arg(required = true)]
        names: Vec<String>,
    },
    /// List the licences of everything that is built in.
    Licences,
}

fn deb() -> anyhow::Result<()> {
    setup::to_run()?;
    kiosk::build_programs("release")?;
    for deb in linux::build_packages("release", &paths::out().join("packages"), false)? {
        println!("{}", deb.display());
    }
    Ok(())
}

fn main() -> ExitCode {
    let done = match Arguments::parse().task {
        Task::Run(arguments) => run::run(&arguments),
        Task::Agency(arguments) => agency::run(&arguments),
        Task::Deb => deb(),
        Task::Boot { packages, kvm } => linux::boot("debug", packages.as_deref(), kvm),
        Task::Test(arguments) => test::test(&arguments),
        Task::Bench { what } => bench::bench(&what),
        Task::Bindings => kiosk::write_bindings(),
        Task::Setup => setup::everything(),
        Task::Screenshots => test::screenshots(),
        Task::Journeys { names } => test::journeys(&names),
        Task::Licences => stages::licences::list(),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("\nxtask: {error:#}");
            ExitCode::FAILURE
        }
    }
}
