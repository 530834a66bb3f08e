//! A display to open the window on, and a look at what stands on it.

use std::{
    collections::HashSet,
    env,
    fs::{self, File},
    io::{BufRead, BufReader, BufWriter},
    path::Path,
    process::{Child, Command, Stdio},
    thread,
    time::{Duration, Instant},
};

use anyhow::{Context, Result, bail};
use x11rb::{
    connection::Connection,
    protocol::xproto::{ConnectionExt, ImageFormat},
    rust_connection::RustConnection,
};

use crate::command;

/// Portrait, as the kiosk's own.
const SIZE: (u16, u16) = (1080, 1920);

/// A display; a virtual one ends with this.
pub struct Display {
    name: Option<String>,
    server: Option<Child>,
}

impl Display {
    /// The display of this session, when there is one.
    pub fn present() -> Option<Self> {
        let there = |name: &str| env::var_os(name).is_some_and(|value| !value.is_empty());
        (there("DISPLAY") || there("WAYLAND_DISPLAY")).then_some(Self {
            name: None,
            server: None,
        })
    }

    /// Starts a virtual one, 1080×1920.
    pub fn start_virtual() -> Result<Self> {
        let (width, height) = SIZE;
        let mut server = command::command("Xvfb")
            .args([
                "-displayfd",
                "1",
                "-nolisten",
                "tcp",
                "-dpi",
                "96",
                "-screen",
                "0",
            ])
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
        Ok(Self {
            name: Some(format!(":{}", number.trim())),
            server: Some(server),
        })
    }

    /// Makes a program open its windows here.
    pub fn lend(&self, command: &mut Command) {
        if let Some(name) = &self.name {
            command
                .env("DISPLAY", name)
                .env("GDK_BACKEND", "x11")
                .env_remove("WAYLAND_DISPLAY");
            // There is nobody here whom a screen reader could read to, and no bus to find one on.
            command.env("NO_AT_BRIDGE", "1").env("GTK_A11Y", "none");
        }
    }

    /// Waits until something is drawn and stands still, and gives it.
    pub fn wait_until_drawn(&self, at_most: Duration) -> Result<Picture> {
        let eye = Eye::open(self)?;
        let begun = Instant::now();
        let mut before = eye.look()?;
        while begun.elapsed() < at_most {
            thread::sleep(Duration::from_millis(100));
            let now = eye.look()?;
            if now.is_drawn() && now.pixels == before.pixels {
                return Ok(now);
            }
            before = now;
        }
        if before.is_drawn() {
            Ok(before)
        } else {
            bail!("nothing was drawn within {} s", at_most.as_secs())
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

/// A standing connection to a display, cheap to look through again and again.
pub struct Eye {
    connection: RustConnection,
    root: u32,
}

impl Eye {
    /// Opens it.
    pub fn open(display: &Display) -> Result<Self> {
        let (connection, screen) = x11rb::connect(display.name.as_deref())?;
        let root = connection
            .setup()
            .roots
            .get(screen)
            .context("the display has no screen")?
            .root;
        Ok(Self { connection, root })
    }

    /// The whole display.
    pub fn look(&self) -> Result<Picture> {
        self.rows(SIZE.1, SIZE.1)
    }

    /// One row in sixteen: enough to see whether there is text, and quick enough not to slow down
    /// what is being watched.
    pub fn glance(&self) -> Result<Picture> {
        self.rows(16, 1)
    }

    /// `height` rows out of every `step`, over the whole width.
    fn rows(&self, step: u16, height: u16) -> Result<Picture> {
        let (width, bottom) = SIZE;
        let mut asked = Vec::new();
        for top in (0..bottom).step_by(step.into()) {
            let top = i16::try_from(top)?;
            asked.push(self.connection.get_image(
                ImageFormat::Z_PIXMAP,
                self.root,
                0,
                top,
                width,
                height,
                u32::MAX,
            )?);
        }
        let mut pixels = Vec::new();
        for rows in asked {
            let data = rows.reply()?.data;
            let (quads, _) = data.as_chunks::<4>();
            pixels.extend(
                quads
                    .iter()
                    .map(|[blue, green, red, _]| [*red, *green, *blue]),
            );
        }
        let rows = u32::from(bottom.div_ceil(step)) * u32::from(height);
        Ok(Picture {
            width: width.into(),
            height: rows,
            pixels,
        })
    }
}

/// What stood on a display.
pub struct Picture {
    width: u32,
    height: u32,
    pixels: Vec<[u8; 3]>,
}

impl Picture {
    /// Whether it holds more than an empty window: text is drawn in many shades.
    pub fn is_drawn(&self) -> bool {
        self.pixels.iter().step_by(7).collect::<HashSet<_>>().len() > 12
    }

    /// Saves it as PNG.
    pub fn save(&self, path: &Path) -> Result<()> {
        if let Some(folder) = path.parent() {
            fs::create_dir_all(folder)?;
        }
        let mut encoder =
            png::Encoder::new(BufWriter::new(File::create(path)?), self.width, self.height);
        encoder.set_color(png::ColorType::Rgb);
        encoder.set_depth(png::BitDepth::Eight);
        encoder
            .write_header()?
            .write_image_data(self.pixels.as_flattened())?;
        Ok(())
    }
}
