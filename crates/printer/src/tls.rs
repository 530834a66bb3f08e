//! Encryption for connections to printers, by the certificate that was met first.
//!
//! It also says how far a connection came: whether a request can have arrived depends on it.
//! It must never know what is said over the connection.

use std::{
    fmt,
    io::{Read, Write},
    sync::{
        Arc,
        atomic::{AtomicU8, Ordering},
    },
};

use rustls::{ClientConfig, ClientConnection, StreamOwned, crypto::CryptoProvider, pki_types::ServerName};
use ureq::unversioned::transport::{
    Buffers, ConnectionDetails, Connector, Either, LazyBuffers, NextTimeout, Transport, TransportAdapter,
};

use crate::{Fingerprint, trust::FirstMet};

/// How far a connection came.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stage {
    /// Nobody was there.
    Nobody,
    /// Somebody was there, and encryption was not agreed on.
    Met,
    /// Requests can travel.
    Open,
}

/// Where a connection writes down how far it came.
#[derive(Debug, Clone, Default)]
pub struct Progress(Arc<AtomicU8>);

impl Progress {
    /// The furthest stage.
    pub fn stage(&self) -> Stage {
        match self.0.load(Ordering::SeqCst) {
            0 => Stage::Nobody,
            1 => Stage::Met,
            _ => Stage::Open,
        }
    }

    fn reached(&self, stage: Stage) {
        self.0.store(stage as u8, Ordering::SeqCst);
    }
}

/// What encryption with one printer is agreed by.
#[derive(Clone)]
pub struct Encryption {
    config: Arc<ClientConfig>,
    trust: Arc<FirstMet>,
}

impl Encryption {
    /// With the certificate of an earlier meeting, if there was one.
    pub fn new(pinned: Option<Fingerprint>) -> Result<Self, rustls::Error> {
        let provider: Arc<CryptoProvider> = Arc::new(rustls::crypto::ring::default_provider());
        let trust = Arc::new(FirstMet::new(pinned, Arc::clone(&provider)));
        let config = ClientConfig::builder_with_provider(provider)
            .with_safe_default_protocol_versions()?
            .dangerous()
            .with_custom_certificate_verifier(Arc::<FirstMet>::clone(&trust))
            .with_no_client_auth();
        Ok(Self { config: Arc::new(config), trust })
    }

    /// The certificates met so far.
    pub fn trust(&self) -> &FirstMet {
        &self.trust
    }
}

/// Puts encryption over a connection where the address asks for it.
pub struct Encrypting {
    encryption: Encryption,
    progress: Progress,
}

impl Encrypting {
    /// For one connection, whose progress can be looked at from outside.
    pub fn new(encryption: Encryption, progress: Progress) -> Self {
        Self { encryption, progress }
    }
}

impl fmt::Debug for Encrypting {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Encrypting").finish_non_exhaustive()
    }
}

impl<In: Transport> Connector<In> for Encrypting {
    type Out = Either<In, Encrypted>;

    fn connect(&self, details: &ConnectionDetails<'_>, chained: Option<In>) -> Result<Option<Self::Out>, ureq::Error> {
        let Some(plain) = chained else { return Ok(None) };
        if !details.needs_tls() {
            self.progress.reached(Stage::Open);
            return Ok(Some(Either::A(plain)));
        }
        self.progress.reached(Stage::Met);
        let host = details.uri.host().unwrap_or_default().trim_matches(['[', ']']).to_owned();
        let name = ServerName::try_from(host).map_err(|_| ureq::Error::Tls("the host has no name to encrypt for"))?;
        let mut connection = ClientConnection::new(Arc::clone(&self.encryption.config), name)
            .map_err(|_| ureq::Error::Tls("encryption cannot be begun"))?;
        let mut socket = TransportAdapter::new(plain.boxed(), Arc::clone(&details.current_time));
        socket.set_timeout(details.timeout);
        connection.complete_io(&mut socket)?;
        self.progress.reached(Stage::Open);
        let buffers = LazyBuffers::new(details.config.input_buffer_size(), details.config.output_buffer_size());
        Ok(Some(Either::B(Encrypted { buffers, stream: StreamOwned::new(connection, socket) })))
    }
}

/// An encrypted connection.
pub struct Encrypted {
    buffers: LazyBuffers,
    stream: StreamOwned<ClientConnection, TransportAdapter>,
}

impl fmt::Debug for Encrypted {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Encrypted").finish_non_exhaustive()
    }
}

impl Transport for Encrypted {
    fn buffers(&mut self) -> &mut dyn Buffers {
        &mut self.buffers
    }

    fn transmit_output(&mut self, amount: usize, timeout: NextTimeout) -> Result<(), ureq::Error> {
        self.stream.sock.set_timeout(timeout);
        let output = self.buffers.output().get(..amount).unwrap_or_default();
        self.stream.write_all(output)?;
        Ok(())
    }

    fn await_input(&mut self, timeout: NextTimeout) -> Result<bool, ureq::Error> {
        self.stream.sock.set_timeout(timeout);
        let amount = self.stream.read(self.buffers.input_append_buf())?;
        self.buffers.input_appended(amount);
        Ok(amount > 0)
    }

    fn is_open(&mut self) -> bool {
        self.stream.sock.get_mut().is_open()
    }

    fn is_tls(&self) -> bool {
        true
    }
}
