//! `kiosk`: codes, the list, revocation.

use anyhow::Result;
use clap::Subcommand;
use jiff::{SignedDuration, Timestamp};
use kaunter_protocol::{KioskId, SiteId, TenantId};

use crate::place::Place;

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
    /// Lists an agency's kiosks.
    List {
        /// The agency.
        #[arg(long)]
        tenant: TenantId,
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
                let new = place.registry.within(&tenant).new_code(&site, &kiosk, &channel, holds, now).await?;
                println!("{}", new.code.grouped());
                eprintln!("for {}, until {:.0}", new.kiosk, new.expires_at);
            }
            Self::List { tenant } => {
                for line in place.registry.within(&tenant).kiosks().await? {
                    let state = match (line.enrolled_at, line.revoked_at) {
                        (_, Some(at)) => format!("revoked {at:.0}"),
                        (Some(at), None) => format!("enrolled {at:.0}"),
                        (None, None) => "waits for its code".to_owned(),
                    };
                    let seen = line.seen_at.map_or("never".to_owned(), |at| format!("{at:.0}"));
                    println!("{}\t{}\t{}\t{state}\tseen {seen}", line.site, line.kiosk, line.channel);
                }
            }
            Self::Revoke { tenant, kiosk } => place.registry.within(&tenant).revoke(&kiosk, now).await?,
        }
        Ok(())
    }
}
