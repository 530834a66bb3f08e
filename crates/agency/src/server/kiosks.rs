//! Enrolment, change of credential, heartbeat.

use std::sync::Arc;

use axum::{Json, body::Body, extract::State, http::HeaderMap};
use jiff::{Timestamp, Unit};
use kaunter_protocol::{Enrol, Enrolled, Heartbeat, HeartbeatReply, Problem, Rotate, Rotated};

use super::{
    Service,
    admission::{Admitted, Stranger},
    answers::Refusal,
    body::SMALL,
};

/// Makes a kiosk of whoever has a one-time code.
#[utoipa::path(post, path = "/v1/enrol", request_body = Enrol, security(()), responses(
    (status = 200, description = "It is enrolled, now or by the same request before.", body = Enrolled),
    (status = "4XX", description = "The code is unknown, used or too old.", body = Problem),
))]
pub(crate) async fn enrol(
    State(service): State<Arc<Service>>,
    _: Stranger,
    headers: HeaderMap,
    body: Body,
) -> Result<Json<Enrolled>, Refusal> {
    let asked: Enrol = service.read(&headers, body, SMALL).await?;
    let enrolled = service.registry.enrol(&asked, Timestamp::now()).await?;
    tracing::info!(tenant = %enrolled.tenant, kiosk = %enrolled.kiosk, "enrolled");
    Ok(Json(enrolled))
}

/// Announces the kiosk's next credential.
#[utoipa::path(post, path = "/v1/credential", request_body = Rotate, responses(
    (status = 200, description = "The next one holds from its first use on; until then the present one does.", body = Rotated),
    (status = "4XX", description = "Not let in, or malformed.", body = Problem),
))]
pub(crate) async fn rotate(
    State(service): State<Arc<Service>>,
    Admitted(kiosk): Admitted,
    headers: HeaderMap,
    body: Body,
) -> Result<Json<Rotated>, Refusal> {
    let asked: Rotate = service.read(&headers, body, SMALL).await?;
    service.registry.within(&kiosk.tenant).rotate(&kiosk.kiosk, asked.next).await?;
    tracing::info!(tenant = %kiosk.tenant, kiosk = %kiosk.kiosk, "credential to change");
    Ok(Json(Rotated { kiosk: kiosk.kiosk }))
}

/// Tells how the kiosk fares, and learns what time it is.
#[utoipa::path(post, path = "/v1/heartbeat", request_body = Heartbeat, responses(
    (status = 200, description = "Heard. A wrong clock is told, never refused.", body = HeartbeatReply),
    (status = "4XX", description = "Not let in, or malformed.", body = Problem),
))]
pub(crate) async fn heartbeat(
    State(service): State<Arc<Service>>,
    Admitted(kiosk): Admitted,
    headers: HeaderMap,
    body: Body,
) -> Result<Json<HeartbeatReply>, Refusal> {
    let beat: Heartbeat = service.read(&headers, body, SMALL).await?;
    let server_time = Timestamp::now();
    service.registry.within(&kiosk.tenant).keep_heartbeat(&kiosk.kiosk, &beat, server_time).await?;
    let ahead = beat.at.since((Unit::Second, server_time)).map_or(0, |span| span.get_seconds());
    let next_seconds = service.settings.heartbeat_seconds;
    Ok(Json(HeartbeatReply { server_time, clock_ahead_seconds: ahead, next_seconds }))
}
