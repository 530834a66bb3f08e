//! Answers a second that are on the disk when they are acknowledged.

use std::{
    path::Path,
    time::{Duration, Instant},
};

use jiff::Timestamp;
use kaunter_store::{DraftId, KeyFile, Store};
use rusqlite::{Connection, params};

/// Answers in a form.
const PLACES: usize = 60;
/// Answers in one stretch; both take turns, so that a disk's moods meet both.
const STRETCH: usize = 120;
const STRETCHES: usize = 25;
/// Bytes of an answer: a name, an address, a signature.
const SIZES: [usize; 3] = [24, 300, 6000];

/// Prints a row for each size.
pub fn run() {
    println!("| bytes | raw SQLite, answers/s | Store::put, answers/s | ratio, median of {STRETCHES} stretches |");
    println!("|---|---|---|---|");
    for size in SIZES {
        let folder = tempfile::tempdir().unwrap();
        let mut raw = Raw::new(folder.path());
        let mut ours = Ours::new(folder.path());
        let mut value = vec![b'x'; size];
        let (mut their_time, mut our_time, mut ratios) = (Duration::ZERO, Duration::ZERO, Vec::new());
        for stretch in 0..=STRETCHES {
            let theirs = timed(&mut value, |place, value| raw.put(place, value));
            let own = timed(&mut value, |place, value| ours.put(place, value));
            // The first makes the rows; the others replace them.
            if stretch > 0 {
                their_time += theirs;
                our_time += own;
                ratios.push(theirs.as_secs_f64() / own.as_secs_f64());
            }
        }
        ratios.sort_by(f64::total_cmp);
        let answers = (STRETCH * STRETCHES) as f64;
        println!(
            "| {size} | {:.0} | {:.0} | {:.2} |",
            answers / their_time.as_secs_f64(),
            answers / our_time.as_secs_f64(),
            ratios[STRETCHES / 2]
        );
    }
    println!();
}

fn timed(value: &mut [u8], mut put: impl FnMut(usize, &[u8])) -> Duration {
    let begun = Instant::now();
    for number in 0..STRETCH {
        // SQLite writes nothing where the same stands already.
        value.iter_mut().for_each(|byte| *byte = byte.wrapping_add(1));
        put(number % PLACES, value);
    }
    begun.elapsed()
}

/// The same library without a key and without us: the same pragmas, the same row, the same commit.
struct Raw(Connection);

impl Raw {
    fn new(folder: &Path) -> Self {
        let db = Connection::open(folder.join("raw.db")).unwrap();
        db.execute_batch(
            "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA secure_delete = ON; PRAGMA foreign_keys = ON;
             PRAGMA temp_store = MEMORY; PRAGMA wal_autocheckpoint = 250;
             CREATE TABLE answers (draft INTEGER NOT NULL, place TEXT NOT NULL, value BLOB NOT NULL, PRIMARY KEY (draft, place))
             WITHOUT ROWID;",
        )
        .unwrap();
        Self(db)
    }

    fn put(&mut self, place: usize, value: &[u8]) {
        let mut put = self
            .0
            .prepare_cached(
                "INSERT INTO answers (draft, place, value) VALUES (?1, ?2, ?3)
                 ON CONFLICT (draft, place) DO UPDATE SET value = excluded.value",
            )
            .unwrap();
        put.execute(params![1, format!("place {place}"), value]).unwrap();
    }
}

struct Ours {
    store: Store,
    draft: DraftId,
}

impl Ours {
    fn new(folder: &Path) -> Self {
        let now = Timestamp::now();
        let mut store = Store::open(&folder.join("store"), &KeyFile::new(folder.join("key")), now).unwrap();
        let draft = store.begin("form", "1", b"definition", now).unwrap();
        Self { store, draft }
    }

    fn put(&mut self, place: usize, value: &[u8]) {
        self.store.put(self.draft, &format!("place {place}"), value).unwrap();
    }
}
