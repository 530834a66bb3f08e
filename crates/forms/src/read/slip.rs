//! The small papers of a form, as they are written.

use kaunter_reading::Fields;

use super::{
    bounds::{day, lies_behind},
    lines::Part,
    reader::{Reader, known, rule},
};
use crate::{
    fault::FormFault,
    slip::{Slip, SlipKind},
};

const KINDS: &str = "payment, appointment, queue";

pub(super) fn read_slips(fields: &mut Fields, reader: &mut Reader) -> Vec<Slip> {
    let mut slips = Vec::new();
    for inner in fields.tables("slip") {
        let mut fields = fields.within(&inner);
        let id = reader.id(&mut fields, Part::Slip);
        let when = rule(&mut fields, "when");
        // Of a kind that is not known, no other key can be judged.
        let Some(kind) = known(&mut fields, "kind", KINDS) else { continue };
        let kind = read_kind(&mut fields, &kind);
        fields.finish();
        if let (Some(id), Some(kind)) = (id, kind) {
            slips.push(Slip { id, kind, when });
        }
    }
    slips
}

fn read_kind(fields: &mut Fields, kind: &str) -> Option<SlipKind> {
    Some(match kind {
        "payment" => {
            let amount = fields.needed_text("amount");
            let due = day(fields, "due");
            if due.as_ref().is_some_and(lies_behind) {
                let line = fields.key_lines().of("due");
                fields.faults.at(line, FormFault::DueBehind {});
            }
            SlipKind::Payment { amount: amount?.0, shows: shows(fields), due }
        }
        "appointment" => {
            if fields.value("shows").is_none() {
                fields.missing("shows");
            }
            SlipKind::Appointment { shows: shows(fields) }
        }
        _ => SlipKind::Queue,
    })
}

fn shows(fields: &mut Fields) -> Vec<String> {
    fields.texts("shows").into_iter().map(|(id, _)| id).collect()
}
