//! The two places that models come from: an address, and a folder such as a USB stick's.

use std::{
    fs::File,
    io::{Seek, SeekFrom},
    path::PathBuf,
    sync::Arc,
    time::Duration,
};

use ureq::{
    Agent,
    http::StatusCode,
    tls::{Certificate, RootCerts, TlsConfig, TlsProvider},
};

use super::{
    fetch::{Supplied, Supply},
    manifest::Entry,
};
use crate::SpeechError;

/// How long a server may take to answer.
const TO_ANSWER: Duration = Duration::from_secs(30);
/// How long it may take for everything; then it is gone on with from where it was.
const TO_SEND: Duration = Duration::from_secs(3600);

/// One of them, for one model.
pub struct Source(Kind);

enum Kind {
    Address(Agent, String),
    Folder(PathBuf),
}

impl Source {
    /// `from` is a folder, or an address of one that ends with `/`, or of the file itself; none: where the model is
    /// published.
    ///
    /// # Errors
    /// [`SpeechError::Fetch`] for a model that is published nowhere.
    pub fn of(entry: &Entry, from: Option<&str>) -> Result<Self, SpeechError> {
        let address = match from {
            None => entry.address.clone().ok_or_else(|| SpeechError::Fetch {
                from: entry.name.clone(),
                why: "it is published nowhere".to_owned(),
            })?,
            Some(from) if from.starts_with("http://") || from.starts_with("https://") => {
                if from.ends_with('/') {
                    format!("{from}{}", entry.file)
                } else {
                    from.to_owned()
                }
            }
            Some(folder) => return Ok(Self(Kind::Folder(PathBuf::from(folder).join(&entry.file)))),
        };
        Ok(Self(Kind::Address(agent(), address)))
    }
}

/// A client that trusts whom this machine trusts.
fn agent() -> Agent {
    let trusted = rustls_native_certs::load_native_certs().certs;
    let trusted: Vec<_> = trusted.iter().map(|certificate| Certificate::from_der(certificate).to_owned()).collect();
    let tls = TlsConfig::builder()
        .provider(TlsProvider::Rustls)
        .unversioned_rustls_crypto_provider(Arc::new(rustls::crypto::ring::default_provider()))
        .root_certs(RootCerts::Specific(Arc::new(trusted)))
        .build();
    let config = Agent::config_builder()
        .tls_config(tls)
        .http_status_as_error(false)
        .timeout_connect(Some(TO_ANSWER))
        .timeout_recv_response(Some(TO_ANSWER))
        .timeout_recv_body(Some(TO_SEND))
        .build();
    config.into()
}

impl Supply for Source {
    fn name(&self) -> String {
        match &self.0 {
            Kind::Address(_, address) => address.clone(),
            Kind::Folder(file) => file.display().to_string(),
        }
    }

    fn open(&mut self, from: u64) -> Result<Supplied, SpeechError> {
        let failed = |why: String| SpeechError::Fetch { from: self.name(), why };
        match &self.0 {
            Kind::Folder(file) => {
                let mut file = File::open(file).map_err(|fault| failed(fault.to_string()))?;
                file.seek(SeekFrom::Start(from)).map_err(|fault| failed(fault.to_string()))?;
                Ok(Supplied { starts_at: from, bytes: Box::new(file) })
            }
            Kind::Address(agent, address) => {
                let mut request = agent.get(address);
                if from > 0 {
                    request = request.header("Range", format!("bytes={from}-"));
                }
                let response = request.call().map_err(|fault| failed(fault.to_string()))?;
                let starts_at = match response.status() {
                    StatusCode::OK => 0,
                    StatusCode::PARTIAL_CONTENT => {
                        let range = response.headers().get("Content-Range").and_then(|range| range.to_str().ok());
                        let first =
                            range.and_then(|range| range.strip_prefix("bytes ")?.split('-').next()?.parse().ok());
                        first.ok_or_else(|| failed("it sends a part and does not say which".to_owned()))?
                    }
                    status => return Err(failed(format!("the server answered {status}"))),
                };
                Ok(Supplied { starts_at, bytes: Box::new(response.into_body().into_reader()) })
            }
        }
    }
}
