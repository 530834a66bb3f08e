//! What exists in one language of a pack and is missing in another.

use std::collections::BTreeMap;

use crate::{
    fault::{FaultKind, Report},
    read::{Reading, is_whole},
};

/// The languages that have a thing, in the pack's order, with its line where there is one.
type Places<'a> = Vec<(&'a str, Option<u64>)>;

/// Warns of entries, documents and offices that not every language of the pack has.
pub(crate) fn check_translations(reading: &Reading, report: &mut Report) {
    // A language with no content at all is one error elsewhere, not a warning for every entry.
    let listed = reading.manifest.manifest.languages.iter().map(String::as_str);
    let languages: Vec<&str> = listed.filter(|language| reading.languages.contains_key(*language)).collect();
    if languages.len() < 2 {
        return;
    }
    check_entries(reading, &languages, report);
    check_documents(reading, &languages, report);
    check_offices(reading, &languages, report);
}

fn check_entries(reading: &Reading, languages: &[&str], report: &mut Report) {
    let mut entries: BTreeMap<&str, Places> = BTreeMap::new();
    for language in languages {
        for entry in reading.languages.get(*language).into_iter().flat_map(|content| &content.entries) {
            entries.entry(&entry.id).or_default().push((language, Some(entry.line)));
        }
    }
    // What could not be read may well be translated.
    let read = |language: &&&str| is_whole(report, |file| file == format!("knowledge/{language}/faq.csv"));
    let languages: Vec<&str> = languages.iter().filter(read).copied().collect();
    report_missing(&entries, &languages, report, |id, found, language| {
        let fault = FaultKind::UntranslatedEntry { id: id.to_owned(), language: language.to_owned() };
        (format!("knowledge/{found}/faq.csv"), fault)
    });
}

fn check_documents(reading: &Reading, languages: &[&str], report: &mut Report) {
    let mut documents: BTreeMap<&str, Places> = BTreeMap::new();
    for language in languages {
        let read = reading.languages.get(*language).into_iter().flat_map(|content| &content.documents);
        let unread = reading.documents.get(*language).into_iter().flat_map(|places| &places.unread);
        for file in read.map(|document| &document.file).chain(unread) {
            documents.entry(file).or_default().push((language, None));
        }
    }
    report_missing(&documents, languages, report, |file, found, language| {
        let fault = FaultKind::UntranslatedDocument { language: language.to_owned() };
        (format!("knowledge/{found}/{file}"), fault)
    });
}

fn check_offices(reading: &Reading, languages: &[&str], report: &mut Report) {
    if !is_whole(report, |file| file == "directory.csv") {
        return;
    }
    let mut offices: BTreeMap<&str, Places> = BTreeMap::new();
    for (office, line) in &reading.offices {
        offices.entry(&office.id).or_default().push((&office.language, Some(*line)));
    }
    report_missing(&offices, languages, report, |id, _, language| {
        let fault = FaultKind::UntranslatedOffice { id: id.to_owned(), language: language.to_owned() };
        ("directory.csv".to_owned(), fault)
    });
}

/// Reports, where a thing was first found, every language that lacks it. `fault` is given the thing's
/// name, the language in which it was found and the one that lacks it.
fn report_missing(
    things: &BTreeMap<&str, Places>,
    languages: &[&str],
    report: &mut Report,
    fault: impl Fn(&str, &str, &str) -> (String, FaultKind),
) {
    for (name, places) in things {
        let Some((found, line)) = places.first() else { continue };
        for language in languages.iter().filter(|language| places.iter().all(|(has, _)| has != *language)) {
            let (file, fault) = fault(name, found, language);
            report.add(&file, *line, fault);
        }
    }
}
