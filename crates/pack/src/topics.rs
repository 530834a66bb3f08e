//! `topics.toml` and `notices/*.toml`.

use std::collections::BTreeMap;

use crate::{
    fault::{FaultKind, InFile},
    fields::{Fields, TomlFile},
    model::{Notice, NoticeKind, Topic, TopicKind},
};

/// Topics and the line of each.
pub(crate) fn read_topics(text: &str, office: &str, faults: &mut InFile) -> Vec<(Topic, u64)> {
    let Some(file) = TomlFile::parse(text, faults) else {
        return Vec::new();
    };
    let mut fields = file.fields(faults);
    let mut topics = Vec::new();
    let mut lines: BTreeMap<String, u64> = BTreeMap::new();
    for inner in fields.tables("topic") {
        let mut topic_fields = fields.within(&inner);
        let line = topic_fields.line;
        let Some(topic) = read_topic(&mut topic_fields, office) else {
            continue;
        };
        topic_fields.finish();
        match lines.get(&topic.id) {
            Some(first) => fields.faults.at(line, FaultKind::DuplicateId { id: topic.id, first: *first }),
            None => {
                lines.insert(topic.id.clone(), line);
                topics.push((topic, line));
            }
        }
    }
    fields.finish();
    topics
}

fn read_topic(fields: &mut Fields, office: &str) -> Option<Topic> {
    let (id, _) = fields.needed_text("id")?;
    let kind = match fields.needed_text("kind") {
        Some((kind, _)) if kind == "life-event" => TopicKind::LifeEvent,
        Some((kind, _)) if kind == "subject" => TopicKind::Subject,
        Some((value, line)) => {
            let fault = FaultKind::BadChoice { key: "kind", value, choices: "life-event, subject" };
            fields.faults.at(line, fault);
            TopicKind::Subject
        }
        None => TopicKind::Subject,
    };
    let title = fields.localized("title", office);
    if title.0.is_empty() {
        fields.missing("title");
        return None;
    }
    Some(Topic {
        id,
        kind,
        icon: fields.text("icon").map(|(icon, _)| icon),
        title,
        summary: fields.localized("summary", office),
        entries: fields.texts("entries").into_iter().map(|(entry, _)| entry).collect(),
    })
}

/// One notice; `stem` is its file's name without `.toml`.
pub(crate) fn read_notice(text: &str, stem: &str, office: &str, faults: &mut InFile) -> Option<Notice> {
    let file = TomlFile::parse(text, faults)?;
    let mut fields = file.fields(faults);
    let id = fields.needed_text("id");
    let kind = fields.needed_text("kind");
    if fields.value("published").is_none() {
        fields.missing("published");
    }
    let published = fields.time("published");
    let expires_written = fields.value("expires").is_some();
    let expires = fields.time("expires");
    let issuer = fields.localized("issuer", office);
    let title = fields.localized("title", office);
    let body = fields.localized("body", office);
    let keywords = fields.texts_by_language("keywords");
    for (key, words) in [("title", &title), ("body", &body)] {
        if words.0.is_empty() {
            fields.missing(key);
        }
    }
    let (id, id_line) = id?;
    let kind = read_kind(kind?, &mut fields)?;
    if id != stem {
        fields.faults.at(id_line, FaultKind::NoticeMisnamed { id: id.clone() });
    }
    let published = published?;
    if expires.is_some_and(|expires| expires <= published) {
        let line = fields.line_of("expires");
        fields.faults.at(line, FaultKind::NoticeEndsFirst {});
        return None;
    }
    if kind == NoticeKind::Emergency && !expires_written {
        fields.faults.at(fields.line, FaultKind::EmergencyWithoutEnd {});
    }
    fields.finish();
    // Without a readable end an emergency would outrank answers forever, and a bulletin hang forever.
    let ends = expires.is_some() || (kind == NoticeKind::Bulletin && !expires_written);
    let told = !title.0.is_empty() && !body.0.is_empty();
    (ends && told).then_some(Notice { id, kind, published, expires, issuer, title, body, keywords })
}

fn read_kind((value, line): (String, u64), fields: &mut Fields) -> Option<NoticeKind> {
    match value.as_str() {
        "emergency" => Some(NoticeKind::Emergency),
        "bulletin" => Some(NoticeKind::Bulletin),
        _ => {
            let choices = "emergency, bulletin";
            fields.faults.at(line, FaultKind::BadChoice { key: "kind", value, choices });
            None
        }
    }
}
