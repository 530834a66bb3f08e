//! The display itself.

use std::{
    env,
    io::{BufRead, BufReader},
    process::{Child, Command, Stdio},
};

use anyhow::{Context, Result, bail};

/// Width and height of a virtual display in pixels: portrait, as the kiosk's own.
const SIZE: (u16, u16) = (1080, 1920);

/// A display; a virtual one ends with this.
pub struct Display {
    /// As X11 calls it; the session's own when it is not given.
    pub(crate) name: Option<String>,
    server: Option<Child>,
}

impl Display {
    /// The display of this session, when there is one.
    pub fn present() -> Option<Self> {
        let there = |name: &str| env::var_os(name).is_some_and(|value| !value.is_empty());
        let session = Self { name: None, server: None };
        (there("DISPLAY") || there("WAYLAND_DISPLAY")).then_some(session)
    }

    /// Starts a virtual one, 1080×1920.
    ///
    /// # Errors
    /// Xvfb is not installed or does not start.
    pub fn start_virtual() -> Result<Self> {
        let (width, height) = SIZE;
        let mut server = Command::new("Xvfb")
            .args(["-displayfd", "1", "-nolisten", "tcp", "-dpi", "96", "-screen", "0"])
            .arg(format!("{width}x{height}x24"))
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .context("cannot start Xvfb")?;
        let mut number = String::new();
        if let Some(said) = server.stdout.as_mut() {
            BufReader::new(said).read_line(&mut number)?;
        }
        if number.trim().is_empty() {
            bail!("Xvfb gave no display");
        }
        Ok(Self { name: Some(format!(":{}", number.trim())), server: Some(server) })
    }

    /// Makes a program open its windows here.
    pub fn lend(&self, command: &mut Command) {
        if let Some(name) = &self.name {
            command.env("DISPLAY", name).env("GDK_BACKEND", "x11").env_remove("WAYLAND_DISPLAY");
            // There is nobody here whom a screen reader could read to, and no bus to find one on.
            command.env("NO_AT_BRIDGE", "1").env("GTK_A11Y", "none");
        }
    }
}

impl Drop for Display {
    fn drop(&mut self) {
        if let Some(server) = &mut self.server {
            let _ = server.kill();
            let _ = server.wait();
        }
    }
}
