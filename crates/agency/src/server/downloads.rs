//! Packs go out, whole or by ranges, part by part: a large one never lies in memory.

use std::{ops::Range, sync::Arc};

use axum::{
    Json,
    body::{Body, Bytes},
    extract::{Path, State},
    http::{
        HeaderMap, StatusCode,
        header::{ACCEPT_RANGES, CONTENT_LENGTH, CONTENT_RANGE, CONTENT_TYPE, ETAG, IF_RANGE, RANGE},
    },
    response::{IntoResponse, Response},
};
use http_body_util::channel::{Channel, Sender};
use kaunter_protocol::{Digest, PackListing, Problem, ProblemCode};

use super::{Service, admission::Admitted, answers::Refusal};
use crate::registry::{Kiosk, PART_BYTES};

/// Parts that are ready before the kiosk takes them.
const AHEAD: usize = 1;

/// What this kiosk should have.
#[utoipa::path(get, path = "/v1/packs", responses(
    (status = 200, description = "One offer for each pack.", body = PackListing),
    (status = "4XX", description = "Not let in.", body = Problem),
))]
pub(crate) async fn offers(
    State(service): State<Arc<Service>>,
    Admitted(kiosk): Admitted,
) -> Result<Json<PackListing>, Refusal> {
    Ok(Json(service.registry.within(&kiosk.tenant).offers(&kiosk).await?))
}

/// The bytes of a pack (RFC 9110, section 14: one range at a time).
#[utoipa::path(get, path = "/v1/packs/{sha256}", params(("sha256" = Digest, Path, description = "As it was offered."),
    ("Range" = Option<String>, Header, description = "`bytes=<first>-`, to go on where it broke off.")), responses(
    (status = 200, description = "All of it.", content_type = "application/octet-stream"),
    (status = 206, description = "The range.", content_type = "application/octet-stream"),
    (status = 404, description = "`not-found`: not offered to this kiosk, or held.", body = Problem),
    (status = 416, description = "`range-unsatisfiable`.", body = Problem),
))]
pub(crate) async fn pack(
    State(service): State<Arc<Service>>,
    Admitted(kiosk): Admitted,
    Path(sha256): Path<String>,
    headers: HeaderMap,
) -> Result<Response, Refusal> {
    let sha256: Digest = sha256.parse().map_err(|_| Refusal::from(ProblemCode::NotFound))?;
    let size = service.registry.within(&kiosk.tenant).pack_size(&kiosk, sha256).await?;
    let size = size.ok_or(Refusal::from(ProblemCode::NotFound))?;
    let tag = format!("\"{sha256}\"");
    let same = headers.get(IF_RANGE).is_none_or(|known| known.as_bytes() == tag.as_bytes());
    let asked = headers.get(RANGE).and_then(|range| range.to_str().ok()).filter(|_| same);
    let (status, range) = match asked.and_then(|asked| ranged(asked, size)) {
        None => (StatusCode::OK, 0..size),
        Some(Some(range)) => (StatusCode::PARTIAL_CONTENT, range),
        Some(None) => return Err(Problem::new(ProblemCode::RangeUnsatisfiable).because(format!("of {size}")).into()),
    };
    let (sender, body) = Channel::<Bytes, PartLost>::new(AHEAD);
    let length = range.end - range.start;
    let described = format!("bytes {}-{}/{size}", range.start, range.end.saturating_sub(1));
    tokio::spawn(send(service, kiosk, sha256, range, sender));
    let mut answer = (status, Body::new(body)).into_response();
    let written = [
        (CONTENT_LENGTH, length.to_string()),
        (CONTENT_TYPE, "application/octet-stream".to_owned()),
        (ACCEPT_RANGES, "bytes".to_owned()),
        (ETAG, tag),
    ];
    let ranged = (status == StatusCode::PARTIAL_CONTENT).then_some((CONTENT_RANGE, described));
    for (name, value) in written.into_iter().chain(ranged) {
        if let Ok(value) = value.parse() {
            answer.headers_mut().insert(name, value);
        }
    }
    Ok(answer)
}

/// A part could not be read; the connection breaks off, and the kiosk goes on from there.
#[derive(Debug, thiserror::Error)]
#[error("a part of the pack could not be read")]
struct PartLost;

async fn send(
    service: Arc<Service>,
    kiosk: Kiosk,
    sha256: Digest,
    range: Range<u64>,
    mut sender: Sender<Bytes, PartLost>,
) {
    let size = PART_BYTES as u64;
    let mut at = range.start;
    while at < range.end {
        let part = match service.registry.within(&kiosk.tenant).pack_part(sha256, at / size).await {
            Ok(part) => Bytes::from(part),
            Err(error) => {
                tracing::error!(code = error.code(), "a part of a pack could not be read");
                return sender.abort(PartLost);
            }
        };
        let from = (at % size) as usize;
        let to = part.len().min(from + (range.end - at) as usize);
        if from >= to {
            return sender.abort(PartLost);
        }
        at += (to - from) as u64;
        if sender.send_data(part.slice(from..to)).await.is_err() {
            // The kiosk has gone.
            return;
        }
    }
}

/// One range of bytes; `None` where this is no such header, which then does not count, and `Some(None)` where it
/// asks for what is not there.
fn ranged(header: &str, size: u64) -> Option<Option<Range<u64>>> {
    let (first, last) = header.strip_prefix("bytes=")?.split_once('-')?;
    let range = if first.is_empty() {
        let length: u64 = last.parse().ok()?;
        size.saturating_sub(length)..size
    } else {
        let first: u64 = first.parse().ok()?;
        let end = if last.is_empty() { size } else { last.parse::<u64>().ok()?.saturating_add(1).min(size) };
        first..end
    };
    Some((range.start < range.end).then_some(range))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ranges_are_read_as_the_standard_has_them() {
        for (header, range) in [
            ("bytes=0-", Some(Some(0..10))),
            ("bytes=4-6", Some(Some(4..7))),
            ("bytes=4-99", Some(Some(4..10))),
            ("bytes=-3", Some(Some(7..10))),
            ("bytes=-99", Some(Some(0..10))),
            ("bytes=10-", Some(None)),
            ("bytes=-0", Some(None)),
            ("bytes=6-4", Some(None)),
            ("bytes=0-1,3-4", None),
            ("rows=1-2", None),
            ("bytes=x-", None),
        ] {
            assert_eq!(ranged(header, 10), range, "{header}");
        }
    }
}
