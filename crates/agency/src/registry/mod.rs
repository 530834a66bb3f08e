//! What the agency keeps and how it changes: agencies and their sites, kiosks, forms, packs, notices, statuses.
//!
//! It must never know HTTP, and never asks the clock: times are given. Everything of an agency is reached through
//! [`Within`], which puts the agency into each statement; there is no other way to a form, a pack or a status.

mod audit;
mod conflicts;
mod forms;
mod heartbeats;
mod kiosks;
mod notices;
mod packs;
mod statuses;

use std::sync::Arc;

use jiff::Timestamp;
use kaunter_protocol::{Cost, ProblemCode, SALT_BYTES, SiteId, TenantId};

pub use audit::{AuditLine, Purged};
pub use conflicts::Conflict;
pub use forms::{Kept, Received};
pub use heartbeats::Figures;
pub use kiosks::{Kiosk, KioskLine, NewCode};
pub use notices::NoticesSince;
pub use packs::{NewPack, PART_BYTES, PackPlace, Release};
pub use statuses::{Imported, StatusLine};

use crate::{
    database::{Database, Row, Statement, StoreError, Value, statement},
    pen::{Pen, PenFault, random},
    values,
};

/// All that the agency keeps.
#[derive(Clone)]
pub struct Registry {
    database: Arc<dyn Database>,
    pen: Arc<Pen>,
}

/// What one agency keeps. Every statement made here carries the agency as `$1`.
#[derive(Clone, Copy)]
pub struct Within<'r> {
    registry: &'r Registry,
    tenant: &'r TenantId,
}

/// Why the registry does not do it.
#[derive(Debug, thiserror::Error)]
pub enum RegistryError {
    /// The kiosk shall be told this.
    #[error("{}", .0.code())]
    Told(ProblemCode),
    /// There is nothing of this name.
    #[error("there is no such {0}")]
    Missing(&'static str),
    /// There is one of this name.
    #[error("there is such a {0} already")]
    There(&'static str),
    /// This server would sign with another key than the one that the kiosks know.
    #[error("kiosks know another signing key than the one of this server; copy the file of the first server")]
    OtherKey,
    /// Of a row of an import.
    #[error("line {line}: {what}")]
    Row {
        /// From 1.
        line: u64,
        /// What is wrong; never a value.
        what: &'static str,
    },
    /// The database.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// The key, or randomness.
    #[error(transparent)]
    Pen(#[from] PenFault),
}

impl RegistryError {
    /// Kebab-case code.
    pub fn code(&self) -> &'static str {
        match self {
            Self::Told(problem) => problem.code(),
            Self::Missing(_) => "missing",
            Self::There(_) => "already-there",
            Self::OtherKey => "signing-key-other",
            Self::Row { .. } => "row-malformed",
            Self::Store(error) => error.code(),
            Self::Pen(error) => error.code(),
        }
    }
}

/// What is kept cannot be read: somebody changed it, or it is newer.
pub(crate) fn unreadable(what: &'static str) -> RegistryError {
    StoreError::Failed(format!("a kept {what} cannot be read")).into()
}

impl Registry {
    /// Over a database, with the agency's pen.
    ///
    /// # Errors
    /// [`RegistryError::OtherKey`] where another server on this database signs with another key.
    pub async fn open(database: Arc<dyn Database>, pen: Arc<Pen>) -> Result<Self, RegistryError> {
        let registry = Self { database, pen };
        let key = registry.pen.id().0;
        let known = [
            statement(
                "INSERT INTO facts (name, value) VALUES ('key', $1) ON CONFLICT (name) DO NOTHING",
                values![key.clone()],
            ),
            statement("SELECT value FROM facts WHERE name = 'key'", []),
        ];
        let rows = registry.database.write(known.into()).await?;
        match rows.last().and_then(|rows| rows.first()) {
            Some(row) if row.text(0)? == key => Ok(registry),
            _ => Err(RegistryError::OtherKey),
        }
    }

    /// The agency's pen.
    pub fn pen(&self) -> &Pen {
        &self.pen
    }

    /// Where it is kept.
    pub fn database(&self) -> &dyn Database {
        &*self.database
    }

    /// What one agency keeps.
    pub fn within<'r>(&'r self, tenant: &'r TenantId) -> Within<'r> {
        Within { registry: self, tenant }
    }

    /// What an agency of this server keeps; `site`, where one is named, must be one of its own.
    ///
    /// # Errors
    /// [`RegistryError::Missing`]; the database's.
    pub async fn known<'r>(&'r self, tenant: &'r TenantId, site: Option<&SiteId>) -> Result<Within<'r>, RegistryError> {
        let within = self.within(tenant);
        if within.read("SELECT tenant FROM tenants WHERE tenant = $1", []).await?.is_empty() {
            return Err(RegistryError::Missing("agency"));
        }
        let Some(site) = site else { return Ok(within) };
        let sites = within.read("SELECT site FROM sites WHERE tenant = $1 AND site = $2", values![site]).await?;
        if sites.is_empty() { Err(RegistryError::Missing("site")) } else { Ok(within) }
    }

    /// Whether the database answers.
    ///
    /// # Errors
    /// It does not.
    pub async fn ready(&self) -> Result<(), RegistryError> {
        self.database.read(statement("SELECT value FROM facts WHERE name = 'key'", [])).await?;
        Ok(())
    }

    /// All agencies.
    ///
    /// # Errors
    /// The database's.
    pub async fn tenants(&self) -> Result<Vec<TenantId>, RegistryError> {
        let rows = self.database.read(statement("SELECT tenant FROM tenants ORDER BY tenant", [])).await?;
        Ok(rows.iter().map(|row| row.parsed(0)).collect::<Result<_, _>>()?)
    }

    /// Sites of an agency.
    ///
    /// # Errors
    /// The database's.
    pub async fn sites(&self, tenant: &TenantId) -> Result<Vec<SiteId>, RegistryError> {
        let rows = self.within(tenant).read("SELECT site FROM sites WHERE tenant = $1 ORDER BY site", []).await?;
        Ok(rows.iter().map(|row| row.parsed(0)).collect::<Result<_, _>>()?)
    }

    /// Adds an agency and sites; those that are there stay as they are.
    ///
    /// # Errors
    /// The database's, or no randomness for a site's salt.
    pub async fn add_tenant(
        &self,
        tenant: &TenantId,
        sites: &[SiteId],
        cost: Cost,
        now: Timestamp,
    ) -> Result<(), RegistryError> {
        let mut work = vec![statement(
            "INSERT INTO tenants (tenant, created_at) VALUES ($1, $2) ON CONFLICT (tenant) DO NOTHING",
            values![tenant, now],
        )];
        for site in sites {
            let salt = random::<SALT_BYTES>()?.to_vec();
            work.push(statement(
                "INSERT INTO sites (tenant, site, salt, memory_kib, passes) VALUES ($1, $2, $3, $4, $5)
                 ON CONFLICT (tenant, site) DO NOTHING",
                values![tenant, site, salt, i64::from(cost.memory_kib), i64::from(cost.passes)],
            ));
        }
        self.database.write(work).await?;
        Ok(())
    }
}

impl Within<'_> {
    /// A statement about this agency: its name is `$1`, the values follow.
    fn about(&self, sql: &'static str, values: impl IntoIterator<Item = Value>) -> Statement {
        debug_assert!(sql.contains("tenant = $1") || sql.contains("(tenant,"), "{sql}");
        statement(sql, [self.tenant.into()].into_iter().chain(values))
    }

    async fn read(&self, sql: &'static str, values: impl IntoIterator<Item = Value>) -> Result<Vec<Row>, StoreError> {
        self.registry.database.read(self.about(sql, values)).await
    }

    async fn write(&self, sql: &'static str, values: impl IntoIterator<Item = Value>) -> Result<Vec<Row>, StoreError> {
        let mut rows = self.registry.database.write(vec![self.about(sql, values)]).await?;
        Ok(rows.pop().unwrap_or_default())
    }

    async fn write_all(&self, work: Vec<Statement>) -> Result<Vec<Vec<Row>>, StoreError> {
        self.registry.database.write(work).await
    }
}
