//! Which protocol both sides speak.
//!
//! A request names its version in a header; every answer names the range that the server supports. A kiosk that
//! is outside of it is told so by [`crate::ProblemCode::ProtocolUnsupported`] and waits for its update.

use std::{fmt, str::FromStr};

use serde::{Deserialize, Serialize};

/// The version that this crate describes.
pub const VERSION: u16 = 1;
/// Header of a request: the version that it speaks, a decimal number.
pub const PROTOCOL_HEADER: &str = "kaunter-protocol";
/// Header of every answer: the versions that the server speaks, `oldest-newest`.
pub const SUPPORTED_HEADER: &str = "kaunter-supported";

/// Versions that a side speaks, both ends included.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct Supported {
    /// The oldest.
    pub oldest: u16,
    /// The newest.
    pub newest: u16,
}

impl Supported {
    /// What this crate speaks.
    pub const HERE: Self = Self { oldest: VERSION, newest: VERSION };

    /// The newest version that both speak.
    pub fn common(self, other: Self) -> Option<u16> {
        let newest = self.newest.min(other.newest);
        (newest >= self.oldest.max(other.oldest)).then_some(newest)
    }
}

impl fmt::Display for Supported {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{}-{}", self.oldest, self.newest)
    }
}

impl FromStr for Supported {
    type Err = &'static str;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let ends = text.split_once('-').and_then(|(oldest, newest)| Some((oldest.parse().ok()?, newest.parse().ok()?)));
        let (oldest, newest) = ends.ok_or("versions are written oldest-newest")?;
        Ok(Self { oldest, newest })
    }
}
