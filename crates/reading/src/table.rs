//! A CSV file with named columns: from rows of bytes to records of text.

use std::borrow::Cow;

use crate::{
    fault::{FileFault, InFile},
    rows::{Row, Rows, Unbalanced},
    text::{first_suspect, guess_encoding, is_wide, without_mark},
};

/// A column that a table may have.
#[derive(Debug, Clone, Copy)]
pub struct Column<'c> {
    name: &'c str,
    required: bool,
    /// The most that one of its cells may hold, in bytes.
    most: usize,
}

/// A column without which the table cannot be read.
pub const fn required(name: &str) -> Column<'_> {
    Column { name, required: true, most: HUGE_TEXT }
}

/// A column that may be missing.
pub const fn optional(name: &str) -> Column<'_> {
    Column { name, required: false, most: HUGE_TEXT }
}

/// Cells above this many bytes are a swallowed half of a file, not a text for a counter.
const HUGE_TEXT: usize = 64 << 10;
/// And above this many where a cell lists texts, thousands of them if need be.
const HUGE_LIST: usize = 4 << 20;

impl Column<'_> {
    /// The same column, with a list of texts in each cell.
    pub const fn of_lists(self) -> Self {
        Self { most: HUGE_LIST, ..self }
    }
}

/// One row under the columns that were asked for.
pub struct Record<'a> {
    /// Line on which the row starts, from 1.
    pub line: u64,
    cells: Vec<Cow<'a, str>>,
    header: &'a Header<'a>,
}

/// Where the columns stand.
struct Header<'c> {
    columns: &'c [Column<'c>],
    /// Place of each column in a row.
    places: Vec<Option<usize>>,
    width: usize,
}

impl Record<'_> {
    /// The trimmed cell under a column; empty when missing.
    pub fn cell(&self, name: &str) -> &str {
        let place = self.header.columns.iter().zip(&self.header.places).find(|(column, _)| column.name == name);
        let cell = place.and_then(|(_, place)| self.cells.get((*place)?));
        cell.map_or("", |cell| cell.trim())
    }

    /// The trimmed cell, unless empty.
    pub fn filled(&self, name: &str) -> Option<&str> {
        Some(self.cell(name)).filter(|text| !text.is_empty())
    }

    /// The trimmed cell, or a fault when empty.
    pub fn needed(&self, name: &str, faults: &mut InFile) -> Option<&str> {
        let text = self.filled(name);
        if text.is_none() {
            faults.at(self.line, FileFault::MissingCell { column: name.to_owned() });
        }
        text
    }
}

/// Reads a table and hands every sound record to `each`.
///
/// A row that cannot be read is reported and left out. When a required column is missing nothing is
/// read.
pub fn read_table(
    bytes: &[u8],
    columns: &[Column],
    language: Option<&str>,
    faults: &mut InFile,
    mut each: impl FnMut(&Record, &mut InFile),
) {
    let bytes = without_mark(bytes);
    let not_utf8 = || FileFault::NotUtf8 { encoding: guess_encoding(bytes, language) };
    if is_wide(bytes) {
        faults.at(1, not_utf8());
        return;
    }
    let mut rows = Rows::new(bytes, separator_of(bytes, columns, faults));
    let Some(first) = next_filled(&mut rows, faults) else {
        faults.whole(FileFault::EmptyFile {});
        return;
    };
    let Some(names) = texts(first.cells) else {
        faults.at(first.line, not_utf8());
        return;
    };
    let Some(header) = Header::read(&names, first.line, columns, faults) else { return };
    let mut encoding_noted = false;
    let mut found = false;
    while let Some(row) = next_filled(&mut rows, faults) {
        found = true;
        if let Some(cells) = texts(row.cells) {
            let record = Record { line: row.line, cells, header: &header };
            if is_sound(&record, faults) {
                each(&record, faults);
            }
        } else if !encoding_noted {
            faults.at(row.line, not_utf8());
            encoding_noted = true;
        }
    }
    if !found {
        faults.whole(FileFault::EmptyFile {});
    }
}

/// The next row that is not blank; those that do not close are reported and skipped.
fn next_filled<'a>(rows: &mut Rows<'a>, faults: &mut InFile) -> Option<Row<'a>> {
    for row in rows {
        match row {
            Ok(row) if row.cells.iter().all(|cell| cell.trim_ascii().is_empty()) => {}
            Ok(row) => return Some(row),
            Err(Unbalanced { line }) => faults.at(line, FileFault::UnbalancedQuotes {}),
        }
    }
    None
}

/// The cells as text, unless one of them is not UTF-8.
fn texts(cells: Vec<Cow<'_, [u8]>>) -> Option<Vec<Cow<'_, str>>> {
    let text = |cell| match cell {
        Cow::Borrowed(bytes) => std::str::from_utf8(bytes).ok().map(Cow::Borrowed),
        Cow::Owned(bytes) => String::from_utf8(bytes).ok().map(Cow::Owned),
    };
    cells.into_iter().map(text).collect()
}

fn is_sound(record: &Record, faults: &mut InFile) -> bool {
    let Header { columns, width, .. } = *record.header;
    // Even when the cells too many are empty: a comma too many has moved half an answer into the next column.
    if record.cells.len() > width {
        faults.at(record.line, FileFault::LongRow { cells: record.cells.len(), columns: width });
        return false;
    }
    for column in columns {
        let cell = record.cell(column.name);
        if cell.len() > column.most {
            faults.at(record.line, FileFault::HugeCell { column: column.name.to_owned(), bytes: cell.len() });
            return false;
        }
        if let Some((_, suspect)) = first_suspect(cell) {
            faults.at(record.line, suspect);
        }
    }
    true
}

impl<'c> Header<'c> {
    /// Finds the columns by their names; `None` when a required one is missing.
    fn read(names: &[Cow<str>], line: u64, columns: &'c [Column<'c>], faults: &mut InFile) -> Option<Self> {
        let mut places = vec![None; columns.len()];
        for (place, name) in names.iter().enumerate() {
            let name = name.trim();
            match columns.iter().position(|column| column.name.eq_ignore_ascii_case(name)) {
                Some(index) if places[index].is_some() => {
                    faults.at(line, FileFault::RepeatedColumn { column: columns[index].name.to_owned() });
                }
                Some(index) => places[index] = Some(place),
                None if name.is_empty() => {}
                None => faults.at(line, FileFault::UnknownColumn { column: name.to_owned() }),
            }
        }
        let mut complete = true;
        for (column, place) in columns.iter().zip(&places) {
            if column.required && place.is_none() {
                faults.at(line, FileFault::MissingColumn { column: column.name.to_owned() });
                complete = false;
            }
        }
        complete.then_some(Self { columns, places, width: names.len() })
    }
}

/// The separator: a comma, unless the first row only makes sense with another.
fn separator_of(bytes: &[u8], columns: &[Column], faults: &mut InFile) -> u8 {
    let is_column =
        |cell: &[u8]| columns.iter().any(|column| column.name.as_bytes().eq_ignore_ascii_case(cell.trim_ascii()));
    let names_found = |separator: u8| match Rows::new(bytes, separator).next() {
        Some(Ok(row)) => row.cells.iter().filter(|cell| is_column(cell)).count(),
        _ => 0,
    };
    let commas = names_found(b',');
    for (separator, found) in [(b';', "semicolons"), (b'\t', "tabs")] {
        if names_found(separator) > commas {
            faults.at(1, FileFault::WrongSeparator { found });
            return separator;
        }
    }
    b','
}
