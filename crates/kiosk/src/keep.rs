//! Small files that are whole or not there, whenever the power goes.

use std::{
    fs::{self, File},
    io::{self, Write},
    path::Path,
};

/// Puts `text` in the place of whatever the file held; returns once it is on the disk.
///
/// # Errors
/// As the file system: no room, no permission. What the file held before is then still there.
pub(crate) fn keep(path: &Path, text: &str) -> io::Result<()> {
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder)?;
    }
    let fresh = path.with_extension("new");
    let mut file = File::create(&fresh)?;
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
