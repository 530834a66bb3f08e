//! Those that write to PostgreSQL. Whatever waits goes into one transaction that is sent at once: one way there and
//! back, and one wait for the disk, for many forms.

use std::{
    future::{Future, poll_fn},
    pin::Pin,
    sync::Arc,
    task::Poll,
};

use deadpool_postgres::Object;
use tokio::sync::{Mutex, mpsc, oneshot};

use super::{
    line::{Fault, Line, given_back},
    rows::{borrowed, row},
};
use crate::database::{Row, Statement, StoreError};

/// Most that wait; more are told to come again.
const QUEUE: usize = 4096;
/// Most that go into one transaction.
const TOGETHER: usize = 128;
/// How many write beside each other: while one waits for the disk, the next is at work.
const WRITERS: usize = 3;

type Answer = Result<Vec<Row>, StoreError>;
type Sent<'c> = Pin<Box<dyn Future<Output = Result<Vec<Row>, tokio_postgres::Error>> + Send + 'c>>;

/// A statement that stands alone, and who waits for what it returns.
struct Job {
    statement: Statement,
    answer: oneshot::Sender<Answer>,
}

/// The way to the writers, who end when this does.
pub(super) struct Writers {
    jobs: mpsc::Sender<Job>,
}

impl Writers {
    pub(super) fn start(line: &Arc<Line>) -> Self {
        let (jobs, waiting) = mpsc::channel(QUEUE);
        let waiting = Arc::new(Mutex::new(waiting));
        for _ in 0..WRITERS {
            tokio::spawn(serve(line.clone(), waiting.clone()));
        }
        Self { jobs }
    }

    /// Answers when it is on the disk.
    pub(super) async fn write(&self, statement: Statement) -> Answer {
        let (answer, answered) = oneshot::channel();
        let sent = self.jobs.try_send(Job { statement, answer });
        sent.map_err(|_| StoreError::Unreachable("too many writers wait".to_owned()))?;
        answered.await.unwrap_or_else(|_| Err(StoreError::Failed("the writer has ended".to_owned())))
    }
}

async fn serve(line: Arc<Line>, waiting: Arc<Mutex<mpsc::Receiver<Job>>>) {
    let mut jobs = Vec::with_capacity(TOGETHER);
    // The lock is held by the one that waits for the next job, never by one that works.
    while waiting.lock().await.recv_many(&mut jobs, TOGETHER).await > 0 {
        let statements: Vec<_> = jobs.iter().map(|job| &job.statement).collect();
        let answers = match line.client().await {
            Ok(client) => {
                let done = written(&line, &client, &statements).await;
                given_back(client, done)
            }
            Err(error) => Err(error),
        };
        let answers = answers.unwrap_or_else(|error| vec![Err(error); jobs.len()]);
        for (job, answer) in jobs.drain(..).zip(answers) {
            // Whoever no longer waits will ask again.
            let _ = job.answer.send(answer);
        }
    }
}

/// What each of them returned. One that fails undoes all: then each is done by itself.
async fn written(line: &Line, client: &Object, statements: &[&Statement]) -> Result<Vec<Answer>, Fault> {
    if statements.len() > 1 {
        match line.in_time(transacted(client, statements)).await {
            Ok(rows) => return Ok(rows.into_iter().map(Ok).collect()),
            Err(Fault::Told(_)) if !client.is_closed() => {}
            Err(fault) => return Err(fault),
        }
    }
    let each = in_order(statements.iter().map(|statement| line.one(client, statement))).await;
    let answer = |done| match done {
        Err(Fault::Told(error)) => Ok(Err(error)),
        Err(Fault::Silent) => Err(Fault::Silent),
        Ok(rows) => Ok(Ok(rows)),
    };
    each.into_iter().map(answer).collect()
}

/// All in one transaction, nothing of which is waited for before the last of it is sent. Where one fails, what is sent
/// as its end undoes it.
async fn transacted(client: &Object, statements: &[&Statement]) -> Result<Vec<Vec<Row>>, tokio_postgres::Error> {
    let said = |sql: &'static str| -> Sent<'_> {
        Box::pin(async move { client.batch_execute(sql).await.map(|()| Vec::new()) })
    };
    let mut work = vec![said("BEGIN")];
    for statement in statements {
        let prepared = client.prepare_cached(statement.sql).await?;
        work.push(Box::pin(async move {
            let found = client.query(&prepared, &borrowed(&statement.values)).await?;
            Ok(found.iter().map(row).collect())
        }));
    }
    work.push(said("COMMIT"));
    let mut answers = in_order(work).await.into_iter().collect::<Result<Vec<_>, _>>()?;
    answers.pop();
    Ok(answers.split_off(1))
}

/// Lets each begin, in this order, and only then waits for what comes of them.
async fn in_order<F: Future>(work: impl IntoIterator<Item = F>) -> Vec<F::Output> {
    let mut begun: Vec<_> = work.into_iter().map(|one| (Box::pin(one), None)).collect();
    poll_fn(|context| {
        for (one, done) in &mut begun {
            if let Poll::Ready(output) = one.as_mut().poll(context) {
                *done = Some(output);
            }
        }
        Poll::Ready(())
    })
    .await;
    let mut outputs = Vec::with_capacity(begun.len());
    for (one, done) in begun {
        outputs.push(match done {
            Some(output) => output,
            None => one.await,
        });
    }
    outputs
}
