//! What npm checks.

use anyhow::Result;

use crate::command;

/// Types, lints, formatting.
pub fn check() -> Result<()> {
    script("check")
}

/// The screens' own tests.
pub fn test() -> Result<()> {
    script("test")
}

/// Every screen in headless Chromium.
pub fn breadth() -> Result<()> {
    script("breadth")
}

fn script(name: &str) -> Result<()> {
    command::run(command::npm().args(["run", "--silent", name]))
}
