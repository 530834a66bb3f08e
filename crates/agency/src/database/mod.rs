//! Where the server keeps everything: one interface, SQLite in a folder or PostgreSQL behind it.
//!
//! It must never know what a statement is about. Statements are written once, in the SQL that both understand, with
//! `$1`, `$2`… for values; whatever [`Database::write`] acknowledges is on the disk.

mod postgres;
mod sqlite;

use async_trait::async_trait;

pub use postgres::{Postgres, PostgresOptions};
pub use sqlite::Sqlite;

/// Makes the tables where they are missing, in both.
pub const SCHEMA: &str = include_str!("schema.sql");

/// A value in a row, or for a statement.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Value {
    /// A number, a time in milliseconds since 1970, or 0 and 1.
    Int(i64),
    /// A text.
    Text(String),
    /// Bytes.
    Bytes(Vec<u8>),
    /// Nothing.
    Null,
}

/// One statement with its values.
#[derive(Debug, Clone)]
pub struct Statement {
    /// With `$1`, `$2`… in it.
    pub sql: &'static str,
    /// For them, in this order.
    pub values: Vec<Value>,
}

/// One row of an answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row(pub Vec<Value>);

/// Why the database did not do it.
#[derive(Debug, Clone, thiserror::Error)]
pub enum StoreError {
    /// No room is left. What was acknowledged before is safe.
    #[error("the disk of the database is full")]
    Full,
    /// It cannot be reached, or does not answer in time.
    #[error("the database cannot be reached: {0}")]
    Unreachable(String),
    /// Another of this name is there, or something that it needs is not.
    #[error("a rule of the database stands against it")]
    Refused,
    /// It did not understand, or keeps what it should not.
    #[error("the database failed: {0}")]
    Failed(String),
}

impl StoreError {
    /// Kebab-case code.
    pub fn code(&self) -> &'static str {
        match self {
            Self::Full => "store-full",
            Self::Unreachable(_) => "store-unreachable",
            Self::Refused => "store-refused",
            Self::Failed(_) => "store-failed",
        }
    }
}

/// A place that keeps rows.
#[async_trait]
pub trait Database: Send + Sync {
    /// Reads; sees all that was acknowledged before.
    async fn read(&self, statement: Statement) -> Result<Vec<Row>, StoreError>;

    /// Does all of them or none, in one transaction, and answers when that is on the disk; the rows that each
    /// statement returned.
    async fn write(&self, statements: Vec<Statement>) -> Result<Vec<Vec<Row>>, StoreError>;

    /// Writes a consistent copy to a file that is not there yet, while others write.
    async fn copy_to(&self, file: &std::path::Path) -> Result<(), StoreError>;
}

/// A statement with its values.
pub fn statement(sql: &'static str, values: impl IntoIterator<Item = Value>) -> Statement {
    Statement { sql, values: values.into_iter().collect() }
}

/// The values of a statement, from whatever can be one.
#[macro_export]
macro_rules! values {
    ($($value:expr),* $(,)?) => { [$($crate::database::Value::from($value)),*] };
}

impl Row {
    /// A number.
    pub fn int(&self, column: usize) -> Result<i64, StoreError> {
        match self.0.get(column) {
            Some(Value::Int(number)) => Ok(*number),
            _ => Err(unexpected(column)),
        }
    }

    /// A number, or nothing.
    pub fn int_or(&self, column: usize) -> Result<Option<i64>, StoreError> {
        if self.is_null(column) { Ok(None) } else { self.int(column).map(Some) }
    }

    /// A text.
    pub fn text(&self, column: usize) -> Result<&str, StoreError> {
        match self.0.get(column) {
            Some(Value::Text(text)) => Ok(text),
            _ => Err(unexpected(column)),
        }
    }

    /// A text that means something.
    pub fn parsed<T: std::str::FromStr>(&self, column: usize) -> Result<T, StoreError> {
        self.text(column)?.parse().map_err(|_| unexpected(column))
    }

    /// Bytes.
    pub fn bytes(&self, column: usize) -> Result<&[u8], StoreError> {
        match self.0.get(column) {
            Some(Value::Bytes(bytes)) => Ok(bytes),
            _ => Err(unexpected(column)),
        }
    }

    /// 32 bytes.
    pub fn digest(&self, column: usize) -> Result<kaunter_protocol::Digest, StoreError> {
        let bytes: [u8; 32] = self.bytes(column)?.try_into().map_err(|_| unexpected(column))?;
        Ok(bytes.into())
    }

    /// A time.
    pub fn time(&self, column: usize) -> Result<jiff::Timestamp, StoreError> {
        jiff::Timestamp::from_millisecond(self.int(column)?).map_err(|_| unexpected(column))
    }

    /// A time, or nothing.
    pub fn time_or(&self, column: usize) -> Result<Option<jiff::Timestamp>, StoreError> {
        if self.is_null(column) { Ok(None) } else { self.time(column).map(Some) }
    }

    /// Whether there is nothing.
    pub fn is_null(&self, column: usize) -> bool {
        matches!(self.0.get(column), None | Some(Value::Null))
    }
}

/// Never the value: it can be anybody's.
fn unexpected(column: usize) -> StoreError {
    StoreError::Failed(format!("column {column} holds what it should not"))
}

impl From<i64> for Value {
    fn from(number: i64) -> Self {
        Self::Int(number)
    }
}

impl From<jiff::Timestamp> for Value {
    fn from(time: jiff::Timestamp) -> Self {
        Self::Int(time.as_millisecond())
    }
}

impl From<&str> for Value {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}

impl From<String> for Value {
    fn from(text: String) -> Self {
        Self::Text(text)
    }
}

impl From<Vec<u8>> for Value {
    fn from(bytes: Vec<u8>) -> Self {
        Self::Bytes(bytes)
    }
}

impl From<&[u8]> for Value {
    fn from(bytes: &[u8]) -> Self {
        Self::Bytes(bytes.to_vec())
    }
}

impl From<kaunter_protocol::Digest> for Value {
    fn from(digest: kaunter_protocol::Digest) -> Self {
        Self::Bytes(digest.as_bytes().to_vec())
    }
}

impl From<uuid::Uuid> for Value {
    fn from(id: uuid::Uuid) -> Self {
        Self::Text(id.to_string())
    }
}

macro_rules! named {
    ($($name:ident),*) => {
        $(impl From<&kaunter_protocol::$name> for Value {
            fn from(name: &kaunter_protocol::$name) -> Self {
                Self::Text(name.as_str().to_owned())
            }
        })*
    };
}

named!(TenantId, SiteId, KioskId);

impl<T: Into<Value>> From<Option<T>> for Value {
    fn from(perhaps: Option<T>) -> Self {
        perhaps.map_or(Self::Null, T::into)
    }
}
