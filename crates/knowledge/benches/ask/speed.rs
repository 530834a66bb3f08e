//! Time for a question among 15,000 phrasings, beside FTS5.

use std::{error::Error, time::Instant};

use kaunter_knowledge::{Context, Knowledge};

use crate::{
    fts5::{Fts5, texts},
    measures::{peak_mebibytes, quantile, timed},
    synthetic,
};

const ENTRIES: usize = 150;
const PHRASINGS: usize = 100;
const QUESTIONS: usize = 150;

/// Prints a row per engine, and the times as ratios.
pub fn run() -> Result<(), Box<dyn Error>> {
    let (pack, questions) = synthetic::pack(ENTRIES, PHRASINGS, QUESTIONS)?;
    let started = Instant::now();
    let knowledge = Knowledge::open(&pack, "en", None)?;
    let opened = started.elapsed();
    let today = jiff::Zoned::now().date();
    let ask = |question: &String| knowledge.ask(question, &Context::default(), today).map(|_| ());
    timed(&questions, ask)?;
    let mut ours = timed(&questions, ask)?;
    let table = Fts5::new("trigram", texts(&pack.languages["en"]).into_iter())?;
    let mut theirs = timed(&questions, |question| table.ask(question, 5).map(|_| ()))?;
    let median = quantile(&mut theirs, 0.5);
    println!("| {} phrasings | median | p99 | p99 against FTS5 trigram's median |", ENTRIES * PHRASINGS);
    println!("|---|---|---|---|");
    println!("| FTS5 trigram | {median:?} | {:?} | |", quantile(&mut theirs, 0.99));
    let p99 = quantile(&mut ours, 0.99);
    let ratio = p99.as_secs_f64() / median.as_secs_f64();
    println!("| Kaunter | {:?} | {p99:?} | {ratio:.2} |", quantile(&mut ours, 0.5));
    println!("\nIndexed, learned and calibrated in {opened:?}; most memory so far {:?} MiB.\n", peak_mebibytes());
    Ok(())
}
