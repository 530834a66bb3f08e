//! Many worlds in which everything breaks that can: `cargo bench -p kaunter-courier --bench simulation -- 0 10000` lives
//! those from seed 0 on, and ends with the seed of the first in which a form was lost or doubled. With `postgresql` the
//! agency keeps its forms in a PostgreSQL of its own.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a world that cannot go on has failed")]

#[path = "../drain/patience.rs"]
mod hall;
#[allow(dead_code, reason = "the agency's own tests measure with it too")]
#[path = "../../../agency/tests/it/postgres.rs"]
mod postgres;
#[path = "../../tests/simulation/mod.rs"]
mod simulation;

use std::{env, process::ExitCode, time::Instant};

use postgres::Postgres;
use simulation::{Broken, Kept, run_in};

/// Worlds in the usual run.
const USUAL: u64 = 10_000;
/// Worlds between two lines that say how far it is.
const STRIDE: u64 = 100;

fn main() -> ExitCode {
    let mut numbers = env::args().filter_map(|word| word.parse::<u64>().ok());
    let (first, count) = (numbers.next().unwrap_or(0), numbers.next().unwrap_or(USUAL));
    let (began, mut forms, mut lived) = (Instant::now(), 0, 0);
    let postgres = env::args().any(|word| word == "postgresql").then(Postgres::start);
    let kept = postgres.as_ref().map_or(Kept::InSqlite, |postgres| {
        postgres.hurries();
        Kept::InPostgres(postgres.database("worlds"))
    });
    println!("seeds {first} to {}, {}", first + count, if postgres.is_some() { "PostgreSQL" } else { "SQLite" });
    while lived < count {
        let some = STRIDE.min(count - lived);
        match run_in(first + lived..first + lived + some, Broken::Nothing, &kept) {
            Ok(finished) => forms += finished,
            Err(fault) => {
                eprintln!("{fault}");
                return ExitCode::FAILURE;
            }
        }
        lived += some;
        println!("{lived} worlds, {forms} forms, none lost, none doubled, {:.0} s", began.elapsed().as_secs_f64());
    }
    ExitCode::SUCCESS
}
