//! Who is let in: the credential is looked up at each request, so that a revoked kiosk is out at the next one.

use std::{net::SocketAddr, sync::Arc};

use axum::{
    extract::FromRequestParts,
    http::{header::AUTHORIZATION, request::Parts},
};
use kaunter_protocol::{Credential, Problem, ProblemCode};

use super::{Service, answers::Refusal};
use crate::registry::Kiosk;

/// A kiosk that showed its credential and does not ask too often.
pub(crate) struct Admitted(pub(crate) Kiosk);

/// Where a connection comes from: the proxy's address where there is one.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Peer(pub(crate) SocketAddr);

/// Somebody without a credential who does not ask too often.
pub(crate) struct Stranger;

impl FromRequestParts<Arc<Service>> for Admitted {
    type Rejection = Refusal;

    async fn from_request_parts(parts: &mut Parts, service: &Arc<Service>) -> Result<Self, Refusal> {
        let shown = parts.headers.get(AUTHORIZATION).and_then(|value| value.to_str().ok());
        let credential = shown.and_then(|value| Credential::read(value.strip_prefix("Bearer ")?));
        let credential = credential.ok_or(Refusal::from(ProblemCode::CredentialMissing))?;
        let kiosk = service.registry.admit(credential.digest()).await?;
        let name = format!("{}/{}", kiosk.tenant, kiosk.kiosk);
        service.kiosks.take(&name).map_err(too_many)?;
        Ok(Self(kiosk))
    }
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
