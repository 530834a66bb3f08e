//! Encrypted printing: the certificate that was met first, and no other.

use crate::machines::{Device, Kiosk};

fn encrypted(printer: &Device) -> String {
    printer.uri().replace("ipp://", "ipps://")
}

#[test]
fn the_first_certificate_is_remembered_and_another_refused() {
    let mut printer = Device::usual();
    let mut kiosk = Kiosk::at(&encrypted(&printer));
    kiosk.print().unwrap();
    assert_eq!(kiosk.follows(), "printed");
    let pin = kiosk.printer.pinned().unwrap();

    printer.switch_off();
    printer.switch_on();
    let mut next_day = Kiosk::with_pin(&encrypted(&printer), Some(pin));
    next_day.print().unwrap();
    assert_eq!(next_day.follows(), "printed", "the same printer after a night");

    printer.switch_off();
    printer.forget_keys();
    printer.switch_on();
    let mut stranger = Kiosk::with_pin(&encrypted(&printer), Some(pin));
    assert_eq!(stranger.print().unwrap_err().code(), "printer-certificate-changed");
    assert_eq!(stranger.printer.pinned(), Some(pin), "what is known stays known");
    assert_eq!(kiosk.print().unwrap_err().code(), "printer-certificate-changed", "also without a restart");
}

#[test]
fn what_does_not_speak_tls_gets_nothing() {
    let server = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
    let uri = format!("ipps://localhost:{}/", server.local_addr().unwrap().port());
    std::thread::spawn(move || {
        for visitor in server.incoming() {
            drop(std::io::Write::write_all(&mut visitor.unwrap(), b"HTTP/1.1 200 OK\r\n\r\n"));
        }
    });
    assert_eq!(Kiosk::at(&uri).print().unwrap_err().code(), "printer-encryption-failed");
}
