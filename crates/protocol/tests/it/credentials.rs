//! Codes as people type them, credentials as kiosks keep them.

use kaunter_protocol::{Credential, EnrolmentCode};

#[test]
fn a_code_is_the_same_however_it_is_typed() {
    let code = EnrolmentCode::from_random(&[3, 99, 4, 200, 31, 32, 33, 0, 1, 2, 3, 4, 5, 6, 7, 8]);
    let shown = code.grouped();
    assert_eq!(shown.len(), 19);
    for typed in [shown.clone(), shown.to_lowercase(), shown.replace('-', " ")] {
        assert_eq!(EnrolmentCode::read(&typed).digest(), code.digest());
    }
    assert!(!format!("{code:?}").contains(&shown[..4]));
}

#[test]
fn a_credential_is_read_back_and_never_shown() {
    let credential = Credential::from_random(&[9; 32]);
    let read = Credential::read(credential.expose()).unwrap();
    assert_eq!(read.digest(), credential.digest());
    assert_eq!(format!("{credential:?}"), "Credential(…)");
    for none in ["", "kaunter_", "kaunter_AAAA", "something", "kaunter_!"] {
        assert!(Credential::read(none).is_none(), "{none}");
    }
}
