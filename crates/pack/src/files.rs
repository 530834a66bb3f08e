//! The files of a pack in memory: which belong to it, how they are gathered from a folder, their digest.
//!
//! It knows names and bytes, and nothing of what they say.

use std::{collections::BTreeMap, fs, io::Read, path::Path};

use kaunter_forms::{Catalogue, FormFiles};

use crate::{
    PackError, clips,
    fault::{FaultKind, Report},
    limits::Limits,
};

/// The files of a pack by path, `/` between folders.
#[derive(Debug, Clone, Default)]
pub struct PackFiles {
    pub(crate) files: BTreeMap<String, Vec<u8>>,
    /// What was found wrong with the names.
    pub(crate) report: Report,
    total: u64,
}

/// What a path is to a pack.
#[derive(Debug, PartialEq, Eq)]
enum Belonging {
    Part,
    /// Part of a pack, were it not for upper and lower case.
    Misnamed(String),
    /// Left there by a system or an editor, or about the pack: no word about it.
    Silent,
    Stray,
}

impl PackFiles {
    /// Gathers a folder. Files that are no part of a pack are left out, with a warning.
    pub(crate) fn from_folder(folder: &Path) -> Result<Self, PackError> {
        let mut files = Self::default();
        files.gather(folder, "", &Limits::default())?;
        Ok(files)
    }

    /// Why files without a manifest are no pack.
    pub(crate) fn no_manifest(&self) -> PackError {
        let is_form = self.report.faults().iter().any(|fault| fault.file == "form.toml");
        let reason = if is_form {
            "it has no pack.toml and is a form: give the pack's folder, not the form's"
        } else {
            "it has no pack.toml"
        };
        PackError::NotAPack { reason }
    }

    /// Files given as bytes; the paths use `/`.
    ///
    /// # Errors
    /// The whole is larger than a pack may be.
    pub fn from_bytes(given: impl IntoIterator<Item = (String, Vec<u8>)>) -> Result<Self, PackError> {
        let mut files = Self::default();
        for (path, bytes) in given {
            files.add(path, bytes, &Limits::default())?;
        }
        Ok(files)
    }

    /// BLAKE3 over every path and its bytes, in the order of paths.
    pub fn digest(&self) -> [u8; 32] {
        let mut hasher = blake3::Hasher::new();
        for (path, bytes) in &self.files {
            for part in [path.as_bytes(), bytes] {
                hasher.update(&(part.len() as u64).to_le_bytes());
                hasher.update(part);
            }
        }
        *hasher.finalize().as_bytes()
    }

    /// The bytes of one file.
    pub fn get(&self, path: &str) -> Option<&[u8]> {
        self.files.get(path).map(Vec::as_slice)
    }

    /// The files of forms and their tables.
    pub(crate) fn forms(&self) -> FormFiles {
        let parts = self.files.iter().filter(|(path, _)| Catalogue::is_part(path));
        parts.map(|(path, bytes)| (path.clone(), bytes.as_slice().into())).collect()
    }

    /// Adds a file if its path belongs to a pack, else notes it.
    pub(crate) fn add(&mut self, path: String, bytes: Vec<u8>, limits: &Limits) -> Result<(), PackError> {
        match belonging(&path) {
            Belonging::Part if !is_portable(&path) => self.report.add(&path, None, FaultKind::UnportableName {}),
            Belonging::Part => {
                self.total += bytes.len() as u64;
                limits.admit(self.files.len() as u64 + 1, self.total)?;
                self.files.insert(path, bytes);
            }
            Belonging::Misnamed(expected) => {
                self.report.add(&path, None, FaultKind::MisnamedFile { expected });
            }
            Belonging::Stray => self.report.add(&path, None, FaultKind::StrayFile {}),
            Belonging::Silent => {}
        }
        Ok(())
    }

    fn gather(&mut self, folder: &Path, prefix: &str, limits: &Limits) -> Result<(), PackError> {
        let unreadable = |source| PackError::Unreadable { path: folder.to_owned(), source };
        for item in fs::read_dir(folder).map_err(unreadable)? {
            let item = item.map_err(unreadable)?;
            let name = item.file_name().to_string_lossy().into_owned();
            // Before it is looked at: an editor's lock may be a link to nowhere.
            if is_silent(&name) {
                continue;
            }
            let path = format!("{prefix}{name}");
            let place = item.path();
            let unreadable = |source| PackError::Unreadable { path: place.clone(), source };
            let kind = fs::metadata(&place).map_err(unreadable)?;
            if kind.is_dir() && is_pack_folder(&path) {
                self.gather(&place, &format!("{path}/"), limits)?;
            } else if kind.is_file() && matches!(belonging(&path), Belonging::Part) {
                let room = limits.unpacked_bytes.saturating_sub(self.total) + 1;
                let mut bytes = Vec::new();
                fs::File::open(&place).and_then(|file| file.take(room).read_to_end(&mut bytes)).map_err(unreadable)?;
                self.add(path, bytes, limits)?;
            } else {
                self.add(path, Vec::new(), limits)?;
            }
        }
        Ok(())
    }
}

/// Whether files may lie in a folder; in one misnamed by case too, so that they are told of.
fn is_pack_folder(path: &str) -> bool {
    match path.split_once('/') {
        None => ["knowledge", "notices", "forms", "tables", "clips"].iter().any(|name| name.eq_ignore_ascii_case(path)),
        // Clips of forms lie one folder deeper than any other file: clips/en/form/ideas/topic.ogg.
        Some((above, name)) if above.eq_ignore_ascii_case("clips") => name.matches('/').count() < 3,
        Some((above, name)) => {
            ["knowledge", "forms"].iter().any(|folder| folder.eq_ignore_ascii_case(above)) && !name.contains('/')
        }
    }
}

fn belonging(path: &str) -> Belonging {
    let parts: Vec<&str> = path.split('/').collect();
    if parts.iter().any(|part| is_silent(part)) {
        return Belonging::Silent;
    }
    let known = |path: &str| match path.split('/').collect::<Vec<_>>().as_slice() {
        ["pack.toml" | "topics.toml" | "directory.csv"] => true,
        ["knowledge", _, "faq.csv" | "golden.csv"] => true,
        ["knowledge", _, name] => name.len() > 3 && name.ends_with(".md"),
        ["clips", _, below @ ..] => clips::is_part(below),
        ["notices", name] => name.len() > 5 && name.ends_with(".toml"),
        _ => Catalogue::is_part(path),
    };
    if known(path) {
        return Belonging::Part;
    }
    if let [single] = parts.as_slice()
        && ["README", "LICENSE", "LICENCE", "CHANGELOG"].iter().any(|name| single.starts_with(name))
    {
        return Belonging::Silent;
    }
    match recased(&parts) {
        Some(expected) if known(&expected) => Belonging::Misnamed(expected),
        _ => Belonging::Stray,
    }
}

/// The path with those names in small letters that a pack prescribes.
fn recased(parts: &[&str]) -> Option<String> {
    let small = |name: &str| match name.len().checked_sub(3).and_then(|at| name.split_at_checked(at)) {
        Some((stem, ending)) if ending.eq_ignore_ascii_case(".md") => format!("{stem}.md"),
        _ => name.to_lowercase(),
    };
    match parts {
        [name] => Some(name.to_lowercase()),
        [folder, name] => Some(format!("{}/{name}", folder.to_lowercase())),
        [folder, language, name] => Some(format!("{}/{language}/{}", folder.to_lowercase(), small(name))),
        _ => None,
    }
}

/// Hidden files and what systems and editors leave behind.
fn is_silent(name: &str) -> bool {
    name.starts_with(['.', '~']) || name.ends_with('~') || matches!(name, "Thumbs.db" | "desktop.ini")
}

/// Whether every part of a path can be a file name on every system and the target of a link.
pub(crate) fn is_portable(path: &str) -> bool {
    path.len() <= 240 && path.split('/').all(is_portable_name)
}

fn is_portable_name(name: &str) -> bool {
    const DEVICES: [&str; 4] = ["con", "prn", "aux", "nul"];
    let stem = name.split('.').next().unwrap_or_default().trim_end().to_ascii_lowercase();
    let numbered = ["com", "lpt"].iter().any(|device| {
        let number = stem.strip_prefix(device).unwrap_or_default();
        number.chars().count() == 1 && number.chars().all(|c| c.is_ascii_digit() || "¹²³".contains(c))
    });
    let bad = |c: char| c.is_control() || "#<>:\"|?*\\/\u{FFFD}".contains(c);
    !name.is_empty()
        && !name.contains(bad)
        && !name.ends_with(['.', ' '])
        && !name.starts_with(' ')
        && !DEVICES.contains(&stem.as_str())
        && !numbered
}
