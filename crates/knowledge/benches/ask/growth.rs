//! How the time for a question grows with the number of passages.

use std::{
    error::Error,
    time::{Duration, Instant},
};

use kaunter_knowledge::{Context, Knowledge};

use crate::{
    fts5::{Fts5, texts},
    measures::{peak_mebibytes, quantile, timed},
    synthetic,
};

const SIZES: [usize; 4] = [1_000, 10_000, 100_000, 1_000_000];
const QUESTIONS: usize = 60;
/// FTS5 is asked less where a question takes it seconds.
const QUESTIONS_FOR_FTS5: usize = 12;

/// Prints a row per size.
pub fn run() -> Result<(), Box<dyn Error>> {
    println!(
        "| passages | Kaunter, median | against the row above | FTS5 trigram, median | indexed in | most memory, MiB |"
    );
    println!("|---|---|---|---|---|---|");
    let mut before: Option<Duration> = None;
    for size in SIZES {
        // Each entry is two passages: its question and its answer.
        let (pack, questions) = synthetic::pack(size / 2, 1, QUESTIONS)?;
        let folder = tempfile::tempdir()?;
        let started = Instant::now();
        let knowledge = Knowledge::open(&pack, "en", Some(folder.path()))?;
        let indexed = started.elapsed();
        let today = jiff::Zoned::now().date();
        let ask = |question: &String| knowledge.ask(question, &Context::default(), today).map(|_| ());
        timed(&questions, ask)?;
        let median = quantile(&mut timed(&questions, ask)?, 0.5);
        drop(knowledge);
        let table = Fts5::new("trigram", texts(&pack.languages["en"]).into_iter())?;
        let few = &questions[..QUESTIONS_FOR_FTS5.min(questions.len())];
        let theirs = quantile(&mut timed(few, |question| table.ask(question, 5).map(|_| ()))?, 0.5);
        let growth =
            before.map_or_else(String::new, |before| format!("× {:.2}", median.as_secs_f64() / before.as_secs_f64()));
        println!("| {size} | {median:?} | {growth} | {theirs:?} | {indexed:?} | {} |", peak_mebibytes().unwrap_or(0));
        before = Some(median);
    }
    println!();
    Ok(())
}
