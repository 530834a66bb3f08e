//! Who types a few words as into a search box, and means the question that has all of them.

use crate::sample::{ask, quotations};

#[test]
fn the_entry_that_has_all_words_is_quoted_and_not_the_introduction_or_the_section_that_tells_much() {
    for (language, typed, entry) in [
        ("ms", "daftar insurans kesihatan", "insurance-enrol"),
        ("ms", "bayar insurans kesihatan", "insurance-premium"),
        ("en", "pay health insurance", "insurance-premium"),
        ("en", "lost residence card", "residence-card-lost"),
        ("en", "make appointment", "appointment"),
        // The subject alone is what the introduction is about.
        ("en", "health insurance", "health-insurance.md"),
    ] {
        let reply = ask(language, typed);
        let quoted: Vec<&str> = quotations(&reply).into_iter().map(|quotation| quotation.id.as_str()).collect();
        assert_eq!(quoted, [entry], "{language}: {typed}");
    }
}
