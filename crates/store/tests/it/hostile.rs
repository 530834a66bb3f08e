//! Answers that nobody expects.

use kaunter_store::{FormNumber, PauseCode};
use proptest::prelude::*;

use crate::kiosk::{Kiosk, MORNING, after};

#[test]
fn an_empty_answer_is_an_answer_and_ten_megabytes_are_one_too() {
    let kiosk = Kiosk::new();
    let mut store = kiosk.open();
    let draft = store.begin("", "", b"", MORNING).unwrap();
    let large: Vec<u8> = (0..10_000_000_u32).map(|at| (at % 251) as u8).collect();
    store.put(draft, "", b"").unwrap();
    store.put(draft, "picture", &large).unwrap();
    store.put(draft, &"long".repeat(10_000), b"x").unwrap();
    drop(store);
    let mut store = kiosk.open();
    let answers = store.answers(draft).unwrap();
    assert_eq!(answers.len(), 3);
    assert_eq!((answers[0].0.as_str(), answers[0].1.len()), ("", 0));
    assert!(*answers[2].1 == large);
    let finished = kiosk.finish(&mut store, draft, MORNING).unwrap();
    assert!(store.sealed(finished.id).unwrap().len() > large.len());
    assert_eq!(store.end_visit(&[draft], after(60)).unwrap().of_others, 0);
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_bytes_in_any_place_come_back(
        changes in prop::collection::vec((".{0,12}", prop::option::of(prop::collection::vec(any::<u8>(), 0..5000))), 1..12)
    ) {
        let kiosk = Kiosk::new();
        let mut store = kiosk.open();
        let draft = store.begin("form", "1", b"definition", MORNING).unwrap();
        let mut expected = std::collections::BTreeMap::new();
        for (place, value) in changes {
            if let Some(value) = value {
                store.put(draft, &place, &value).unwrap();
                expected.insert(place, value);
            } else {
                store.remove(draft, &place).unwrap();
                expected.remove(&place);
            }
        }
        drop(store);
        let found = kiosk.open().answers(draft).unwrap();
        let found: Vec<_> = found.into_iter().map(|(place, value)| (place, value.to_vec())).collect();
        prop_assert_eq!(found, expected.into_iter().collect::<Vec<_>>());
    }

    #[test]
    fn whatever_is_typed_as_a_code_is_read_or_refused(typed in ".{0,12}") {
        let _ = (PauseCode::read(&typed), typed.parse::<FormNumber>(), typed.parse::<kaunter_store::Recipient>());
    }
}
