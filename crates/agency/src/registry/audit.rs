//! What was purged, in a chain: nobody takes a line out, or changes one, without breaking those behind it.

use jiff::{Timestamp, civil::Date};
use kaunter_protocol::Digest;
use uuid::Uuid;

use super::{RegistryError, Within};
use crate::{
    database::{Row, Statement, StoreError},
    values,
};

/// Forms of which the bytes are taken away in one step.
const TOGETHER: i64 = 1000;

/// One line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AuditLine {
    /// From 1.
    pub sequence: i64,
    /// When.
    pub at: Timestamp,
    /// What was done.
    pub what: String,
    /// To how many.
    pub counted: i64,
    /// SHA-256 over the lines `<id> <sha256>` of them, in the order of ids.
    pub digest: Digest,
    /// SHA-256 over this line and the hash of the one before.
    pub hash: Digest,
}

/// What a purge did.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Purged {
    /// The lines that prove it; none where nothing was due.
    pub lines: Vec<AuditLine>,
}

impl AuditLine {
    fn hashed(&self, previous: Option<Digest>) -> Digest {
        let previous = previous.map(|hash| hash.to_string()).unwrap_or_default();
        let Self { sequence, at, what, counted, digest, .. } = self;
        let at = at.as_millisecond();
        Digest::of(format!("kaunter audit 1\n{previous}\n{sequence}\n{at}\n{what}\n{counted}\n{digest}").as_bytes())
    }
}

impl Within<'_> {
    /// Takes away the sealed bytes of forms that the desk has had and that were received before `before`. Ids,
    /// digests and receipts stay: a form that comes again is still the same form. Going on where a purge broke off.
    ///
    /// # Errors
    /// The database's.
    pub async fn purge(&self, before: Timestamp, now: Timestamp) -> Result<Purged, RegistryError> {
        let mut lines = Vec::new();
        loop {
            let marked = self.marked().await?;
            if !marked.is_empty() {
                lines.push(self.take_away(&marked, now).await?);
                continue;
            }
            let found = self
                .write(
                    "UPDATE forms SET purge = 'now' WHERE tenant = $1 AND id IN (
                       SELECT id FROM forms WHERE tenant = $1 AND exported_at IS NOT NULL AND received_at < $2
                         AND sealed IS NOT NULL ORDER BY id LIMIT $3) RETURNING id",
                    values![before, TOGETHER],
                )
                .await?;
            if found.is_empty() {
                return Ok(Purged { lines });
            }
        }
    }

    async fn marked(&self) -> Result<Vec<(Uuid, Digest)>, StoreError> {
        let sql = "SELECT id, sha256 FROM forms WHERE tenant = $1 AND purge = 'now' ORDER BY id";
        let rows = self.read(sql, []).await?;
        rows.iter().map(|row| Ok((row.parsed(0)?, row.digest(1)?))).collect()
    }

    /// Takes away the bytes of what came under the ids of other forms before `before`, once a person has looked at them.
    /// The line that proves it; nothing where nothing was due.
    ///
    /// # Errors
    /// The database's.
    pub async fn purge_conflicts(&self, before: Timestamp, now: Timestamp) -> Result<Option<AuditLine>, RegistryError> {
        let conflicts = self.conflicts().await?.into_iter();
        let due = conflicts.filter(|conflict| conflict.seen_at.is_some() && conflict.received_at < before);
        let due: Vec<_> = due.map(|conflict| (conflict.id, conflict.sha256)).collect();
        if due.is_empty() {
            return Ok(None);
        }
        let sql = "DELETE FROM conflicts WHERE tenant = $1 AND id = $2 AND sha256 = $3";
        let work = due.iter().map(|(id, sha256)| self.about(sql, values![*id, *sha256])).collect();
        self.proven("purge-conflicts", &due, work, now).await.map(Some)
    }

    /// Takes away what kiosks counted on the days before this one; how many lines that was.
    ///
    /// # Errors
    /// The database's.
    pub async fn purge_figures(&self, before: Date) -> Result<usize, RegistryError> {
        let sql = "DELETE FROM figures WHERE tenant = $1 AND day < $2 RETURNING day";
        Ok(self.write(sql, values![before.to_string()]).await?.len())
    }

    async fn take_away(&self, marked: &[(Uuid, Digest)], now: Timestamp) -> Result<AuditLine, RegistryError> {
        let sql = "UPDATE forms SET sealed = NULL, purge = 'done' WHERE tenant = $1 AND purge = 'now'";
        self.proven("purge", marked, vec![self.about(sql, [])], now).await
    }

    /// The line and what it tells of are one transaction; whoever wrote a line meanwhile makes it fail, and again.
    async fn proven(
        &self,
        what: &str,
        marked: &[(Uuid, Digest)],
        done: Vec<Statement>,
        now: Timestamp,
    ) -> Result<AuditLine, RegistryError> {
        let told: String = marked.iter().map(|(id, sha256)| format!("{id} {sha256}\n")).collect();
        let digest = Digest::of(told.as_bytes());
        let newest = self.newest().await?;
        let mut line = AuditLine {
            sequence: newest.as_ref().map_or(1, |line| line.sequence + 1),
            at: now,
            what: what.to_owned(),
            counted: marked.len() as i64,
            digest,
            hash: digest,
        };
        line.hash = line.hashed(newest.map(|line| line.hash));
        let AuditLine { sequence, what, counted, hash, .. } = line.clone();
        let written = self.about(
            "INSERT INTO audit (tenant, sequence, at, what, counted, digest, hash) VALUES ($1, $2, $3, $4, $5, $6, $7)",
            values![sequence, now, what, counted, digest, hash],
        );
        self.write_all(std::iter::once(written).chain(done).collect()).await?;
        Ok(line)
    }

    async fn newest(&self) -> Result<Option<AuditLine>, StoreError> {
        let sql = "SELECT sequence, at, what, counted, digest, hash FROM audit WHERE tenant = $1
                   ORDER BY sequence DESC LIMIT 1";
        self.read(sql, []).await?.first().map(line).transpose()
    }

    /// The whole chain, and the sequence of the first line that does not hold.
    ///
    /// # Errors
    /// The database's.
    pub async fn audit(&self) -> Result<(Vec<AuditLine>, Option<i64>), RegistryError> {
        let sql = "SELECT sequence, at, what, counted, digest, hash FROM audit WHERE tenant = $1 ORDER BY sequence";
        let lines = self.read(sql, []).await?.iter().map(line).collect::<Result<Vec<_>, _>>()?;
        let mut previous = None;
        let mut broken = None;
        for (expected, line) in (1i64..).zip(&lines) {
            if broken.is_none() && (line.sequence != expected || line.hash != line.hashed(previous)) {
                broken = Some(expected);
            }
            previous = Some(line.hash);
        }
        Ok((lines, broken))
    }
}

fn line(row: &Row) -> Result<AuditLine, StoreError> {
    Ok(AuditLine {
        sequence: row.int(0)?,
        at: row.time(1)?,
        what: row.text(2)?.to_owned(),
        counted: row.int(3)?,
        digest: row.digest(4)?,
        hash: row.digest(5)?,
    })
}
