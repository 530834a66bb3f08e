//! `kiosk.toml`: what differs from one kiosk to the next.

use std::{
    fs, io,
    path::{Path, PathBuf},
    time::Duration,
};

use jiff::tz::TimeZone;
use serde::Deserialize;
use thiserror::Error;
use toml::Table;

use crate::{
    folder::DataFolder,
    printing::{MOST_COPIES, PrintWishes},
    view::Display,
};

/// Minutes in which a citizen gets from the kiosk to the counter and back.
const USUAL_PRINT_WINDOW: u32 = 30;

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
    /// The same while a form is being filled in, 10 to 3600.
    pub form_idle_seconds: u32,
    /// Days for which a form can be put aside under a code, 0 to 60.
    pub pause_days: u32,
    /// Minutes for which a readable copy of a finished form is kept here, 0 to 1440; unless told 30 where there is
    /// a printer, and else none.
    pub print_window_minutes: Option<u32>,
    /// Address of the printer, `ipp://printer.local/ipp/print`; without one nothing is printed here.
    pub printer: Option<String>,
    /// How forms and slips are to be printed, as far as the printer can.
    pub printing: PrintWishes,
    /// Whether the kiosk hears and speaks at all.
    pub voice: bool,
    /// Name of the model that hears, of `kaunter models list`, or its file; unless told, the one that was calibrated, or
    /// the largest that is installed for citizens.
    pub model: Option<String>,
    /// Name of the microphone; the system's own unless told.
    pub microphone: Option<String>,
    /// Threads that work out what was said; unless told, as calibrated, or all cores but one and at most four.
    pub voice_threads: Option<u8>,
    /// Letter before the ticket numbers, so that two kiosks in one hall do not give the same one.
    pub ticket_letter: char,
    /// IANA name, `Asia/Taipei`; the machine's unless told.
    pub time_zone: Option<String>,
    /// Id of the pack to serve; unless told, the first that is for citizens.
    pub pack: Option<String>,
    /// How forms are carried to the agency, and packs and notices here.
    pub courier: kaunter_courier::Settings,
    /// A folder that stands for the stick: packs are taken from it, logs go there.
    pub exchange_folder: Option<PathBuf>,
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

/// Why a settings file, or one setting of it, is not followed.
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
    /// It is not TOML: none of it is followed.
    #[error("{path}, {reason}")]
    Malformed {
        /// The file.
        path: PathBuf,
        /// Line, and what is expected there. Never the line itself: it could hold the PIN's hash.
        reason: String,
    },
    /// There is no such setting, or it is of another type.
    #[error("{path}: {setting}: {reason}")]
    NotASetting {
        /// The file.
        path: PathBuf,
        /// Its name.
        setting: String,
        /// What is expected. Never the value.
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
            Self::Malformed { .. } | Self::NotASetting { .. } => "settings-malformed",
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
            form_idle_seconds: 120,
            pause_days: 7,
            print_window_minutes: None,
            printer: None,
            printing: PrintWishes::default(),
            voice: true,
            model: None,
            microphone: None,
            voice_threads: None,
            ticket_letter: 'A',
            time_zone: None,
            pack: None,
            courier: kaunter_courier::Settings::default(),
            exchange_folder: None,
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
    /// The settings of a data folder. What cannot be followed is logged, and its default holds.
    pub fn of(folder: &DataFolder) -> Self {
        let (settings, faults) = Self::read(&folder.settings());
        for fault in faults {
            tracing::error!(code = fault.code(), %fault, "the default holds instead");
        }
        settings
    }

    /// Reads a settings file, each setting by itself, so that a slip in one does not undo the
    /// others; a file that is not there leaves the defaults.
    pub fn read(path: &Path) -> (Self, Vec<SettingsFault>) {
        let text = match fs::read_to_string(path) {
            Ok(text) => text,
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Default::default(),
            Err(source) => {
                let fault = SettingsFault::Unreadable { path: path.to_owned(), source };
                return (Self::default(), vec![fault]);
            }
        };
        match text.parse::<Table>() {
            Ok(written) => Self::followed(path, written),
            Err(error) => {
                let fault = SettingsFault::Malformed { path: path.to_owned(), reason: reason(&text, &error) };
                (Self::default(), vec![fault])
            }
        }
    }

    fn followed(path: &Path, mut written: Table) -> (Self, Vec<SettingsFault>) {
        let mut faults = Vec::new();
        written.retain(|setting, value| {
            let alone = Table::from_iter([(setting.to_owned(), value.clone())]);
            let fault = match Self::deserialize(alone) {
                Ok(settings) => settings.out_of_range().map(|(setting, expected)| SettingsFault::OutOfRange {
                    path: path.to_owned(),
                    setting,
                    expected,
                }),
                Err(error) => Some(SettingsFault::NotASetting {
                    path: path.to_owned(),
                    setting: setting.to_owned(),
                    reason: error.message().to_owned(),
                }),
            };
            let follows = fault.is_none();
            faults.extend(fault);
            follows
        });
        (Self::deserialize(written).unwrap_or_default(), faults)
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
            (seconds.contains(&self.form_idle_seconds), "form_idle_seconds", "between 10 and 3600"),
            (self.pause_days <= 60, "pause_days", "between 0 and 60"),
            (self.print_window() <= 1440, "print_window_minutes", "between 0 and 1440"),
            ((1..=MOST_COPIES).contains(&self.printing.copies), "printing.copies", "between 1 and 9"),
            (self.ticket_letter.is_ascii_uppercase(), "ticket_letter", "one letter, A to Z"),
            (self.zone().is_some(), "time_zone", "an IANA name such as Asia/Taipei"),
        ];
        checks.iter().find(|(fits, ..)| !fits).map(|&(_, setting, expected)| (setting, expected))
    }

    /// Minutes for which a finished form can be printed here.
    pub(crate) fn print_window(&self) -> u32 {
        self.print_window_minutes.unwrap_or(if self.printer.is_some() { USUAL_PRINT_WINDOW } else { 0 })
    }

    /// The kiosk's time zone; `None` when its name is unknown.
    pub fn zone(&self) -> Option<TimeZone> {
        match &self.time_zone {
            None => Some(TimeZone::system()),
            Some(name) => TimeZone::get(name).ok(),
        }
    }

    /// How long nobody touches until the countdown begins.
    pub(crate) fn patience(&self, called: bool, in_form: bool) -> Duration {
        let longer = [(called, self.called_idle_seconds), (in_form, self.form_idle_seconds)];
        let longer = longer.into_iter().filter(|(holds, _)| *holds).map(|(_, seconds)| seconds);
        Duration::from_secs(longer.fold(self.idle_seconds, u32::max).into())
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

    fn read(text: &str) -> (Settings, Vec<SettingsFault>) {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("kiosk.toml");
        fs::write(&path, text).unwrap();
        Settings::read(&path)
    }

    /// The setting has one fault, and the one beside it holds all the same.
    fn refused(text: &str, code: &str, expected: &str) {
        let (settings, faults) = read(&format!("called_idle_seconds = 99\n{text}"));
        let [fault] = &faults[..] else { panic!("{text}: {faults:?}") };
        assert_eq!(fault.code(), code);
        assert!(fault.to_string().contains(expected), "{fault}");
        assert_eq!(settings, Settings { called_idle_seconds: 99, ..Settings::default() });
    }

    #[test]
    fn without_a_file_the_defaults_hold() {
        let (settings, faults) = Settings::read(Path::new("/nowhere/kiosk.toml"));
        assert_eq!(settings, Settings::default());
        assert_eq!(settings.idle_seconds, 60);
        assert!(faults.is_empty());
    }

    #[test]
    fn what_is_set_holds_and_the_rest_stays() {
        let (settings, faults) =
            read("idle_seconds = 90\ntime_zone = \"Asia/Seoul\"\n[display]\nwidth_mm = 600\nheight_mm = 340");
        assert!(faults.is_empty(), "{faults:?}");
        assert_eq!(settings.idle_seconds, 90);
        assert_eq!(settings.display.width_mm, 600.0);
        assert_eq!(settings.called_idle_seconds, 300);
        assert_eq!(settings.zone().unwrap().iana_name(), Some("Asia/Seoul"));
    }

    #[test]
    fn a_bad_setting_is_refused_by_name_and_the_others_hold() {
        refused("idel = 3", "settings-malformed", "idel: unknown field");
        refused("idle_seconds = \"long\"", "settings-malformed", "idle_seconds: invalid type");
        refused("idle_seconds = 0", "settings-out-of-range", "idle_seconds must be between 10 and 3600");
        refused("printing = { copies = 20 }", "settings-out-of-range", "printing.copies must be between 1 and 9");
        refused("printing = { color = true }", "settings-malformed", "printing: unknown field");
        refused("ticket_letter = \"甲\"", "settings-out-of-range", "A to Z");
        refused("time_zone = \"Asia/Atlantis\"", "settings-out-of-range", "IANA");
        refused("[display]\nwidth_mm = nan\nheight_mm = 3", "settings-out-of-range", "width_mm");
    }

    #[test]
    fn a_file_that_is_no_toml_is_refused_with_its_line() {
        let (settings, faults) = read("idle_seconds = 90\nticket_letter = =");
        assert_eq!(settings, Settings::default());
        assert_eq!(faults[0].code(), "settings-malformed");
        assert!(faults[0].to_string().contains("line 2"), "{}", faults[0]);
    }

    #[test]
    fn a_bad_file_does_not_show_the_pin() {
        for text in ["pin_hash = [\"$argon2id$secret\"]", "pin_hash = $argon2id$secret"] {
            let (_, faults) = read(text);
            assert!(!faults.is_empty() && !format!("{faults:?}").contains("secret"), "{faults:?}");
        }
    }
}
