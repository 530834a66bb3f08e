//! `kaunter audit`: the trail of what happened on a kiosk.

use std::{path::PathBuf, process::ExitCode};

use anyhow::{Context, Result};
use clap::{Args, Subcommand};
use jiff::Timestamp;
use kaunter_store::{AuditReport, ChainFault, Store, StoreError, machine_key, usual_key_file, verify_audit};
use kaunter_terminal::out;

/// What to do with the trail.
#[derive(Subcommand)]
pub enum AuditCommand {
    /// Check that no entry was changed, removed or put between; also while the kiosk is at work.
    Verify(VerifyArguments),
}

/// Which trail to check.
#[derive(Args)]
pub struct VerifyArguments {
    /// The kiosk's data folder.
    #[arg(long, env = "KAUNTER_DATA")]
    data: PathBuf,
    /// File of the store's key [default: the credential of systemd, else KAUNTER_KEY_FILE, else
    /// ~/.config/kaunter/store.key].
    #[arg(long)]
    key_file: Option<PathBuf>,
}

/// Exit status 1 where the trail is broken.
pub fn run(command: &AuditCommand) -> Result<ExitCode> {
    let AuditCommand::Verify(arguments) = command;
    let key_file = arguments.key_file.clone().or_else(usual_key_file).context("there is no home folder")?;
    let report = verify_audit(&arguments.data.join(Store::FOLDER), &*machine_key(&key_file)).map_err(refused)?;
    print(&report);
    Ok(if report.broken.is_none() { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

fn refused(error: StoreError) -> anyhow::Error {
    let code = error.code();
    anyhow::Error::new(error).context(format!("refused ({code})"))
}

fn print(report: &AuditReport) {
    let time = |time: Option<Timestamp>| time.map_or("(none)".to_owned(), |time| time.to_string());
    out!("entries  {}", report.entries);
    out!("first    {}", time(report.first));
    out!("last     {}", time(report.last));
    out!("head     {}", report.head);
    match report.broken {
        None => out!("result   whole"),
        Some(broken) => out!("result   broken at entry {}: {}", broken.sequence, said(broken.fault)),
    }
}

fn said(fault: ChainFault) -> &'static str {
    match fault {
        ChainFault::Altered => "it is not what was written",
        ChainFault::Unlinked => "it does not follow the one before",
        ChainFault::Missing => "it is missing",
        ChainFault::CutOff => "it and what came after it are missing",
    }
}
