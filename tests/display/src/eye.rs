//! A look at a display, and a finger on it.

use std::{
    env, process, thread,
    time::{Duration, Instant},
};

use anyhow::{Context, Result, bail};
use x11rb::{
    connection::Connection,
    protocol::{
        xproto::{BUTTON_PRESS_EVENT, BUTTON_RELEASE_EVENT, ConnectionExt, ImageFormat, MOTION_NOTIFY_EVENT},
        xtest::ConnectionExt as _,
    },
    rust_connection::RustConnection,
    wrapper::ConnectionExt as _,
};

use crate::{Display, Picture};

/// Between two looks.
const BLINK: Duration = Duration::from_millis(20);

/// A standing connection to a display, cheap to look through again and again.
pub struct Eye {
    connection: RustConnection,
    root: u32,
    width: u16,
    height: u16,
}

impl Eye {
    /// Opens it.
    ///
    /// # Errors
    /// There is no such display.
    pub fn on(display: &Display) -> Result<Self> {
        let (connection, screen) = x11rb::connect(display.name.as_deref())?;
        let screen = connection.setup().roots.get(screen).context("the display has no screen")?;
        let (root, width, height) = (screen.root, screen.width_in_pixels, screen.height_in_pixels);
        Ok(Self { connection, root, width, height })
    }

    /// The whole display.
    ///
    /// # Errors
    /// The display is gone.
    pub fn look(&self) -> Result<Picture> {
        self.rows(self.height, self.height)
    }

    /// One row in sixteen: enough to see whether there is text, and quick enough not to slow down
    /// what is being watched.
    ///
    /// # Errors
    /// The display is gone.
    pub fn glance(&self) -> Result<Picture> {
        self.rows(16, 1)
    }

    /// `height` rows out of every `step`, over the whole width.
    fn rows(&self, step: u16, height: u16) -> Result<Picture> {
        let mut asked = Vec::new();
        for top in (0..self.height).step_by(step.into()) {
            let (top, all) = (i16::try_from(top)?, u32::MAX);
            asked.push(self.connection.get_image(ImageFormat::Z_PIXMAP, self.root, 0, top, self.width, height, all)?);
        }
        let mut pixels = Vec::new();
        for rows in asked {
            let data = rows.reply()?.data;
            let (quads, _) = data.as_chunks::<4>();
            pixels.extend(quads.iter().map(|[blue, green, red, _]| [*red, *green, *blue]));
        }
        Ok(Picture { width: self.width.into(), pixels })
    }

    /// Touches a point, given in pixels from the upper left.
    ///
    /// # Errors
    /// The display is gone.
    pub fn touch(&self, x: i16, y: i16) -> Result<()> {
        let left = 1;
        for (event, detail) in [(MOTION_NOTIFY_EVENT, 0), (BUTTON_PRESS_EVENT, left), (BUTTON_RELEASE_EVENT, left)] {
            self.connection.xtest_fake_input(event, detail, 0, self.root, x, y, 0)?;
        }
        self.connection.sync()?;
        Ok(())
    }

    /// Waits until a glance satisfies a condition; gives how long that took.
    ///
    /// # Errors
    /// It does not within `at_most`.
    pub fn wait(&self, at_most: Duration, what: &str, holds: impl Fn(&Picture) -> bool) -> Result<Duration> {
        wait(at_most, what, || Ok(holds(&self.glance()?)))
    }

    /// The same of the whole display: slower, and comparable with [`Self::look`].
    ///
    /// # Errors
    /// It does not within `at_most`; what was seen last is then saved, and the error says where.
    pub fn wait_for(&self, at_most: Duration, what: &str, holds: impl Fn(&Picture) -> bool) -> Result<Duration> {
        wait(at_most, what, || Ok(holds(&self.look()?))).or_else(|error| {
            let seen = env::temp_dir().join(format!("kaunter-last-look-{}.png", process::id()));
            self.look()?.save(&seen)?;
            Err(error.context(format!("the last look is {}", seen.display())))
        })
    }

    /// Waits until what is shown stands still, and gives it; what moves all the time is taken as
    /// it is after three seconds.
    ///
    /// # Errors
    /// The display is gone.
    pub fn look_when_still(&self) -> Result<Picture> {
        let begun = Instant::now();
        let mut before = self.look()?;
        while begun.elapsed() < Duration::from_secs(3) {
            thread::sleep(5 * BLINK);
            let now = self.look()?;
            if now == before {
                break;
            }
            before = now;
        }
        Ok(before)
    }
}

fn wait(at_most: Duration, what: &str, holds: impl Fn() -> Result<bool>) -> Result<Duration> {
    let begun = Instant::now();
    while !holds()? {
        if begun.elapsed() > at_most {
            bail!("waited {} s in vain until {what}", at_most.as_secs());
        }
        thread::sleep(BLINK);
    }
    Ok(begun.elapsed())
}
