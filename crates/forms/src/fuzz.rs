//! The readers of foreign bytes as one function each, for the fuzzers in `fuzz/` and the short run of
//! the same in the tests. They return nothing: a panic, a hang or a broken promise is the finding.

use std::collections::BTreeSet;

use kaunter_reading::Report;

use crate::{
    catalogue::{Catalogue, FormFiles, PackFacts, Scrutiny},
    rule::{Rule, names::Names, names::Type},
};

/// Any bytes as one file of a pack's forms that are otherwise given. What is read without an error is
/// then completed by its example, if it has one.
pub fn file(others: &FormFiles, path: &str, bytes: &[u8]) {
    let mut files = others.clone();
    files.insert(path.to_owned(), bytes.into());
    let languages = ["en".to_owned()];
    let entries = BTreeSet::new();
    let pack = PackFacts {
        languages: &languages,
        office_language: "en",
        entries: Some(&entries),
        topics: None,
        scrutiny: Scrutiny::Published,
    };
    let mut report = Report::default();
    let catalogue = Catalogue::read(&files, &pack, &mut report);
    assert!(report.errors() > 0 || catalogue.forms().count() > 0, "a form without an error was left out");
}

/// Any bytes as a rule over answers of every type.
pub fn rule(bytes: &[u8]) {
    let text = String::from_utf8_lossy(bytes);
    let _ = Rule::unchecked(&text).check(&Names::samples(), Some("things"), &Type::Bool);
}
