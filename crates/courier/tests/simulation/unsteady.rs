//! A database that is full now and then, or whose answer is lost when the work is done: nobody knows then whether it was.

use std::{
    path::Path,
    sync::{Arc, Mutex, MutexGuard, PoisonError},
};

use async_trait::async_trait;
use kaunter_agency::database::{Database, Row, Statement, StoreError};

use super::Chance;

pub(super) struct Unsteady {
    database: Arc<dyn Database>,
    chance: Mutex<Chance>,
}

impl Unsteady {
    pub(super) fn new(database: Arc<dyn Database>, chance: Chance) -> Self {
        Self { database, chance: Mutex::new(chance) }
    }

    fn chance(&self) -> MutexGuard<'_, Chance> {
        self.chance.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn lost<T>(&self, percent: u64, found: T) -> Result<T, StoreError> {
        if self.chance().percent(percent) {
            Err(StoreError::Unreachable("its answer was lost".to_owned()))
        } else {
            Ok(found)
        }
    }
}

#[async_trait]
impl Database for Unsteady {
    async fn read(&self, statement: Statement) -> Result<Vec<Row>, StoreError> {
        self.lost(2, self.database.read(statement).await?)
    }

    async fn write(&self, statements: Vec<Statement>) -> Result<Vec<Vec<Row>>, StoreError> {
        if self.chance().percent(4) {
            return Err(StoreError::Full);
        }
        self.lost(4, self.database.write(statements).await?)
    }

    async fn copy_to(&self, file: &Path) -> Result<(), StoreError> {
        self.database.copy_to(file).await
    }
}
