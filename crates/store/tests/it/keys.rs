//! The store's key: made once, kept from others, never replaced by a guess.

use std::fs;

use kaunter_store::{KeyFile, KeyProvider, StoreKey, SystemdCredential};

use crate::kiosk::{Kiosk, MORNING, begun, files};

#[test]
fn the_key_is_made_once_for_its_owner_alone_and_lies_outside_the_data() {
    let kiosk = Kiosk::new();
    drop(kiosk.open());
    let made = fs::read(kiosk.key_file()).unwrap();
    drop(kiosk.open());
    assert_eq!(fs::read(kiosk.key_file()).unwrap(), made);
    assert_eq!(made.len(), 65, "64 digits and the end of the line");
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        let mode = |path| fs::metadata(path).unwrap().permissions().mode() & 0o777;
        assert_eq!(mode(kiosk.key_file()), 0o600);
        for file in files(&kiosk.folder()) {
            assert_eq!(mode(file.clone()) & 0o077, 0, "{}", file.display());
        }
    }
    assert_eq!(files(kiosk.elsewhere.path()).len(), 1, "nothing half made is left");
}

#[cfg(unix)]
#[test]
fn a_key_that_others_can_read_is_refused() {
    use std::os::unix::fs::PermissionsExt;
    let kiosk = Kiosk::new();
    drop(kiosk.open());
    for mode in [0o640, 0o604, 0o620, 0o666] {
        fs::set_permissions(kiosk.key_file(), fs::Permissions::from_mode(mode)).unwrap();
        assert_eq!(kiosk.refused().code(), "store-key-exposed", "{mode:o}");
    }
    fs::set_permissions(kiosk.key_file(), fs::Permissions::from_mode(0o400)).unwrap();
    kiosk.open();
}

#[test]
fn without_its_key_a_store_is_neither_opened_nor_begun_anew() {
    let kiosk = Kiosk::new();
    let mut store = kiosk.open();
    let draft = begun(&mut store);
    drop(store);
    let key = fs::read(kiosk.key_file()).unwrap();
    fs::remove_file(kiosk.key_file()).unwrap();
    assert_eq!(kiosk.refused().code(), "store-key-missing");
    assert!(!kiosk.key_file().exists(), "no other key is made");
    KeyFile::new(kiosk.key_file()).create().unwrap();
    assert_eq!(kiosk.refused().code(), "store-key-wrong");
    for unusable in ["", "00", "not a key", &"0".repeat(63), &"g".repeat(64), &"0".repeat(65)] {
        fs::write(kiosk.key_file(), unusable).unwrap();
        assert_eq!(kiosk.refused().code(), "store-key-unusable", "{unusable}");
    }
    fs::write(kiosk.key_file(), key).unwrap();
    assert_eq!(kiosk.open().answers(draft).unwrap().len(), 2);
    assert_eq!(
        fs::read_dir(kiosk.folder())
            .unwrap()
            .filter(|entry| { entry.as_ref().unwrap().file_name().to_string_lossy().starts_with("set-aside") })
            .count(),
        0
    );
}

#[test]
fn a_credential_of_systemd_serves_and_is_never_made_by_the_kiosk() {
    let kiosk = Kiosk::new();
    let credential = SystemdCredential::within(kiosk.elsewhere.path());
    let refused = kaunter_store::Store::open(&kiosk.folder(), &credential, MORNING).err().unwrap();
    assert_eq!(refused.code(), "store-key-missing");
    fs::write(kiosk.elsewhere.path().join(SystemdCredential::NAME), format!("{}\n", "5a".repeat(32))).unwrap();
    let mut store = kaunter_store::Store::open(&kiosk.folder(), &credential, MORNING).unwrap();
    begun(&mut store);
    drop(store);
    struct Known;
    impl KeyProvider for Known {
        fn read(&self) -> Result<Option<StoreKey>, kaunter_store::StoreError> {
            Ok(Some(StoreKey::new([0x5a; 32])))
        }
        fn create(&self) -> Result<StoreKey, kaunter_store::StoreError> {
            unreachable!("there is a key")
        }
        fn place(&self) -> String {
            "here".to_owned()
        }
    }
    let store = kaunter_store::Store::open(&kiosk.folder(), &Known, MORNING).unwrap();
    assert_eq!(store.drafts().unwrap().len(), 1);
}
