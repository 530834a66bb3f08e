//! What kiosk and agency say, told from both ends.

#![allow(clippy::unwrap_used, reason = "a story that cannot go on has failed")]

mod credentials;
mod documents;
mod paper;
mod receipts;
mod statuses;

use kaunter_protocol::{AgencyKey, Binary};
use ring::{
    rand::SystemRandom,
    signature::{Ed25519KeyPair, KeyPair},
};

/// An agency's pen.
pub(crate) struct Pen(Ed25519KeyPair);

impl Pen {
    pub(crate) fn new() -> Self {
        let kept = Ed25519KeyPair::generate_pkcs8(&SystemRandom::new()).unwrap();
        Self(Ed25519KeyPair::from_pkcs8(kept.as_ref()).unwrap())
    }

    pub(crate) fn key(&self) -> AgencyKey {
        AgencyKey(Binary(self.0.public_key().as_ref().to_vec()))
    }

    pub(crate) fn sign(&self, bytes: &[u8]) -> Vec<u8> {
        self.0.sign(bytes).as_ref().to_vec()
    }
}
