//! Files that commands write: each is there whole, or not at all.

use std::{ffi::OsString, fs, io::Write, path::Path};

use anyhow::{Context, Result};

/// Writes a file beside its place and moves it there, so that nobody meets half of it.
pub fn write_whole(path: &Path, bytes: &[u8]) -> Result<()> {
    write_beside(path, bytes, fs::OpenOptions::new().write(true).create(true).truncate(true))
}

/// The same for what somebody answered: only its owner reads it.
pub fn write_private(path: &Path, bytes: &[u8]) -> Result<()> {
    let mut options = fs::OpenOptions::new();
    options.write(true).create(true).truncate(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    write_beside(path, bytes, &options)
}

fn write_beside(path: &Path, bytes: &[u8], options: &fs::OpenOptions) -> Result<()> {
    let mut name = OsString::from(".");
    name.push(path.file_name().unwrap_or_default());
    name.push(".part");
    let draft = path.with_file_name(name);
    let write = || {
        if let Some(folder) = path.parent() {
            fs::create_dir_all(folder)?;
        }
        let mut file = options.open(&draft)?;
        file.write_all(bytes)?;
        file.sync_all()?;
        fs::rename(&draft, path)
    };
    write().with_context(|| format!("{} cannot be written", path.display()))
}
