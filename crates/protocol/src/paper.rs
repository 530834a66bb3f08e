//! A letter on paper: the form's file as it lies on a stick, and the kiosk's word for it, in as few bytes as codes want.
//! Whoever reads it has a stick's two files again, to the byte.
//!
//! ```text
//!   2 bytes  length of the head, big-endian
//!   n        the head, JSON: id, envelope without the sealed bytes, who vouches for it
//!   rest     the sealed bytes, as they are
//! ```

use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::{Binary, CredentialDigest, Digest, Envelope, EnvelopeFault, SignedList, StickForm, StickList};

/// A form's letter with its id, as it goes onto paper.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PaperLetter {
    /// The form's id.
    pub id: Uuid,
    /// The letter.
    pub envelope: Envelope,
    /// Which kiosk vouches for it; nothing where the kiosk has no agency yet.
    pub vouched: Option<Vouched>,
}

/// A kiosk's word for one letter.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Vouched {
    /// The kiosk.
    pub kiosk: String,
    /// Its agency.
    pub tenant: String,
    /// The HMAC of [`SignedList`], over a list of this letter alone.
    pub hmac: Digest,
}

/// What stands before the sealed bytes.
#[derive(Serialize, Deserialize)]
struct Head {
    id: Uuid,
    envelope: Envelope,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    vouched: Option<Vouched>,
}

/// These bytes are no letter.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum PaperLetterFault {
    /// They are something else, or damaged.
    #[error("these bytes are no letter")]
    NotALetter,
    /// The letter holds no form.
    #[error(transparent)]
    Envelope(#[from] EnvelopeFault),
}

impl PaperLetter {
    /// A letter for which the kiosk of this name vouches, with its secret.
    ///
    /// # Errors
    /// It cannot be written as JSON.
    pub fn vouched(
        id: Uuid,
        envelope: Envelope,
        (kiosk, tenant): (&str, &str),
        credential: CredentialDigest,
    ) -> serde_json::Result<Self> {
        let mut letter = Self { id, envelope, vouched: None };
        let signed = SignedList::by(&letter.list_of(kiosk, tenant)?, Some(credential))?;
        let named = |hmac| Vouched { kiosk: kiosk.to_owned(), tenant: tenant.to_owned(), hmac };
        letter.vouched = signed.hmac.map(named);
        Ok(letter)
    }

    /// As it goes onto paper. The same letter gives the same bytes.
    ///
    /// # Errors
    /// It cannot be written as JSON, or what stands beside the sealed bytes is longer than 65,535 bytes.
    pub fn write(&self) -> serde_json::Result<Vec<u8>> {
        let envelope = Envelope { sealed: Binary::default(), ..self.envelope.clone() };
        let head = serde_json::to_vec(&Head { id: self.id, envelope, vouched: self.vouched.clone() })?;
        let length = u16::try_from(head.len()).map_err(<serde_json::Error as serde::ser::Error>::custom)?;
        Ok([&length.to_be_bytes(), head.as_slice(), &self.envelope.sealed.0].concat())
    }

    /// The letter in these bytes, looked at from outside.
    ///
    /// # Errors
    /// [`PaperLetterFault`].
    pub fn read(bytes: &[u8]) -> Result<Self, PaperLetterFault> {
        let (length, rest) = bytes.split_first_chunk::<2>().ok_or(PaperLetterFault::NotALetter)?;
        let length = usize::from(u16::from_be_bytes(*length));
        let (head, sealed) = rest.split_at_checked(length).ok_or(PaperLetterFault::NotALetter)?;
        let Head { id, mut envelope, vouched } =
            serde_json::from_slice(head).map_err(|_| PaperLetterFault::NotALetter)?;
        envelope.sealed = Binary(sealed.to_vec());
        envelope.check(id)?;
        Ok(Self { id, envelope, vouched })
    }

    /// The form's file, `<id>.kform`: the same bytes that the kiosk writes to a stick.
    ///
    /// # Errors
    /// It cannot be written as JSON.
    pub fn file(&self) -> serde_json::Result<Vec<u8>> {
        serde_json::to_vec(&self.envelope)
    }

    /// The list that vouches for the file, as it lies on a stick beside it; nothing where no kiosk vouches.
    ///
    /// # Errors
    /// It cannot be written as JSON.
    pub fn list(&self) -> serde_json::Result<Option<SignedList>> {
        let Some(Vouched { kiosk, tenant, hmac }) = &self.vouched else { return Ok(None) };
        let manifest = serde_json::to_string(&self.list_of(kiosk, tenant)?)?;
        Ok(Some(SignedList { manifest, hmac: Some(*hmac) }))
    }

    /// A list of this letter alone, of the moment in which it was sealed: so a second printing carries the same codes.
    fn list_of(&self, kiosk: &str, tenant: &str) -> serde_json::Result<StickList> {
        let file = Some(Digest::of(&self.file()?));
        let form = StickForm { id: self.id, sha256: self.envelope.digest(), file };
        Ok(StickList {
            kiosk: Some(kiosk.to_owned()),
            tenant: Some(tenant.to_owned()),
            made_at: self.envelope.sealed_at,
            forms: vec![form],
        })
    }
}
