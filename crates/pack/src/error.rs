//! Why a pack is refused as a whole.

use std::path::PathBuf;

use crate::fault::{Fault, FaultKind, Report};

/// Why a pack cannot be read, built or installed.
#[derive(Debug, thiserror::Error)]
pub enum PackError {
    /// A file or folder cannot be read.
    #[error("{path} cannot be read: {source}")]
    Unreadable {
        /// Which.
        path: PathBuf,
        /// What the system says.
        source: std::io::Error,
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
    /// More files or bytes than a pack may have.
    #[error("the pack is larger than a pack may be ({files} files, {bytes} bytes or more)")]
    TooLarge {
        /// Files counted when it was refused.
        files: u64,
        /// Bytes counted when it was refused.
        bytes: u64,
    },
    /// An entry leads out of the pack's folder, or is not a plain file.
    #[error("the pack holds the entry “{entry}”, which no pack may hold")]
    PathEscapes {
        /// The entry's name, shortened.
        entry: String,
    },
    /// The manifest cannot be read, or the pack has faults that keep it from being installed.
    #[error("the pack has {errors} faults, the first is {first}")]
    Faulty {
        /// How many errors there are.
        errors: usize,
        /// The first of them.
        first: Box<Fault>,
    },
}

impl PackError {
    /// The refusal of a pack for the errors in its report.
    pub(crate) fn faulty(report: &Report) -> Self {
        let unnamed = || Fault { file: "pack.toml".into(), line: None, kind: FaultKind::EmptyFile {} };
        let first = report.first_error().cloned().unwrap_or_else(unnamed);
        Self::Faulty { errors: report.errors(), first: Box::new(first) }
    }

    /// Stable name of the problem, kebab-case; its words for people stand in the locales.
    pub fn code(&self) -> &'static str {
        match self {
            Self::Unreadable { .. } => "pack-unreadable",
            Self::NotAPack { .. } => "pack-not-a-pack",
            Self::CutOff => "pack-cut-off",
            Self::TooLarge { .. } => "pack-too-large",
            Self::PathEscapes { .. } => "pack-path-escapes",
            Self::Faulty { .. } => "pack-faulty",
        }
    }
}
