//! Shares, ranks and times.

use std::time::{Duration, Instant};

/// The value below which `share` (0..=1) of the times lie.
pub fn quantile(times: &mut [Duration], share: f64) -> Duration {
    times.sort_unstable();
    let last = times.len().saturating_sub(1);
    times.get((last as f64 * share).round() as usize).copied().unwrap_or_default()
}

/// Runs `work` for each of `questions` and times each run.
pub fn timed<Q, E>(questions: &[Q], mut work: impl FnMut(&Q) -> Result<(), E>) -> Result<Vec<Duration>, E> {
    questions
        .iter()
        .map(|question| {
            let started = Instant::now();
            work(question)?;
            Ok(started.elapsed())
        })
        .collect()
}

/// The chance that a question with an answer is met with more confidence than one without.
pub fn auroc(with: &[f64], without: &[f64]) -> f64 {
    let mut wins = 0.0;
    for a in with {
        for b in without {
            wins += match a.total_cmp(b) {
                std::cmp::Ordering::Greater => 1.0,
                std::cmp::Ordering::Equal => 0.5,
                std::cmp::Ordering::Less => 0.0,
            };
        }
    }
    wins / (with.len() * without.len()).max(1) as f64
}

/// Most memory that this process ever held, in MiB, where the system tells.
pub fn peak_mebibytes() -> Option<u64> {
    let status = std::fs::read_to_string("/proc/self/status").ok()?;
    let line = status.lines().find(|line| line.starts_with("VmHWM:"))?;
    Some(line.split_whitespace().nth(1)?.parse::<u64>().ok()? / 1024)
}
