//! Which certificate a printer may show.
//!
//! Printers sign their certificates themselves, for names and years of their own: no authority vouches for them and no
//! name in them can be checked. So the kiosk remembers the certificate that it met first and takes no other, as SSH
//! does. That protects everything after the first meeting, which an engineer makes at the counter. The signature in the
//! handshake is always checked: whoever copies a certificate without its key is refused.
//! It must never know what is said over the connection.

use std::{
    fmt,
    str::FromStr,
    sync::{Arc, Mutex, PoisonError},
};

use rustls::{
    CertificateError, DigitallySignedStruct, SignatureScheme,
    client::danger::{HandshakeSignatureValid, ServerCertVerified, ServerCertVerifier},
    crypto::{CryptoProvider, verify_tls12_signature, verify_tls13_signature},
    pki_types::{CertificateDer, ServerName, UnixTime},
};
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

/// The SHA-256 of a printer's certificate, written as 64 hexadecimal digits.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Fingerprint([u8; 32]);

impl Fingerprint {
    fn of(certificate: &CertificateDer<'_>) -> Self {
        Self(Sha256::digest(certificate.as_ref()).into())
    }
}

impl fmt::Display for Fingerprint {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.iter().try_for_each(|byte| write!(f, "{byte:02x}"))
    }
}

impl FromStr for Fingerprint {
    type Err = &'static str;

    /// Colons between the digits, as other programs write them, are allowed.
    fn from_str(text: &str) -> Result<Self, Self::Err> {
        const WRONG: &str = "a fingerprint is 64 hexadecimal digits";
        let digits: Vec<u8> = text
            .chars()
            .filter(|c| *c != ':')
            .map(|c| c.to_digit(16).map(|d| d as u8).ok_or(WRONG))
            .collect::<Result<_, _>>()?;
        let bytes: Vec<u8> =
            digits.chunks_exact(2).map(|pair| pair.iter().fold(0, |byte, digit| byte << 4 | digit)).collect();
        if digits.len() != 64 { Err(WRONG) } else { bytes.try_into().map(Self).map_err(|_| WRONG) }
    }
}

impl TryFrom<String> for Fingerprint {
    type Error = &'static str;

    fn try_from(text: String) -> Result<Self, Self::Error> {
        text.parse()
    }
}

impl From<Fingerprint> for String {
    fn from(fingerprint: Fingerprint) -> Self {
        fingerprint.to_string()
    }
}

/// What is known of one printer's certificate.
#[derive(Debug, Default)]
struct Known {
    pinned: Option<Fingerprint>,
    stranger: Option<Fingerprint>,
}

/// Takes the first certificate that it meets, and from then on only that one.
#[derive(Debug)]
pub struct FirstMet {
    known: Mutex<Known>,
    provider: Arc<CryptoProvider>,
}

impl FirstMet {
    /// With the certificate of an earlier meeting, if there was one.
    pub fn new(pinned: Option<Fingerprint>, provider: Arc<CryptoProvider>) -> Self {
        Self { known: Mutex::new(Known { pinned, stranger: None }), provider }
    }

    /// The certificate that is taken, once one was met.
    pub fn pinned(&self) -> Option<Fingerprint> {
        self.known.lock().unwrap_or_else(PoisonError::into_inner).pinned
    }

    /// The known certificate and the other one that was shown last, if one was.
    pub fn take_stranger(&self) -> Option<(Fingerprint, Fingerprint)> {
        let mut known = self.known.lock().unwrap_or_else(PoisonError::into_inner);
        known.pinned.zip(known.stranger.take())
    }
}

impl ServerCertVerifier for FirstMet {
    fn verify_server_cert(
        &self,
        certificate: &CertificateDer<'_>,
        _: &[CertificateDer<'_>],
        _: &ServerName<'_>,
        _: &[u8],
        _: UnixTime,
    ) -> Result<ServerCertVerified, rustls::Error> {
        let shown = Fingerprint::of(certificate);
        let mut known = self.known.lock().unwrap_or_else(PoisonError::into_inner);
        if *known.pinned.get_or_insert(shown) == shown {
            Ok(ServerCertVerified::assertion())
        } else {
            known.stranger = Some(shown);
            Err(rustls::Error::InvalidCertificate(CertificateError::ApplicationVerificationFailure))
        }
    }

    fn verify_tls12_signature(
        &self,
        message: &[u8],
        certificate: &CertificateDer<'_>,
        signed: &DigitallySignedStruct,
    ) -> Result<HandshakeSignatureValid, rustls::Error> {
        verify_tls12_signature(message, certificate, signed, &self.provider.signature_verification_algorithms)
    }

    fn verify_tls13_signature(
        &self,
        message: &[u8],
        certificate: &CertificateDer<'_>,
        signed: &DigitallySignedStruct,
    ) -> Result<HandshakeSignatureValid, rustls::Error> {
        verify_tls13_signature(message, certificate, signed, &self.provider.signature_verification_algorithms)
    }

    fn supported_verify_schemes(&self) -> Vec<SignatureScheme> {
        self.provider.signature_verification_algorithms.supported_schemes()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_fingerprint_is_read_as_it_is_written() {
        let shown = Fingerprint::of(&CertificateDer::from(vec![1, 2, 3])).to_string();
        assert_eq!(shown.len(), 64);
        assert_eq!(shown.parse::<Fingerprint>().unwrap().to_string(), shown);
        let colons: Vec<_> =
            shown.as_bytes().chunks(2).map(|pair| str::from_utf8(pair).unwrap().to_uppercase()).collect();
        assert_eq!(colons.join(":").parse::<Fingerprint>().unwrap().to_string(), shown);
        for wrong in
            ["", "ab", &shown[1..], &format!("{shown}0"), &shown.replace('0', "x").replace('1', "y").replace('2', "é")]
        {
            assert!(wrong.parse::<Fingerprint>().is_err(), "{wrong}");
        }
    }
}
