//! Bodies that come in: bounded in size and in time, and never quoted.

use std::time::Duration;

use axum::{
    body::{Body, Bytes},
    http::{HeaderMap, header::CONTENT_LENGTH},
};
use http_body_util::{BodyExt, LengthLimitError, Limited};
use kaunter_protocol::{Problem, ProblemCode};
use serde::de::DeserializeOwned;

use super::{Service, answers::Refusal};

/// Bytes of a body that is no form.
pub(crate) const SMALL: usize = 256 * 1024;

impl Service {
    /// Bytes of a form's body: base64 makes four of three, and the rest of an envelope is small.
    pub(crate) fn most_form(&self) -> usize {
        self.settings.most_form_mib as usize * (1 << 20) / 3 * 4 + SMALL
    }

    /// A JSON document of at most `most` bytes that comes in time.
    pub(crate) async fn read<T: DeserializeOwned>(
        &self,
        headers: &HeaderMap,
        body: Body,
        most: usize,
    ) -> Result<T, Refusal> {
        let announced = headers.get(CONTENT_LENGTH).and_then(|length| length.to_str().ok()?.parse::<u64>().ok());
        if announced.is_some_and(|length| length > most as u64) {
            return Err(ProblemCode::TooLarge.into());
        }
        let patience = Duration::from_secs(self.settings.body_seconds);
        let bytes = match tokio::time::timeout(patience, whole(body, most)).await {
            Ok(bytes) => bytes?,
            Err(_) => return Err(ProblemCode::TooSlow.into()),
        };
        serde_json::from_slice(&bytes).map_err(|error| {
            // The place only: what serde says can quote what was sent.
            let place = format!("line {}, column {}", error.line(), error.column());
            Problem::new(ProblemCode::Malformed).because(place).into()
        })
    }
}

async fn whole(body: Body, most: usize) -> Result<Bytes, Refusal> {
    match Limited::new(body, most).collect().await {
        Ok(collected) => Ok(collected.to_bytes()),
        Err(error) if error.is::<LengthLimitError>() => Err(ProblemCode::TooLarge.into()),
        Err(_) => Err(ProblemCode::Incomplete.into()),
    }
}
