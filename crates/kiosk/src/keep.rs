//! Small files that are whole or not there, whenever the power goes.

use std::{
    fs::{self, File},
    io::{self, Write},
    path::Path,
};

use crate::platform;

/// Puts `text` in the place of whatever the file held; returns once it is on the disk.
///
/// # Errors
/// As the file system: no room, no permission. What the file held before is then still there.
pub(crate) fn keep(path: &Path, text: &str) -> io::Result<()> {
    keep_by(path, text, |fresh| File::create(fresh))
}

/// The same, for nobody to read but whoever owns the folder, also where an administrator writes.
///
/// # Errors
/// As [`keep`].
pub(crate) fn keep_private(path: &Path, text: &str) -> io::Result<()> {
    keep_by(path, text, platform::private_file)
}

fn keep_by(path: &Path, text: &str, open: impl FnOnce(&Path) -> io::Result<File>) -> io::Result<()> {
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder)?;
    }
    let fresh = path.with_extension("new");
    let mut file = open(&fresh)?;
    file.write_all(text.as_bytes())?;
    file.sync_all()?;
    fs::rename(&fresh, path)?;
    sync_folder(path)
}

/// On Unix a new name lasts only once its folder is on the disk; Windows keeps names by itself.
fn sync_folder(path: &Path) -> io::Result<()> {
    match path.parent() {
        Some(folder) if cfg!(unix) => File::open(folder)?.sync_all(),
        _ => Ok(()),
    }
}
