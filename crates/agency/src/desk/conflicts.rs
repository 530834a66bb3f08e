//! `conflicts`: forms that came under the id of another, for a person to look at. Both are written out as they were sealed:
//! `age` opens them with the agency's key.

use std::{fs, path::PathBuf};

use anyhow::{Context, Result};
use clap::Args;
use jiff::Timestamp;
use kaunter_protocol::TenantId;
use kaunter_terminal::{err, out};
use uuid::Uuid;

use super::export::write;
use crate::{
    place::Place,
    registry::{Conflict, RegistryError, Within},
};

/// Lists forms that came under the id of another and that nobody looked at yet; both are kept.
#[derive(Args)]
pub struct Conflicts {
    /// The agency.
    #[arg(long)]
    tenant: TenantId,
    /// Those too that somebody has looked at.
    #[arg(long)]
    all: bool,
    /// Writes what is listed into this folder as it was sealed, each beside the form whose id it has.
    #[arg(long)]
    to: Option<PathBuf>,
    /// Somebody has looked at what came under this id: it is listed no more, and purged when its time is over.
    #[arg(long, value_name = "ID")]
    looked_at: Option<Uuid>,
}

impl Conflicts {
    pub(super) async fn run(self, place: Place) -> Result<()> {
        let within = place.registry.known(&self.tenant, None).await?;
        if let Some(id) = self.looked_at {
            within.mark_seen(id, Timestamp::now()).await?;
        }
        if let Some(folder) = &self.to {
            fs::create_dir_all(folder).with_context(|| folder.display().to_string())?;
        }
        let conflicts = within.conflicts().await?;
        for conflict in conflicts.iter().filter(|conflict| self.all || conflict.seen_at.is_none()) {
            let Conflict { id, sha256, kiosk, received_at, seen_at } = conflict;
            let seen = seen_at.map(|at| format!("\tlooked at {at:.0}")).unwrap_or_default();
            out!("{id}\t{sha256}\t{kiosk}\t{received_at:.0}{seen}");
            if let Some(folder) = &self.to {
                write_both(&within, conflict, folder).await?;
            }
        }
        Ok(())
    }
}

async fn write_both(within: &Within<'_>, conflict: &Conflict, folder: &std::path::Path) -> Result<()> {
    let Conflict { id, sha256, .. } = conflict;
    let other = folder.join(format!("{id}-{sha256}.age"));
    write(&other, &within.conflicting(*id, *sha256).await?).with_context(|| other.display().to_string())?;
    let first = folder.join(format!("{id}.age"));
    match within.form(*id).await {
        Ok(form) => write(&first, &form.envelope.sealed.0).with_context(|| first.display().to_string()),
        Err(RegistryError::Missing(_)) => {
            err!("{id}: the form that came first was purged");
            Ok(())
        }
        Err(error) => Err(error.into()),
    }
}
