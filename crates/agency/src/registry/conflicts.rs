//! What came under the id of another form: kept beside it until a person has looked at both.

use jiff::Timestamp;
use kaunter_protocol::{Digest, KioskId};
use uuid::Uuid;

use super::{RegistryError, Within};
use crate::{database::Row, values};

/// Other bytes under the id of a form.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Conflict {
    /// The form's id.
    pub id: Uuid,
    /// SHA-256 of these bytes.
    pub sha256: Digest,
    /// Who brought them.
    pub kiosk: KioskId,
    /// When.
    pub received_at: Timestamp,
    /// When a person looked at them.
    pub seen_at: Option<Timestamp>,
}

impl Within<'_> {
    /// What came under the ids of other forms, by id.
    ///
    /// # Errors
    /// The database's.
    pub async fn conflicts(&self) -> Result<Vec<Conflict>, RegistryError> {
        let sql = "SELECT c.id, c.sha256, c.kiosk, c.received_at, s.seen_at FROM conflicts AS c
                   LEFT JOIN conflicts_seen AS s ON s.tenant = c.tenant AND s.id = c.id AND s.sha256 = c.sha256
                   WHERE c.tenant = $1 ORDER BY c.id, c.sha256";
        let rows = self.read(sql, []).await?;
        rows.iter().map(conflict).collect()
    }

    /// The sealed bytes of one.
    ///
    /// # Errors
    /// There is none, or it was purged.
    pub async fn conflicting(&self, id: Uuid, sha256: Digest) -> Result<Vec<u8>, RegistryError> {
        let sql = "SELECT sealed FROM conflicts WHERE tenant = $1 AND id = $2 AND sha256 = $3";
        let rows = self.read(sql, values![id, sha256]).await?;
        Ok(rows.first().ok_or(RegistryError::Missing("conflict"))?.bytes(0)?.to_vec())
    }

    /// A person has looked at all that came under this id so far.
    ///
    /// # Errors
    /// Nothing came under it but the form itself.
    pub async fn mark_seen(&self, id: Uuid, now: Timestamp) -> Result<(), RegistryError> {
        let of_id: Vec<_> = self.conflicts().await?.into_iter().filter(|conflict| conflict.id == id).collect();
        if of_id.is_empty() {
            return Err(RegistryError::Missing("conflict"));
        }
        let mark = |conflict: Conflict| {
            self.about(
                "INSERT INTO conflicts_seen (tenant, id, sha256, seen_at) VALUES ($1, $2, $3, $4)
                 ON CONFLICT (tenant, id, sha256) DO NOTHING",
                values![conflict.id, conflict.sha256, now],
            )
        };
        self.write_all(of_id.into_iter().map(mark).collect()).await?;
        Ok(())
    }
}

fn conflict(row: &Row) -> Result<Conflict, RegistryError> {
    Ok(Conflict {
        id: row.parsed(0)?,
        sha256: row.digest(1)?,
        kiosk: row.parsed(2)?,
        received_at: row.time(3)?,
        seen_at: row.time_or(4)?,
    })
}
