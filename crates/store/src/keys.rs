//! Where the store's key comes from: a file that only its owner may read, or a credential of systemd.
//! Never from a command line, an environment variable or the code.

use std::{
    env,
    fmt::Write as _,
    fs::File,
    io::{self, Read},
    path::{Path, PathBuf},
};

use zeroize::Zeroizing;

use crate::{StoreError, cipher::Key, files, platform};

/// Everything in the store hangs on it. What encrypts is derived from it, for one purpose each.
pub struct StoreKey(Key);

impl StoreKey {
    /// From 32 bytes that nobody can guess.
    pub fn new(bytes: [u8; 32]) -> Self {
        Self(Key::from_bytes(bytes))
    }

    fn random() -> Result<Self, StoreError> {
        Key::random().map(Self)
    }

    /// 64 hexadecimal digits, and nothing else but space around them.
    fn read(text: &str) -> Option<Self> {
        let digits = text.trim();
        let mut bytes = Zeroizing::new([0_u8; 32]);
        if digits.len() != 64 || !digits.bytes().all(|digit| digit.is_ascii_hexdigit()) {
            return None;
        }
        for (at, byte) in bytes.iter_mut().enumerate() {
            *byte = u8::from_str_radix(digits.get(2 * at..2 * at + 2)?, 16).ok()?;
        }
        Some(Self::new(*bytes))
    }

    fn written(&self) -> Zeroizing<String> {
        hexadecimal(self.0.bytes())
    }

    /// The key of SQLCipher, which encrypts the pages, in hexadecimal.
    pub(crate) fn of_database(&self) -> Zeroizing<String> {
        hexadecimal(self.0.derive("kaunter-store 1: pages of the database").bytes())
    }

    /// What shows, without a database, whether a key is the one with which the store was begun.
    pub(crate) fn mark(&self) -> String {
        self.0.derive("kaunter-store 1: mark of the key").hash(b"").to_hex().to_string()
    }

    /// The keys of what is encrypted or hashed within the pages.
    pub(crate) fn of_contents(&self) -> ContentKeys {
        ContentKeys {
            wrapping: self.0.derive("kaunter-store 1: wrapping of drafts"),
            codes: self.0.derive("kaunter-store 1: pause codes"),
            persons: self.0.derive("kaunter-store 1: persons"),
        }
    }
}

/// The keys of what is encrypted or hashed within the pages.
pub(crate) struct ContentKeys {
    /// Wraps the keys of drafts and of readable copies.
    pub wrapping: Key,
    /// Hashes pause codes.
    pub codes: Key,
    /// Hashes persons.
    pub persons: Key,
}

fn hexadecimal(bytes: &[u8]) -> Zeroizing<String> {
    // Of its full length at once: a string that grows leaves copies behind.
    let mut text = Zeroizing::new(String::with_capacity(2 * bytes.len()));
    for byte in bytes {
        let _ = write!(text, "{byte:02x}");
    }
    text
}

/// Gives the store's key.
pub trait KeyProvider: Send {
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
        read_key(&self.0, true)
    }

    fn create(&self) -> Result<StoreKey, StoreError> {
        let key = StoreKey::random()?;
        let line = Zeroizing::new(format!("{}\n", *key.written()));
        let folder = self.0.parent().unwrap_or(Path::new("."));
        let made = platform::private_folder(folder).and_then(|()| files::keep_new(&self.0, line.as_bytes()));
        match made {
            Ok(()) => Ok(key),
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {
                self.read()?.ok_or_else(|| StoreError::KeyMissing { looked: self.place() })
            }
            Err(error) => Err(StoreError::of_file(&self.0, &error)),
        }
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
    /// systemd opens the file to the service's user by an access list, which shows as a group's right: it is not
    /// looked at.
    fn read(&self) -> Result<Option<StoreKey>, StoreError> {
        read_key(&self.0, false)
    }

    fn create(&self) -> Result<StoreKey, StoreError> {
        Err(StoreError::KeyMissing { looked: self.place() })
    }

    fn place(&self) -> String {
        self.0.display().to_string()
    }
}

impl KeyProvider for Box<dyn KeyProvider> {
    fn read(&self) -> Result<Option<StoreKey>, StoreError> {
        (**self).read()
    }

    fn create(&self) -> Result<StoreKey, StoreError> {
        (**self).create()
    }

    fn place(&self) -> String {
        (**self).place()
    }
}

/// The provider of this machine: the credential where systemd gives one to this process, else this file.
pub fn machine_key(key_file: &Path) -> Box<dyn KeyProvider> {
    match platform::credentials().map(|folder| SystemdCredential::within(&folder)) {
        Some(credential) if credential.0.exists() => Box::new(credential),
        _ => Box::new(KeyFile::new(key_file)),
    }
}

/// The key file where none is named: `KAUNTER_KEY_FILE`, else `kaunter/store.key` in the user's configuration.
pub fn usual_key_file() -> Option<PathBuf> {
    let named = env::var_os("KAUNTER_KEY_FILE").map(PathBuf::from);
    named.or_else(|| Some(dirs::config_dir()?.join("kaunter").join("store.key")))
}

fn read_key(path: &Path, private: bool) -> Result<Option<StoreKey>, StoreError> {
    let unusable = |reason: String| StoreError::KeyUnusable { path: path.to_owned(), reason };
    let mut file = match File::open(path) {
        Ok(file) => file,
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(None),
        Err(error) => return Err(unusable(error.to_string())),
    };
    let about = file.metadata().map_err(|error| unusable(error.to_string()))?;
    if private && platform::is_exposed(&about) {
        return Err(StoreError::KeyExposed { path: path.to_owned() });
    }
    let mut text = Zeroizing::new(String::with_capacity(128));
    file.by_ref().take(128).read_to_string(&mut text).map_err(|error| unusable(error.to_string()))?;
    StoreKey::read(&text).map(Some).ok_or_else(|| unusable("it is not 64 hexadecimal digits".to_owned()))
}
