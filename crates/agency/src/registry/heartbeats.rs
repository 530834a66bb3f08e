//! How kiosks fare. Only what the protocol's types hold is kept: there is no place for a person's words.

use jiff::Timestamp;
use kaunter_protocol::{Heartbeat, KioskId};

use super::{RegistryError, Within, unreadable};
use crate::values;

impl Within<'_> {
    /// Keeps a heartbeat, unless a later one was kept.
    ///
    /// # Errors
    /// The database's.
    pub async fn keep_heartbeat(
        &self,
        kiosk: &KioskId,
        beat: &Heartbeat,
        now: Timestamp,
    ) -> Result<bool, RegistryError> {
        let sequence = i64::try_from(beat.sequence).unwrap_or(i64::MAX);
        let held = Heartbeat { days: Default::default(), ..beat.clone() };
        let held = serde_json::to_string(&held).map_err(|_| unreadable("heartbeat"))?;
        let newer = self
            .write(
                "UPDATE kiosks SET seen_at = $3, beat_sequence = $4, beat = $5
                 WHERE tenant = $1 AND kiosk = $2 AND (beat_sequence IS NULL OR beat_sequence < $4) RETURNING kiosk",
                values![kiosk, now, sequence, held],
            )
            .await?;
        if newer.is_empty() {
            return Ok(false);
        }
        let mut work = Vec::new();
        for (day, languages) in &beat.days {
            for (language, counters) in languages {
                let written = |error| {
                    let _: serde_json::Error = error;
                    unreadable("heartbeat")
                };
                let language = serde_json::to_value(language).map_err(written)?;
                let counters = serde_json::to_string(counters).map_err(written)?;
                work.push(self.about(
                    "INSERT INTO figures (tenant, kiosk, day, language, counters) VALUES ($1, $2, $3, $4, $5)
                     ON CONFLICT (tenant, kiosk, day, language) DO UPDATE SET counters = excluded.counters",
                    values![kiosk, day.to_string(), language.as_str().unwrap_or("other"), counters],
                ));
            }
        }
        if !work.is_empty() {
            self.write_all(work).await?;
        }
        Ok(true)
    }
}
