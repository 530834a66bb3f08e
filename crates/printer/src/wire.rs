//! Requests to one printer over HTTP, and its answers: everything bounded in time and in size.
//!
//! A connection serves one request, so that nothing is ever sent again on a connection that had gone stale.
//! It must never know what the requests are about.

use std::{
    fmt, io,
    sync::{
        Arc,
        atomic::{AtomicBool, AtomicI32, Ordering},
    },
    time::Duration,
};

use ipp::model::IppVersion;
use serde::{Deserialize, Serialize};
use ureq::{
    Agent, Body, SendBody, Timeout,
    http::{Response, header::CONTENT_LENGTH, header::CONTENT_TYPE},
    unversioned::transport::{Connector, TcpConnector},
};

use crate::{
    Fingerprint, PrinterError, PrinterUri,
    answer::Answer,
    names::LocalNames,
    request::Request,
    tls::{Encrypting, Encryption, Progress, Stage},
};

/// Bytes of an answer. A full `media-col-database` has some hundred thousand.
const LARGEST_ANSWER: u64 = 4 << 20;
/// What IPP travels as (RFC 8010 section 4).
const IPP: &str = "application/ipp";
/// server-error-version-not-supported.
const VERSION_NOT_SUPPORTED: u16 = 0x0503;

/// How long a printer may take. Each must be more than zero.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct TimeLimits {
    /// To find its address and to agree on a connection.
    pub connect: Duration,
    /// For a whole question with its answer.
    pub answer: Duration,
    /// For taking a whole document: a printer with little memory reads no further while its tray is empty.
    pub document: Duration,
}

impl Default for TimeLimits {
    /// 5 s, 20 s and 10 min.
    fn default() -> Self {
        Self { connect: Duration::from_secs(5), answer: Duration::from_secs(20), document: Duration::from_secs(600) }
    }
}

/// The way to one printer.
pub struct Wire {
    uri: PrinterUri,
    limits: TimeLimits,
    encryption: Encryption,
    names: LocalNames,
    requests: AtomicI32,
    is_old: AtomicBool,
}

impl Wire {
    /// The way to a printer that may be known by its certificate already.
    pub fn new(uri: PrinterUri, pinned: Option<Fingerprint>, limits: TimeLimits) -> Result<Self, PrinterError> {
        let encryption = Encryption::new(pinned)
            .map_err(|error| PrinterError::EncryptionFailed { uri: uri.to_string(), cause: error.to_string() })?;
        let names = LocalNames::default();
        Ok(Self { uri, limits, encryption, names, requests: AtomicI32::new(0), is_old: AtomicBool::new(false) })
    }

    /// The printer's address.
    pub fn uri(&self) -> &PrinterUri {
        &self.uri
    }

    /// The certificate by which the printer is known, once an encrypted connection was made.
    pub fn pinned(&self) -> Option<Fingerprint> {
        self.encryption.trust().pinned()
    }

    /// Asks, and reads the answer, whatever its status.
    ///
    /// # Errors
    /// Everything that keeps an answer from coming, and answers that are none.
    pub fn ask(&self, mut request: Request, document: Option<Arc<[u8]>>) -> Result<Answer, PrinterError> {
        let version = if self.is_old.load(Ordering::Relaxed) { IppVersion::v1_1() } else { IppVersion::v2_0() };
        let answer = self.ask_in(version, &mut request, document.clone())?;
        if answer.status == VERSION_NOT_SUPPORTED && version == IppVersion::v2_0() {
            self.is_old.store(true, Ordering::Relaxed);
            return self.ask_in(IppVersion::v1_1(), &mut request, document);
        }
        Ok(answer)
    }

    fn ask_in(
        &self,
        version: IppVersion,
        request: &mut Request,
        document: Option<Arc<[u8]>>,
    ) -> Result<Answer, PrinterError> {
        let id = self.requests.fetch_add(1, Ordering::Relaxed).wrapping_add(1).max(1);
        let head = request.bytes(version, id);
        let progress = Progress::default();
        let limit = if document.is_some() { self.limits.document } else { self.limits.answer };
        tracing::debug!(uri = %self.uri, operation = request.operation, id, "asking");
        let answered = self.post(head, document.unwrap_or_default(), limit, &progress);
        let bytes = answered.and_then(|response| self.read(response, &progress)).inspect_err(|error| {
            tracing::debug!(uri = %self.uri, operation = request.operation, id, %error, "no answer");
        })?;
        let answer = Answer::read(&self.uri.to_string(), id, bytes)?;
        tracing::debug!(uri = %self.uri, operation = request.operation, id, status = answer.status, "answered");
        Ok(answer)
    }

    fn post(
        &self,
        head: Vec<u8>,
        document: Arc<[u8]>,
        limit: Duration,
        progress: &Progress,
    ) -> Result<Response<Body>, PrinterError> {
        let config = Agent::config_builder()
            .http_status_as_error(false)
            .max_redirects(0)
            .max_redirects_will_error(false)
            .max_idle_connections(0)
            .proxy(None)
            .user_agent("kaunter")
            .accept(IPP)
            .timeout_resolve(Some(self.limits.connect))
            .timeout_connect(Some(self.limits.connect))
            .timeout_global(Some(limit))
            .build();
        let encrypting = Encrypting::new(self.encryption.clone(), progress.clone());
        let connector = ().chain(TcpConnector::default()).chain(encrypting);
        let agent = Agent::with_parts(config, connector, self.names.clone());
        let length = head.len() + document.len();
        let body = io::Read::chain(io::Cursor::new(head), io::Cursor::new(document));
        agent
            .post(self.uri.http())
            .header(CONTENT_TYPE, IPP)
            .header(CONTENT_LENGTH, length)
            .send(SendBody::from_owned_reader(body))
            .map_err(|error| self.failure(error, progress))
    }

    fn read(&self, response: Response<Body>, progress: &Progress) -> Result<Vec<u8>, PrinterError> {
        let uri = self.uri.to_string();
        let kind = response.headers().get(CONTENT_TYPE).and_then(|kind| kind.to_str().ok());
        let is_ipp = kind.is_some_and(|kind| kind.to_ascii_lowercase().starts_with(IPP));
        match response.status().as_u16() {
            200 if is_ipp => {
                let mut body = response.into_body();
                let read = body.with_config().limit(LARGEST_ANSWER).read_to_vec();
                read.map_err(|error| self.failure(error, progress))
            }
            401 => Err(PrinterError::WantsSignIn { uri }),
            426 => Err(PrinterError::WantsEncryption { uri }),
            status @ (200 | 300..500) => Err(PrinterError::NotAPrinter { uri, status }),
            status => Err(PrinterError::Nonsense { uri, what: format!("HTTP status {status}") }),
        }
    }

    fn failure(&self, error: ureq::Error, progress: &Progress) -> PrinterError {
        let (uri, cause) = (self.uri.to_string(), error.to_string());
        if let Some((known, seen)) = self.encryption.trust().take_stranger() {
            return PrinterError::CertificateChanged { uri, known, seen };
        }
        match (progress.stage(), error) {
            (Stage::Nobody, _) => PrinterError::Offline { uri, cause },
            (_, ureq::Error::Timeout(during)) => PrinterError::Silent { uri, waited: waited_for(during).to_owned() },
            (Stage::Met, _) => PrinterError::EncryptionFailed { uri, cause },
            (Stage::Open, ureq::Error::BodyExceedsLimit(_)) => {
                PrinterError::Nonsense { uri, what: "an answer without end".to_owned() }
            }
            (Stage::Open, ureq::Error::Io(_) | ureq::Error::ConnectionFailed) => {
                PrinterError::ConnectionLost { uri, cause }
            }
            (Stage::Open, _) => PrinterError::Nonsense { uri, what: cause },
        }
    }
}

impl fmt::Debug for Wire {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Wire").field("uri", &self.uri).field("limits", &self.limits).finish_non_exhaustive()
    }
}

fn waited_for(during: Timeout) -> &'static str {
    match during {
        Timeout::SendRequest | Timeout::SendBody => "to take the request",
        Timeout::RecvResponse => "to begin an answer",
        Timeout::RecvBody => "to end an answer",
        _ => "for the whole",
    }
}
