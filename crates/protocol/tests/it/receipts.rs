//! A receipt is believed for exactly what was sent, and for nothing else.

use kaunter_protocol::{Binary, Digest, Expected, Receipt, ReceiptFault, TenantId};
use proptest::prelude::*;
use uuid::Uuid;

use crate::Pen;

const FORM: Uuid = Uuid::from_u128(0x0193_0000_0000_7000_8000_0000_0000_0001);

fn harbour() -> TenantId {
    "harbour".parse().unwrap()
}

fn given(pen: &Pen) -> Receipt {
    let tenant = harbour();
    let expected = Expected { form: FORM, sha256: Digest::of(b"sealed"), tenant: &tenant };
    Receipt::by(expected, "2026-11-21T14:02:00.123Z".parse().unwrap(), pen.key().id(), |bytes| pen.sign(bytes))
}

fn believed(receipt: &Receipt, pen: &Pen) -> Result<(), ReceiptFault> {
    let tenant = harbour();
    receipt.verify(Expected { form: FORM, sha256: Digest::of(b"sealed"), tenant: &tenant }, &pen.key())
}

#[test]
fn a_receipt_is_believed_after_it_travelled() {
    let pen = Pen::new();
    let travelled = serde_json::to_string(&given(&pen)).unwrap();
    believed(&serde_json::from_str(&travelled).unwrap(), &pen).unwrap();
}

#[test]
fn whatever_is_changed_is_not_believed() {
    let pen = Pen::new();
    type Change = fn(&mut Receipt);
    let cases: [(Change, ReceiptFault); 5] = [
        (|receipt| receipt.form = Uuid::from_u128(7), ReceiptFault::OtherForm),
        (|receipt| receipt.sha256 = Digest::of(b"other"), ReceiptFault::OtherBytes),
        (|receipt| receipt.tenant = "hill".parse().unwrap(), ReceiptFault::OtherAgency),
        (|receipt| receipt.received_at = "2023-11-21T14:02:00Z".parse().unwrap(), ReceiptFault::Forged),
        (|receipt| receipt.signature = Binary(vec![0; 64]), ReceiptFault::Forged),
    ];
    for (change, fault) in cases {
        let mut receipt = given(&pen);
        change(&mut receipt);
        assert_eq!(believed(&receipt, &pen), Err(fault));
    }
    assert_eq!(believed(&given(&pen), &Pen::new()), Err(ReceiptFault::OtherKey));
}

proptest! {
    #[test]
    fn no_broken_signature_is_believed(signature in proptest::collection::vec(any::<u8>(), 0..100)) {
        let pen = Pen::new();
        let receipt = Receipt { signature: Binary(signature), ..given(&pen) };
        prop_assert_eq!(believed(&receipt, &pen), Err(ReceiptFault::Forged));
    }
}
