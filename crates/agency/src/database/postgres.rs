//! PostgreSQL, for any number of servers.

use std::{future::Future, path::Path, sync::Arc, time::Duration};

use async_trait::async_trait;
use deadpool_postgres::{Manager, ManagerConfig, Object, Pool, RecyclingMethod, Runtime, Timeouts};
use rustls::{ClientConfig, RootCertStore};
use tokio_postgres::{
    Config, NoTls,
    config::SslMode,
    error::SqlState,
    types::{FromSql, IsNull, ToSql, Type, private::BytesMut},
};
use tokio_postgres_rustls::MakeRustlsConnect;

use super::{Database, Row, SCHEMA, Statement, StoreError, Value, together::Writers};

/// How long a request waits for a connection.
const PATIENCE: Duration = Duration::from_secs(5);
/// How much longer an answer is waited for than the database itself may take: it is the one to say that it gives up.
const GRACE: Duration = Duration::from_secs(5);
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

/// The connections, and how long an answer is waited for.
pub(super) struct Line {
    pool: Pool,
    patience: Duration,
}

/// Why something was not done on a connection.
pub(super) enum Fault {
    /// The database said so, or the connection broke.
    Told(StoreError),
    /// Nobody said anything: whatever comes is the answer to this.
    Silent,
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
        let line = Arc::new(Line { pool, patience: options.patience });
        let client = line.client().await?;
        let tables = format!("BEGIN; {SCHEMA_LOCK}; {SCHEMA}; COMMIT");
        let made = line.in_time(client.batch_execute(&tables)).await;
        given_back(client, made)?;
        Ok(Self { writers: Writers::start(&line), line })
    }
}

impl Line {
    pub(super) async fn client(&self) -> Result<Object, StoreError> {
        self.pool.get().await.map_err(|error| match error {
            deadpool_postgres::PoolError::Backend(error) => fault(&error),
            other => StoreError::Unreachable(other.to_string()),
        })
    }

    /// Something that the database does, as long as it may take.
    pub(super) async fn in_time<T>(
        &self,
        work: impl Future<Output = Result<T, tokio_postgres::Error>>,
    ) -> Result<T, Fault> {
        match tokio::time::timeout(self.patience + GRACE, work).await {
            Ok(done) => done.map_err(|error| Fault::Told(fault(&error))),
            Err(_) => Err(Fault::Silent),
        }
    }

    pub(super) async fn one(&self, client: &Object, statement: &Statement) -> Result<Vec<Row>, Fault> {
        let prepared = self.in_time(client.prepare_cached(statement.sql)).await?;
        let found = self.in_time(client.query(&prepared, &borrowed(&statement.values))).await?;
        Ok(found.iter().map(row).collect())
    }

    async fn together(&self, client: &mut Object, statements: &[Statement]) -> Result<Vec<Vec<Row>>, Fault> {
        let transaction = self.in_time(client.transaction()).await?;
        let mut answers = Vec::with_capacity(statements.len());
        for statement in statements {
            let prepared = self.in_time(transaction.prepare_cached(statement.sql)).await?;
            let found = self.in_time(transaction.query(&prepared, &borrowed(&statement.values))).await?;
            answers.push(found.iter().map(row).collect());
        }
        self.in_time(transaction.commit()).await?;
        Ok(answers)
    }
}

/// A connection goes back to the others. One that is silent is hung up: the next would wait behind what it owes.
pub(super) fn given_back<T>(client: Object, done: Result<T, Fault>) -> Result<T, StoreError> {
    done.map_err(|fault| match fault {
        Fault::Told(error) => error,
        Fault::Silent => {
            drop(Object::take(client));
            StoreError::Unreachable("PostgreSQL does not answer".to_owned())
        }
    })
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

pub(super) fn borrowed(values: &[Value]) -> Vec<&(dyn ToSql + Sync)> {
    values.iter().map(|value| value as &(dyn ToSql + Sync)).collect()
}

pub(super) fn row(found: &tokio_postgres::Row) -> Row {
    // A column of another kind than any that is made reads as nothing.
    Row((0..found.len()).map(|column| found.try_get(column).unwrap_or(Value::Null)).collect())
}

impl ToSql for Value {
    fn to_sql(&self, kind: &Type, out: &mut BytesMut) -> Result<IsNull, Box<dyn std::error::Error + Sync + Send>> {
        match self {
            Self::Int(number) => number.to_sql_checked(kind, out),
            Self::Text(text) => text.to_sql_checked(kind, out),
            Self::Bytes(bytes) => bytes.to_sql_checked(kind, out),
            Self::Null => Ok(IsNull::Yes),
        }
    }

    fn accepts(kind: &Type) -> bool {
        [Type::INT8, Type::TEXT, Type::BYTEA].contains(kind)
    }

    tokio_postgres::types::to_sql_checked!();
}

impl<'r> FromSql<'r> for Value {
    fn from_sql(kind: &Type, raw: &'r [u8]) -> Result<Self, Box<dyn std::error::Error + Sync + Send>> {
        Ok(match *kind {
            Type::INT8 => Self::Int(i64::from_sql(kind, raw)?),
            Type::BYTEA => Self::Bytes(raw.to_vec()),
            _ => Self::Text(String::from_sql(kind, raw)?),
        })
    }

    fn from_sql_null(_: &Type) -> Result<Self, Box<dyn std::error::Error + Sync + Send>> {
        Ok(Self::Null)
    }

    fn accepts(kind: &Type) -> bool {
        [Type::INT8, Type::TEXT, Type::BYTEA].contains(kind)
    }
}

/// What PostgreSQL says, by its code; its details can quote values.
fn fault(error: &tokio_postgres::Error) -> StoreError {
    match error.code() {
        Some(state) if *state == SqlState::DISK_FULL => StoreError::Full,
        Some(state) if state.code().starts_with("23") => StoreError::Refused,
        Some(state) if ["08", "53", "57"].iter().any(|class| state.code().starts_with(class)) => {
            StoreError::Unreachable(format!("PostgreSQL: {}", state.code()))
        }
        Some(state) => StoreError::Failed(format!(
            "PostgreSQL: {} {}",
            state.code(),
            error.as_db_error().map_or("", |told| told.message())
        )),
        None => StoreError::Unreachable(format!("PostgreSQL: {error}")),
    }
}
