//! The connections to PostgreSQL: statements sent, answers waited for as long as they may take, and what came of them.

use std::{error::Error as _, future::Future, time::Duration};

use deadpool_postgres::{Object, Pool};
use tokio_postgres::error::SqlState;

use super::rows::{borrowed, row};
use crate::database::{Row, Statement, StoreError};

/// How much longer an answer is waited for than the database itself may take: it is the one to say that it gives up.
const GRACE: Duration = Duration::from_secs(5);

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

impl Line {
    /// `patience` is how long the database itself may take over a statement.
    pub(super) fn new(pool: Pool, patience: Duration) -> Self {
        Self { pool, patience }
    }

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

    /// All in one transaction, in this order.
    pub(super) async fn together(&self, client: &mut Object, statements: &[Statement]) -> Result<Vec<Vec<Row>>, Fault> {
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
        // What the line or its lock says quotes nothing.
        None => {
            let line = error.source().and_then(|why| why.downcast_ref::<std::io::Error>());
            let why = line.map_or(String::new(), |why| format!(": {why}"));
            StoreError::Unreachable(format!("PostgreSQL: {error}{why}"))
        }
    }
}
