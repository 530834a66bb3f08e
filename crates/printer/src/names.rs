//! Addresses for host names that end in `.local`: printers announce these themselves, and systems without a plug-in for
//! them do not find them (RFC 6762 section 3).
//!
//! It must never know what the host is asked for.

use std::{
    net::{IpAddr, SocketAddr},
    sync::{Arc, Mutex, PoisonError},
    time::{Duration, Instant},
};

use mdns_sd::{HostnameResolutionEvent, IfKind, Receiver, ServiceDaemon};
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

/// How long an answer holds: a job is asked after each second, and the network need not be.
const FRESH: Duration = Duration::from_secs(30);

/// Asks the network for `.local` names, and the system for all others and where nobody answers. For one host.
#[derive(Debug, Clone, Default)]
pub struct LocalNames {
    known: Arc<Mutex<Option<Answered>>>,
}

#[derive(Debug)]
struct Answered {
    at: Instant,
    addresses: Vec<IpAddr>,
}

impl LocalNames {
    fn addresses(&self, host: &str) -> Vec<IpAddr> {
        let mut known = self.known.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(answered) = known.as_ref().filter(|answered| answered.at.elapsed() < FRESH) {
            return answered.addresses.clone();
        }
        let found = asked(host);
        *known = (!found.is_empty()).then(|| Answered { at: Instant::now(), addresses: found.clone() });
        found
    }
}

impl Resolver for LocalNames {
    fn resolve(&self, uri: &Uri, config: &Config, timeout: NextTimeout) -> Result<ResolvedSocketAddrs, ureq::Error> {
        let host = uri.host().unwrap_or_default().trim_end_matches('.');
        if let (Some(port), true) = (uri.port_u16(), host.to_ascii_lowercase().ends_with(".local")) {
            let mut found = self.empty();
            for address in self.addresses(&format!("{host}.")).into_iter().take(MOST_ADDRESSES) {
                found.push(SocketAddr::new(address, port));
            }
            if !found.is_empty() {
                return Ok(found);
            }
        }
        DefaultResolver::default().resolve(uri, config, timeout)
    }
}

/// The first addresses that the network gives, those of version 4 first: addresses that hold on one link only need
/// more than a number.
fn asked(host: &str) -> Vec<IpAddr> {
    let Ok(daemon) = ServiceDaemon::new() else { return Vec::new() };
    drop(daemon.enable_interface(IfKind::LoopbackV4));
    let patience = u64::try_from(PATIENCE.as_millis()).unwrap_or(u64::MAX);
    let answers = daemon.resolve_hostname(host, Some(patience));
    let mut addresses = answers.map(|answers| first_addresses(&answers)).unwrap_or_default();
    addresses.sort_by_key(IpAddr::is_ipv6);
    // Its thread ends by itself; nobody waits for it.
    drop(daemon.shutdown());
    addresses
}

fn first_addresses(answers: &Receiver<HostnameResolutionEvent>) -> Vec<IpAddr> {
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
