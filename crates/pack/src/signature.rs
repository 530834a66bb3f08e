//! Signatures in minisign's format, so that an agency can make and check them without us.
//!
//! Signing and verifying are two crates on purpose: the one that verifies has fixed sizes everywhere
//! and does not fall over a cut-off signature. Only prehashed signatures count, as with minisign.

use std::{io::Cursor, path::Path};

use minisign::{KeyPair, PError, SecretKeyBox, SignatureBox};
use minisign_verify::{PublicKey, Signature};

use crate::PackError;

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
        let line = text
            .lines()
            .map(str::trim)
            .rfind(|line| !line.is_empty())
            .unwrap_or_default();
        PublicKey::from_base64(line)
            .map(Self)
            .map_err(|error| PackError::BadKey {
                reason: error.to_string(),
            })
    }

    /// Reads a public key from its file, as [`TrustedKey::parse`].
    ///
    /// # Errors
    /// The file cannot be read, or [`PackError::BadKey`].
    pub fn from_file(path: &Path) -> Result<Self, PackError> {
        let unreadable = |source| PackError::Unreadable {
            path: path.to_owned(),
            source,
        };
        Self::parse(&std::fs::read_to_string(path).map_err(unreadable)?)
    }
}

impl SigningKey {
    /// Whether a secret key's file asks for a password.
    pub fn needs_password(text: &str) -> bool {
        Self::parse(text, None).is_err()
    }

    /// Opens a secret key with its password, or without one if it was made so.
    ///
    /// # Errors
    /// [`PackError::BadKey`]: not a key, or not its password.
    pub fn parse(text: &str, password: Option<String>) -> Result<Self, PackError> {
        let boxed = SecretKeyBox::from_string(text).map_err(bad_key)?;
        match password {
            Some(password) => boxed.into_secret_key(Some(password)),
            None => boxed.into_unencrypted_secret_key(),
        }
        .map(Self)
        .map_err(bad_key)
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
        minisign::sign(
            None,
            &self.0,
            Cursor::new(packed),
            Some(comment.trim()),
            Some(untrusted),
        )
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
        let secret = pair
            .sk
            .to_box(Some("secret key for content packs"))
            .map_err(bad_key)?;
        let public = pair.pk.to_box().map_err(bad_key)?;
        Ok(Self {
            secret: secret.into_string(),
            public: public.into_string(),
        })
    }
}

/// Whether any of the trusted keys signed exactly these bytes; gives the signed comment.
///
/// # Errors
/// [`PackError::SignatureWrong`].
pub fn verify(packed: &[u8], signature: &str, keys: &[TrustedKey]) -> Result<String, PackError> {
    let wrong = |error: minisign_verify::Error| PackError::SignatureWrong {
        reason: error.to_string(),
    };
    let signature = Signature::decode(signature).map_err(wrong)?;
    let mut refusal = PackError::SignatureWrong {
        reason: "no key is trusted here".into(),
    };
    for TrustedKey(key) in keys {
        match key.verify(packed, &signature, false) {
            Ok(()) => return Ok(signature.trusted_comment().to_owned()),
            Err(error) => refusal = wrong(error),
        }
    }
    Err(refusal)
}

fn bad_key(error: PError) -> PackError {
    PackError::BadKey {
        reason: error.to_string(),
    }
}
