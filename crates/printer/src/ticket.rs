//! What is asked of a printer for one job, checked before anything is sent.
//!
//! It must never know what is printed.

use ipp::{model::Operation, value::IppValue};
use serde::{Deserialize, Serialize};

use crate::{
    Capabilities, Condition, ConditionKind, MediaSize, PrinterError, PrinterUri, Severity, Sides,
    request::{Request, collection},
};

/// What is asked of a printer for one job.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct JobTicket {
    /// The paper.
    pub size: MediaSize,
    /// The tray; `None` leaves it to the printer.
    pub tray: Option<String>,
    /// Copies of the whole document, at least 1.
    pub copies: u32,
    /// Whether to print in colour, where the printer can.
    pub colour: bool,
    /// Which sides.
    pub sides: Sides,
}

impl Default for JobTicket {
    /// One copy on A4, one-sided, in shades of grey, from any tray.
    fn default() -> Self {
        Self { size: MediaSize::A4, tray: None, copies: 1, colour: false, sides: Sides::OneSided }
    }
}

/// What was wished for and a printer cannot do: it prints without.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shortfall {
    /// It prints in shades of grey only.
    Colour,
    /// It does not print on both sides so.
    Sides,
    /// It does not make so many copies of a job.
    Copies,
}

impl Shortfall {
    /// The code that screens have words for.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Colour => "printer-without-colour",
            Self::Sides => "printer-without-sides",
            Self::Copies => "printer-without-copies",
        }
    }
}

impl JobTicket {
    /// As much of it as the printer can do, and what it cannot. Paper and tray stay as asked: from another tray another
    /// paper would come.
    #[must_use]
    pub fn as_far_as(&self, printer: &Capabilities) -> (Self, Vec<Shortfall>) {
        let mut ticket = self.clone();
        let mut short = Vec::new();
        if ticket.colour && !printer.colour {
            ticket.colour = false;
            short.push(Shortfall::Colour);
        }
        if !printer.sides.contains(&ticket.sides) {
            ticket.sides = Sides::OneSided;
            short.push(Shortfall::Sides);
        }
        if ticket.copies > printer.most_copies {
            ticket.copies = printer.most_copies;
            short.push(Shortfall::Copies);
        }
        (ticket, short)
    }

    /// Whether the printer can do this at all.
    ///
    /// # Errors
    /// [`PrinterError::SizeUnsupported`], [`PrinterError::TrayUnknown`] or [`PrinterError::Unsupported`].
    pub fn check(&self, printer: &Capabilities) -> Result<(), PrinterError> {
        if !printer.knows(self.size) {
            return Err(PrinterError::SizeUnsupported { size: self.size.name() });
        }
        if let Some(tray) = self.tray.as_ref().filter(|tray| !printer.trays.contains(tray)) {
            return Err(PrinterError::TrayUnknown { tray: tray.clone() });
        }
        if self.copies == 0 || self.copies > printer.most_copies {
            return Err(PrinterError::Unsupported { attribute: "copies".to_owned() });
        }
        if !printer.sides.contains(&self.sides) {
            return Err(PrinterError::Unsupported { attribute: "sides".to_owned() });
        }
        Ok(())
    }

    /// What somebody has to see to at the printer's trays before this job can come out.
    #[must_use]
    pub fn hindrance(&self, printer: &Capabilities) -> Option<Condition> {
        let is_loaded = printer.has_loaded(self.size, self.tray.as_deref());
        (is_loaded == Some(false)).then(|| Condition::found(ConditionKind::WrongSize, Severity::Error))
    }

    /// Puts it into a request that makes or checks a job.
    pub(crate) fn request(
        &self,
        operation: Operation,
        uri: &PrinterUri,
        printer: &Capabilities,
        name: &str,
    ) -> Result<Request, PrinterError> {
        let mut request = Request::new(operation, uri)?.signed()?;
        request.about("job-name", IppValue::new_name_without_language(name))?;
        // What cannot be done as asked shall not be done otherwise (RFC 8011 section 4.2.1.1).
        request.about("ipp-attribute-fidelity", Ok(IppValue::Boolean(true)))?;
        // What a printer cannot vary it may not know by name either.
        if printer.most_copies > 1 {
            let copies = i32::try_from(self.copies).unwrap_or(i32::MAX);
            request.with("copies", Ok(IppValue::Integer(copies)))?;
        }
        if printer.sides.len() > 1 {
            request.with("sides", IppValue::new_keyword(self.sides.keyword()))?;
        }
        let mode = if self.colour { "color" } else { "monochrome" };
        if printer.colour_modes.iter().any(|known| known == mode) {
            request.with("print-color-mode", IppValue::new_keyword(mode))?;
        }
        match &self.tray {
            Some(tray) if printer.media_col.iter().any(|member| member == "media-source") => {
                request.with("media-col", self.media_col(tray))?;
            }
            _ => request.with("media", IppValue::new_keyword(self.size.name()))?,
        }
        Ok(request)
    }

    fn media_col(&self, tray: &str) -> Result<IppValue, ipp::parser::IppParseError> {
        let length = |length: u32| IppValue::Integer(i32::try_from(length).unwrap_or(i32::MAX));
        let size = collection([("x-dimension", length(self.size.width)), ("y-dimension", length(self.size.height))])?;
        collection([("media-size", size), ("media-source", IppValue::new_keyword(tray)?)])
    }
}
