//! Addresses for host names that end in `.local`: printers announce these themselves, and systems without a plug-in for
//! them do not find them (RFC 6762 section 3).
//!
//! It must never know what the host is asked for.

use std::{net::SocketAddr, time::Duration};

use mdns_sd::{HostnameResolutionEvent, Receiver, ServiceDaemon};
use ureq::{
    config::Config,
    http::Uri,
    unversioned::{
        resolver::{DefaultResolver, ResolvedSocketAddrs, Resolver},
        transport::NextTimeout,
    },
};

/// How long a printer may take to say its address. Those that are awake take milliseconds.
const PATIENCE: Duration = Duration::from_millis(1500);

/// Addresses that are tried; no more fit into the list.
const MOST_ADDRESSES: usize = 16;

/// Asks the network for `.local` names, and the system for all others and where nobody answers.
#[derive(Debug, Default)]
pub struct LocalNames {
    system: DefaultResolver,
}

impl Resolver for LocalNames {
    fn resolve(&self, uri: &Uri, config: &Config, timeout: NextTimeout) -> Result<ResolvedSocketAddrs, ureq::Error> {
        let host = uri.host().unwrap_or_default().trim_end_matches('.');
        if let (Some(port), true) = (uri.port_u16(), host.to_ascii_lowercase().ends_with(".local")) {
            let mut found = self.empty();
            for address in asked(&format!("{host}.")).into_iter().take(MOST_ADDRESSES) {
                found.push(SocketAddr::new(address, port));
            }
            if !found.is_empty() {
                return Ok(found);
            }
        }
        self.system.resolve(uri, config, timeout)
    }
}

/// The first addresses that the network gives, those of version 4 first: addresses that hold on one link only need
/// more than a number.
fn asked(host: &str) -> Vec<std::net::IpAddr> {
    let Ok(daemon) = ServiceDaemon::new() else { return Vec::new() };
    let patience = u64::try_from(PATIENCE.as_millis()).unwrap_or(u64::MAX);
    let answers = daemon.resolve_hostname(host, Some(patience));
    let mut addresses = answers.map(|answers| first_addresses(&answers)).unwrap_or_default();
    addresses.sort_by_key(std::net::IpAddr::is_ipv6);
    // Its thread ends by itself; nobody waits for it.
    drop(daemon.shutdown());
    addresses
}

fn first_addresses(answers: &Receiver<HostnameResolutionEvent>) -> Vec<std::net::IpAddr> {
    while let Ok(event) = answers.recv_timeout(PATIENCE) {
        match event {
            HostnameResolutionEvent::AddressesFound(_, found) => {
                return found.iter().map(mdns_sd::ScopedIp::to_ip_addr).collect();
            }
            HostnameResolutionEvent::SearchTimeout(_) | HostnameResolutionEvent::SearchStopped(_) => break,
            _ => {}
        }
    }
    Vec::new()
}
