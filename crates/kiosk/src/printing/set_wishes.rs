//! How an admin wished papers to be printed: kept in the store, until `kiosk.toml` says something new.

use jiff::Timestamp;
use kaunter_store::{StaffId, Store, StoreError};
use serde::{Deserialize, Serialize};

use super::PrintWishes;

/// Its name in the store.
const NAME: &str = "printing";

#[derive(Serialize, Deserialize)]
struct Kept {
    wished: PrintWishes,
    /// What `kiosk.toml` said then: whoever writes something else there means it.
    instead_of: PrintWishes,
}

/// How papers are to be printed, where `kiosk.toml` says this.
pub(crate) fn wished(store: Option<&Store>, file: &PrintWishes) -> PrintWishes {
    let kept = store.and_then(|store| store.setting(NAME).ok().flatten());
    let kept: Option<Kept> = kept.and_then(|text| serde_json::from_str(&text).ok());
    kept.filter(|kept| kept.instead_of == *file).map_or_else(|| file.clone(), |kept| kept.wished)
}

/// Keeps it, durably and in the trail.
pub(crate) fn keep(
    store: &mut Store,
    wished: &PrintWishes,
    file: &PrintWishes,
    by: Option<StaffId>,
    now: Timestamp,
) -> Result<(), StoreError> {
    let kept = Kept { wished: wished.clone(), instead_of: file.clone() };
    let text = serde_json::to_string(&kept).unwrap_or_default();
    store.set(NAME, &text, by, now)
}

#[cfg(test)]
mod tests {
    use kaunter_store::KeyFile;

    use super::*;

    #[test]
    fn what_an_admin_set_holds_after_a_restart_until_the_file_says_something_new() {
        let folder = tempfile::tempdir().unwrap();
        let now: Timestamp = "2026-11-21T01:00:00Z".parse().unwrap();
        let open = || {
            let key = KeyFile::new(folder.path().join("store.key"));
            Store::open(&folder.path().join("store"), &key, now).unwrap()
        };
        let file = PrintWishes { copies: 2, ..PrintWishes::default() };
        let set = PrintWishes { tray: Some("tray-2".into()), two_sided: true, ..PrintWishes::default() };
        let mut store = open();
        assert_eq!(wished(None, &file), file);
        assert_eq!(wished(Some(&store), &file), file);
        keep(&mut store, &set, &file, None, now).unwrap();
        drop(store);
        let store = open();
        assert_eq!(wished(Some(&store), &file), set);
        let written_since = PrintWishes { colour: true, ..file };
        assert_eq!(wished(Some(&store), &written_since), written_since);
    }
}
