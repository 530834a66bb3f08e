//! For those who run the server: does it live, can it serve, what has it counted. And which protocol it speaks.

use std::{sync::Arc, time::Duration};

use axum::{Json, extract::State, http::header::CONTENT_TYPE, response::IntoResponse};
use kaunter_protocol::{Problem, ProblemCode, Supported};

use super::{Service, answers::Refusal};

/// How long a balancer waits for the database's answer.
const READY: Duration = Duration::from_secs(5);

/// Which versions of the protocol this server speaks.
#[utoipa::path(get, path = "/v1/protocol", security(()), responses((status = 200, body = Supported)))]
pub(crate) async fn protocol() -> Json<Supported> {
    Json(Supported::HERE)
}

/// The process answers.
#[utoipa::path(get, path = "/healthz", security(()), responses((status = 200, description = "It lives.")))]
pub(crate) async fn alive() -> &'static str {
    "alive\n"
}

/// The database answers too.
#[utoipa::path(get, path = "/readyz", security(()), responses(
    (status = 200, description = "It can serve."),
    (status = 503, description = "The database does not answer.", body = Problem),
))]
pub(crate) async fn ready(State(service): State<Arc<Service>>) -> Result<&'static str, Refusal> {
    // It goes to its own end all the same: what was asked of the database is not left to the next who asks.
    let asked = tokio::spawn(async move { service.registry.ready().await });
    match tokio::time::timeout(READY, asked).await {
        Ok(Ok(answered)) => answered?,
        Ok(Err(_)) | Err(_) => return Err(ProblemCode::StoreUnavailable.into()),
    }
    Ok("ready\n")
}

/// Counters in Prometheus' text format.
#[utoipa::path(get, path = "/metrics", security(()), responses((status = 200, content_type = "text/plain", body = String)))]
pub(crate) async fn metrics(State(service): State<Arc<Service>>) -> impl IntoResponse {
    let waiting = service.registry.waiting().await.ok();
    ([(CONTENT_TYPE, "text/plain; version=0.0.4")], service.metrics.text(waiting))
}
