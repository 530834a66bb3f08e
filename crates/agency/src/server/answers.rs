//! Answers that are no success: a problem of the protocol, with its status and how long to wait.

use axum::{
    Json,
    http::{HeaderValue, StatusCode, header::RETRY_AFTER},
    response::{IntoResponse, Response},
};
use kaunter_protocol::{Problem, ProblemCode};

use crate::{database::StoreError, registry::RegistryError};

/// Seconds after which a server that could not keep something is asked again.
const REST: u32 = 15;

/// A problem, as an answer.
#[derive(Debug)]
pub(crate) struct Refusal(pub(crate) Problem);

/// Which problem an answer told of, for the log and the counters.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Told(pub(crate) ProblemCode);

impl From<ProblemCode> for Refusal {
    fn from(code: ProblemCode) -> Self {
        Self(Problem::new(code))
    }
}

impl From<Problem> for Refusal {
    fn from(problem: Problem) -> Self {
        Self(problem)
    }
}

impl From<RegistryError> for Refusal {
    fn from(error: RegistryError) -> Self {
        let problem = match &error {
            RegistryError::Told(code) => return Self::from(*code),
            RegistryError::Missing(_) => return Self::from(ProblemCode::NotFound),
            RegistryError::Store(StoreError::Full | StoreError::Unreachable(_)) => {
                Problem::new(ProblemCode::StoreUnavailable).after(REST)
            }
            _ => Problem::new(ProblemCode::Internal).after(REST),
        };
        tracing::error!(code = error.code(), %error, "the registry could not do it");
        Self(problem)
    }
}

impl IntoResponse for Refusal {
    fn into_response(self) -> Response {
        let Self(problem) = self;
        let (code, after) = (problem.code, problem.retry_after);
        let status = StatusCode::from_u16(code.status()).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
        let mut answer = (status, Json(problem)).into_response();
        if let Some(seconds) = after {
            answer.headers_mut().insert(RETRY_AFTER, HeaderValue::from(seconds));
        }
        answer.extensions_mut().insert(Told(code));
        answer
    }
}
