//! The one that writes to SQLite. Whoever comes while it writes goes into the next transaction together: a disk that
//! takes a hundred commits a second then takes thousands of forms.

use std::{
    sync::mpsc::{self, Receiver, SyncSender, TrySendError},
    thread,
};

use rusqlite::Connection;
use tokio::sync::oneshot;

use super::statements::{fault, run};
use crate::database::{Row, Statement, StoreError};

/// Most that wait; more are told to come again.
const QUEUE: usize = 4096;
/// Most that go into one transaction.
const TOGETHER: usize = 256;

type Answer = Result<Vec<Vec<Row>>, StoreError>;

/// What somebody wants written, and who waits for it.
struct Job {
    statements: Vec<Statement>,
    answer: oneshot::Sender<Answer>,
}

/// The way to the writer's thread, which ends when this does.
pub(super) struct Writer {
    jobs: SyncSender<Job>,
}

impl Writer {
    pub(super) fn start(connection: Connection) -> Result<Self, StoreError> {
        let (jobs, waiting) = mpsc::sync_channel(QUEUE);
        let named = thread::Builder::new().name("writer".to_owned());
        let started = named.spawn(move || serve(&connection, &waiting));
        started.map_err(|error| StoreError::Failed(format!("no thread: {error}")))?;
        Ok(Self { jobs })
    }

    pub(super) async fn write(&self, statements: Vec<Statement>) -> Answer {
        let (answer, answered) = oneshot::channel();
        match self.jobs.try_send(Job { statements, answer }) {
            Ok(()) => {}
            Err(TrySendError::Full(_)) => return Err(StoreError::Unreachable("too many writers wait".to_owned())),
            Err(TrySendError::Disconnected(_)) => return Err(gone()),
        }
        answered.await.unwrap_or_else(|_| Err(gone()))
    }
}

fn gone() -> StoreError {
    StoreError::Failed("the writer has ended".to_owned())
}

fn serve(connection: &Connection, waiting: &Receiver<Job>) {
    while let Ok(first) = waiting.recv() {
        let mut jobs = vec![first];
        jobs.extend(waiting.try_iter().take(TOGETHER - 1));
        let answers = transact(connection, &jobs);
        for (job, answer) in jobs.into_iter().zip(answers) {
            // Whoever no longer waits will ask again.
            let _ = job.answer.send(answer);
        }
    }
}

/// All jobs in one transaction; one that fails is undone by itself.
fn transact(connection: &Connection, jobs: &[Job]) -> Vec<Answer> {
    let failed = |error: &rusqlite::Error| jobs.iter().map(|_| Err(fault(error))).collect::<Vec<_>>();
    if let Err(error) = connection.execute_batch("BEGIN IMMEDIATE") {
        return failed(&error);
    }
    let mut answers = Vec::with_capacity(jobs.len());
    for job in jobs {
        answers.push(alone(connection, job));
        if connection.is_autocommit() {
            // A full disk undid everything, those before too.
            let error = StoreError::Full;
            return jobs.iter().map(|_| Err(error.clone())).collect();
        }
    }
    if let Err(error) = connection.execute_batch("COMMIT") {
        let _ = connection.execute_batch("ROLLBACK");
        return failed(&error);
    }
    answers
}

fn alone(connection: &Connection, job: &Job) -> Answer {
    let done = connection.execute_batch("SAVEPOINT job").and_then(|()| {
        let rows = job.statements.iter().map(|statement| run(connection, statement)).collect::<Result<Vec<_>, _>>()?;
        connection.execute_batch("RELEASE job")?;
        Ok(rows)
    });
    done.map_err(|error| {
        if !connection.is_autocommit() {
            let _ = connection.execute_batch("ROLLBACK TO job; RELEASE job");
        }
        fault(&error)
    })
}
