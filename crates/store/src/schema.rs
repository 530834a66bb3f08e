//! The tables, and how an older store is brought up to them.
//!
//! Each step only adds: columns with defaults, tables, indexes. What is no longer used is removed by a later step,
//! once every program that needs it is gone. So a step says which schema a program must at least know to go on
//! working with the store, and an older program that knows as much survives the change.

use rusqlite::{Connection, TransactionBehavior};

use crate::StoreError;

/// One change of the tables.
pub(crate) struct Step {
    /// What it does.
    pub sql: &'static str,
    /// The schema that a program must at least know to read and write the tables after it.
    pub min_reader: i64,
}

/// All of them, oldest first; the schema's number is how many there are.
pub(crate) const STEPS: &[Step] = &[
    Step { sql: include_str!("schema/1.sql"), min_reader: 1 },
    Step { sql: include_str!("schema/2.sql"), min_reader: 1 },
    Step { sql: include_str!("schema/3.sql"), min_reader: 1 },
    Step { sql: include_str!("schema/4.sql"), min_reader: 1 },
];

/// Brings the tables up to the newest of these steps, or leaves newer ones alone. Gives the schema from which it came;
/// 0 is an empty database.
pub(crate) fn migrate(db: &mut Connection, steps: &[Step]) -> Result<i64, StoreError> {
    let knows = steps.len() as i64;
    let found: i64 = db.query_row("PRAGMA user_version", [], |row| row.get(0))?;
    if found > knows {
        let needs = db.query_row("SELECT value FROM meta WHERE name = 'min_reader'", [], |row| row.get(0))?;
        return if needs <= knows { Ok(found) } else { Err(StoreError::TooNew { needs, knows }) };
    }
    for (number, step) in (1_i64..).zip(steps).skip_while(|(number, _)| *number <= found) {
        let change = db.transaction_with_behavior(TransactionBehavior::Immediate)?;
        change.execute_batch(step.sql)?;
        change.execute("UPDATE meta SET value = ?1 WHERE name = 'min_reader'", [step.min_reader])?;
        change.pragma_update(None, "user_version", number)?;
        change.commit()?;
    }
    Ok(found)
}

#[cfg(test)]
mod tests {
    use super::*;

    const LATER: &[Step] = &[
        Step { sql: include_str!("schema/1.sql"), min_reader: 1 },
        Step { sql: "ALTER TABLE forms ADD COLUMN accepted_at INTEGER", min_reader: 1 },
        Step { sql: "ALTER TABLE forms DROP COLUMN duplicate_of", min_reader: 3 },
    ];

    #[test]
    fn an_older_store_is_brought_up_and_an_older_program_survives_until_the_tables_shrink() {
        let mut db = Connection::open_in_memory().unwrap();
        assert_eq!(migrate(&mut db, &LATER[..1]).unwrap(), 0);
        assert_eq!(migrate(&mut db, &LATER[..2]).unwrap(), 1);
        assert_eq!(migrate(&mut db, &LATER[..1]).unwrap(), 2, "it may be read by what knows schema 1");
        assert_eq!(migrate(&mut db, LATER).unwrap(), 2);
        assert_eq!(migrate(&mut db, LATER).unwrap(), 3);
        let refused = migrate(&mut db, &LATER[..2]).unwrap_err();
        assert!(matches!(refused, StoreError::TooNew { needs: 3, knows: 2 }), "{refused}");
    }

    #[test]
    fn a_step_that_fails_leaves_the_tables_as_they_were() {
        let mut db = Connection::open_in_memory().unwrap();
        let broken = [
            Step { sql: include_str!("schema/1.sql"), min_reader: 1 },
            Step { sql: "ALTER TABLE forms ADD COLUMN a; ALTER TABLE nothing ADD COLUMN b", min_reader: 1 },
        ];
        assert!(migrate(&mut db, &broken).is_err());
        assert!(db.prepare("SELECT a FROM forms").is_err());
        assert_eq!(migrate(&mut db, &broken[..1]).unwrap(), 1);
    }
}
