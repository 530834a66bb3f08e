//! A CSV file with named columns: from rows of bytes to records of text.

use std::borrow::Cow;

use crate::{
    fault::{FaultKind, InFile},
    rows::{Row, Rows},
    text::{first_suspect, guess_encoding, is_wide, without_mark},
};

/// A column that a table may have.
pub(crate) struct Column {
    pub(crate) name: &'static str,
    pub(crate) required: bool,
}

pub(crate) const fn required(name: &'static str) -> Column {
    Column { name, required: true }
}

pub(crate) const fn optional(name: &'static str) -> Column {
    Column { name, required: false }
}

/// Cells above this are a swallowed half of a file, not a text for a counter.
const HUGE_CELL: usize = 64 * 1024;

/// One row under the columns that were asked for.
pub(crate) struct Record<'a> {
    /// Line on which the row starts, from 1.
    pub(crate) line: u64,
    cells: Vec<Cow<'a, str>>,
    places: &'a [Option<usize>],
}

impl Record<'_> {
    /// The trimmed cell under the column with this index in the column list; empty when missing.
    pub(crate) fn cell(&self, column: usize) -> &str {
        self.maybe(column).unwrap_or_default()
    }

    /// The trimmed cell, unless empty.
    pub(crate) fn filled(&self, column: usize) -> Option<&str> {
        self.maybe(column).filter(|text| !text.is_empty())
    }

    fn maybe(&self, column: usize) -> Option<&str> {
        let place = (*self.places.get(column)?)?;
        self.cells.get(place).map(|cell| cell.trim())
    }
}

/// Reads a table and hands every sound record to `each`.
///
/// A row that cannot be read is reported and left out. When a required column is missing nothing is
/// read.
pub(crate) fn read_table(
    bytes: &[u8],
    columns: &[Column],
    language: Option<&str>,
    faults: &mut InFile,
    mut each: impl FnMut(&Record, &mut InFile),
) {
    let bytes = without_mark(bytes);
    if bytes.iter().all(u8::is_ascii_whitespace) {
        faults.whole(FaultKind::EmptyFile {});
        return;
    }
    if is_wide(bytes) {
        faults.at(1, FaultKind::NotUtf8 { encoding: guess_encoding(bytes, language) });
        return;
    }
    let separator = separator_of(bytes, columns, faults);
    let mut rows = Rows::new(bytes, separator);
    let Some(places) = header(&mut rows, bytes, columns, language, faults) else {
        return;
    };
    let mut encoding_noted = false;
    let mut found = false;
    for row in rows {
        let row = match row {
            Ok(row) => row,
            Err(unbalanced) => {
                faults.at(unbalanced.line, FaultKind::UnbalancedQuotes {});
                continue;
            }
        };
        if row.cells.iter().all(|cell| cell.trim_ascii().is_empty()) {
            continue;
        }
        found = true;
        let Some((line, cells)) = texts(row)
            .map_err(|line| {
                if !encoding_noted {
                    faults.at(line, FaultKind::NotUtf8 { encoding: guess_encoding(bytes, language) });
                    encoding_noted = true;
                }
            })
            .ok()
        else {
            continue;
        };
        let record = Record { line, cells, places: &places.by_column };
        if is_sound(&record, places.width, columns, faults) {
            each(&record, faults);
        }
    }
    if !found {
        faults.whole(FaultKind::EmptyFile {});
    }
}

/// Where the columns stand.
struct Places {
    by_column: Vec<Option<usize>>,
    width: usize,
}

fn texts(row: Row<'_>) -> Result<(u64, Vec<Cow<'_, str>>), u64> {
    let line = row.line;
    let cells = row.cells.into_iter().map(|cell| match cell {
        Cow::Borrowed(bytes) => std::str::from_utf8(bytes).map(Cow::Borrowed).map_err(|_| line),
        Cow::Owned(bytes) => String::from_utf8(bytes).map(Cow::Owned).map_err(|_| line),
    });
    Ok((line, cells.collect::<Result<_, _>>()?))
}

fn is_sound(record: &Record, width: usize, columns: &[Column], faults: &mut InFile) -> bool {
    // Even when the cells too many are empty: a comma too many has moved half an answer into the next column.
    if record.cells.len() > width {
        let cells = record.cells.len();
        faults.at(record.line, FaultKind::LongRow { cells, columns: width });
        return false;
    }
    for (index, column) in columns.iter().enumerate() {
        let cell = record.cell(index);
        if cell.len() > HUGE_CELL {
            faults.at(record.line, FaultKind::HugeCell { column: column.name, bytes: cell.len() });
            return false;
        }
        if let Some((_, suspect)) = first_suspect(cell) {
            faults.at(record.line, suspect);
        }
    }
    true
}

fn header(
    rows: &mut Rows,
    bytes: &[u8],
    columns: &[Column],
    language: Option<&str>,
    faults: &mut InFile,
) -> Option<Places> {
    let row = match rows.next()? {
        Ok(row) => row,
        Err(unbalanced) => {
            faults.at(unbalanced.line, FaultKind::UnbalancedQuotes {});
            return None;
        }
    };
    let Ok((line, names)) = texts(row) else {
        faults.at(1, FaultKind::NotUtf8 { encoding: guess_encoding(bytes, language) });
        return None;
    };
    let mut by_column = vec![None; columns.len()];
    for (place, name) in names.iter().enumerate() {
        let name = name.trim();
        match columns.iter().position(|column| column.name.eq_ignore_ascii_case(name)) {
            Some(index) if by_column[index].is_some() => {
                faults.at(line, FaultKind::RepeatedColumn { column: columns[index].name });
            }
            Some(index) => by_column[index] = Some(place),
            None if name.is_empty() => {}
            None => faults.at(line, FaultKind::UnknownColumn { column: name.to_owned() }),
        }
    }
    let mut complete = true;
    for (column, _) in columns.iter().zip(&by_column).filter(|(column, place)| column.required && place.is_none()) {
        faults.at(line, FaultKind::MissingColumn { column: column.name });
        complete = false;
    }
    complete.then_some(Places { by_column, width: names.len() })
}

/// The separator: a comma, unless the first row only makes sense with another.
fn separator_of(bytes: &[u8], columns: &[Column], faults: &mut InFile) -> u8 {
    let names_found = |separator: u8| {
        let first = Rows::new(bytes, separator).next();
        let Some(Ok(row)) = first else { return 0 };
        let is_column =
            |cell: &[u8]| columns.iter().any(|column| column.name.as_bytes().eq_ignore_ascii_case(cell.trim_ascii()));
        row.cells.iter().filter(|cell| is_column(cell)).count()
    };
    let commas = names_found(b',');
    for (separator, found) in [(b';', "semicolons"), (b'\t', "tabs")] {
        if names_found(separator) > commas {
            faults.at(1, FaultKind::WrongSeparator { found });
            return separator;
        }
    }
    b','
}
