//! `status import`: a list of the agency's system becomes what kiosks may keep.

use std::{fs, path::PathBuf};

use anyhow::{Context, Result, bail};
use clap::Subcommand;
use jiff::Timestamp;
use kaunter_protocol::{SiteId, StatusText, TenantId};
use kaunter_reading::{InFile, Report, optional, read_table, required};
use kaunter_terminal::out;

use crate::{place::Place, registry::StatusLine};

/// How far applications are.
#[derive(Subcommand)]
pub enum Statuses {
    /// Takes a CSV file in the place of the site's list: `reference,status` and, if wanted, `second` (what a citizen
    /// is asked beside, such as a day of birth), `since` (RFC 3339) and `next`. All or nothing.
    Import {
        /// The agency.
        #[arg(long)]
        tenant: TenantId,
        /// For which site's kiosks.
        #[arg(long)]
        site: SiteId,
        /// When the agency's system said so; now unless told.
        #[arg(long)]
        as_of: Option<Timestamp>,
        /// The file.
        file: PathBuf,
    },
}

impl Statuses {
    pub(super) async fn run(self, place: Place) -> Result<()> {
        let Self::Import { tenant, site, as_of, file } = self;
        let bytes = fs::read(&file).with_context(|| file.display().to_string())?;
        let lines = read(&bytes, &file.display().to_string())?;
        let as_of = as_of.unwrap_or_else(Timestamp::now);
        let done = place.registry.known(&tenant, Some(&site)).await?.import_statuses(&site, &lines, as_of).await?;
        out!("{} changed, {} as before, {} gone", done.changed, done.same, done.gone);
        Ok(())
    }
}

fn read(bytes: &[u8], name: &str) -> Result<Vec<StatusLine>> {
    let columns = [required("reference"), optional("second"), required("status"), optional("since"), optional("next")];
    let mut report = Report::default();
    let mut lines = Vec::new();
    let mut late = None;
    read_table(bytes, &columns, None, &mut InFile::new(&mut report, name), |record, faults| {
        let (Some(reference), Some(status)) = (record.needed("reference", faults), record.needed("status", faults))
        else {
            return;
        };
        let since = record.filled("since").map(str::parse::<Timestamp>).transpose();
        late = late.or(since.is_err().then_some(record.line));
        let next = record.filled("next").map(str::to_owned);
        let text = StatusText { status: status.to_owned(), since: since.ok().flatten(), next };
        let second = record.cell("second").to_owned();
        lines.push(StatusLine { line: record.line, reference: reference.to_owned(), second, text });
    });
    if let Some(line) = late {
        bail!("{name}, line {line}: `since` is no time such as 2026-11-21T14:00:00+08:00");
    }
    // A list with a hole in it would take away somebody's status.
    // Columns that mean nothing here may stand in it.
    if let Some(fault) = report.faults().iter().find(|fault| fault.kind.code() != "unknown-column") {
        bail!("{fault}. {}", fault.kind.remedy());
    }
    Ok(lines)
}
