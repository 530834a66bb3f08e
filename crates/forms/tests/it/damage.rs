//! Stored answers and archives that were damaged or made for harm: refused with a code, never a panic.

use std::sync::{Arc, LazyLock};

use kaunter_forms::{Form, Identity, Journey, Value};
use proptest::prelude::*;

use crate::visit::{TODAY, at, form};

const FORM: &str = r#"
[[section]]
id = "all"
[[section.field]]
id = "name"
kind = "name"
[[section.field]]
id = "born"
kind = "date"
[[section.field]]
id = "color"
kind = "choice"
choices = ["red", "blue"]
[[section.field]]
id = "due"
kind = "money"
currency = "TWD"
[[section.field]]
id = "sign"
kind = "signature"
[[section.field]]
id = "photo"
kind = "picture"
optional = true
[[section]]
id = "items"
repeat = { each = "item", min = 0, max = 50 }
[[section.field]]
id = "part"
kind = "decimal"
digits = 2
"#;

static FORM_READ: LazyLock<Arc<Form>> = LazyLock::new(|| form(FORM));

#[test]
fn damaged_answers_are_refused() {
    let form = form(FORM);
    let one = |name: &str, bytes: &[u8]| Journey::resume(form.clone(), [(at(name), bytes.to_vec())], TODAY);
    for (name, bytes) in [
        ("name", "".as_bytes()),
        ("name", b"{"),
        ("name", b"\xff\xfe"),
        ("name", br#"{"value":5}"#),
        ("name", br#"{"value":"x","more":1}"#),
        ("name", br#"{"from":"other"}"#),
        ("born", br#"{"value":"2026-02-30"}"#),
        ("born", br#"{"value":"-009999-01-01T00"}"#),
        ("due", br#"{"value":{"amount":"1e999","currency":"TWD"}}"#),
        ("due", br#"{"value":{"amount":"99999999999999999999999999999999999","currency":"TWD"}}"#),
        ("sign", br#"{"value":{"strokes":[[[1,2],[1001,0]]]}}"#),
        ("photo", br#"{"value":{"media_type":"image/png","data":"???"}}"#),
        ("nobody", br#"{"value":1}"#),
        ("name/0", br#"{"value":"x"}"#),
        ("part", br#"{"value":"1"}"#),
        ("part/50", br#"{"value":"1"}"#),
        ("part/65535", br#"{"value":"1"}"#),
        ("items", br#"{"value":true}"#),
        ("items/1", br#"{"value":"yes"}"#),
    ] {
        let refused = one(name, bytes).err();
        assert_eq!(refused.map(|damaged| damaged.code()), Some("form-answers-damaged"), "{name} {bytes:?}");
    }
    let deep = format!(r#"{{"value":{}{}}}"#, "[".repeat(100_000), "]".repeat(100_000));
    assert!(one("name", deep.as_bytes()).is_err());
    assert!(one("name", &vec![b' '; 20 * 1024 * 1024]).is_err());
}

#[test]
fn what_no_longer_fits_is_outstanding_instead() {
    let form = form(FORM);
    let stored = [(at("color"), br#"{"value":"green"}"#.to_vec()), (at("name"), br#"{"value":" "}"#.to_vec())];
    let journey = Journey::resume(form, stored, TODAY).unwrap();
    let codes: Vec<_> = journey.outstanding().iter().map(|one| one.why.code()).collect();
    assert!(codes.contains(&"answer-not-offered") && codes.contains(&"answer-empty"), "{codes:?}");
}

#[test]
fn a_journey_of_fifty_items_with_long_answers_stays_quick() {
    let form = form(&FORM.replace("kind = \"decimal\"\ndigits = 2", "kind = \"text\"\nmax_chars = 4000"));
    let mut visit = crate::visit::Visit::to(&form);
    let long = format!("\"{}\"", "長".repeat(4000));
    visit.give("name", r#""x""#).give("born", r#""2000-01-01""#).give("color", r#""red""#);
    visit.give("due", r#"{"amount":"1","currency":"TWD"}"#);
    visit.give("sign", r#"{"strokes":[[[1,2],[3,4]]]}"#);
    visit.give("photo", r#"{"media_type":"image/jpeg","data":"/9j/4AAQSkZJRg=="}"#);
    for item in 0..50 {
        visit.give(&format!("items/{item}"), "true").give(&format!("part/{item}"), &long);
    }
    assert_eq!(visit.asked(), "review");
    assert_eq!(visit.journey.review().len(), 51);
    assert!(visit.try_give("part/50", &long).is_err());
}

#[test]
fn an_archive_that_is_none_is_refused() {
    let form = form(FORM);
    let bytes = form.archive();
    assert!(Form::from_archive(&[]).is_err());
    assert!(Form::from_archive(&bytes[..bytes.len() / 2]).is_err());
    assert!(Form::from_archive(&vec![0; 100_000]).is_err());
    let code = Form::from_archive(b"not a tar").unwrap_err().code();
    assert_eq!(code, "form-archive-damaged");
}

#[test]
fn a_form_that_was_begun_is_read_again_though_more_is_asked_of_new_ones() {
    let old = form(FORM);
    let mut files = (*old).clone();
    for (path, bytes) in &mut files.files {
        if path.ends_with("en.ftl") {
            let text = String::from_utf8_lossy(bytes).replace("color-red = ", "color-crimson = ");
            *bytes = text.into_bytes().into();
        }
    }
    let again = Form::from_archive(&files.archive()).unwrap();
    let color =
        Journey::begin(again, TODAY).say_value(&at("color"), &Value::Choice("red".into()), "en", Identity::Whole);
    assert_eq!(color.written, "red", "the code, for want of a word");
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, ..ProptestConfig::default() })]

    #[test]
    fn no_bytes_make_a_journey_panic(bytes in prop::collection::vec(any::<u8>(), 0..200), name in "[a-z]{1,6}(/[0-9]{1,6})?") {
        if let Ok(place) = name.parse() {
            let _ = Journey::resume(FORM_READ.clone(), [(place, bytes)], TODAY);
        }
    }

    #[test]
    fn no_archive_makes_the_reader_panic(flips in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..20)) {
        let mut bytes = FORM_READ.archive();
        for (at, byte) in flips {
            let at = at.index(bytes.len());
            bytes[at] = byte;
        }
        let _ = Form::from_archive(&bytes);
    }
}
