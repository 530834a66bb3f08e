//! The time, as a visit needs it: one clock that never jumps, and one that the agency lives by.

use std::time::{Duration, Instant};

use jiff::{Timestamp, Zoned, tz::TimeZone};

/// Tells the time.
pub trait Clock: Send {
    /// Since some moment before the kiosk opened; never goes back.
    fn elapsed(&self) -> Duration;
    /// Date and time in the kiosk's time zone.
    fn now(&self) -> Zoned;
}

/// The machine's clocks.
pub struct WallClock {
    opened: Instant,
    zone: TimeZone,
}

impl WallClock {
    /// A clock for this time zone.
    pub fn new(zone: TimeZone) -> Self {
        Self { opened: Instant::now(), zone }
    }
}

impl Clock for WallClock {
    fn elapsed(&self) -> Duration {
        self.opened.elapsed()
    }

    fn now(&self) -> Zoned {
        Timestamp::now().to_zoned(self.zone.clone())
    }
}
