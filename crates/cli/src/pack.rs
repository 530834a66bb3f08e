//! `kaunter pack`: what a trainer and a field engineer do with content packs.
//!
//! It knows arguments and wording; what is right and wrong is decided in `kaunter-pack`.

mod build;
mod check;
mod golden;
mod keys;
mod new;
mod shelf;

use std::process::ExitCode;

use anyhow::Result;
use clap::Subcommand;
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
