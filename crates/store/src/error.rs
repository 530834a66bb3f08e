//! Why the store refuses or fails, as codes that others put into words.

use std::{
    io,
    path::{Path, PathBuf},
};

use jiff::Timestamp;

/// Why something was not kept, found or opened. What was acknowledged before is still there.
#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    /// Another process holds the store.
    #[error("{folder} is in use by another process")]
    AlreadyOpen {
        /// The store's folder.
        folder: PathBuf,
    },
    /// There is no store.
    #[error("there is no store in {folder}")]
    Missing {
        /// Where it was looked for.
        folder: PathBuf,
    },
    /// A newer program has changed the store so that this one cannot read it.
    #[error("the store needs a program that knows schema {needs}; this one knows {knows}")]
    TooNew {
        /// Schema that a program must know.
        needs: i64,
        /// Schema that this one knows.
        knows: i64,
    },
    /// The store is there and its key is not.
    #[error("the store's key is missing: {looked}")]
    KeyMissing {
        /// Where it was looked for.
        looked: String,
    },
    /// The key does not open this store.
    #[error("the key does not open the store in {folder}")]
    KeyWrong {
        /// The store's folder.
        folder: PathBuf,
    },
    /// Others than the owner may read the key file.
    #[error("{path} can be read by others: give it mode 0600 and the owner that the kiosk runs as")]
    KeyExposed {
        /// The key file.
        path: PathBuf,
    },
    /// The key cannot be read or made.
    #[error("the key {path} cannot be used: {reason}")]
    KeyUnusable {
        /// The key's file.
        path: PathBuf,
        /// What is wrong.
        reason: String,
    },
    /// The machine gives no random numbers.
    #[error("the system gives no random numbers")]
    NoRandomness,
    /// No room is left.
    #[error("the disk is full")]
    DiskFull,
    /// The folder or its disk takes no changes.
    #[error("the store cannot be written: {reason}")]
    ReadOnly {
        /// What the system says.
        reason: String,
    },
    /// The disk fails in another way.
    #[error("the disk fails: {reason}")]
    DiskFails {
        /// What the system says.
        reason: String,
    },
    /// Bytes are not those that were written. Opening the store anew sets it aside.
    #[error("the store is damaged: {reason}")]
    Damaged {
        /// Where it shows.
        reason: String,
    },
    /// The draft was never begun, is finished, or was destroyed.
    #[error("there is no such draft")]
    DraftGone,
    /// No paused draft has this code.
    #[error("no paused draft has this code")]
    CodeUnknown,
    /// Too many wrong codes: none is tried for a while.
    #[error("no code is tried before {until}")]
    CodeWait {
        /// From when on one is.
        until: Timestamp,
    },
    /// No finished form has this id.
    #[error("there is no such finished form")]
    FormGone,
    /// The agency has the form, and its sealed bytes were taken away after the receipt.
    #[error("the sealed form was taken away after its receipt")]
    FormPurged,
    /// A receipt is for other bytes than those of this form.
    #[error("the receipt is for other bytes than those of this form")]
    OtherBytes,
    /// The kiosk has no agency yet.
    #[error("the kiosk is not enrolled")]
    NotEnrolled,
    /// The readable copy is no longer there.
    #[error("the print window of this form is closed")]
    PrintWindowClosed,
    /// The form was voided.
    #[error("the form was voided")]
    FormVoid,
    /// Nobody of this number works here.
    #[error("nobody of this number works here")]
    StaffGone,
    /// No print job of this id goes on.
    #[error("there is no such print job")]
    JobGone,
    /// A form must be sealed to somebody.
    #[error("there is no key to seal the form to")]
    NoRecipient,
    /// This is no public key of age.
    #[error("“{recipient}” is not a public key of age: {reason}")]
    RecipientMalformed {
        /// What was given.
        recipient: String,
        /// What age says.
        reason: String,
    },
}

impl StoreError {
    /// Whether the disk is to blame, so that whatever is written next fails as well.
    pub fn is_of_disk(&self) -> bool {
        matches!(self, Self::DiskFull | Self::ReadOnly { .. } | Self::DiskFails { .. })
    }

    /// Stable name of the problem, kebab-case; its words for people stand in the locales.
    pub fn code(&self) -> &'static str {
        match self {
            Self::AlreadyOpen { .. } => "store-already-open",
            Self::Missing { .. } => "store-missing",
            Self::TooNew { .. } => "store-too-new",
            Self::KeyMissing { .. } => "store-key-missing",
            Self::KeyWrong { .. } => "store-key-wrong",
            Self::KeyExposed { .. } => "store-key-exposed",
            Self::KeyUnusable { .. } => "store-key-unusable",
            Self::NoRandomness => "store-no-randomness",
            Self::DiskFull => "store-disk-full",
            Self::ReadOnly { .. } => "store-read-only",
            Self::DiskFails { .. } => "store-disk-fails",
            Self::Damaged { .. } => "store-damaged",
            Self::DraftGone => "draft-gone",
            Self::CodeUnknown => "pause-code-unknown",
            Self::CodeWait { .. } => "pause-code-wait",
            Self::FormGone => "form-gone",
            Self::FormPurged => "form-purged",
            Self::OtherBytes => "form-other-bytes",
            Self::NotEnrolled => "kiosk-not-enrolled",
            Self::PrintWindowClosed => "print-window-closed",
            Self::FormVoid => "form-void",
            Self::StaffGone => "staff-gone",
            Self::JobGone => "print-job-gone",
            Self::NoRecipient => "seal-no-recipient",
            Self::RecipientMalformed { .. } => "seal-recipient-malformed",
        }
    }

    /// What a file that could not be written or read means.
    pub(crate) fn of_file(path: &Path, source: &io::Error) -> Self {
        let reason = format!("{}: {source}", path.display());
        match source.kind() {
            io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => Self::DiskFull,
            io::ErrorKind::ReadOnlyFilesystem | io::ErrorKind::PermissionDenied => Self::ReadOnly { reason },
            _ => Self::DiskFails { reason },
        }
    }
}

impl From<rusqlite::Error> for StoreError {
    fn from(error: rusqlite::Error) -> Self {
        use rusqlite::ErrorCode;
        // A statement or a path of ours; an answer is only ever a parameter, which is never told.
        let reason = error.to_string();
        match error.sqlite_error_code() {
            Some(ErrorCode::DiskFull) => Self::DiskFull,
            Some(ErrorCode::ReadOnly | ErrorCode::CannotOpen | ErrorCode::PermissionDenied) => {
                Self::ReadOnly { reason }
            }
            Some(ErrorCode::DatabaseCorrupt | ErrorCode::NotADatabase) | None => Self::Damaged { reason },
            Some(_) => Self::DiskFails { reason },
        }
    }
}
