//! Opening the sample pack: worked out, and from what was kept.

use std::{error::Error, path::Path, time::Instant};

use kaunter_knowledge::Knowledge;
use kaunter_pack::model::Pack;

/// Prints a row per language.
pub fn run() -> Result<(), Box<dyn Error>> {
    let pack = Pack::read(Path::new("../../content"))?;
    let folder = tempfile::tempdir()?;
    println!("| language | worked out in | opened again in | ratio |");
    println!("|---|---|---|---|");
    for language in pack.languages.keys() {
        let mut times = [0.0; 2];
        for time in &mut times {
            let started = Instant::now();
            Knowledge::open(&pack, language, Some(folder.path()))?;
            *time = started.elapsed().as_secs_f64();
        }
        println!("| {language} | {:.2} s | {:.3} s | {:.3} |", times[0], times[1], times[1] / times[0]);
    }
    println!();
    Ok(())
}
