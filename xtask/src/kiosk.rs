//! The kiosk as a whole: its programs, the sample pack, and a data folder to start it on.

use std::{
    fs,
    hash::{BuildHasher, RandomState},
    io::Write,
    path::{Path, PathBuf},
    process::{Command, Stdio},
};

use anyhow::{Context, Result, ensure};

use crate::{agency::LocalAgency, command, linux::Picture, paths, screens};

/// Colour of what one does next, `--go` in the screens' tokens.
const GO: [u8; 3] = [0x1E, 0x5B, 0x50];

/// Whether the attract screen is drawn: no other screen before the first touch has its large button.
pub fn is_attracting(picture: &Picture) -> bool {
    picture.share_of(GO) > 0.02
}

/// Builds `kaunter` and gives its path.
pub fn build_cli() -> Result<PathBuf> {
    build(&[WORKSPACE, &["--bin", "kaunter"]].concat(), "debug")?;
    Ok(paths::built("debug", "kaunter"))
}

/// Builds everything that is delivered: the window, the command line, the agency's server.
pub fn build_programs(profile: &str) -> Result<()> {
    screens::build()?;
    println!("Building the programs ({profile})");
    let programs = ["--bin", "kaunter-window", "--bin", "kaunter", "--bin", "kaunter-agency"];
    build(&[WORKSPACE, &programs].concat(), profile)
}

/// Builds the agency's server and gives its path.
pub fn build_agency() -> Result<PathBuf> {
    build(&[WORKSPACE, &["--bin", "kaunter-agency"]].concat(), "debug")?;
    Ok(paths::built("debug", "kaunter-agency"))
}

/// Chosen from the whole workspace, as the tests are: the same features, so the same artefacts.
const WORKSPACE: &[&str] = &["--workspace", "--exclude", super::stages::JOURNEYS];

/// Builds the empty window that the kiosk's start is compared with.
pub fn build_empty_window() -> Result<PathBuf> {
    screens::build()?;
    let chosen = ["--features", "kaunter-shell/empty-window", "--bin", "empty-window"];
    build(&[WORKSPACE, &chosen].concat(), "release")?;
    Ok(paths::built("release", "empty-window"))
}

/// Writes the screens' TypeScript anew from the Rust types.
pub fn write_bindings() -> Result<()> {
    let mut test = command::cargo();
    test.args(["test", "--locked", "--quiet", "--package", "kaunter-kiosk"]);
    test.args(["--test", "it", "bindings"]);
    command::run(test.env("KAUNTER_WRITE_BINDINGS", "1"))
}

/// Changes when the same pack would be worked out otherwise.
fn work_out_fingerprint() -> Result<String> {
    let mut sources = vec!["crates/knowledge/src".to_owned(), "crates/pack/src".to_owned()];
    for language in fs::read_dir(paths::root().join("locales"))? {
        sources.push(format!("locales/{}/search", language?.file_name().display()));
    }
    screens::fingerprint(&sources)
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
    /// Builds what is stale and installs the sample pack under `out/<name>`.
    pub fn prepare(profile: &'static str, name: &str) -> Result<Self> {
        build_programs(profile)?;
        let sample = Self { profile, folder: paths::out().join(name) };
        sample.install_pack()?;
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
            .env("KAUNTER_WINDOW_PROGRAM", paths::built(self.profile, "kaunter-window"))
            .env("KAUNTER_PROGRAM", paths::built(self.profile, "kaunter"))
            .env("KAUNTER_AGENCY_PROGRAM", paths::built(self.profile, "kaunter-agency"))
            .env("KAUNTER_SAMPLE", &self.folder)
            .env("RUST_LIB_BACKTRACE", "0")
            .env("KAUNTER_PICTURES", paths::out().join("screens"));
    }

    fn kaunter(&self) -> Command {
        let mut kaunter = command::command(paths::built(self.profile, "kaunter"));
        // The sample is never the kiosk of whoever calls this.
        kaunter.env_remove("KAUNTER_DATA");
        kaunter
    }

    fn data(&self) -> PathBuf {
        self.folder.join("kiosk")
    }

    /// Packs are signed with a key of this machine, made when it is first needed.
    fn keys(&self) -> Result<(PathBuf, PathBuf)> {
        let (secret, public) = (self.folder.join("development.key"), self.folder.join("development.pub"));
        if !secret.is_file() {
            fs::create_dir_all(&self.folder)?;
            let mut keygen = self.kaunter();
            keygen.args(["pack", "keygen", "--no-password", "--secret-key"]).arg(&secret);
            command::read(keygen.arg("--public-key").arg(&public))?;
        }
        Ok((secret, public))
    }

    fn install_pack(&self) -> Result<()> {
        let now = screens::fingerprint(&["content"])? + &work_out_fingerprint()?;
        let noted = self.folder.join("installed");
        if fs::read_to_string(&noted).is_ok_and(|before| before == now) {
            return Ok(());
        }
        println!("Installing the sample pack");
        let (secret, public) = self.keys()?;
        let mut build = self.kaunter();
        // Whether it reaches its own bar is a test's business.
        build.args(["pack", "build", "--below-bar"]).arg(paths::root().join("content"));
        let built = command::read(build.arg("--out").arg(&self.folder))?;
        let built = Path::new(built.trim());
        let mut sign = self.kaunter();
        command::read(sign.args(["pack", "sign"]).arg(built).arg("--secret-key").arg(secret))?;
        let mut install = self.kaunter();
        install.args(["pack", "install", "--allow-older"]).arg(built);
        install.arg("--shelf").arg(self.data().join("packs"));
        command::read(install.arg("--public-key").arg(&public))?;
        let keys = self.data().join("keys");
        fs::create_dir_all(&keys)?;
        fs::copy(&public, keys.join("development.pub"))?;
        self.work_out(built)?;
        fs::write(noted, now)?;
        Ok(())
    }

    /// Works the pack out beforehand, so that the window opens with everything ready.
    fn work_out(&self, pack: &Path) -> Result<()> {
        println!("Working out its index (in a debug build this takes a minute or two)");
        let cache = self.data().join("cache");
        if cache.exists() {
            fs::remove_dir_all(&cache)?;
        }
        let mut running = Vec::new();
        for language in fs::read_dir(paths::root().join("content/knowledge"))? {
            let mut ask = self.kaunter();
            ask.args(["ask", "--pack"]).arg(pack).arg("--cache").arg(&cache);
            ask.arg("--lang").arg(language?.file_name()).arg("?").stdout(Stdio::null());
            running.push(ask.spawn()?);
        }
        for mut asking in running {
            ensure!(asking.wait()?.success(), "the pack cannot be asked");
        }
        Ok(())
    }

    /// The agency's server that belongs to this sample.
    pub fn agency(&self) -> Result<LocalAgency> {
        LocalAgency::prepare(paths::built(self.profile, "kaunter-agency"), self.folder.join("agency"), None)
    }

    /// Makes the kiosk one of that agency's, once.
    pub fn enrol(&self, agency: &LocalAgency) -> Result<()> {
        let noted = self.folder.join("enrolled");
        if !noted.is_file() {
            let mut enrol = self.kaunter();
            enrol.arg("enrol").arg(format!("http://{}", LocalAgency::ADDRESS)).arg(agency.code_anew()?);
            command::run(enrol.arg("--data").arg(self.data()))?;
            fs::write(noted, LocalAgency::ADDRESS)?;
        }
        Ok(())
    }

    /// Sets an officer's PIN where there is none, and tells it once.
    pub fn set_pin(&self) -> Result<()> {
        let settings = self.data().join("kiosk.toml");
        if settings.is_file() {
            return Ok(());
        }
        let pin = format!("{:06}", RandomState::new().hash_one("pin") % 1_000_000);
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
        println!("The officer's PIN is {pin}; it is not told again. Another is set in {}", settings.display());
        Ok(())
    }
}
