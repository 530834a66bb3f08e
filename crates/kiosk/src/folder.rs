//! Where a kiosk keeps what outlives a visit. What of it is a citizen's is in the encrypted store alone.

use std::path::{Path, PathBuf};

/// The kiosk's data folder.
#[derive(Debug, Clone)]
pub struct DataFolder(PathBuf);

impl DataFolder {
    /// The layout under this folder; nothing is created yet.
    pub fn new(path: impl Into<PathBuf>) -> Self {
        Self(path.into())
    }

    /// The folder itself.
    pub fn path(&self) -> &Path {
        &self.0
    }

    /// `kiosk.toml`.
    pub fn settings(&self) -> PathBuf {
        self.0.join("kiosk.toml")
    }

    /// The shelf of installed packs.
    pub fn packs(&self) -> PathBuf {
        self.0.join("packs")
    }

    /// Public keys of those who may sign packs for this kiosk, a `.pub` file each.
    pub fn pack_keys(&self) -> PathBuf {
        self.0.join("keys")
    }

    /// The log; the one before stands beside it as `.log.1`.
    pub fn log(&self) -> PathBuf {
        self.0.join("kaunter.log")
    }

    /// What can be made again from the packs.
    pub fn cache(&self) -> PathBuf {
        self.0.join("cache")
    }

    /// The last ticket number of the day.
    pub fn tickets(&self) -> PathBuf {
        self.0.join("state").join("tickets.toml")
    }

    /// How often what was done in the last days, in numbers alone.
    pub fn figures(&self) -> PathBuf {
        self.0.join("state").join("figures.json")
    }

    /// The encrypted store of forms.
    pub fn store(&self) -> PathBuf {
        self.0.join(kaunter_store::Store::FOLDER)
    }

    /// The store's key, where the user has no folder for configuration.
    pub fn store_key(&self) -> PathBuf {
        self.0.join("store.key")
    }

    /// What is known of papers that were given to the printer.
    pub fn papers(&self) -> PathBuf {
        self.0.join("state").join("papers")
    }

    /// The models that hear.
    pub fn models(&self) -> PathBuf {
        self.0.join("models")
    }

    /// What is being fetched and is not whole.
    pub fn downloads(&self) -> PathBuf {
        self.0.join("downloads")
    }

    /// How often the PIN was wrong.
    pub fn pin_record(&self) -> PathBuf {
        self.0.join("state").join("pin-attempts")
    }
}
