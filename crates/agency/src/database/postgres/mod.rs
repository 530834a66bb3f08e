//! PostgreSQL, for any number of servers.

mod line;
mod rows;
mod writers;

use std::{path::Path, sync::Arc, time::Duration};

use async_trait::async_trait;
use deadpool_postgres::{Manager, ManagerConfig, Pool, RecyclingMethod, Runtime, Timeouts};
use rustls::{ClientConfig, RootCertStore};
use tokio_postgres::{Config, NoTls, config::SslMode};
use tokio_postgres_rustls::MakeRustlsConnect;

use self::{
    line::{Line, given_back},
    writers::Writers,
};
use super::{Database, Row, SCHEMA, Statement, StoreError};

/// How long a request waits for a connection.
const PATIENCE: Duration = Duration::from_secs(5);
/// How often the machine of the database is asked for a sign of life where nothing is said, and how often in vain.
const ALIVE: (Duration, Duration, u32) = (Duration::from_secs(15), Duration::from_secs(5), 3);
/// Two servers that start at once must not both make the tables.
const SCHEMA_LOCK: &str = "SELECT pg_advisory_xact_lock(7203948571)";

/// How to reach it.
pub struct PostgresOptions<'o> {
    /// `postgresql://user@host/database?…`, as libpq takes it; with `sslmode=require` it goes by TLS.
    pub url: &'o str,
    /// Certificates (PEM) that sign the database's; needed for TLS.
    pub roots: Option<Arc<RootCertStore>>,
    /// Most connections.
    pub connections: usize,
    /// How long a statement may take.
    pub patience: Duration,
}

/// A PostgreSQL database, reached by a pool of connections.
pub struct Postgres {
    line: Arc<Line>,
    writers: Writers,
}

impl Postgres {
    /// Reaches it, and makes the tables where they are missing.
    ///
    /// # Errors
    /// It cannot be reached, or the user may not make tables.
    pub async fn open(options: PostgresOptions<'_>) -> Result<Self, StoreError> {
        // Never what the reader of addresses says: it can quote the password.
        let mut config: Config = options
            .url
            .parse()
            .map_err(|_| StoreError::Failed("the address of the database is malformed".to_owned()))?;
        bound(&mut config, options.patience);
        let recycling = ManagerConfig { recycling_method: RecyclingMethod::Fast };
        let manager = match (options.roots, config.get_ssl_mode()) {
            (Some(roots), _) => Manager::from_config(config, over_tls(roots)?, recycling),
            (None, SslMode::Require) => {
                return Err(StoreError::Failed("TLS to the database needs `database_ca`".to_owned()));
            }
            (None, _) => Manager::from_config(config, NoTls, recycling),
        };
        let pool = Pool::builder(manager)
            .max_size(options.connections)
            .runtime(Runtime::Tokio1)
            .timeouts(Timeouts { wait: Some(PATIENCE), create: Some(PATIENCE), recycle: Some(PATIENCE) })
            .build()
            .map_err(|error| StoreError::Failed(error.to_string()))?;
        let line = Arc::new(Line::new(pool, options.patience));
        let client = line.client().await?;
        let tables = format!("BEGIN; {SCHEMA_LOCK}; {SCHEMA}; COMMIT");
        let made = line.in_time(client.batch_execute(&tables)).await;
        given_back(client, made)?;
        Ok(Self { writers: Writers::start(&line), line })
    }
}

/// Every wait for the database has an end: its own for a statement, the system's for what nobody takes in, and for a
/// machine that is gone without a word.
fn bound(config: &mut Config, patience: Duration) {
    let limit = format!("-c statement_timeout={}", patience.as_millis());
    // What the administrator's address says comes later, and holds.
    let options = config.get_options().map_or_else(|| limit.clone(), |own| format!("{limit} {own}"));
    let (idle, interval, retries) = ALIVE;
    config
        .connect_timeout(PATIENCE)
        .application_name("kaunter-agency")
        .options(options)
        .tcp_user_timeout(patience)
        .keepalives(true)
        .keepalives_idle(idle)
        .keepalives_interval(interval)
        .keepalives_retries(retries);
}

#[async_trait]
impl Database for Postgres {
    async fn read(&self, statement: Statement) -> Result<Vec<Row>, StoreError> {
        let client = self.line.client().await?;
        let done = self.line.one(&client, &statement).await;
        given_back(client, done)
    }

    async fn write(&self, statements: Vec<Statement>) -> Result<Vec<Vec<Row>>, StoreError> {
        let statements = match <[Statement; 1]>::try_from(statements) {
            Ok([alone]) => return Ok(vec![self.writers.write(alone).await?]),
            Err(several) => several,
        };
        let mut client = self.line.client().await?;
        let done = self.line.together(&mut client, &statements).await;
        given_back(client, done)
    }

    async fn copy_to(&self, _: &Path) -> Result<(), StoreError> {
        Err(StoreError::Failed("PostgreSQL is copied by pg_dump".to_owned()))
    }
}

fn over_tls(roots: Arc<RootCertStore>) -> Result<MakeRustlsConnect, StoreError> {
    let provider = Arc::new(rustls::crypto::ring::default_provider());
    let config = ClientConfig::builder_with_provider(provider)
        .with_safe_default_protocol_versions()
        .map_err(|error| StoreError::Failed(error.to_string()))?;
    Ok(MakeRustlsConnect::new(config.with_root_certificates(roots).with_no_client_auth()))
}
