//! What travels down by itself: notices, held open until there is one, and statuses in increments.

use std::{sync::Arc, time::Duration};

use axum::{
    Json,
    extract::{Query, State, rejection::QueryRejection},
};
use kaunter_protocol::{NoticePage, Problem, ProblemCode, Signed};
use serde::Deserialize;

use super::{Service, admission::Admitted, answers::Refusal, bell};
use crate::registry::NoticesSince;

/// Seconds for which a question is held open at most.
const LONGEST: u64 = 60;

/// From where, and how long to wait.
#[derive(Deserialize)]
pub(crate) struct Since {
    #[serde(default)]
    after: u64,
    #[serde(default)]
    wait: u64,
}

type Asked = Result<Query<Since>, QueryRejection>;

/// Notices after the cursor, at once or as soon as there is one.
#[utoipa::path(get, path = "/v1/notices", params(
    ("after" = Option<u64>, Query, description = "Cursor of the last answer; 0 for all."),
    ("wait" = Option<u64>, Query, description = "Seconds to wait for one, 0 to 60.")), responses(
    (status = 200, description = "What there is; nothing, with the same cursor, when the time is over.", body = NoticePage),
    (status = 410, description = "`cursor-unknown`: begin from 0.", body = Problem),
))]
pub(crate) async fn notices(
    State(service): State<Arc<Service>>,
    Admitted(kiosk): Admitted,
    since: Asked,
) -> Result<Json<NoticePage>, Refusal> {
    let Since { after, wait } = read(since)?;
    let within = service.registry.within(&kiosk.tenant);
    let asked = NoticesSince { site: &kiosk.site, cursor: after };
    // Before the look: whatever is published after it rings.
    let heard = service.bell.listen();
    let page = within.notices(asked).await?;
    if wait == 0 || page.cursor > after {
        return Ok(Json(page));
    }
    bell::wait(heard, &kiosk.tenant, after, Duration::from_secs(wait.min(LONGEST))).await;
    Ok(Json(within.notices(asked).await?))
}

/// Statuses that changed after the cursor, signed.
#[utoipa::path(get, path = "/v1/status", params(
    ("after" = Option<u64>, Query, description = "Cursor of the last answer; 0 for all.")), responses(
    (status = 200, description = "A signed `StatusIncrement` of the kiosk's site.", body = Signed),
    (status = 410, description = "`cursor-unknown`: forget what you have and begin from 0.", body = Problem),
))]
pub(crate) async fn statuses(
    State(service): State<Arc<Service>>,
    Admitted(kiosk): Admitted,
    since: Asked,
) -> Result<Json<Signed>, Refusal> {
    let increment = service.registry.within(&kiosk.tenant).statuses(&kiosk.site, read(since)?.after).await?;
    let signed = service.registry.pen().state(&increment);
    signed.map(Json).map_err(|_| ProblemCode::Internal.into())
}

fn read(since: Asked) -> Result<Since, Refusal> {
    match since {
        Ok(Query(since)) if since.after <= i64::MAX as u64 => Ok(since),
        _ => Err(Problem::new(ProblemCode::Malformed).because("`after` or `wait`").into()),
    }
}
