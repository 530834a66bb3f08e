//! Finished forms: received once, kept sealed, handed to the desk once.

use jiff::Timestamp;
use kaunter_protocol::{CredentialDigest, Digest, Envelope, Expected, KioskId, ProblemCode, Receipt};
use uuid::Uuid;

use super::{Kiosk, Registry, RegistryError, Within, unreadable};
use crate::{database::Value, values};

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

/// A form that arrives, with the receipt that it gets if it is new.
struct Arriving {
    id: Uuid,
    sha256: Digest,
    at: Timestamp,
    receipt: Receipt,
    written: String,
    outside: String,
    sealed: Vec<u8>,
}

impl Registry {
    /// Keeps a form from a kiosk that was let in before, if its credential holds at this moment: looked up and kept in one
    /// statement. Where that keeps nothing, whoever shows the credential is let in, or not, as at any other request.
    ///
    /// # Errors
    /// As [`Self::admit`] and [`Within::receive`].
    pub async fn receive_from(
        &self,
        known: &Kiosk,
        credential: CredentialDigest,
        id: Uuid,
        envelope: Envelope,
        now: Timestamp,
    ) -> Result<Received, RegistryError> {
        let within = self.within(&known.tenant);
        let form = within.arriving(id, envelope, now)?;
        let made = within
            .write(
                "INSERT INTO forms (tenant, id, kiosk, sha256, received_at, receipt, envelope, sealed)
                 SELECT tenant, $2, kiosk, $3, $4, $5, $6, $7 FROM kiosks
                 WHERE tenant = $1 AND kiosk = $8 AND credential = $9 AND revoked_at IS NULL
                 ON CONFLICT (tenant, id) DO NOTHING RETURNING id",
                form.values().into_iter().chain(values![&known.kiosk, credential.0]),
            )
            .await?;
        if !made.is_empty() {
            return Ok(Received::New(form.receipt));
        }
        let kiosk = self.admit(credential).await?;
        if kiosk.tenant != known.tenant {
            return Err(RegistryError::Told(ProblemCode::CredentialUnknown));
        }
        within.keep(&kiosk.kiosk, form).await
    }

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
        envelope: Envelope,
        now: Timestamp,
    ) -> Result<Received, RegistryError> {
        self.keep(kiosk, self.arriving(id, envelope, now)?).await
    }

    fn arriving(&self, id: Uuid, mut envelope: Envelope, at: Timestamp) -> Result<Arriving, RegistryError> {
        let sha256 = envelope.digest();
        let pen = self.registry.pen();
        let expected = Expected { form: id, sha256, tenant: self.tenant };
        let receipt = Receipt::by(expected, at, pen.id(), |bytes| pen.sign(bytes));
        let written = serde_json::to_string(&receipt).map_err(|_| unreadable("receipt"))?;
        let sealed = std::mem::take(&mut envelope.sealed.0);
        let outside = serde_json::to_string(&envelope).map_err(|_| unreadable("envelope"))?;
        Ok(Arriving { id, sha256, at, receipt, written, outside, sealed })
    }

    async fn keep(&self, kiosk: &KioskId, form: Arriving) -> Result<Received, RegistryError> {
        let made = self
            .write(
                "INSERT INTO forms (tenant, id, sha256, received_at, receipt, envelope, sealed, kiosk)
                 VALUES ($1, $2, $3, $4, $5, $6, $7, $8) ON CONFLICT (tenant, id) DO NOTHING RETURNING id",
                form.values().into_iter().chain(values![kiosk]),
            )
            .await?;
        if !made.is_empty() {
            return Ok(Received::New(form.receipt));
        }
        match self.receipt(form.id).await? {
            Some(given) if given.sha256 == form.sha256 => Ok(Received::Again(given)),
            _ => {
                self.write(
                    "INSERT INTO conflicts (tenant, id, sha256, kiosk, received_at, envelope, sealed)
                     VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT (tenant, id, sha256) DO NOTHING",
                    values![form.id, form.sha256, kiosk, form.at, form.outside, form.sealed],
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

impl Arriving {
    /// For `id, sha256, received_at, receipt, envelope, sealed`.
    fn values(&self) -> [Value; 6] {
        values![self.id, self.sha256, self.at, &*self.written, &*self.outside, &*self.sealed]
    }
}

fn kept(row: &crate::database::Row) -> Result<Kept, RegistryError> {
    let mut envelope: Envelope = serde_json::from_str(row.text(3)?).map_err(|_| unreadable("envelope"))?;
    envelope.sealed.0 = row.bytes(4)?.to_vec();
    Ok(Kept { id: row.parsed(0)?, kiosk: row.parsed(1)?, received_at: row.time(2)?, envelope })
}
