//! A kiosk of one journey's own: a display, a data folder, a pack.

use std::{
    fs,
    io::Write,
    path::{Path, PathBuf},
    process::{Command, Stdio},
};

use anyhow::{Context, Result, ensure};
use kaunter_display::{Display, Eye};
use kaunter_sound::Room;
use tempfile::TempDir;

use crate::{
    agency::Agency,
    machine::{copy_folder, link_folder},
    place,
};

/// Everything that a window is opened with; gone when this goes.
pub struct Kiosk {
    display: Display,
    data: TempDir,
    room: Option<Room>,
}

impl Kiosk {
    /// One with the sample pack installed and worked out, and these lines in its settings.
    ///
    /// # Errors
    /// The sample is not there: the journeys are run by `cargo xtask test --only window`.
    pub fn of_the_sample(settings: &str) -> Result<Self> {
        let kiosk = Self::bare(settings)?;
        let sample = place("KAUNTER_SAMPLE")?.join("kiosk");
        copy_folder(&sample.join("packs"), &kiosk.data.path().join("packs"))?;
        link_folder(&sample.join("cache"), &kiosk.data.path().join("cache"))?;
        Ok(kiosk)
    }

    /// The same in a room in which it is heard, and hears what is played there.
    ///
    /// # Errors
    /// As [`Self::of_the_sample`], or there is no sound server.
    pub fn of_the_sample_in(room: Room, settings: &str) -> Result<Self> {
        Ok(Self { room: Some(room), ..Self::of_the_sample(settings)? })
    }

    /// The same with the model that was trained for tests, which hears the voice that speaks in them.
    ///
    /// # Errors
    /// As [`Self::of_the_sample_in`], or there is no model.
    pub fn that_hears(room: Room) -> Result<Self> {
        let kiosk = Self::of_the_sample_in(room, "")?;
        let file = kiosk.data.path().join("hears.bin");
        zstd::stream::copy_decode(fs::File::open("../../models/selftest.bin.zst")?, fs::File::create(&file)?)?;
        let settings = format!("voice = true\nmodel = {:?}\nvoice_threads = 1\n", file.display().to_string());
        fs::write(kiosk.data.path().join("kiosk.toml"), settings)?;
        Ok(kiosk)
    }

    /// The room that it stands in.
    ///
    /// # Errors
    /// It stands in none.
    pub fn room(&self) -> Result<&Room> {
        self.room.as_ref().context("this kiosk stands in no room")
    }

    /// One that is enrolled with this agency.
    ///
    /// # Errors
    /// As [`Self::of_the_sample`], or the agency refuses.
    pub fn of_the_agency(agency: &Agency) -> Result<Self> {
        let kiosk = Self::of_the_sample("[courier]\nspread_seconds = 0\n")?;
        let mut enrol = kaunter()?;
        kiosk.lend(&mut enrol);
        enrol.args(["enrol", &agency.address(), &agency.code()?, "--data"]).arg(kiosk.data.path());
        done(&mut enrol)?;
        Ok(kiosk)
    }

    /// One with the smallest of packs.
    ///
    /// # Errors
    /// The pack is refused.
    pub fn at_the_pier() -> Result<Self> {
        let kiosk = Self::bare("")?;
        kiosk.install_at_the_pier("1.0", |_| Ok(()))?;
        Ok(kiosk)
    }

    fn bare(settings: &str) -> Result<Self> {
        let data = tempfile::tempdir_in(place("KAUNTER_SAMPLE")?)?;
        let kiosk = Self { display: Display::start_virtual()?, data, room: None };
        // A voice takes a speech service of its own; journeys that want one say so.
        let voice = if settings.contains("voice") { "" } else { "voice = false\n" };
        fs::write(kiosk.data.path().join("kiosk.toml"), format!("{voice}{settings}"))?;
        Ok(kiosk)
    }

    /// The line that sets an officer's PIN.
    ///
    /// # Errors
    /// The PIN is refused.
    pub fn pin(pin: &str) -> Result<String> {
        let mut hashing = kaunter()?.arg("pin").stdin(Stdio::piped()).stdout(Stdio::piped()).spawn()?;
        hashing.stdin.take().context("no input")?.write_all(pin.as_bytes())?;
        let hashed = hashing.wait_with_output()?;
        ensure!(hashed.status.success(), "the PIN is refused");
        Ok(String::from_utf8(hashed.stdout)?)
    }

    /// Its data folder.
    pub fn data(&self) -> &Path {
        self.data.path()
    }

    /// What it has logged.
    ///
    /// # Errors
    /// It has logged nothing yet.
    pub fn log(&self) -> Result<String> {
        Ok(fs::read_to_string(self.data.path().join("kaunter.log"))?)
    }

    /// A look at its display.
    ///
    /// # Errors
    /// The display is gone.
    pub fn eye(&self) -> Result<Eye> {
        Eye::on(&self.display)
    }

    /// Makes a program use its display and data folder.
    pub fn lend(&self, command: &mut Command) {
        if let Some(room) = &self.room {
            room.lend(command);
        }
        self.display.lend(command);
        command.env("KAUNTER_DATA", self.data.path()).env_remove("KAUNTER_WINDOW");
        command.env("KAUNTER_KEY_FILE", self.data.path().join("store.key"));
    }

    /// Builds, signs and installs the pier's pack under a version of its own.
    ///
    /// # Errors
    /// The pack is refused.
    pub fn install_at_the_pier(&self, version: &str, change: impl Fn(&Path) -> Result<()>) -> Result<()> {
        let work = tempfile::tempdir()?;
        let folder = work.path().join("pack");
        copy_folder(Path::new("small-pack"), &folder)?;
        change(&folder)?;
        let manifest = fs::read_to_string(folder.join("pack.toml"))?;
        fs::write(folder.join("pack.toml"), manifest.replace("1.0", version))?;
        let built = done(kaunter()?.args(["pack", "build"]).arg(&folder).arg("--out").arg(work.path()))?;
        let built = PathBuf::from(built.trim());
        let keys = place("KAUNTER_SAMPLE")?;
        let secret = keys.join("development.key");
        done(kaunter()?.args(["pack", "sign"]).arg(&built).arg("--secret-key").arg(secret))?;
        let mut install = kaunter()?;
        install.args(["pack", "install"]).arg(&built).arg("--shelf").arg(self.data.path().join("packs"));
        done(install.arg("--public-key").arg(keys.join("development.pub")))?;
        Ok(())
    }
}

fn kaunter() -> Result<Command> {
    let mut kaunter = Command::new(place("KAUNTER_PROGRAM")?);
    // Its own data folder is named each time.
    kaunter.env_remove("KAUNTER_DATA");
    Ok(kaunter)
}

pub(crate) fn done(command: &mut Command) -> Result<String> {
    let done = command.output()?;
    ensure!(
        done.status.success(),
        "{}{}",
        String::from_utf8_lossy(&done.stdout),
        String::from_utf8_lossy(&done.stderr)
    );
    Ok(String::from_utf8(done.stdout)?)
}
