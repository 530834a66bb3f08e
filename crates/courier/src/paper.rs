//! Letters on paper: what is printed of a form, and from it the files that a stick would have brought.
//!
//! It must never know how bytes stand on a page, or who opens a form.

use std::{
    fs,
    path::{Path, PathBuf},
};

use kaunter_protocol::{Credential, Envelope, FORM_FILE, PaperLetterFault};
pub use kaunter_protocol::{PaperLetter, Vouched};
use kaunter_store::{Post, StoreError, Uuid};

use crate::{CourierError, desk::envelope_of, stick::files};

/// Largest file of a form that is looked at, in bytes: more than goes on paper.
const LARGEST: u64 = 1 << 20;

/// Why bytes or a file are no letter, or a letter cannot be put into a folder.
#[derive(Debug, thiserror::Error)]
pub enum LetterError {
    /// What was read is no letter.
    #[error(transparent)]
    Unreadable(#[from] PaperLetterFault),
    /// The file is not what `kaunter outbox export` writes.
    #[error("{path} is no form's file: {reason}")]
    NoFile {
        /// The file.
        path: PathBuf,
        /// What is wrong with it.
        reason: String,
    },
    /// Under the form's name lies a file with other bytes; it is left as it is.
    #[error("{path} is there already, with other bytes")]
    Other {
        /// The file.
        path: PathBuf,
    },
    /// The folder cannot be read or written.
    #[error(transparent)]
    Folder(#[from] CourierError),
}

impl LetterError {
    /// Stable name of the problem, kebab-case.
    pub fn code(&self) -> &'static str {
        match self {
            Self::Unreadable(_) => "letter-unreadable",
            Self::NoFile { .. } => "letter-no-file",
            Self::Other { .. } => "letter-other",
            Self::Folder(error) => error.code(),
        }
    }
}

/// What of a form goes onto paper: the letter of what it says now, for which the kiosk vouches where it has an agency. As
/// long as neither changes, the same bytes.
///
/// # Errors
/// [`StoreError::FormGone`], [`StoreError::FormPurged`], or the disk's.
pub fn onto(post: &Post, form: Uuid) -> Result<Vec<u8>, StoreError> {
    let letter = post.newest_letter(form)?;
    let (id, envelope) = (letter.id, envelope_of(&letter, post.sealed_letter(letter.id)?));
    let known = post.membership()?;
    let secret = known.as_ref().and_then(|known| Some((&known.enrolment, Credential::read(&known.credential)?)));
    let written = match secret {
        Some((known, secret)) => PaperLetter::vouched(id, envelope, (&known.kiosk, &known.tenant), secret.digest()),
        None => Ok(PaperLetter { id, envelope, vouched: None }),
    };
    let unwritable = |fault: serde_json::Error| StoreError::Damaged { reason: fault.to_string() };
    written.and_then(|letter| letter.write()).map_err(unwritable)
}

/// The letter in what was read from paper.
///
/// # Errors
/// [`LetterError::Unreadable`].
pub fn read(bytes: &[u8]) -> Result<PaperLetter, LetterError> {
    Ok(PaperLetter::read(bytes)?)
}

/// The letter in a form's file, `<id>.kform`. Nobody vouches for it.
///
/// # Errors
/// [`LetterError::NoFile`], or the folder's.
pub fn of_file(path: &Path) -> Result<PaperLetter, LetterError> {
    let no = |reason: String| LetterError::NoFile { path: path.to_owned(), reason };
    let stem = path.file_stem().unwrap_or_default().to_string_lossy();
    let id = Uuid::try_parse(&stem).map_err(|_| no("its name is not the form's id".to_owned()))?;
    let bytes = files::read(path, LARGEST)?.ok_or_else(|| no("it is too large".to_owned()))?;
    let envelope: Envelope = serde_json::from_slice(&bytes).map_err(|fault| no(fault.to_string()))?;
    envelope.check(id).map_err(|fault| no(fault.to_string()))?;
    Ok(PaperLetter { id, envelope, vouched: None })
}

/// Puts a letter into a folder, as the kiosk's stick would have brought it: the form's file, and the list that vouches for
/// it. Gives the form's file. The same letter again changes nothing.
///
/// # Errors
/// [`LetterError::Other`], or the folder's.
pub fn put(folder: &Path, letter: &PaperLetter) -> Result<PathBuf, LetterError> {
    fs::create_dir_all(folder).map_err(|fault| CourierError::of_file(folder, fault))?;
    let name = format!("{}.{FORM_FILE}", letter.id);
    let path = folder.join(&name);
    let unwritable = |fault: serde_json::Error| LetterError::NoFile { path: path.clone(), reason: fault.to_string() };
    let file = letter.file().map_err(unwritable)?;
    if files::is_file(&path) && files::read(&path, file.len() as u64)?.as_ref() != Some(&file) {
        return Err(LetterError::Other { path });
    }
    files::put(folder, &name, &file)?;
    if let Some(list) = letter.list().map_err(unwritable)? {
        let list = serde_json::to_vec(&list).map_err(unwritable)?;
        files::put(folder, &format!("kaunter-paper-{}.json", letter.id), &list)?;
    }
    Ok(path)
}
