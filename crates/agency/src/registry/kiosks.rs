//! Kiosks: their codes, their credentials, who may come in.

use jiff::{SignedDuration, Timestamp};
use kaunter_protocol::{
    CredentialDigest, Digest, Enrol, Enrolled, EnrolmentCode, Heartbeat, KioskId, ProblemCode, SiteId, TenantId,
};

use super::{Registry, RegistryError, Within};
use crate::{database::statement, pen::random, values};

/// A kiosk that showed its credential. Only [`Registry::admit`] makes one.
#[derive(Debug, Clone)]
pub struct Kiosk {
    /// Its agency.
    pub tenant: TenantId,
    /// Its site.
    pub site: SiteId,
    /// Its name.
    pub kiosk: KioskId,
    /// Which packs it gets.
    pub channel: String,
}

/// A kiosk in the list.
#[derive(Debug, Clone)]
pub struct KioskLine {
    /// Its site.
    pub site: SiteId,
    /// Its name.
    pub kiosk: KioskId,
    /// Which packs it gets.
    pub channel: String,
    /// Until when its code holds, where it was not used.
    pub code_until: Timestamp,
    /// Since when it is one.
    pub enrolled_at: Option<Timestamp>,
    /// Since when it is none.
    pub revoked_at: Option<Timestamp>,
    /// When its last heartbeat came.
    pub seen_at: Option<Timestamp>,
    /// What that said, without the figures of its days.
    pub beat: Option<Heartbeat>,
}

/// A kiosk that may enrol.
#[derive(Debug)]
pub struct NewCode {
    /// Its name, from now on.
    pub kiosk: KioskId,
    /// The code; it is shown once.
    pub code: EnrolmentCode,
    /// Until when.
    pub expires_at: Timestamp,
}

impl Within<'_> {
    /// Makes a one-time code for a kiosk that is to stand at a site. A revoked kiosk's name may be given to another one: the
    /// credentials of the one before stay revoked.
    ///
    /// # Errors
    /// There is no such site, or already such a kiosk.
    pub async fn new_code(
        &self,
        site: &SiteId,
        kiosk: &KioskId,
        channel: &str,
        holds: SignedDuration,
        now: Timestamp,
    ) -> Result<NewCode, RegistryError> {
        let sites = self.read("SELECT site FROM sites WHERE tenant = $1 AND site = $2", values![site]).await?;
        if sites.is_empty() {
            return Err(RegistryError::Missing("site"));
        }
        let code = EnrolmentCode::from_random(&random()?);
        let expires_at = now + holds;
        let shut_out = [
            "INSERT INTO revoked (credential, tenant, kiosk, revoked_at)
             SELECT credential, tenant, kiosk, revoked_at FROM kiosks
             WHERE tenant = $1 AND kiosk = $2 AND revoked_at IS NOT NULL AND credential IS NOT NULL
             ON CONFLICT (credential) DO NOTHING",
            "INSERT INTO revoked (credential, tenant, kiosk, revoked_at)
             SELECT next_credential, tenant, kiosk, revoked_at FROM kiosks
             WHERE tenant = $1 AND kiosk = $2 AND revoked_at IS NOT NULL AND next_credential IS NOT NULL
             ON CONFLICT (credential) DO NOTHING",
        ];
        let mut work: Vec<_> = shut_out.into_iter().map(|sql| self.about(sql, values![kiosk])).collect();
        work.push(self.about(
            "INSERT INTO kiosks (tenant, site, kiosk, channel, code, code_expires_at) VALUES ($1, $2, $3, $4, $5, $6)
             ON CONFLICT (tenant, kiosk) DO UPDATE SET
               site = excluded.site, channel = excluded.channel,
               code = excluded.code, code_expires_at = excluded.code_expires_at,
               credential = NULL, next_credential = NULL, enrolled_at = NULL, revoked_at = NULL,
               seen_at = NULL, beat_sequence = NULL, beat = NULL
             WHERE kiosks.credential IS NULL OR kiosks.revoked_at IS NOT NULL
             RETURNING kiosk",
            values![site, kiosk, channel, code.digest(), expires_at],
        ));
        let made = self.write_all(work).await?;
        if made.last().is_none_or(Vec::is_empty) {
            return Err(RegistryError::There("kiosk"));
        }
        Ok(NewCode { kiosk: kiosk.clone(), code, expires_at })
    }

    /// All kiosks, by site and name.
    ///
    /// # Errors
    /// The database's.
    pub async fn kiosks(&self) -> Result<Vec<KioskLine>, RegistryError> {
        let rows = self
            .read(
                "SELECT site, kiosk, channel, enrolled_at, revoked_at, seen_at, beat, code_expires_at FROM kiosks
                 WHERE tenant = $1 ORDER BY site, kiosk",
                [],
            )
            .await?;
        let line = |row: &crate::database::Row| {
            Ok(KioskLine {
                site: row.parsed(0)?,
                kiosk: row.parsed(1)?,
                channel: row.text(2)?.to_owned(),
                code_until: row.time(7)?,
                enrolled_at: row.time_or(3)?,
                revoked_at: row.time_or(4)?,
                seen_at: row.time_or(5)?,
                beat: if row.is_null(6) { None } else { serde_json::from_str(row.text(6)?).ok() },
            })
        };
        rows.iter().map(line).collect()
    }

    /// By which credentials a kiosk is known now; none where there is no such kiosk, or it was revoked.
    ///
    /// # Errors
    /// The database's.
    pub async fn credentials_of(&self, kiosk: &KioskId) -> Result<Vec<CredentialDigest>, RegistryError> {
        let sql = "SELECT credential, next_credential FROM kiosks
                   WHERE tenant = $1 AND kiosk = $2 AND revoked_at IS NULL";
        let rows = self.read(sql, values![kiosk]).await?;
        let mut known = Vec::new();
        for row in &rows {
            for column in 0..2 {
                if !row.is_null(column) {
                    known.push(CredentialDigest(row.digest(column)?));
                }
            }
        }
        Ok(known)
    }

    /// From the next request on this kiosk is no longer let in.
    ///
    /// # Errors
    /// There is none of this name.
    pub async fn revoke(&self, kiosk: &KioskId, now: Timestamp) -> Result<(), RegistryError> {
        let revoked = self
            .write(
                "UPDATE kiosks SET revoked_at = COALESCE(revoked_at, $3) WHERE tenant = $1 AND kiosk = $2
                 RETURNING kiosk",
                values![kiosk, now],
            )
            .await?;
        if revoked.is_empty() { Err(RegistryError::Missing("kiosk")) } else { Ok(()) }
    }

    /// The kiosk's next credential; the one in use holds until the next one is first shown.
    ///
    /// # Errors
    /// The database's.
    pub async fn rotate(&self, kiosk: &KioskId, next: CredentialDigest) -> Result<(), RegistryError> {
        self.write(
            "UPDATE kiosks SET next_credential = $3
             WHERE tenant = $1 AND kiosk = $2 AND (credential IS NULL OR credential <> $3)",
            values![kiosk, next.0],
        )
        .await?;
        Ok(())
    }
}

impl Registry {
    /// Makes a kiosk of whoever has a code; once. The same credential again is answered the same.
    ///
    /// # Errors
    /// The code is unknown, used or too old; the kiosk was revoked.
    pub async fn enrol(&self, asked: &Enrol, now: Timestamp) -> Result<Enrolled, RegistryError> {
        let (code, credential) = (asked.code.digest(), asked.credential.0);
        let work = vec![
            statement(
                "UPDATE kiosks SET credential = $1, enrolled_at = $2
                 WHERE code = $3 AND credential IS NULL AND code_expires_at > $2 AND revoked_at IS NULL
                   AND NOT EXISTS (SELECT 1 FROM revoked WHERE revoked.credential = $1)",
                values![credential, now, code],
            ),
            statement(
                "SELECT tenant, site, kiosk, credential, revoked_at, enrolled_at FROM kiosks WHERE code = $1",
                values![code],
            ),
        ];
        let rows = self.database.write(work).await?;
        let row = rows.last().and_then(|rows| rows.first()).ok_or(RegistryError::Told(ProblemCode::CodeUnknown))?;
        let told = |problem| Err(RegistryError::Told(problem));
        if !row.is_null(4) {
            return told(ProblemCode::KioskRevoked);
        }
        if row.is_null(3) {
            return told(ProblemCode::CodeExpired);
        }
        if row.digest(3)? != credential {
            return told(ProblemCode::CodeUsed);
        }
        let agency_key = self.pen.key().clone();
        Ok(Enrolled { tenant: row.parsed(0)?, site: row.parsed(1)?, kiosk: row.parsed(2)?, agency_key })
    }

    /// Whose credential this is. Asked at each request: a kiosk that is revoked is out at the next one.
    ///
    /// # Errors
    /// Nobody's, or a revoked kiosk's.
    pub async fn admit(&self, credential: CredentialDigest) -> Result<Kiosk, RegistryError> {
        let found = self
            .database
            .read(statement(
                "SELECT tenant, site, kiosk, channel, revoked_at, next_credential FROM kiosks
                 WHERE credential = $1 OR next_credential = $1",
                values![credential.0],
            ))
            .await?;
        let Some(row) = found.first() else { return Err(self.stranger(credential).await?) };
        if !row.is_null(4) {
            return Err(RegistryError::Told(ProblemCode::KioskRevoked));
        }
        if !row.is_null(5) && row.digest(5)? == credential.0 {
            self.take_up(credential.0).await?;
        }
        Ok(Kiosk {
            tenant: row.parsed(0)?,
            site: row.parsed(1)?,
            kiosk: row.parsed(2)?,
            channel: row.text(3)?.to_owned(),
        })
    }

    /// What somebody is told whose credential is no kiosk's.
    async fn stranger(&self, credential: CredentialDigest) -> Result<RegistryError, RegistryError> {
        let sql = "SELECT kiosk FROM revoked WHERE credential = $1";
        let revoked = self.database.read(statement(sql, values![credential.0])).await?;
        let code = if revoked.is_empty() { ProblemCode::CredentialUnknown } else { ProblemCode::KioskRevoked };
        Ok(RegistryError::Told(code))
    }

    /// The next credential was shown: the one before it ends.
    async fn take_up(&self, next: Digest) -> Result<(), RegistryError> {
        let sql = "UPDATE kiosks SET credential = next_credential, next_credential = NULL WHERE next_credential = $1";
        self.database.write(vec![statement(sql, values![next])]).await?;
        Ok(())
    }
}
