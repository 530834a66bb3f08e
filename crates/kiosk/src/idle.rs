//! When nobody is there any more.

use std::time::Duration;

/// How long the countdown is shown before a visit ends by itself.
pub(crate) const COUNTDOWN: Duration = Duration::from_secs(20);
/// How long the farewell stands.
pub(crate) const FAREWELL: Duration = Duration::from_secs(4);
/// How long it stands where something of the visit can be had on paper.
pub(crate) const FAREWELL_WITH_PAPER: Duration = Duration::from_secs(12);

/// Whether somebody is there, as far as their touches tell.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Presence {
    Here,
    /// The countdown is shown; whole seconds that are left, from 1.
    Leaving(u32),
    Gone,
}

/// After no touch for `still`, where the countdown begins after `patience`.
pub(crate) fn presence(still: Duration, patience: Duration) -> Presence {
    if still < patience {
        return Presence::Here;
    }
    match whole_seconds(COUNTDOWN.saturating_sub(still - patience)) {
        0 => Presence::Gone,
        seconds => Presence::Leaving(seconds),
    }
}

/// Seconds, a begun one counted whole.
pub(crate) fn whole_seconds(time: Duration) -> u32 {
    let begun = u64::from(time.subsec_nanos() > 0);
    u32::try_from(time.as_secs() + begun).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_countdown_runs_from_twenty_to_one() {
        let after = |millis| presence(Duration::from_millis(millis), Duration::from_secs(60));
        assert_eq!(after(59_999), Presence::Here);
        assert_eq!(after(60_000), Presence::Leaving(20));
        assert_eq!(after(60_001), Presence::Leaving(20));
        assert_eq!(after(61_000), Presence::Leaving(19));
        assert_eq!(after(79_999), Presence::Leaving(1));
        assert_eq!(after(80_000), Presence::Gone);
    }
}
