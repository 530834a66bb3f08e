//! Small files that are whole or not there, whenever the power goes.

use std::{
    fs::{self, File},
    io::{self, Write},
    path::Path,
};

use crate::platform;

/// Puts `bytes` in the place of whatever the file held; returns once they are on the disk.
pub(crate) fn keep(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let fresh = path.with_extension("new");
    written(&fresh, bytes)?;
    fs::rename(&fresh, path)?;
    settle_around(path)
}

/// Puts `bytes` into a new file; one that is there already stays as it is.
pub(crate) fn keep_new(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let fresh = path.with_extension("new");
    written(&fresh, bytes)?;
    let linked = fs::hard_link(&fresh, path);
    fs::remove_file(&fresh)?;
    linked?;
    settle_around(path)
}

/// Writes a file for the owner alone; of one that finds no room, nothing is left.
fn written(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let mut file = platform::private_file(path)?;
    let written = file.write_all(bytes).and_then(|()| file.sync_all());
    if written.is_err() {
        let _ = fs::remove_file(path);
    }
    written
}

/// On Unix a new name lasts only once its folder is on the disk; Windows keeps names by itself.
pub(crate) fn settle_around(path: &Path) -> io::Result<()> {
    // A name without a folder lies in the one where the program is.
    match path.parent().map(|folder| if folder.as_os_str().is_empty() { Path::new(".") } else { folder }) {
        Some(folder) if cfg!(unix) => File::open(folder)?.sync_all(),
        _ => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_may_be_named_without_its_folder() {
        settle_around(Path::new("Cargo.toml")).unwrap();
    }
}
