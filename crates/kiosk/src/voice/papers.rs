//! Papers that are asked for by voice: of those that are offered on the screen, and no others.

use kaunter_spoken::Button;

use super::expectation::Choice;
use crate::{
    act::Act,
    view::{
        FormReceipt, FormSlip, FormSlipKind, Outcome, PaperState, PrinterCard, Reply, SlipOf, StatusCheck,
        StatusOutcome, View,
    },
};

/// The form that was handed in, as long as it can be asked for. One that failed is printed again by an officer.
pub(super) fn form(view: &View) -> Option<Choice> {
    view.paper.is_none().then(|| asked_for(view, None, Button::PrintForm, Act::PrintForm)).flatten()
}

/// The answers in front: said once for each, the first comes first.
pub(super) fn answers(view: &View, reply: &Reply) -> Option<Choice> {
    let quotes = reply.parts.iter().flat_map(|part| match &part.outcome {
        Outcome::Answer { quote } => vec![quote],
        Outcome::Conflict { newer, older } => vec![newer, older],
        Outcome::Clarify { .. } | Outcome::Unknown { .. } => Vec::new(),
    });
    let mut quotes = quotes.map(|quote| SlipOf::Answer { quote: quote.id.clone() });
    quotes.find_map(|of| slip(view, of, Button::PrintAnswer))
}

/// The number of whoever called a person.
pub(super) fn ticket(view: &View) -> Option<Choice> {
    slip(view, SlipOf::Ticket, Button::PrintTicket)
}

/// How far the application in front is, where the agency's list names it.
pub(super) fn status(view: &View, check: &StatusCheck) -> Option<Choice> {
    let found = matches!(check.outcome, Some(StatusOutcome::Found { .. }));
    let of = SlipOf::Status { reference: check.asked.clone() };
    found.then(|| slip(view, of, Button::PrintStatus)).flatten()
}

/// What was done in the visit that is over.
pub(super) fn receipt(view: &View) -> Option<Choice> {
    slip(view, SlipOf::Receipt, Button::PrintReceipt)
}

/// The notice in front.
pub(super) fn notice(view: &View, id: &str) -> Option<Choice> {
    slip(view, SlipOf::Notice { notice: id.to_owned() }, Button::PrintNotice)
}

/// The slips of a form that was handed in, each by its kind, where several are of one kind the first, and by its title.
pub(super) fn slips(view: &View, receipt: &FormReceipt) -> Vec<Choice> {
    let mut kinds: Vec<FormSlipKind> = Vec::new();
    let mut offered = Vec::new();
    for FormSlip { id, kind, title, .. } in &receipt.slips {
        let of = SlipOf::OfForm { number: receipt.number.clone(), id: id.clone() };
        let Some(mut choice) = slip(view, of, button_of(*kind)) else { continue };
        if kinds.contains(kind) {
            choice.wordings.clear();
        }
        kinds.push(*kind);
        choice.wordings.push(title.clone());
        offered.push(choice);
    }
    offered
}

fn button_of(kind: FormSlipKind) -> Button {
    match kind {
        FormSlipKind::Payment => Button::PrintPayment,
        FormSlipKind::Appointment => Button::PrintAppointment,
        FormSlipKind::Queue => Button::PrintQueue,
    }
}

fn slip(view: &View, of: SlipOf, button: Button) -> Option<Choice> {
    let paper = view.slips.iter().find(|slip| slip.of == of).map(|slip| &slip.paper.state);
    asked_for(view, paper, button, Act::PrintSlip { of })
}

/// As its button is there: not where nothing prints, and again only where it did not come out.
fn asked_for(view: &View, paper: Option<&PaperState>, button: Button, act: Act) -> Option<Choice> {
    let failed = matches!(paper, Some(PaperState::Failed { .. }));
    if matches!(view.printer, PrinterCard::None) || (paper.is_some() && !failed) {
        return None;
    }
    let mut choice = Choice::button(&view.language, button, act.clone());
    if failed {
        choice.wordings.extend(Choice::button(&view.language, Button::PrintAgain, act).wordings);
    }
    Some(choice)
}
