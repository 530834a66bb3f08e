//! Forms on a stick: what files are called, and which of them a kiosk wrote. Whoever reads that needs the kiosk's secret, or
//! its digest, to believe it.

use jiff::Timestamp;
use ring::hmac;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::{CredentialDigest, Digest, SiteId, Statement, TenantId};

/// Ends the name of a form's file, `<id>.kform`: an [`crate::Envelope`].
pub const FORM_FILE: &str = "kform";
/// Ends the name of a receipt's file, `<id>.kreceipt`: a [`crate::Receipt`].
pub const RECEIPT_FILE: &str = "kreceipt";
/// Ends the name of a notice's file: a [`crate::Signed`] notice.
pub const NOTICE_FILE: &str = "knotice";
/// Ends the name of the list of what an agency put onto a stick: [`crate::Signed`] [`StickContents`].
pub const CONTENTS_FILE: &str = "klist";

/// Separates this from everything else that is authenticated with the same secret.
const DOMAIN: &str = "kaunter stick 1\n";

/// What one kiosk has on a stick.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct StickList {
    /// The kiosk; nothing where it is not enrolled.
    pub kiosk: Option<String>,
    /// Its agency.
    pub tenant: Option<String>,
    /// When it was written, by the kiosk's clock.
    pub made_at: Timestamp,
    /// The forms.
    pub forms: Vec<StickForm>,
}

/// One of them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct StickForm {
    /// Its id.
    pub id: Uuid,
    /// SHA-256 of its sealed bytes.
    pub sha256: Digest,
    /// SHA-256 of its file, to the byte: so what stands beside the sealed bytes is vouched for too. Older kiosks do not write
    /// it; they vouch for the sealed bytes alone.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub file: Option<Digest>,
}

/// A manifest and what proves it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SignedList {
    /// The manifest's JSON, to the byte.
    pub manifest: String,
    /// HMAC-SHA256 of it, in hexadecimal, under the SHA-256 of the kiosk's credential; nothing where there is none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub hmac: Option<Digest>,
}

/// What an agency put onto a stick for the kiosks of a site. It vouches for nothing: whatever is taken from a stick is signed,
/// or known, by itself. It tells what should be there.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct StickContents {
    /// The agency.
    pub tenant: TenantId,
    /// Where the kiosks stand.
    pub site: SiteId,
    /// When it was written, by the agency's clock.
    pub made_at: Timestamp,
    /// Everything but this list.
    pub files: Vec<StickFile>,
}

impl Statement for StickContents {
    const DOMAIN: &'static str = "kaunter stick contents 1";
}

/// A file that lies on a stick once it is whole.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct StickFile {
    /// Its name in the list's folder.
    pub name: String,
    /// Bytes.
    pub bytes: u64,
    /// SHA-256 of them.
    pub sha256: Digest,
}

/// Name of a kiosk's manifest.
pub fn stick_list_name(kiosk: Option<&str>) -> String {
    format!("kaunter-{}.json", kiosk.unwrap_or("kiosk"))
}

impl SignedList {
    /// Vouches for a manifest.
    ///
    /// # Errors
    /// It cannot be written as JSON.
    pub fn by(manifest: &StickList, credential: Option<CredentialDigest>) -> serde_json::Result<Self> {
        let manifest = serde_json::to_string(manifest)?;
        let hmac = credential.map(|credential| {
            let tag = hmac::sign(&key(credential), &said(&manifest));
            let mut bytes = [0; 32];
            bytes.copy_from_slice(tag.as_ref());
            bytes.into()
        });
        Ok(Self { manifest, hmac })
    }

    /// The manifest, if the kiosk with this credential wrote it.
    pub fn open(&self, credential: CredentialDigest) -> Option<StickList> {
        let tag = self.hmac?;
        hmac::verify(&key(credential), &said(&self.manifest), tag.as_bytes()).ok()?;
        serde_json::from_str(&self.manifest).ok()
    }

    /// What it says, believed or not.
    pub fn unproved(&self) -> Option<StickList> {
        serde_json::from_str(&self.manifest).ok()
    }
}

fn key(credential: CredentialDigest) -> hmac::Key {
    hmac::Key::new(hmac::HMAC_SHA256, credential.0.as_bytes())
}

fn said(manifest: &str) -> Vec<u8> {
    [DOMAIN.as_bytes(), manifest.as_bytes()].concat()
}
