//! Rows of a CSV file as bytes, with the line on which each starts.
//!
//! Readers that accept anything swallow half a file after one forgotten quotation mark. This one
//! names the row, gives up that one line and goes on with the next.

use std::borrow::Cow;

use crate::text::count_line_ends;

/// One row.
pub struct Row<'a> {
    /// Line on which it starts, from 1.
    pub line: u64,
    pub cells: Vec<Cow<'a, [u8]>>,
}

/// A row whose quotation marks do not close; its first line is skipped.
pub struct Unbalanced {
    pub line: u64,
}

/// Iterator over the rows of a file, blank lines included as rows of one empty cell.
pub struct Rows<'a> {
    bytes: &'a [u8],
    at: usize,
    line: u64,
    separator: u8,
}

/// A cell and the offset just behind it, or `None` when its quotation mark does not close.
type Cell<'a> = Option<(Cow<'a, [u8]>, usize)>;

impl<'a> Rows<'a> {
    pub fn new(bytes: &'a [u8], separator: u8) -> Self {
        Self { bytes, at: 0, line: 1, separator }
    }

    fn ends_cell(&self, at: usize) -> bool {
        self.bytes.get(at).is_none_or(|byte| *byte == self.separator || is_line_end(*byte))
    }

    fn plain_cell(&self, start: usize) -> Cell<'a> {
        let rest = &self.bytes[start..];
        let length = rest.iter().position(|byte| *byte == self.separator || is_line_end(*byte));
        let end = start + length.unwrap_or(rest.len());
        Some((Cow::Borrowed(&self.bytes[start..end]), end))
    }

    fn quoted_cell(&self, start: usize) -> Cell<'a> {
        let first = start + 1;
        let mut at = first;
        let mut doubled = false;
        loop {
            at += self.bytes[at..].iter().position(|byte| *byte == b'"')?;
            if self.bytes.get(at + 1) != Some(&b'"') {
                break;
            }
            doubled = true;
            at += 2;
        }
        let inside = &self.bytes[first..at];
        let spaces = self.bytes[at + 1..].iter().take_while(|byte| **byte == b' ').count();
        let end = at + 1 + spaces;
        let cell = if doubled { Cow::Owned(undoubled(inside)) } else { Cow::Borrowed(inside) };
        self.ends_cell(end).then_some((cell, end))
    }

    fn row(&self) -> Option<(Vec<Cow<'a, [u8]>>, usize)> {
        let mut cells = Vec::new();
        let mut at = self.at;
        loop {
            let (cell, end) = match self.bytes.get(at) {
                Some(b'"') => self.quoted_cell(at)?,
                _ => self.plain_cell(at)?,
            };
            cells.push(cell);
            if self.bytes.get(end) != Some(&self.separator) {
                return Some((cells, self.behind_line_end(end)));
            }
            at = end + 1;
        }
    }

    /// `at` stands on a line end or the end of the file.
    fn behind_line_end(&self, at: usize) -> usize {
        match (self.bytes.get(at), self.bytes.get(at + 1)) {
            (None, _) => at,
            (Some(b'\r'), Some(b'\n')) => at + 2,
            _ => at + 1,
        }
    }

    fn next_line(&self) -> usize {
        let rest = &self.bytes[self.at..];
        let length = rest.iter().position(|byte| is_line_end(*byte)).unwrap_or(rest.len());
        self.behind_line_end(self.at + length)
    }
}

impl<'a> Iterator for Rows<'a> {
    type Item = Result<Row<'a>, Unbalanced>;

    fn next(&mut self) -> Option<Self::Item> {
        if self.at >= self.bytes.len() {
            return None;
        }
        let line = self.line;
        let (item, end) = match self.row() {
            Some((cells, end)) => (Ok(Row { line, cells }), end),
            None => (Err(Unbalanced { line }), self.next_line()),
        };
        self.line += count_line_ends(&self.bytes[self.at..end]);
        self.at = end;
        Some(item)
    }
}

fn is_line_end(byte: u8) -> bool {
    byte == b'\n' || byte == b'\r'
}

fn undoubled(inside: &[u8]) -> Vec<u8> {
    let mut plain = Vec::with_capacity(inside.len());
    let mut bytes = inside.iter();
    while let Some(byte) = bytes.next() {
        plain.push(*byte);
        if *byte == b'"' {
            bytes.next();
        }
    }
    plain
}
