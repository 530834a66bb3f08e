//! A form as it would be printed now, drawn for the screen while its visitor looks through it. The pages are nowhere but in
//! memory, and go when the screen does.

use std::sync::{Arc, OnceLock};

use base64::{Engine, prelude::BASE64_STANDARD};
use jiff::Zoned;
use kaunter_forms::Journey;
use kaunter_pack::model::Pack;
use kaunter_paper::{FormSheet, FormState, Pages, PaperError, Sheet};
use kaunter_store::Uuid;

use super::{PaperOrder, sheets::letterhead};
use crate::{counter::Counter, forms::Stage, said::Said, view::Proof, visit::Visit};

/// Dots per inch: an A4 page is then about as wide in dots as the screen of a kiosk.
const DPI: u16 = 120;

/// Pages that are drawn on another thread, and whoever waits for them.
#[derive(Debug, Clone, Default)]
pub struct ProofSheet(Arc<OnceLock<Proof>>);

impl ProofSheet {
    /// The pages are set, or why not.
    pub fn set(&self, pages: Result<Pages, PaperError>) {
        let drawn = pages.and_then(|pages| (0..pages.count()).map(|page| picture(&pages, page)).collect());
        let proof = match drawn {
            Ok(pages) => Proof::Drawn { pages },
            Err(error) => {
                tracing::error!(code = error.code(), "a proof cannot be drawn");
                Proof::Failed { code: error.code().to_owned(), detail: super::detail_of(&error) }
            }
        };
        // Each order has a sheet of its own.
        let _ = self.0.set(proof);
    }

    /// How far it has come.
    pub(crate) fn drawn(&self) -> Proof {
        self.0.get().cloned().unwrap_or(Proof::Setting)
    }

    /// Whether anything is there to be shown.
    pub(crate) fn is_there(&self) -> bool {
        self.0.get().is_some()
    }
}

fn picture(pages: &Pages, page: usize) -> Result<Said, PaperError> {
    Ok(Said::from(BASE64_STANDARD.encode(pages.to_png(page, DPI)?)))
}

impl Counter {
    /// Where somebody wants to see their form on paper, in the language of the moment, it is drawn.
    pub(crate) fn draw_proof(&mut self, visit: &mut Visit, now: &Zoned) {
        let Some(filling) = &mut visit.filling else { return };
        let Stage::Proof(drawn) = &filling.stage else { return };
        if drawn.as_ref().is_some_and(|(language, _)| *language == visit.language) {
            return;
        }
        // On another day an answer may no longer hold: the review says which.
        let order = draft_order(&filling.journey, visit.content.pack(), &visit.language, now);
        filling.stage = order.map_or(Stage::Open, |order| {
            let sheet = ProofSheet::default();
            self.around.print_room.draw(order, sheet.clone());
            Stage::Proof(Some((visit.language.clone(), sheet)))
        });
    }
}

/// The order for a form that is not handed in yet: a draft, and it says so. Nothing where an answer is missing or wrong.
fn draft_order(journey: &Journey, pack: &Pack, language: &str, at: &Zoned) -> Option<PaperOrder> {
    let filled = journey.finish(language, &pack.manifest.office_language).ok()?;
    let sheet = FormSheet::new(filled, journey.form(), None, FormState::Draft);
    let sheet = Sheet::Form(Box::new(sheet));
    Some(PaperOrder { job: Uuid::nil(), letterhead: letterhead(pack), sheet, at: at.clone() })
}
