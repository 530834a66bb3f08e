//! Why the courier does not do what somebody asked of it. What goes wrong by itself stands in [`crate::Standing`].

use std::{io, path::PathBuf};

use kaunter_pack::PackError;
use kaunter_store::StoreError;

use crate::Failure;

/// See the module.
#[derive(Debug, thiserror::Error)]
pub enum CourierError {
    /// The address is none of a server that may be trusted with a form.
    #[error("“{address}” is no address: it begins with https:// and has no path")]
    AddressUnusable {
        /// What was given.
        address: String,
    },
    /// The file of certificates cannot be read.
    #[error("{path}: {reason}")]
    AuthorityUnusable {
        /// The file.
        path: PathBuf,
        /// What is wrong.
        reason: String,
    },
    /// The kiosk has no agency yet.
    #[error("the kiosk is not enrolled")]
    NotEnrolled,
    /// The agency could not be asked, or said no.
    #[error("{reason}", reason = .0.code())]
    Agency(Failure),
    /// The stick, or a folder of downloads, cannot be read or written.
    #[error("{path}: {source}")]
    Folder {
        /// Where.
        path: PathBuf,
        /// What the system says.
        source: io::Error,
    },
    /// The stick is full.
    #[error("{path}: there is no room left")]
    FolderFull {
        /// Where.
        path: PathBuf,
    },
    /// A receipt, a notice or a list of statuses is not what it says.
    #[error("{what} is not believed: {reason}")]
    NotBelieved {
        /// What.
        what: &'static str,
        /// Why.
        reason: String,
    },
    /// A thread could not be started.
    #[error("a thread could not be started: {0}")]
    NoThread(io::Error),
    /// The system gives no random bytes.
    #[error("the system gives no random bytes")]
    NoRandomness,
    /// The store's.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// A pack's.
    #[error(transparent)]
    Pack(#[from] PackError),
}

impl CourierError {
    /// Stable name of the problem, kebab-case; its words for people stand in the locales.
    pub fn code(&self) -> &'static str {
        match self {
            Self::AddressUnusable { .. } => "agency-address-unusable",
            Self::AuthorityUnusable { .. } => "agency-authority-unusable",
            Self::NotEnrolled => "kiosk-not-enrolled",
            Self::Agency(failure) => failure.code(),
            Self::Folder { .. } => "stick-unusable",
            Self::FolderFull { .. } => "stick-full",
            Self::NotBelieved { .. } => "agency-not-believed",
            Self::NoThread(_) => "courier-not-started",
            Self::NoRandomness => "store-no-randomness",
            Self::Store(error) => error.code(),
            Self::Pack(error) => error.code(),
        }
    }

    /// What a file that could not be written or read means.
    pub(crate) fn of_file(path: &std::path::Path, source: io::Error) -> Self {
        let path = path.to_owned();
        match source.kind() {
            io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => Self::FolderFull { path },
            _ => Self::Folder { path, source },
        }
    }
}

impl From<Failure> for CourierError {
    fn from(failure: Failure) -> Self {
        Self::Agency(failure)
    }
}
