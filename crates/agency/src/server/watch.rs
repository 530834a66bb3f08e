//! What stands around every request: the protocol's version, the log, the counters.

use std::{sync::Arc, time::Instant};

use axum::{
    extract::{MatchedPath, Request, State},
    http::{HeaderValue, header::EXPECT},
    middleware::Next,
    response::{IntoResponse, Response},
};
use kaunter_protocol::{PROTOCOL_HEADER, ProblemCode, SUPPORTED_HEADER, Supported};

use super::{
    Service,
    answers::{Refusal, Told},
    lent::lend,
};

/// Looks at the version, lets the request through, counts and logs. Never a body, a header or a whole address:
/// the route is logged as it is written in the table of routes.
pub(crate) async fn over(State(service): State<Arc<Service>>, request: Request, next: Next) -> Response {
    let started = Instant::now();
    let route = request.extensions().get::<MatchedPath>().map_or("none".to_owned(), |path| path.as_str().to_owned());
    let method = request.method().clone();
    let understood = !route.starts_with("/v1/") || route == "/v1/protocol" || speaks(&request);
    let asked_first = request.headers().contains_key(EXPECT);
    let (request, rest) = lend(request);
    let mut answer = if understood {
        next.run(request).await
    } else {
        Refusal::from(ProblemCode::ProtocolUnsupported).into_response()
    };
    if !answer.status().is_success() && !asked_first {
        rest.hear_out().await;
    }
    if let Ok(supported) = HeaderValue::from_str(&Supported::HERE.to_string()) {
        answer.headers_mut().insert(SUPPORTED_HEADER, supported);
    }
    let problem = answer.extensions().get::<Told>().map_or("", |Told(code)| code.code());
    let (status, took) = (answer.status().as_u16(), started.elapsed());
    service.metrics.answered(&route, problem, status, took);
    let ms = took.as_millis() as u64;
    tracing::debug!(%method, route, status, problem, ms, "answered");
    answer
}

/// Whoever names no version speaks the first.
fn speaks(request: &Request) -> bool {
    let Some(named) = request.headers().get(PROTOCOL_HEADER) else { return true };
    let version = named.to_str().ok().and_then(|version| version.parse::<u16>().ok());
    version.is_some_and(|version| Supported::HERE.common(Supported { oldest: version, newest: version }).is_some())
}
