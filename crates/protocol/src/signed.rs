//! What the agency signs: a text, for one purpose, with Ed25519 (RFC 8032).
//!
//! The text is kept as it was signed, so that fields which a reader does not know are covered too.

use std::fmt;

use base64::{Engine, engine::general_purpose::STANDARD};
use ring::signature::{ED25519, UnparsedPublicKey};
use serde::{Deserialize, Serialize, de::DeserializeOwned};

use crate::{Binary, Digest};

/// The agency's public key: 32 bytes, as base64.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
#[serde(transparent)]
pub struct AgencyKey(pub Binary);

/// Names a key: the first 16 hexadecimal digits of its SHA-256.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
#[serde(transparent)]
pub struct KeyId(pub String);

impl AgencyKey {
    /// Its name.
    pub fn id(&self) -> KeyId {
        KeyId(Digest::of(&self.0.0).to_string()[..16].to_owned())
    }

    pub(crate) fn has_signed(&self, bytes: &[u8], signature: &Binary) -> bool {
        UnparsedPublicKey::new(&ED25519, &self.0.0).verify(bytes, &signature.0).is_ok()
    }
}

impl fmt::Debug for AgencyKey {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(&STANDARD.encode(&self.0.0))
    }
}

/// Something that is said under the agency's signature.
pub trait Statement: Serialize + DeserializeOwned {
    /// Separates its signatures from those of everything else.
    const DOMAIN: &'static str;
}

/// A statement as it was signed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct Signed {
    /// The statement's JSON, to the byte.
    pub statement: String,
    /// By which key.
    pub key: KeyId,
    /// Ed25519 over the domain, a line feed, and the statement's bytes.
    pub signature: Binary,
}

/// Why a signed statement is not believed.
#[derive(Debug, thiserror::Error)]
pub enum SignedFault {
    /// By another key than the agency's.
    #[error("it was signed with the key {found:?}, not with {expected:?}")]
    OtherKey {
        /// The agency's.
        expected: KeyId,
        /// The one it names.
        found: KeyId,
    },
    /// The signature is not over these bytes.
    #[error("the signature does not hold")]
    Forged,
    /// It is signed and still cannot be read.
    #[error("the statement cannot be read: {0}")]
    Unreadable(serde_json::Error),
}

impl Signed {
    /// The bytes that are signed for a statement.
    pub fn signed_bytes(domain: &str, statement: &str) -> Vec<u8> {
        [domain.as_bytes(), b"\n", statement.as_bytes()].concat()
    }

    /// Signs a statement; `sign` makes the 64 bytes of an Ed25519 signature with the key that `key` names.
    ///
    /// # Errors
    /// It cannot be written as JSON.
    pub fn by<T: Statement>(said: &T, key: KeyId, sign: impl FnOnce(&[u8]) -> Vec<u8>) -> serde_json::Result<Self> {
        let statement = serde_json::to_string(said)?;
        let signature = Binary(sign(&Self::signed_bytes(T::DOMAIN, &statement)));
        Ok(Self { statement, key, signature })
    }

    /// What was said, once the signature holds.
    ///
    /// # Errors
    /// [`SignedFault`].
    pub fn open<T: Statement>(&self, agency: &AgencyKey) -> Result<T, SignedFault> {
        if self.key != agency.id() {
            return Err(SignedFault::OtherKey { expected: agency.id(), found: self.key.clone() });
        }
        if !agency.has_signed(&Self::signed_bytes(T::DOMAIN, &self.statement), &self.signature) {
            return Err(SignedFault::Forged);
        }
        serde_json::from_str(&self.statement).map_err(SignedFault::Unreadable)
    }
}
