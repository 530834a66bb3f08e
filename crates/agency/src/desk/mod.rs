//! The command line: what administrators and the people at the desk do.
//!
//! Only `open` and `export` are given the agency's private key; they read it from a file, and keep it nowhere.

mod backup;
mod carry;
mod conflicts;
mod drafts;
mod export;
mod kiosks;
mod lists;
mod news;
mod opened;
mod packs;
mod retention;
mod serve;
mod shapes;
mod statuses;
mod stick;

use std::{io::Write, path::PathBuf};

use anyhow::Result;
use clap::{Parser, Subcommand};
use kaunter_protocol::{Cost, SiteId, TenantId};
use kaunter_terminal::out;

use crate::place::Place;

/// Threads that read from SQLite, each with a connection and its cache.
const READERS: usize = 16;

/// The agency's side of Kaunter.
#[derive(Parser)]
#[command(name = "kaunter-agency", version)]
pub struct Desk {
    /// The server's data folder.
    #[arg(long, global = true, env = "KAUNTER_AGENCY_DATA", default_value = "agency-data")]
    data: PathBuf,
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Serves kiosks until it is told to stop.
    Serve(serve::Serve),
    /// Agencies on this server.
    #[command(subcommand)]
    Tenant(Tenant),
    /// Kiosks: let in, listed, shut out.
    #[command(subcommand)]
    Kiosk(kiosks::Kiosks),
    /// Content packs: published, rolled out, held.
    #[command(subcommand)]
    Pack(packs::Packs),
    /// Notices that go live within seconds.
    #[command(subcommand)]
    Notice(news::Notices),
    /// How far applications are.
    #[command(subcommand)]
    Status(statuses::Statuses),
    /// Prints the public key that receipts are signed with; makes the key where there is none.
    Keys,
    /// Prints one form, opened.
    Open(export::Open),
    /// Writes forms into a drop folder, each once.
    Export(export::Export),
    /// Takes forms in from a stick, exactly as if they came by network, and writes receipts beside them.
    Import(stick::Import),
    /// Puts what a site's kiosks are to have onto a stick: notices, packs, models, and a signed list of them.
    Stick(carry::Carry),
    /// Lists or writes out forms that came under the id of another; both are kept.
    Conflicts(conflicts::Conflicts),
    /// Copies everything while the server runs (SQLite; PostgreSQL has pg_dump).
    Backup(backup::Backup),
    /// Makes a data folder from a copy.
    Restore(backup::Restore),
    /// Takes away forms whose time is over, with a line that proves it.
    Purge(retention::Purge),
    /// Prints what was purged, and whether the chain of lines holds.
    Audit(retention::Audit),
    /// Prints the OpenAPI document.
    Api,
}

#[derive(Subcommand)]
enum Tenant {
    /// Adds an agency and its sites, or sites to an agency.
    Add {
        /// The agency.
        tenant: TenantId,
        /// Its sites.
        #[arg(long = "site", required = true)]
        sites: Vec<SiteId>,
        /// Memory in KiB that looking up one status costs, for sites that are new.
        #[arg(long, default_value_t = Cost::default().memory_kib)]
        status_memory_kib: u32,
        /// Passes over it.
        #[arg(long, default_value_t = Cost::default().passes)]
        status_passes: u32,
    },
    /// Lists agencies, each with its sites.
    List,
}

impl Desk {
    /// Does it.
    ///
    /// # Errors
    /// Whatever stands against it, for people to read.
    pub fn run(self) -> Result<()> {
        let mut builder = tokio::runtime::Builder::new_multi_thread();
        let runtime = builder.enable_all().max_blocking_threads(READERS).build()?;
        runtime.block_on(self.command.run(self.data))
    }
}

impl Command {
    async fn run(self, data: PathBuf) -> Result<()> {
        match self {
            Self::Api => out().write_all(crate::server::document()?.as_bytes())?,
            Self::Restore(restore) => restore.run(&data)?,
            Self::Serve(serve) => serve.run(Place::open(&data).await?).await?,
            begins @ (Self::Keys | Self::Tenant(Tenant::Add { .. })) => begins.at(Place::open(&data).await?).await?,
            other => other.at(Place::existing(&data).await?).await?,
        }
        Ok(())
    }

    async fn at(self, place: Place) -> Result<()> {
        match self {
            Self::Tenant(command) => command.run(place).await,
            Self::Kiosk(command) => command.run(place).await,
            Self::Pack(command) => command.run(place).await,
            Self::Notice(command) => command.run(place).await,
            Self::Status(command) => command.run(place).await,
            Self::Open(command) => command.run(place).await,
            Self::Export(command) => command.run(place).await,
            Self::Import(command) => command.run(place).await,
            Self::Stick(command) => command.run(place).await,
            Self::Conflicts(command) => command.run(place).await,
            Self::Backup(command) => command.run(place).await,
            Self::Purge(command) => command.run(place).await,
            Self::Audit(command) => command.run(place).await,
            Self::Keys | Self::Api | Self::Restore(_) | Self::Serve(_) => {
                out!("{:?}  {}", place.registry.pen().key(), place.registry.pen().id().0);
                Ok(())
            }
        }
    }
}

impl Tenant {
    async fn run(self, place: Place) -> Result<()> {
        match self {
            Self::Add { tenant, sites, status_memory_kib, status_passes } => {
                let cost = Cost { memory_kib: status_memory_kib, passes: status_passes };
                place.registry.add_tenant(&tenant, &sites, cost, jiff::Timestamp::now()).await?;
            }
            Self::List => {
                for tenant in place.registry.tenants().await? {
                    let (forms, conflicts) = place.registry.within(&tenant).count().await?;
                    let sites: Vec<_> = place.registry.sites(&tenant).await?.iter().map(SiteId::to_string).collect();
                    out!("{tenant}\t{forms} forms\t{conflicts} conflicts\t{}", sites.join(", "));
                }
            }
        }
        Ok(())
    }
}

fn forms(count: i64) -> String {
    if count == 1 { "1 form".to_owned() } else { format!("{count} forms") }
}
