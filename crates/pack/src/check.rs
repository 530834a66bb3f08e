//! What a pack must be before it is built: everything that reading found, and whether its files agree.

use std::collections::BTreeSet;

use jiff::{Timestamp, Zoned, civil::Date};

use crate::{
    Built, PackError, PackFiles,
    build::build,
    fault::{FaultKind, InFile, Report},
    links::check_links,
    model::{Localized, NoticeKind, Pack},
    phrasings::check_phrasings,
    read::{Reading, read_files},
    translations::check_translations,
};

/// A checked pack.
#[derive(Debug)]
pub struct Checked {
    /// What kiosks would serve; `None` when pack.toml gives no id and version.
    pub pack: Option<Pack>,
    /// Every fault, by file and line.
    pub report: Report,
    files: PackFiles,
}

/// Checks a pack as of `now`: its own rows and documents, and whether they agree with each other.
///
/// # Errors
/// There is no pack.toml.
pub fn check(files: PackFiles, now: &Zoned) -> Result<Checked, PackError> {
    let mut report = files.report.clone();
    let reading = read_files(&files, &mut report)?;
    if let Some(reading) = &reading {
        check_manifest(reading, now.date(), &mut report);
        check_topics(reading, &mut report);
        check_notices(reading, now.timestamp(), &mut report);
        check_directory(reading, &mut report);
        check_links(reading, &mut report);
        check_phrasings(reading, &mut report);
        check_translations(reading, &mut report);
        check_dates(reading, now.date(), &mut report);
    }
    report.sort();
    let pack = reading.map(|reading| reading.into_pack(files.digest()));
    Ok(Checked { pack, report, files })
}

impl Checked {
    /// The built pack: the same bytes for the same content, on every machine.
    ///
    /// # Errors
    /// The report holds errors, or the pack is larger than a pack may be.
    pub fn build(&self) -> Result<Built, PackError> {
        match &self.pack {
            Some(pack) if self.report.errors() == 0 => build(&self.files, &pack.manifest),
            _ => Err(PackError::faulty(&self.report)),
        }
    }
}

fn check_manifest(reading: &Reading, today: Date, report: &mut Report) {
    let place = &reading.manifest;
    let manifest = &place.manifest;
    let mut faults = InFile::new(report, "pack.toml");
    if let Some(until) = manifest.valid_until.filter(|until| *until < today) {
        faults.at(place.valid_until_line, FaultKind::Expired { until: until.to_string() });
    }
    for tag in &manifest.languages {
        let content = reading.languages.get(tag);
        if content.is_none_or(|content| content.entries.is_empty() && content.documents.is_empty()) {
            faults.at(place.languages_line, FaultKind::LanguageWithoutContent { tag: tag.clone() });
        }
    }
    check_words(&manifest.agency, "agency", place.agency_line, reading, &mut faults);
    for tag in reading.languages.keys().filter(|tag| !manifest.languages.contains(tag)) {
        let folder = format!("knowledge/{tag}");
        report.add(&folder, None, FaultKind::UnknownLanguage { tag: tag.clone() });
    }
}

/// Words in each language of the pack, and in no other.
fn check_words(words: &Localized, key: &str, line: u64, reading: &Reading, faults: &mut InFile) {
    let languages = &reading.manifest.manifest.languages;
    // One text for all is a choice, not a forgotten translation.
    if words.0.len() > 1 {
        for language in languages.iter().filter(|language| !words.0.contains_key(*language)) {
            faults.at(line, FaultKind::UntranslatedText { key: key.to_owned(), language: language.clone() });
        }
    }
    for tag in words.0.keys().filter(|tag| !languages.contains(tag)) {
        faults.at(line, FaultKind::UnknownLanguage { tag: tag.clone() });
    }
}

fn check_topics(reading: &Reading, report: &mut Report) {
    let mut faults = InFile::new(report, "topics.toml");
    let entries: BTreeSet<&str> =
        reading.languages.values().flat_map(|content| &content.entries).map(|entry| entry.id.as_str()).collect();
    for (topic, line) in &reading.topics {
        check_words(&topic.title, "title", *line, reading, &mut faults);
        check_words(&topic.summary, "summary", *line, reading, &mut faults);
        if topic.entries.is_empty() {
            faults.at(*line, FaultKind::EmptyTopic { id: topic.id.clone() });
        }
        for id in topic.entries.iter().filter(|id| !entries.contains(id.as_str())) {
            faults.at(*line, FaultKind::UnknownEntry { id: id.clone() });
        }
    }
}

fn check_notices(reading: &Reading, now: Timestamp, report: &mut Report) {
    for (notice, path) in &reading.notices {
        let mut faults = InFile::new(report, path);
        for (key, words) in [("issuer", &notice.issuer), ("title", &notice.title), ("body", &notice.body)] {
            check_words(words, key, 1, reading, &mut faults);
        }
        if let Some(expires) = notice.expires.filter(|expires| *expires <= now) {
            faults.at(1, FaultKind::Expired { until: expires.to_string() });
        }
        for tag in notice.keywords.keys().filter(|tag| !reading.manifest.manifest.languages.contains(tag)) {
            faults.at(1, FaultKind::UnknownLanguage { tag: tag.clone() });
        }
        if notice.kind == NoticeKind::Emergency {
            let silent = |tag: &&String| notice.keywords.get(*tag).is_none_or(Vec::is_empty);
            for language in reading.manifest.manifest.languages.iter().filter(silent) {
                faults.at(1, FaultKind::EmergencyWithoutKeywords { language: language.clone() });
            }
        }
    }
}

fn check_directory(reading: &Reading, report: &mut Report) {
    let mut faults = InFile::new(report, "directory.csv");
    let languages = &reading.manifest.manifest.languages;
    for (office, line) in reading.offices.iter().filter(|(office, _)| !languages.contains(&office.language)) {
        faults.at(*line, FaultKind::UnknownLanguage { tag: office.language.clone() });
    }
}

fn check_dates(reading: &Reading, today: Date, report: &mut Report) {
    for (language, content) in &reading.languages {
        let path = format!("knowledge/{language}/faq.csv");
        let mut faults = InFile::new(report, &path);
        for entry in &content.entries {
            if let Some(until) = entry.validity.until.filter(|until| *until < today) {
                faults.at(entry.line, FaultKind::Expired { until: until.to_string() });
            }
        }
        for document in &content.documents {
            if let Some(until) = document.validity.until.filter(|until| *until < today) {
                let path = format!("knowledge/{language}/{}", document.file);
                report.add(&path, Some(1), FaultKind::Expired { until: until.to_string() });
            }
        }
    }
}
