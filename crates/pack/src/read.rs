//! One reading for everybody: kiosks take the pack out of it, `check` takes the faults.

use std::collections::BTreeMap;

use kaunter_reading::{KeyLines, decode};

use kaunter_forms::{Catalogue, PackFacts, Scrutiny};

use crate::{
    PackError,
    clips::read_clips,
    directory::read_directory,
    document::{DocumentReading, Link, read_document},
    faq::read_faq,
    fault::{FaultKind, InFile, Report},
    files::PackFiles,
    front_matter::FrontMatterLines,
    golden::read_golden,
    manifest::{ManifestReading, is_language_tag, read_manifest},
    model::{Clips, LanguageContent, Office, Pack, Topic},
    notices::{NoticeReading, read_notice},
    topics::{TopicsReading, read_topics},
};

/// A pack as read, with the places that checks between files point at.
pub(crate) struct Reading {
    pub(crate) manifest: ManifestReading,
    pub(crate) languages: BTreeMap<String, LanguageContent>,
    /// What else is known of each language's documents.
    pub(crate) documents: BTreeMap<String, DocumentPlaces>,
    pub(crate) topics: Vec<(Topic, KeyLines)>,
    /// Whether every topic that is written down is among them, so that any other name is wrong.
    pub(crate) all_topics: bool,
    pub(crate) notices: Vec<NoticeReading>,
    /// Offices and their lines.
    pub(crate) offices: Vec<(Office, u64)>,
    pub(crate) forms: Catalogue,
    pub(crate) clips: Clips,
}

/// What is known of a language's documents besides what they say; by file name.
#[derive(Default)]
pub(crate) struct DocumentPlaces {
    /// Documents that could not be read.
    pub(crate) unread: Vec<String>,
    pub(crate) links: Vec<(String, Link)>,
    pub(crate) front_matter: BTreeMap<String, FrontMatterLines>,
}

/// Codes of the faults after which a file, or a row of it, is not read.
const UNREAD: [&str; 11] = [
    "not-utf8",
    "bad-toml",
    "missing-column",
    "wrong-separator",
    "unbalanced-quotes",
    "long-row",
    "huge-cell",
    "missing-cell",
    "bad-id",
    "bad-date",
    "crossed-dates",
];

/// Whether all that stands in these files was read. What others miss because it was not is no fault of theirs: it goes
/// with the first one.
pub(crate) fn is_whole(report: &Report, belongs: impl Fn(&str) -> bool) -> bool {
    !report.has_any(&UNREAD, belongs)
}

/// Whether a file is one with entries.
pub(crate) fn is_faq(path: &str) -> bool {
    path.starts_with("knowledge/") && path.ends_with("/faq.csv")
}

/// Whether a file is the one with the topics.
fn is_topics(path: &str) -> bool {
    path == "topics.toml"
}

/// Reads every file, its forms as closely as told. `None` when there is no manifest to go by.
pub(crate) fn read_files(
    files: &PackFiles,
    scrutiny: Scrutiny,
    report: &mut Report,
) -> Result<Option<Reading>, PackError> {
    let manifest = files.get("pack.toml").ok_or_else(|| files.no_manifest())?;
    let mut in_manifest = InFile::new(report, "pack.toml");
    let manifest = decode(manifest, None, &mut in_manifest).and_then(|text| read_manifest(text, &mut in_manifest));
    let Some(manifest) = manifest else { return Ok(None) };
    let mut reading = Reading {
        manifest,
        languages: BTreeMap::new(),
        documents: BTreeMap::new(),
        topics: Vec::new(),
        all_topics: true,
        notices: Vec::new(),
        offices: Vec::new(),
        forms: Catalogue::default(),
        clips: Clips::default(),
    };
    for (path, bytes) in &files.files {
        reading.read_one(path, bytes, &mut InFile::new(report, path));
    }
    reading.finish();
    reading.read_forms(files, scrutiny, report);
    // Behind what they say.
    reading.clips = read_clips(files, &reading, scrutiny, report);
    Ok(Some(reading))
}

impl Reading {
    fn read_one(&mut self, path: &str, bytes: &[u8], faults: &mut InFile) {
        let office = self.manifest.manifest.office_language.clone();
        let parts: Vec<&str> = path.split('/').collect();
        match parts.as_slice() {
            ["topics.toml"] => {
                let text = decode(bytes, Some(&office), faults);
                let TopicsReading { topics, some_unread } =
                    text.map(|text| read_topics(text, &office, faults)).unwrap_or_default();
                (self.topics, self.all_topics) = (topics, !some_unread);
            }
            ["directory.csv"] => self.offices = read_directory(bytes, faults),
            ["notices", _] => {
                let text = decode(bytes, Some(&office), faults);
                self.notices.extend(text.and_then(|text| read_notice(text, path, &office, faults)));
            }
            ["knowledge", language, name] if is_language_tag(language) => {
                self.read_knowledge(language, name, bytes, faults);
            }
            ["knowledge", language, _] => faults.whole(FaultKind::BadLanguage { tag: (*language).to_owned() }),
            _ => {}
        }
    }

    fn read_knowledge(&mut self, language: &str, name: &str, bytes: &[u8], faults: &mut InFile) {
        let content = self.languages.entry(language.to_owned()).or_default();
        match name {
            "faq.csv" => content.entries = read_faq(bytes, language, faults),
            "golden.csv" => content.golden = read_golden(bytes, language, faults),
            _ => {
                let places = self.documents.entry(language.to_owned()).or_default();
                let text = decode(bytes, Some(language), faults);
                match text.and_then(|text| read_document(text, name, faults)) {
                    Some(DocumentReading { document, links, front_matter }) => {
                        content.documents.push(document);
                        places.links.extend(links.into_iter().map(|link| (name.to_owned(), link)));
                        places.front_matter.insert(name.to_owned(), front_matter);
                    }
                    None => places.unread.push(name.to_owned()),
                }
            }
        }
    }

    /// Notices in the order of their ids, each id once; languages from the folders if none are listed.
    fn finish(&mut self) {
        self.notices.sort_by(|a, b| a.notice.id.cmp(&b.notice.id));
        self.notices.dedup_by(|later, first| later.notice.id == first.notice.id);
        let manifest = &mut self.manifest.manifest;
        if manifest.languages.is_empty() {
            manifest.languages = self.languages.keys().cloned().collect();
        }
        if manifest.office_language.is_empty() {
            manifest.office_language = manifest.languages.first().cloned().unwrap_or_default();
        }
    }

    /// Forms last: they name entries, topics and languages. A topic offers the forms that name it, after
    /// those that it names itself.
    fn read_forms(&mut self, files: &PackFiles, scrutiny: Scrutiny, report: &mut Report) {
        let entries = self.languages.values().flat_map(|content| &content.entries);
        let entries = entries.map(|entry| entry.id.clone()).collect();
        let topics = self.topics.iter().map(|(topic, _)| topic.id.clone()).collect();
        let pack = PackFacts {
            languages: &self.manifest.manifest.languages,
            office_language: &self.manifest.manifest.office_language,
            entries: is_whole(report, is_faq).then_some(&entries),
            topics: self.knows_topics(report).then_some(&topics),
            scrutiny,
        };
        self.forms = Catalogue::read(&files.forms(), &pack, report);
        for (topic, _) in &mut self.topics {
            for form in self.forms.forms().filter(|form| form.topics.contains(&topic.id)) {
                if !topic.forms.contains(&form.id) {
                    topic.forms.push(form.id.clone());
                }
            }
        }
    }

    /// Whether a name that is not among the topics is a wrong one.
    pub(crate) fn knows_topics(&self, report: &Report) -> bool {
        self.all_topics && is_whole(report, is_topics)
    }

    pub(crate) fn into_pack(self, digest: [u8; 32]) -> Pack {
        Pack {
            manifest: self.manifest.manifest,
            languages: self.languages,
            topics: self.topics.into_iter().map(|(topic, _)| topic).collect(),
            notices: self.notices.into_iter().map(|reading| reading.notice).collect(),
            directory: self.offices.into_iter().map(|(office, _)| office).collect(),
            forms: self.forms,
            clips: self.clips,
            digest,
        }
    }
}
