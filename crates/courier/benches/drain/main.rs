//! The day after: kiosks that were cut off for a day, with forms that wait, and the agency's server is back. Each decides
//! by the courier's own [`Machine`](kaunter_courier::Machine) when it asks what, over a socket of its own; the server is a
//! process of its own. The kiosks' clock goes faster than ours, the server's does not.
//!
//! `cargo bench -p kaunter-courier --bench drain -- 10000 20 10`: kiosks, forms of each, how much faster; with `postgresql`
//! the agency keeps them in a PostgreSQL of its own. It ends as failed where a form is not at the agency exactly once, or a
//! kiosk was told anything that means more than "later".

#![allow(clippy::unwrap_used, clippy::panic, reason = "a measurement that cannot go on has failed")]

mod hall;
mod kiosk;
mod line;
mod patience;
#[allow(dead_code, reason = "the agency's own tests measure with it too")]
#[path = "../../../agency/tests/it/postgres.rs"]
mod postgres;
mod tally;

use std::{
    env,
    process::ExitCode,
    sync::Arc,
    time::{Duration, Instant},
};

use hall::{Hall, Kept};
use kiosk::{Clock, Kiosk, World};
use tally::Tally;

fn main() -> ExitCode {
    if let Ok(data) = env::var(hall::SERVES_IN) {
        return hall::serve(&data);
    }
    let mut numbers = env::args().filter_map(|word| word.parse::<usize>().ok());
    let (kiosks, forms) = (numbers.next().unwrap_or(10_000), numbers.next().unwrap_or(20));
    let faster = u32::try_from(numbers.next().unwrap_or(10)).unwrap();
    let kept = if env::args().any(|word| word == "postgresql") { Kept::InPostgres } else { Kept::InSqlite };
    let runtime = tokio::runtime::Runtime::new().unwrap();
    runtime.block_on(drained(kept, kiosks, forms, faster))
}

async fn drained(kept: Kept, kiosks: usize, forms: usize, faster: u32) -> ExitCode {
    println!(
        "{kiosks} kiosks with {forms} forms each, after a day without the agency, which keeps them {kept}; time goes \
         {faster} times as fast"
    );
    let (mut hall, credentials) = Hall::with(kept, kiosks).await;
    let waiting = credentials.into_iter().enumerate();
    let waiting: Vec<_> = waiting.map(|(number, credential)| Kiosk::after_a_day(number, credential, forms)).collect();
    hall.open();
    let began = Instant::now();
    let world = Arc::new(World {
        address: hall.address(),
        clock: Clock { began, faster },
        envelope: hall::envelope(),
        tenant: hall.tenant.clone(),
        key: hall.key.clone(),
        tally: Tally::default(),
    });
    let mut under_way = tokio::task::JoinSet::new();
    for kiosk in waiting {
        under_way.spawn(kiosk.lives(world.clone()));
    }
    let mut said = Instant::now();
    while under_way.join_next().await.is_some() {
        if said.elapsed() > Duration::from_secs(15) {
            said = Instant::now();
            println!(
                "{:>5.0} s  {:>7} forms  {:>6} kiosks to go",
                began.elapsed().as_secs_f64(),
                world.tally.taken(),
                under_way.len()
            );
        }
    }
    let (kept, conflicts) = hall.kept().await;
    let memory = hall.most_memory_mib();
    let well = world.tally.tell(began.elapsed());
    println!("the server took at most {memory} MiB of memory; it has {kept} forms, and {conflicts} with other bytes");
    let all = kept == i64::try_from(kiosks * forms).unwrap() && conflicts == 0;
    if well && all { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}
