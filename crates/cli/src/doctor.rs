//! `kaunter doctor`: what this machine is fast enough for, and what is missing.

use std::{process::ExitCode, thread};

use anyhow::Result;
use clap::Args;
use kaunter_speech::{
    hearing::{SoundCard, check_processor},
    models::{BEARABLE_MILLIS, Calibration, Manifest},
};
use kaunter_terminal::out;

use crate::models::{DataArguments, refused};

/// Tell whether this machine can hear.
#[derive(Args)]
pub struct DoctorArguments {
    /// Measure every installed model with every useful number of threads, choose, and keep the choice with its figures.
    #[arg(long)]
    calibrate: bool,
    #[command(flatten)]
    data: DataArguments,
}

pub fn run(arguments: &DoctorArguments) -> Result<ExitCode> {
    let processors = thread::available_parallelism().map_or(1, usize::from);
    out!("processors   {processors}");
    match check_processor() {
        Ok(()) => out!("hearing      can run here"),
        Err(fault) => out!("hearing      {fault} ({})", fault.code()),
    }
    let microphones = SoundCard::names();
    out!("microphones  {}", if microphones.is_empty() { "(none)".to_owned() } else { microphones.join(", ") });
    let folder = arguments.data.folder()?;
    let calibration = if arguments.calibrate {
        let (manifest, shelf) = (Manifest::built_in().map_err(refused)?, arguments.data.shelf()?);
        let calibration = Calibration::measure(&manifest, &shelf, processors, &mut |figure| {
            out!("measured     {} with {} threads: {} ms", figure.model, figure.threads, figure.turn_millis);
        });
        let calibration = calibration.map_err(refused)?;
        out!("kept in      {}", calibration.keep(&folder).map_err(refused)?.display());
        Some(calibration)
    } else {
        Calibration::kept(&folder)
    };
    match calibration {
        Some(Calibration { model: Some(model), threads, .. }) => {
            out!("model        {model} with {threads} threads")
        }
        Some(_) => out!("model        none installed that hears three seconds in {BEARABLE_MILLIS} ms"),
        None => out!("model        not calibrated yet"),
    }
    Ok(ExitCode::SUCCESS)
}
