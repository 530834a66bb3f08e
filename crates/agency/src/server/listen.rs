//! Connections: taken in, by TLS where there is a certificate, bounded in number and in time, and let finish when
//! the server stops.

use std::{future::Future, io, net::SocketAddr, path::PathBuf, sync::Arc, time::Duration};

use axum::Router;
use hyper::{
    body::Incoming,
    service::{Service as _, service_fn},
};
use hyper_util::{
    rt::{TokioIo, TokioTimer},
    server::graceful::{GracefulShutdown, Watcher},
    service::TowerToHyperService,
};
use rustls::{
    ServerConfig,
    pki_types::{CertificateDer, PrivateKeyDer, pem::PemObject},
};
use tokio::{
    io::{AsyncRead, AsyncWrite},
    net::{TcpListener, TcpStream},
    sync::Semaphore,
};
use tokio_rustls::TlsAcceptor;

use super::{Service, admission::Peer, descriptors, router};
use crate::{registry::Registry, settings::Settings};

/// How long what is under way may take when the server stops.
const LAST_WORDS: Duration = Duration::from_secs(20);
/// How long a connection may take to agree on TLS.
const HANDSHAKE: Duration = Duration::from_secs(10);
/// After a connection could not be taken in (no descriptors are left).
const BREATH: Duration = Duration::from_millis(50);

/// Why the server does not serve.
#[derive(Debug, thiserror::Error)]
pub enum ServeFault {
    /// The address is taken, or not this machine's.
    #[error("cannot listen on {address}: {source}")]
    Address {
        /// Which.
        address: SocketAddr,
        /// What the system says.
        source: io::Error,
    },
    /// The certificate or its key cannot be read.
    #[error("{path}: {reason}")]
    Certificate {
        /// The file.
        path: PathBuf,
        /// What is wrong.
        reason: String,
    },
}

impl ServeFault {
    /// Kebab-case code.
    pub fn code(&self) -> &'static str {
        match self {
            Self::Address { .. } => "address-unusable",
            Self::Certificate { .. } => "certificate-unusable",
        }
    }
}

/// A server that has its address and does not take anybody in yet.
pub struct Server {
    service: Arc<Service>,
    listener: TcpListener,
    tls: Option<TlsAcceptor>,
}

impl Server {
    /// Takes the address.
    ///
    /// # Errors
    /// [`ServeFault`].
    pub async fn bind(registry: Registry, settings: Settings) -> Result<Self, ServeFault> {
        let address = settings.listen;
        let tls = acceptor(&settings)?;
        let bound = TcpListener::bind(address).await;
        let listener = bound.map_err(|source| ServeFault::Address { address, source })?;
        Ok(Self { service: Service::new(registry, settings), listener, tls })
    }

    /// Where it listens.
    ///
    /// # Errors
    /// The system's.
    pub fn address(&self) -> io::Result<SocketAddr> {
        self.listener.local_addr()
    }

    /// Serves until `stop`; then lets finish what is under way.
    pub async fn serve(self, stop: impl Future<Output = ()>) {
        let Self { service, listener, tls } = self;
        let ringing = tokio::spawn({
            let service = service.clone();
            async move { service.bell.ring(&service.registry).await }
        });
        let graceful = GracefulShutdown::new();
        let routes = TowerToHyperService::new(router(service.clone()));
        let Settings { connections, database_connections, .. } = service.settings;
        let places = Arc::new(Semaphore::new(descriptors::bounded(connections, database_connections)));
        let accept = async {
            loop {
                let Ok(place) = places.clone().acquire_owned().await else { return };
                match listener.accept().await {
                    Ok((stream, peer)) => {
                        let head = Duration::from_secs(service.settings.head_seconds);
                        let line = Line { routes: routes.clone(), head, peer, watcher: graceful.watcher() };
                        let tls = tls.clone();
                        tokio::spawn(async move {
                            connection(line, tls, stream).await;
                            drop(place);
                        });
                    }
                    Err(error) => {
                        tracing::warn!(%error, "a connection could not be taken in");
                        tokio::time::sleep(BREATH).await;
                    }
                }
            }
        };
        tokio::select! {
            () = accept => {}
            () = stop => {}
        }
        drop(listener);
        tracing::info!("stopping");
        service.bell.stop();
        if tokio::time::timeout(LAST_WORDS, graceful.shutdown()).await.is_err() {
            tracing::warn!("some connections did not end in time");
        }
        let _ = ringing.await;
    }
}

/// What one connection needs.
struct Line {
    routes: TowerToHyperService<Router>,
    head: Duration,
    peer: SocketAddr,
    watcher: Watcher,
}

async fn connection(line: Line, tls: Option<TlsAcceptor>, stream: TcpStream) {
    let _ = stream.set_nodelay(true);
    match tls {
        None => talk(line, stream).await,
        Some(tls) => match tokio::time::timeout(HANDSHAKE, tls.accept(stream)).await {
            Ok(Ok(stream)) => talk(line, stream).await,
            Ok(Err(error)) => tracing::debug!(%error, "no TLS"),
            Err(_) => tracing::debug!("TLS took too long"),
        },
    }
}

async fn talk<S: AsyncRead + AsyncWrite + Unpin + Send + 'static>(line: Line, stream: S) {
    let Line { routes, head, peer, watcher } = line;
    let from = service_fn(move |mut request: hyper::Request<Incoming>| {
        request.extensions_mut().insert(Peer(peer));
        routes.call(request)
    });
    let served = hyper::server::conn::http1::Builder::new()
        .timer(TokioTimer::new())
        .header_read_timeout(head)
        .serve_connection(TokioIo::new(stream), from);
    if let Err(error) = watcher.watch(served).await {
        tracing::debug!(%error, "a connection broke off");
    }
}

fn acceptor(settings: &Settings) -> Result<Option<TlsAcceptor>, ServeFault> {
    let (Some(certificate), Some(key)) = (&settings.certificate, &settings.certificate_key) else { return Ok(None) };
    let fault = |path: &PathBuf, reason: String| ServeFault::Certificate { path: path.clone(), reason };
    let chain = CertificateDer::pem_file_iter(certificate).and_then(Iterator::collect::<Result<Vec<_>, _>>);
    let chain = chain.map_err(|error| fault(certificate, error.to_string()))?;
    let private = PrivateKeyDer::from_pem_file(key).map_err(|error| fault(key, error.to_string()))?;
    let provider = Arc::new(rustls::crypto::ring::default_provider());
    let config = ServerConfig::builder_with_provider(provider)
        .with_safe_default_protocol_versions()
        .and_then(|builder| builder.with_no_client_auth().with_single_cert(chain, private));
    let config = config.map_err(|error| fault(certificate, error.to_string()))?;
    Ok(Some(TlsAcceptor::from(Arc::new(config))))
}
