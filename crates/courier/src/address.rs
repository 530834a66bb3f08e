//! Address of an agency's server: secured, unless it is this very machine.

use crate::CourierError;

/// The address without a slash at the end.
pub(crate) fn checked(address: &str) -> Result<String, CourierError> {
    let address = address.trim().trim_end_matches('/');
    let unusable = || CourierError::AddressUnusable { address: address.to_owned() };
    let (secured, rest) = match (address.strip_prefix("https://"), address.strip_prefix("http://")) {
        (Some(rest), _) => (true, rest),
        (_, Some(rest)) => (false, rest),
        _ => return Err(unusable()),
    };
    let host = rest.rsplit_once(':').map_or(rest, |(host, _)| host);
    let plain = !rest.is_empty() && rest.bytes().all(|byte| byte.is_ascii_graphic() && !b"/?#@\\".contains(&byte));
    let here = ["127.0.0.1", "[::1]", "localhost"].contains(&host);
    if plain && !host.is_empty() && (secured || here) { Ok(address.to_owned()) } else { Err(unusable()) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_secured_addresses_are_taken_and_this_machine() {
        for address in ["https://agency.example", "https://10.0.0.7:8711/", "http://127.0.0.1:8711", "http://[::1]:80"]
        {
            assert!(checked(address).is_ok(), "{address}");
        }
        for address in [
            "",
            "agency.example",
            "http://agency.example",
            "ftp://a",
            "https://",
            "https://a/b",
            "https://a b",
            "http://127.0.0.1@evil.example",
            "http://127.0.0.1.evil.example",
        ] {
            assert_eq!(checked(address).unwrap_err().code(), "agency-address-unusable", "{address}");
        }
    }
}
