//! `faq.csv`, `golden.csv` and `directory.csv`: the trainers' tables.

use std::collections::HashMap;

use jiff::civil::Date;

use crate::{
    fault::{FaultKind, InFile},
    model::{Entry, Golden, Office, Validity},
    table::{Column, Record, optional, read_table, required},
    text::parse_date,
};

const FAQ: [Column; 10] = [
    required("id"),
    required("question"),
    required("answer"),
    optional("also_asked"),
    optional("topic"),
    optional("source"),
    optional("section"),
    optional("page"),
    optional("valid_from"),
    optional("valid_until"),
];
const GOLDEN: [Column; 2] = [required("question"), required("expected")];
const DIRECTORY: [Column; 8] = [
    required("id"),
    required("language"),
    required("name"),
    optional("address"),
    optional("counter"),
    optional("phone"),
    optional("hours"),
    optional("services"),
];

/// Longer answers are not heard to the end.
const LONG_ANSWER: usize = 2_000;

/// Rows of `faq.csv`. An entry without an answer is kept (searching works), and is an error to build.
pub(crate) fn read_faq(bytes: &[u8], language: &str, faults: &mut InFile) -> Vec<Entry> {
    let mut entries = Vec::new();
    let mut ids: HashMap<String, u64> = HashMap::new();
    read_table(bytes, &FAQ, Some(language), faults, |record, faults| {
        let Some(entry) = read_entry(record, faults) else {
            return;
        };
        match ids.get(&entry.id) {
            Some(first) => {
                faults.at(record.line, FaultKind::DuplicateId { id: entry.id, first: *first });
            }
            None => {
                ids.insert(entry.id.clone(), record.line);
                entries.push(entry);
            }
        }
    });
    entries
}

fn read_entry(record: &Record, faults: &mut InFile) -> Option<Entry> {
    let id = needed(record, 0, "id", faults)?;
    let question = needed(record, 1, "question", faults)?;
    let answer = needed(record, 2, "answer", faults).unwrap_or_default();
    if !is_entry_id(&id) {
        faults.at(record.line, FaultKind::BadId { id: id.clone() });
    }
    let letters = answer.chars().count();
    if letters > LONG_ANSWER {
        faults.at(record.line, FaultKind::LongAnswer { letters });
    }
    let also_asked = record.cell(3);
    if also_asked.contains('｜') {
        faults.at(record.line, FaultKind::FullwidthBar {});
    }
    let owned = |column| record.filled(column).map(str::to_owned);
    let phrasings = also_asked.split(['|', '｜']).map(str::trim).filter(|phrasing| !phrasing.is_empty());
    Some(Entry {
        id,
        question,
        also_asked: phrasings.map(str::to_owned).collect(),
        answer,
        topic: owned(4),
        source: owned(5),
        section: owned(6),
        page: owned(7),
        validity: read_validity(record.filled(8), record.filled(9), record.line, faults)?,
        line: record.line,
    })
}

/// Ids that golden questions and citations can tell apart.
fn is_entry_id(id: &str) -> bool {
    id != "none" && !id.contains(['|', '#']) && !id.chars().any(char::is_control)
}

fn needed(record: &Record, column: usize, name: &'static str, faults: &mut InFile) -> Option<String> {
    let text = record.filled(column).map(str::to_owned);
    if text.is_none() {
        faults.at(record.line, FaultKind::MissingCell { column: name });
    }
    text
}

/// Both dates, or `None` after a fault: what cannot be dated is not quoted.
pub(crate) fn read_validity(
    from: Option<&str>,
    until: Option<&str>,
    line: u64,
    faults: &mut InFile,
) -> Option<Validity> {
    let from = read_day("valid_from", from, line, faults)?;
    let until = read_day("valid_until", until, line, faults)?;
    if from.is_some_and(|from| until.is_some_and(|until| until < from)) {
        faults.at(line, FaultKind::CrossedDates {});
        return None;
    }
    Some(Validity { from, until })
}

/// An optional day: the outer `None` is a fault.
pub(crate) fn read_day(
    field: &'static str,
    text: Option<&str>,
    line: u64,
    faults: &mut InFile,
) -> Option<Option<Date>> {
    let Some(text) = text else { return Some(None) };
    let day = parse_date(text);
    if day.is_none() {
        faults.at(line, FaultKind::BadDate { field, value: text.to_owned() });
    }
    day.map(Some)
}

/// Rows of `golden.csv`.
pub(crate) fn read_golden(bytes: &[u8], language: &str, faults: &mut InFile) -> Vec<Golden> {
    let mut questions = Vec::new();
    read_table(bytes, &GOLDEN, Some(language), faults, |record, faults| {
        let Some(question) = needed(record, 0, "question", faults) else {
            return;
        };
        let Some(expected) = needed(record, 1, "expected", faults) else {
            return;
        };
        let ids: Vec<String> =
            expected.split('|').map(str::trim).filter(|id| !id.is_empty()).map(str::to_owned).collect();
        let refuse = ids.iter().any(|id| id == "none");
        if refuse && ids.len() > 1 {
            faults.at(record.line, FaultKind::MixedNone {});
            return;
        }
        let expected = if refuse { Vec::new() } else { ids };
        questions.push(Golden { question, expected, line: record.line });
    });
    questions
}

/// Rows of `directory.csv` and the line of each.
pub(crate) fn read_directory(bytes: &[u8], faults: &mut InFile) -> Vec<(Office, u64)> {
    let mut offices = Vec::new();
    let mut ids: HashMap<(String, String), u64> = HashMap::new();
    read_table(bytes, &DIRECTORY, None, faults, |record, faults| {
        let Some(id) = needed(record, 0, "id", faults) else {
            return;
        };
        let Some(language) = needed(record, 1, "language", faults) else {
            return;
        };
        let Some(name) = needed(record, 2, "name", faults) else {
            return;
        };
        if let Some(first) = ids.get(&(id.clone(), language.clone())) {
            faults.at(record.line, FaultKind::DuplicateId { id, first: *first });
            return;
        }
        ids.insert((id.clone(), language.clone()), record.line);
        let text = |column| record.cell(column).to_owned();
        let office = Office {
            id,
            language,
            name,
            address: text(3),
            counter: text(4),
            phone: text(5),
            hours: text(6),
            services: text(7),
        };
        offices.push((office, record.line));
    });
    offices
}
