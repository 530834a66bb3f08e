//! `directory.csv`: offices, one row for each language.

use std::collections::HashMap;

use kaunter_reading::{Column, Record, optional, read_table, required};

use crate::{
    fault::{FaultKind, InFile},
    model::Office,
};

const COLUMNS: [Column; 8] = [
    required("id"),
    required("language"),
    required("name"),
    optional("address"),
    optional("counter"),
    optional("phone"),
    optional("hours"),
    optional("services"),
];

/// Reads the offices with the line of each; an office stands once in a language.
pub(crate) fn read_directory(bytes: &[u8], faults: &mut InFile) -> Vec<(Office, u64)> {
    let mut offices = Vec::new();
    let mut lines: HashMap<(String, String), u64> = HashMap::new();
    read_table(bytes, &COLUMNS, None, faults, |record, faults| {
        let Some(office) = read_office(record, faults) else { return };
        let key = (office.id.clone(), office.language.clone());
        if let Some(first) = lines.get(&key) {
            faults.at(record.line, FaultKind::DuplicateId { id: office.id, first: *first });
        } else {
            lines.insert(key, record.line);
            offices.push((office, record.line));
        }
    });
    offices
}

fn read_office(record: &Record, faults: &mut InFile) -> Option<Office> {
    let text = |column| record.cell(column).to_owned();
    Some(Office {
        id: record.needed("id", faults)?.to_owned(),
        language: record.needed("language", faults)?.to_owned(),
        name: record.needed("name", faults)?.to_owned(),
        address: text("address"),
        counter: text("counter"),
        phone: text("phone"),
        hours: text("hours"),
        services: text("services"),
    })
}
