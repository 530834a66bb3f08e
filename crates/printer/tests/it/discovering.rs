//! Printers that announce themselves. The announcements are made by the same library on a port of our own, so that
//! neither the printers of the house nor other tests are met.

use std::{collections::HashMap, net::UdpSocket, time::Duration};

use kaunter_printer::{Found, on_the_network};
use mdns_sd::{IfKind, ServiceDaemon, ServiceInfo};

use crate::machines::wait_for;

struct Announced {
    daemon: ServiceDaemon,
    port: u16,
}

impl Announced {
    fn new() -> Self {
        let port = UdpSocket::bind("0.0.0.0:0").unwrap().local_addr().unwrap().port();
        let daemon = ServiceDaemon::new_with_port(port).unwrap();
        daemon.enable_interface(IfKind::LoopbackV4).unwrap();
        Self { daemon, port }
    }

    fn printer(&self, service: &str, name: &str, about: &[(&str, &str)]) {
        let about: HashMap<String, String> =
            about.iter().map(|(key, value)| ((*key).into(), (*value).into())).collect();
        let info = ServiceInfo::new(service, name, "printer.local.", "127.0.0.1", 8631, about).unwrap();
        self.daemon.register(info).unwrap();
    }

    /// Looks until so many have been found.
    fn found(&self, count: usize) -> Vec<Found> {
        wait_for("the announcements", || {
            let found = on_the_network(Duration::from_millis(1500), self.port).unwrap();
            (found.len() >= count).then_some(found)
        })
    }
}

impl Drop for Announced {
    fn drop(&mut self) {
        drop(self.daemon.shutdown());
    }
}

#[test]
fn printers_are_found_with_what_they_say_of_themselves() {
    let network = Announced::new();
    let about = [
        ("rp", "ipp/print"),
        ("ty", "Example 200"),
        ("note", "Counter 3"),
        ("pdl", "application/pdf,image/urf"),
        ("UUID", "a-b"),
    ];
    network.printer("_ipp._tcp.local.", "Left", &about);
    network.printer("_ipps._tcp.local.", "Left", &about);
    network.printer("_ipp._tcp.local.", "櫃台 2", &[("rp", "/printers/Right"), ("ty", "")]);
    network.printer("_ipp._tcp.local.", "Broken", &[("rp", "no path at all")]);
    let found = wait_for("both ways to the left one", || {
        let found = network.found(2);
        (found[0].uris.len() == 2).then_some(found)
    });
    let (left, right) = (&found[0], &found[1]);
    assert_eq!((left.name.as_str(), left.model.as_deref()), ("Left", Some("Example 200")));
    assert_eq!((left.place.as_deref(), left.uuid.as_deref()), (Some("Counter 3"), Some("a-b")));
    assert_eq!(left.formats, ["application/pdf", "image/urf"]);
    let uris: Vec<String> = left.uris.iter().map(ToString::to_string).collect();
    let encrypted_first = ["ipps://printer.local:8631/ipp/print", "ipp://printer.local:8631/ipp/print"];
    assert_eq!(uris, encrypted_first);
    assert_eq!((right.name.as_str(), right.model.as_deref(), right.formats.len()), ("櫃台 2", None, 0));
    assert_eq!(right.uris[0].to_string(), "ipp://printer.local:8631/printers/Right");
    assert_eq!(found.len(), 2, "what has no address is left out");
}

#[test]
fn a_quiet_network_has_no_printers() {
    let network = Announced::new();
    assert_eq!(on_the_network(Duration::from_millis(300), network.port).unwrap(), []);
}
