//! The store as the courier uses it: from several threads, and let go at once when it ends, even while a thread still
//! waits for the network.

use std::sync::{Arc, Mutex, PoisonError};

use kaunter_protocol::{Binary, Envelope};
use kaunter_store::{Kind, Letter, Post, StoreError};
use serde_json::{Map, Value};

/// Something that work with the store is done through.
pub trait Disk {
    /// Does it; nothing else is done with the store meanwhile.
    ///
    /// # Errors
    /// The work's, or [`StoreError::Missing`] once the store was let go.
    fn with<T>(&self, work: impl FnOnce(&mut Post) -> Result<T, StoreError>) -> Result<T, StoreError>;
}

/// The courier's connection.
#[derive(Clone)]
pub struct Desk(Arc<Mutex<Option<Post>>>);

impl Desk {
    /// With this connection.
    pub fn new(post: Post) -> Self {
        Self(Arc::new(Mutex::new(Some(post))))
    }

    /// Closes it; whoever still works with it ends first.
    pub fn close(&self) {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).take();
    }
}

impl Disk for Desk {
    fn with<T>(&self, work: impl FnOnce(&mut Post) -> Result<T, StoreError>) -> Result<T, StoreError> {
        match self.0.lock().unwrap_or_else(PoisonError::into_inner).as_mut() {
            Some(post) => work(post),
            None => Err(StoreError::Missing { folder: "closed".into() }),
        }
    }
}

/// A letter as it travels, by whichever way.
pub fn envelope_of(letter: &Letter, sealed: Vec<u8>) -> Envelope {
    let mut more = Map::new();
    if let Kind::Correction { of, revision } = letter.kind {
        more.insert("corrects".to_owned(), Value::from(of.to_string()));
        more.insert("revision".to_owned(), Value::from(revision));
    }
    Envelope {
        form: letter.form_id.clone(),
        form_version: letter.form_version.clone(),
        number: letter.number.to_string(),
        sealed_at: letter.sealed_at,
        duplicate_of: letter.duplicate_of.as_ref().map(ToString::to_string),
        sealed: Binary(sealed),
        more,
    }
}
