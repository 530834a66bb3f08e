//! Why a pack is refused as a whole.

use std::{
    io,
    path::{Path, PathBuf},
};

use jiff::civil::Date;

use crate::{
    fault::{Fault, FileFault, Report},
    model::Version,
};

/// Why a pack cannot be read, built, signed or installed.
#[derive(Debug, thiserror::Error)]
pub enum PackError {
    /// A file or folder cannot be read.
    #[error("{path} cannot be read: {source}")]
    Unreadable {
        /// Which.
        path: PathBuf,
        /// What the system says.
        source: io::Error,
    },
    /// Neither a folder with a pack.toml nor a built pack.
    #[error("this is not a content pack: {reason}")]
    NotAPack {
        /// What gives it away.
        reason: &'static str,
    },
    /// The file ends before the pack does.
    #[error("the file is cut off: copy it again")]
    CutOff,
    /// Its bytes are not those that were built.
    #[error("the file is damaged: copy it again")]
    Damaged,
    /// More files or bytes than a pack may have.
    #[error("the pack is too large: more than {most} {unit}")]
    TooLarge {
        /// How much a pack like this may have.
        most: u64,
        /// `files` or `bytes`.
        unit: &'static str,
    },
    /// An entry leads out of the pack's folder, or is not a plain file.
    #[error("the pack holds the entry “{entry}”, which no pack may hold")]
    PathEscapes {
        /// The entry's name, shortened.
        entry: String,
    },
    /// The pack's own faults keep it from being read, built or installed.
    #[error("the pack has {errors} faults; the first is {first}")]
    Faulty {
        /// How many errors there are.
        errors: usize,
        /// The first of them.
        first: Box<Fault>,
    },
    /// The built file could not be put together.
    #[error("the pack could not be built: {source}")]
    Unbuildable {
        /// What went wrong.
        source: io::Error,
    },
    /// A key that is none, or a wrong password.
    #[error("the key cannot be used: {reason}")]
    BadKey {
        /// What minisign says.
        reason: String,
    },
    /// No signature stands beside the pack.
    #[error("the signature {path} is missing")]
    SignatureMissing {
        /// Where it should be.
        path: PathBuf,
    },
    /// The signature is not one of a trusted key over this file.
    #[error("the signature is wrong: {reason}")]
    SignatureWrong {
        /// What minisign says.
        reason: String,
    },
    /// An older version than the served one.
    #[error("version {version} is older than the installed {installed}")]
    Older {
        /// The refused version.
        version: Version,
        /// The served one.
        installed: Version,
    },
    /// The pack's last day has passed.
    #[error("the pack was valid until {until}")]
    Expired {
        /// Its last day.
        until: Date,
    },
    /// No pack of this id is installed.
    #[error("no pack “{id}” is installed")]
    NotInstalled {
        /// The id that was asked for.
        id: String,
    },
    /// There is no earlier pack to go back to.
    #[error("there is no earlier pack of “{id}” to go back to")]
    NothingBefore {
        /// The id that was asked for.
        id: String,
    },
    /// The disk has no room left.
    #[error("the disk is full: {path} cannot be written")]
    DiskFull {
        /// Where.
        path: PathBuf,
    },
    /// The disk refuses.
    #[error("{path} cannot be written: {source}")]
    Unwritable {
        /// Where.
        path: PathBuf,
        /// What the system says.
        source: io::Error,
    },
}

impl PackError {
    /// Stable name of the problem, kebab-case; its words for people stand in the locales.
    pub fn code(&self) -> &'static str {
        match self {
            Self::Unreadable { .. } => "pack-unreadable",
            Self::NotAPack { .. } => "pack-not-a-pack",
            Self::CutOff => "pack-cut-off",
            Self::Damaged => "pack-damaged",
            Self::TooLarge { .. } => "pack-too-large",
            Self::PathEscapes { .. } => "pack-path-escapes",
            Self::Faulty { .. } => "pack-faulty",
            Self::Unbuildable { .. } => "pack-unbuildable",
            Self::BadKey { .. } => "pack-bad-key",
            Self::SignatureMissing { .. } => "pack-signature-missing",
            Self::SignatureWrong { .. } => "pack-signature-wrong",
            Self::Older { .. } => "pack-older",
            Self::Expired { .. } => "pack-expired",
            Self::NotInstalled { .. } => "pack-not-installed",
            Self::NothingBefore { .. } => "pack-nothing-before",
            Self::DiskFull { .. } => "disk-full",
            Self::Unwritable { .. } => "disk-unwritable",
        }
    }

    /// The refusal of a pack for the errors in its report.
    pub(crate) fn faulty(report: &Report) -> Self {
        let unnamed = || Fault { file: "pack.toml".into(), line: None, kind: FileFault::EmptyFile {}.into() };
        let first = report.first_error().cloned().unwrap_or_else(unnamed);
        Self::Faulty { errors: report.errors(), first: Box::new(first) }
    }

    /// What a failed write means.
    pub fn unwritable(path: &Path, source: io::Error) -> Self {
        let path = path.to_owned();
        match source.kind() {
            io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => Self::DiskFull { path },
            _ => Self::Unwritable { path, source },
        }
    }
}
