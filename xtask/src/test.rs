//! `cargo xtask test`: every check there is, stage by stage, cheapest first.

use std::time::{Duration, Instant};

use anyhow::{Result, bail};
use clap::Args;

use crate::{
    setup,
    stages::{self, Stage},
};

/// What to check.
#[derive(Args)]
pub struct TestArguments {
    /// Only these stages, by name.
    #[arg(long, value_name = "STAGE", value_delimiter = ',', value_parser = clap::builder::PossibleValuesParser::new(stages::names()))]
    only: Vec<String>,
    /// Go on after a stage that failed.
    #[arg(long)]
    keep_going: bool,
}

/// Runs the stages, says how long each took, and names the first that failed.
pub fn test(arguments: &TestArguments) -> Result<()> {
    let begun = Instant::now();
    setup::to_run()?;
    let chosen: Vec<&Stage> = stages::ALL
        .iter()
        .filter(|stage| arguments.only.is_empty() || arguments.only.iter().any(|name| name == stage.name))
        .collect();
    let mut ended = Vec::new();
    for (number, stage) in chosen.iter().enumerate() {
        println!("\n── {}/{} {}: {}", number + 1, chosen.len(), stage.name, stage.purpose);
        let failure = timed(stage, &mut ended);
        if failure && !arguments.keep_going {
            break;
        }
    }
    conclude(&ended, chosen.len(), begun.elapsed())
}

/// A stage that has ended.
struct Ended {
    name: &'static str,
    took: Duration,
    failed: bool,
}

fn timed(stage: &Stage, ended: &mut Vec<Ended>) -> bool {
    let begun = Instant::now();
    let outcome = (stage.check)();
    if let Err(error) = &outcome {
        println!("{error:#}");
    }
    let failed = outcome.is_err();
    ended.push(Ended { name: stage.name, took: begun.elapsed(), failed });
    failed
}

fn conclude(ended: &[Ended], chosen: usize, took: Duration) -> Result<()> {
    println!();
    for stage in ended {
        let mark = if stage.failed { "failed" } else { "ok" };
        println!("  {:<10} {:>8.1} s  {mark}", stage.name, stage.took.as_secs_f64());
    }
    let good = ended.iter().filter(|stage| !stage.failed).count();
    println!("\n{good} of {chosen} stages passed in {:.0} s", took.as_secs_f64());
    match ended.iter().find(|stage| stage.failed) {
        Some(first) => bail!("the stage `{0}` failed; to repeat it alone: cargo xtask test --only {0}", first.name),
        None => Ok(()),
    }
}

/// Walks through every screen in every language in the real window and saves pictures.
pub fn screenshots() -> Result<()> {
    setup::to_run()?;
    stages::window::walk()
}

/// Goes the journeys in the real window whose names contain one of these words.
pub fn journeys(names: &[String]) -> Result<()> {
    setup::to_run()?;
    stages::window::named(names)
}
