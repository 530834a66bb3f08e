//! Where this kiosk keeps its data, and that no second window works on it.

use std::{
    env,
    fs::{self, File, TryLockError},
    path::PathBuf,
};

use crate::problem::ShellProblem;

/// The data folder, held for as long as this lives.
pub struct Place {
    /// The folder.
    pub folder: PathBuf,
    /// Released by the system even when the program is killed.
    _lock: File,
}

impl Place {
    /// Takes the folder named by `KAUNTER_DATA`, or else the platform's own for this program.
    pub fn take() -> Result<Self, ShellProblem> {
        let folder = match env::var_os("KAUNTER_DATA") {
            Some(folder) => PathBuf::from(folder),
            None => dirs::data_local_dir().ok_or(ShellProblem::NoDataFolder)?.join("kaunter"),
        };
        Self::take_folder(folder)
    }

    fn take_folder(folder: PathBuf) -> Result<Self, ShellProblem> {
        let failed = |source| ShellProblem::DataFolder { folder: folder.clone(), source };
        fs::create_dir_all(&folder).map_err(failed)?;
        let lock = File::create(folder.join("window.lock")).map_err(failed)?;
        match lock.try_lock() {
            Ok(()) => Ok(Self { folder, _lock: lock }),
            Err(TryLockError::WouldBlock) => Err(ShellProblem::AlreadyOpen { folder }),
            Err(TryLockError::Error(source)) => Err(ShellProblem::DataFolder { folder, source }),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_second_window_on_the_same_data_is_refused_until_the_first_is_gone() {
        let data = tempfile::tempdir().unwrap();
        let folder = data.path().join("kiosk");
        let first = Place::take_folder(folder.clone()).unwrap();
        let refused = Place::take_folder(folder.clone()).err().map(|problem| problem.code());
        assert_eq!(refused, Some("shell-already-open"));
        drop(first);
        assert!(Place::take_folder(folder).is_ok());
    }

    #[test]
    fn a_folder_that_cannot_be_made_is_named() {
        let data = tempfile::NamedTempFile::new().unwrap();
        let refused = Place::take_folder(data.path().join("kiosk")).err().unwrap();
        assert_eq!(refused.code(), "shell-data-folder");
        assert!(refused.to_string().contains("kiosk"));
    }
}
