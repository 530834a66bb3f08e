//! Papers: which are to be printed, how far each has come, how the printer is.
//!
//! Whatever waits for a printer waits behind [`PrintRoom`], never in a visit. A paper counts as printed when the
//! printer has said so; one that may have come out is printed again by a person only.

mod asked;
mod back_room;
mod form_slips;
mod meeting;
mod paper_tray;
mod pictures;
mod proof;
pub(crate) mod set_wishes;
mod sheets;
mod slips;
mod wishes;

pub(crate) use asked::{Receipt, Slips};
pub use back_room::BackRoom;
pub(crate) use form_slips::{SlipsOf, offered};
pub(crate) use paper_tray::{PaperTray, SlipOrder};
pub use proof::ProofSheet;
pub(crate) use sheets::{form_order, outgrows_paper};
pub(crate) use slips::{HandedIn, SlipWriter};
pub(crate) use wishes::MOST_COPIES;
pub use wishes::{Pace, PrintWishes};

use jiff::Zoned;
use kaunter_paper::{Letterhead, PaperError, Sheet};
use kaunter_store::Uuid;

use crate::{
    said::Said,
    view::{PaperState, PrintChoices, PrinterCard},
};

/// A sheet to be set in type and printed.
pub struct PaperOrder {
    /// Name of the job, here and at the printer.
    pub job: Uuid,
    /// Who speaks.
    pub letterhead: Letterhead,
    /// What is on it.
    pub sheet: Sheet,
    /// When it is printed.
    pub at: Zoned,
}

/// The press and the printer, beside the visit. No method waits for either.
pub trait PrintRoom: Send {
    /// How the printer is, as last heard.
    fn printer(&self) -> PrinterCard;
    /// How papers are to be printed; `None` without a printer.
    fn wishes(&self) -> Option<&PrintWishes> {
        None
    }
    /// What the printer says that it can do; `None` while it has not said, or is out of reach.
    fn choices(&self) -> Option<PrintChoices> {
        None
    }
    /// Papers are to be printed like this from now on.
    fn wish(&mut self, _: PrintWishes) {}
    /// Sets a sheet and prints it.
    fn print(&mut self, order: PaperOrder);
    /// Sets a sheet and draws it for the screen; no printer hears of it.
    fn draw(&mut self, order: PaperOrder, onto: ProofSheet);
    /// Asks after a job that an earlier run of this program had begun; nothing is sent again.
    fn take_up(&mut self, job: Uuid);
    /// Stops a job, as far as it can still be stopped.
    fn stop(&mut self, job: Uuid);
    /// What became of a job is in the store: nothing has to be remembered of it here.
    fn forget(&mut self, job: Uuid);
    /// Somebody has looked at the printer: the certificate that it shows now is its own.
    fn trust_anew(&mut self) {}
    /// What was heard of jobs since the last call, in order.
    fn news(&mut self) -> Vec<(Uuid, PaperState)>;
}

/// A kiosk without a printer.
pub struct NoPrinter;

impl PrintRoom for NoPrinter {
    fn printer(&self) -> PrinterCard {
        PrinterCard::None
    }

    fn print(&mut self, _: PaperOrder) {}

    fn draw(&mut self, _: PaperOrder, _: ProofSheet) {}

    fn take_up(&mut self, _: Uuid) {}

    fn stop(&mut self, _: Uuid) {}

    fn forget(&mut self, _: Uuid) {}

    fn news(&mut self) -> Vec<(Uuid, PaperState)> {
        Vec::new()
    }
}

/// What the sentence about a sheet that cannot be set names: the character that no font has.
fn detail_of(error: &PaperError) -> Option<Said> {
    match error {
        PaperError::GlyphMissing { character } => Some(character.to_string().into()),
        _ => None,
    }
}
