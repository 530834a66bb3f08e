//! `notices/*.toml`: emergencies and bulletins.

use kaunter_reading::{Fields, KeyLines, TomlFile};

use crate::{
    fault::{FaultKind, InFile},
    model::{Localized, Notice, NoticeKind},
    words::needed_words,
};

/// A notice, its file, and the lines of its keys.
pub(crate) struct NoticeReading {
    pub(crate) notice: Notice,
    pub(crate) path: String,
    pub(crate) lines: KeyLines,
}

/// Reads one notice from `path`; `None` when it must not be shown.
pub(crate) fn read_notice(text: &str, path: &str, office: &str, faults: &mut InFile) -> Option<NoticeReading> {
    let file = TomlFile::parse(text, faults)?;
    let mut fields = file.fields(faults);
    let notice = read_fields(&mut fields, office);
    let lines = fields.key_lines();
    if let Some(notice) = notice.as_ref().filter(|notice| path != format!("notices/{}.toml", notice.id)) {
        fields.faults.at(lines.of("id"), FaultKind::NoticeMisnamed { id: notice.id.clone() });
    }
    fields.finish();
    Some(NoticeReading { notice: notice?, path: path.to_owned(), lines })
}

fn read_fields(fields: &mut Fields, office: &str) -> Option<Notice> {
    let id = fields.needed_text("id").map(|(id, _)| id);
    let kind = read_kind(fields);
    let published = fields.time("published");
    if fields.value("published").is_none() {
        fields.missing("published");
    }
    let expires = read_end(fields, kind);
    let issuer = Localized(fields.localized("issuer", office));
    let title = needed_words(fields, "title", office);
    let body = needed_words(fields, "body", office);
    let keywords = fields.texts_by_language("keywords");
    let (published, expires) = (published?, expires?);
    if expires.is_some_and(|expires| expires <= published) {
        fields.faults.at(fields.key_lines().of("expires"), FaultKind::NoticeEndsFirst {});
        return None;
    }
    let told = !title.0.is_empty() && !body.0.is_empty();
    let (id, kind) = (id?, kind?);
    told.then_some(Notice { id, kind, published, expires, issuer, title, body, keywords })
}

fn read_kind(fields: &mut Fields) -> Option<NoticeKind> {
    let (value, line) = fields.needed_text("kind")?;
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

/// When the notice ends; the outer `None` is a fault. Without a readable end an emergency would
/// outrank answers forever.
fn read_end(fields: &mut Fields, kind: Option<NoticeKind>) -> Option<Option<jiff::Timestamp>> {
    if fields.value("expires").is_some() {
        return fields.time("expires").map(Some);
    }
    if kind == Some(NoticeKind::Emergency) {
        fields.faults.at(fields.line, FaultKind::EmergencyWithoutEnd {});
        return None;
    }
    Some(None)
}
