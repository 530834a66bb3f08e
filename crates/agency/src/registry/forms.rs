//! Finished forms: received once, kept sealed, handed to the desk once.

use jiff::Timestamp;
use kaunter_protocol::{Envelope, Expected, KioskId, ProblemCode, Receipt};
use uuid::Uuid;

use super::{Registry, RegistryError, Within, unreadable};
use crate::values;

/// What came of a form that arrived.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Received {
    /// It is kept now.
    New(Receipt),
    /// It was here; the receipt is the one that was given then.
    Again(Receipt),
}

impl Received {
    /// The receipt, either way.
    pub fn receipt(&self) -> &Receipt {
        match self {
            Self::New(receipt) | Self::Again(receipt) => receipt,
        }
    }
}

/// A form as it is kept.
#[derive(Debug, Clone)]
pub struct Kept {
    /// Its id.
    pub id: Uuid,
    /// Who brought it.
    pub kiosk: KioskId,
    /// When.
    pub received_at: Timestamp,
    /// With its sealed bytes.
    pub envelope: Envelope,
}

impl Registry {
    /// How many forms wait for the desk, all agencies together.
    ///
    /// # Errors
    /// The database's.
    pub async fn waiting(&self) -> Result<i64, RegistryError> {
        let sql = "SELECT COUNT(*) FROM forms WHERE exported_at IS NULL";
        let rows = self.database.read(crate::database::statement(sql, [])).await?;
        Ok(rows.first().map_or(Ok(0), |row| row.int(0))?)
    }
}

impl Within<'_> {
    /// Keeps a form; the answer comes when it is on the disk.
    ///
    /// # Errors
    /// [`ProblemCode::FormConflict`] where other bytes came under its id before: then these are kept beside.
    pub async fn receive(
        &self,
        kiosk: &KioskId,
        id: Uuid,
        mut envelope: Envelope,
        now: Timestamp,
    ) -> Result<Received, RegistryError> {
        let sha256 = envelope.digest();
        let pen = self.registry.pen();
        let expected = Expected { form: id, sha256, tenant: self.tenant };
        let receipt = Receipt::by(expected, now, pen.id(), |bytes| pen.sign(bytes));
        let written = serde_json::to_string(&receipt).map_err(|_| unreadable("receipt"))?;
        let sealed = std::mem::take(&mut envelope.sealed.0);
        let outside = serde_json::to_string(&envelope).map_err(|_| unreadable("envelope"))?;
        let made = self
            .write(
                "INSERT INTO forms (tenant, id, kiosk, sha256, received_at, receipt, envelope, sealed)
                 VALUES ($1, $2, $3, $4, $5, $6, $7, $8) ON CONFLICT (tenant, id) DO NOTHING RETURNING id",
                values![id, kiosk, sha256, now, written, outside.clone(), sealed.clone()],
            )
            .await?;
        if !made.is_empty() {
            return Ok(Received::New(receipt));
        }
        match self.receipt(id).await? {
            Some(given) if given.sha256 == sha256 => Ok(Received::Again(given)),
            _ => {
                self.write(
                    "INSERT INTO conflicts (tenant, id, sha256, kiosk, received_at, envelope, sealed)
                     VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT (tenant, id, sha256) DO NOTHING",
                    values![id, sha256, kiosk, now, outside, sealed],
                )
                .await?;
                Err(RegistryError::Told(ProblemCode::FormConflict))
            }
        }
    }

    /// The receipt that was given for a form.
    ///
    /// # Errors
    /// The database's.
    pub async fn receipt(&self, id: Uuid) -> Result<Option<Receipt>, RegistryError> {
        let rows = self.read("SELECT receipt FROM forms WHERE tenant = $1 AND id = $2", values![id]).await?;
        let Some(row) = rows.first() else { return Ok(None) };
        serde_json::from_str(row.text(0)?).map(Some).map_err(|_| unreadable("receipt"))
    }

    /// Forms whose bytes are still here, in the order of their ids, after one; those that the desk has not had, or all.
    ///
    /// # Errors
    /// The database's.
    pub async fn kept(&self, after: Option<Uuid>, all: bool, most: i64) -> Result<Vec<Kept>, RegistryError> {
        let sql = if all {
            "SELECT id, kiosk, received_at, envelope, sealed FROM forms
             WHERE tenant = $1 AND id > $2 AND sealed IS NOT NULL ORDER BY id LIMIT $3"
        } else {
            "SELECT id, kiosk, received_at, envelope, sealed FROM forms
             WHERE tenant = $1 AND id > $2 AND exported_at IS NULL AND sealed IS NOT NULL ORDER BY id LIMIT $3"
        };
        let after = after.map(|id| id.to_string()).unwrap_or_default();
        let rows = self.read(sql, values![after, most]).await?;
        rows.iter().map(kept).collect()
    }

    /// One form.
    ///
    /// # Errors
    /// There is none, or its bytes were purged.
    pub async fn form(&self, id: Uuid) -> Result<Kept, RegistryError> {
        let sql = "SELECT id, kiosk, received_at, envelope, sealed FROM forms
                   WHERE tenant = $1 AND id = $2 AND sealed IS NOT NULL";
        let rows = self.read(sql, values![id]).await?;
        kept(rows.first().ok_or(RegistryError::Missing("form"))?)
    }

    /// The desk has it. Whether it had not before.
    ///
    /// # Errors
    /// The database's.
    pub async fn mark_exported(&self, id: Uuid, now: Timestamp) -> Result<bool, RegistryError> {
        let sql =
            "UPDATE forms SET exported_at = $3 WHERE tenant = $1 AND id = $2 AND exported_at IS NULL RETURNING id";
        Ok(!self.write(sql, values![id, now]).await?.is_empty())
    }

    /// Whether the desk has had it.
    ///
    /// # Errors
    /// The database's.
    pub async fn is_exported(&self, id: Uuid) -> Result<bool, RegistryError> {
        let sql = "SELECT id FROM forms WHERE tenant = $1 AND id = $2 AND exported_at IS NOT NULL";
        Ok(!self.read(sql, values![id]).await?.is_empty())
    }

    /// How many forms lie here, and how many came under an id with other bytes and were not looked at yet.
    ///
    /// # Errors
    /// The database's.
    pub async fn count(&self) -> Result<(i64, i64), RegistryError> {
        let forms = self.read("SELECT COUNT(*) FROM forms WHERE tenant = $1", []).await?;
        let conflicts = self
            .read(
                "SELECT COUNT(*) FROM conflicts AS c WHERE c.tenant = $1 AND NOT EXISTS (
                   SELECT 1 FROM conflicts_seen AS s WHERE s.tenant = c.tenant AND s.id = c.id AND s.sha256 = c.sha256)",
                [],
            )
            .await?;
        let number = |rows: &[crate::database::Row]| rows.first().map_or(Ok(0), |row| row.int(0));
        Ok((number(&forms)?, number(&conflicts)?))
    }
}

fn kept(row: &crate::database::Row) -> Result<Kept, RegistryError> {
    let mut envelope: Envelope = serde_json::from_str(row.text(3)?).map_err(|_| unreadable("envelope"))?;
    envelope.sealed.0 = row.bytes(4)?.to_vec();
    Ok(Kept { id: row.parsed(0)?, kiosk: row.parsed(1)?, received_at: row.time(2)?, envelope })
}
