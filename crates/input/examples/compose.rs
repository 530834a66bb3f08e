//! Shows what symbols are turned into and how long that took:
//! `cargo run --release -p kaunter-input --example compose -- ㄕㄣㄈㄣˋㄓㄥˋ`.

use std::time::Instant;

use kaunter_input::Bopomofo;

fn main() -> Result<(), kaunter_input::LoadError> {
    let start = Instant::now();
    let bopomofo = Bopomofo::load()?;
    println!("loaded in {} ms", start.elapsed().as_millis());
    for symbols in std::env::args().skip(1) {
        let start = Instant::now();
        let composed = bopomofo.compose(&symbols);
        let micros = start.elapsed().as_micros();
        let first: Vec<_> = composed
            .candidates
            .iter()
            .take(12)
            .map(|candidate| format!("{}·{}", candidate.text, candidate.symbols))
            .collect();
        println!(
            "{symbols} → {}   [{} candidates: {}] {micros} µs",
            composed.sentence,
            composed.candidates.len(),
            first.join(" ")
        );
    }
    Ok(())
}
