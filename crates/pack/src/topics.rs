//! `topics.toml`: life events and subjects.

use std::collections::BTreeMap;

use kaunter_forms::is_icon;
use kaunter_reading::{Fields, KeyLines, TomlFile};

use crate::{
    fault::{FaultKind, InFile},
    model::{Localized, Topic, TopicKind},
    words::needed_words,
};

/// Topics as read.
#[derive(Default)]
pub(crate) struct TopicsReading {
    /// With the lines of their keys, each id once.
    pub(crate) topics: Vec<(Topic, KeyLines)>,
    /// Whether one could not be read: then nobody can tell which names are wrong.
    pub(crate) some_unread: bool,
}

/// Reads the topics.
pub(crate) fn read_topics(text: &str, office: &str, faults: &mut InFile) -> TopicsReading {
    let Some(file) = TomlFile::parse(text, faults) else { return TopicsReading::default() };
    let mut fields = file.fields(faults);
    let written = fields.value("topic").map_or(0, |(list, _)| list.as_array().map_or(1, |list| list.len()));
    let (mut topics, mut doubled) = (Vec::new(), 0);
    let mut seen: BTreeMap<String, u64> = BTreeMap::new();
    for inner in fields.tables("topic") {
        let mut inner = fields.within(&inner);
        let lines = inner.key_lines();
        let topic = read_topic(&mut inner, office);
        inner.finish();
        let Some(topic) = topic else { continue };
        let line = lines.of("id");
        if let Some(first) = seen.get(&topic.id) {
            fields.faults.at(line, FaultKind::DuplicateId { id: topic.id, first: *first });
            doubled += 1;
        } else {
            seen.insert(topic.id.clone(), line);
            topics.push((topic, lines));
        }
    }
    fields.finish();
    let some_unread = written > topics.len() + doubled;
    TopicsReading { topics, some_unread }
}

fn read_topic(fields: &mut Fields, office: &str) -> Option<Topic> {
    let id = fields.needed_text("id");
    let kind = read_kind(fields);
    let icon = fields.text("icon");
    if let Some((name, line)) = icon.as_ref().filter(|(name, _)| !is_icon(name)) {
        fields.faults.at(*line, FaultKind::UnknownIcon { name: name.clone() });
    }
    let icon = icon.map(|(icon, _)| icon);
    let title = needed_words(fields, "title", office);
    let summary = Localized(fields.localized("summary", office));
    let entries = fields.texts("entries").into_iter().map(|(entry, _)| entry).collect();
    let forms = fields.texts("forms").into_iter().map(|(form, _)| form).collect();
    let (id, _) = id.filter(|_| !title.0.is_empty())?;
    Some(Topic { id, kind, icon, title, summary, entries, forms })
}

/// A topic of an unknown kind is at least found in the list of subjects.
fn read_kind(fields: &mut Fields) -> TopicKind {
    match fields.needed_text("kind") {
        Some((kind, _)) if kind == "life-event" => TopicKind::LifeEvent,
        Some((value, line)) if value != "subject" => {
            let choices = "life-event, subject";
            fields.faults.at(line, FaultKind::BadChoice { key: "kind", value, choices });
            TopicKind::Subject
        }
        _ => TopicKind::Subject,
    }
}
