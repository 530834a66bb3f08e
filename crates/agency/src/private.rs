//! Files and folders that only the server's user reads.
//!
//! It must never know what is in them.

use std::{
    fs::{self, File, OpenOptions},
    io::{self, Write},
    path::Path,
};

/// Writes a new file that only its owner reads, onto the disk.
///
/// # Errors
/// As the file system; there is such a file.
pub fn write_private(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let mut file = new_private(path)?;
    file.write_all(bytes)?;
    file.sync_all()
}

/// Makes an empty file that only its owner reads, or shuts one that is there to others. That one is not opened: closing it
/// would give up the locks that other connections of this process have on a database.
///
/// # Errors
/// As the file system.
pub fn make_private(path: &Path) -> io::Result<()> {
    match new_private(path) {
        Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {
            shut(path);
            Ok(())
        }
        made => made.map(drop),
    }
}

fn new_private(path: &Path) -> io::Result<File> {
    let mut options = OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options.open(path)
}

/// Makes a folder that only its owner reads; one that is there stays as it is.
///
/// # Errors
/// As the file system.
pub fn private_folder(path: &Path) -> io::Result<()> {
    let mut builder = fs::DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder.create(path)
}

/// Nobody but its owner reads it from now on, where that is ours to do.
#[cfg(unix)]
pub fn shut(file: &Path) {
    use std::os::unix::fs::PermissionsExt;
    if fs::metadata(file).is_ok_and(|about| about.permissions().mode() & 0o077 != 0) {
        let _ = fs::set_permissions(file, fs::Permissions::from_mode(0o600));
    }
}

/// Nobody but its owner reads it from now on, where that is ours to do.
#[cfg(not(unix))]
pub fn shut(_: &Path) {}

/// Sees to it that the name of a file is on the disk too.
///
/// # Errors
/// As the file system.
pub fn sync_folder_of(path: &Path) -> io::Result<()> {
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    File::open(folder)?.sync_all()
}
