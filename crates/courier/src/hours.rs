//! A part of the day, `22:00-06:00`, which may reach over midnight.

use std::{fmt, str::FromStr};

use jiff::civil::Time;
use serde::{Deserialize, Deserializer, de::Error as _};

/// From the first time, to before the second; the same twice is the whole day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Hours {
    from: Time,
    to: Time,
}

/// This is no part of a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("hours are written HH:MM-HH:MM")]
pub struct HoursMalformed;

impl Hours {
    /// Whether a time of the day lies in it.
    pub fn contains(&self, at: Time) -> bool {
        if self.from < self.to { (self.from..self.to).contains(&at) } else { at >= self.from || at < self.to }
    }
}

impl FromStr for Hours {
    type Err = HoursMalformed;

    fn from_str(text: &str) -> Result<Self, HoursMalformed> {
        let (from, to) = text.split_once('-').ok_or(HoursMalformed)?;
        Ok(Self { from: time(from)?, to: time(to)? })
    }
}

impl fmt::Display for Hours {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { from, to } = self;
        write!(out, "{:02}:{:02}-{:02}:{:02}", from.hour(), from.minute(), to.hour(), to.minute())
    }
}

impl<'de> Deserialize<'de> for Hours {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        String::deserialize(from)?.parse().map_err(D::Error::custom)
    }
}

fn time(text: &str) -> Result<Time, HoursMalformed> {
    let (hour, minute) = text.trim().split_once(':').ok_or(HoursMalformed)?;
    let number = |digits: &str| {
        let plain = digits.len() == 2 && digits.bytes().all(|digit| digit.is_ascii_digit());
        plain.then(|| digits.parse().ok()).flatten().ok_or(HoursMalformed)
    };
    Time::new(number(hour)?, number(minute)?, 0, 0).map_err(|_| HoursMalformed)
}
