//! The bytes of a form as a draft keeps them: definition, words, tables and layout of the version that it
//! began with. From them the form is read again, whatever pack is installed by then.
//!
//! A tar archive without times and owners: the same form gives the same bytes everywhere.

use std::{
    collections::BTreeSet,
    io::{Cursor, Read},
    sync::Arc,
};

use kaunter_reading::Report;
use serde::{Deserialize, Serialize};

use crate::{
    catalogue::{Catalogue, FormFiles, PackFacts, Scrutiny},
    definition::Form,
};

/// Most bytes of an archive.
pub const LARGEST_ARCHIVE: usize = 16 * 1024 * 1024;
/// Name of the first entry, which says what is in the others.
const LABEL: &str = "archive.json";

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Label {
    /// Version of the archive's own form.
    kaunter_form: u16,
    form: String,
    languages: Vec<String>,
    office_language: String,
}

/// Bytes from which no form can be read.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ArchiveError {
    /// Not an archive of a form.
    #[error("not an archive of a form: {0}")]
    Damaged(String),
    /// The form in it is not sound.
    #[error("the form in the archive has {0} errors")]
    Unsound(usize),
}

impl ArchiveError {
    /// A code for screens.
    pub fn code(&self) -> &'static str {
        match self {
            Self::Damaged(_) => "form-archive-damaged",
            Self::Unsound(_) => "form-archive-unsound",
        }
    }
}

impl Form {
    /// The bytes that a draft keeps.
    pub fn archive(&self) -> Vec<u8> {
        let label = Label {
            kaunter_form: 1,
            form: self.id.clone(),
            languages: self.languages.clone(),
            office_language: self.office_language.clone(),
        };
        let mut archive = tar::Builder::new(Vec::new());
        let label = serde_json::to_vec(&label).unwrap_or_default();
        let own = self.files.iter().filter(|(path, _)| !path.ends_with("/example.json"));
        let files = own.map(|(path, bytes)| (path.as_str(), &**bytes));
        let mut written = Ok(());
        for (path, bytes) in std::iter::once((LABEL, label.as_slice())).chain(files) {
            written = written.and_then(|()| append(&mut archive, path, bytes));
        }
        // Writing into memory does not fail; an archive that did would not be read again.
        written.and_then(|()| archive.into_inner()).unwrap_or_default()
    }

    /// BLAKE3 of [`Form::archive`], lower-case hex.
    pub fn digest(&self) -> String {
        blake3::hash(&self.archive()).to_hex().to_string()
    }

    /// Reads a form from the bytes that a draft kept.
    ///
    /// # Errors
    /// When they are damaged, or the form in them is not sound.
    pub fn from_archive(bytes: &[u8]) -> Result<Arc<Self>, ArchiveError> {
        let damaged = |problem: &str| ArchiveError::Damaged(problem.to_owned());
        if bytes.len() > LARGEST_ARCHIVE {
            return Err(damaged("too large"));
        }
        let mut files = unpack(bytes).map_err(|error| damaged(&error.to_string()))?;
        let label = files.remove(LABEL).ok_or_else(|| damaged("without its label"))?;
        let label: Label = serde_json::from_slice(&label).map_err(|_| damaged("its label cannot be read"))?;
        if label.kaunter_form != 1 {
            return Err(damaged("of a version that is not known"));
        }
        let pack = PackFacts {
            languages: &label.languages,
            office_language: &label.office_language,
            entries: None,
            topics: None,
            scrutiny: Scrutiny::Begun,
        };
        let mut report = Report::default();
        let catalogue = Catalogue::read(&files, &pack, &mut report);
        catalogue.get(&label.form).cloned().ok_or(ArchiveError::Unsound(report.errors()))
    }
}

fn append(archive: &mut tar::Builder<Vec<u8>>, path: &str, bytes: &[u8]) -> std::io::Result<()> {
    let mut header = tar::Header::new_ustar();
    header.set_size(bytes.len() as u64);
    header.set_mode(0o644);
    header.set_mtime(0);
    header.set_entry_type(tar::EntryType::Regular);
    archive.append_data(&mut header, path, bytes)
}

fn unpack(bytes: &[u8]) -> std::io::Result<FormFiles> {
    let mut files = FormFiles::new();
    let mut seen = BTreeSet::new();
    for entry in tar::Archive::new(Cursor::new(bytes)).entries()? {
        let entry = entry?;
        let path = entry.path()?.to_string_lossy().into_owned();
        let plain = entry.header().entry_type().is_file() && (path == LABEL || Catalogue::is_part(&path));
        if !plain || !seen.insert(path.clone()) {
            return Err(std::io::Error::other("it holds what is no part of a form"));
        }
        let mut content = Vec::new();
        entry.take(LARGEST_ARCHIVE as u64).read_to_end(&mut content)?;
        files.insert(path, content.into());
    }
    Ok(files)
}
