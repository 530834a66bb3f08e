//! `serve`: the server's process.

use std::{io, net::SocketAddr};

use anyhow::Result;
use clap::Args;
use kaunter_terminal::out;
use tokio::signal;
use tracing_subscriber::EnvFilter;

use crate::{place::Place, server::Server};

/// Serves kiosks until it is told to stop.
#[derive(Args)]
pub struct Serve {
    /// Address and port, in the place of the settings' one; port 0 takes a free one.
    #[arg(long)]
    listen: Option<SocketAddr>,
}

impl Serve {
    pub(super) async fn run(self, place: Place) -> Result<()> {
        let filter = EnvFilter::try_new(&place.settings.log).unwrap_or_else(|_| EnvFilter::new("info"));
        let log = tracing_subscriber::fmt().json().with_env_filter(filter).with_writer(std::io::stderr);
        // A log that is set already is as good, and kiosks are served where nobody reads it any longer.
        let _ = log.log_internal_errors(false).try_init();
        let mut settings = place.settings;
        settings.listen = self.listen.unwrap_or(settings.listen);
        let secured = settings.certificate.is_some();
        // Before anybody is told where it listens: who starts it may stop it at once.
        let stop = Stop::listen()?;
        let server = Server::bind(place.registry, settings).await?;
        let address = server.address()?;
        tracing::info!(%address, tls = secured, "serving");
        // For whoever started it and wants to know the port.
        out!("listening on {}://{address}", if secured { "https" } else { "http" });
        server.serve(stop.asked()).await;
        tracing::info!("stopped");
        Ok(())
    }
}

/// What ends the server in order. It is listened for from the moment it is made.
struct Stop {
    #[cfg(unix)]
    terminated: signal::unix::Signal,
    #[cfg(unix)]
    interrupted: signal::unix::Signal,
    #[cfg(windows)]
    interrupted: signal::windows::CtrlC,
}

impl Stop {
    fn listen() -> io::Result<Self> {
        Ok(Self {
            #[cfg(unix)]
            terminated: signal::unix::signal(signal::unix::SignalKind::terminate())?,
            #[cfg(unix)]
            interrupted: signal::unix::signal(signal::unix::SignalKind::interrupt())?,
            #[cfg(windows)]
            interrupted: signal::windows::ctrl_c()?,
        })
    }

    async fn asked(mut self) {
        #[cfg(unix)]
        tokio::select! {
            _ = self.interrupted.recv() => {}
            _ = self.terminated.recv() => {}
        }
        #[cfg(windows)]
        let _ = self.interrupted.recv().await;
    }
}
