//! Permissions as Unix has them, and where systemd puts its credentials.

use std::{
    env,
    fs::{DirBuilder, File, Metadata, OpenOptions},
    io,
    os::unix::fs::{DirBuilderExt, MetadataExt, OpenOptionsExt},
    path::{Path, PathBuf},
};

/// Whether others than the owner may read or change the file.
pub(crate) fn is_exposed(file: &Metadata) -> bool {
    file.mode() & 0o077 != 0
}

/// An empty file for the owner alone, in the place of any that was there.
pub(crate) fn private_file(path: &Path) -> io::Result<File> {
    OpenOptions::new().write(true).create(true).truncate(true).mode(0o600).open(path)
}

/// A folder for the owner alone, with those above it.
pub(crate) fn private_folder(path: &Path) -> io::Result<()> {
    DirBuilder::new().recursive(true).mode(0o700).create(path)
}

/// The folder of credentials that systemd made for this service.
pub(crate) fn credentials() -> Option<PathBuf> {
    env::var_os("CREDENTIALS_DIRECTORY").map(PathBuf::from)
}
