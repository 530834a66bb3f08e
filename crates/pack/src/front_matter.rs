//! The lines between `---` at the top of a document.

use crate::{
    faq::{read_day, read_validity},
    fault::{FaultKind, InFile},
    model::Document,
};

/// Fills the document's particulars from its front matter and returns where the body starts.
///
/// `None` when a date cannot be read: an undated text must not be quoted forever.
pub(crate) fn read_front_matter(document: &mut Document, faults: &mut InFile) -> Option<usize> {
    let text = std::mem::take(&mut document.text);
    let body = particulars(&text, document, faults);
    document.text = text;
    body
}

fn particulars(text: &str, document: &mut Document, faults: &mut InFile) -> Option<usize> {
    let mut lines = text.split_inclusive('\n');
    let Some(first) = lines.next().filter(|line| line.trim_end() == "---") else {
        faults.at(1, FaultKind::UndatedDocument {});
        return Some(0);
    };
    let mut offset = first.len();
    let mut pairs = Vec::new();
    let mut closed = false;
    for (line, number) in lines.zip(2..) {
        offset += line.len();
        let line = line.trim();
        if line == "---" {
            closed = true;
            break;
        }
        pairs.push((line, number));
    }
    if !closed {
        faults.at(1, FaultKind::OpenFrontMatter {});
        return Some(0);
    }
    Values::read(&pairs, faults).fill(document, faults).then_some(offset)
}

/// A value and its line.
type Value<'t> = Option<(&'t str, u64)>;

#[derive(Default)]
struct Values<'t> {
    title: Value<'t>,
    source: Value<'t>,
    version: Value<'t>,
    valid_from: Value<'t>,
    valid_until: Value<'t>,
    topics: Value<'t>,
}

impl<'t> Values<'t> {
    fn read(pairs: &[(&'t str, u64)], faults: &mut InFile) -> Self {
        let mut values = Self::default();
        for (line, number) in pairs.iter().filter(|(line, _)| !line.is_empty() && !line.starts_with('#')) {
            let Some((key, value)) = line.split_once(':') else {
                faults.at(*number, FaultKind::BadFrontMatter { text: (*line).to_owned() });
                continue;
            };
            let slot = match key.trim() {
                "title" => &mut values.title,
                "source" => &mut values.source,
                "version" => &mut values.version,
                "valid_from" => &mut values.valid_from,
                "valid_until" => &mut values.valid_until,
                "topics" => &mut values.topics,
                other => {
                    faults.at(*number, FaultKind::UnknownKey { key: other.to_owned() });
                    continue;
                }
            };
            *slot = Some((unquoted(value.trim()), *number)).filter(|(value, _)| !value.is_empty());
        }
        values
    }

    fn fill(self, document: &mut Document, faults: &mut InFile) -> bool {
        let owned = |value: Value| value.map(|(text, _)| text.to_owned());
        document.title = owned(self.title).unwrap_or_default();
        document.source = owned(self.source);
        let topics = self.topics.map_or("", |(text, _)| text);
        let topics = topics.trim_start_matches('[').trim_end_matches(']').split(',').map(str::trim);
        document.topics = topics.filter(|topic| !topic.is_empty()).map(|topic| unquoted(topic).to_owned()).collect();
        let text = |value: Value<'t>| value.map(|(text, _)| text);
        let line = |value: Value| value.map_or(1, |(_, line)| line);
        if self.version.is_none() {
            faults.at(1, FaultKind::UndatedDocument {});
        }
        // An unreadable version date is a fault, but the text itself may still be quoted.
        let version = read_day("version", text(self.version), line(self.version), faults);
        document.version = version.flatten();
        let line = line(self.valid_until.or(self.valid_from));
        match read_validity(text(self.valid_from), text(self.valid_until), line, faults) {
            Some(validity) => document.validity = validity,
            None => return false,
        }
        true
    }
}

/// A value without the quotation marks around it.
fn unquoted(value: &str) -> &str {
    let inside = |mark: char| value.strip_prefix(mark).and_then(|rest| rest.strip_suffix(mark));
    inside('"').or_else(|| inside('\'')).unwrap_or(value)
}
