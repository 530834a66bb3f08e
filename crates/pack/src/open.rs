//! The doors into a pack: a folder or a built file, for answering or for checking.

use std::{fs, io::Read, path::Path};

use kaunter_forms::Scrutiny;

use crate::{PackError, PackFiles, Report, archive::unpack, limits::Limits, model::Pack, read::read_files};

impl Pack {
    /// Reads a pack for answering: a folder, or a built `.kpack` file.
    ///
    /// A fault costs its own row, block or document and nothing else; [`crate::check()`] names them all.
    /// The signature of a built file is not looked at here: it was when the pack was installed.
    ///
    /// # Errors
    /// It is no pack, cannot be read, exceeds the limits, or its pack.toml gives no id and version.
    pub fn read(path: &Path) -> Result<Self, PackError> {
        Self::from_files(&PackFiles::open(path)?)
    }

    /// Reads a pack from files in memory, as [`Pack::read`] does.
    ///
    /// # Errors
    /// As [`Pack::read`].
    pub fn from_files(files: &PackFiles) -> Result<Self, PackError> {
        Self::with_report(files).map(|(pack, _)| pack)
    }

    /// Reads a pack from files in memory, and tells what was left out of it for a fault.
    ///
    /// # Errors
    /// As [`Pack::read`].
    pub fn with_report(files: &PackFiles) -> Result<(Self, Report), PackError> {
        let mut report = Report::default();
        match read_files(files, Scrutiny::Served, &mut report)? {
            Some(reading) => Ok((reading.into_pack(files.digest()), report)),
            None => Err(PackError::faulty(&report)),
        }
    }
}

impl PackFiles {
    /// Gathers the files of a folder or of a built `.kpack` file.
    ///
    /// # Errors
    /// As [`Pack::read`], save what stands in pack.toml.
    pub fn open(path: &Path) -> Result<Self, PackError> {
        if path.is_dir() {
            return Self::from_folder(path);
        }
        let limits = Limits::default();
        unpack(&read_packed(path, &limits)?, &limits)
    }
}

/// The bytes of a built file, at most one more than the limit allows.
pub(crate) fn read_packed(path: &Path, limits: &Limits) -> Result<Vec<u8>, PackError> {
    let mut packed = Vec::new();
    fs::File::open(path)
        .and_then(|file| file.take(limits.packed_bytes + 1).read_to_end(&mut packed))
        .map_err(|source| PackError::Unreadable { path: path.to_owned(), source })?;
    Ok(packed)
}
