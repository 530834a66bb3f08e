//! `kaunter pin`: an officer's PIN as `kiosk.toml` keeps it.

use std::{
    io::{self, IsTerminal},
    process::ExitCode,
};

use anyhow::Result;
use kaunter_kiosk::{Said, pin};

/// Asks for a PIN, or reads it from the first line of standard input, and writes the line that
/// belongs into `kiosk.toml`. The PIN itself is kept nowhere.
pub fn pin() -> Result<ExitCode> {
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
    println!("pin_hash = \"{hash}\"");
    Ok(ExitCode::SUCCESS)
}
