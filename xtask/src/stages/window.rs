//! Journeys in the real window, on a display of their own.

use anyhow::Result;

use super::rust::JOURNEYS;
use crate::{command, kiosk, linux::Display, paths, setup};

/// All journeys.
pub fn check() -> Result<()> {
    journeys(&[])
}

/// Only the walk through every screen that saves pictures.
pub fn walk() -> Result<()> {
    journeys(&["-E", "test(/^walk::/)"])?;
    println!(
        "Pictures of every screen: {}",
        paths::out().join("screens").display()
    );
    Ok(())
}

fn journeys(chosen: &[&str]) -> Result<()> {
    let sample = kiosk::Sample::prepare("debug", "journeys")?;
    let nextest = setup::nextest()?;
    let display = Display::start_virtual()?;
    let mut run = command::command(nextest);
    run.args(["nextest", "run", "--locked", "--package", JOURNEYS])
        .args(chosen);
    sample.lend(&mut run);
    display.lend(&mut run);
    command::run(&mut run)
}
