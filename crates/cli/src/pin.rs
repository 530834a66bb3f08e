//! `kaunter pin`: an officer's PIN as `kiosk.toml` keeps it.

use std::{
    io::{self, IsTerminal},
    path::PathBuf,
    process::ExitCode,
};

use anyhow::{Context, Result};
use clap::Args;
use kaunter_kiosk::{DataFolder, Said, keep_pin_hash, pin};
use kaunter_terminal::out;

/// Where the PIN goes.
#[derive(Args)]
pub struct PinArguments {
    /// The kiosk's data folder: the line is put into its kiosk.toml, in the place of the one before
    /// [without it the line is printed].
    #[arg(long, env = "KAUNTER_DATA")]
    data: Option<PathBuf>,
}

/// Asks for a PIN, or reads it from the first line of standard input, and writes the line that
/// belongs into `kiosk.toml`. The PIN itself is kept nowhere.
pub fn pin(arguments: &PinArguments) -> Result<ExitCode> {
    let typed = if io::stdin().is_terminal() {
        rpassword::prompt_password("The officer's PIN, 4 to 12 digits: ")?
    } else {
        io::read_to_string(io::stdin())?
    };
    let typed = Said::from(typed.lines().next().unwrap_or_default());
    let hash = pin::hash(&typed).map_err(|fault| {
        let code = fault.code();
        anyhow::Error::new(fault).context(format!("refused ({code})"))
    })?;
    match &arguments.data {
        None => out!("pin_hash = \"{hash}\""),
        Some(folder) => {
            let settings = DataFolder::new(folder).settings();
            keep_pin_hash(&settings, &hash).with_context(|| settings.display().to_string())?;
        }
    }
    Ok(ExitCode::SUCCESS)
}
