//! Where things lie.

use std::{env, path::PathBuf};

/// The workspace.
///
/// Cargo says at each run where it is: clones that share a build folder may run what another built.
pub fn root() -> PathBuf {
    let here =
        env::var_os("CARGO_MANIFEST_DIR").map_or_else(|| PathBuf::from(env!("CARGO_MANIFEST_DIR")), PathBuf::from);
    here.parent().map_or(here.clone(), PathBuf::from)
}

/// Cargo's build folder.
pub fn target() -> PathBuf {
    env::var_os("CARGO_TARGET_DIR").map_or_else(|| root().join("target"), |folder| root().join(folder))
}

/// The screens' packages and sources.
pub fn ui() -> PathBuf {
    root().join("ui")
}

/// What running and testing leaves to look at; never under version control.
pub fn out() -> PathBuf {
    root().join("out")
}

/// A program of the workspace, as built with `profile` (`debug` or `release`).
pub fn built(profile: &str, name: &str) -> PathBuf {
    target().join(profile).join(format!("{name}{}", env::consts::EXE_SUFFIX))
}
