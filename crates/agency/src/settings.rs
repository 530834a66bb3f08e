//! `agency.toml`: what differs from one server to the next. Each setting has a default; without the file the server
//! keeps everything in its folder.
//!
//! Unlike a kiosk, which must serve whatever its file says, a server with a fault in its settings does not start:
//! the administrator is there and looks.

use std::{
    fs, io,
    net::SocketAddr,
    path::{Path, PathBuf},
};

use serde::Deserialize;
use thiserror::Error;

/// Their file in a data folder.
pub const SETTINGS_FILE: &str = "agency.toml";

/// Settings of one server.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Settings {
    /// Address and port on which kiosks are heard.
    pub listen: SocketAddr,
    /// Certificates (PEM), the server's own first; without them TLS is the proxy's in front.
    pub certificate: Option<PathBuf>,
    /// The private key (PEM) of the first of them.
    pub certificate_key: Option<PathBuf>,
    /// `postgresql://…`; without it SQLite in the data folder.
    pub database: Option<String>,
    /// Certificates (PEM) that sign the database's.
    pub database_ca: Option<PathBuf>,
    /// Connections to PostgreSQL, 1 to 500.
    pub database_connections: usize,
    /// Seconds that PostgreSQL may take for a statement, 1 to 3600.
    pub database_seconds: u64,
    /// Mebibytes that SQLite's file may have at most, from 1; unbounded unless told.
    pub most_database_mib: Option<u32>,
    /// File of the signing key; `signing.key` in the data folder unless told.
    pub signing_key: Option<PathBuf>,
    /// Mebibytes that a form may have at most, 1 to 256.
    pub most_form_mib: u32,
    /// Requests a second that one kiosk may make over time, 1 to 10,000.
    pub kiosk_rate: u32,
    /// Requests that it may make at once, 1 to 100,000.
    pub kiosk_burst: u32,
    /// Connections at the same time, 1 to 1,000,000.
    pub connections: usize,
    /// Seconds in which a request's head must have come, 1 to 600.
    pub head_seconds: u64,
    /// Seconds in which its body must have come, 1 to 3600.
    pub body_seconds: u64,
    /// Seconds between two heartbeats of a kiosk, 5 to 86,400.
    pub heartbeat_seconds: u32,
    /// Days for which forms stay after they were received, if the desk has had them, 0 to 36,500.
    pub retention_days: u32,
    /// What is logged, as `tracing` filters it.
    pub log: String,
}

/// Why the server does not start with these settings.
#[derive(Debug, Error)]
pub enum SettingsFault {
    /// The file is there and cannot be read.
    #[error("{path} cannot be read: {source}")]
    Unreadable {
        /// The file.
        path: PathBuf,
        /// What the system says.
        source: io::Error,
    },
    /// No TOML, no such setting, or one of another type.
    #[error("{path}, line {line}: {reason}")]
    Malformed {
        /// The file.
        path: PathBuf,
        /// From 1.
        line: usize,
        /// What is expected. Never the line itself: it can hold the database's password.
        reason: String,
    },
    /// A value that the server cannot work with.
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
            listen: SocketAddr::from(([127, 0, 0, 1], 8711)),
            certificate: None,
            certificate_key: None,
            database: None,
            database_ca: None,
            database_connections: 16,
            database_seconds: 30,
            most_database_mib: None,
            signing_key: None,
            most_form_mib: 16,
            kiosk_rate: 20,
            kiosk_burst: 200,
            connections: 20_000,
            head_seconds: 10,
            body_seconds: 60,
            heartbeat_seconds: 60,
            retention_days: 30,
            log: "info".to_owned(),
        }
    }
}

impl Settings {
    /// The settings in a data folder.
    ///
    /// # Errors
    /// [`SettingsFault`].
    pub fn of(data: &Path) -> Result<Self, SettingsFault> {
        let path = data.join(SETTINGS_FILE);
        let text = match fs::read_to_string(&path) {
            Ok(text) => text,
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(Self::default()),
            Err(source) => return Err(SettingsFault::Unreadable { path, source }),
        };
        let settings: Self = toml::from_str(&text).map_err(|error| SettingsFault::Malformed {
            path: path.clone(),
            line: line(&text, &error),
            reason: error.message().to_owned(),
        })?;
        match settings.out_of_range() {
            Some((setting, expected)) => Err(SettingsFault::OutOfRange { path, setting, expected }),
            None => Ok(settings),
        }
    }

    fn out_of_range(&self) -> Option<(&'static str, &'static str)> {
        let both = self.certificate.is_some() == self.certificate_key.is_some();
        let checks = [
            (both, "certificate_key", "given with certificate, and only then"),
            ((1..=500).contains(&self.database_connections), "database_connections", "between 1 and 500"),
            ((1..=3600).contains(&self.database_seconds), "database_seconds", "between 1 and 3600"),
            (self.most_database_mib != Some(0), "most_database_mib", "at least 1"),
            ((1..=256).contains(&self.most_form_mib), "most_form_mib", "between 1 and 256"),
            ((1..=10_000).contains(&self.kiosk_rate), "kiosk_rate", "between 1 and 10000"),
            ((1..=100_000).contains(&self.kiosk_burst), "kiosk_burst", "between 1 and 100000"),
            ((1..=1_000_000).contains(&self.connections), "connections", "between 1 and 1000000"),
            ((1..=600).contains(&self.head_seconds), "head_seconds", "between 1 and 600"),
            ((1..=3600).contains(&self.body_seconds), "body_seconds", "between 1 and 3600"),
            ((5..=86_400).contains(&self.heartbeat_seconds), "heartbeat_seconds", "between 5 and 86400"),
            (self.retention_days <= 36_500, "retention_days", "between 0 and 36500"),
        ];
        checks.iter().find(|(fits, ..)| !fits).map(|&(_, setting, expected)| (setting, expected))
    }

    /// Where the signing key is.
    pub fn signing_key(&self, data: &Path) -> PathBuf {
        self.signing_key.as_ref().map_or_else(|| data.join("signing.key"), |path| data.join(path))
    }
}

fn line(text: &str, error: &toml::de::Error) -> usize {
    let before = error.span().and_then(|span| text.get(..span.start));
    before.map_or(1, |before| before.matches('\n').count() + 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Result<Settings, SettingsFault> {
        let folder = tempfile::tempdir().unwrap();
        fs::write(folder.path().join("agency.toml"), text).unwrap();
        Settings::of(folder.path())
    }

    #[test]
    fn without_a_file_the_defaults_hold() {
        assert_eq!(Settings::of(Path::new("/nowhere")).unwrap(), Settings::default());
    }

    #[test]
    fn a_fault_is_named_and_no_secret_shown() {
        for (text, code, words) in [
            ("listen = 3", "settings-malformed", "line 1"),
            ("\nlisten_to = 3", "settings-malformed", "line 2"),
            ("kiosk_rate = 0", "settings-out-of-range", "kiosk_rate must be between"),
            ("certificate = \"a.pem\"", "settings-out-of-range", "certificate_key"),
            ("database = [\"postgresql://u:secret@h/d\"]", "settings-malformed", "line 1"),
        ] {
            let fault = read(text).unwrap_err();
            assert_eq!(fault.code(), code);
            assert!(fault.to_string().contains(words) && !format!("{fault:?}").contains("secret"), "{fault:?}");
        }
    }
}
