//! Installs what building, running and testing need; on a machine that has it all this takes no time.

use std::{env, fs, path::PathBuf};

use anyhow::{Context, Result, bail};
use serde_json::Value;

use crate::{command, linux, paths};

/// The runner of the Rust tests.
const NEXTEST: (&str, &str) = ("cargo-nextest", "0.9.151");
/// The typesetter's own program, of the version that is built in.
const TYPST: (&str, &str) = ("typst-cli", "0.15.1");

/// All of it.
pub fn everything() -> Result<()> {
    to_run()?;
    nextest()?;
    println!("Everything that is needed is installed.");
    Ok(())
}

/// What opening the window needs.
pub fn to_run() -> Result<()> {
    linux::install_missing()?;
    front_end_packages()
}

/// The program that runs the Rust tests: of the machine when it has one, else built once and kept
/// beside the build folder.
pub fn nextest() -> Result<PathBuf> {
    tool(NEXTEST.0, NEXTEST, &[("OPT_LEVEL", "1"), ("CODEGEN_UNITS", "16")])
}

/// Typst's own program, which printing is measured beside: built as it is released.
pub fn typst() -> Result<PathBuf> {
    tool("typst", TYPST, &[])
}

/// A program of the machine when it has one, else built once and kept.
fn tool(program: &str, (name, version): (&str, &str), profile: &[(&str, &str)]) -> Result<PathBuf> {
    if let Some(there) = command::found(program) {
        return Ok(there);
    }
    let tools = tools()?;
    let program = tools.join("bin").join(format!("{program}{}", env::consts::EXE_SUFFIX));
    if !program.is_file() {
        println!("Building {name} {version} once (some minutes)");
        command::run(
            command::cargo()
                .args(["install", "--locked", "--quiet", "--root"])
                .arg(&tools)
                .arg(format!("{name}@{version}"))
                .env("CARGO_PROFILE_RELEASE_LTO", "off")
                .envs(profile.iter().map(|(name, value)| (format!("CARGO_PROFILE_RELEASE_{name}"), value))),
        )?;
    }
    Ok(program)
}

fn tools() -> Result<PathBuf> {
    let home = env::var_os("HOME").or_else(|| env::var_os("USERPROFILE")).context("there is no home folder")?;
    let cache = env::var_os("XDG_CACHE_HOME").map_or_else(|| PathBuf::from(home).join(".cache"), PathBuf::from);
    Ok(cache.join("kaunter").join("tools"))
}

fn front_end_packages() -> Result<()> {
    if command::found("npm").is_none() && command::found("npm.cmd").is_none() {
        bail!("Node is missing: install Node 20.19 or later from https://nodejs.org");
    }
    if installed_as_locked().unwrap_or(false) {
        return Ok(());
    }
    println!("Installing the screens' packages (a minute)");
    command::run(command::npm().args(["ci", "--no-audit", "--no-fund", "--loglevel", "error"]))
}

/// Whether npm's own note of what is installed agrees with the lock file.
fn installed_as_locked() -> Result<bool> {
    let packages = |file: PathBuf| -> Result<Value> {
        let mut lock: Value = serde_json::from_slice(&fs::read(file)?)?;
        Ok(lock["packages"].take())
    };
    let locked = packages(paths::ui().join("package-lock.json"))?;
    let installed = packages(paths::ui().join("node_modules/.package-lock.json"))?;
    let locked = locked.as_object().context("the lock file lists no packages")?;
    Ok(locked
        .iter()
        .filter(|(path, package)| !path.is_empty() && package["optional"] != true)
        .all(|(path, package)| installed[path]["version"] == package["version"]))
}
