//! What every part of a form is read with: ids that are one of a kind, words of a list, rules.

use kaunter_reading::Fields;

use super::{
    ids::{is_field_id, is_form_id, is_reserved},
    lines::{FormLines, Part},
};
use crate::{fault::FormFault, rule::Rule};

/// Where the reading keeps what later parts of it need.
#[derive(Default)]
pub(super) struct Reader {
    pub(super) lines: FormLines,
}

impl Reader {
    /// The id of a part, one of a kind among its like.
    pub(super) fn id(&mut self, fields: &mut Fields, part: Part) -> Option<String> {
        let (id, line) = fields.needed_text("id")?;
        match part {
            Part::Document | Part::Slip if !is_form_id(&id) => {
                fields.faults.at(line, FormFault::BadFormId { id: id.clone() })
            }
            Part::Field => check_field_id(&id, line, fields),
            Part::Section | Part::Check | Part::Rule if !is_field_id(&id) => {
                fields.faults.at(line, FormFault::BadFieldId { id: id.clone() });
            }
            _ => {}
        }
        if let Some(first) = self.lines.known(part, &id) {
            fields.faults.at(line, FormFault::RepeatedId { id, first });
            return None;
        }
        self.lines.keep(part, &id, fields.key_lines());
        Some(id)
    }
}

/// One of a list of words; what it is not is a fault.
pub(super) fn known(fields: &mut Fields, key: &'static str, choices: &'static str) -> Option<String> {
    let (value, line) = fields.needed_text(key)?;
    if choices.split(", ").any(|choice| choice == value) {
        return Some(value);
    }
    fields.faults.at(line, FormFault::NotPossible { key, value, choices });
    None
}

/// A rule, still to be checked.
pub(super) fn rule(fields: &mut Fields, key: &'static str) -> Option<Rule> {
    fields.text(key).map(|(text, _)| Rule::unchecked(&text))
}

fn check_field_id(id: &str, line: u64, fields: &mut Fields) {
    if !is_field_id(id) {
        fields.faults.at(line, FormFault::BadFieldId { id: id.to_owned() });
    } else if is_reserved(id) {
        fields.faults.at(line, FormFault::ReservedId { id: id.to_owned() });
    }
}
