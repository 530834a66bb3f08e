//! What this platform has to be given by hand.

use std::{
    path::{Path, PathBuf},
    process::Command,
    time::Duration,
};

use anyhow::{Context, Result, bail};

use crate::command;

/// Says what to install; nothing is installed here.
pub fn install_missing() -> Result<()> {
    println!("On this platform see to it that these are installed:");
    println!(
        "  a C compiler, the platform's web view (WebView2, WKWebView), the Noto fonts (Sans and Serif, CJK and Latin)"
    );
    Ok(())
}

/// LibreOffice, where it is found.
pub fn soffice() -> Result<PathBuf> {
    command::found("soffice").context("install LibreOffice, and put soffice on the path")
}

/// Debian's packages are made on Linux only.
pub fn build_packages(_: &str, _: &Path, _: bool) -> Result<Vec<PathBuf>> {
    bail!("Debian's packages are made on Linux only")
}

/// There are none to look over.
pub fn check_packages(_: &str) -> Result<()> {
    println!("Debian's packages are made on Linux only");
    Ok(())
}

/// Debian's packages are tried on Linux only.
pub fn boot(_: &str, _: Option<&Path>, _: bool) -> Result<()> {
    bail!("Debian's packages are tried on Linux only")
}

/// The display of this session.
pub struct Display;

impl Display {
    /// Always there.
    pub fn present() -> Option<Self> {
        Some(Self)
    }

    /// There are none.
    pub fn start_virtual() -> Result<Self> {
        bail!("virtual displays are started on Linux only")
    }

    /// Nothing to lend.
    pub fn lend(&self, _: &mut Command) {}
}

/// Displays are looked at on Linux only.
pub struct Eye;

impl Eye {
    /// There is none.
    pub fn on(_: &Display) -> Result<Self> {
        bail!("displays are looked at on Linux only")
    }

    /// Sees nothing.
    pub fn look_when_still(&self) -> Result<Picture> {
        bail!("displays are looked at on Linux only")
    }

    /// Sees nothing.
    pub fn wait(&self, _: Duration, _: &str, _: impl Fn(&Picture) -> bool) -> Result<Duration> {
        bail!("displays are looked at on Linux only")
    }
}

/// What stood on a display.
pub struct Picture;

impl Picture {
    /// Never.
    pub fn is_drawn(&self) -> bool {
        false
    }

    /// None.
    pub fn share_of(&self, _: [u8; 3]) -> f64 {
        0.0
    }

    /// Nothing to save.
    pub fn save(&self, _: &Path) -> Result<()> {
        Ok(())
    }
}

/// Not weighed here.
pub fn memory_of(_: u32) -> Result<u64> {
    bail!("memory is weighed on Linux only")
}
