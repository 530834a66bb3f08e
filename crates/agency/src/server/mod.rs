//! The server's side of the protocol over HTTP.
//!
//! It must never hold a form in the clear, log a body, a credential, a code or a number of a form, or answer one
//! agency's kiosk with anything of another's.

mod admission;
mod answers;
mod bell;
mod body;
mod descriptors;
mod doc;
mod downloads;
mod forms;
mod health;
mod kiosks;
mod lent;
mod listen;
mod metrics;
mod news;
mod rates;
mod watch;

use std::sync::Arc;

use axum::{
    Router, middleware,
    routing::{get, post, put},
};
use kaunter_protocol::ProblemCode;

pub use doc::document;
pub use listen::{ServeFault, Server};

use crate::{registry::Registry, settings::Settings};
use admission::Faces;
use answers::Refusal;
use bell::Bell;
use metrics::Metrics;
use rates::Rates;

/// What every request has at hand.
pub(crate) struct Service {
    registry: Registry,
    settings: Settings,
    metrics: Metrics,
    kiosks: Rates<String>,
    strangers: Rates<std::net::IpAddr>,
    faces: Faces,
    bell: Bell,
}

/// Codes tried from one address: each second one, and this many at once. A code has 80 random bits; this is only so
/// that nobody keeps the database busy with them.
const CODES_AT_ONCE: u32 = 60;

impl Service {
    fn new(registry: Registry, settings: Settings) -> Arc<Self> {
        Arc::new(Self {
            kiosks: Rates::new(settings.kiosk_rate, settings.kiosk_burst),
            strangers: Rates::new(1, CODES_AT_ONCE),
            faces: Faces::default(),
            bell: Bell::new(),
            metrics: Metrics::default(),
            registry,
            settings,
        })
    }
}

fn router(service: Arc<Service>) -> Router {
    Router::new()
        .route("/v1/protocol", get(health::protocol))
        .route("/v1/enrol", post(kiosks::enrol))
        .route("/v1/credential", post(kiosks::rotate))
        .route("/v1/heartbeat", post(kiosks::heartbeat))
        .route("/v1/forms/{id}", put(forms::receive).get(forms::receipt))
        .route("/v1/packs", get(downloads::offers))
        .route("/v1/packs/{sha256}", get(downloads::pack))
        .route("/v1/notices", get(news::notices))
        .route("/v1/status", get(news::statuses))
        .route("/healthz", get(health::alive))
        .route("/readyz", get(health::ready))
        .route("/metrics", get(health::metrics))
        .fallback(|| async { Refusal::from(ProblemCode::NotFound) })
        .method_not_allowed_fallback(|| async { Refusal::from(ProblemCode::MethodNotAllowed) })
        .layer(middleware::from_fn_with_state(service.clone(), watch::over))
        .with_state(service)
}
