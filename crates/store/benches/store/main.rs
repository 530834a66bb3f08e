//! Measures durable answers beside raw SQLite doing the same commits in the same run, and kills by the thousand.
//!
//! `cargo bench -p kaunter-store --bench store [-- speed|kills [times]]`.

#![allow(clippy::unwrap_used, reason = "a measurement that cannot go on has failed")]

#[path = "../../tests/it/killed.rs"]
mod killed;
mod speed;

use std::{env, path::Path, process::Command, time::Instant};

fn main() {
    let arguments: Vec<String> = env::args().skip(1).filter(|argument| argument != "--bench").collect();
    if let [live, folder, what] = arguments.as_slice()
        && live == "live"
    {
        return killed::live(Path::new(folder), what);
    }
    let chosen = |name: &str| arguments.is_empty() || arguments.iter().any(|argument| argument == name);
    if chosen("speed") {
        speed::run();
    }
    if chosen("kills") {
        kills(arguments.iter().find_map(|argument| argument.parse().ok()).unwrap_or(2000));
    }
}

fn kills(times: u32) {
    let program = |folder: &Path, what: &str| {
        let mut program = Command::new(env::current_exe().unwrap());
        program.arg("live").arg(folder).arg(what);
        program
    };
    println!("| killed while | kills | | seconds |\n|---|---|---|---|");
    let (folder, begun) = (tempfile::tempdir().unwrap(), Instant::now());
    let answered = killed::while_answering(folder.path(), times, program);
    println!(
        "| answering | {times} | {answered} after new answers, none lost | {:.0} |",
        begun.elapsed().as_secs_f64()
    );
    let (folder, begun) = (tempfile::tempdir().unwrap(), Instant::now());
    let forms = killed::while_finishing(folder.path(), times, program);
    println!("| finishing | {times} | {forms} forms, none lost or doubled | {:.0} |", begun.elapsed().as_secs_f64());
}
