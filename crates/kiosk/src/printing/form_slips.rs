//! Slips that a form yields: what of them is offered, and what is ordered when one is asked for.

use kaunter_forms::FilledSlip;
use kaunter_pack::model::Pack;
use kaunter_store::FormNumber;

use jiff::Zoned;

use super::{SlipOrder, SlipWriter, paper_tray::OfForm};
use crate::view::{FormSlip, FormSlipKind};

/// The form that a slip is of, and who reads it.
pub(crate) struct SlipsOf<'a> {
    pub number: &'a FormNumber,
    pub pack: &'a Pack,
    /// The language of the citizen.
    pub language: &'a str,
    pub at: &'a Zoned,
}

impl SlipsOf<'_> {
    /// The order for a slip.
    pub fn order(&self, slip: &FilledSlip) -> SlipOrder {
        let writer = SlipWriter { pack: self.pack, language: self.language, at: self.at };
        SlipOrder {
            kind: kind(slip).1,
            sheet: writer.of_form(slip, &self.number.to_string()),
            letterhead: writer.letterhead(),
            of: Some(OfForm { number: self.number.clone(), slip: slip.id().to_owned() }),
        }
    }
}

/// A slip as it is offered: to the citizen, or to the office.
pub(crate) fn offered(slip: &FilledSlip, to_office: bool) -> FormSlip {
    let said = |words: &kaunter_forms::Bilingual| if to_office { words.office.clone() } else { words.citizen.clone() };
    FormSlip {
        id: slip.id().to_owned(),
        kind: kind(slip).0,
        title: said(slip.title()),
        amount: slip.amount().map(said),
    }
}

/// As the screens call it, and as the store does.
fn kind(slip: &FilledSlip) -> (FormSlipKind, &'static str) {
    match slip {
        FilledSlip::Payment { .. } => (FormSlipKind::Payment, "payment"),
        FilledSlip::Appointment { .. } => (FormSlipKind::Appointment, "appointment"),
        FilledSlip::Queue { .. } => (FormSlipKind::Queue, "queue"),
    }
}
