//! The counter as it stands in a real kiosk.

use std::path::Path;

use kaunter_kiosk::{Counter, DataFolder, Settings, ShelfLibrary};

/// Opens the counter on a data folder, at once: packs are opened beside it, and `changed` is called
/// whenever there is another to serve, `heard` whenever the ear or the mouth has news.
pub fn open(folder: &Path, changed: impl Fn() + Send + 'static, heard: impl Fn() + Clone + Send + 'static) -> Counter {
    let folder = DataFolder::new(folder);
    let settings = Settings::of(&folder);
    let library = ShelfLibrary::new(&folder, settings.pack.clone());
    if let Err(error) = library.watch(changed) {
        tracing::error!(code = "shell-no-thread", %error);
    }
    kaunter_kiosk::open(&folder, settings, library, heard)
}
