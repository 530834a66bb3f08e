//! SQLite in a folder: many readers, one writer, and another process (the command line) beside.

mod statements;
mod writer;

use std::{
    io,
    path::{Path, PathBuf},
    sync::{Arc, Mutex, PoisonError},
    time::Duration,
};

use async_trait::async_trait;
use rusqlite::{Connection, OpenFlags};
use tokio::task::spawn_blocking;

use self::{
    statements::{fault, run},
    writer::Writer,
};
use super::{Database, Row, SCHEMA, Statement, StoreError};
use crate::private::make_private;

/// How long one process waits for another one's transaction.
const PATIENCE: Duration = Duration::from_secs(10);
/// Statements that a connection keeps prepared.
const PREPARED: usize = 64;

/// A database file, open.
pub struct Sqlite {
    file: PathBuf,
    writer: Writer,
    idle: Arc<Mutex<Vec<Connection>>>,
}

impl Sqlite {
    /// Opens it, and makes it where it is not there. `most_pages` bounds its size (4096 bytes a page).
    ///
    /// # Errors
    /// The disk's, or no database is in the file.
    pub fn open(file: &Path, most_pages: Option<u32>) -> Result<Self, StoreError> {
        private(file)?;
        let connection = connect(file)?;
        connection.execute_batch(SCHEMA).map_err(|error| fault(&error))?;
        if let Some(most) = most_pages {
            connection.pragma_update(None, "max_page_count", most).map_err(|error| fault(&error))?;
        }
        Ok(Self { file: file.to_owned(), writer: Writer::start(connection)?, idle: Arc::default() })
    }
}

#[async_trait]
impl Database for Sqlite {
    async fn read(&self, statement: Statement) -> Result<Vec<Row>, StoreError> {
        let (file, idle) = (self.file.clone(), self.idle.clone());
        blocking(move || {
            let free = idle.lock().unwrap_or_else(PoisonError::into_inner).pop();
            let connection = free.map_or_else(|| connect(&file), Ok)?;
            let rows = run(&connection, &statement).map_err(|error| fault(&error));
            idle.lock().unwrap_or_else(PoisonError::into_inner).push(connection);
            rows
        })
        .await
    }

    async fn write(&self, statements: Vec<Statement>) -> Result<Vec<Vec<Row>>, StoreError> {
        self.writer.write(statements).await
    }

    async fn copy_to(&self, file: &Path) -> Result<(), StoreError> {
        let (from, to) = (self.file.clone(), file.to_string_lossy().into_owned());
        blocking(move || {
            private(Path::new(&to))?;
            let copied = connect(&from)?.execute("VACUUM INTO ?1", [to]);
            copied.map(drop).map_err(|error| fault(&error))
        })
        .await
    }
}

async fn blocking<T: Send + 'static>(
    work: impl FnOnce() -> Result<T, StoreError> + Send + 'static,
) -> Result<T, StoreError> {
    spawn_blocking(work).await.unwrap_or_else(|_| Err(StoreError::Failed("a reader broke off".to_owned())))
}

/// The file, for its owner alone: SQLite makes its others beside it like it, whatever the folder lets others see.
fn private(file: &Path) -> Result<(), StoreError> {
    make_private(file).map_err(|error| match error.kind() {
        io::ErrorKind::StorageFull => StoreError::Full,
        _ => StoreError::Failed(format!("{}: {error}", file.display())),
    })
}

fn connect(file: &Path) -> Result<Connection, StoreError> {
    let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_CREATE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let opened = Connection::open_with_flags(file, flags).and_then(|connection| {
        connection.busy_timeout(PATIENCE)?;
        connection.set_prepared_statement_cache_capacity(PREPARED);
        connection.pragma_update(None, "journal_mode", "wal")?;
        connection.pragma_update(None, "synchronous", "full")?;
        connection.pragma_update(None, "foreign_keys", true)?;
        // What was purged is overwritten, not only forgotten.
        connection.pragma_update(None, "secure_delete", true)?;
        Ok(connection)
    });
    opened.map_err(|error| fault(&error))
}
