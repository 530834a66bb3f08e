//! `kiosk.toml`: what differs from one kiosk to the next.

use std::{
    fs, io,
    path::{Path, PathBuf},
    time::Duration,
};

use jiff::tz::TimeZone;
use serde::Deserialize;
use thiserror::Error;

use crate::{folder::DataFolder, view::Display};

/// Settings of one kiosk; each has a default.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Settings {
    /// The display's picture area; a 27-inch one on its side unless told.
    pub display: Millimetres,
    /// Seconds without a touch until the countdown begins, 10 to 3600.
    pub idle_seconds: u32,
    /// The same while a person is on the way, 10 to 3600.
    pub called_idle_seconds: u32,
    /// Letter before the ticket numbers, so that two kiosks in one hall do not give the same one.
    pub ticket_letter: char,
    /// IANA name, `Asia/Taipei`; the machine's unless told.
    pub time_zone: Option<String>,
    /// Id of the pack to serve; unless told, the first that is for citizens.
    pub pack: Option<String>,
    /// Argon2id hash of the officer's PIN; without one the officer's side stays shut.
    pub pin_hash: Option<String>,
}

/// A size in millimetres, each side 50 to 5000.
#[derive(Debug, Clone, Copy, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Millimetres {
    /// Width.
    pub width_mm: f64,
    /// Height.
    pub height_mm: f64,
}

/// Why a settings file is not followed.
#[derive(Debug, Error)]
pub enum SettingsFault {
    /// It is there and cannot be read.
    #[error("{path} cannot be read: {source}")]
    Unreadable {
        /// The file.
        path: PathBuf,
        /// What the system says.
        source: io::Error,
    },
    /// It is not TOML, or has a name or a type that no setting has.
    #[error("{path}, {reason}")]
    Malformed {
        /// The file.
        path: PathBuf,
        /// Line, and what is expected there. Never the line itself: it could hold the PIN's hash.
        reason: String,
    },
    /// A value that the kiosk cannot work with.
    #[error("{path}: {setting} must be {expected}")]
    OutOfRange {
        /// The file.
        path: PathBuf,
        /// Which setting.
        setting: &'static str,
        /// What it may be.
        expected: &'static str,
    },
}

impl SettingsFault {
    /// Kebab-case code.
    pub fn code(&self) -> &'static str {
        match self {
            Self::Unreadable { .. } => "settings-unreadable",
            Self::Malformed { .. } => "settings-malformed",
            Self::OutOfRange { .. } => "settings-out-of-range",
        }
    }
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            display: Millimetres { width_mm: 336.0, height_mm: 597.0 },
            idle_seconds: 60,
            called_idle_seconds: 300,
            ticket_letter: 'A',
            time_zone: None,
            pack: None,
            pin_hash: None,
        }
    }
}

impl From<Millimetres> for Display {
    fn from(size: Millimetres) -> Self {
        let Millimetres { width_mm, height_mm } = size;
        Self { width_mm, height_mm }
    }
}

impl Settings {
    /// The settings of a data folder. A file that cannot be followed is logged, and the defaults hold.
    pub fn of(folder: &DataFolder) -> Self {
        Self::read(&folder.settings()).unwrap_or_else(|fault| {
            tracing::error!(code = fault.code(), %fault, "the defaults hold instead");
            Self::default()
        })
    }

    /// Reads a settings file; one that is not there leaves the defaults.
    ///
    /// # Errors
    /// The file is there and cannot be followed. The caller goes on with the defaults.
    pub fn read(path: &Path) -> Result<Self, SettingsFault> {
        let text = match fs::read_to_string(path) {
            Ok(text) => text,
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(Self::default()),
            Err(source) => {
                return Err(SettingsFault::Unreadable { path: path.to_owned(), source });
            }
        };
        let settings: Self = toml::from_str(&text)
            .map_err(|error| SettingsFault::Malformed { path: path.to_owned(), reason: reason(&text, &error) })?;
        match settings.out_of_range() {
            None => Ok(settings),
            Some((setting, expected)) => Err(SettingsFault::OutOfRange { path: path.to_owned(), setting, expected }),
        }
    }

    fn out_of_range(&self) -> Option<(&'static str, &'static str)> {
        let Millimetres { width_mm, height_mm } = self.display;
        let sides = 50.0..=5000.0;
        let seconds = 10..=3600;
        let checks = [
            (sides.contains(&width_mm), "display.width_mm", "between 50 and 5000"),
            (sides.contains(&height_mm), "display.height_mm", "between 50 and 5000"),
            (seconds.contains(&self.idle_seconds), "idle_seconds", "between 10 and 3600"),
            (seconds.contains(&self.called_idle_seconds), "called_idle_seconds", "between 10 and 3600"),
            (self.ticket_letter.is_ascii_uppercase(), "ticket_letter", "one letter, A to Z"),
            (self.zone().is_some(), "time_zone", "an IANA name such as Asia/Taipei"),
        ];
        checks.iter().find(|(fits, ..)| !fits).map(|&(_, setting, expected)| (setting, expected))
    }

    /// The kiosk's time zone; `None` when its name is unknown.
    pub fn zone(&self) -> Option<TimeZone> {
        match &self.time_zone {
            None => Some(TimeZone::system()),
            Some(name) => TimeZone::get(name).ok(),
        }
    }

    /// How long nobody touches until the countdown begins.
    pub(crate) fn patience(&self, called: bool) -> Duration {
        let seconds = if called { self.called_idle_seconds.max(self.idle_seconds) } else { self.idle_seconds };
        Duration::from_secs(seconds.into())
    }
}

fn reason(text: &str, error: &toml::de::Error) -> String {
    let place = error.span().and_then(|span| text.get(..span.start));
    let line = place.map_or(1, |before| before.matches('\n').count() + 1);
    format!("line {line}: {}", error.message())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Result<Settings, SettingsFault> {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("kiosk.toml");
        fs::write(&path, text).unwrap();
        Settings::read(&path)
    }

    fn refused(text: &str, code: &str, expected: &str) {
        let fault = read(text).unwrap_err();
        assert_eq!(fault.code(), code);
        assert!(fault.to_string().contains(expected), "{fault}");
    }

    #[test]
    fn without_a_file_the_defaults_hold() {
        let settings = Settings::read(Path::new("/nowhere/kiosk.toml")).unwrap();
        assert_eq!(settings, Settings::default());
        assert_eq!(settings.idle_seconds, 60);
    }

    #[test]
    fn what_is_set_holds_and_the_rest_stays() {
        let settings =
            read("idle_seconds = 90\ntime_zone = \"Asia/Seoul\"\n[display]\nwidth_mm = 600\nheight_mm = 340").unwrap();
        assert_eq!(settings.idle_seconds, 90);
        assert_eq!(settings.display.width_mm, 600.0);
        assert_eq!(settings.called_idle_seconds, 300);
        assert_eq!(settings.zone().unwrap().iana_name(), Some("Asia/Seoul"));
    }

    #[test]
    fn a_bad_file_is_refused_with_its_place() {
        refused("idle_seconds = 60\nidel = 3", "settings-malformed", "line 2: unknown field `idel`");
        refused("idle_seconds = \"long\"", "settings-malformed", "line 1");
        refused("idle_seconds = 0", "settings-out-of-range", "idle_seconds must be between 10 and 3600");
        refused("ticket_letter = \"甲\"", "settings-out-of-range", "A to Z");
        refused("time_zone = \"Asia/Atlantis\"", "settings-out-of-range", "IANA");
        refused("[display]\nwidth_mm = nan\nheight_mm = 3", "settings-out-of-range", "width_mm");
    }

    #[test]
    fn a_bad_file_does_not_show_the_pin() {
        let fault = read("pin_hash = [\"$argon2id$secret\"]").unwrap_err();
        assert!(!fault.to_string().contains("secret"), "{fault}");
    }
}
