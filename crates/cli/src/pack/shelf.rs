//! `kaunter pack install`, `list` and `rollback`.

use std::{path::PathBuf, process::ExitCode};

use anyhow::{Result, bail};
use clap::Args;
use jiff::Zoned;
use kaunter_pack::{Installed, Shelf, Terms};
use kaunter_terminal::{err, out};
use serde_json::json;

use super::keys::trusted_keys;
use crate::report::coded;

#[derive(Args)]
struct ShelfFolder {
    /// The kiosk's folder of installed packs.
    #[arg(long)]
    shelf: PathBuf,
}

#[derive(Args)]
pub struct InstallArguments {
    /// The built pack; its signature stands beside it.
    pack: PathBuf,
    #[command(flatten)]
    folder: ShelfFolder,
    /// A trusted public key; may be given several times.
    #[arg(long, required = true)]
    public_key: Vec<PathBuf>,
    /// Take a version below the installed one.
    #[arg(long)]
    allow_older: bool,
}

#[derive(Args)]
pub struct ListArguments {
    #[command(flatten)]
    folder: ShelfFolder,
    /// Write one JSON array instead of lines.
    #[arg(long)]
    json: bool,
}

#[derive(Args)]
pub struct RollbackArguments {
    /// The pack's id; may be left out when the shelf holds only one.
    id: Option<String>,
    #[command(flatten)]
    folder: ShelfFolder,
}

pub fn install(arguments: &InstallArguments) -> Result<ExitCode> {
    let keys = trusted_keys(&arguments.public_key)?;
    let terms = Terms { keys, allow_older: arguments.allow_older, now: Zoned::now() };
    let shelf = Shelf::open(&arguments.folder.shelf);
    let arrival = shelf.install(&arguments.pack, &terms).map_err(coded)?;
    let installed = &arrival.installed;
    match arrival.before {
        Some(before) if before.version == installed.version && before.release != installed.release => {
            out!("{} {} is served now", installed.id, installed.version);
            err!(
                "warning: version {} was installed already, with other content ({}; now {}). Give changes a new version",
                installed.version,
                digest(&before),
                digest(installed),
            );
        }
        Some(before) => out!("{} {} is served now, after {}", installed.id, installed.version, before.version),
        None => out!("{} {} is served now", installed.id, installed.version),
    }
    Ok(ExitCode::SUCCESS)
}

pub fn list(arguments: &ListArguments) -> Result<ExitCode> {
    let all = Shelf::open(&arguments.folder.shelf).list().map_err(coded)?;
    if arguments.json {
        let rows: Vec<_> = all
            .iter()
            .map(|one| {
                json!({
                    "id": one.id,
                    "version": one.version.to_string(),
                    "release": one.release,
                    "current": one.current,
                })
            })
            .collect();
        out!("{}", serde_json::Value::from(rows));
        return Ok(ExitCode::SUCCESS);
    }
    if all.is_empty() {
        out!("no pack is installed in {}", arguments.folder.shelf.display());
    }
    for one in all {
        out!("{} {} {}  {}", if one.current { "*" } else { " " }, one.id, one.version, digest(&one));
    }
    Ok(ExitCode::SUCCESS)
}

pub fn rollback(arguments: &RollbackArguments) -> Result<ExitCode> {
    let shelf = Shelf::open(&arguments.folder.shelf);
    let id = match &arguments.id {
        Some(id) => id.clone(),
        None => only_id(&shelf)?,
    };
    let served = shelf.roll_back(&id).map_err(coded)?;
    out!("{} {} is served now", served.id, served.version);
    Ok(ExitCode::SUCCESS)
}

/// The beginning of the digest of its file: it differs where two of one version differ.
fn digest(installed: &Installed) -> &str {
    let digest = installed.release.rsplit('-').next().unwrap_or_default();
    digest.get(..8).unwrap_or(digest)
}

fn only_id(shelf: &Shelf) -> Result<String> {
    let mut ids: Vec<String> = shelf.list().map_err(coded)?.into_iter().map(|one| one.id).collect();
    ids.dedup();
    match ids.as_slice() {
        [id] => Ok(id.clone()),
        [] => bail!("no pack is installed"),
        _ => bail!("several packs are installed; say which: {}", ids.join(", ")),
    }
}
