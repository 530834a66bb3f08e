//! A sheet: everything that can be asked of the press, and what all of them share.
//!
//! Texts arrive written, in both languages where the office reads them too. It must never know how they
//! are set.

use std::collections::BTreeMap;

use kaunter_forms::Bilingual;
use serde::Serialize;

use crate::{
    AnswerSlip, AppointmentRequest, EmergencyNotice, FormSheet, PaymentSlip, QueueTicket, StatusSlip, VisitReceipt,
};

/// Who speaks: the agency at the head of every sheet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Letterhead {
    /// Its name by language.
    pub agency: BTreeMap<String, String>,
    /// One character in a square, as on its seal; without it none is drawn.
    pub seal: Option<String>,
}

impl Letterhead {
    pub(crate) fn named(&self, languages: &Languages) -> Bilingual {
        let name = |language: &str| self.agency.get(language).cloned().unwrap_or_default();
        Bilingual { citizen: name(&languages.citizen), office: name(&languages.office) }
    }
}

/// The two languages of a sheet. Where they are the same, everything is said once.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Languages {
    /// The citizen's: large.
    pub citizen: String,
    /// The office's: small, below.
    pub office: String,
}

/// The paper that a slip goes on. Forms are always A4.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Stock {
    /// 210 × 297 mm, what an office printer holds. Slips are set large.
    #[default]
    A4,
    /// 105 × 148 mm.
    A6,
    /// A roll 80 mm wide, cut after the last line.
    Roll,
}

/// What can be printed.
#[derive(Debug, Clone)]
pub enum Sheet {
    /// A form, finished or not.
    Form(Box<FormSheet>),
    /// An answer with its source.
    Answer(AnswerSlip),
    /// What is to be paid, and where.
    Payment(PaymentSlip),
    /// A place in the queue.
    Ticket(QueueTicket),
    /// A wish for an appointment.
    Appointment(AppointmentRequest),
    /// An emergency notice.
    Notice(EmergencyNotice),
    /// How far an application is.
    Status(StatusSlip),
    /// What happened during a visit.
    Receipt(VisitReceipt),
}

impl Sheet {
    /// Whom it speaks to.
    pub fn languages(&self) -> Languages {
        match self {
            Self::Form(form) => {
                Languages { citizen: form.filled.language.clone(), office: form.filled.office_language.clone() }
            }
            Self::Answer(slip) => slip.languages.clone(),
            Self::Payment(slip) => slip.languages.clone(),
            Self::Ticket(slip) => slip.languages.clone(),
            Self::Appointment(slip) => slip.languages.clone(),
            Self::Notice(slip) => slip.languages.clone(),
            Self::Status(slip) => slip.languages.clone(),
            Self::Receipt(slip) => slip.languages.clone(),
        }
    }

    pub(crate) fn stock(&self) -> Stock {
        match self {
            Self::Form(_) => Stock::A4,
            Self::Answer(slip) => slip.stock,
            Self::Payment(slip) => slip.stock,
            Self::Ticket(slip) => slip.stock,
            Self::Appointment(slip) => slip.stock,
            Self::Notice(slip) => slip.stock,
            Self::Status(slip) => slip.stock,
            Self::Receipt(slip) => slip.stock,
        }
    }
}
