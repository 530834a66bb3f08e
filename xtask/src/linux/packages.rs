//! The system packages that building, running and testing need, on Debian 12 and its relatives.

use std::{
    env,
    path::PathBuf,
    process::{Command, Stdio},
};

use anyhow::{Context, Result, bail};

use crate::command;

/// Each with what it is for.
const PACKAGES: &[(&str, &str)] = &[
    ("build-essential", "compiler and linker"),
    ("pkg-config", "finds the libraries below"),
    ("libwebkit2gtk-4.1-dev", "the web view of the window"),
    ("perl", "configures the OpenSSL that the database is built with"),
    ("cmake", "builds the recogniser of speech"),
    ("libasound2-dev", "the microphone"),
    ("libspeechd-dev", "the system's voices"),
    ("libclang-dev", "reads the header of the library above"),
    ("clang", "its own headers"),
    ("speech-dispatcher", "speaks"),
    ("speech-dispatcher-espeak-ng", "gives it a voice for each language"),
    ("espeak-ng", "speaks to the recogniser in tests"),
    ("asterisk-core-sounds-en-wav", "a woman on the telephone, in tests"),
    ("pocketsphinx-testdata", "women and men who read, in tests"),
    ("gcin-voice", "two people who speak Mandarin, in tests"),
    ("vorbis-tools", "reads what the two people say"),
    ("pulseaudio", "a loudspeaker and a microphone without a sound card, in tests"),
    ("pulseaudio-utils", "records what was said, in tests"),
    ("libasound2-plugins", "joins them to the kiosk"),
    ("age", "opens sealed forms in tests"),
    ("minisign", "signs and verifies packs beside ours, in tests"),
    ("procps", "ends processes, in tests"),
    ("cups", "a print server of their own, in tests"),
    ("cups-client", "makes its queues"),
    ("cups-ipp-utils", "a driverless printer without paper, in tests"),
    ("dbus", "the printer program does not start without a bus"),
    ("fonts-noto-core", "Latin letters"),
    ("fonts-noto-cjk", "Han and Hangul, sans and serif"),
    ("fonts-hanazono", "rare Han characters on paper"),
    ("poppler-utils", "reads printed forms in tests"),
    ("postgresql", "a database server of its own, in tests"),
    ("systemd", "looks the services over, in tests"),
    ("xvfb", "a display where there is none"),
    ("webkit2gtk-driver", "drives the real window in tests"),
    ("chromium", "draws the screens at every size in tests"),
];

/// Only what is measured beside.
const MEASURED_BESIDE: &[(&str, &str)] = &[("libreoffice-writer-nogui", "printing is measured beside it")];

/// Only where the packages are tried in a machine of their own.
const TO_BOOT: &[(&str, &str)] =
    &[("mmdebstrap", "makes a Debian machine"), ("qemu-system-x86", "starts it"), ("e2fsprogs", "makes its disk")];

/// What it takes to start a machine of one's own, installed when it is first wanted.
pub fn install_to_boot() -> Result<()> {
    install(TO_BOOT)?;
    if !am_root()? || !cfg!(target_arch = "x86_64") {
        bail!("a machine is made by root alone, and on x86-64");
    }
    Ok(())
}

/// Installs what is missing, after naming it.
pub fn install_missing() -> Result<()> {
    install(PACKAGES)
}

/// LibreOffice, installed when it is first wanted.
pub fn soffice() -> Result<PathBuf> {
    if command::found("soffice").is_none() {
        install(MEASURED_BESIDE)?;
    }
    command::found("soffice").context("there is no LibreOffice")
}

fn install(packages: &[(&'static str, &str)]) -> Result<()> {
    if command::found("dpkg-query").is_none() {
        println!("This is no Debian: see to it that these, or their like, are installed:");
        for (package, purpose) in packages {
            println!("  {package:<24}{purpose}");
        }
        return Ok(());
    }
    let missing = missing(packages)?;
    if missing.is_empty() {
        return Ok(());
    }
    println!("Installing system packages (some minutes): {}", missing.join(" "));
    command::run(as_root("apt-get")?.args(["update", "--quiet"]))?;
    command::run(as_root("apt-get")?.args(["install", "--yes", "--quiet", "--no-install-recommends"]).args(&missing))
}

fn missing(packages: &[(&'static str, &str)]) -> Result<Vec<&'static str>> {
    let names = packages.iter().map(|(package, _)| package);
    // dpkg-query fails as a whole when it does not know one of the packages; its answer still counts.
    let known = command::command("dpkg-query")
        .args(["--show", "--showformat", "${Package} ${db:Status-Status}\n"])
        .args(names)
        .stderr(Stdio::null())
        .output()?;
    let known = String::from_utf8_lossy(&known.stdout).into_owned();
    let installed = |package: &str| known.lines().any(|line| line == format!("{package} installed"));
    Ok(packages.iter().map(|(package, _)| *package).filter(|package| !installed(package)).collect())
}

fn as_root(program: &str) -> Result<Command> {
    let mut command = if am_root()? {
        command::command(program)
    } else if command::found("sudo").is_some() {
        let mut sudo = command::command("sudo");
        sudo.args(["--preserve-env=DEBIAN_FRONTEND", program]);
        sudo
    } else {
        bail!("system packages are missing: run this as root, or install sudo");
    };
    command.env("DEBIAN_FRONTEND", "noninteractive").env("LC_ALL", env::var("LC_ALL").unwrap_or("C.UTF-8".into()));
    Ok(command)
}

fn am_root() -> Result<bool> {
    Ok(command::read(command::command("id").arg("-u"))?.trim() == "0")
}
