//! `cargo xtask run`: from a bare machine to the kiosk's window.

use std::time::Duration;

use anyhow::{Result, ensure};
use clap::Args;

use crate::{
    agency::LocalAgency,
    command,
    kiosk::{self, Sample},
    linux::{Display, Eye},
    paths, setup,
};

/// Longest that the first screen may take.
const PATIENCE: Duration = Duration::from_secs(60);

/// How to run.
#[derive(Args)]
pub struct RunArguments {
    /// Build optimised, as it is delivered; the first time this takes much longer.
    #[arg(long)]
    release: bool,
    /// Open it on a virtual display and end when a picture of the first screen is saved.
    #[arg(long)]
    once: bool,
}

/// Sets up, builds, installs the sample pack and opens the window.
pub fn run(arguments: &RunArguments) -> Result<()> {
    setup::to_run()?;
    let profile = if arguments.release { "release" } else { "debug" };
    let sample = Sample::prepare(profile, "run")?;
    sample.set_pin()?;
    let _agency = connect(&sample);
    match Display::present().filter(|_| !arguments.once) {
        Some(display) => on_own_display(&sample, &display),
        None => on_virtual_display(&sample, arguments.once),
    }
}

/// The agency's server beside the kiosk, for as long as it runs. Without it forms wait, as they do without a network.
fn connect(sample: &Sample) -> Option<LocalAgency> {
    let served = sample.agency().and_then(|mut agency| {
        agency.serve(LocalAgency::ADDRESS.parse()?)?;
        sample.enrol(&agency)?;
        Ok(agency)
    });
    match served {
        Ok(agency) => {
            println!("Forms that are handed in go to the agency's server on {}.", LocalAgency::ADDRESS);
            Some(agency)
        }
        Err(error) => {
            println!("There is no agency to send forms to, and the kiosk works without: {error:#}");
            None
        }
    }
}

fn on_own_display(sample: &Sample, display: &Display) -> Result<()> {
    println!("The kiosk opens; the officer's gesture and PIN end it, or Ctrl-C here.");
    let mut window = sample.window();
    display.lend(&mut window);
    command::run(&mut window)
}

fn on_virtual_display(sample: &Sample, once: bool) -> Result<()> {
    println!("There is no display to use: the kiosk opens on a virtual one.");
    let display = Display::start_virtual()?;
    let mut window = sample.window();
    display.lend(&mut window);
    let mut window = window.spawn()?;
    let shown = show(&display);
    if once || shown.is_err() {
        window.kill()?;
        window.wait()?;
        return shown;
    }
    println!("It stays open until Ctrl-C.");
    let ended = window.wait()?;
    ensure!(ended.success(), "the window ended with {ended}");
    Ok(())
}

/// Waits until the attract screen is drawn and keeps a picture of it.
fn show(display: &Display) -> Result<()> {
    let eye = Eye::on(display)?;
    eye.wait(PATIENCE, "the attract screen is drawn", kiosk::is_attracting)?;
    let path = paths::out().join("screens").join("run.png");
    eye.look_when_still()?.save(&path)?;
    println!("What it shows: {}", path.display());
    Ok(())
}
