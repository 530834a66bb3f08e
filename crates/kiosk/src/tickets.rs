//! Numbers for those who called a person.

use std::{fs, path::PathBuf};

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::keep::keep;

/// Gives out ticket numbers.
pub trait TicketBook: Send {
    /// The next number of this day, from 1. A person can be called even where nothing can be
    /// written: numbers then go on in memory alone.
    fn next(&mut self, day: Date) -> u32;
}

/// A ticket book on the disk: the day's numbers go on after a restart.
pub struct TicketFile {
    path: PathBuf,
    last: Option<Page>,
}

/// The last number given out, and on which day.
#[derive(Debug, Clone, Copy, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Page {
    day: Date,
    number: u32,
}

impl TicketFile {
    /// Opens the book; an unreadable one begins anew.
    pub fn open(path: PathBuf) -> Self {
        let last = fs::read_to_string(&path).ok().and_then(|text| toml::from_str(&text).ok());
        Self { path, last }
    }
}

impl TicketBook for TicketFile {
    fn next(&mut self, day: Date) -> u32 {
        // A clock that was set back must not give a number of today a second time.
        let page = match self.last {
            Some(last) if last.day >= day => Page { day: last.day, number: last.number.saturating_add(1) },
            _ => Page { day, number: 1 },
        };
        self.last = Some(page);
        let written = toml::to_string(&page).map_err(std::io::Error::other).and_then(|text| keep(&self.path, &text));
        if let Err(error) = written {
            tracing::warn!(code = "ticket-unrecorded", kind = %error.kind(), "the ticket book cannot be written");
        }
        page.number
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    #[test]
    fn numbers_go_on_after_a_restart_and_begin_anew_each_day() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("state").join("tickets.toml");
        let friday = date(2026, 11, 20);
        let mut book = TicketFile::open(path.clone());
        assert_eq!([book.next(friday), book.next(friday)], [1, 2]);
        let mut reopened = TicketFile::open(path.clone());
        assert_eq!(reopened.next(friday), 3);
        assert_eq!(reopened.next(date(2026, 11, 21)), 1);
        assert_eq!(reopened.next(friday), 2, "the clock was set back");
    }

    #[test]
    fn a_person_can_be_called_when_nothing_can_be_written() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("tickets.toml");
        fs::create_dir(&path).unwrap();
        let mut book = TicketFile::open(path);
        let day = date(2026, 11, 20);
        assert_eq!([book.next(day), book.next(day)], [1, 2]);
    }
}
