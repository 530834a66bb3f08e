//! Measures asking beside SQLite FTS5 (bm25), over the same texts in the same run.
//!
//! `cargo bench -p kaunter-knowledge --bench ask [-- quality|documents|analysis|advice|mistyped|speed|growth|opening]`;
//! `quality`, `analysis` and `advice` may be followed by pack folders, of which each language's golden questions are asked (default: the
//! sample pack and the packs in `development`). Prints Markdown tables; times are of one thread.

mod advice;
mod analysis;
mod documents;
mod fts5;
mod growth;
mod measures;
mod mistyped;
mod opening;
mod quality;
mod slips;
mod speed;
mod synthetic;

use std::{error::Error, path::PathBuf};

fn main() -> Result<(), Box<dyn Error>> {
    let arguments: Vec<String> = std::env::args().skip(1).filter(|argument| argument != "--bench").collect();
    let chosen = |name: &str| arguments.is_empty() || arguments.iter().any(|argument| argument == name);
    let packs: Vec<PathBuf> = arguments.iter().map(PathBuf::from).filter(|path| path.is_dir()).collect();
    if chosen("quality") {
        quality::run(&packs)?;
    }
    if chosen("documents") {
        documents::run()?;
    }
    if chosen("analysis") {
        analysis::run(&packs)?;
    }
    if chosen("mistyped") {
        mistyped::run()?;
    }
    if chosen("advice") {
        advice::run(&packs)?;
    }
    if chosen("speed") {
        speed::run()?;
    }
    if chosen("growth") {
        growth::run()?;
    }
    if chosen("opening") {
        opening::run()?;
    }
    Ok(())
}
