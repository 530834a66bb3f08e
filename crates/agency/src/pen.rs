//! The agency's signing key: made at the first start, kept in a file that only the server's user reads.
//!
//! It must never be printed, logged, or kept in the database.

use std::{
    fs, io,
    path::{Path, PathBuf},
};

use kaunter_protocol::{AgencyKey, Binary, Digest, KeyId, Signed, Statement};
use ring::{
    hmac,
    rand::{SecureRandom, SystemRandom},
    signature::{Ed25519KeyPair, KeyPair},
};
use zeroize::Zeroizing;

use crate::private::{shut, sync_folder_of, write_private};

/// Signs receipts, notices and status.
pub struct Pen {
    pair: Ed25519KeyPair,
    memo: hmac::Key,
    key: AgencyKey,
    id: KeyId,
}

/// Why there is no key.
#[derive(Debug, thiserror::Error)]
pub enum PenFault {
    /// The file cannot be read or made.
    #[error("{path}: {source}")]
    Disk {
        /// The file.
        path: PathBuf,
        /// What the system says.
        source: io::Error,
    },
    /// There is something else in the file.
    #[error("{0} holds no Ed25519 key (PKCS #8)")]
    NoKey(PathBuf),
    /// The system has no randomness.
    #[error("the system gives no random bytes")]
    NoRandomness,
}

impl PenFault {
    /// Kebab-case code.
    pub fn code(&self) -> &'static str {
        match self {
            Self::Disk { .. } => "signing-key-unreadable",
            Self::NoKey(_) => "signing-key-malformed",
            Self::NoRandomness => "no-randomness",
        }
    }
}

impl Pen {
    /// Opens the key in a file (PKCS #8), and makes one where there is none. A file that others could read is shut to them.
    ///
    /// # Errors
    /// [`PenFault`].
    pub fn open(path: &Path) -> Result<Self, PenFault> {
        if !path.exists() {
            make(path)?;
        }
        shut(path);
        let kept = Zeroizing::new(fs::read(path).map_err(|source| disk(path, source))?);
        let pair = Ed25519KeyPair::from_pkcs8(&kept).map_err(|_| PenFault::NoKey(path.to_owned()))?;
        let key = AgencyKey(Binary(pair.public_key().as_ref().to_vec()));
        Ok(Self { memo: hmac::Key::new(hmac::HMAC_SHA256, &kept), id: key.id(), key, pair })
    }

    /// The public key.
    pub fn key(&self) -> &AgencyKey {
        &self.key
    }

    /// Its name.
    pub fn id(&self) -> KeyId {
        self.id.clone()
    }

    /// The 64 bytes of a signature.
    pub fn sign(&self, bytes: &[u8]) -> Vec<u8> {
        self.pair.sign(bytes).as_ref().to_vec()
    }

    /// A statement under the agency's signature.
    ///
    /// # Errors
    /// It cannot be written as JSON.
    pub fn state<T: Statement>(&self, said: &T) -> serde_json::Result<Signed> {
        Signed::by(said, self.id(), |bytes| self.sign(bytes))
    }

    /// Recognises a text that was seen before, and tells it to nobody who has only the database.
    pub fn memo(&self, parts: &[&str]) -> Digest {
        let mut context = hmac::Context::with_key(&self.memo);
        for part in parts {
            context.update(&(part.len() as u64).to_be_bytes());
            context.update(part.as_bytes());
        }
        let mut bytes = [0; 32];
        bytes.copy_from_slice(context.sign().as_ref());
        bytes.into()
    }
}

/// Random bytes of the system.
///
/// # Errors
/// [`PenFault::NoRandomness`].
pub fn random<const N: usize>() -> Result<[u8; N], PenFault> {
    let mut bytes = [0; N];
    SystemRandom::new().fill(&mut bytes).map_err(|_| PenFault::NoRandomness)?;
    Ok(bytes)
}

/// Two that start at once end with the same key: the first to link its file wins.
fn make(path: &Path) -> Result<(), PenFault> {
    let made = Ed25519KeyPair::generate_pkcs8(&SystemRandom::new()).map_err(|_| PenFault::NoRandomness)?;
    let draft = path.with_extension(format!("{:x}", u64::from_be_bytes(random()?)));
    let written = write_private(&draft, made.as_ref()).and_then(|()| match fs::hard_link(&draft, path) {
        Err(error) if error.kind() != io::ErrorKind::AlreadyExists => Err(error),
        _ => Ok(()),
    });
    let _ = fs::remove_file(&draft);
    written.and_then(|()| sync_folder_of(path)).map_err(|source| disk(path, source))
}

fn disk(path: &Path, source: io::Error) -> PenFault {
    PenFault::Disk { path: path.to_owned(), source }
}
