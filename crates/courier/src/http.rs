//! The agency over HTTPS. Every wait has an end, every answer a size; redirections are not followed, because a credential
//! goes with each question.

use std::{
    io::{self, Read},
    path::Path,
    sync::Arc,
    time::Duration,
};

use kaunter_protocol::{
    Digest, Enrol, Enrolled, Envelope, Heartbeat, HeartbeatReply, NoticePage, PROTOCOL_HEADER, PackListing, Problem,
    ProblemCode, Receipt, Rotate, Rotated, SUPPORTED_HEADER, Signed, Supported, VERSION,
};
use rustls::pki_types::{CertificateDer, pem::PemObject};
use serde::{Serialize, de::DeserializeOwned};
use ureq::{
    Agent, Body,
    http::{Response, header},
    tls::{Certificate, RootCerts, TlsConfig, TlsProvider},
};
use uuid::Uuid;
use zeroize::Zeroizing;

use crate::{Agency, CourierError, Failure, PIECE_BYTES, Told};

/// To find the server and be taken in.
const TO_CONNECT: Duration = Duration::from_secs(10);
/// For the server to begin its answer.
const TO_ANSWER: Duration = Duration::from_secs(30);
/// For a form to be handed over, or a piece of a pack to come, over a slow line.
const TO_CARRY: Duration = Duration::from_secs(300);
/// Largest answer that is read, in bytes: a page of statuses, with room.
const LARGEST: u64 = 16 << 20;

/// One kiosk's way to its agency.
pub struct Http {
    agent: Agent,
    base: String,
    bearer: Option<Zeroizing<String>>,
}

impl Http {
    /// To the server at this address; `authority`: a file of certificates that are trusted beside the machine's.
    ///
    /// # Errors
    /// The address or the file cannot be used.
    pub fn new(address: &str, credential: Option<&str>, authority: Option<&Path>) -> Result<Self, CourierError> {
        let base = crate::address::checked(address)?;
        let tls = TlsConfig::builder()
            .provider(TlsProvider::Rustls)
            .unversioned_rustls_crypto_provider(Arc::new(rustls::crypto::ring::default_provider()))
            .root_certs(RootCerts::Specific(Arc::new(trusted(authority)?)))
            .build();
        let agent = Agent::config_builder()
            .tls_config(tls)
            .http_status_as_error(false)
            .max_redirects(0)
            .max_redirects_will_error(false)
            // The address is the administrator's: no variable of the environment leads the credential elsewhere.
            .proxy(None)
            .user_agent(concat!("kaunter/", env!("CARGO_PKG_VERSION")))
            .timeout_resolve(Some(TO_CONNECT))
            .timeout_connect(Some(TO_CONNECT))
            .timeout_send_request(Some(TO_ANSWER))
            .timeout_send_body(Some(TO_CARRY))
            .timeout_recv_response(Some(TO_ANSWER))
            .timeout_recv_body(Some(TO_CARRY))
            .build()
            .new_agent();
        let bearer = credential.map(|credential| Zeroizing::new(format!("Bearer {credential}")));
        Ok(Self { agent, base, bearer })
    }

    fn get(&self, path: &str, waits: Duration) -> Told<Response<Body>> {
        let mut asked = self.agent.get(format!("{}{path}", self.base)).header(PROTOCOL_HEADER, VERSION.to_string());
        if let Some(bearer) = &self.bearer {
            asked = asked.header(header::AUTHORIZATION, bearer.as_str());
        }
        let asked = asked.config().timeout_recv_response(Some(TO_ANSWER + waits)).build();
        asked.call().map_err(failure)
    }

    fn say(&self, method: Method, path: &str, said: &impl Serialize) -> Told<Response<Body>> {
        let address = format!("{}{path}", self.base);
        let mut asked = match method {
            Method::Put => self.agent.put(address),
            Method::Post => self.agent.post(address),
        };
        asked = asked.header(PROTOCOL_HEADER, VERSION.to_string());
        if let Some(bearer) = &self.bearer {
            asked = asked.header(header::AUTHORIZATION, bearer.as_str());
        }
        asked.send_json(said).map_err(failure)
    }
}

enum Method {
    Put,
    Post,
}

impl Agency for Http {
    fn enrol(&self, asked: &Enrol) -> Told<Enrolled> {
        told(self.say(Method::Post, "/v1/enrol", asked)?)
    }

    fn rotate(&self, asked: &Rotate) -> Told<Rotated> {
        told(self.say(Method::Post, "/v1/credential", asked)?)
    }

    fn send(&self, id: Uuid, envelope: &Envelope) -> Told<Receipt> {
        told(self.say(Method::Put, &format!("/v1/forms/{id}"), envelope)?)
    }

    fn packs(&self) -> Told<PackListing> {
        told(self.get("/v1/packs", Duration::ZERO)?)
    }

    fn piece(&self, pack: Digest, from: u64) -> Told<Vec<u8>> {
        let asked = self.agent.get(format!("{}/v1/packs/{pack}", self.base));
        let bearer = self.bearer.as_ref().map_or("", |bearer| bearer.as_str());
        let asked = asked
            .header(PROTOCOL_HEADER, VERSION.to_string())
            .header(header::AUTHORIZATION, bearer)
            .header(header::RANGE, format!("bytes={from}-{}", from + PIECE_BYTES - 1));
        let answer = asked.call().map_err(failure)?;
        let status = answer.status().as_u16();
        if status != 206 && !(status == 200 && from == 0) {
            return told::<()>(answer).and(Err(Failure::Nonsense("no part of a pack".to_owned())));
        }
        supported(&answer)?;
        let described = answer.headers().get(header::CONTENT_RANGE).and_then(|range| range.to_str().ok());
        let first = described.and_then(|range| range.strip_prefix("bytes ")?.split('-').next()?.parse::<u64>().ok());
        if status == 206 && first != Some(from) {
            return Err(Failure::Nonsense("another part of the pack than was asked for".to_owned()));
        }
        let mut bytes = Vec::new();
        match answer.into_body().into_reader().take(PIECE_BYTES).read_to_end(&mut bytes) {
            Err(fault) if bytes.is_empty() => Err(Failure::Unreachable(fault.to_string())),
            // What came before the line broke is as good.
            _ if !bytes.is_empty() => Ok(bytes),
            _ => Err(Failure::Nonsense("an empty part of a pack".to_owned())),
        }
    }

    fn notices(&self, after: u64, wait: u64) -> Told<NoticePage> {
        told(self.get(&format!("/v1/notices?after={after}&wait={wait}"), Duration::from_secs(wait))?)
    }

    fn statuses(&self, after: u64) -> Told<Signed> {
        told(self.get(&format!("/v1/status?after={after}"), Duration::ZERO)?)
    }

    fn beat(&self, beat: &Heartbeat) -> Told<HeartbeatReply> {
        told(self.say(Method::Post, "/v1/heartbeat", beat)?)
    }
}

/// What an answer says.
fn told<T: DeserializeOwned>(mut answer: Response<Body>) -> Told<T> {
    let status = answer.status().as_u16();
    let after = answer.headers().get(header::RETRY_AFTER).and_then(|after| after.to_str().ok()?.parse::<u32>().ok());
    let versions = supported(&answer);
    let body = answer.body_mut().with_config().limit(LARGEST).read_to_vec().map_err(failure)?;
    if status == 200 {
        versions?;
        return serde_json::from_slice(&body).map_err(|fault| Failure::Nonsense(fault.to_string()));
    }
    match serde_json::from_slice::<Problem>(&body) {
        Ok(problem) if versions.is_ok() => {
            let retry_after = problem.retry_after.or(after);
            Err(Failure::Refused(Problem { retry_after, ..problem }))
        }
        Ok(problem) if problem.code == ProblemCode::ProtocolUnsupported => Err(Failure::Refused(problem)),
        // A proxy in front of a server that is away.
        _ if matches!(status, 429 | 502..=504) => {
            Err(Failure::Refused(Problem { retry_after: after, ..Problem::new(ProblemCode::Busy) }))
        }
        _ => Err(Failure::Nonsense(format!("status {status}, and no problem of the protocol"))),
    }
}

/// Whether the server says that it speaks this kiosk's version. Who says nothing is no agency's server: a page of whoever
/// gives away the network, for instance.
fn supported(answer: &Response<Body>) -> Told<()> {
    let said = answer.headers().get(SUPPORTED_HEADER).and_then(|range| range.to_str().ok()?.parse::<Supported>().ok());
    let range = said.ok_or_else(|| Failure::Nonsense("it names no version of the protocol".to_owned()))?;
    match range.common(Supported::HERE) {
        Some(_) => Ok(()),
        None => Err(Failure::Refused(Problem::new(ProblemCode::ProtocolUnsupported))),
    }
}

fn failure(error: ureq::Error) -> Failure {
    match error {
        ureq::Error::BodyExceedsLimit(most) => Failure::Nonsense(format!("an answer of more than {most} bytes")),
        ureq::Error::Protocol(_) | ureq::Error::Http(_) | ureq::Error::LargeResponseHeader(..) => {
            Failure::Nonsense(error.to_string())
        }
        ureq::Error::Io(fault) => unproven(&fault).unwrap_or_else(|| Failure::Unreachable(fault.to_string())),
        other => Failure::Unreachable(other.to_string()),
    }
}

/// Where the one who answers has no certificate that is believed, or does not speak TLS at all. A line that breaks while TLS
/// is spoken is a line that broke.
fn unproven(fault: &io::Error) -> Option<Failure> {
    let said = fault.get_ref()?.downcast_ref::<rustls::Error>()?;
    let unproven = matches!(
        said,
        rustls::Error::InvalidCertificate(_)
            | rustls::Error::NoCertificatesPresented
            | rustls::Error::InvalidMessage(_)
    );
    unproven.then(|| Failure::Unproven(said.to_string()))
}

fn trusted(authority: Option<&Path>) -> Result<Vec<Certificate<'static>>, CourierError> {
    let machine = rustls_native_certs::load_native_certs().certs;
    let mut all: Vec<_> = machine.iter().map(|certificate| Certificate::from_der(certificate).to_owned()).collect();
    if let Some(path) = authority {
        let unusable = |reason: String| CourierError::AuthorityUnusable { path: path.to_owned(), reason };
        let before = all.len();
        for certificate in CertificateDer::pem_file_iter(path).map_err(|fault| unusable(fault.to_string()))? {
            let certificate = certificate.map_err(|fault| unusable(fault.to_string()))?;
            all.push(Certificate::from_der(&certificate).to_owned());
        }
        if all.len() == before {
            return Err(unusable("there is no certificate in it".to_owned()));
        }
    }
    Ok(all)
}
