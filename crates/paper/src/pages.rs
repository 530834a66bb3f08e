//! Pages that were set: as a PDF for printers and archives, as pictures for screens.
//!
//! It must never know what stands on them.

use jiff::Zoned;
use typst::{
    foundations::{Datetime, Smart},
    utils::Scalar,
};
use typst_layout::PagedDocument;
use typst_pdf::{PdfOptions, PdfStandard, PdfStandards, Timestamp};
use typst_render::RenderOptions;

use crate::PaperError;

/// Points in an inch.
const POINTS: f64 = 72.0;
/// Dots per inch that pictures are drawn in.
const DPI: std::ops::RangeInclusive<u16> = 36..=600;

/// The pages of one sheet.
#[derive(Debug)]
pub struct Pages {
    document: PagedDocument,
    digest: blake3::Hash,
    at: Zoned,
}

impl Pages {
    pub(crate) fn new(document: PagedDocument, digest: blake3::Hash, at: Zoned) -> Self {
        Self { document, digest, at }
    }

    /// How many; at least 1.
    pub fn count(&self) -> usize {
        self.document.pages().len()
    }

    /// Width and height of a page in millimetres; pages count from 0.
    pub fn size_mm(&self, page: usize) -> Option<(f64, f64)> {
        let size = self.document.pages().get(page)?.frame.size();
        Some((size.x.to_mm(), size.y.to_mm()))
    }

    /// As a PDF that conforms to PDF/UA-1 (ISO 14289-1) and PDF/A-2a (ISO 19005-2).
    ///
    /// # Errors
    /// [`PaperError::NotConforming`]: the layout does what one of the standards forbids.
    pub fn to_pdf(&self) -> Result<Vec<u8>, PaperError> {
        let refused = |reason: String| PaperError::NotConforming { reason };
        let standards = PdfStandards::new(&[PdfStandard::Ua_1, PdfStandard::A_2a])
            .map_err(|error| refused(error.message().to_string()))?;
        let options = PdfOptions {
            // The sheet's own data: two sheets never share an identifier, one sheet always has the same.
            ident: Smart::Custom(self.digest.to_hex().to_string()),
            creator: Smart::Custom(Some("Kaunter".to_owned())),
            timestamp: self.timestamp(),
            standards,
            ..PdfOptions::default()
        };
        typst_pdf::pdf(&self.document, &options).map_err(|errors| {
            refused(errors.iter().map(|error| error.message.to_string()).collect::<Vec<_>>().join("; "))
        })
    }

    /// A page as a PNG; pages count from 0, dots per inch from 36 to 600.
    ///
    /// # Errors
    /// [`PaperError::NoSuchPicture`]: there is no such page, or it is not drawn as finely or coarsely.
    pub fn to_png(&self, page: usize, dpi: u16) -> Result<Vec<u8>, PaperError> {
        let none = || PaperError::NoSuchPicture { page, dpi };
        let page_set = self.document.pages().get(page).filter(|_| DPI.contains(&dpi)).ok_or_else(none)?;
        let options = RenderOptions { pixel_per_pt: Scalar::new(f64::from(dpi) / POINTS), ..RenderOptions::default() };
        let drawn = typst_render::render(page_set, &options);
        drawn.encode_png().map_err(|error| PaperError::TypesetterFailed { reason: error.to_string() })
    }

    fn timestamp(&self) -> Option<Timestamp> {
        let part = |number: i8| u8::try_from(number).ok();
        let (day, time) = (self.at.date(), self.at.time());
        let datetime = Datetime::from_ymd_hms(
            i32::from(day.year()),
            part(day.month())?,
            part(day.day())?,
            part(time.hour())?,
            part(time.minute())?,
            part(time.second())?,
        )?;
        Timestamp::new_local(datetime, self.at.offset().seconds() / 60)
    }
}
