//! Signatures in minisign's format, so that an agency can make and check them without us.
//!
//! Signing and verifying are two crates on purpose: the one that verifies has fixed sizes everywhere
//! and does not fall over a cut-off signature. Only prehashed signatures count, as with minisign.

use std::{io::Cursor, ops::Range, path::Path};

use base64::{Engine, prelude::BASE64_STANDARD as STANDARD};
use minisign::{KeyPair, PError, SecretKeyBox, SignatureBox};
use minisign_verify::{PublicKey, Signature};

use crate::PackError;

/// Length of a secret key in bytes, as minisign writes it.
const SECRET_LENGTH: usize = 158;
/// Where it names the derivation of its encryption; zeros stand for none.
const KDF: Range<usize> = 2..4;

/// A public key whose packs a kiosk installs.
#[derive(Debug, Clone)]
pub struct TrustedKey(PublicKey);

/// A secret key, opened with its password.
pub struct SigningKey(minisign::SecretKey);

/// A fresh key pair as the texts of its two files.
pub struct NewKeys {
    /// For the machine that signs, and for no other.
    pub secret: String,
    /// For every kiosk.
    pub public: String,
}

impl TrustedKey {
    /// Reads a public key: minisign's two lines, or the second line alone.
    ///
    /// # Errors
    /// [`PackError::BadKey`].
    pub fn parse(text: &str) -> Result<Self, PackError> {
        let line = text.lines().map(str::trim).rfind(|line| !line.is_empty()).unwrap_or_default();
        PublicKey::from_base64(line).map(Self).map_err(|error| PackError::BadKey { reason: error.to_string() })
    }

    /// Reads a public key from its file, as [`TrustedKey::parse`].
    ///
    /// # Errors
    /// [`PackError::BadKey`], also where the file cannot be read.
    pub fn from_file(path: &Path) -> Result<Self, PackError> {
        let of_file =
            |reason: &dyn std::fmt::Display| PackError::BadKey { reason: format!("{}: {reason}", path.display()) };
        let text = std::fs::read_to_string(path).map_err(|error| of_file(&error))?;
        Self::parse(&text).map_err(|error| match error {
            PackError::BadKey { reason } => of_file(&reason),
            other => other,
        })
    }
}

impl SigningKey {
    /// Whether a secret key's file asks for a password.
    ///
    /// # Errors
    /// [`PackError::BadKey`]: not a secret key.
    pub fn needs_password(text: &str) -> Result<bool, PackError> {
        Ok(secret_bytes(text)?[KDF] != [0, 0])
    }

    /// Opens a secret key with its password, or without one if it was made so.
    ///
    /// # Errors
    /// [`PackError::BadKey`]: not a key, or not its password.
    pub fn parse(text: &str, password: Option<String>) -> Result<Self, PackError> {
        if Self::needs_password(text)? {
            let password = password.ok_or_else(|| PackError::BadKey { reason: "it needs a password".into() })?;
            let boxed = SecretKeyBox::from_string(text).map_err(bad_key)?;
            return boxed.into_secret_key(Some(password)).map(Self).map_err(bad_key);
        }
        // Not through the box: minisign leaves the checksum of a key without a password empty.
        minisign::SecretKey::from_bytes(&secret_bytes(text)?).map(Self).map_err(bad_key)
    }

    /// Signs a built pack; the result is the text of its `.minisig` file.
    ///
    /// `comment` is signed too, and shown by minisign when it verifies; control characters become spaces.
    ///
    /// # Errors
    /// [`PackError::BadKey`] when the system gives no random numbers.
    pub fn sign(&self, packed: &[u8], comment: &str) -> Result<String, PackError> {
        let comment = comment.replace(char::is_control, " ");
        let untrusted = "signature of a content pack";
        let public = minisign::PublicKey::from_secret_key(&self.0).map_err(bad_key)?;
        minisign::sign(Some(&public), &self.0, Cursor::new(packed), Some(comment.trim()), Some(untrusted))
            .map(SignatureBox::into_string)
            .map_err(bad_key)
    }
}

impl NewKeys {
    /// Makes a key pair; without a password the secret key's file alone is enough to sign.
    ///
    /// # Errors
    /// [`PackError::BadKey`] when the system gives no random numbers or memory.
    pub fn generate(password: Option<String>) -> Result<Self, PackError> {
        let pair = match password {
            Some(password) => KeyPair::generate_encrypted_keypair(Some(password)),
            None => KeyPair::generate_unencrypted_keypair(),
        };
        let pair = pair.map_err(bad_key)?;
        let secret = pair.sk.to_box(Some("secret key for content packs")).map_err(bad_key)?;
        let public = pair.pk.to_box().map_err(bad_key)?;
        Ok(Self { secret: secret.into_string(), public: public.into_string() })
    }
}

/// Whether any of the trusted keys signed exactly these bytes; gives the signed comment.
///
/// # Errors
/// [`PackError::SignatureWrong`].
pub fn verify(packed: &[u8], signature: &str, keys: &[TrustedKey]) -> Result<String, PackError> {
    let wrong = |error: minisign_verify::Error| PackError::SignatureWrong { reason: error.to_string() };
    let signature = Signature::decode(signature).map_err(wrong)?;
    let mut refusal = PackError::SignatureWrong { reason: "no key is trusted here".into() };
    for TrustedKey(key) in keys {
        match key.verify(packed, &signature, false) {
            Ok(()) => return Ok(signature.trusted_comment().to_owned()),
            Err(error) => refusal = wrong(error),
        }
    }
    Err(refusal)
}

/// The bytes of a secret key's file: algorithm, key derivation, the key itself.
fn secret_bytes(text: &str) -> Result<Vec<u8>, PackError> {
    let line = text.lines().nth(1).unwrap_or_default().trim();
    let bytes = STANDARD.decode(line).ok().filter(|bytes| bytes.len() == SECRET_LENGTH);
    bytes.ok_or_else(|| PackError::BadKey { reason: "it is not a secret key".into() })
}

fn bad_key(error: PError) -> PackError {
    PackError::BadKey { reason: error.to_string() }
}
