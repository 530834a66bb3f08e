//! The kiosk as a whole: its programs, the sample pack, and a data folder to start it on.

use std::{path::PathBuf, process::Command};

use anyhow::Result;

use crate::{command, paths, screens};

/// Builds `kaunter` and gives its path.
pub fn build_cli() -> Result<PathBuf> {
    build(&["--package", "kaunter-cli"], "debug")?;
    Ok(paths::built("debug", "kaunter"))
}

/// Builds the empty window that the kiosk's start is compared with.
pub fn build_empty_window() -> Result<PathBuf> {
    screens::build()?;
    build(
        &["--package", "kaunter-shell", "--example", "empty"],
        "release",
    )?;
    Ok(paths::built("release", "examples/empty"))
}

fn build(what: &[&str], profile: &str) -> Result<()> {
    let mut cargo = command::cargo();
    cargo.args(["build", "--locked", "--quiet"]).args(what);
    if profile == "release" {
        cargo.arg("--release");
    }
    command::run(&mut cargo)
}

/// Writes the screens' TypeScript anew from the Rust types.
pub fn write_bindings() -> Result<()> {
    let mut test = command::cargo();
    test.args([
        "test",
        "--locked",
        "--quiet",
        "--package",
        "kaunter-kiosk",
        "--test",
        "it",
        "bindings",
    ]);
    command::run(test.env("KAUNTER_WRITE_BINDINGS", "1"))
}

/// The sample pack installed in a data folder of this checkout, and the window built to open on it.
pub struct Sample {
    profile: &'static str,
    data: PathBuf,
}

impl Sample {
    /// Builds what is stale.
    pub fn prepare(profile: &'static str) -> Result<Self> {
        screens::build()?;
        build(
            &[
                "--package",
                "kaunter-shell",
                "--bin",
                "kaunter-window",
                "--package",
                "kaunter-cli",
                "--bin",
                "kaunter",
            ],
            profile,
        )?;
        Ok(Self {
            profile,
            data: paths::out().join("kiosk"),
        })
    }

    /// The window's program, ready to be started.
    pub fn window(&self) -> Command {
        let mut window = command::command(paths::built(self.profile, "kaunter-window"));
        window.env("KAUNTER_DATA", &self.data);
        window
    }

    /// Tells the journeys where all this is.
    pub fn lend(&self, journeys: &mut Command) {
        journeys
            .env("KAUNTER_SAMPLE", &self.data)
            .env("KAUNTER_PROGRAMS", paths::target().join(self.profile));
    }
}
