//! What other platforms are trusted with: a user's own folders keep others out there, and there is no systemd.

use std::{
    fs::{self, File, Metadata},
    io,
    path::{Path, PathBuf},
};

/// Not told by a file's mode here.
pub(crate) fn is_exposed(_: &Metadata) -> bool {
    false
}

/// An empty file, in the place of any that was there.
pub(crate) fn private_file(path: &Path) -> io::Result<File> {
    File::create(path)
}

/// A folder, with those above it.
pub(crate) fn private_folder(path: &Path) -> io::Result<()> {
    fs::create_dir_all(path)
}

/// None.
pub(crate) fn credentials() -> Option<PathBuf> {
    None
}
