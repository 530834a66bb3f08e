//! The few things an installation does to a disk, so that tests can let any of them fail.

use std::{
    fs::{self, File},
    io::{self, Write},
    path::Path,
};

/// Changes to a disk. Each either happens or gives an error; none undoes what came before.
pub trait Disk {
    /// Makes a folder and those above it.
    ///
    /// # Errors
    /// What the system says.
    fn create_folder(&self, path: &Path) -> io::Result<()>;

    /// Writes a new file and waits until the disk has it.
    ///
    /// # Errors
    /// What the system says; a part of the file may be there.
    fn write(&self, path: &Path, bytes: &[u8]) -> io::Result<()>;

    /// Moves a file over another or a folder to a free name, within one disk, at once or not at all.
    ///
    /// # Errors
    /// What the system says.
    fn rename(&self, from: &Path, to: &Path) -> io::Result<()>;

    /// Waits until the disk has the names in a folder.
    ///
    /// # Errors
    /// What the system says.
    fn settle(&self, folder: &Path) -> io::Result<()>;

    /// Removes a folder and everything in it; one that is not there is removed already.
    ///
    /// # Errors
    /// What the system says; a part of it may be gone.
    fn remove_folder(&self, path: &Path) -> io::Result<()>;
}

/// The real disk.
#[derive(Debug, Clone, Copy, Default)]
pub struct RealDisk;

impl Disk for RealDisk {
    fn create_folder(&self, path: &Path) -> io::Result<()> {
        fs::create_dir_all(path)
    }

    fn write(&self, path: &Path, bytes: &[u8]) -> io::Result<()> {
        let mut file = File::create(path)?;
        file.write_all(bytes)?;
        file.sync_all()
    }

    fn rename(&self, from: &Path, to: &Path) -> io::Result<()> {
        fs::rename(from, to)
    }

    /// Only Unix can open a folder to wait for it; elsewhere the file system's own journal must do.
    fn settle(&self, folder: &Path) -> io::Result<()> {
        if cfg!(unix) { File::open(folder)?.sync_all() } else { Ok(()) }
    }

    fn remove_folder(&self, path: &Path) -> io::Result<()> {
        match fs::remove_dir_all(path) {
            Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(()),
            done => done,
        }
    }
}
