//! Takes what can still be read of a damaged store over into a fresh one.
//!
//! Each page of the database carries a code that only the key gives: what can be read is what was written.

use std::path::Path;

use rusqlite::{Connection, ErrorCode, TransactionBehavior, params_from_iter, types::Value};

use crate::{StoreError, StoreKey, database};

/// Tables with what they are ordered by; those that others refer to come first. The trail stays behind: it is
/// evidence, and the fresh store begins its own.
const TABLES: [(&str, &str); 12] = [
    ("staff", "id"),
    ("definitions", "digest"),
    ("drafts", "id"),
    ("answers", "draft, place"),
    ("forms", "sequence"),
    ("printable", "form"),
    ("persons", "sequence"),
    ("corrections", "sequence"),
    ("print_jobs", "sequence"),
    ("agency", "one"),
    ("cursors", "name"),
    ("settings", "name"),
];

/// Gives how many finished forms were taken over. The damaged store is only read.
pub(crate) fn rescue(damaged: &Path, key: &StoreKey, fresh: &mut Connection) -> Result<u64, StoreError> {
    let change = fresh.transaction_with_behavior(TransactionBehavior::Immediate)?;
    for (table, order) in TABLES {
        let forwards = order.to_owned();
        let backwards = order.split(", ").map(|column| format!("{column} DESC")).collect::<Vec<_>>().join(", ");
        // A page that cannot be read ends the way from either side.
        // Nor does a connection that met one read anything more: each way has its own.
        for order in [forwards, backwards] {
            let Ok(damaged) = database::open_to_read(damaged, key) else { break };
            if take_over(&damaged, &change, table, &order)? == Read::Whole {
                break;
            }
        }
    }
    let forms = change.query_row("SELECT count(*) FROM forms", [], |row| row.get(0))?;
    // Notices and statuses come again; what is counted goes on, since the agency knows how far it was.
    change.execute("DELETE FROM cursors WHERE name IN ('notices', 'statuses')", [])?;
    continue_numbers(&change)?;
    change.commit()?;
    Ok(forms)
}

/// How far one could read.
#[derive(PartialEq, Eq)]
enum Read {
    Whole,
    Broken,
}

fn take_over(from: &Connection, to: &Connection, table: &str, order: &str) -> Result<Read, StoreError> {
    let Ok(mut read) = from.prepare(&format!("SELECT * FROM {table} ORDER BY {order}")) else {
        return Ok(Read::Broken);
    };
    let columns = read.column_names().join(", ");
    let width = read.column_count();
    let marks = vec!["?"; width].join(", ");
    let mut write = to.prepare(&format!("INSERT OR IGNORE INTO {table} ({columns}) VALUES ({marks})"))?;
    let Ok(mut rows) = read.query([]) else { return Ok(Read::Broken) };
    loop {
        let row = match rows.next() {
            Ok(Some(row)) => row,
            Ok(None) => return Ok(Read::Whole),
            Err(_) => return Ok(Read::Broken),
        };
        let Ok(values) = (0..width).map(|column| row.get(column)).collect::<Result<Vec<Value>, _>>() else {
            return Ok(Read::Broken);
        };
        match write.execute(params_from_iter(values)) {
            // What it refers to could not be read.
            Err(error) if error.sqlite_error_code() == Some(ErrorCode::ConstraintViolation) => {}
            done => {
                done?;
            }
        }
    }
}

/// A draft's number is never given twice: a finished form is known by it.
fn continue_numbers(db: &Connection) -> Result<(), StoreError> {
    let newest: i64 = db.query_row(
        "SELECT max(coalesce((SELECT max(draft) FROM forms), 0), coalesce((SELECT max(id) FROM drafts), 0))",
        [],
        |row| row.get(0),
    )?;
    db.execute("DELETE FROM sqlite_sequence WHERE name = 'drafts'", [])?;
    db.execute("INSERT INTO sqlite_sequence (name, seq) VALUES ('drafts', ?1)", [newest])?;
    Ok(())
}
