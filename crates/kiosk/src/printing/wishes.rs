//! How papers are to be printed here, as far as somebody may choose: tray, colour, sides, copies. What the printer can
//! do of it is asked of the printer.

use std::time::Duration;

use kaunter_paper::Sheet;
use kaunter_printer::{Capabilities, JobTicket, Patience, PrinterError, Shortfall, Sides, TimeLimits};
use serde::{Deserialize, Serialize};

use crate::view::{PrintChoices, Printing};

/// Most copies of a form: one for the citizen, the others for offices.
pub(crate) const MOST_COPIES: u32 = 9;

/// How forms and slips are to be printed on this kiosk.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct PrintWishes {
    /// The printer's name of a tray; without one the printer takes from whichever holds A4.
    pub tray: Option<String>,
    /// In colour.
    pub colour: bool,
    /// Forms on both sides of a sheet.
    pub two_sided: bool,
    /// Copies of each form, 1 to 9; slips come once.
    pub copies: u32,
}

impl Default for PrintWishes {
    fn default() -> Self {
        Self { tray: None, colour: false, two_sided: false, copies: 1 }
    }
}

impl PrintWishes {
    /// What is asked of a printer for a sheet.
    pub(super) fn ticket(&self, sheet: &Sheet) -> JobTicket {
        match sheet {
            Sheet::Form(_) => self.of_form(),
            _ => JobTicket { copies: 1, sides: Sides::OneSided, ..self.of_form() },
        }
    }

    /// Whether a printer can do all of it.
    pub(crate) fn fits(&self, can: &PrintChoices) -> bool {
        self.tray.as_ref().is_none_or(|tray| can.trays.contains(tray))
            && (can.colour || !self.colour)
            && (can.two_sided || !self.two_sided)
            && (1..=can.most_copies).contains(&self.copies)
    }

    fn of_form(&self) -> JobTicket {
        let sides = if self.two_sided { Sides::TwoSidedLongEdge } else { Sides::OneSided };
        JobTicket { tray: self.tray.clone(), copies: self.copies, colour: self.colour, sides, ..JobTicket::default() }
    }

    /// What of it this printer cannot do.
    pub(super) fn held_against(&self, printer: &Capabilities) -> Held {
        let (ticket, short) = self.of_form().as_far_as(printer);
        let refused = ticket.check(printer).err().map(|error: PrinterError| error.code());
        Held { refused, short: short.into_iter().map(Shortfall::code).collect() }
    }
}

impl From<Printing> for PrintWishes {
    fn from(printing: Printing) -> Self {
        let Printing { tray, colour, two_sided, copies } = printing;
        Self { tray, colour, two_sided, copies }
    }
}

/// What somebody may choose of a printer that can do this.
pub(super) fn choices(can: &Capabilities) -> PrintChoices {
    PrintChoices {
        trays: can.trays.clone(),
        colour: can.colour,
        two_sided: can.sides.contains(&Sides::TwoSidedLongEdge),
        most_copies: can.most_copies.min(MOST_COPIES),
    }
}

/// What came of holding wishes against a printer, in codes.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Held {
    /// Why nothing would be printed.
    pub refused: Option<&'static str>,
    /// What is left out.
    pub short: Vec<&'static str>,
}

/// How long a print room waits for what.
#[derive(Debug, Clone, Copy)]
pub struct Pace {
    /// Between two looks at a printer that has nothing to do.
    pub look: Duration,
    /// For the printer's answers.
    pub limits: TimeLimits,
    /// While a job is followed.
    pub patience: Patience,
}

impl Default for Pace {
    fn default() -> Self {
        Self { look: Duration::from_secs(10), limits: TimeLimits::default(), patience: Patience::default() }
    }
}
