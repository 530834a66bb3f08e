//! On which lines the parts of a form stand, for faults that are found after the reading.

use std::collections::BTreeMap;

use kaunter_reading::KeyLines;

/// A kind of part; with the part's id it is one of a kind.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Part {
    /// The form itself, without an id.
    Form,
    Section,
    Field,
    /// Under `<field>-<code>`.
    Choice,
    Document,
    Slip,
    Check,
    Rule,
}

/// Lines of all parts.
#[derive(Debug, Default)]
pub(crate) struct FormLines(BTreeMap<(Part, String), KeyLines>);

impl FormLines {
    pub(super) fn keep(&mut self, part: Part, id: &str, lines: KeyLines) {
        self.0.entry((part, id.to_owned())).or_insert(lines);
    }

    /// Line of a part that already stands there.
    pub(super) fn known(&self, part: Part, id: &str) -> Option<u64> {
        self.0.get(&(part, id.to_owned())).map(|lines| lines.of("id"))
    }

    /// Line of a key, of the part when it has no such key, of the file's beginning when there is no
    /// such part.
    pub(crate) fn of(&self, part: Part, id: &str, key: &str) -> u64 {
        self.0.get(&(part, id.to_owned())).map_or(1, |lines| lines.of(key))
    }
}
