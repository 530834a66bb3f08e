//! Content packs on offer.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use crate::Digest;

/// `GET /v1/packs`: what this kiosk should have. What it has and is not offered stays.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct PackListing {
    /// One for each pack, the version for this kiosk.
    pub offers: Vec<PackOffer>,
}

/// A built pack, fetched by `GET /v1/packs/{sha256}`, by ranges too.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct PackOffer {
    /// Id of the pack.
    pub pack: String,
    /// Its version.
    pub version: String,
    /// Its channel: `stable` unless the agency has others.
    pub channel: String,
    /// Bytes.
    pub size: u64,
    /// SHA-256 of them.
    pub sha256: Digest,
    /// Text of its minisign signature. The kiosk checks it before it unpacks anything.
    pub signature: String,
    /// When it was published.
    pub published_at: Timestamp,
}
