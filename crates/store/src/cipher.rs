//! Keys, and what is encrypted under them. It must never know what the bytes are.

use chacha20poly1305::{
    KeyInit, XChaCha20Poly1305, XNonce,
    aead::{Aead, Payload},
};
use zeroize::Zeroizing;

use crate::StoreError;

/// Bytes of a nonce: long enough to be drawn at random.
const NONCE: usize = 24;

/// A key of 256 bits, overwritten when it is dropped.
#[derive(Clone)]
pub(crate) struct Key(Zeroizing<[u8; 32]>);

impl Key {
    /// One that nobody can guess.
    pub fn random() -> Result<Self, StoreError> {
        let mut bytes = Zeroizing::new([0; 32]);
        fill_random(&mut *bytes)?;
        Ok(Self(bytes))
    }

    /// From its bytes.
    pub fn from_bytes(bytes: [u8; 32]) -> Self {
        Self(Zeroizing::new(bytes))
    }

    /// Its bytes.
    pub fn bytes(&self) -> &[u8; 32] {
        &self.0
    }

    /// A key for one purpose, from which this one cannot be found.
    pub fn derive(&self, purpose: &str) -> Self {
        Self(Zeroizing::new(blake3::derive_key(purpose, &*self.0)))
    }

    /// A hash that only this key gives.
    pub fn hash(&self, bytes: &[u8]) -> blake3::Hash {
        blake3::keyed_hash(&self.0, bytes)
    }

    /// The bytes, encrypted and bound to what they are about.
    pub fn lock(&self, plain: &[u8], about: &[u8]) -> Result<Vec<u8>, StoreError> {
        let mut nonce = [0; NONCE];
        fill_random(&mut nonce)?;
        let payload = Payload { msg: plain, aad: about };
        // Fails only beyond 256 GiB.
        let locked = self.cipher().encrypt(XNonce::from_slice(&nonce), payload);
        let locked = locked.map_err(|_| StoreError::DiskFull)?;
        Ok([&nonce, locked.as_slice()].concat())
    }

    /// What was locked; `None` where the key, the bytes or what they are about are others.
    pub fn unlock(&self, locked: &[u8], about: &[u8]) -> Option<Zeroizing<Vec<u8>>> {
        let (nonce, locked) = locked.split_at_checked(NONCE)?;
        let payload = Payload { msg: locked, aad: about };
        self.cipher().decrypt(XNonce::from_slice(nonce), payload).ok().map(Zeroizing::new)
    }

    /// Another key, encrypted under this one.
    pub fn wrap_key(&self, key: &Self, about: &[u8]) -> Result<Vec<u8>, StoreError> {
        self.lock(&*key.0, about)
    }

    /// A key that was wrapped.
    pub fn unwrap_key(&self, wrapped: &[u8], about: &[u8]) -> Option<Self> {
        let bytes = self.unlock(wrapped, about)?;
        Some(Self(Zeroizing::new(bytes.as_slice().try_into().ok()?)))
    }

    fn cipher(&self) -> XChaCha20Poly1305 {
        XChaCha20Poly1305::new((&*self.0).into())
    }
}

/// Fills with bytes that nobody can guess.
pub(crate) fn fill_random(bytes: &mut [u8]) -> Result<(), StoreError> {
    getrandom::fill(bytes).map_err(|_| StoreError::NoRandomness)
}

/// A number below `limit`, all of them as likely.
pub(crate) fn random_below(limit: u32) -> Result<u32, StoreError> {
    let fair = u32::MAX - u32::MAX % limit;
    loop {
        let mut bytes = [0; 4];
        fill_random(&mut bytes)?;
        let drawn = u32::from_le_bytes(bytes);
        if drawn < fair {
            return Ok(drawn % limit);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_same_key_and_the_same_matter_open_it_and_no_changed_byte_does() {
        let key = Key::random().unwrap();
        let locked = key.lock(b"12 Harbour Road", b"draft 1").unwrap();
        assert_eq!(key.unlock(&locked, b"draft 1").unwrap().as_slice(), b"12 Harbour Road");
        assert!(key.unlock(&locked, b"draft 2").is_none());
        assert!(Key::random().unwrap().unlock(&locked, b"draft 1").is_none());
        assert!(key.derive("something else").unlock(&locked, b"draft 1").is_none());
        for at in 0..locked.len() {
            let mut changed = locked.clone();
            changed[at] ^= 1;
            assert!(key.unlock(&changed, b"draft 1").is_none(), "byte {at}");
            assert!(key.unlock(&locked[..at], b"draft 1").is_none(), "cut at {at}");
        }
    }
}
