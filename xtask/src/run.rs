//! `cargo xtask run`: from a bare machine to the kiosk's window.

use std::{
    process::{Child, ExitStatus},
    time::Duration,
};

use anyhow::{Result, bail};
use clap::Args;

use crate::{kiosk::Sample, linux::Display, paths, setup};

/// Longest that the first screen may take.
const PATIENCE: Duration = Duration::from_secs(60);

/// How to run.
#[derive(Args)]
pub struct RunArguments {
    /// Build optimised, as it is delivered; the first time this takes much longer.
    #[arg(long)]
    release: bool,
    /// End when the first screen is drawn.
    #[arg(long)]
    once: bool,
    /// Start a virtual display even where there is a real one.
    #[arg(long)]
    headless: bool,
}

/// Sets up, builds, installs the sample pack and opens the window.
pub fn run(arguments: &RunArguments) -> Result<()> {
    setup::to_run()?;
    let profile = if arguments.release {
        "release"
    } else {
        "debug"
    };
    let sample = Sample::prepare(profile, "run")?;
    match Display::present().filter(|_| !arguments.headless) {
        Some(display) => on_own_display(&sample, &display, arguments.once),
        None => on_virtual_display(&sample, arguments.once),
    }
}

fn on_own_display(sample: &Sample, display: &Display, once: bool) -> Result<()> {
    println!("The kiosk opens; the officer's gesture and PIN end it, or Ctrl-C here.");
    let mut window = sample.window();
    display.lend(&mut window);
    let mut window = window.spawn()?;
    if once {
        let drawn = display.wait_until_drawn(PATIENCE);
        window.kill()?;
        return drawn.map(drop);
    }
    ended_well(window.wait()?)
}

fn on_virtual_display(sample: &Sample, once: bool) -> Result<()> {
    println!("There is no display: the kiosk opens on a virtual one.");
    let display = Display::start_virtual()?;
    let mut window = sample.window();
    display.lend(&mut window);
    let mut window = window.spawn()?;
    let shown = show(&display, &mut window);
    if once || shown.is_err() {
        window.kill()?;
        window.wait()?;
        return shown;
    }
    println!("It stays open until Ctrl-C.");
    ended_well(window.wait()?)
}

fn show(display: &Display, window: &mut Child) -> Result<()> {
    let drawn = display.wait_until_drawn(PATIENCE);
    if let Some(ended) = window.try_wait()? {
        return ended_well(ended);
    }
    let path = paths::out().join("screens").join("run.png");
    drawn?.save(&path)?;
    println!("What it shows: {}", path.display());
    Ok(())
}

fn ended_well(status: ExitStatus) -> Result<()> {
    if status.success() {
        Ok(())
    } else {
        bail!("the window ended with {status}")
    }
}
