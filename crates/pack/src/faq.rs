//! `faq.csv`: questions, the other ways in which people put them, and the agency's answers.

use std::collections::HashMap;

use kaunter_reading::{Column, Record, optional, read_table, required};

use crate::{
    dates::read_validity,
    fault::{FaultKind, InFile},
    model::Entry,
};

const COLUMNS: [Column; 10] = [
    required("id"),
    required("question"),
    optional("also_asked").of_lists(),
    required("answer"),
    optional("topic"),
    optional("source"),
    optional("section"),
    optional("page"),
    optional("valid_from"),
    optional("valid_until"),
];

/// Longer answers are not heard to the end.
const LONG_ANSWER: usize = 2_000;

/// Reads the entries, each id once.
pub(crate) fn read_faq(bytes: &[u8], language: &str, faults: &mut InFile) -> Vec<Entry> {
    let mut entries = Vec::new();
    let mut lines: HashMap<String, u64> = HashMap::new();
    read_table(bytes, &COLUMNS, Some(language), faults, |record, faults| {
        let Some(entry) = read_entry(record, faults) else { return };
        if let Some(first) = lines.get(&entry.id) {
            faults.at(record.line, FaultKind::DuplicateId { id: entry.id, first: *first });
        } else {
            lines.insert(entry.id.clone(), record.line);
            entries.push(entry);
        }
    });
    entries
}

fn read_entry(record: &Record, faults: &mut InFile) -> Option<Entry> {
    let line = record.line;
    let id = record.needed("id", faults)?.to_owned();
    if !is_entry_id(&id) {
        faults.at(line, FaultKind::BadId { id: id.clone() });
    }
    let question = record.needed("question", faults)?.to_owned();
    // Without an answer it is an error to build, but its question can still be found.
    let answer = record.needed("answer", faults).unwrap_or_default().to_owned();
    let letters = answer.chars().count();
    if letters > LONG_ANSWER {
        faults.at(line, FaultKind::LongAnswer { letters });
    }
    let text = |column| record.filled(column).map(str::to_owned);
    Some(Entry {
        id,
        question,
        also_asked: phrasings(record, faults),
        answer,
        topic: text("topic"),
        source: text("source"),
        section: text("section"),
        page: text("page"),
        validity: read_validity(record.filled("valid_from"), record.filled("valid_until"), line, faults)?,
        line,
    })
}

/// The phrasings between bars; the full-width bar of an East Asian keyboard is meant as one.
fn phrasings(record: &Record, faults: &mut InFile) -> Vec<String> {
    let cell = record.cell("also_asked");
    if cell.contains('｜') {
        faults.at(record.line, FaultKind::FullwidthBar {});
    }
    let phrasings = cell.split(['|', '｜']).map(str::trim).filter(|phrasing| !phrasing.is_empty());
    phrasings.map(str::to_owned).collect()
}

/// Ids that golden questions and citations can tell apart.
fn is_entry_id(id: &str) -> bool {
    id != "none" && !id.contains(['|', '#']) && !id.chars().any(char::is_control)
}
