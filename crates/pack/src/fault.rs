//! Everything that can be wrong in a pack, in one table: code, severity, sentence, remedy.
//!
//! Adding a fault means adding a row here. It knows nothing of how a fault is found.

use std::collections::BTreeMap;

use serde::{Serialize, Serializer, ser::SerializeStruct};

/// How much a fault matters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Severity {
    /// The pack must not be built: something would be missing, wrong or unreachable.
    Error,
    /// The pack works; somebody should look.
    Warning,
}

/// One fault in its place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fault {
    /// Path inside the pack with `/`, `knowledge/ko/faq.csv`.
    pub file: String,
    /// Line in the file from 1, where one line can be named.
    pub line: Option<u64>,
    /// What is wrong.
    pub kind: FaultKind,
}

/// What a reading found, in the order of files and lines.
#[derive(Debug, Clone, Default)]
pub struct Report {
    faults: Vec<Fault>,
    listed: BTreeMap<(String, &'static str), usize>,
    errors: usize,
    warnings: usize,
}

/// Faults of one kind listed per file; the rest are counted only, so that a hostile or
/// machine-made pack cannot fill the memory with its own faults.
const LISTED_PER_FILE: usize = 100;

macro_rules! faults {
    ($($(#[$doc:meta])* $name:ident { $($field:ident: $type:ty),* } $severity:ident $code:literal
       $sentence:literal; $remedy:literal;)*) => {
        /// What can be wrong, with what a person needs to find it.
        #[derive(Debug, Clone, PartialEq, Eq)]
        #[allow(missing_docs, reason = "the sentence beside each row says what it is")]
        pub enum FaultKind { $($(#[$doc])* $name { $($field: $type),* },)* }

        #[allow(unused_variables, reason = "not every sentence names every field")]
        impl FaultKind {
            /// Every code there is.
            pub const CODES: &[&str] = &[$($code),*];

            /// Stable name of the fault, kebab-case.
            pub fn code(&self) -> &'static str {
                match self { $(Self::$name { .. } => $code,)* }
            }

            /// Whether it keeps the pack from being built.
            pub fn severity(&self) -> Severity {
                match self { $(Self::$name { .. } => Severity::$severity,)* }
            }

            /// What to do about it, in one English sentence.
            pub fn remedy(&self) -> String {
                match self { $(Self::$name { $($field),* } => format!($remedy),)* }
            }
        }

        #[allow(unused_variables, reason = "not every sentence names every field")]
        impl std::fmt::Display for FaultKind {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                match self { $(Self::$name { $($field),* } => write!(f, $sentence),)* }
            }
        }
    };
}

faults! {
    // Files and bytes
    NotUtf8 { encoding: String } Error "not-utf8"
        "the text is not UTF-8; it looks like {encoding}";
        "Save the file again as UTF-8 (in a spreadsheet: the file type “CSV UTF-8”).";
    InnerByteOrderMark {} Warning "inner-byte-order-mark"
        "an invisible byte order mark stands inside the text";
        "Delete it: it comes from joining files; retype the first letters of this line.";
    ControlCharacter { code_point: u32 } Error "control-character"
        "an invisible control character (U+{code_point:04X}) stands in the text";
        "Retype the text around it, or save the file again as plain text.";
    DamagedText {} Warning "damaged-text"
        "the text holds “�”: letters were lost in an earlier conversion";
        "Put the right letters back from the original document.";
    EmptyFile {} Warning "empty-file"
        "the file has no content";
        "Fill it or delete it.";
    StrayFile {} Warning "stray-file"
        "this is not a part of a pack and is left out of it";
        "Check the name and the folder, or move it elsewhere.";
    MisnamedFile { expected: String } Error "misnamed-file"
        "the name differs from “{expected}” in upper and lower case";
        "Rename it to {expected}.";
    UnportableName {} Error "unportable-name"
        "the file name cannot be used on every system or in a link";
        "Rename it: no # < > : \" | ? * or backslash, no dot or space at the end, no Windows device name.";

    // Tables
    MissingColumn { column: &'static str } Error "missing-column"
        "the column “{column}” is missing";
        "Add “{column}” to the first row.";
    UnknownColumn { column: String } Warning "unknown-column"
        "the column “{column}” is not known and is not read";
        "Correct its name or delete the column.";
    RepeatedColumn { column: &'static str } Error "repeated-column"
        "the column “{column}” stands twice in the first row";
        "Delete or rename one of the two.";
    WrongSeparator { found: &'static str } Error "wrong-separator"
        "the cells are separated by {found} instead of commas";
        "Save the table again as CSV with commas.";
    UnbalancedQuotes {} Error "unbalanced-quotes"
        "a quotation mark in this row opens a cell that does not close properly; the row is not read";
        "Close the cell with \", and double every \" inside it.";
    LongRow { cells: usize, columns: usize } Error "long-row"
        "the row has {cells} cells under {columns} columns; it is not read";
        "Put cells that contain a comma between quotation marks.";
    HugeCell { column: &'static str, bytes: usize } Error "huge-cell"
        "the cell “{column}” holds {bytes} bytes; the row is not read";
        "Look for a missing quotation mark, or put long texts into a document.";
    MissingCell { column: &'static str } Error "missing-cell"
        "the cell “{column}” is empty";
        "Fill it, or delete the row.";
    BadId { id: String } Error "bad-id"
        "“{id}” cannot be an id";
        "Use letters, digits and hyphens, for a pack small ones only; “none” has a meaning of its own.";
    DuplicateId { id: String, first: u64 } Error "duplicate-id"
        "the id “{id}” already stands on line {first}; this one is not read";
        "Give one of the two another id.";
    BadDate { field: &'static str, value: String } Error "bad-date"
        "“{value}” in “{field}” is not a date; what it dates is not quoted";
        "Write year-month-day, such as 2026-11-01; make the column “text” in the spreadsheet.";
    CrossedDates {} Error "crossed-dates"
        "valid_until lies before valid_from";
        "Correct one of the two dates.";
    FullwidthBar {} Warning "fullwidth-bar"
        "phrasings are separated by the full-width “｜”";
        "Write the plain “|”.";
    LongAnswer { letters: usize } Warning "long-answer"
        "the answer has {letters} letters: too long to be heard";
        "Answer in a few sentences and keep the rest in a document.";
    DuplicatePhrasing { phrasing: String, other: String, other_line: u64 } Warning "duplicate-phrasing"
        "“{phrasing}” also stands under “{other}” on line {other_line}";
        "Keep it where it belongs: people who ask this get one answer.";
    MixedNone {} Error "mixed-none"
        "“none” stands beside ids";
        "Expect either “none” or ids.";
    UnknownExpected { id: String } Error "unknown-expected"
        "there is no entry or section “{id}” in this language";
        "Correct the id; sections are written as file.md#Heading.";

    // TOML
    BadToml { reason: String } Error "bad-toml"
        "the file cannot be read: {reason}";
        "Correct the line; texts stand between quotation marks.";
    MissingKey { key: String } Error "missing-key"
        "“{key}” is missing";
        "Add it.";
    UnknownKey { key: String } Warning "unknown-key"
        "“{key}” is not known and is not read";
        "Correct its name or delete it.";
    WrongType { key: String, expected: &'static str } Error "wrong-type"
        "“{key}” must be {expected}";
        "Write it so.";
    BadVersion { value: String } Error "bad-version"
        "“{value}” is not a version";
        "Write numbers with dots between quotation marks, such as \"2026.11.1\".";
    BadLanguage { tag: String } Error "bad-language"
        "“{tag}” is not a language tag";
        "Write it as zh-TW, ms, ko or en.";
    UnknownLanguage { tag: String } Error "unknown-language"
        "the language “{tag}” is not listed in pack.toml";
        "Add it to “languages” in pack.toml, or correct the tag.";
    LanguageWithoutContent { tag: String } Error "language-without-content"
        "the language “{tag}” is offered but has neither entries nor documents";
        "Write knowledge/{tag}/faq.csv, or take the language out of “languages”.";
    BadSeal {} Error "bad-seal"
        "the seal must be one character";
        "Write a single character such as \"服\".";
    BadShare { key: &'static str } Error "bad-share"
        "“{key}” must lie between 0 and 1";
        "Write 0.85 for 85 of 100.";
    BadChoice { key: &'static str, value: String, choices: &'static str } Error "bad-choice"
        "“{value}” is not possible for “{key}”";
        "Choose one of: {choices}.";
    BadTime { key: &'static str, value: String } Error "bad-time"
        "“{value}” in “{key}” is not a time";
        "Write date, time and offset, such as \"2026-11-21T13:40:00+08:00\".";
    EmergencyWithoutEnd {} Error "emergency-without-end"
        "an emergency needs “expires”; it is not shown";
        "Say when it ends at the latest.";
    NoticeEndsFirst {} Error "notice-ends-first"
        "the notice expires before it is published";
        "Correct one of the two times.";
    EmergencyWithoutKeywords { language: String } Warning "emergency-without-keywords"
        "no question in “{language}” will be answered by this emergency: it has no keywords";
        "List what people will call it under [keywords].";
    NoticeMisnamed { id: String } Error "notice-misnamed"
        "the id “{id}” differs from the file name";
        "Give both the same name.";

    // Documents
    OpenFrontMatter {} Warning "open-front-matter"
        "the file starts with --- and no second --- line closes it";
        "Close the lines at the top with a line ---.";
    BadFrontMatter { text: String } Error "bad-front-matter"
        "“{text}” is not “key: value”";
        "Write one “key: value” on each line between the --- lines.";
    EmptyHeading {} Error "empty-heading"
        "the heading has no words";
        "Write the heading, or delete the #.";
    RepeatedHeading { heading: String, first: u64 } Error "repeated-heading"
        "the heading “{heading}” already stands on line {first}: a citation could not tell them apart";
        "Word one of the two headings differently.";
    HeadingWithoutSpace {} Warning "heading-without-space"
        "a line starts with # but is no heading";
        "Put a space after the #.";
    HtmlNotRead {} Warning "html-not-read"
        "HTML is never quoted";
        "Write it in plain Markdown.";
    UndatedDocument {} Warning "undated-document"
        "the document has no version date to cite";
        "Write “version: 2026-11-01” between --- lines at the top.";

    // Between files
    DeadLink { target: String } Error "dead-link"
        "there is no document “{target}” in this folder";
        "Correct the name, or add the document.";
    DeadSection { document: String, section: String } Error "dead-section"
        "“{document}” has no heading “{section}”";
        "Write the heading exactly as it stands in the document.";
    UnknownTopic { topic: String } Error "unknown-topic"
        "there is no topic “{topic}” in topics.toml";
        "Correct the id, or add the topic.";
    UnknownEntry { id: String } Error "unknown-entry"
        "there is no entry “{id}” in any language";
        "Correct the id, or write the entry.";
    EmptyTopic { id: String } Warning "empty-topic"
        "the topic “{id}” leads to no entry";
        "List ids under “entries”.";
    UntranslatedEntry { id: String, language: String } Warning "untranslated-entry"
        "the entry “{id}” is missing in “{language}”";
        "Translate it into knowledge/{language}/faq.csv.";
    UntranslatedDocument { language: String } Warning "untranslated-document"
        "the document is missing in “{language}”";
        "Translate it into knowledge/{language}/.";
    UntranslatedText { key: String, language: String } Warning "untranslated-text"
        "“{key}” is missing in “{language}”";
        "Add {language} = \"…\" to it.";
    UntranslatedOffice { id: String, language: String } Warning "untranslated-office"
        "the office “{id}” is missing in “{language}”";
        "Add a row for it.";
    Expired { until: String } Warning "expired"
        "this was valid until {until} and is no longer quoted";
        "Renew it with a new date, or delete it.";
}

impl Fault {
    /// Whether it keeps the pack from being built.
    pub fn severity(&self) -> Severity {
        self.kind.severity()
    }
}

/// `file:line: sentence`.
impl std::fmt::Display for Fault {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.file)?;
        if let Some(line) = self.line {
            write!(f, ":{line}")?;
        }
        write!(f, ": {}", self.kind)
    }
}

impl Serialize for Fault {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut fields = serializer.serialize_struct("Fault", 6)?;
        fields.serialize_field("file", &self.file)?;
        fields.serialize_field("line", &self.line)?;
        fields.serialize_field("severity", &self.severity())?;
        fields.serialize_field("code", self.kind.code())?;
        fields.serialize_field("message", &self.kind.to_string())?;
        fields.serialize_field("remedy", &self.kind.remedy())?;
        fields.end()
    }
}

impl Report {
    /// The faults by file and line; of one kind in one file at most 100 are listed.
    pub fn faults(&self) -> &[Fault] {
        &self.faults
    }

    /// Faults that are counted but not listed: file, code, how many.
    pub fn unlisted(&self) -> impl Iterator<Item = (&str, &'static str, usize)> {
        self.listed
            .iter()
            .filter(|(_, count)| **count > LISTED_PER_FILE)
            .map(|((file, code), count)| (file.as_str(), *code, count - LISTED_PER_FILE))
    }

    /// How many faults keep the pack from being built, unlisted ones included.
    pub fn errors(&self) -> usize {
        self.errors
    }

    /// How many faults are warnings, unlisted ones included.
    pub fn warnings(&self) -> usize {
        self.warnings
    }

    /// The first error, if there is any.
    pub fn first_error(&self) -> Option<&Fault> {
        self.faults.iter().find(|fault| fault.severity() == Severity::Error)
    }

    pub(crate) fn add(&mut self, file: &str, line: Option<u64>, kind: FaultKind) {
        match kind.severity() {
            Severity::Error => self.errors += 1,
            Severity::Warning => self.warnings += 1,
        }
        let count = self.listed.entry((file.to_owned(), kind.code())).or_default();
        *count += 1;
        if *count <= LISTED_PER_FILE {
            self.faults.push(Fault { file: file.to_owned(), line, kind });
        }
    }

    pub(crate) fn sort(&mut self) {
        self.faults.sort_by(|a, b| (&a.file, a.line).cmp(&(&b.file, b.line)));
    }
}

/// The report as seen from one file.
pub(crate) struct InFile<'r> {
    report: &'r mut Report,
    file: &'r str,
}

impl<'r> InFile<'r> {
    pub(crate) fn new(report: &'r mut Report, file: &'r str) -> Self {
        Self { report, file }
    }

    pub(crate) fn at(&mut self, line: u64, kind: FaultKind) {
        self.report.add(self.file, Some(line), kind);
    }

    pub(crate) fn whole(&mut self, kind: FaultKind) {
        self.report.add(self.file, None, kind);
    }
}
