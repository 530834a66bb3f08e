//! Forms sealed to the agency's public keys, in the format of age. It must never hold a private key.

use std::{fmt, io::Write, str::FromStr};

use crate::StoreError;

/// A public key of the agency, as `age-keygen` writes it: `age1…`.
#[derive(Clone, PartialEq, Eq)]
pub struct Recipient(age::x25519::Recipient);

impl FromStr for Recipient {
    type Err = StoreError;

    fn from_str(text: &str) -> Result<Self, StoreError> {
        let key = age::x25519::Recipient::from_str(text.trim());
        key.map(Self)
            .map_err(|reason| StoreError::RecipientMalformed { recipient: text.to_owned(), reason: reason.to_owned() })
    }
}

impl fmt::Display for Recipient {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(out)
    }
}

impl fmt::Debug for Recipient {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(out)
    }
}

/// The document, encrypted so that each of the recipients can read it alone and nobody else can: `age -d` opens it.
///
/// # Errors
/// [`StoreError::NoRecipient`] when there is nobody to seal it to.
pub fn seal(document: &[u8], recipients: &[Recipient]) -> Result<Vec<u8>, StoreError> {
    let keys = recipients.iter().map(|recipient| &recipient.0 as &dyn age::Recipient);
    let encryptor = age::Encryptor::with_recipients(keys).map_err(|_| StoreError::NoRecipient)?;
    let mut sealed = Vec::new();
    let written = encryptor.wrap_output(&mut sealed).and_then(|mut writer| {
        writer.write_all(document)?;
        writer.finish()
    });
    written.map_err(|_| StoreError::NoRandomness)?;
    Ok(sealed)
}
