//! The agency of a world: its real registry over one of its two stores, that loses its power and its clock.

use std::{
    path::PathBuf,
    sync::{Arc, LazyLock},
    time::Duration,
};

use jiff::Timestamp;
use kaunter_agency::{
    database::{Database, Postgres, PostgresOptions, SCHEMA, Sqlite, StoreError, statement},
    pen::Pen,
    registry::{Kiosk as Admitted, Received, Registry, RegistryError},
};
use kaunter_courier::{Failure, Told};
use kaunter_protocol::{Credential, Envelope, Problem, ProblemCode, Receipt};
use kaunter_store::Uuid;
use tokio::runtime::Runtime;

use super::{Chance, unsteady::Unsteady};

/// Where the agency keeps what it has.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Kept {
    InSqlite,
    /// In the database at this address; what another world left there is taken out before.
    InPostgres(String),
}

/// What the network and the server share.
pub(super) struct Server {
    pub folder: PathBuf,
    pub kept: Kept,
    pub registry: Option<Registry>,
    /// Somebody who signs receipts and is not the agency.
    pub stranger: Pen,
    pub runtime: Runtime,
    pub chance: Chance,
    /// Messages that are still somewhere on the way, and arrive when nobody expects them.
    pub stray: Vec<(Credential, Uuid, Envelope)>,
    /// What the server takes for the time.
    pub clock: Timestamp,
    pub calm: bool,
}

impl Server {
    /// A server that is running, over a database with nothing in it.
    pub(super) fn new(folder: PathBuf, kept: Kept, stranger: Pen, seed: u64, clock: Timestamp) -> Self {
        let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(1).enable_all().build().unwrap();
        let (registry, chance, stray) = (None, Chance(seed), Vec::new());
        let mut server = Self { folder, kept, registry, stranger, runtime, chance, stray, clock, calm: true };
        if server.kept != Kept::InSqlite {
            let emptied = TABLES.iter().rev().map(|empty| statement(empty, [])).collect();
            server.runtime.block_on(server.database().write(emptied)).unwrap();
        }
        server.start();
        server
    }

    /// Begins a storm, or ends it; the server is started anew over a database that does what it likes, or not.
    pub(super) fn weathers(&mut self, calm: bool) {
        self.registry = None;
        self.calm = calm;
        self.start();
    }

    /// Its power is there; whether it starts is up to the database too.
    pub(super) fn start(&mut self) {
        if self.registry.is_some() {
            return;
        }
        let mut database = self.database();
        if !self.calm {
            database = Arc::new(Unsteady::new(database, Chance(self.chance.draw())));
        }
        let pen = Arc::new(Pen::open(&self.folder.join("signing.key")).unwrap());
        let opened = self.runtime.block_on(Registry::open(database, pen));
        self.registry = match opened {
            Err(RegistryError::Store(StoreError::Full | StoreError::Unreachable(_))) if !self.calm => None,
            opened => Some(opened.unwrap()),
        };
    }

    fn database(&self) -> Arc<dyn Database> {
        match &self.kept {
            Kept::InSqlite => Arc::new(Sqlite::open(&self.folder.join("agency.sqlite"), None).unwrap()),
            Kept::InPostgres(url) => {
                let options = PostgresOptions { url, roots: None, connections: 2, patience: Duration::from_secs(30) };
                Arc::new(self.runtime.block_on(Postgres::open(options)).unwrap())
            }
        }
    }

    pub(super) fn registry(&self) -> Result<&Registry, Failure> {
        self.registry.as_ref().ok_or_else(|| Failure::Unreachable("the server is down".to_owned()))
    }

    pub(super) fn admitted(&self, credential: &Credential) -> Result<Admitted, Failure> {
        self.runtime.block_on(self.registry()?.admit(credential.digest())).map_err(failure)
    }

    pub(super) fn receive(&self, credential: &Credential, id: Uuid, envelope: Envelope) -> Told<Receipt> {
        let kiosk = self.admitted(credential)?;
        let fault = |_| Failure::Refused(Problem::new(ProblemCode::EnvelopeMalformed));
        envelope.check(id).map_err(fault)?;
        let (registry, shown) = (self.registry()?, credential.digest());
        let received = self.runtime.block_on(registry.receive_from(&kiosk, shown, id, envelope, self.clock));
        received.map(|received: Received| received.receipt().clone()).map_err(failure)
    }
}

/// What a kiosk is told of it, as by the server.
pub(super) fn failure(error: RegistryError) -> Failure {
    Failure::Refused(match error {
        RegistryError::Told(code) => Problem::new(code),
        RegistryError::Store(StoreError::Full | StoreError::Unreachable(_)) => {
            Problem::new(ProblemCode::StoreUnavailable).after(3)
        }
        _ => Problem::new(ProblemCode::Internal),
    })
}

/// Empties each table, in the order in which they are made: those that others need come first.
static TABLES: LazyLock<Vec<String>> = LazyLock::new(|| {
    let made = SCHEMA.split("CREATE TABLE IF NOT EXISTS ").skip(1);
    made.filter_map(|table| Some(format!("DELETE FROM {}", table.split_whitespace().next()?))).collect()
});
