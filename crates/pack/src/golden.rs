//! `golden.csv`: questions whose answers, or refusals, a trainer insists on.

use kaunter_reading::{Column, Record, read_table, required};

use crate::{
    fault::{FaultKind, InFile},
    model::Golden,
};

const COLUMNS: [Column; 2] = [required("question"), required("expected")];

/// Reads the golden questions.
pub(crate) fn read_golden(bytes: &[u8], language: &str, faults: &mut InFile) -> Vec<Golden> {
    let mut questions = Vec::new();
    read_table(bytes, &COLUMNS, Some(language), faults, |record, faults| {
        questions.extend(read_question(record, faults));
    });
    questions
}

fn read_question(record: &Record, faults: &mut InFile) -> Option<Golden> {
    let question = record.needed("question", faults)?.to_owned();
    let expected = record.needed("expected", faults)?;
    let ids = expected.split('|').map(str::trim).filter(|id| !id.is_empty());
    let mut expected: Vec<String> = ids.map(str::to_owned).collect();
    if expected.iter().any(|id| id == "none") {
        if expected.len() > 1 {
            faults.at(record.line, FaultKind::MixedNone {});
            return None;
        }
        expected.clear();
    }
    Some(Golden { question, expected, line: record.line })
}
