//! Where a printer is: the URI that an officer types or discovery finds, and what HTTP makes of it.
//!
//! It must never know what is said to the printer.

use std::{fmt, str::FromStr};

use http::Uri;
use serde::{Deserialize, Serialize};

use crate::PrinterError;

/// The port of IPP (RFC 8010 section 4).
const IPP_PORT: u16 = 631;
/// The path of a printer that gives none (PWG 5100.14 section 4.2).
const USUAL_PATH: &str = "/ipp/print";
/// IPP limits a URI to 1023 octets (RFC 8011 section 5.1.6).
const LONGEST: usize = 1023;

/// The address of one printer or queue: `ipp://`, `ipps://`, `http://` or `https://`.
///
/// `ipp` and `ipps` mean port 631, `http` and `https` their own. Without a path, `/ipp/print` is meant, as driverless
/// printers have it. User names and passwords are refused: a kiosk has nowhere safe to keep them.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct PrinterUri {
    secure: bool,
    host: String,
    port: u16,
    path: String,
}

impl PrinterUri {
    /// An address from its parts; the path begins with `/`.
    ///
    /// # Errors
    /// [`PrinterError::AddressInvalid`] where the parts make no address.
    pub fn new(secure: bool, host: &str, port: u16, path: &str) -> Result<Self, PrinterError> {
        let host = if host.contains(':') && !host.starts_with('[') { format!("[{host}]") } else { host.to_owned() };
        let scheme = if secure { "ipps" } else { "ipp" };
        format!("{scheme}://{host}:{port}{path}").parse()
    }

    /// Whether the connection is encrypted.
    #[must_use]
    pub fn is_secure(&self) -> bool {
        self.secure
    }

    /// The host as it was given; an IPv6 address in brackets.
    #[must_use]
    pub fn host(&self) -> &str {
        &self.host
    }

    /// Another path at the same host.
    pub(crate) fn with_path(&self, path: &str) -> Self {
        Self { path: path.to_owned(), ..self.clone() }
    }

    /// Where HTTP requests go (RFC 8010 section 4.1, RFC 7472 for `ipps`).
    pub(crate) fn http(&self) -> String {
        let scheme = if self.secure { "https" } else { "http" };
        format!("{scheme}://{}:{}{}", self.host, self.port, self.path)
    }
}

impl fmt::Display for PrinterUri {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let scheme = if self.secure { "ipps" } else { "ipp" };
        write!(f, "{scheme}://{}", self.host)?;
        if self.port != IPP_PORT {
            write!(f, ":{}", self.port)?;
        }
        f.write_str(&self.path)
    }
}

impl FromStr for PrinterUri {
    type Err = PrinterError;

    fn from_str(address: &str) -> Result<Self, PrinterError> {
        let invalid = |why| PrinterError::AddressInvalid { address: address.chars().take(200).collect(), why };
        if address.len() > LONGEST {
            return Err(invalid("it is longer than IPP allows"));
        }
        let uri: Uri = address.trim().parse().map_err(|_| invalid("it is no URI"))?;
        let (secure, usual_port) = match uri.scheme_str() {
            Some("ipp") => (false, IPP_PORT),
            Some("ipps") => (true, IPP_PORT),
            Some("http") => (false, 80),
            Some("https") => (true, 443),
            Some(_) => return Err(invalid("printers are spoken to over ipp, ipps, http or https")),
            None => return Err(invalid("it does not begin with ipp:// or ipps://")),
        };
        let authority = uri.authority().ok_or_else(|| invalid("it names no host"))?;
        if authority.as_str().contains('@') {
            return Err(invalid("it holds a user name, which a kiosk does not keep"));
        }
        if uri.host().is_none_or(str::is_empty) {
            return Err(invalid("it names no host"));
        }
        let port = match authority.port() {
            Some(port) => Some(port.as_u16()).filter(|port| *port != 0).ok_or_else(|| invalid("no such port"))?,
            // A port that is no number below 65536 counts as none there.
            None if authority.as_str() != authority.host() => return Err(invalid("no such port")),
            None => usual_port,
        };
        let path = match uri.path() {
            "" | "/" => USUAL_PATH,
            path => path,
        };
        Ok(Self { secure, host: authority.host().to_owned(), port, path: path.to_owned() })
    }
}

impl TryFrom<String> for PrinterUri {
    type Error = PrinterError;

    fn try_from(address: String) -> Result<Self, PrinterError> {
        address.parse()
    }
}

impl From<PrinterUri> for String {
    fn from(uri: PrinterUri) -> Self {
        uri.to_string()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn taken(given: &str, shown: &str, http: &str) {
        let uri: PrinterUri = given.parse().unwrap();
        assert_eq!((uri.to_string().as_str(), uri.http().as_str()), (shown, http), "{given}");
        assert_eq!(shown.parse::<PrinterUri>().unwrap(), uri, "{given} comes back as itself");
    }

    #[test]
    fn an_address_is_taken_as_engineers_write_it() {
        taken("ipp://printer.local", "ipp://printer.local/ipp/print", "http://printer.local:631/ipp/print");
        taken("ipps://10.0.0.7/", "ipps://10.0.0.7/ipp/print", "https://10.0.0.7:631/ipp/print");
        taken("ipp://[fe80::1]:8631/q", "ipp://[fe80::1]:8631/q", "http://[fe80::1]:8631/q");
        taken(
            "http://localhost:631/printers/Kaunter",
            "ipp://localhost/printers/Kaunter",
            "http://localhost:631/printers/Kaunter",
        );
        taken(" https://print.example/ipp ", "ipps://print.example:443/ipp", "https://print.example:443/ipp");
    }

    #[test]
    fn what_is_no_address_says_why() {
        for (given, why) in [
            ("printer", "ipp://"),
            ("", "no URI"),
            ("socket://10.0.0.7:9100", "over ipp"),
            ("ipp://me:secret@10.0.0.7/", "user name"),
            ("ipp://10.0.0.7:99999/", "no such port"),
            ("ipp://10.0.0.7:0/", "no such port"),
            (&format!("ipp://h/{}", "a".repeat(1100)), "longer"),
        ] {
            let error = given.parse::<PrinterUri>().unwrap_err();
            assert_eq!(error.code(), "printer-address-invalid");
            assert!(error.to_string().contains(why), "{given}: {error}");
        }
    }
}
