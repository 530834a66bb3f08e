//! What exists in one language of a pack and is missing in another.

use std::collections::{BTreeMap, BTreeSet};

use crate::{
    fault::{FaultKind, Report},
    read::Reading,
};

/// A thing to translate: where it was first found, and in which languages it is.
struct Translated<'a> {
    file: String,
    line: Option<u64>,
    languages: BTreeSet<&'a str>,
}

/// Warns of entries, documents and offices that not every language of the pack has.
pub(crate) fn check_translations(reading: &Reading, report: &mut Report) {
    let languages = &reading.manifest.manifest.languages;
    let mut entries = BTreeMap::new();
    let mut documents = BTreeMap::new();
    let mut offices = BTreeMap::new();
    for language in languages {
        let Some(content) = reading.languages.get(language) else {
            continue;
        };
        for entry in &content.entries {
            let place = || (format!("knowledge/{language}/faq.csv"), Some(entry.line));
            note(&mut entries, &entry.id, language, place);
        }
        for document in &content.documents {
            let place = || (format!("knowledge/{language}/{}", document.file), None);
            note(&mut documents, &document.file, language, place);
        }
    }
    for (language, file) in &reading.unread {
        let place = || (format!("knowledge/{language}/{file}"), None);
        note(&mut documents, file, language, place);
    }
    for (office, line) in &reading.offices {
        let place = || ("directory.csv".to_owned(), Some(*line));
        note(&mut offices, &office.id, &office.language, place);
    }
    // A language with no content at all is one error elsewhere, not a warning for every entry.
    let written: Vec<&String> = languages
        .iter()
        .filter(|language| reading.languages.contains_key(*language))
        .collect();
    let owned = |text: &str, language: &str| (text.to_owned(), language.to_owned());
    report_missing(&entries, &written, report, |id, language| {
        let (id, language) = owned(id, language);
        FaultKind::UntranslatedEntry { id, language }
    });
    report_missing(&documents, &written, report, |_, language| {
        FaultKind::UntranslatedDocument {
            language: language.to_owned(),
        }
    });
    report_missing(&offices, &written, report, |id, language| {
        let (id, language) = owned(id, language);
        FaultKind::UntranslatedOffice { id, language }
    });
}

fn note<'a>(
    things: &mut BTreeMap<&'a str, Translated<'a>>,
    id: &'a str,
    language: &'a str,
    place: impl Fn() -> (String, Option<u64>),
) {
    let thing = things.entry(id).or_insert_with(|| {
        let (file, line) = place();
        Translated {
            file,
            line,
            languages: BTreeSet::new(),
        }
    });
    thing.languages.insert(language);
}

fn report_missing(
    things: &BTreeMap<&str, Translated>,
    languages: &[&String],
    report: &mut Report,
    fault: impl Fn(&str, &str) -> FaultKind,
) {
    for (id, thing) in things {
        for language in languages
            .iter()
            .filter(|language| !thing.languages.contains(language.as_str()))
        {
            report.add(&thing.file, thing.line, fault(id, language));
        }
    }
}
