//! Whether what points at something points at something that exists.

use std::collections::{HashMap, HashSet};

use crate::{
    fault::{FaultKind, InFile, Report},
    model::{Document, Entry, LanguageContent},
    read::{DocumentPlaces, Reading, is_whole},
};

/// Documents of one language and their headings; `None` for one that exists but could not be read.
type Headings<'a> = HashMap<&'a str, Option<InDocument<'a>>>;

/// A document's headings, each with whether there is text under it. What stands before the first has none: an empty one.
type InDocument<'a> = HashMap<&'a str, bool>;

/// Follows Markdown links, FAQ sources and topics, and the ids that golden questions expect.
pub(crate) fn check_links(reading: &Reading, report: &mut Report) {
    let topics: HashSet<&str> = reading.topics.iter().map(|(topic, _)| topic.id.as_str()).collect();
    let topics = reading.knows_topics(report).then_some(&topics);
    let nothing = DocumentPlaces::default();
    for (language, content) in &reading.languages {
        let places = reading.documents.get(language).unwrap_or(&nothing);
        let mut headings: Headings = places.unread.iter().map(|file| (file.as_str(), None)).collect();
        headings.extend(content.documents.iter().map(headings_of));
        let path = |file: &str| format!("knowledge/{language}/{file}");
        let faq = path("faq.csv");
        let entries_are_known = is_whole(report, |file| file == faq);
        let mut faults = InFile::new(report, &faq);
        for entry in &content.entries {
            check_topic(entry.topic.as_deref(), topics, entry.line, &mut faults);
            check_source(entry, &headings, &mut faults);
        }
        for document in &content.documents {
            let line = places.front_matter.get(&document.file).map_or(1, |lines| lines.topics);
            for topic in &document.topics {
                check_topic(Some(topic), topics, line, &mut InFile::new(report, &path(&document.file)));
            }
        }
        for (file, link) in &places.links {
            check_link(&link.target, file, &headings, link.line, &mut InFile::new(report, &path(file)));
        }
        check_golden(content, entries_are_known, &headings, &mut InFile::new(report, &path("golden.csv")));
    }
}

fn headings_of(document: &Document) -> (&str, Option<InDocument<'_>>) {
    let sections = document.sections.iter();
    let headings = sections.map(|section| (section.heading.as_str(), !document.told_under(section).is_empty()));
    (&document.file, Some(headings.collect()))
}

/// Without topics to look among, none is missed.
fn check_topic(topic: Option<&str>, topics: Option<&HashSet<&str>>, line: u64, faults: &mut InFile) {
    if let Some(topic) = topic.filter(|topic| topics.is_some_and(|topics| !topics.contains(topic))) {
        faults.at(line, FaultKind::UnknownTopic { topic: topic.to_owned() });
    }
}

/// A source that ends like a document's name is one of the pack; any other is a title.
fn check_source(entry: &Entry, headings: &Headings, faults: &mut InFile) {
    let Some(source) = entry.source.as_deref().filter(|source| source.ends_with(".md")) else {
        return;
    };
    check_place(source, entry.section.as_deref(), headings, entry.line, faults);
}

fn check_place(document: &str, section: Option<&str>, headings: &Headings, line: u64, faults: &mut InFile) {
    match (headings.get(document), section) {
        (None, _) => faults.at(line, FaultKind::DeadLink { target: document.to_owned() }),
        (Some(Some(known)), Some(section)) if !known.contains_key(section) => {
            let fault = FaultKind::DeadSection { document: document.to_owned(), section: section.to_owned() };
            faults.at(line, fault);
        }
        _ => {}
    }
}

/// A link without a scheme leads to a document of the same folder, or with `#` alone into its own.
fn check_link(target: &str, own: &str, headings: &Headings, line: u64, faults: &mut InFile) {
    let scheme = target.split_once(':').is_some_and(|(scheme, _)| {
        let mut letters = scheme.chars();
        letters.next().is_some_and(|first| first.is_ascii_alphabetic())
            && letters.all(|c| c.is_ascii_alphanumeric() || "+.-".contains(c))
    });
    if scheme || target.starts_with("//") {
        return;
    }
    let target = percent_decoded(target);
    let (document, section) = match target.split_once('#') {
        Some((document, section)) => (document, Some(section)),
        None => (target.as_str(), None),
    };
    let document = document.trim_start_matches("./");
    let document = if document.is_empty() && section.is_some() { own } else { document };
    check_place(document, section, headings, line, faults);
}

/// `%20` and its like as the characters they stand for.
fn percent_decoded(text: &str) -> String {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.as_bytes();
    while let Some((first, tail)) = rest.split_first() {
        let code = tail.get(..2).filter(|_| *first == b'%').and_then(|hex| std::str::from_utf8(hex).ok());
        match code.and_then(|hex| u8::from_str_radix(hex, 16).ok()) {
            Some(byte) => {
                bytes.push(byte);
                rest = &tail[2..];
            }
            None => {
                bytes.push(*first);
                rest = tail;
            }
        }
    }
    String::from_utf8(bytes).unwrap_or_else(|_| text.to_owned())
}

fn check_golden(content: &LanguageContent, entries_are_known: bool, headings: &Headings, faults: &mut InFile) {
    let entries: HashSet<&str> = content.entries.iter().map(|entry| entry.id.as_str()).collect();
    for golden in &content.golden {
        for id in golden.expected.iter().filter(|id| !entries.contains(id.as_str())) {
            match has_text(id, headings) {
                None if !entries_are_known && !id.contains('#') => {}
                None => faults.at(golden.line, FaultKind::UnknownExpected { id: id.clone() }),
                Some(false) => faults.at(golden.line, FaultKind::EmptyExpected { id: id.clone() }),
                Some(true) => {}
            }
        }
    }
}

/// Whether there is text to quote in `file.md#Heading`, or before the first heading of `file.md`; `None` where there is no
/// such place.
fn has_text(id: &str, headings: &Headings) -> Option<bool> {
    let (document, section) = match id.split_once('#') {
        Some((_, "")) => return None,
        Some(place) => place,
        None => (id, ""),
    };
    match headings.get(document)? {
        Some(known) if section.is_empty() => Some(known.get("").copied().unwrap_or(false)),
        Some(known) => known.get(section).copied(),
        None => Some(true),
    }
}
