//! One reading for everybody: kiosks take the pack out of it, `check` takes the faults.

use std::collections::BTreeMap;

use crate::{
    PackError,
    document::{Link, read_document},
    faq::{read_directory, read_faq, read_golden},
    fault::{FaultKind, InFile, Report},
    files::PackFiles,
    manifest::{ManifestReading, is_language_tag, read_manifest},
    model::{LanguageContent, Notice, Office, Pack, Topic},
    text::decode,
    topics::{read_notice, read_topics},
};

/// A pack as read, with the places that checks between files point at.
pub(crate) struct Reading {
    pub(crate) manifest: ManifestReading,
    pub(crate) languages: BTreeMap<String, LanguageContent>,
    /// Documents that could not be read: language, file name.
    pub(crate) unread: Vec<(String, String)>,
    /// Links of documents: language, file name, link.
    pub(crate) links: Vec<(String, String, Link)>,
    pub(crate) topics: Vec<(Topic, u64)>,
    /// Path of each notice's file.
    pub(crate) notices: Vec<(Notice, String)>,
    pub(crate) offices: Vec<(Office, u64)>,
}

/// Reads every file; `None` when there is no manifest to go by.
pub(crate) fn read_files(files: &PackFiles, report: &mut Report) -> Result<Option<Reading>, PackError> {
    let manifest = files.get("pack.toml").ok_or(PackError::NotAPack { reason: "it has no pack.toml" })?;
    let mut in_manifest = InFile::new(report, "pack.toml");
    let manifest = decode(manifest, None, &mut in_manifest).and_then(|text| read_manifest(text, &mut in_manifest));
    let Some(manifest) = manifest else {
        return Ok(None);
    };
    let mut reading = Reading {
        manifest,
        languages: BTreeMap::new(),
        unread: Vec::new(),
        links: Vec::new(),
        topics: Vec::new(),
        notices: Vec::new(),
        offices: Vec::new(),
    };
    for (path, bytes) in &files.files {
        reading.read_one(path, bytes, &mut InFile::new(report, path));
    }
    reading.finish();
    Ok(Some(reading))
}

impl Reading {
    fn read_one(&mut self, path: &str, bytes: &[u8], faults: &mut InFile) {
        let office = self.manifest.manifest.office_language.clone();
        let parts: Vec<&str> = path.split('/').collect();
        match parts.as_slice() {
            ["topics.toml"] => {
                let text = decode(bytes, Some(&office), faults);
                self.topics = text.map(|text| read_topics(text, &office, faults)).unwrap_or_default();
            }
            ["directory.csv"] => self.offices = read_directory(bytes, faults),
            ["notices", name] => {
                let stem = name.trim_end_matches(".toml");
                let notice =
                    decode(bytes, Some(&office), faults).and_then(|text| read_notice(text, stem, &office, faults));
                self.notices.extend(notice.map(|notice| (notice, path.to_owned())));
            }
            ["knowledge", language, name] => self.read_knowledge(language, name, bytes, faults),
            _ => {}
        }
    }

    fn read_knowledge(&mut self, language: &str, name: &str, bytes: &[u8], faults: &mut InFile) {
        if !is_language_tag(language) {
            faults.whole(FaultKind::BadLanguage { tag: language.to_owned() });
            return;
        }
        let content = self.languages.entry(language.to_owned()).or_default();
        match name {
            "faq.csv" => content.entries = read_faq(bytes, language, faults),
            "golden.csv" => content.golden = read_golden(bytes, language, faults),
            _ => {
                let read = decode(bytes, Some(language), faults).and_then(|text| read_document(text, name, faults));
                let Some((document, links)) = read else {
                    self.unread.push((language.to_owned(), name.to_owned()));
                    return;
                };
                content.documents.push(document);
                let place = |link| (language.to_owned(), name.to_owned(), link);
                self.links.extend(links.into_iter().map(place));
            }
        }
    }

    /// Notices in the order of their ids, each id once; languages from the folders if none are listed.
    fn finish(&mut self) {
        self.notices.sort_by(|a, b| a.0.id.cmp(&b.0.id));
        self.notices.dedup_by(|later, first| later.0.id == first.0.id);
        let manifest = &mut self.manifest.manifest;
        if manifest.languages.is_empty() {
            manifest.languages = self.languages.keys().cloned().collect();
        }
        if manifest.office_language.is_empty() {
            manifest.office_language = manifest.languages.first().cloned().unwrap_or_default();
        }
    }

    pub(crate) fn into_pack(self, digest: [u8; 32]) -> Pack {
        Pack {
            manifest: self.manifest.manifest,
            languages: self.languages,
            topics: self.topics.into_iter().map(|(topic, _)| topic).collect(),
            notices: self.notices.into_iter().map(|(notice, _)| notice).collect(),
            directory: self.offices.into_iter().map(|(office, _)| office).collect(),
            digest,
        }
    }
}
