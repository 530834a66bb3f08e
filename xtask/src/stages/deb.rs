//! The Debian packages, made of the programs that the tests built.

use anyhow::Result;

use crate::{kiosk, linux};

/// Builds what is stale, packs it, and looks the packages over.
pub fn check() -> Result<()> {
    kiosk::build_programs("debug")?;
    linux::check_packages("debug")
}
