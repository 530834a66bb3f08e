//! How the one printer is met: at its address, or where it announces itself; and the certificate that it is known by.
//!
//! Both are kept, so that after a restart it is the same printer, and another one in its place is noticed.

use std::{
    fs,
    path::{Path, PathBuf},
    time::Duration,
};

use kaunter_printer::{
    Fingerprint, Found, IppPrinter, MDNS_PORT, PrinterError, PrinterUri, TimeLimits, cups_queues, on_the_network,
};
use serde::{Deserialize, Serialize};

use crate::keep::keep;

/// In the place of an address: the printer that announces itself.
const FOUND: &str = "auto";
/// How long is listened for printers.
const LISTENS: Duration = Duration::from_secs(3);
/// Where this machine's own queues would be.
const OWN_QUEUES: &str = "ipp://localhost";

/// What is kept of the printer.
#[derive(Default, Serialize, Deserialize)]
struct Known {
    /// Where it was met.
    uri: Option<String>,
    /// The certificate that it showed.
    pinned: Option<Fingerprint>,
}

/// The way to the printer.
pub(super) struct Meeting {
    /// None where it has to be found.
    address: Option<PrinterUri>,
    limits: TimeLimits,
    memory: PathBuf,
    known: Known,
}

impl Meeting {
    /// At this address, or `auto`; `limits`: how long its answers are waited for; `folder`: where it is kept who was met.
    ///
    /// # Errors
    /// The address is none.
    pub fn new(address: &str, limits: TimeLimits, folder: &Path) -> Result<Self, PrinterError> {
        let address: Option<PrinterUri> = if address.trim() == FOUND { None } else { Some(address.parse()?) };
        let memory = folder.join("printer.toml");
        let kept: Known =
            fs::read_to_string(&memory).ok().and_then(|text| toml::from_str(&text).ok()).unwrap_or_default();
        // Of another printer nothing is known.
        let same = address.as_ref().is_none_or(|address| kept.uri.as_ref() == Some(&address.to_string()));
        Ok(Self { address, limits, memory, known: if same { kept } else { Known::default() } })
    }

    /// The printer, looked for where it is not known yet. Nothing is asked of it.
    ///
    /// # Errors
    /// A code: none announces itself, or several do; or this machine cannot look or encrypt.
    pub fn meet(&mut self) -> Result<IppPrinter, String> {
        let code = |error: PrinterError| error.code().to_owned();
        let kept = self.known.uri.as_deref().and_then(|uri| uri.parse().ok());
        let uri = match self.address.clone().or(kept) {
            Some(uri) => uri,
            None => {
                let mut found = on_the_network(LISTENS, MDNS_PORT).map_err(code)?;
                if found.is_empty() {
                    let own: PrinterUri = OWN_QUEUES.parse().map_err(code)?;
                    found = cups_queues(&own, self.limits).map_err(code)?;
                }
                the_only(found)?
            }
        };
        IppPrinter::new(uri, self.known.pinned, self.limits).map_err(code)
    }

    /// It has answered: from now on it is this one.
    pub fn met(&mut self, printer: &IppPrinter) {
        let (uri, pinned) = (printer.uri().to_string(), printer.pinned());
        if self.known.uri.as_ref() == Some(&uri) && self.known.pinned == pinned {
            return;
        }
        self.known = Known { uri: Some(uri), pinned };
        self.write();
    }

    /// Somebody has looked at the printer: whatever certificate it shows next is its own.
    pub fn trust_anew(&mut self) {
        self.known.pinned = None;
        self.write();
    }

    fn write(&self) {
        let text = toml::to_string(&self.known).unwrap_or_default();
        if let Err(error) = keep(&self.memory, &text) {
            tracing::warn!(code = "printer-not-kept", %error);
        }
    }
}

/// Of several nobody could say which one stands at this counter.
fn the_only(found: Vec<Found>) -> Result<PrinterUri, String> {
    let [only] = found.as_slice() else { return Err(unmet(found.len()).to_owned()) };
    only.uris.first().cloned().ok_or_else(|| unmet(0).to_owned())
}

/// Why none was met, where so many announce themselves.
fn unmet(found: usize) -> &'static str {
    match found {
        0 => "printer-not-found",
        _ => "printer-several-found",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(name: &str, uri: &str) -> Found {
        let uris = vec![uri.parse().unwrap()];
        Found { name: name.into(), model: None, place: None, uuid: None, uris, formats: Vec::new() }
    }

    #[test]
    fn of_printers_that_announce_themselves_only_a_single_one_is_taken() {
        let (one, two) = (found("Counter 3", "ipps://three.local"), found("Hall", "ipp://hall.local"));
        assert_eq!(the_only(vec![one.clone()]).unwrap(), one.uris[0]);
        assert_eq!(the_only(vec![]), Err("printer-not-found".to_owned()));
        assert_eq!(the_only(vec![one, two]), Err("printer-several-found".to_owned()));
    }

    #[test]
    fn who_was_met_is_known_after_a_restart_until_somebody_confirms_another() {
        let folder = tempfile::tempdir().unwrap();
        let meeting = || Meeting::new("ipps://three.local", TimeLimits::default(), folder.path()).unwrap();
        let mut first = meeting();
        let uri = first.meet().unwrap().uri().to_string();
        let pinned = "ab".repeat(32).parse().ok();
        first.known = Known { uri: Some(uri), pinned };
        first.write();
        assert_eq!(meeting().known.pinned, pinned);
        assert_eq!(
            Meeting::new("ipps://other.local", TimeLimits::default(), folder.path()).unwrap().known.pinned,
            None,
            "another printer"
        );
        meeting().trust_anew();
        assert_eq!(meeting().known.pinned, None);
    }
}
