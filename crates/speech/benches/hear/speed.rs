//! Time and memory of models by their size.

use std::{fs, path::Path, time::Instant};

use kaunter_speech::hearing::Recogniser;
use whisper_rs::{FullParams, SamplingStrategy, WhisperContext, WhisperContextParameters};

use crate::blank_model;

const SECONDS: f32 = 3.0;
const TIMES: usize = 3;

/// Prints a table.
pub fn measure() {
    let folder = tempfile::tempdir().unwrap();
    let processors = std::thread::available_parallelism().map_or(1, usize::from);
    println!("{SECONDS} s of speech, median of {TIMES}, {processors} processors, load {}", load());
    println!(
        "{:<6} {:>7} {:>12} {:>11} {:>12} {:>7} {:>10}",
        "size", "threads", "short window", "30 s window", "bare, 30 s", "faster", "RSS MiB"
    );
    for size in ["tiny", "base", "small"] {
        let file = folder.path().join(format!("{size}.bin"));
        blank_model::write(&file, &blank_model::shape(size));
        for threads in [1, 2] {
            let before = resident();
            let mut recogniser = Recogniser::open(&file, threads).unwrap();
            recogniser.time_turn(SECONDS).unwrap();
            let resident = resident() - before;
            let short = median(|| f64::from(recogniser.time_turn(SECONDS).unwrap()));
            let whole = median(|| f64::from(recogniser.time_turn(30.0).unwrap()));
            drop(recogniser);
            let bare = bare(&file, threads);
            println!(
                "{size:<6} {threads:>7} {short:>9.0} ms {whole:>8.0} ms {bare:>9.0} ms {:>6.1}× {resident:>10.0}",
                bare / short
            );
        }
    }
}

/// whisper-rs as its own example calls it: the whole window, as many tokens as ours.
fn bare(file: &Path, threads: usize) -> f64 {
    whisper_rs::install_logging_hooks();
    let context = WhisperContext::new_with_params(file, WhisperContextParameters::default()).unwrap();
    let mut state = context.create_state().unwrap();
    let sound: Vec<f32> = (0..48_000).map(|at| (at as f32 * 0.04).sin() * 0.1).collect();
    median(|| {
        let mut parameters = FullParams::new(SamplingStrategy::Greedy { best_of: 1 });
        parameters.set_language(Some("en"));
        parameters.set_n_threads(threads as i32);
        parameters.set_no_timestamps(true);
        parameters.set_single_segment(true);
        parameters.set_print_progress(false);
        parameters.set_temperature_inc(0.0);
        parameters.set_max_tokens(15);
        let begun = Instant::now();
        state.full(parameters, &sound).unwrap();
        begun.elapsed().as_secs_f64() * 1000.0
    })
}

/// The middle of a few.
fn median(mut one: impl FnMut() -> f64) -> f64 {
    let mut all: Vec<f64> = (0..TIMES).map(|_| one()).collect();
    all.sort_by(f64::total_cmp);
    all[TIMES / 2]
}

/// Memory of this process in MiB.
fn resident() -> f64 {
    let status = fs::read_to_string("/proc/self/status").unwrap();
    let line = status.lines().find(|line| line.starts_with("VmRSS")).unwrap();
    line.split_whitespace().nth(1).unwrap().parse::<f64>().unwrap() / 1024.0
}

fn load() -> String {
    fs::read_to_string("/proc/loadavg").unwrap().split(' ').next().unwrap().to_owned()
}
