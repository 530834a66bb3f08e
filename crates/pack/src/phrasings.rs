//! The same question under two entries: such a pack answers, but which of the two is chance.

use std::collections::HashMap;

use crate::{
    fault::{FaultKind, InFile, Report},
    model::Entry,
    read::Reading,
};

/// Warns of every phrasing that already stands under another entry of the same language.
pub(crate) fn check_phrasings(reading: &Reading, report: &mut Report) {
    for (language, content) in &reading.languages {
        let path = format!("knowledge/{language}/faq.csv");
        let mut faults = InFile::new(report, &path);
        let mut owners: HashMap<String, &Entry> = HashMap::new();
        for entry in &content.entries {
            for phrasing in std::iter::once(&entry.question).chain(&entry.also_asked) {
                let bare = bare(phrasing);
                if bare.is_empty() {
                    continue;
                }
                let owner = *owners.entry(bare).or_insert(entry);
                if owner.id != entry.id {
                    let fault = FaultKind::DuplicatePhrasing {
                        phrasing: phrasing.clone(),
                        other: owner.id.clone(),
                        other_line: owner.line,
                    };
                    faults.at(entry.line, fault);
                }
            }
        }
    }
}

/// A phrasing without what nobody says: case, spaces and punctuation around words.
fn bare(phrasing: &str) -> String {
    let mut bare = String::with_capacity(phrasing.len());
    for letter in phrasing.chars() {
        if letter.is_alphanumeric() {
            bare.extend(letter.to_lowercase());
        } else if !bare.is_empty() && !bare.ends_with(' ') {
            bare.push(' ');
        }
    }
    bare.truncate(bare.trim_end().len());
    bare
}
