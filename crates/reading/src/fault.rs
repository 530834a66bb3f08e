//! What can be wrong in a file that people write: code, severity, sentence, remedy.
//!
//! A crate lists its own faults in one table with `faults!`; adding a fault means adding a row. It
//! knows nothing of how a fault is found.

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

/// What is wrong, in words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    code: &'static str,
    severity: Severity,
    sentence: String,
    remedy: String,
}

/// One fault in its place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fault {
    /// Path inside the pack with `/`, `knowledge/ko/faq.csv`.
    pub file: String,
    /// Line in the file from 1, where one line can be named.
    pub line: Option<u64>,
    /// What is wrong.
    pub kind: Finding,
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

/// A table of faults: `Name { field: type } Severity "code" "sentence"; "remedy";` a row. Sentence and
/// remedy may quote the fields.
#[macro_export]
macro_rules! faults {
    ($(#[$doc:meta])* $visibility:vis enum $table:ident { $($name:ident { $($field:ident: $type:ty),* } $severity:ident $code:literal
       $sentence:literal; $remedy:literal;)* }) => {
        $(#[$doc])*
        #[derive(Debug, Clone, PartialEq, Eq)]
        #[allow(missing_docs, reason = "the sentence beside each row says what it is")]
        $visibility enum $table { $($name { $($field: $type),* },)* }

        impl $table {
            /// Every code there is.
            pub const CODES: &[&str] = &[$($code),*];
        }

        #[allow(unused_variables, reason = "not every sentence names every field")]
        impl From<$table> for $crate::Finding {
            fn from(fault: $table) -> Self {
                match fault {
                    $($table::$name { $($field),* } => {
                        Self::new($code, $crate::Severity::$severity, format!($sentence), format!($remedy))
                    })*
                }
            }
        }
    };
}

faults! {
    /// What can be wrong with a text, a table or a TOML file, whatever it is about.
    pub enum FileFault {
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

        // Tables
        MissingColumn { column: String } Error "missing-column"
            "the column “{column}” is missing";
            "Add “{column}” to the first row.";
        UnknownColumn { column: String } Warning "unknown-column"
            "the column “{column}” is not known and is not read";
            "Correct its name or delete the column.";
        RepeatedColumn { column: String } Error "repeated-column"
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
        HugeCell { column: String, bytes: usize } Error "huge-cell"
            "the cell “{column}” holds {bytes} bytes; the row is not read";
            "Look for a missing quotation mark, or put long texts into a document.";
        MissingCell { column: String } Error "missing-cell"
            "the cell “{column}” is empty";
            "Fill it, or delete the row.";

        // TOML
        BadToml { reason: String } Error "bad-toml"
            "the file cannot be read: {reason}";
            "Correct the line; texts stand between quotation marks.";
        MissingKey { key: String, example: &'static str } Error "missing-key"
            "“{key}” is missing";
            "Add {example}.";
        UnknownKey { key: String } Warning "unknown-key"
            "“{key}” is not known and is not read";
            "Correct its name or delete it.";
        WrongType { key: String, expected: &'static str } Error "wrong-type"
            "“{key}” must be {expected}";
            "Write it so.";
        BadTime { key: &'static str, value: String } Error "bad-time"
            "“{value}” in “{key}” is not a time";
            "Write date, time and offset, such as \"2026-11-21T13:40:00+08:00\".";
    }
}

impl Finding {
    /// A row of a table of faults.
    pub fn new(code: &'static str, severity: Severity, sentence: String, remedy: String) -> Self {
        Self { code, severity, sentence, remedy }
    }

    /// Stable name of the fault, kebab-case.
    pub fn code(&self) -> &'static str {
        self.code
    }

    /// Whether it keeps the pack from being built.
    pub fn severity(&self) -> Severity {
        self.severity
    }

    /// What to do about it, in one English sentence.
    pub fn remedy(&self) -> &str {
        &self.remedy
    }
}

/// What is wrong, in one English sentence.
impl std::fmt::Display for Finding {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.sentence)
    }
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
        fields.serialize_field("remedy", self.kind.remedy())?;
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

    /// The part of it that concerns some files.
    pub fn within(&self, belongs: impl Fn(&str) -> bool) -> Self {
        let faults: Vec<Fault> = self.faults.iter().filter(|fault| belongs(&fault.file)).cloned().collect();
        let listed: BTreeMap<_, _> = self
            .listed
            .iter()
            .filter(|((file, _), _)| belongs(file))
            .map(|(key, count)| (key.clone(), *count))
            .collect();
        let severities: BTreeMap<&str, Severity> =
            faults.iter().map(|fault| (fault.kind.code(), fault.severity())).collect();
        let sum = |severity: Severity| {
            let of_it = listed.iter().filter(|((_, code), _)| severities.get(code) == Some(&severity));
            of_it.map(|(_, count)| count).sum()
        };
        let (errors, warnings) = (sum(Severity::Error), sum(Severity::Warning));
        Self { faults, listed, errors, warnings }
    }

    /// The first error, if there is any.
    pub fn first_error(&self) -> Option<&Fault> {
        self.faults.iter().find(|fault| fault.severity() == Severity::Error)
    }

    /// Whether a fault with one of these codes stands in one of these files.
    pub fn has_any(&self, codes: &[&str], belongs: impl Fn(&str) -> bool) -> bool {
        self.faults.iter().any(|fault| codes.contains(&fault.kind.code()) && belongs(&fault.file))
    }

    /// Adds a fault.
    pub fn add(&mut self, file: &str, line: Option<u64>, kind: impl Into<Finding>) {
        let kind = kind.into();
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

    /// Brings the faults into the order of files and lines.
    pub fn sort(&mut self) {
        self.faults.sort_by(|a, b| (&a.file, a.line).cmp(&(&b.file, b.line)));
    }
}

/// The report as seen from one file.
pub struct InFile<'r> {
    report: &'r mut Report,
    file: &'r str,
}

impl<'r> InFile<'r> {
    /// The report as seen from this file.
    pub fn new(report: &'r mut Report, file: &'r str) -> Self {
        Self { report, file }
    }

    /// Whether a fault with this code was added to this file.
    pub fn has(&self, code: &str) -> bool {
        self.report.faults.iter().any(|fault| fault.file == self.file && fault.kind.code() == code)
    }

    /// Adds a fault on a line.
    pub fn at(&mut self, line: u64, kind: impl Into<Finding>) {
        self.report.add(self.file, Some(line), kind);
    }

    /// Adds a fault of the whole file.
    pub fn whole(&mut self, kind: impl Into<Finding>) {
        self.report.add(self.file, None, kind);
    }
}
