//! What is printed, in a form that the printer takes: PDF where it can, else PWG Raster from pictures of the pages.
//!
//! It must never know what the pages say, nor how they are drawn.

use std::sync::Arc;

use crate::{
    Capabilities, JobTicket, PageShape, PixelKind, PrinterError,
    raster::{self, Turning},
};

/// Bytes of one document. A form has some hundred thousand.
const LARGEST: usize = 256 << 20;
/// Pages of one document.
const MOST_PAGES: u32 = 500;
/// The resolution that is fine enough for small print and quick to send.
const GOOD_DPI: u32 = 300;

/// What a document is made of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DocumentFormat {
    /// `application/pdf`.
    Pdf,
    /// `image/pwg-raster`.
    PwgRaster,
}

impl DocumentFormat {
    /// Its MIME type.
    #[must_use]
    pub fn mime(self) -> &'static str {
        match self {
            Self::Pdf => "application/pdf",
            Self::PwgRaster => "image/pwg-raster",
        }
    }

    /// What the printer takes: PDF, or else PWG Raster.
    ///
    /// # Errors
    /// [`PrinterError::FormatUnsupported`] where it takes neither.
    pub fn for_printer(printer: &Capabilities) -> Result<Self, PrinterError> {
        [Self::Pdf, Self::PwgRaster]
            .into_iter()
            .find(|format| printer.takes(format.mime()))
            .ok_or_else(|| PrinterError::FormatUnsupported { formats: printer.formats.clone() })
    }
}

/// Whoever can draw the pages of a document as pictures of whole sheets.
pub trait Pages {
    /// How many pages there are.
    fn count(&self) -> u32;

    /// The picture of a page, counted from 0: lines from the top, pixels from the left, exactly
    /// [`PageShape::bytes`] bytes.
    ///
    /// # Errors
    /// Why it cannot be drawn, for the log.
    fn draw(&mut self, page: u32, shape: &PageShape) -> Result<Vec<u8>, String>;
}

/// A document as it is sent.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Document {
    format: DocumentFormat,
    bytes: Arc<[u8]>,
}

impl Document {
    /// A PDF.
    ///
    /// # Errors
    /// [`PrinterError::PagesUnusable`] where the bytes are no PDF, or more than 256 MiB.
    pub fn pdf(bytes: impl Into<Arc<[u8]>>) -> Result<Self, PrinterError> {
        let bytes = bytes.into();
        if !bytes.starts_with(b"%PDF-") {
            return Err(unusable("what should be a PDF is none"));
        }
        bounded(DocumentFormat::Pdf, bytes)
    }

    /// PWG Raster, drawn for a printer: in the resolution that suits it, in grey or in colour.
    ///
    /// # Errors
    /// [`PrinterError::FormatUnsupported`] where the printer names no picture that can be made for it, and
    /// [`PrinterError::PagesUnusable`] where pages cannot be drawn or are none, too many or of another size.
    pub fn raster(pages: &mut dyn Pages, printer: &Capabilities, ticket: &JobTicket) -> Result<Self, PrinterError> {
        let shape = page_shape(printer, ticket)?;
        let count = pages.count();
        if count == 0 || count > MOST_PAGES {
            return Err(unusable(&format!("{count} pages")));
        }
        let turning = Turning { sides: ticket.sides, back: printer.sheet_back };
        let mut stream = raster::begin();
        for page in 0..count {
            let picture = pages.draw(page, &shape).map_err(|why| unusable(&why))?;
            if picture.len() != shape.bytes() {
                return Err(unusable(&format!("page {page} has {} bytes, not {}", picture.len(), shape.bytes())));
            }
            raster::add_page(&mut stream, &shape, turning, (page, count), &picture);
            if stream.len() > LARGEST {
                return Err(unusable("more than a printer takes"));
            }
        }
        bounded(DocumentFormat::PwgRaster, stream.into())
    }

    /// What it is made of.
    #[must_use]
    pub fn format(&self) -> DocumentFormat {
        self.format
    }

    /// The bytes that are sent.
    #[must_use]
    pub fn bytes(&self) -> &Arc<[u8]> {
        &self.bytes
    }
}

fn bounded(format: DocumentFormat, bytes: Arc<[u8]>) -> Result<Document, PrinterError> {
    if bytes.len() > LARGEST { Err(unusable("more than 256 MiB")) } else { Ok(Document { format, bytes }) }
}

fn unusable(what: &str) -> PrinterError {
    PrinterError::PagesUnusable { what: what.to_owned() }
}

/// The lowest resolution that is good enough, else the highest; colour only where it is wanted.
fn page_shape(printer: &Capabilities, ticket: &JobTicket) -> Result<PageShape, PrinterError> {
    let unsupported = || PrinterError::FormatUnsupported { formats: printer.raster_types.clone() };
    let takes = |kind: &PixelKind| printer.raster_types.iter().any(|known| known == kind.keyword());
    let wanted = if ticket.colour { [PixelKind::Rgb, PixelKind::Grey] } else { [PixelKind::Grey, PixelKind::Rgb] };
    let kind = wanted.into_iter().find(takes).ok_or_else(unsupported)?;
    let fineness = |(x, y): &(u32, u32)| *x.min(y);
    // Beyond 2400 dpi a sheet no longer fits into memory.
    let known = || printer.resolutions.iter().copied().filter(|(x, y)| *x.max(y) <= 2400);
    let good = known().filter(|resolution| fineness(resolution) >= GOOD_DPI).min_by_key(fineness);
    let resolution = good.or_else(|| known().max_by_key(fineness)).ok_or_else(unsupported)?;
    Ok(PageShape::of_sheet(ticket.size, resolution, kind))
}
