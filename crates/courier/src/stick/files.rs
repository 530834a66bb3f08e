//! Files on something that may be pulled out at any moment: whole under their name, or not there.

use std::{
    fs::{self, File},
    io::{self, Read, Write},
    path::{Path, PathBuf},
};

use crate::CourierError;

/// Puts a file in its place, on the stick and not only on its way there. Gives whether it had to be written.
pub(crate) fn put(folder: &Path, name: &str, bytes: &[u8]) -> Result<bool, CourierError> {
    let path = folder.join(name);
    let failed = |fault| CourierError::of_file(&path, fault);
    if is_file(&path) && read(&path, bytes.len() as u64)?.as_deref() == Some(bytes) {
        return Ok(false);
    }
    let draft = folder.join(format!(".{name}.part"));
    let written = write(&draft, bytes).and_then(|()| fs::rename(&draft, &path)).and_then(|()| settle(folder));
    if written.is_err() {
        let _ = fs::remove_file(&draft);
    }
    written.map_err(failed)?;
    Ok(true)
}

/// What lies there already is not written into: a link would lead elsewhere, and a pipe would never take anything.
fn write(path: &Path, bytes: &[u8]) -> io::Result<()> {
    match fs::remove_file(path) {
        Err(fault) if fault.kind() != io::ErrorKind::NotFound => return Err(fault),
        _ => {}
    }
    let mut file = File::create_new(path)?;
    file.write_all(bytes)?;
    file.sync_all()
}

/// On Unix a new name lasts only once its folder is on the disk.
fn settle(folder: &Path) -> io::Result<()> {
    if cfg!(unix) { File::open(folder)?.sync_all() } else { Ok(()) }
}

/// A file's bytes; `None` where there are more than `most`.
pub(crate) fn read(path: &Path, most: u64) -> Result<Option<Vec<u8>>, CourierError> {
    let mut bytes = Vec::new();
    let read = File::open(path).and_then(|file| file.take(most + 1).read_to_end(&mut bytes));
    read.map_err(|fault| CourierError::of_file(path, fault))?;
    Ok((bytes.len() as u64 <= most).then_some(bytes))
}

/// A plain file, and no link to one elsewhere.
pub(crate) fn is_file(path: &Path) -> bool {
    fs::symlink_metadata(path).is_ok_and(|about| about.is_file())
}

/// Plain files in a folder that are nobody's drafts, by name.
pub(crate) fn list(folder: &Path) -> Result<Vec<PathBuf>, CourierError> {
    let entries = fs::read_dir(folder).map_err(|fault| CourierError::of_file(folder, fault))?;
    let mut files = Vec::new();
    for entry in entries {
        let entry = entry.map_err(|fault| CourierError::of_file(folder, fault))?;
        if is_file(&entry.path()) && !entry.file_name().to_string_lossy().starts_with('.') {
            files.push(entry.path());
        }
    }
    files.sort();
    Ok(files)
}
