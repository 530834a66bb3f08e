//! The agency's word that it has a form. Only after it verified may a kiosk say "received", and forget.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::{AgencyKey, Binary, Digest, KeyId, TenantId};

/// Separates receipts from everything else that is signed, and this layout from later ones.
const DOMAIN: &str = "kaunter receipt 1";

/// Says: these bytes, under this id, are kept by this agency since then.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct Receipt {
    /// The form.
    pub form: Uuid,
    /// SHA-256 of its sealed bytes.
    pub sha256: Digest,
    /// The agency.
    pub tenant: TenantId,
    /// When the server had it on disk, by the server's clock; milliseconds count, finer parts do not.
    pub received_at: Timestamp,
    /// Which key signed.
    pub key: KeyId,
    /// Ed25519 (RFC 8032) over [`Receipt::signed_bytes`].
    pub signature: Binary,
}

/// What a receipt must be for.
#[derive(Debug, Clone, Copy)]
pub struct Expected<'a> {
    /// The form that was sent.
    pub form: Uuid,
    /// SHA-256 of what was sent.
    pub sha256: Digest,
    /// The kiosk's agency.
    pub tenant: &'a TenantId,
}

/// Why a receipt is not believed. The form stays in the outbox.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum ReceiptFault {
    /// It is for another form.
    #[error("the receipt is for another form")]
    OtherForm,
    /// It is for other bytes.
    #[error("the receipt is for other bytes")]
    OtherBytes,
    /// It is another agency's.
    #[error("the receipt is of another agency")]
    OtherAgency,
    /// By another key than the agency's.
    #[error("the receipt is signed with another key")]
    OtherKey,
    /// The signature does not hold.
    #[error("the receipt's signature does not hold")]
    Forged,
}

impl ReceiptFault {
    /// Kebab-case code.
    pub fn code(self) -> &'static str {
        match self {
            Self::OtherForm => "receipt-other-form",
            Self::OtherBytes => "receipt-other-bytes",
            Self::OtherAgency => "receipt-other-agency",
            Self::OtherKey => "receipt-other-key",
            Self::Forged => "receipt-forged",
        }
    }
}

impl Receipt {
    /// A receipt, signed by `sign`, which makes the 64 bytes of an Ed25519 signature with the key that `key` names.
    pub fn by(expected: Expected<'_>, received_at: Timestamp, key: KeyId, sign: impl FnOnce(&[u8]) -> Vec<u8>) -> Self {
        let Expected { form, sha256, tenant } = expected;
        let tenant = tenant.clone();
        let mut receipt = Self { form, sha256, tenant, received_at, key, signature: Binary::default() };
        receipt.signature = Binary(sign(&receipt.signed_bytes()));
        receipt
    }

    /// What is signed: the domain, then each field behind its length (8 bytes, big-endian). Nothing in a field can
    /// be taken for the end of it. Times are milliseconds since 1970, 8 bytes, big-endian.
    pub fn signed_bytes(&self) -> Vec<u8> {
        let at = self.received_at.as_millisecond().to_be_bytes();
        let fields: [&[u8]; 6] = [
            DOMAIN.as_bytes(),
            self.form.as_bytes(),
            self.sha256.as_bytes(),
            self.tenant.as_str().as_bytes(),
            &at,
            self.key.0.as_bytes(),
        ];
        let mut bytes = Vec::with_capacity(192);
        for field in fields {
            bytes.extend((field.len() as u64).to_be_bytes());
            bytes.extend(field);
        }
        bytes
    }

    /// Whether the agency says so, and of exactly this.
    ///
    /// # Errors
    /// [`ReceiptFault`].
    pub fn verify(&self, expected: Expected<'_>, agency: &AgencyKey) -> Result<(), ReceiptFault> {
        let faults = [
            (self.form != expected.form, ReceiptFault::OtherForm),
            (self.sha256 != expected.sha256, ReceiptFault::OtherBytes),
            (self.tenant != *expected.tenant, ReceiptFault::OtherAgency),
            (self.key != agency.id(), ReceiptFault::OtherKey),
            (!agency.has_signed(&self.signed_bytes(), &self.signature), ReceiptFault::Forged),
        ];
        faults.into_iter().find(|(holds, _)| *holds).map_or(Ok(()), |(_, fault)| Err(fault))
    }
}
