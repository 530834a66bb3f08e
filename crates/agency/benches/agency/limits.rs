//! What the databases do by themselves with the same statement and rows of the same size.

use std::time::Instant;

use kaunter_agency::database::SCHEMA;
use uuid::Uuid;

use crate::{intake::Load, postgres::Postgres};

/// A receipt and an envelope have about as many bytes.
const OUTSIDE: usize = 400;

/// Forms a second, so many in each transaction; `synchronous=FULL`.
pub fn sqlite(load: &Load, together: usize) -> f64 {
    let folder = tempfile::tempdir().unwrap();
    let mut connection = rusqlite::Connection::open(folder.path().join("limit.sqlite")).unwrap();
    connection.execute_batch("PRAGMA journal_mode = wal; PRAGMA synchronous = full;").unwrap();
    connection.execute_batch(SCHEMA).unwrap();
    let outside = "x".repeat(OUTSIDE);
    // One by one it is slow: fewer tell as much.
    let forms = if together == 1 { load.forms / 10 } else { load.forms };
    let begun = Instant::now();
    for _ in 0..forms / together {
        let transaction = connection.transaction().unwrap();
        for _ in 0..together {
            let mut insert = transaction
                .prepare_cached(
                    "INSERT INTO forms (tenant, id, kiosk, sha256, received_at, receipt, envelope, sealed)
                     VALUES ('harbour', ?1, 'hall-1', ?2, 1, ?3, ?3, ?4)
                     ON CONFLICT (tenant, id) DO NOTHING RETURNING id",
                )
                .unwrap();
            let id = Uuid::now_v7().to_string();
            let made =
                insert.query_one((id, [0u8; 32], &outside, &load.envelope.sealed.0), |row| row.get::<_, String>(0));
            made.unwrap();
        }
        transaction.commit().unwrap();
    }
    (forms / together * together) as f64 / begun.elapsed().as_secs_f64()
}

/// Forms a second by pgbench with as many clients.
pub fn pgbench(postgres: &Postgres, load: &Load) -> f64 {
    let sealed: String = load.envelope.sealed.0.iter().map(|byte| format!("{byte:02x}")).collect();
    let script = "INSERT INTO forms (tenant, id, kiosk, sha256, received_at, receipt, envelope, sealed)
         VALUES ('limit', lpad(to_hex(nextval('forms_limit')), 36, '0'), 'hall-1',
           decode('e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855', 'hex'), 1, :outside, :outside,
           decode(:sealed, 'hex')) ON CONFLICT (tenant, id) DO NOTHING RETURNING id;"
        .replace('\n', " ");
    let each = (load.forms / load.connections).to_string();
    let clients = load.connections.to_string();
    let told = postgres.pgbench(
        "agency",
        "CREATE SEQUENCE forms_limit CACHE 100",
        &script,
        &["-c", &clients, "-j", "2", "-t", &each, "-M", "prepared"],
        &[("outside", "x".repeat(OUTSIDE)), ("sealed", sealed)],
    );
    let line = told.lines().find_map(|line| line.strip_prefix("tps = ")).unwrap();
    line.split_whitespace().next().unwrap().parse().unwrap()
}
