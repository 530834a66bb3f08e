//! Time and memory of models by their size.

use std::{fs, path::Path, process::Command};

use kaunter_speech::hearing::Recogniser;
use whisper_rs::{FullParams, SamplingStrategy, WhisperContext, WhisperContextParameters};

use crate::blank_model;

const SECONDS: f32 = 3.0;
const TIMES: usize = 3;

/// Prints a table. Time is the processor's, with one thread: what an idle core takes, however busy this machine is.
pub fn measure() {
    let folder = tempfile::tempdir().unwrap();
    println!("{SECONDS} s of speech, one thread, processor time, median of {TIMES}");
    println!(
        "{:<6} {:>12} {:>11} {:>12} {:>7} {:>8} {:>6}",
        "size", "short window", "30 s window", "bare, 30 s", "faster", "of real", "MiB"
    );
    for size in ["tiny", "base", "small"] {
        let file = folder.path().join(format!("{size}.bin"));
        blank_model::write(&file, &blank_model::shape(size));
        let resident = resident_of_its_own(size);
        let mut recogniser = Recogniser::open(&file, 1).unwrap();
        recogniser.time_turn(SECONDS).unwrap();
        let short = median(TIMES, || recogniser.time_turn(SECONDS).unwrap());
        // Ten times as long, and so ten times as steady.
        let whole = median(1, || recogniser.time_turn(30.0).unwrap());
        drop(recogniser);
        let bare = bare(&file);
        let real = short / f64::from(SECONDS) / 1000.0;
        println!(
            "{size:<6} {short:>9.0} ms {whole:>8.0} ms {bare:>9.0} ms {:>6.1}× {real:>8.2} {resident:>6.0}",
            bare / short
        );
    }
}

/// whisper-rs as its own example calls it: the whole window, as many tokens as ours.
fn bare(file: &Path) -> f64 {
    whisper_rs::install_logging_hooks();
    let context = WhisperContext::new_with_params(file, WhisperContextParameters::default()).unwrap();
    let mut state = context.create_state().unwrap();
    let sound: Vec<f32> = (0..48_000).map(|at| (at as f32 * 0.04).sin() * 0.1).collect();
    median(1, || {
        let mut parameters = FullParams::new(SamplingStrategy::Greedy { best_of: 1 });
        parameters.set_language(Some("en"));
        parameters.set_n_threads(1);
        parameters.set_no_timestamps(true);
        parameters.set_single_segment(true);
        parameters.set_print_progress(false);
        parameters.set_temperature_inc(0.0);
        parameters.set_max_tokens(15);
        state.full(parameters, &sound).unwrap();
    })
}

/// Processor time of the middle of a few, in milliseconds.
fn median<T>(times: usize, mut one: impl FnMut() -> T) -> f64 {
    let mut all: Vec<f64> = (0..times)
        .map(|_| {
            let begun = processor_millis();
            one();
            processor_millis() - begun
        })
        .collect();
    all.sort_by(f64::total_cmp);
    all[times / 2]
}

/// What this process has used of the processor, from the 14th and 15th field of its line, in hundredths of a second.
pub fn processor_millis() -> f64 {
    let line = fs::read_to_string("/proc/self/stat").unwrap();
    let fields: Vec<&str> = line.rsplit(')').next().unwrap().split_whitespace().collect();
    (fields[11].parse::<f64>().unwrap() + fields[12].parse::<f64>().unwrap()) * 10.0
}

/// Memory of a process that has heard one turn with a model of that size, in MiB: another process than this one, which
/// keeps some of what it had.
fn resident_of_its_own(size: &str) -> f64 {
    let own = std::env::current_exe().unwrap();
    let told = Command::new(own).args(["memory", size, "1"]).output().unwrap();
    String::from_utf8(told.stdout).unwrap().trim().parse().unwrap()
}

/// Hears so many turns with a model of that size, and prints what memory this process has then, in MiB.
pub fn tell_memory(size: &str, turns: usize) {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("model.bin");
    blank_model::write(&file, &blank_model::shape(size));
    let mut recogniser = Recogniser::open(&file, 1).unwrap();
    for _ in 0..turns {
        recogniser.time_turn(SECONDS).unwrap();
    }
    let status = fs::read_to_string("/proc/self/status").unwrap();
    let line = status.lines().find(|line| line.starts_with("VmRSS")).unwrap();
    println!("{:.1}", line.split_whitespace().nth(1).unwrap().parse::<f64>().unwrap() / 1024.0);
}
