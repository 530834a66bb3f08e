//! `serve`: the server's process.

use std::net::SocketAddr;

use anyhow::Result;
use clap::Args;
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
        // A log that is set already is as good.
        let _ = tracing_subscriber::fmt().json().with_env_filter(filter).with_writer(std::io::stderr).try_init();
        let mut settings = place.settings;
        settings.listen = self.listen.unwrap_or(settings.listen);
        let secured = settings.certificate.is_some();
        let server = Server::bind(place.registry, settings).await?;
        let address = server.address()?;
        tracing::info!(%address, tls = secured, "serving");
        // For whoever started it and wants to know the port.
        println!("listening on {}://{address}", if secured { "https" } else { "http" });
        server.serve(asked_to_stop()).await;
        tracing::info!("stopped");
        Ok(())
    }
}

async fn asked_to_stop() {
    #[cfg(unix)]
    {
        let terminated = signal::unix::signal(signal::unix::SignalKind::terminate());
        match terminated {
            Ok(mut terminated) => tokio::select! {
                _ = signal::ctrl_c() => {}
                _ = terminated.recv() => {}
            },
            Err(_) => drop(signal::ctrl_c().await),
        }
    }
    #[cfg(not(unix))]
    drop(signal::ctrl_c().await);
}
