//! What the kiosks were told, counted.

use std::{
    collections::BTreeMap,
    sync::{Mutex, PoisonError},
    time::Duration,
};

use kaunter_courier::Verdict;

/// A day, in which the agency was away.
pub const DAY: Duration = Duration::from_secs(24 * 3600);

#[derive(Default)]
pub struct Tally(Mutex<Counted>);

#[derive(Default)]
struct Counted {
    taken: u64,
    /// Milliseconds from a form's first byte to the last of its receipt.
    times: Vec<f64>,
    /// Forms by second of ours.
    seconds: BTreeMap<u64, u64>,
    /// When each kiosk had nothing left, by its clock.
    drained: Vec<Duration>,
    /// What was tried again, by reason.
    later: BTreeMap<&'static str, u64>,
    /// What a kiosk takes for the end of a form, or of itself.
    lost: BTreeMap<&'static str, u64>,
}

impl Tally {
    fn count(&self, change: impl FnOnce(&mut Counted)) {
        change(&mut self.0.lock().unwrap_or_else(PoisonError::into_inner));
    }

    pub fn taken(&self) -> u64 {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).taken
    }

    pub fn form(&self, verdict: &Verdict, took: Duration, at: Duration) {
        self.count(|counted| match verdict {
            Verdict::Accept(_) => {
                counted.taken += 1;
                counted.times.push(took.as_secs_f64() * 1000.0);
                *counted.seconds.entry(at.as_secs()).or_default() += 1;
            }
            Verdict::Retry { code, of_letter: false, .. } => *counted.later.entry(code).or_default() += 1,
            // A doubt about a form itself would be the server's fault here.
            Verdict::Retry { code, .. } | Verdict::SetAside(code) | Verdict::Stop(code) => {
                *counted.lost.entry(code).or_default() += 1;
            }
        });
    }

    pub fn later(&self, code: &'static str) {
        self.count(|counted| *counted.later.entry(code).or_default() += 1);
    }

    pub fn lost(&self, code: &'static str) {
        self.count(|counted| *counted.lost.entry(code).or_default() += 1);
    }

    pub fn drained(&self, at: Duration) {
        self.count(|counted| counted.drained.push(at.saturating_sub(DAY)));
    }

    /// Prints it. Whether nobody was told anything that looks like a loss.
    pub fn tell(&self, took: Duration) -> bool {
        let mut counted = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let Counted { taken, times, seconds, drained, later, lost } = &mut *counted;
        times.sort_by(f64::total_cmp);
        drained.sort();
        println!("{taken} forms taken in {:.0} s of ours", took.as_secs_f64());
        if let (Some(half), Some(most)) = (part(times, 50), part(times, 99)) {
            println!("answers: half within {half:.1} ms, 99 of 100 within {most:.1} ms");
        }
        if let (Some(half), Some(last)) = (part(drained, 50), drained.last()) {
            let minutes = |time: &Duration| time.as_secs_f64() / 60.0;
            println!(
                "kiosks: half have nothing left after {:.1} min of theirs, all after {:.1}",
                minutes(&half),
                minutes(last)
            );
        }
        println!("busiest second: {} forms", seconds.values().max().copied().unwrap_or_default());
        println!("told to come later: {later:?}; told anything worse: {lost:?}");
        lost.is_empty()
    }
}

fn part<T: Copy>(sorted: &[T], hundredths: usize) -> Option<T> {
    sorted.get(sorted.len() * hundredths / 100).copied()
}
