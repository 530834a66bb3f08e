//! A TOML file walked key by key, so that every fault has its line and one wrong key costs only itself.

use std::collections::BTreeMap;

use jiff::Timestamp;
use toml::{
    Spanned,
    de::{DeTable, DeValue},
};

use crate::{
    fault::{FileFault, InFile},
    text::Lines,
};

/// A parsed file, borrowed from its text.
pub struct TomlFile<'t> {
    root: Spanned<DeTable<'t>>,
    lines: Lines,
    examples: Examples,
}

/// Keys, and how a line with each of them may look: shown where the key is missing.
pub type Examples = &'static [(&'static str, &'static str)];

/// One table of the file and the keys that were asked for.
pub struct Fields<'d, 'f, 'r> {
    table: &'d DeTable<'d>,
    /// Line on which the table starts, from 1.
    pub line: u64,
    lines: &'d Lines,
    examples: Examples,
    /// Where faults of this file go.
    pub faults: &'f mut InFile<'r>,
    asked: Vec<&'static str>,
}

/// On which lines the keys of a table stand.
#[derive(Debug, Clone, Default)]
pub struct KeyLines {
    table: u64,
    keys: BTreeMap<String, u64>,
}

impl KeyLines {
    /// Line of a key, or of the table when the key is missing.
    pub fn of(&self, key: &str) -> u64 {
        self.keys.get(key).copied().unwrap_or(self.table)
    }

    /// Whether the table has the key.
    pub fn has(&self, key: &str) -> bool {
        self.keys.contains_key(key)
    }
}

/// A table inside a file, still to be walked.
pub struct Inner<'d> {
    table: &'d DeTable<'d>,
    line: u64,
}

impl<'t> TomlFile<'t> {
    /// Parses the text; a syntax fault ends the reading of this file.
    pub fn parse(text: &'t str, faults: &mut InFile) -> Option<Self> {
        let lines = Lines::new(text);
        match DeTable::parse(text) {
            Ok(root) => Some(Self { root, lines, examples: &[] }),
            Err(error) => {
                let line = error.span().map_or(1, |span| lines.at(span.start));
                faults.at(line, FileFault::BadToml { reason: error.message().to_owned() });
                None
            }
        }
    }

    /// The same with examples of its keys.
    #[must_use]
    pub fn with_examples(self, examples: Examples) -> Self {
        Self { examples, ..self }
    }

    /// Keys, with their lines, of every table that the way leads to: through tables, and through each table of a
    /// list. Nothing counts as read by it.
    pub fn keys_below(&self, way: &[&str]) -> Vec<(String, u64)> {
        let mut tables: Vec<&DeTable> = vec![self.root.get_ref()];
        for step in way {
            let inner = tables.iter().filter_map(|table| Some(table.get(*step)?.get_ref()));
            tables = inner
                .flat_map(|value| match value {
                    DeValue::Table(table) => vec![table],
                    DeValue::Array(items) => items.iter().filter_map(|item| item.get_ref().as_table()).collect(),
                    _ => Vec::new(),
                })
                .collect();
        }
        let keys = tables.into_iter().flat_map(|table| table.keys());
        keys.map(|name| (name.get_ref().to_string(), self.lines.at(name.span().start))).collect()
    }

    /// The top of the file.
    pub fn fields<'d, 'f, 'r>(&'d self, faults: &'f mut InFile<'r>) -> Fields<'d, 'f, 'r> {
        let table: &'d DeTable<'d> = self.root.get_ref();
        Fields { table, line: 1, lines: &self.lines, examples: self.examples, faults, asked: Vec::new() }
    }
}

impl<'d, 'f, 'r> Fields<'d, 'f, 'r> {
    /// An inner table, reporting to the same file.
    pub fn within<'s>(&'s mut self, inner: &Inner<'d>) -> Fields<'d, 's, 'r> {
        Fields {
            table: inner.table,
            line: inner.line,
            lines: self.lines,
            examples: self.examples,
            faults: &mut *self.faults,
            asked: Vec::new(),
        }
    }

    /// The value of a key and the line of the key.
    pub fn value(&mut self, key: &'static str) -> Option<(&'d DeValue<'d>, u64)> {
        self.asked.push(key);
        let (name, value) = self.table.get_key_value(key)?;
        Some((value.get_ref(), self.lines.at(name.span().start)))
    }

    /// A text with something in it, and its line.
    pub fn text(&mut self, key: &'static str) -> Option<(String, u64)> {
        let (value, line) = self.value(key)?;
        match value.as_str().map(str::trim) {
            Some("") => self.wrong_type(key, line, "a text that is not empty"),
            Some(text) => Some((text.to_owned(), line)),
            None => self.wrong_type(key, line, "a text between quotation marks"),
        }
    }

    /// A text that must be there.
    pub fn needed_text(&mut self, key: &'static str) -> Option<(String, u64)> {
        if !self.table.contains_key(key) {
            self.missing(key);
        }
        self.text(key)
    }

    /// `true` or `false`; `false` when missing.
    pub fn flag(&mut self, key: &'static str) -> bool {
        let Some((value, line)) = self.value(key) else {
            return false;
        };
        value.as_bool().or_else(|| self.wrong_type(key, line, "true or false")).unwrap_or(false)
    }

    /// Words per language; one plain text is taken as words in the `plain` language.
    pub fn localized(&mut self, key: &'static str, plain: &str) -> BTreeMap<String, String> {
        let Some((value, line)) = self.value(key) else {
            return BTreeMap::new();
        };
        match value {
            DeValue::String(text) if !text.trim().is_empty() => {
                BTreeMap::from([(plain.to_owned(), text.trim().to_owned())])
            }
            DeValue::Table(table) => self.words_of(key, table),
            _ => {
                self.wrong_type::<()>(key, line, "a text, or a text for each language");
                BTreeMap::new()
            }
        }
    }

    fn words_of(&mut self, key: &'static str, table: &'d DeTable<'d>) -> BTreeMap<String, String> {
        let mut words = BTreeMap::new();
        for (language, text) in table {
            let line = self.lines.at(language.span().start);
            match text.get_ref().as_str().map(str::trim) {
                Some(text) if !text.is_empty() => {
                    words.insert(language.get_ref().to_string(), text.to_owned());
                }
                _ => {
                    self.wrong_type::<()>(key, line, "a text for each language");
                }
            }
        }
        words
    }

    /// A list of texts with the line of each; empty when missing.
    pub fn texts(&mut self, key: &'static str) -> Vec<(String, u64)> {
        let Some((value, line)) = self.value(key) else {
            return Vec::new();
        };
        self.texts_of(key, value, line)
    }

    fn texts_of(&mut self, key: &'static str, value: &'d DeValue<'d>, line: u64) -> Vec<(String, u64)> {
        let Some(items) = value.as_array() else {
            self.wrong_type::<()>(key, line, "a list of texts in square brackets");
            return Vec::new();
        };
        let mut texts = Vec::new();
        for item in items {
            let line = self.lines.at(item.span().start);
            match item.get_ref().as_str().map(str::trim) {
                Some(text) if !text.is_empty() => texts.push((text.to_owned(), line)),
                _ => {
                    self.wrong_type::<()>(key, line, "a list of texts that are not empty");
                }
            }
        }
        texts
    }

    /// A list of texts for each language; empty when missing.
    pub fn texts_by_language(&mut self, key: &'static str) -> BTreeMap<String, Vec<String>> {
        let Some((value, line)) = self.value(key) else {
            return BTreeMap::new();
        };
        let Some(table) = value.as_table() else {
            self.wrong_type::<()>(key, line, "a list of texts for each language");
            return BTreeMap::new();
        };
        let mut lists = BTreeMap::new();
        for (language, list) in table {
            let line = self.lines.at(language.span().start);
            let texts = self.texts_of(key, list.get_ref(), line);
            lists.insert(language.get_ref().to_string(), texts.into_iter().map(|(text, _)| text).collect());
        }
        lists
    }

    /// A point in time, in RFC 3339 as a text or as TOML's own date-time.
    pub fn time(&mut self, key: &'static str) -> Option<Timestamp> {
        let (value, line) = self.value(key)?;
        let written = match value {
            DeValue::String(text) => text.trim().to_owned(),
            DeValue::Datetime(time) => time.to_string(),
            _ => return self.wrong_type(key, line, "a time between quotation marks"),
        };
        let time = written.parse().ok();
        if time.is_none() {
            self.faults.at(line, FileFault::BadTime { key, value: written });
        }
        time
    }

    /// A table under a key.
    pub fn table(&mut self, key: &'static str) -> Option<Inner<'d>> {
        let (value, line) = self.value(key)?;
        match value.as_table() {
            Some(table) => Some(Inner { table, line }),
            None => self.wrong_type(key, line, "a table"),
        }
    }

    /// The tables of a list, `[[key]]`.
    pub fn tables(&mut self, key: &'static str) -> Vec<Inner<'d>> {
        const EXPECTED: &str = "a list of tables, each under its own [[…]]";
        let Some((value, line)) = self.value(key) else { return Vec::new() };
        let Some(items) = value.as_array() else {
            self.wrong_type::<()>(key, line, EXPECTED);
            return Vec::new();
        };
        let mut tables = Vec::new();
        for item in items {
            let line = self.lines.at(item.span().start);
            match item.get_ref().as_table() {
                Some(table) => tables.push(Inner { table, line }),
                None => {
                    self.wrong_type::<()>(key, line, EXPECTED);
                }
            }
        }
        tables
    }

    /// Lines of the table's keys, for checks that come after the reading.
    pub fn key_lines(&self) -> KeyLines {
        let keys = self.table.keys().map(|name| (name.get_ref().to_string(), self.lines.at(name.span().start)));
        KeyLines { table: self.line, keys: keys.collect() }
    }

    /// Reports every key that nobody asked for.
    pub fn finish(self) {
        for name in self.table.keys().filter(|name| !self.asked.contains(&name.get_ref().as_ref())) {
            let line = self.lines.at(name.span().start);
            self.faults.at(line, FileFault::UnknownKey { key: name.get_ref().to_string() });
        }
    }

    /// Reports a key that is not there.
    pub fn missing(&mut self, key: &str) {
        let known = self.examples.iter().find(|(name, _)| *name == key);
        let example = known.map_or("it", |(_, example)| example);
        self.faults.at(self.line, FileFault::MissingKey { key: key.to_owned(), example });
    }

    /// Reports a value of a wrong type.
    pub fn wrong_type<T>(&mut self, key: &str, line: u64, expected: &'static str) -> Option<T> {
        self.faults.at(line, FileFault::WrongType { key: key.to_owned(), expected });
        None
    }
}
