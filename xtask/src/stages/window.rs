//! Journeys in the real window, each on a display of its own.

use std::ffi::OsStr;

use anyhow::Result;

use super::JOURNEYS;
use crate::{command, kiosk, paths, setup};

/// All journeys.
pub fn check() -> Result<()> {
    journeys::<&str>(&[])
}

/// Those whose names contain one of these words.
pub fn named(names: &[String]) -> Result<()> {
    let at_once = ["--failure-output", "immediate"].map(str::to_owned);
    journeys(&[&at_once, names].concat())
}

/// Only the walk through every screen that saves pictures.
pub fn walk() -> Result<()> {
    journeys(&["-E", "test(/^walk::/)"])?;
    println!("Pictures of every screen: {}", paths::out().join("screens").display());
    Ok(())
}

fn journeys<S: AsRef<OsStr>>(chosen: &[S]) -> Result<()> {
    let sample = kiosk::Sample::prepare("debug", "journeys")?;
    let nextest = setup::nextest()?;
    let mut run = command::command(nextest);
    run.args(["nextest", "run", "--locked", "--package", JOURNEYS]).args(chosen);
    sample.lend(&mut run);
    command::run(&mut run)
}
