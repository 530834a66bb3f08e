//! How kiosks fare. Only what the protocol's types hold is kept: there is no place for a person's words.

use jiff::{Timestamp, civil::Date};
use kaunter_protocol::{Counters, Heartbeat, KioskId, Language};

use super::{RegistryError, Within, unreadable};
use crate::values;

/// What a kiosk counted on one day in one language.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Figures<K> {
    /// The day, where the kiosk stands.
    pub day: Date,
    /// Which kiosk.
    pub kiosk: K,
    /// The language of its visitors.
    pub language: Language,
    /// What it counted.
    pub counters: Counters,
}

impl Within<'_> {
    /// What kiosks counted from this day on, by day, kiosk and language.
    ///
    /// # Errors
    /// The database's.
    pub async fn figures(&self, from: Date) -> Result<Vec<Figures<KioskId>>, RegistryError> {
        let sql = "SELECT day, kiosk, language, counters FROM figures WHERE tenant = $1 AND day >= $2
                   ORDER BY day, kiosk, language";
        let rows = self.read(sql, values![from.to_string()]).await?;
        let figures = |row: &crate::database::Row| {
            Ok(Figures {
                day: row.parsed(0)?,
                kiosk: row.parsed(1)?,
                language: serde_json::from_value(row.text(2)?.into()).map_err(|_| unreadable("figure"))?,
                counters: serde_json::from_str(row.text(3)?).map_err(|_| unreadable("figure"))?,
            })
        };
        rows.iter().map(figures).collect()
    }

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
