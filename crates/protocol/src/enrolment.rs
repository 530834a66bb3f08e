//! How a kiosk becomes one of the agency's, and how it changes its credential.

use serde::{Deserialize, Serialize};

use crate::{AgencyKey, CredentialDigest, EnrolmentCode, KioskId, SiteId, TenantId};

/// `POST /v1/enrol`. The same again, with the same credential, is answered the same: an answer can be lost.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct Enrol {
    /// The one-time code.
    pub code: EnrolmentCode,
    /// Digest of the credential that the kiosk drew and has already kept.
    pub credential: CredentialDigest,
}

/// What the kiosk now is. It checks every receipt with `agency_key`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct Enrolled {
    /// Its agency.
    pub tenant: TenantId,
    /// Its site.
    pub site: SiteId,
    /// Its own name.
    pub kiosk: KioskId,
    /// The agency's public key: receipts, notices and status are signed with it.
    pub agency_key: AgencyKey,
}

/// `POST /v1/credential`. The one in use stays valid until the new one is first shown.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct Rotate {
    /// Digest of the next credential, which the kiosk drew and has already kept.
    pub next: CredentialDigest,
}

/// The next credential is known.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct Rotated {
    /// Whose it is.
    pub kiosk: KioskId,
}
