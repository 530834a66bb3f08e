//! Intake over HTTP beside what the databases do by themselves: SQLite with the same statement, and pgbench with the
//! same statement on the same PostgreSQL. One run, one machine, everything durable.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a measurement that cannot go on has failed")]

#[allow(dead_code, reason = "the tests' kiosk; here it only enrols")]
#[path = "../../tests/it/courier.rs"]
mod courier;
#[allow(dead_code, reason = "the tests' server")]
#[path = "../../tests/it/hall.rs"]
mod hall;
#[path = "intake.rs"]
mod intake;
#[path = "limits.rs"]
mod limits;
#[path = "../../tests/it/postgres.rs"]
mod postgres;

use hall::Hall;
use intake::Load;
use postgres::Postgres;

/// Rates high enough that one kiosk can be many.
const OPEN: &str = "kiosk_rate = 10000\nkiosk_burst = 100000\nlog = \"warn\"\n";

fn main() {
    let mut numbers = std::env::args().skip(1).filter_map(|number| number.parse().ok());
    let (forms, connections) = (numbers.next().unwrap_or(20_000), numbers.next().unwrap_or(64));
    let load = Load::new(forms, connections);
    println!("{forms} forms of {} bytes by {connections} connections", load.bytes());
    println!("{:<52}{:>10}{:>9}{:>9}{:>9}", "", "forms/s", "of limit", "p50 ms", "p99 ms");

    let alone = limits::sqlite(&load, 1);
    row("SQLite, one form a transaction", alone, None, None);
    let limit = limits::sqlite(&load, connections);
    row(&format!("SQLite, {connections} forms a transaction"), limit, None, None);
    let hall = Hall::open_with(OPEN);
    let (rate, p50, p99) = load.on(&[&hall]);
    row("kaunter-agency on SQLite", rate, Some(limit), Some((p50, p99)));
    drop(hall);

    let postgres = Postgres::start();
    let url = postgres.database("agency");
    let hall = Hall::open_with(&format!("{OPEN}database = \"{url}\"\ndatabase_connections = {connections}"));
    let limit = limits::pgbench(&postgres, &load);
    row("PostgreSQL, pgbench", limit, None, None);
    let (rate, p50, p99) = load.on(&[&hall]);
    row("kaunter-agency on PostgreSQL", rate, Some(limit), Some((p50, p99)));
}

fn row(what: &str, rate: f64, limit: Option<f64>, times: Option<(f64, f64)>) {
    let of = limit.map_or(String::new(), |limit| format!("{:.2}", rate / limit));
    let (p50, p99) = times.map_or(Default::default(), |(p50, p99)| (format!("{p50:.1}"), format!("{p99:.1}")));
    println!("{what:<52}{rate:>10.0}{of:>9}{p50:>9}{p99:>9}");
}
