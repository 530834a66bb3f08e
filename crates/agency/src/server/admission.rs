//! Who is let in: the credential is looked up at each request, so that a revoked kiosk is out at the next one. With a
//! form this is done where the form is kept, in the same statement.

use std::{
    collections::HashMap,
    net::SocketAddr,
    sync::{Arc, Mutex, PoisonError},
};

use axum::{
    extract::FromRequestParts,
    http::{header::AUTHORIZATION, request::Parts},
};
use kaunter_protocol::{Credential, CredentialDigest, Problem, ProblemCode};

use super::{Service, answers::Refusal};
use crate::registry::Kiosk;

/// A kiosk that showed its credential and does not ask too often.
pub(crate) struct Admitted(pub(crate) Kiosk);

/// A kiosk that showed a credential which was some kiosk's when it was last looked up. What it brings may only be kept
/// if it still is.
pub(crate) struct Recognised {
    pub(crate) kiosk: Arc<Kiosk>,
    pub(crate) credential: CredentialDigest,
}

/// Faces remembered at most; with more, all are looked up anew.
const FACES: usize = 100_000;

/// Who was let in lately, by credential.
#[derive(Default)]
pub(crate) struct Faces(Mutex<HashMap<CredentialDigest, Arc<Kiosk>>>);

impl Faces {
    fn find(&self, credential: CredentialDigest) -> Option<Arc<Kiosk>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).get(&credential).cloned()
    }

    fn remember(&self, credential: CredentialDigest, kiosk: &Arc<Kiosk>) {
        let mut faces = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if faces.len() >= FACES {
            faces.clear();
        }
        faces.insert(credential, kiosk.clone());
    }

    /// It is looked up at its next request.
    pub(crate) fn forget(&self, credential: CredentialDigest) {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).remove(&credential);
    }
}

/// Where a connection comes from: the proxy's address where there is one.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Peer(pub(crate) SocketAddr);

/// Somebody without a credential who does not ask too often.
pub(crate) struct Stranger;

impl FromRequestParts<Arc<Service>> for Admitted {
    type Rejection = Refusal;

    async fn from_request_parts(parts: &mut Parts, service: &Arc<Service>) -> Result<Self, Refusal> {
        let kiosk = service.registry.admit(shown(parts)?).await?;
        service.pace(&kiosk)?;
        Ok(Self(kiosk))
    }
}

impl FromRequestParts<Arc<Service>> for Recognised {
    type Rejection = Refusal;

    async fn from_request_parts(parts: &mut Parts, service: &Arc<Service>) -> Result<Self, Refusal> {
        let credential = shown(parts)?;
        let kiosk = match service.faces.find(credential) {
            Some(kiosk) => kiosk,
            None => {
                let kiosk = Arc::new(service.registry.admit(credential).await?);
                service.faces.remember(credential, &kiosk);
                kiosk
            }
        };
        service.pace(&kiosk)?;
        Ok(Self { kiosk, credential })
    }
}

impl Service {
    fn pace(&self, kiosk: &Kiosk) -> Result<(), Refusal> {
        let name = format!("{}/{}", kiosk.tenant, kiosk.kiosk);
        self.kiosks.take(&name).map_err(too_many)
    }
}

fn shown(parts: &Parts) -> Result<CredentialDigest, Refusal> {
    let shown = parts.headers.get(AUTHORIZATION).and_then(|value| value.to_str().ok());
    let credential = shown.and_then(|value| Credential::read(value.strip_prefix("Bearer ")?));
    Ok(credential.ok_or(Refusal::from(ProblemCode::CredentialMissing))?.digest())
}

impl FromRequestParts<Arc<Service>> for Stranger {
    type Rejection = Refusal;

    async fn from_request_parts(parts: &mut Parts, service: &Arc<Service>) -> Result<Self, Refusal> {
        if let Some(Peer(address)) = parts.extensions.get::<Peer>() {
            service.strangers.take(&address.ip()).map_err(too_many)?;
        }
        Ok(Self)
    }
}

fn too_many(seconds: u32) -> Refusal {
    Problem::new(ProblemCode::TooMany).after(seconds).into()
}
