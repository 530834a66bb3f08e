//! The kiosk as a whole: its programs, the sample pack, and a data folder to start it on.

use std::{
    fs,
    hash::{BuildHasher, RandomState},
    io::Write,
    path::{Path, PathBuf},
    process::{Command, Stdio},
};

use anyhow::{Context, Result, ensure};

use crate::{command, linux::Picture, paths, screens};

/// The sample pack's id.
const PACK: &str = "harbour-city";
/// Colour of what one does next, `--go` in the screens' tokens.
const GO: [u8; 3] = [0x1E, 0x5B, 0x50];

/// Whether the attract screen is drawn: no other screen before the first touch has its large button.
pub fn is_attracting(picture: &Picture) -> bool {
    picture.share_of(GO) > 0.02
}

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
    Ok(paths::built("release/examples", "empty"))
}

/// Writes the screens' TypeScript anew from the Rust types.
pub fn write_bindings() -> Result<()> {
    let mut test = command::cargo();
    test.args(["test", "--locked", "--quiet", "--package", "kaunter-kiosk"]);
    test.args(["--test", "it", "bindings"]);
    command::run(test.env("KAUNTER_WRITE_BINDINGS", "1"))
}

fn build(what: &[&str], profile: &str) -> Result<()> {
    let mut cargo = command::cargo();
    cargo.args(["build", "--locked"]).args(what);
    if profile == "release" {
        cargo.arg("--release");
    }
    command::run(&mut cargo)
}

/// The programs, built, and a folder with the sample pack installed.
pub struct Sample {
    profile: &'static str,
    folder: PathBuf,
}

impl Sample {
    /// Builds what is stale and installs the sample pack under `out/<name>`; an officer's PIN is set
    /// when there is none, and told once.
    pub fn prepare(profile: &'static str, name: &str) -> Result<Self> {
        screens::build()?;
        println!("Building the kiosk ({profile})");
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
        let sample = Self {
            profile,
            folder: paths::out().join(name),
        };
        sample.install_pack()?;
        sample.set_pin()?;
        Ok(sample)
    }

    /// The window's program, ready to be started.
    pub fn window(&self) -> Command {
        let mut window = command::command(paths::built(self.profile, "kaunter-window"));
        window.env("KAUNTER_DATA", self.data());
        window
    }

    /// Tells the journeys where all this is.
    pub fn lend(&self, journeys: &mut Command) {
        journeys
            .env(
                "KAUNTER_WINDOW_PROGRAM",
                paths::built(self.profile, "kaunter-window"),
            )
            .env("KAUNTER_PROGRAM", paths::built(self.profile, "kaunter"))
            .env("KAUNTER_SAMPLE", &self.folder)
            .env("KAUNTER_PICTURES", paths::out().join("screens"));
    }

    fn kaunter(&self) -> Command {
        command::command(paths::built(self.profile, "kaunter"))
    }

    fn data(&self) -> PathBuf {
        self.folder.join("kiosk")
    }

    /// Packs are signed with a key of this machine, made when it is first needed.
    fn keys(&self) -> Result<(PathBuf, PathBuf)> {
        let (secret, public) = (
            self.folder.join("development.key"),
            self.folder.join("development.pub"),
        );
        if !secret.is_file() {
            fs::create_dir_all(&self.folder)?;
            let mut keygen = self.kaunter();
            keygen
                .args(["pack", "keygen", "--no-password", "--secret-key"])
                .arg(&secret);
            command::read(keygen.arg("--public-key").arg(&public))?;
        }
        Ok((secret, public))
    }

    fn install_pack(&self) -> Result<()> {
        let (secret, public) = self.keys()?;
        let built = command::read(
            self.kaunter()
                .args(["pack", "build"])
                .arg(paths::root().join("content"))
                .arg("--out")
                .arg(&self.folder),
        )?;
        let built = Path::new(built.trim());
        let shelf = self.data().join("packs");
        let installed = self.folder.join("installed.kpack");
        if shelf.is_dir()
            && fs::read(&installed)
                .is_ok_and(|before| fs::read(built).is_ok_and(|now| now == before))
        {
            return Ok(());
        }
        println!("Installing the sample pack {PACK}");
        command::read(
            self.kaunter()
                .args(["pack", "sign"])
                .arg(built)
                .arg("--secret-key")
                .arg(secret),
        )?;
        let mut install = self.kaunter();
        install
            .args(["pack", "install", "--allow-older"])
            .arg(built)
            .arg("--shelf")
            .arg(&shelf);
        command::read(install.arg("--public-key").arg(public))?;
        self.index(built)?;
        fs::copy(built, installed)?;
        Ok(())
    }

    /// Works the pack out beforehand, so that the window opens with everything ready.
    fn index(&self, pack: &Path) -> Result<()> {
        println!("Working out its index (in a debug build this takes a minute or two)");
        let mut running = Vec::new();
        for language in fs::read_dir(paths::root().join("content/knowledge"))? {
            let mut ask = self.kaunter();
            ask.args(["ask", "--pack"])
                .arg(pack)
                .arg("--cache")
                .arg(self.data().join("cache"));
            ask.arg("--lang")
                .arg(language?.file_name())
                .arg("?")
                .stdout(Stdio::null());
            running.push(ask.spawn()?);
        }
        for mut asking in running {
            ensure!(asking.wait()?.success(), "the pack cannot be asked");
        }
        Ok(())
    }

    fn set_pin(&self) -> Result<()> {
        let settings = self.data().join("kiosk.toml");
        if settings.is_file() {
            return Ok(());
        }
        let pin = format!("{:06}", RandomState::new().hash_one(PACK) % 1_000_000);
        let mut hash = self
            .kaunter()
            .args(["pin"])
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .context("cannot start kaunter")?;
        if let Some(input) = &mut hash.stdin {
            writeln!(input, "{pin}")?;
        }
        let line = String::from_utf8(hash.wait_with_output()?.stdout)?;
        fs::write(&settings, line)?;
        println!(
            "The officer's PIN is {pin}; it is not told again. Another is set in {}",
            settings.display()
        );
        Ok(())
    }
}
