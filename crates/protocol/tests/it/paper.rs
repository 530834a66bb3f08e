//! A letter goes onto paper and is the same file again.

use kaunter_protocol::{Binary, Credential, Digest, Envelope, PaperLetter, PaperLetterFault, SignedList};
use serde_json::json;
use uuid::Uuid;

const ID: Uuid = Uuid::from_u128(0x0193_0000_0000_7000_8000_0000_0000_0001);

/// A correction, which says most.
fn envelope() -> Envelope {
    serde_json::from_value(json!({
        "form": "job-seeking", "form_version": "3", "number": "4821-0975", "sealed_at": "2026-11-21T06:00:00.123Z",
        "duplicate_of": "1234-5678", "sealed": Binary([b"age-encryption.org/v1\n", [0, 255, 34, 92].as_slice()].concat()),
        "corrects": ID.to_string(), "revision": 2
    }))
    .unwrap()
}

fn vouched() -> (PaperLetter, Credential) {
    let secret = Credential::from_random(&[7; 32]);
    (PaperLetter::vouched(ID, envelope(), ("hall-1", "harbour"), secret.digest()).unwrap(), secret)
}

#[test]
fn a_letter_comes_back_from_paper_to_the_byte() {
    let alone = PaperLetter { id: ID, envelope: envelope(), vouched: None };
    for letter in [alone, vouched().0] {
        let read = PaperLetter::read(&letter.write().unwrap()).unwrap();
        assert_eq!(read, letter);
        assert_eq!(read.file().unwrap(), serde_json::to_vec(&envelope()).unwrap());
    }
}

#[test]
fn what_stands_beside_the_sealed_bytes_takes_little_room() {
    let letter = vouched().0;
    let beside = letter.write().unwrap().len() - letter.envelope.sealed.0.len();
    assert!(beside < 480, "{beside} bytes: less than one code holds");
}

#[test]
fn the_kiosks_word_holds_for_this_letter_and_no_other() {
    let (letter, secret) = vouched();
    let list = |letter: &PaperLetter| -> SignedList { letter.list().unwrap().unwrap() };
    let said = list(&letter).open(secret.digest()).unwrap();
    assert_eq!((said.kiosk.as_deref(), said.tenant.as_deref()), (Some("hall-1"), Some("harbour")));
    let [form] = said.forms.as_slice() else { panic!("{said:?}") };
    assert_eq!((form.id, form.file), (ID, Some(Digest::of(&letter.file().unwrap()))));
    assert_eq!(list(&letter).open(Credential::from_random(&[8; 32]).digest()), None, "another kiosk's secret");
    let changes: [fn(&mut PaperLetter); 4] = [
        |letter| letter.envelope.number = "0000-0000".into(),
        |letter| letter.envelope.sealed.0.push(0),
        |letter| letter.id = Uuid::from_u128(ID.as_u128() + 1),
        |letter| letter.vouched.as_mut().unwrap().kiosk = "hall-2".into(),
    ];
    for change in changes {
        let mut other = letter.clone();
        change(&mut other);
        assert_eq!(list(&other).open(secret.digest()), None, "{other:?}");
    }
    assert_eq!(PaperLetter { vouched: None, ..letter }.list().unwrap(), None);
}

#[test]
fn bytes_that_are_no_letter_are_none() {
    let whole = vouched().0.write().unwrap();
    let changed = |at: usize, to: u8| [&whole[..at], &[to], &whole[at + 1..]].concat();
    for bytes in [
        vec![],
        vec![0],
        b"age-encryption.org/v1\n-> X25519".to_vec(),
        whole[..100].to_vec(),
        changed(0, 255),
        changed(1, 0),
        changed(2, b'['),
    ] {
        assert_eq!(PaperLetter::read(&bytes), Err(PaperLetterFault::NotALetter), "{bytes:?}");
    }
    let bare = PaperLetter { envelope: Envelope { sealed: Binary(b"name=Ana".to_vec()), ..envelope() }, ..vouched().0 };
    assert!(matches!(PaperLetter::read(&bare.write().unwrap()), Err(PaperLetterFault::Envelope(_))));
    let four = PaperLetter { id: Uuid::from_u128(4), ..vouched().0 };
    assert!(matches!(PaperLetter::read(&four.write().unwrap()), Err(PaperLetterFault::Envelope(_))));
}
