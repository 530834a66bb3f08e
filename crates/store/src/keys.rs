//! Where the store's key comes from: a file that only its owner may read, or a credential of systemd.
//! Never from a command line, an environment variable or the code.

use std::path::{Path, PathBuf};

use zeroize::Zeroizing;

use crate::StoreError;

/// Everything in the store hangs on it. What encrypts is derived from it, for one purpose each.
pub struct StoreKey(Zeroizing<[u8; 32]>);

impl StoreKey {
    /// From 32 bytes that nobody can guess.
    pub fn new(bytes: [u8; 32]) -> Self {
        Self(Zeroizing::new(bytes))
    }
}

/// Gives the store's key.
pub trait KeyProvider {
    /// The key, or `None` where there is none yet.
    ///
    /// # Errors
    /// [`StoreError::KeyExposed`] or [`StoreError::KeyUnusable`].
    fn read(&self) -> Result<Option<StoreKey>, StoreError>;

    /// Makes a key and keeps it; asked only where there is neither a key nor a store.
    ///
    /// # Errors
    /// [`StoreError::KeyMissing`] where this provider cannot make one, or the disk's.
    fn create(&self) -> Result<StoreKey, StoreError>;

    /// Where it looks, for people.
    fn place(&self) -> String;
}

/// A key in a file of mode 0600.
#[derive(Debug, Clone)]
pub struct KeyFile(PathBuf);

impl KeyFile {
    /// At this path. It should not lie in the data folder, so that a copy of that folder says nothing.
    pub fn new(path: impl Into<PathBuf>) -> Self {
        Self(path.into())
    }
}

impl KeyProvider for KeyFile {
    fn read(&self) -> Result<Option<StoreKey>, StoreError> {
        unimplemented!()
    }

    fn create(&self) -> Result<StoreKey, StoreError> {
        unimplemented!()
    }

    fn place(&self) -> String {
        self.0.display().to_string()
    }
}

/// A key that systemd hands to the service, decrypted by the machine's TPM where the unit says so.
#[derive(Debug, Clone)]
pub struct SystemdCredential(PathBuf);

impl SystemdCredential {
    /// Name of the credential in the unit.
    pub const NAME: &'static str = "kaunter-store-key";

    /// The credential in this folder of credentials.
    pub fn within(credentials: &Path) -> Self {
        Self(credentials.join(Self::NAME))
    }
}

impl KeyProvider for SystemdCredential {
    fn read(&self) -> Result<Option<StoreKey>, StoreError> {
        unimplemented!()
    }

    fn create(&self) -> Result<StoreKey, StoreError> {
        unimplemented!()
    }

    fn place(&self) -> String {
        self.0.display().to_string()
    }
}

/// The provider of this machine: the credential where systemd gives one to this process, else this file.
pub fn machine_key(key_file: &Path) -> Box<dyn KeyProvider> {
    let _ = key_file;
    unimplemented!()
}

/// The key file where none is named: `KAUNTER_KEY_FILE`, else `kaunter/store.key` in the user's configuration.
pub fn usual_key_file() -> Option<PathBuf> {
    unimplemented!()
}
