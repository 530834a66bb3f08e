//! What a kiosk shows to be let in, and the one-time code by which it first gets there.
//!
//! The kiosk draws its credential itself and tells only its digest when it enrols or changes it. So an answer that
//! is lost on the way can be asked for again, and a server never holds what it could give away.

use std::fmt;

use base64::{Engine, engine::general_purpose::URL_SAFE_NO_PAD};
use serde::{Deserialize, Serialize};
use zeroize::Zeroizing;

use crate::Digest;

/// What a credential begins with, so that one that leaked is recognised.
const MARK: &str = "kaunter_";
/// Letters of a code: those that do not look like another.
const LETTERS: &[u8; 32] = b"23456789ABCDEFGHJKLMNPQRSTUVWXYZ";

/// The secret of one kiosk: 32 random bytes. It is sent as `Authorization: Bearer kaunter_…` and kept encrypted.
#[derive(Clone)]
pub struct Credential(Zeroizing<String>);

/// SHA-256 of a credential as it is written. Of 256 random bits it tells nothing, so no slow hash is needed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
#[serde(transparent)]
pub struct CredentialDigest(pub Digest);

impl Credential {
    /// From 32 bytes that the caller drew from the system's randomness.
    pub fn from_random(bytes: &[u8; 32]) -> Self {
        Self(Zeroizing::new(format!("{MARK}{}", URL_SAFE_NO_PAD.encode(bytes))))
    }

    /// What stands behind `Bearer`; `None` where it can be no credential.
    pub fn read(text: &str) -> Option<Self> {
        let bytes = Zeroizing::new(URL_SAFE_NO_PAD.decode(text.strip_prefix(MARK)?).ok()?);
        (bytes.len() == 32).then(|| Self(Zeroizing::new(text.to_owned())))
    }

    /// As it is sent and kept.
    pub fn expose(&self) -> &str {
        &self.0
    }

    /// All that the server keeps of it.
    pub fn digest(&self) -> CredentialDigest {
        CredentialDigest(Digest::of(self.0.as_bytes()))
    }
}

impl fmt::Debug for Credential {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str("Credential(…)")
    }
}

/// Enrols one kiosk, once, within minutes: 16 letters and digits (80 random bits) in groups of four.
#[derive(Clone, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema), schema(value_type = String))]
#[serde(from = "String", into = "String")]
pub struct EnrolmentCode(Zeroizing<String>);

impl EnrolmentCode {
    /// From 16 bytes that the caller drew from the system's randomness; five bits of each are used.
    pub fn from_random(bytes: &[u8; 16]) -> Self {
        Self(Zeroizing::new(bytes.iter().map(|byte| char::from(LETTERS[usize::from(byte % 32)])).collect()))
    }

    /// What somebody typed, in any case, with any spaces and hyphens.
    pub fn read(typed: &str) -> Self {
        let letters = typed.chars().filter(|c| !c.is_whitespace() && *c != '-');
        Self(Zeroizing::new(letters.map(|c| c.to_ascii_uppercase()).collect()))
    }

    /// To be shown: `ABCD-EFGH-JKLM-NPQR`.
    pub fn grouped(&self) -> String {
        let letters: Vec<char> = self.0.chars().collect();
        letters.chunks(4).map(|group| group.iter().collect::<String>()).collect::<Vec<_>>().join("-")
    }

    /// All that the server keeps of it.
    pub fn digest(&self) -> Digest {
        Digest::of(self.0.as_bytes())
    }
}

impl From<String> for EnrolmentCode {
    fn from(typed: String) -> Self {
        Self::read(&Zeroizing::new(typed))
    }
}

impl From<EnrolmentCode> for String {
    fn from(code: EnrolmentCode) -> Self {
        code.0.as_str().to_owned()
    }
}

impl fmt::Debug for EnrolmentCode {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str("EnrolmentCode(…)")
    }
}
