//! Finished forms come in; receipts go out.

use std::sync::Arc;

use axum::{
    Json,
    body::Body,
    extract::{Path, State},
    http::HeaderMap,
};
use jiff::Timestamp;
use kaunter_protocol::{Envelope, Problem, ProblemCode, Receipt};
use uuid::Uuid;

use super::{
    Service,
    admission::{Admitted, Recognised},
    answers::Refusal,
};
use crate::registry::Received;

/// Hands over a finished form. As often as it takes: it lies there once, and the receipt is the same.
#[utoipa::path(put, path = "/v1/forms/{id}", params(("id" = Uuid, Path, description = "UUID of version 7, made on the kiosk.")),
    request_body = Envelope, responses(
    (status = 200, description = "The form is on the server's disk.", body = Receipt),
    (status = 409, description = "`form-conflict`: other bytes came under this id before. Both are kept for a person.", body = Problem),
    (status = 413, description = "`too-large`.", body = Problem),
    (status = 422, description = "`envelope-malformed`.", body = Problem),
    (status = 429, description = "`too-many`, with Retry-After.", body = Problem),
    (status = 503, description = "`store-unavailable`, with Retry-After. Nothing was kept.", body = Problem),
))]
pub(crate) async fn receive(
    State(service): State<Arc<Service>>,
    Recognised { kiosk, credential }: Recognised,
    Path(id): Path<String>,
    headers: HeaderMap,
    body: Body,
) -> Result<Json<Receipt>, Refusal> {
    let id = form_id(&id)?;
    let envelope: Envelope = service.read(&headers, body, service.most_form()).await?;
    let malformed = |fault: kaunter_protocol::EnvelopeFault| {
        Problem::new(ProblemCode::EnvelopeMalformed).because(fault.to_string())
    };
    envelope.check(id).map_err(malformed)?;
    let received = service.registry.receive_from(&kiosk, credential, id, envelope, Timestamp::now()).await;
    match &received {
        Ok(Received::New(_)) => tracing::info!(tenant = %kiosk.tenant, kiosk = %kiosk.kiosk, form = %id, "kept"),
        Ok(Received::Again(_)) => tracing::info!(tenant = %kiosk.tenant, kiosk = %kiosk.kiosk, form = %id, "again"),
        Err(error) => {
            service.faces.forget(credential);
            let code = error.code();
            tracing::warn!(code, tenant = %kiosk.tenant, kiosk = %kiosk.kiosk, form = %id, "not kept");
        }
    }
    Ok(Json(received?.receipt().clone()))
}

/// The receipt of a form that was handed over.
#[utoipa::path(get, path = "/v1/forms/{id}", params(("id" = Uuid, Path, description = "The form.")), responses(
    (status = 200, description = "It was received.", body = Receipt),
    (status = 404, description = "`not-found`: it was not.", body = Problem),
))]
pub(crate) async fn receipt(
    State(service): State<Arc<Service>>,
    Admitted(kiosk): Admitted,
    Path(id): Path<String>,
) -> Result<Json<Receipt>, Refusal> {
    let receipt = service.registry.within(&kiosk.tenant).receipt(form_id(&id)?).await?;
    receipt.map(Json).ok_or(ProblemCode::NotFound.into())
}

fn form_id(text: &str) -> Result<Uuid, Refusal> {
    Uuid::try_parse(text).map_err(|_| Problem::new(ProblemCode::EnvelopeMalformed).because("the id is no UUID").into())
}
