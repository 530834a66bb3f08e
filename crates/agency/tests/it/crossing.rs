//! One agency's kiosk tries to reach what is another's, and what is another site's.

use kaunter_protocol::{Digest, ProblemCode};
use uuid::Uuid;

use crate::{
    courier::{envelope, refused},
    downloads::publish,
    hall::Hall,
    news::{bulletin, import},
};

#[test]
fn a_kiosk_reaches_nothing_of_another_agency() {
    let hall = Hall::open();
    let ours = hall.kiosk("harbour", "main", "hall-1");
    let thief = hall.kiosk("hill", "main", "hall-1");
    let (id, form) = (Uuid::now_v7(), envelope("ours"));
    let receipt = ours.send(id, &form).unwrap();
    let sha256 = publish(&hall, "1", b"our answers", &[]);
    bulletin(&hall, "storm", &[]);
    import(&hall, "main", "reference,status\nAB-000001,ready\n");

    // Their form: the receipt is not told, and the same id is another form there.
    refused(thief.receipt(id), ProblemCode::NotFound);
    let theirs = thief.send(id, &form).unwrap();
    assert_ne!(theirs.signature, receipt.signature);
    assert_eq!(ours.receipt(id).unwrap(), receipt);
    // Their pack.
    assert!(thief.packs().unwrap().offers.is_empty());
    assert_eq!(thief.download(sha256, None, 1 << 20).0, 404);
    assert_eq!(thief.download(Digest::of(b"guessed"), None, 1 << 20).0, 404);
    // Their notices and statuses.
    assert!(thief.notices(0, 0).unwrap().notices.is_empty());
    assert!(thief.statuses(0).unwrap().rows.is_empty());
    // Their kiosks, from the desk of the other agency.
    hall.refused(&["kiosk", "revoke", "--tenant", "hill", "hall-9"], "no such kiosk");
    hall.desk(&["kiosk", "revoke", "--tenant", "hill", "hall-1"]);
    refused(thief.packs(), ProblemCode::KioskRevoked);
    assert_eq!(ours.packs().unwrap().offers.len(), 1);
}

#[test]
fn a_site_has_its_own_packs_notices_and_statuses() {
    let hall = Hall::open();
    let main = hall.kiosk("harbour", "main", "hall-1");
    let north = hall.kiosk("harbour", "north", "hall-2");
    let sha256 = publish(&hall, "1", b"only for the north", &["--site", "north"]);
    bulletin(&hall, "closed", &["--site", "north"]);
    import(&hall, "north", "reference,status\nAB-000001,ready\n");
    assert!(main.packs().unwrap().offers.is_empty());
    assert_eq!(main.download(sha256, None, 1 << 20).0, 404);
    assert!(main.notices(0, 0).unwrap().notices.is_empty());
    assert!(main.statuses(0).unwrap().rows.is_empty());
    assert_eq!(north.packs().unwrap().offers.len(), 1);
    assert_eq!(north.download(sha256, None, 1 << 20).0, 200);
    assert_eq!(north.notices(0, 0).unwrap().notices.len(), 1);
    assert_eq!(north.statuses(0).unwrap().rows.len(), 1);
}

#[test]
fn without_a_credential_nothing_is_told() {
    let hall = Hall::open();
    let stranger = crate::courier::Courier::new(hall.address());
    refused(stranger.packs(), ProblemCode::CredentialUnknown);
    for path in ["/v1/packs", "/v1/notices", "/v1/status", "/v1/forms/0193e2a0-0000-7000-8000-000000000001"] {
        let (status, told) = stranger.text(path);
        assert_eq!((status, told.contains("credential-missing")), (401, true), "{path}");
    }
}
