//! What goes onto a sheet: a finished form, from the store's readable copy and the definition it was filled in by.

use std::sync::Arc;

use jiff::Zoned;
use kaunter_courier::paper;
use kaunter_forms::{Filled, Form};
use kaunter_pack::model::Pack;
use kaunter_paper::{FormSheet, FormState, Letterhead, MOST_LETTER_BYTES, Sheet};
use kaunter_store::{DeskForm, Store, StoreError, Travelled, Uuid};

use super::PaperOrder;
use crate::{refusal::Refusal, view::Problem};

/// The order for a finished form that can still be read here.
pub(crate) fn form_order(
    store: &Store,
    pack: &Pack,
    form: &DeskForm,
    job: Uuid,
    at: &Zoned,
) -> Result<PaperOrder, Problem> {
    let now = at.timestamp();
    let fault = |fault: StoreError| Problem { code: fault.code().to_owned() };
    let copy = store.printable(form.id, now).map_err(fault)?;
    let filled: Filled = serde_json::from_slice(&copy).map_err(|_| Refusal::FormDamaged)?;
    let definition = store.definition_of_form(form.id, now).map_err(fault)?;
    let definition = Form::from_archive(&definition).map_err(|_| Refusal::FormDamaged)?;
    let received = matches!(store.travelled(&form.number).map_err(fault)?, Travelled::Accepted { .. });
    let state = if received { FormState::Accepted } else { FormState::Queued };
    let mut sheet = FormSheet::new(filled, &definition, Some(form.number.to_string()), state);
    sheet.again = form.prints > 0;
    if !received {
        let letter = letter_of(store, form.id).map_err(fault)?;
        sheet.way_home = (letter.len() <= MOST_LETTER_BYTES).then(|| Arc::from(letter));
    }
    Ok(PaperOrder { job, letterhead: letterhead(pack), sheet: Sheet::Form(Box::new(sheet)), at: at.clone() })
}

/// Whether a form's letter is longer than its paper can carry: it is printed without codes then.
pub(crate) fn outgrows_paper(store: &Store, form: Uuid) -> bool {
    letter_of(store, form).is_ok_and(|letter| letter.len() > MOST_LETTER_BYTES)
}

fn letter_of(store: &Store, form: Uuid) -> Result<Vec<u8>, StoreError> {
    store.beside().and_then(|post| paper::onto(&post, form))
}

/// Who speaks on every paper.
pub(super) fn letterhead(pack: &Pack) -> Letterhead {
    Letterhead { agency: pack.manifest.agency.0.clone(), seal: pack.manifest.seal.clone() }
}
