//! How long to rest after failures: longer each time, bounded, and each kiosk for itself by a draw, so that many do not come
//! at once ("full jitter": the wait is drawn between nothing and the bound).

use std::time::Duration;

/// Longest that a server's word is followed.
const LONGEST_ASKED: Duration = Duration::from_secs(3600);
/// Shortest rest, so that a draw of nothing does not ask again at once.
const SHORTEST: Duration = Duration::from_secs(1);

/// Between which rests are drawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Bounds {
    /// Bound of the first rest; it doubles with each failure.
    pub first: Duration,
    /// Never longer.
    pub most: Duration,
}

/// Failures in a row.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Backoff(u32);

impl Backoff {
    /// After so many failures.
    pub fn after(failures: u32) -> Self {
        Self(failures)
    }

    /// How many there were.
    pub fn failures(self) -> u32 {
        self.0
    }

    /// There was one more: how long to rest. `draw`: 64 random bits. `asked`: what the other side wants at least.
    pub fn failed(&mut self, bounds: Bounds, asked: Option<Duration>, draw: u64) -> Duration {
        let bound = bounds.first.saturating_mul(1 << self.0.min(20)).min(bounds.most);
        self.0 = self.0.saturating_add(1);
        drawn(bound, draw).max(SHORTEST) + asked.unwrap_or_default().min(LONGEST_ASKED)
    }

    /// It worked.
    pub fn succeeded(&mut self) {
        self.0 = 0;
    }
}

/// A time between nothing and `bound`, by 64 random bits.
pub(crate) fn drawn(bound: Duration, draw: u64) -> Duration {
    let milliseconds = (u128::from(draw) * bound.as_millis()) >> 64;
    Duration::from_millis(u64::try_from(milliseconds).unwrap_or(u64::MAX))
}
