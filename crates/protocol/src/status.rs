//! How far applications are, as a kiosk keeps it without a network.
//!
//! A kiosk can be stolen, and whoever has it has all that it needs to look something up. So a row is named by
//! Argon2id over the reference number (and whatever else the agency asks for, such as a day of birth), with a salt
//! of its site, and its text is encrypted with what else comes out. Listing people then costs one Argon2id for each
//! number that is tried. With the usual cost (64 MiB, three passes; RFC 9106, second recommendation, one lane) a core
//! tries fewer than ten numbers a second: ten million numbers take twelve days of a core and another site's take as long
//! again. An agency whose numbers are shorter than that shall ask for a second thing; the import refuses otherwise.

use argon2::{Algorithm, Argon2, Block, Params, Version};
use jiff::Timestamp;
use ring::aead::{Aad, CHACHA20_POLY1305, LessSafeKey, NONCE_LEN, Nonce, UnboundKey};
use serde::{Deserialize, Serialize};
use zeroize::Zeroizing;

use crate::{Binary, SiteId, Statement, TenantId};

/// Length of a site's salt.
pub const SALT_BYTES: usize = 16;
/// Length of a row's name.
const NAME_BYTES: usize = 16;
/// Stands before what is looked up.
const DOMAIN: &str = "kaunter status 1";

/// `GET /v1/status?after=<cursor>`, signed: what changed after the cursor.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct StatusIncrement {
    /// Whose.
    pub tenant: TenantId,
    /// For which site.
    pub site: SiteId,
    /// The site's salt, 16 bytes. A row is looked up with it.
    pub salt: Binary,
    /// The site's cost.
    pub cost: Cost,
    /// When the agency's system said so; what the citizen is told as the age.
    pub as_of: Option<Timestamp>,
    /// Rows, each in the place of the earlier one of its name.
    pub rows: Vec<StatusRow>,
    /// After which cursor these rows come.
    pub after: u64,
    /// To be asked from next time.
    pub cursor: u64,
    /// There is more already.
    pub more: bool,
}

impl Statement for StatusIncrement {
    const DOMAIN: &'static str = "kaunter status increment 1";
}

/// One application.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct StatusRow {
    /// Its name, 16 bytes.
    pub name: Binary,
    /// Its text, encrypted; nothing when there is no more to say of it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sealed: Option<SealedStatus>,
}

/// A [`StatusText`] as ChaCha20-Poly1305 (RFC 8439) keeps it: nonce of 12 bytes, ciphertext, tag.
pub type SealedStatus = Binary;

/// What a citizen is told.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct StatusText {
    /// The agency's words, or a code that a pack explains.
    pub status: String,
    /// Since when.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub since: Option<Timestamp>,
    /// What to do next.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub next: Option<String>,
}

/// What trying one number costs, as parameters of Argon2id.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct Cost {
    /// Memory, kibibytes, 8 to 1,048,576.
    pub memory_kib: u32,
    /// Passes, 1 to 16.
    pub passes: u32,
}

impl Default for Cost {
    fn default() -> Self {
        Self { memory_kib: 65_536, passes: 3 }
    }
}

/// Why a status cannot be looked up or sealed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum StatusFault {
    /// The cost, or the salt, is outside of what is allowed.
    #[error("the cost or the salt of these statuses cannot be used")]
    Cost,
    /// The row does not belong to this number, or is damaged.
    #[error("the status does not open")]
    Damaged,
}

/// What one reference number gives: the name of its row, and the key to its text.
pub struct LookUp {
    name: [u8; NAME_BYTES],
    key: Zeroizing<[u8; 32]>,
}

impl LookUp {
    /// For a reference number and what is asked beside it (empty for nothing), as people write them: letters and
    /// digits count, in any case. `memory` is used for the work; it is made as large as needed.
    ///
    /// # Errors
    /// [`StatusFault::Cost`].
    pub fn of(
        reference: &str,
        second: &str,
        salt: &[u8],
        cost: Cost,
        memory: &mut Vec<Block>,
    ) -> Result<Self, StatusFault> {
        let allowed = (8..=1 << 20).contains(&cost.memory_kib) && (1..=16).contains(&cost.passes);
        if !allowed || salt.len() != SALT_BYTES {
            return Err(StatusFault::Cost);
        }
        let parameters = Params::new(cost.memory_kib, cost.passes, 1, Some(48)).map_err(|_| StatusFault::Cost)?;
        memory.resize(parameters.block_count(), Block::default());
        let said = Zeroizing::new(format!("{DOMAIN}\n{}\n{}", *plain(reference), *plain(second)));
        let mut out = Zeroizing::new([0; NAME_BYTES + 32]);
        Argon2::new(Algorithm::Argon2id, Version::V0x13, parameters)
            .hash_password_into_with_memory(said.as_bytes(), salt, &mut *out, memory)
            .map_err(|_| StatusFault::Cost)?;
        let (mut name, mut key) = ([0; NAME_BYTES], Zeroizing::new([0; 32]));
        name.copy_from_slice(&out[..NAME_BYTES]);
        key.copy_from_slice(&out[NAME_BYTES..]);
        Ok(Self { name, key })
    }

    /// The row's name.
    pub fn name(&self) -> Binary {
        Binary(self.name.to_vec())
    }

    /// Encrypts a text; the caller draws the nonce, anew for each text.
    ///
    /// # Errors
    /// [`StatusFault::Damaged`] where it cannot be written.
    pub fn seal(&self, text: &StatusText, nonce: [u8; NONCE_LEN]) -> Result<SealedStatus, StatusFault> {
        let mut sealed = serde_json::to_vec(text).map_err(|_| StatusFault::Damaged)?;
        let unique = Nonce::assume_unique_for_key(nonce);
        let done = self.cipher()?.seal_in_place_append_tag(unique, Aad::from(self.name), &mut sealed);
        done.map_err(|_| StatusFault::Damaged)?;
        Ok(Binary([nonce.as_slice(), &sealed].concat()))
    }

    /// The text of the row of this name.
    ///
    /// # Errors
    /// [`StatusFault::Damaged`].
    pub fn open(&self, sealed: &SealedStatus) -> Result<StatusText, StatusFault> {
        let (nonce, text) = sealed.0.split_at_checked(NONCE_LEN).ok_or(StatusFault::Damaged)?;
        let nonce = Nonce::try_assume_unique_for_key(nonce).map_err(|_| StatusFault::Damaged)?;
        let mut text = Zeroizing::new(text.to_vec());
        let opened = self.cipher()?.open_in_place(nonce, Aad::from(self.name), &mut text);
        serde_json::from_slice(opened.map_err(|_| StatusFault::Damaged)?).map_err(|_| StatusFault::Damaged)
    }

    fn cipher(&self) -> Result<LessSafeKey, StatusFault> {
        UnboundKey::new(&CHACHA20_POLY1305, &*self.key).map(LessSafeKey::new).map_err(|_| StatusFault::Cost)
    }
}

/// Letters and digits in lower case: how somebody groups a number does not matter.
fn plain(text: &str) -> Zeroizing<String> {
    let letters = text.chars().filter(|c| c.is_alphanumeric());
    Zeroizing::new(letters.flat_map(char::to_lowercase).collect())
}
