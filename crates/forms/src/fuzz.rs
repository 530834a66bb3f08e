//! The readers of foreign bytes as one function each, for the fuzzers in `fuzz/` and the short run of
//! the same in the tests. They return nothing: a panic, a hang or a broken promise is the finding.

use std::{collections::BTreeSet, sync::Arc};

use jiff::civil::{Date, date};
use kaunter_reading::Report;

use crate::{
    catalogue::{Catalogue, FormFiles, PackFacts, Scrutiny},
    definition::Form,
    hear::{Outcome, Turn},
    journey::Journey,
    rule::{Rule, names::Names, names::Type},
    say::Identity,
    value::Place,
};

/// The day of all visits.
const DAY: Date = date(2026, 11, 21);

/// Any bytes as one file of a pack's forms that are otherwise given. What is read without an error is
/// then completed by its example, if it has one.
pub fn file(others: &FormFiles, path: &str, bytes: &[u8]) {
    let mut files = others.clone();
    files.insert(path.to_owned(), bytes.into());
    let mut report = Report::default();
    let catalogue = read(&files, Some(&BTreeSet::new()), &mut report);
    assert!(report.errors() > 0 || catalogue.forms().count() > 0, "a form without an error was left out");
}

/// The first form of these files, to be answered.
pub fn form(files: &FormFiles) -> Option<Arc<Form>> {
    read(files, None, &mut Report::default()).forms().next().cloned()
}

fn read(files: &FormFiles, entries: Option<&BTreeSet<String>>, report: &mut Report) -> Catalogue {
    let languages = ["en".to_owned()];
    let pack = PackFacts {
        languages: &languages,
        office_language: "en",
        entries,
        topics: None,
        scrutiny: Scrutiny::Published,
    };
    Catalogue::read(files, &pack, report)
}

/// Any bytes as what is stored for one of the form's places. What is read as an answer can be shown and finished with.
pub fn answer(form: &Arc<Form>, bytes: &[u8]) {
    let Some((place, stored)) = placed(form, bytes) else { return };
    let Ok(journey) = Journey::resume(Arc::clone(form), [(place.clone(), stored.to_vec())], DAY) else { return };
    journey.say(&place, "en", Identity::Masked);
    journey.review();
    journey.outstanding();
}

/// Any bytes as what is said, or typed, to one of the form's questions. What is understood can be answered with.
pub fn words(form: &Arc<Form>, bytes: &[u8]) {
    let Some((place, [manner, text @ ..])) = placed(form, bytes) else { return };
    let tags = ["zh-TW", "ms", "ko", "en"];
    let tag = tags[usize::from(*manner) % tags.len()];
    let text = String::from_utf8_lossy(text);
    let journey = Journey::begin(Arc::clone(form), DAY);
    let mut turn = Turn::default();
    // The second half is said in the next breath.
    for said in text.split('\n').take(4) {
        let hearing = match manner % 8 < 4 {
            true => journey.hear(&place, tag, said, &turn),
            false => journey.hear_typed(&place, tag, said, &turn),
        };
        if let Outcome::Understood(offer) = hearing.outcome {
            assert!(journey.try_answer(&place, offer.value).is_ok(), "what was understood cannot be the answer");
        }
        turn = hearing.turn;
    }
}

/// One of the form's places by the first byte, and the rest.
fn placed<'b>(form: &Form, bytes: &'b [u8]) -> Option<(Place, &'b [u8])> {
    let places: Vec<Place> = form
        .sections
        .iter()
        .flat_map(|section| {
            let item = section.repeat.as_ref().map(|_| 0);
            section.fields.iter().map(move |field| Place { field: field.id.clone(), item })
        })
        .collect();
    let (which, rest) = bytes.split_first()?;
    Some((places.get(usize::from(*which) % places.len().max(1))?.clone(), rest))
}

/// Any bytes as a rule over answers of every type.
pub fn rule(bytes: &[u8]) {
    let text = String::from_utf8_lossy(bytes);
    let _ = Rule::unchecked(&text).check(&Names::samples(), Some("things"), &Type::Bool);
}
