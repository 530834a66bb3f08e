//! `purge` and `audit`: forms go when their time is over, and a chain of lines proves it. With them goes what kiosks counted.

use anyhow::{Result, ensure};
use clap::Args;
use jiff::{SignedDuration, Timestamp, civil::Date, tz::TimeZone};
use kaunter_protocol::TenantId;
use kaunter_terminal::out;

use crate::{place::Place, registry::AuditLine};

/// Takes away forms whose time is over, with a line that proves it.
#[derive(Args)]
pub struct Purge {
    /// The agency.
    #[arg(long)]
    tenant: TenantId,
    /// Days since they were received, in the place of the settings' `retention_days`.
    #[arg(long)]
    days: Option<u32>,
}

/// Prints what was purged, and whether the chain of lines holds.
#[derive(Args)]
pub struct Audit {
    /// The agency.
    #[arg(long)]
    tenant: TenantId,
}

impl Purge {
    pub(super) async fn run(self, place: Place) -> Result<()> {
        let now = Timestamp::now();
        let days = self.days.unwrap_or(place.settings.retention_days);
        let before = now - SignedDuration::from_hours(24 * i64::from(days));
        let within = place.registry.known(&self.tenant, None).await?;
        let purged = within.purge(before, now).await?;
        purged.lines.iter().for_each(print);
        let conflicts = within.purge_conflicts(before, now).await?;
        conflicts.iter().for_each(print);
        // A day is the kiosk's own: one more, so that none goes before it is over everywhere.
        let first_day = before.to_zoned(TimeZone::UTC).date().yesterday().unwrap_or(Date::MIN);
        let figures = within.purge_figures(first_day).await?;
        let forms: i64 = purged.lines.iter().map(|line| line.counted).sum();
        out!("{} purged", super::forms(forms));
        let conflicts = conflicts.map_or(0, |line| line.counted);
        out!("{conflicts} conflicts and {figures} lines of figures purged");
        Ok(())
    }
}

impl Audit {
    pub(super) async fn run(self, place: Place) -> Result<()> {
        let (lines, broken) = place.registry.known(&self.tenant, None).await?.audit().await?;
        lines.iter().for_each(print);
        ensure!(broken.is_none(), "the chain is broken at line {}", broken.unwrap_or_default());
        out!("the chain holds");
        Ok(())
    }
}

fn print(line: &AuditLine) {
    let AuditLine { sequence, at, what, counted, digest, hash } = line;
    out!("{sequence}\t{at}\t{what}\t{counted}\t{digest}\t{hash}");
}
