//! `kaunter pack`: what a trainer and a field engineer do with content packs.
//!
//! It knows arguments and wording; what is right and wrong is decided in `kaunter-pack`.

mod build;
mod check;
mod golden;
mod keys;
mod new;
mod shelf;

use std::{ffi::OsString, fs, io::Write, path::Path, process::ExitCode};

use anyhow::{Context, Result};
pub use check::{checked, counted, write_report};
use clap::Subcommand;
use kaunter_pack::PackError;
pub use keys::trusted_keys;

#[derive(Subcommand)]
pub enum PackCommand {
    /// Write a small pack to start from.
    New(new::NewArguments),
    /// Name every fault of a pack: file, line and remedy.
    Check(check::CheckArguments),
    /// Make the one file that kiosks install.
    Build(build::BuildArguments),
    /// Make a key pair for signing packs.
    Keygen(keys::KeygenArguments),
    /// Sign a built pack.
    Sign(keys::SignArguments),
    /// Verify a built pack's signature.
    Verify(keys::VerifyArguments),
    /// Install a signed pack on a kiosk's shelf and serve it.
    Install(shelf::InstallArguments),
    /// List the packs on a shelf.
    List(shelf::ListArguments),
    /// Serve the pack before the current one again.
    Rollback(shelf::RollbackArguments),
}

pub fn run(command: PackCommand) -> Result<ExitCode> {
    match command {
        PackCommand::New(arguments) => new::new(&arguments),
        PackCommand::Check(arguments) => check::check(&arguments),
        PackCommand::Build(arguments) => build::build(&arguments),
        PackCommand::Keygen(arguments) => keys::keygen(&arguments),
        PackCommand::Sign(arguments) => keys::sign(&arguments),
        PackCommand::Verify(arguments) => keys::verify(&arguments),
        PackCommand::Install(arguments) => shelf::install(&arguments),
        PackCommand::List(arguments) => shelf::list(&arguments),
        PackCommand::Rollback(arguments) => shelf::rollback(&arguments),
    }
}

/// A refusal with its code, for people and for scripts.
pub fn coded(error: PackError) -> anyhow::Error {
    // Its sentence says already what the system says.
    anyhow::anyhow!("refused ({}): {error}", error.code())
}

/// Writes a file beside its place and moves it there, so that nobody meets half of it.
pub fn write_whole(path: &Path, bytes: &[u8]) -> Result<()> {
    write_beside(path, bytes, fs::OpenOptions::new().write(true).create(true).truncate(true))
}

/// The same for what somebody answered: only its owner reads it.
pub fn write_private(path: &Path, bytes: &[u8]) -> Result<()> {
    let mut options = fs::OpenOptions::new();
    options.write(true).create(true).truncate(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    write_beside(path, bytes, &options)
}

fn write_beside(path: &Path, bytes: &[u8], options: &fs::OpenOptions) -> Result<()> {
    let mut name = OsString::from(".");
    name.push(path.file_name().unwrap_or_default());
    name.push(".part");
    let draft = path.with_file_name(name);
    let write = || {
        if let Some(folder) = path.parent() {
            fs::create_dir_all(folder)?;
        }
        let mut file = options.open(&draft)?;
        file.write_all(bytes)?;
        file.sync_all()?;
        fs::rename(&draft, path)
    };
    write().with_context(|| format!("{} cannot be written", path.display()))
}
