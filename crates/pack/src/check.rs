//! What a pack must be before it is built: everything that reading found, and whether its files agree.

use std::collections::HashSet;

use jiff::{Timestamp, Zoned, civil::Date};

use kaunter_forms::Scrutiny;
use kaunter_reading::KeyLines;

use crate::{
    Built, PackError, PackFiles,
    build::build,
    fault::{FaultKind, InFile, Report},
    links::check_links,
    manifest::ManifestReading,
    model::{Localized, NoticeKind, Pack, Validity},
    notices::NoticeReading,
    phrasings::check_phrasings,
    read::{Reading, is_faq, is_whole, read_files},
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
    let reading = read_files(&files, Scrutiny::Published, &mut report)?;
    if let Some(reading) = &reading {
        check_manifest(reading, now.date(), &mut report);
        check_topics(reading, &files, &mut report);
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
    let ManifestReading { manifest, lines } = &reading.manifest;
    let unread = |tag: &str, report: &Report| !is_whole(report, |file| file.starts_with(&format!("knowledge/{tag}/")));
    let unread: HashSet<&String> = manifest.languages.iter().filter(|tag| unread(tag, report)).collect();
    let mut faults = InFile::new(report, "pack.toml");
    if let Some(until) = manifest.valid_until.filter(|until| *until < today) {
        faults.at(lines.of("valid_until"), FaultKind::Expired { until: until.to_string() });
    }
    for tag in &manifest.languages {
        let content = reading.languages.get(tag);
        let is_empty = content.is_none_or(|content| content.entries.is_empty() && content.documents.is_empty());
        if is_empty && !unread.contains(tag) {
            faults.at(lines.of("languages"), FaultKind::LanguageWithoutContent { tag: tag.clone() });
        }
    }
    // A key that is wrong has been told of.
    let written = faults.has("bad-recipient");
    if manifest.recipients.is_empty() && !written && reading.forms.forms().next().is_some() {
        faults.at(lines.of("recipients"), FaultKind::NoRecipient {});
    }
    // An agency may go by one name everywhere.
    if manifest.agency.0.len() > 1 {
        check_words(&manifest.agency, "agency", lines, reading, &mut faults);
    }
    for tag in reading.languages.keys().filter(|tag| !manifest.languages.contains(tag)) {
        report.add(&format!("knowledge/{tag}"), None, FaultKind::UnknownLanguage { tag: tag.clone() });
    }
}

/// Words in each language of the pack and in no other, or no words at all.
fn check_words(words: &Localized, key: &str, lines: &KeyLines, reading: &Reading, faults: &mut InFile) {
    let languages = &reading.manifest.manifest.languages;
    let written = !words.0.is_empty();
    for language in languages.iter().filter(|language| written && !words.0.contains_key(*language)) {
        faults.at(lines.of(key), FaultKind::UntranslatedText { key: key.to_owned(), language: language.clone() });
    }
    for tag in words.0.keys().filter(|tag| !languages.contains(tag)) {
        faults.at(lines.of(key), FaultKind::UnknownLanguage { tag: tag.clone() });
    }
}

fn check_topics(reading: &Reading, files: &PackFiles, report: &mut Report) {
    let entries_are_known = is_whole(report, is_faq);
    let mut faults = InFile::new(report, "topics.toml");
    let entries = reading.languages.values().flat_map(|content| &content.entries);
    let entries: HashSet<&str> = entries.map(|entry| entry.id.as_str()).collect();
    for (topic, lines) in &reading.topics {
        check_words(&topic.title, "title", lines, reading, &mut faults);
        check_words(&topic.summary, "summary", lines, reading, &mut faults);
        if topic.entries.is_empty() && topic.forms.is_empty() {
            faults.at(lines.of("entries"), FaultKind::EmptyTopic { id: topic.id.clone() });
        }
        let dead = topic.entries.iter().filter(|id| entries_are_known && !entries.contains(id.as_str()));
        for id in dead {
            faults.at(lines.of("entries"), FaultKind::UnknownEntry { id: id.clone() });
        }
        // A form that is there but faulty has been told of.
        for id in topic.forms.iter().filter(|id| files.get(&format!("forms/{id}/form.toml")).is_none()) {
            faults.at(lines.of("forms"), FaultKind::UnknownForm { id: id.clone() });
        }
    }
}

fn check_notices(reading: &Reading, now: Timestamp, report: &mut Report) {
    let languages = &reading.manifest.manifest.languages;
    for NoticeReading { notice, path, lines } in &reading.notices {
        let mut faults = InFile::new(report, path);
        for (key, words) in [("issuer", &notice.issuer), ("title", &notice.title), ("body", &notice.body)] {
            check_words(words, key, lines, reading, &mut faults);
        }
        if let Some(expires) = notice.expires.filter(|expires| *expires <= now) {
            faults.at(lines.of("expires"), FaultKind::Expired { until: expires.to_string() });
        }
        for tag in notice.keywords.keys().filter(|tag| !languages.contains(tag)) {
            faults.at(lines.of("keywords"), FaultKind::UnknownLanguage { tag: tag.clone() });
        }
        if notice.kind == NoticeKind::Emergency {
            let silent = |tag: &&String| notice.keywords.get(*tag).is_none_or(Vec::is_empty);
            for language in languages.iter().filter(silent) {
                let fault = FaultKind::EmergencyWithoutKeywords { language: language.clone() };
                faults.at(lines.of("keywords"), fault);
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
    let expired = |validity: &Validity| validity.until.filter(|until| *until < today);
    for (language, content) in &reading.languages {
        let faq = format!("knowledge/{language}/faq.csv");
        for entry in &content.entries {
            if let Some(until) = expired(&entry.validity) {
                report.add(&faq, Some(entry.line), FaultKind::Expired { until: until.to_string() });
            }
        }
        let Some(places) = reading.documents.get(language) else { continue };
        for document in &content.documents {
            if let Some(until) = expired(&document.validity) {
                let path = format!("knowledge/{language}/{}", document.file);
                let line = places.front_matter.get(&document.file).map(|lines| lines.valid_until);
                report.add(&path, line, FaultKind::Expired { until: until.to_string() });
            }
        }
    }
}
