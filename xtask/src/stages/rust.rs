//! What cargo checks.

use anyhow::{Context, Result};

use crate::{command, screens, setup};

/// The package whose tests need a window; they have a stage of their own.
pub const JOURNEYS: &str = "kaunter-journeys";

/// Formatting.
pub fn format() -> Result<()> {
    let listed = command::run(command::cargo().args(["fmt", "--all", "--check", "--", "-l"]));
    listed.context("format them with: cargo fmt --all")
}

/// Lints.
pub fn clippy() -> Result<()> {
    screens::build()?;
    command::run(command::cargo().args([
        "clippy",
        "--locked",
        "--workspace",
        "--all-targets",
        "--quiet",
        "--",
        "--deny",
        "warnings",
    ]))
}

/// Tests.
pub fn test() -> Result<()> {
    screens::build()?;
    let nextest = setup::nextest()?;
    command::run(command::command(nextest).args(["nextest", "run", "--locked", "--workspace", "--exclude", JOURNEYS]))
}

/// Documentation; nextest leaves its examples out.
pub fn docs() -> Result<()> {
    screens::build()?;
    let mut doc = command::cargo();
    doc.args(["doc", "--locked", "--workspace", "--no-deps", "--document-private-items", "--quiet"]);
    command::run(doc.env("RUSTDOCFLAGS", "--deny warnings"))?;
    command::run(command::cargo().args(["test", "--locked", "--workspace", "--doc", "--quiet"]))
}
