//! Somebody who only sees the display and has a finger: what WebDriver cannot watch, because its
//! session dies with the web view.

use std::{
    process::{Child, Command, Stdio},
    time::Duration,
};

use anyhow::{Result, ensure};
use kaunter_display::{Eye, Picture};

use crate::{kiosk::Kiosk, machine, place};

/// Longest that a screen may take to change.
const PATIENCE: Duration = Duration::from_secs(20);

/// A kiosk as it stands in a hall, and somebody in front of it.
pub struct PasserBy {
    window: Child,
    eye: Eye,
    _kiosk: Kiosk,
}

impl PasserBy {
    /// The kiosk with the smallest pack is opened.
    ///
    /// # Errors
    /// Nothing is drawn.
    pub fn comes() -> Result<Self> {
        let kiosk = Kiosk::at_the_pier()?;
        let mut window = Command::new(place("KAUNTER_WINDOW_PROGRAM")?);
        kiosk.lend(&mut window);
        let window = window.stdout(Stdio::null()).stderr(Stdio::null()).spawn()?;
        let eye = kiosk.eye()?;
        let passer_by = Self { window, eye, _kiosk: kiosk };
        passer_by.waits_until("something is drawn", Picture::is_drawn)?;
        Ok(passer_by)
    }

    /// What is on the screen, when it stands still.
    ///
    /// # Errors
    /// The display is gone.
    pub fn looks(&self) -> Result<Picture> {
        self.eye.look_when_still()
    }

    /// Touches the lower middle of the screen.
    ///
    /// # Errors
    /// The display is gone.
    pub fn touches_the_screen(&self) -> Result<()> {
        self.eye.touch(540, 1700)
    }

    /// Waits until the whole screen is so; gives how long it took.
    ///
    /// # Errors
    /// It does not come to be.
    pub fn waits_until(&self, what: &str, holds: impl Fn(&Picture) -> bool) -> Result<Duration> {
        self.eye.wait_for(PATIENCE, what, holds)
    }

    /// A bug, a lack of memory: the web view's process is gone from one moment to the next.
    ///
    /// # Errors
    /// There was none.
    pub fn kills_the_web_process(&self) -> Result<()> {
        ensure!(machine::kill_web_process(self.window.id())? > 0, "there was no web process");
        Ok(())
    }
}

impl Drop for PasserBy {
    fn drop(&mut self) {
        let _ = self.window.kill();
        let _ = self.window.wait();
    }
}
