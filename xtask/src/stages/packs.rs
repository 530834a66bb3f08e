//! What `kaunter pack check` says to the sample pack.

use anyhow::Result;

use crate::{command, kiosk, paths};

/// The sample pack has no faults and passes its golden questions.
pub fn check() -> Result<()> {
    let kaunter = kiosk::build_cli()?;
    command::run(command::command(kaunter).args(["pack", "check", "--golden"]).arg(paths::root().join("content")))
}
