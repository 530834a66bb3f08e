//! A visitor at the real window: opens it, touches it, reads it.
//!
//! Knows what stands on a screen. It must never know how the kiosk came to show it.
#![cfg(target_os = "linux")]

use std::{env, path::PathBuf};

use anyhow::{Context, Result};

pub mod agency;
mod driver;
pub mod filling;
mod kiosk;
pub mod language;
mod machine;
pub mod passer_by;
pub mod visitor;

/// A path that `cargo xtask` tells the journeys.
fn place(name: &str) -> Result<PathBuf> {
    let place = env::var_os(name).map(PathBuf::from);
    place.with_context(|| format!("{name} is not set: run the journeys by `cargo xtask test --only window`"))
}
