//! `directory.csv`: offices, one row for each language.

use std::collections::HashMap;

use kaunter_reading::{Column, Record, optional, read_table, required};

use crate::{
    fault::{FaultKind, InFile},
    model::{Advice, Office},
};

const COLUMNS: [Column; 9] = [
    required("id"),
    required("language"),
    required("name"),
    optional("address"),
    optional("counter"),
    optional("phone"),
    optional("hours"),
    optional("services"),
    optional("advice"),
];

/// Reads the offices with the line of each; an office stands once in a language, and is sent the same askers in each.
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
    check_advice(&offices, faults);
    offices
}

/// Whoever is sent to an office in one language is sent there in the others, and finds a number to call.
fn check_advice(offices: &[(Office, u64)], faults: &mut InFile) {
    let mut firsts: HashMap<&str, (Option<Advice>, u64)> = HashMap::new();
    for (office, line) in offices {
        let (advice, first) = *firsts.entry(&office.id).or_insert((office.advice, *line));
        if advice != office.advice {
            faults.at(*line, FaultKind::UnevenAdvice { id: office.id.clone(), first });
        }
        if office.advice.is_some() && office.phone.is_empty() {
            faults.at(*line, FaultKind::AdviceWithoutPhone {});
        }
    }
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
        advice: read_advice(record, faults),
    })
}

fn read_advice(record: &Record, faults: &mut InFile) -> Option<Advice> {
    let name = record.filled("advice")?;
    let advice = Advice::named(name);
    if advice.is_none() {
        let choices = "health, legal, political";
        faults.at(record.line, FaultKind::BadChoice { key: "advice", value: name.to_owned(), choices });
    }
    advice
}
