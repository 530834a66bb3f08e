//! TLS: the server with its own certificate, and to a database that asks for it. The key under `data` is of tests alone.

use std::{
    io::{Read, Write},
    net::TcpStream,
    path::{Path, PathBuf},
    sync::Arc,
};

use rustls::{
    ClientConfig, ClientConnection, RootCertStore, StreamOwned,
    pki_types::{CertificateDer, pem::PemObject},
};
use uuid::Uuid;

use crate::{
    courier::envelope,
    hall::Hall,
    postgres::{Postgres, Reached},
};

pub fn data(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data").join(name)
}

/// What a kiosk that trusts these authorities is answered, if anything.
fn asked(hall: &Hall, name: &str, trusts: &[&str]) -> std::io::Result<String> {
    let mut roots = RootCertStore::empty();
    trusts.iter().for_each(|file| roots.add(CertificateDer::from_pem_file(data(file)).unwrap()).unwrap());
    let config = ClientConfig::builder_with_provider(Arc::new(rustls::crypto::ring::default_provider()))
        .with_safe_default_protocol_versions()
        .unwrap()
        .with_root_certificates(roots)
        .with_no_client_auth();
    let connection = ClientConnection::new(Arc::new(config), name.to_owned().try_into().unwrap()).unwrap();
    let mut line = StreamOwned::new(connection, TcpStream::connect(hall.address())?);
    line.write_all(b"GET /healthz HTTP/1.1\r\nhost: localhost\r\nconnection: close\r\n\r\n")?;
    let mut answer = String::new();
    line.read_to_string(&mut answer)?;
    Ok(answer)
}

#[test]
fn a_kiosk_is_heard_over_tls_and_believes_only_this_server() {
    let files = format!("certificate = {:?}\ncertificate_key = {:?}", data("server.pem"), data("server.key"));
    let hall = Hall::open_with(&files);
    assert!(asked(&hall, "localhost", &["authority.pem"]).unwrap().ends_with("alive\n"));
    assert!(asked(&hall, "elsewhere", &["authority.pem"]).is_err());
    assert!(asked(&hall, "localhost", &[]).is_err());
    // Whoever speaks without it is hung up on, and the others are served.
    let mut plain = TcpStream::connect(hall.address()).unwrap();
    plain.write_all(b"GET /healthz HTTP/1.1\r\nhost: a\r\n\r\n").unwrap();
    let mut answer = Vec::new();
    let _ = plain.read_to_end(&mut answer);
    assert!(!String::from_utf8_lossy(&answer).contains("alive"));
    assert!(asked(&hall, "localhost", &["authority.pem"]).is_ok());
}

#[test]
fn a_certificate_that_cannot_be_read_is_named() {
    let hall = Hall::with("certificate = \"nowhere.pem\"\ncertificate_key = \"nowhere.key\"");
    hall.refused(&["serve", "--listen", "127.0.0.1:0"], "nowhere.pem");
}

#[test]
fn the_database_is_reached_over_tls_and_only_the_right_one() {
    let postgres = Postgres::start_with(Reached::OverTls);
    let url = postgres.database("agency");
    let settings = |authority: &str| format!("database = \"{url}\"\ndatabase_ca = {:?}", data(authority));
    let hall = Hall::open_with(&settings("authority.pem"));
    let kiosk = hall.kiosk("harbour", "main", "hall-1");
    kiosk.send(Uuid::now_v7(), &envelope("sealed")).unwrap();
    hall.set(&format!("database = \"{url}\""));
    hall.refused(&["tenant", "list"], "database_ca");
    hall.set(&settings("server.pem"));
    hall.refused(&["tenant", "list"], "cannot be reached");
    hall.refused(&["tenant", "list"], "invalid peer certificate");
}
