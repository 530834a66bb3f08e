//! `kiosk`: codes, the list, what kiosks tell of themselves, revocation.

use anyhow::Result;
use clap::Subcommand;
use jiff::{SignedDuration, Timestamp, ToSpan};
use kaunter_protocol::{Counters, Heartbeat, KioskId, PrinterCondition, SiteId, TenantId};
use kaunter_terminal::{err, out};
use serde_json::Value;

use crate::{
    place::Place,
    registry::{Figures, KioskLine},
};

/// Kiosks: let in, listed, shut out.
#[derive(Subcommand)]
pub enum Kiosks {
    /// Makes a one-time code for a kiosk, and prints it. It is kept nowhere.
    Code {
        /// The agency.
        #[arg(long)]
        tenant: TenantId,
        /// Where the kiosk will stand.
        #[arg(long)]
        site: SiteId,
        /// Its name from now on.
        kiosk: KioskId,
        /// Which packs it gets.
        #[arg(long, default_value = "stable")]
        channel: String,
        /// Minutes for which the code holds, 1 to 1440.
        #[arg(long, default_value_t = 30, value_parser = clap::value_parser!(i64).range(1..=1440))]
        minutes: i64,
    },
    /// Lists an agency's kiosks, each with how it fared when it was last heard.
    List {
        /// The agency.
        #[arg(long)]
        tenant: TenantId,
    },
    /// Prints what kiosks counted, as CSV: a row for each day, kiosk and language.
    Figures {
        /// The agency.
        #[arg(long)]
        tenant: TenantId,
        /// Of so many days, with this one.
        #[arg(long, default_value_t = 7, value_parser = clap::value_parser!(i64).range(1..=36_500))]
        days: i64,
    },
    /// Shuts a kiosk out from its next request on.
    Revoke {
        /// The agency.
        #[arg(long)]
        tenant: TenantId,
        /// Which.
        kiosk: KioskId,
    },
}

impl Kiosks {
    pub(super) async fn run(self, place: Place) -> Result<()> {
        let now = Timestamp::now();
        match self {
            Self::Code { tenant, site, kiosk, channel, minutes } => {
                let holds = SignedDuration::from_mins(minutes);
                let new = place
                    .registry
                    .known(&tenant, Some(&site))
                    .await?
                    .new_code(&site, &kiosk, &channel, holds, now)
                    .await?;
                out!("{}", new.code.grouped());
                err!("for {}, until {:.0}", new.kiosk, new.expires_at);
            }
            Self::List { tenant } => {
                place
                    .registry
                    .known(&tenant, None)
                    .await?
                    .kiosks()
                    .await?
                    .iter()
                    .for_each(|line| out!("{}", listed(line, now)));
            }
            Self::Figures { tenant, days } => {
                let today = now.to_zoned(jiff::tz::TimeZone::system()).date();
                let figures =
                    place.registry.known(&tenant, None).await?.figures(today.saturating_sub((days - 1).days())).await?;
                out!("{COLUMNS}");
                figures.iter().for_each(|figures| out!("{}", row(figures)));
            }
            Self::Revoke { tenant, kiosk } => place.registry.known(&tenant, None).await?.revoke(&kiosk, now).await?,
        }
        Ok(())
    }
}

/// One kiosk: where, which, since when, and how it fared when it was last heard.
fn listed(line: &KioskLine, now: Timestamp) -> String {
    let state = match (line.enrolled_at, line.revoked_at) {
        (_, Some(at)) => format!("revoked {at:.0}"),
        (Some(at), None) => format!("enrolled {at:.0}"),
        (None, None) if line.code_until <= now => "its code has run out".to_owned(),
        (None, None) => format!("waits for its code until {:.0}", line.code_until),
    };
    let seen = line.seen_at.map_or("never".to_owned(), |at| format!("{at:.0}"));
    let fares = line.beat.as_ref().map(fares).unwrap_or_default();
    format!("{}\t{}\t{}\t{state}\tseen {seen}{fares}", line.site, line.kiosk, line.channel)
}

fn fares(beat: &Heartbeat) -> String {
    let (hours, minutes) = (beat.up_seconds / 3600, beat.up_seconds / 60 % 60);
    let printer = match beat.printer {
        PrinterCondition::None => "no printer",
        PrinterCondition::Ready => "printer ready",
        PrinterCondition::NeedsAttention => "printer needs attention",
        PrinterCondition::Unreachable => "printer out of reach",
        PrinterCondition::Unknown => "printer not heard yet",
    };
    let Heartbeat { held, disk_free_mib, .. } = beat;
    format!(
        "\tup {hours}:{minutes:02}\t{printer}\t{disk_free_mib} MiB free\t{} waiting\t{} set aside",
        held.waiting, held.set_aside
    )
}

/// What [`row`] writes.
const COLUMNS: &str = "day,kiosk,language,sessions,answered,refused,handed_over,forms_started,forms_finished,seconds,\
                       printed,print_failures";

/// No cell can hold a comma: names, days, tags and numbers.
fn row(figures: &Figures<KioskId>) -> String {
    let Figures { day, kiosk, language, counters } = figures;
    let language = serde_json::to_value(language).unwrap_or(Value::Null);
    let Counters { sessions, answered, refused, handed_over, forms_started, forms_finished, .. } = *counters;
    let Counters { seconds, printed, print_failures, .. } = *counters;
    let visits = [sessions, answered, refused, handed_over, forms_started, forms_finished, seconds];
    let counted = visits.into_iter().chain([printed, print_failures]).map(|count| count.to_string());
    let counted = counted.collect::<Vec<_>>().join(",");
    format!("{day},{kiosk},{},{counted}", language.as_str().unwrap_or("other"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn whose_code_has_run_out_is_not_waited_for() {
        let until: Timestamp = "2026-11-22T10:00:00Z".parse().unwrap();
        let line = KioskLine {
            site: "main".parse().unwrap(),
            kiosk: "hall-1".parse().unwrap(),
            channel: "stable".to_owned(),
            code_until: until,
            enrolled_at: None,
            revoked_at: None,
            seen_at: None,
            beat: None,
        };
        let before = listed(&line, until - SignedDuration::from_secs(1));
        assert!(before.contains("waits for its code until 2026-11-22T10:00:00Z"), "{before}");
        assert!(listed(&line, until).contains("its code has run out"));
        assert!(listed(&KioskLine { enrolled_at: Some(until), ..line }, until).contains("enrolled"));
    }
}
