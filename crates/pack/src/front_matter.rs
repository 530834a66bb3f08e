//! The lines between `---` at the top of a document.

use crate::{
    dates::{read_day, read_validity},
    fault::{FaultKind, FileFault, InFile},
    model::Document,
};

/// Where later checks point at.
#[derive(Debug, Clone, Copy)]
pub(crate) struct FrontMatterLines {
    pub(crate) topics: u64,
    pub(crate) valid_until: u64,
}

/// Fills the document's particulars from its front matter and tells at which byte the body starts.
///
/// `None` when its validity cannot be read: what cannot be dated is not quoted.
pub(crate) fn read_front_matter(
    text: &str,
    document: &mut Document,
    faults: &mut InFile,
) -> Option<(usize, FrontMatterLines)> {
    let nowhere = FrontMatterLines { topics: 1, valid_until: 1 };
    let mut lines = text.split_inclusive('\n');
    let Some(first) = lines.next().filter(|line| line.trim_end() == "---") else {
        faults.at(1, FaultKind::UndatedDocument {});
        return Some((0, nowhere));
    };
    let mut body = first.len();
    let mut inside = Vec::new();
    for (line, number) in lines.zip(2..) {
        body += line.len();
        if line.trim_end() == "---" {
            let values = Values::read(&inside, faults);
            let places = FrontMatterLines { topics: values.topics.line, valid_until: values.valid_until.line };
            return values.fill(document, faults).then_some((body, places));
        }
        inside.push((line.trim(), number));
    }
    faults.at(1, FaultKind::OpenFrontMatter {});
    Some((0, nowhere))
}

/// A value, if it is there, and its line.
#[derive(Clone, Copy)]
struct Value<'t> {
    text: Option<&'t str>,
    line: u64,
}

struct Values<'t> {
    title: Value<'t>,
    source: Value<'t>,
    version: Value<'t>,
    valid_from: Value<'t>,
    valid_until: Value<'t>,
    topics: Value<'t>,
}

impl<'t> Values<'t> {
    fn read(lines: &[(&'t str, u64)], faults: &mut InFile) -> Self {
        let none = Value { text: None, line: 1 };
        let mut values =
            Self { title: none, source: none, version: none, valid_from: none, valid_until: none, topics: none };
        for (line, number) in lines.iter().filter(|(line, _)| !line.is_empty() && !line.starts_with('#')) {
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
                    faults.at(*number, FileFault::UnknownKey { key: other.to_owned() });
                    continue;
                }
            };
            *slot = Value { text: Some(unquoted(value.trim())).filter(|text| !text.is_empty()), line: *number };
        }
        values
    }

    /// Whether the document may be quoted.
    fn fill(&self, document: &mut Document, faults: &mut InFile) -> bool {
        document.title = self.title.text.unwrap_or_default().to_owned();
        document.source = self.source.text.map(str::to_owned);
        let topics = self.topics.text.unwrap_or_default().trim_start_matches('[').trim_end_matches(']');
        let topics = topics.split(',').map(|topic| unquoted(topic.trim())).filter(|topic| !topic.is_empty());
        document.topics = topics.map(str::to_owned).collect();
        if self.version.text.is_none() {
            faults.at(1, FaultKind::UndatedDocument {});
        }
        // An unreadable version date is a fault, but the text itself may still be quoted.
        document.version = read_day("version", self.version.text, self.version.line, faults).flatten();
        let line = if self.valid_until.text.is_some() { self.valid_until.line } else { self.valid_from.line };
        let validity = read_validity(self.valid_from.text, self.valid_until.text, line, faults);
        document.validity = validity.unwrap_or_default();
        validity.is_some()
    }
}

/// A value without the quotation marks around it.
fn unquoted(value: &str) -> &str {
    let inside = |mark: char| value.strip_prefix(mark).and_then(|rest| rest.strip_suffix(mark));
    inside('"').or_else(|| inside('\'')).unwrap_or(value)
}
