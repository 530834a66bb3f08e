//! What can go wrong in the shell itself, before or beside a visit.
//!
//! Every one has a code; its words stand in `locales`.

use std::path::PathBuf;

/// A failure of the shell.
#[derive(Debug, thiserror::Error)]
pub enum ShellProblem {
    /// The system names no folder for a program's data.
    #[error("there is no data folder: set KAUNTER_DATA")]
    NoDataFolder,
    /// The data folder cannot be made or written to.
    #[error("{} cannot be used", folder.display())]
    DataFolder {
        /// The folder.
        folder: PathBuf,
        /// What the system said.
        source: std::io::Error,
    },
    /// Another window already works on the same data folder.
    #[error("a kiosk is already open on {}", folder.display())]
    AlreadyOpen {
        /// The folder.
        folder: PathBuf,
    },
    /// `KAUNTER_WINDOW` is not two numbers of pixels.
    #[error("KAUNTER_WINDOW is `{given}`: write it as 1080x1920")]
    WindowSize {
        /// What was given.
        given: String,
    },
    /// The thread of the middle could not be started.
    #[error("no thread for the middle")]
    NoThread(#[source] std::io::Error),
    /// The window toolkit failed.
    #[error("the window failed")]
    Window(#[from] tauri::Error),
}

impl ShellProblem {
    /// Kebab-case code.
    pub fn code(&self) -> &'static str {
        match self {
            Self::NoDataFolder => "shell-no-data-folder",
            Self::DataFolder { .. } => "shell-data-folder",
            Self::AlreadyOpen { .. } => "shell-already-open",
            Self::WindowSize { .. } => "shell-window-size",
            Self::NoThread(_) => "shell-no-thread",
            Self::Window(_) => "shell-window",
        }
    }
}
