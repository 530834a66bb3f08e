//! The code on a form says which form it is and where it stood, and nothing of what was answered.

use kaunter_paper::{FormCode, FormState, qr_picture};

use crate::desk::filled;

#[test]
fn a_code_is_read_back_as_it_was_written() {
    let filled = filled("old-age-allowance", "ko");
    for (number, state) in
        [(None, FormState::Draft), (Some("4821-0975"), FormState::Queued), (Some("4821-0975"), FormState::Accepted)]
    {
        let code = FormCode::of(&filled, number, state);
        let text = code.to_string();
        assert_eq!(text.parse::<FormCode>().unwrap(), code, "{text}");
        assert!(text.chars().all(|c| c.is_ascii_uppercase() || c.is_ascii_digit() || ":-".contains(c)), "{text}");
        assert!(text.starts_with("KAUNTER:F1:OLD-AGE-ALLOWANCE:"));
    }
}

#[test]
fn another_answer_is_another_digest() {
    let one = filled("old-age-allowance", "ko");
    let mut other = one.clone();
    other.sections[0].answers[0].written.citizen.push('.');
    let digest = |filled| FormCode::of(filled, None, FormState::Draft).digest;
    assert_ne!(digest(&one), digest(&other));
    assert_eq!(digest(&one), digest(&one.clone()));
}

#[test]
fn other_texts_are_no_code_of_a_form() {
    let digest = "0".repeat(32);
    for text in [
        String::new(),
        "https://example.org".into(),
        format!("KAUNTER:F2:IDEAS:-:D:{digest}"),
        format!("KAUNTER:F1:IDEAS:-:X:{digest}"),
        format!("KAUNTER:F1::-:D:{digest}"),
        format!("KAUNTER:F1:IDEAS:-:D:{}", &digest[1..]),
        format!("KAUNTER:F1:IDE<AS:-:D:{digest}"),
        format!("KAUNTER:F1:IDEAS:-:D:{digest}:more"),
    ] {
        assert!(text.parse::<FormCode>().is_err(), "{text}");
    }
}

#[test]
fn a_text_that_no_code_holds_is_an_error() {
    assert!(qr_picture("A").unwrap().starts_with("<svg"));
    assert_eq!(qr_picture(&"x".repeat(3000)).unwrap_err().code(), "paper-code-too-long");
}
