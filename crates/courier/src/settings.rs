//! What an administrator decides of the courier. Everything has a default; the table `[courier]` of `kiosk.toml` is one.

use std::{path::PathBuf, time::Duration};

use kaunter_pack::TrustedKey;
use serde::Deserialize;

use crate::{Bounds, Hours};

/// The least bound of a listener's rests.
const LISTENS_AT_LEAST: Duration = Duration::from_secs(60);

/// How the courier behaves.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Settings {
    /// A file of certificates (PEM) that are trusted beside those of the machine.
    pub authority: Option<PathBuf>,
    /// Packs are fetched only then, by the kiosk's clock: `22:00-06:00`. Any time where it is not set.
    pub pack_hours: Option<Hours>,
    /// The connection is paid for by what it carries: packs come on a stick alone.
    pub metered: bool,
    /// KiB a second that fetching packs takes at most; 0 for as much as there is.
    pub pack_kib_per_second: u32,
    /// Seconds over which kiosks spread when the agency is back after an outage, by a draw of each.
    pub spread_seconds: u32,
    /// Days after which the credential is changed; 0 for never.
    pub credential_days: u16,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            authority: None,
            pack_hours: None,
            metered: false,
            pack_kib_per_second: 512,
            spread_seconds: 300,
            credential_days: 30,
        }
    }
}

impl Settings {
    pub(crate) fn spread(&self) -> Duration {
        Duration::from_secs(self.spread_seconds.into())
    }

    /// How long it rests after a failure.
    pub(crate) fn rests(&self) -> Bounds {
        Bounds { first: Duration::from_secs(5), most: Duration::from_secs(15 * 60) }
    }

    /// How long whoever listens for notices rests after a failure: not as long, since it is who notices that the cable is
    /// in again, and no longer than kiosks spread.
    pub(crate) fn listens_again(&self) -> Bounds {
        let Bounds { first, most } = self.rests();
        Bounds { first, most: self.spread().clamp(LISTENS_AT_LEAST, most) }
    }

    /// Whether packs may be fetched at this time of day.
    pub(crate) fn fetches_packs(&self, at: jiff::civil::Time) -> bool {
        !self.metered && self.pack_hours.is_none_or(|hours| hours.contains(at))
    }
}

/// Where packs come to, and whose are taken.
#[derive(Debug, Clone)]
pub struct Place {
    /// The folder of what is not whole yet.
    pub downloads: PathBuf,
    /// The shelf that packs are installed on.
    pub shelf: PathBuf,
    /// Keys of which one must have signed a pack.
    pub keys: Vec<TrustedKey>,
}
