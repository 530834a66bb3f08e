//! Which printers there are: those that announce themselves on the network (DNS-SD, PWG 5100.14 section 4.1), and the
//! queues of a CUPS server.
//!
//! It must never know which one is used.

use std::{
    collections::BTreeMap,
    net::IpAddr,
    time::{Duration, Instant},
};

use ipp::model::{DelimiterTag, Operation};
use mdns_sd::{IfKind, Receiver, ResolvedService, ServiceDaemon, ServiceEvent};
use serde::{Deserialize, Serialize};

use crate::{PrinterError, PrinterUri, TimeLimits, request::Request, wire::Wire};

/// The port of multicast DNS (RFC 6762 section 3).
pub const MDNS_PORT: u16 = 5353;
/// What printers announce themselves as: over TLS, and without.
const SERVICES: [(&str, bool); 2] = [("_ipps._tcp.local.", true), ("_ipp._tcp.local.", false)];
/// Printers that are looked at. An office has dozens.
const MOST: usize = 1000;
/// Letters of a name that are shown.
const LONGEST_NAME: usize = 200;

/// A printer or a queue that was found.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Found {
    /// What people call it.
    pub name: String,
    /// Make and model, if it says.
    pub model: Option<String>,
    /// Where it stands, if it says.
    pub place: Option<String>,
    /// The same wherever it is found, if it says; without `urn:uuid:`.
    pub uuid: Option<String>,
    /// Its addresses, an encrypted one first.
    pub uris: Vec<PrinterUri>,
    /// MIME types that it takes; empty where it does not say.
    pub formats: Vec<String>,
}

/// Looks for printers on the network for so long, and gives them by name. `port` is [`MDNS_PORT`] but in tests.
///
/// # Errors
/// [`PrinterError::DiscoveryFailed`] where this machine cannot ask the network. That nobody answers is no error.
pub fn on_the_network(how_long: Duration, port: u16) -> Result<Vec<Found>, PrinterError> {
    let failed = |error: mdns_sd::Error| PrinterError::DiscoveryFailed { cause: error.to_string() };
    let until = Instant::now() + how_long;
    let daemon = ServiceDaemon::new_with_port(port).map_err(failed)?;
    // Printers on a USB cable are announced on this machine only.
    daemon.enable_interface(IfKind::LoopbackV4).map_err(failed)?;
    let mut answers = Vec::new();
    for (service, is_secure) in SERVICES {
        answers.push((daemon.browse(service).map_err(failed)?, is_secure));
    }
    let mut found = BTreeMap::new();
    // What the later ones answer waits in its channel until the first has had its time.
    for (events, is_secure) in answers {
        take_in(&events, until, is_secure, &mut found);
    }
    drop(daemon.shutdown());
    let mut printers: Vec<Found> = found.into_values().collect();
    printers.sort_by(|a, b| a.name.cmp(&b.name));
    Ok(printers)
}

/// The queues of a CUPS server, by name; none where there is no server. `server` is usually `ipp://localhost`.
///
/// # Errors
/// Where something answers that is no CUPS server.
pub fn cups_queues(server: &PrinterUri, limits: TimeLimits) -> Result<Vec<Found>, PrinterError> {
    let root = server.with_path("/");
    let wanted = ["printer-name", "printer-info", "printer-make-and-model", "printer-location", "printer-uuid"];
    let request = Request::new(Operation::CupsGetPrinters, &root)?.signed()?.wanting(&wanted)?;
    let answer = match Wire::new(root.clone(), None, limits)?.ask(request, None) {
        Err(PrinterError::Offline { .. }) => return Ok(Vec::new()),
        answered => answered?,
    };
    let mut queues = Vec::new();
    for queue in answer.groups(DelimiterTag::PrinterAttributes).take(MOST) {
        let Some(name) = queue.word("printer-name")? else { continue };
        let filled = |word: Option<String>| word.filter(|word| !word.is_empty());
        queues.push(Found {
            model: filled(queue.word("printer-make-and-model")?),
            place: filled(queue.word("printer-location")?),
            uuid: queue.word("printer-uuid")?.map(|uuid| uuid.trim_start_matches("urn:uuid:").to_owned()),
            uris: vec![root.with_path(&format!("/printers/{name}"))],
            formats: Vec::new(),
            name: filled(queue.word("printer-info")?).unwrap_or(name),
        });
    }
    queues.sort_by(|a, b| a.name.cmp(&b.name));
    Ok(queues)
}

fn take_in(events: &Receiver<ServiceEvent>, until: Instant, is_secure: bool, found: &mut BTreeMap<String, Found>) {
    while let Ok(event) = events.recv_deadline(until) {
        if let ServiceEvent::ServiceResolved(service) = event
            && let Some(printer) = printer(&service, is_secure)
        {
            let key = printer.uuid.clone().unwrap_or_else(|| printer.name.clone());
            let is_full = found.len() >= MOST;
            match found.get_mut(&key) {
                Some(known) => {
                    let further = printer.uris.into_iter().filter(|uri| !known.uris.contains(uri));
                    known.uris.extend(further.collect::<Vec<_>>());
                }
                None if is_full => {}
                None => drop(found.insert(key, printer)),
            }
        }
    }
}

/// A printer from its announcement, which anybody on the network can make: only what is in order is taken.
fn printer(service: &ResolvedService, is_secure: bool) -> Option<Found> {
    let text = |key: &str| {
        let said = service.txt_properties.get_property_val_str(key).map(str::trim);
        said.filter(|said| !said.is_empty()).map(shown)
    };
    let path = format!("/{}", text("rp").unwrap_or_else(|| "ipp/print".to_owned()).trim_start_matches('/'));
    let host = service.host.trim_end_matches('.');
    // Some announce no host that resolves again; their address serves until they move.
    let host = if host.is_empty() { first_address(service)?.to_string() } else { host.to_owned() };
    let uri = PrinterUri::new(is_secure, &host, service.port, &path).ok()?;
    let name = service.fullname.strip_suffix(&service.ty_domain).unwrap_or(&service.fullname).trim_end_matches('.');
    Some(Found {
        name: shown(&unescaped(name)),
        model: text("ty"),
        place: text("note"),
        uuid: text("UUID"),
        uris: vec![uri],
        formats: text("pdl").map(|pdl| pdl.split(',').map(|mime| mime.trim().to_owned()).collect()).unwrap_or_default(),
    })
}

fn first_address(service: &ResolvedService) -> Option<IpAddr> {
    let mut addresses: Vec<IpAddr> = service.addresses.iter().map(mdns_sd::ScopedIp::to_ip_addr).collect();
    addresses.sort();
    addresses.first().copied()
}

/// A text from the network as it may be shown.
fn shown(text: &str) -> String {
    text.chars().take(LONGEST_NAME).map(|letter| if letter.is_control() { '\u{fffd}' } else { letter }).collect()
}

/// A name with its dots and backslashes as people write them (RFC 6763 section 4.3).
fn unescaped(name: &str) -> String {
    let mut plain = String::new();
    let mut letters = name.chars();
    while let Some(letter) = letters.next() {
        plain.extend(if letter == '\\' { letters.next() } else { Some(letter) });
    }
    plain
}
