//! A finished form on its way: sealed bytes, and what may be read from outside.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};
use uuid::Uuid;

use crate::{Binary, Digest};

/// What every age file begins with (age-encryption.org/v1).
const AGE_MARK: &[u8] = b"age-encryption.org/v1\n";
/// The longest text in an envelope, in bytes.
const LONGEST_TEXT: usize = 128;

/// `PUT /v1/forms/{id}`. The same by network, on a stick and from paper: its id makes it one form.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct Envelope {
    /// Id of the form that was filled in, 1 to 128 bytes.
    pub form: String,
    /// Its version, 1 to 128 bytes.
    pub form_version: String,
    /// What the citizen and the staff call it, 1 to 128 bytes.
    pub number: String,
    /// When it was finished, by the kiosk's clock, which may be wrong.
    pub sealed_at: Timestamp,
    /// Number of an earlier form of the same person within the form's period.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub duplicate_of: Option<String>,
    /// The form, sealed to the agency with age.
    pub sealed: Binary,
    /// What newer kiosks say beside; kept, and handed on.
    #[serde(flatten)]
    #[cfg_attr(feature = "schema", schema(ignore))]
    pub more: Map<String, Value>,
}

/// What is wrong with an envelope; such a form is set aside for a person.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum EnvelopeFault {
    /// The id is none that a kiosk makes.
    #[error("the id is no UUID of version 7")]
    Id,
    /// A text is empty or longer than 128 bytes.
    #[error("{0} must have 1 to 128 bytes")]
    Text(&'static str),
    /// The bytes are no age file.
    #[error("the form is not sealed with age")]
    NotSealed,
}

impl Envelope {
    /// SHA-256 of the sealed bytes: what the receipt names.
    pub fn digest(&self) -> Digest {
        Digest::of(&self.sealed.0)
    }

    /// Whether it can be a form at all, looked at from outside.
    ///
    /// # Errors
    /// The first fault.
    pub fn check(&self, id: Uuid) -> Result<(), EnvelopeFault> {
        if id.get_version_num() != 7 {
            return Err(EnvelopeFault::Id);
        }
        let number = self.duplicate_of.as_deref().unwrap_or("-");
        let texts = [("form", &*self.form), ("form_version", &self.form_version), ("number", &self.number)];
        for (name, text) in texts.into_iter().chain([("duplicate_of", number)]) {
            if text.is_empty() || text.len() > LONGEST_TEXT || text.contains(char::is_control) {
                return Err(EnvelopeFault::Text(name));
            }
        }
        if self.sealed.0.starts_with(AGE_MARK) { Ok(()) } else { Err(EnvelopeFault::NotSealed) }
    }
}
