//! What a printer can do, in the terms of a job at a counter.
//!
//! It must never know what is printed.

use ipp::model::{DelimiterTag, Operation};
use serde::{Deserialize, Serialize};

use crate::{
    Margins, Media, MediaSize, PrintableBox, PrinterError,
    answer::{Answer, Attributes},
};

/// What is asked for. `media-col-database` has to be named: it is in no group (PWG 5100.7 section 6.9.11).
pub const WANTED: &[&str] = &[
    "printer-info",
    "printer-name",
    "printer-make-and-model",
    "printer-uuid",
    "operations-supported",
    "document-format-supported",
    "media-supported",
    "media-ready",
    "media-col-ready",
    "media-col-database",
    "media-col-supported",
    "media-source-supported",
    "color-supported",
    "print-color-mode-supported",
    "copies-supported",
    "sides-supported",
    "pwg-raster-document-resolution-supported",
    "pwg-raster-document-type-supported",
    "pwg-raster-document-sheet-back",
];

/// Which sides of a sheet are printed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Sides {
    /// The front.
    OneSided,
    /// Both, turned like a book.
    TwoSidedLongEdge,
    /// Both, turned like a calendar.
    TwoSidedShortEdge,
}

impl Sides {
    /// The keyword (RFC 8011 section 5.2.8).
    #[must_use]
    pub fn keyword(self) -> &'static str {
        match self {
            Self::OneSided => "one-sided",
            Self::TwoSidedLongEdge => "two-sided-long-edge",
            Self::TwoSidedShortEdge => "two-sided-short-edge",
        }
    }

    fn from_keyword(word: &str) -> Option<Self> {
        [Self::OneSided, Self::TwoSidedLongEdge, Self::TwoSidedShortEdge]
            .into_iter()
            .find(|sides| sides.keyword() == word)
    }
}

/// How the back of a sheet has to be drawn so that it comes out upright (PWG 5102.4 section 4.2.2).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum SheetBack {
    /// As the front.
    Normal,
    /// Upside down where sheets turn like a calendar.
    ManualTumble,
    /// Upside down where sheets turn like a book.
    Rotated,
    /// Mirrored.
    Flipped,
}

/// What a printer can do.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Capabilities {
    /// What people call it.
    pub name: Option<String>,
    /// Make and model.
    pub model: Option<String>,
    /// `urn:uuid:…`, the same wherever the printer is found.
    pub uuid: Option<String>,
    /// Paper that it knows.
    pub media: Vec<Media>,
    /// Paper that is in its trays; `None` where it does not say.
    pub loaded: Option<Vec<Media>>,
    /// Names of its trays.
    pub trays: Vec<String>,
    /// Whether it prints in colour.
    pub colour: bool,
    /// Modes that can be asked for (`print-color-mode`, PWG 5100.14 section 5.1.3); empty where none can.
    pub colour_modes: Vec<String>,
    /// The most copies that it makes of a job itself; at least 1.
    pub most_copies: u32,
    /// Which sides it prints on; the front at least.
    pub sides: Vec<Sides>,
    /// MIME types that it takes.
    pub formats: Vec<String>,
    /// Resolutions for PWG Raster in dots per inch, across and along the feed.
    pub resolutions: Vec<(u32, u32)>,
    /// Kinds of pictures in PWG Raster, such as `sgray_8`.
    pub raster_types: Vec<String>,
    /// How backs are drawn in PWG Raster.
    pub sheet_back: SheetBack,
    /// Whether a job is made first and its document sent to it then (Create-Job and Send-Document).
    pub two_steps: bool,
    /// Members that it takes of `media-col`.
    pub media_col: Vec<String>,
}

impl Capabilities {
    /// Whether it takes documents of a MIME type.
    #[must_use]
    pub fn takes(&self, format: &str) -> bool {
        self.formats.iter().any(|known| known.eq_ignore_ascii_case(format))
    }

    /// Whether it can print on this size at all. A queue that names no paper, as raw ones do, may.
    #[must_use]
    pub fn knows(&self, size: MediaSize) -> bool {
        let says_nothing = self.media.is_empty() && self.loaded.is_none();
        says_nothing || self.media.iter().chain(self.loaded.iter().flatten()).any(|media| media.size.is_like(size))
    }

    /// Whether a sheet of this size lies in a tray, or in the tray of this name; `None` where the printer does not say.
    #[must_use]
    pub fn has_loaded(&self, size: MediaSize, tray: Option<&str>) -> Option<bool> {
        let loaded = self.loaded.as_ref()?;
        Some(loaded.iter().any(|media| media.size.is_like(size) && media.is_from(tray)))
    }

    /// Where on a sheet of this size ink certainly lands: within the widest margins that the printer names for it, as
    /// loaded if it says what is loaded. Borderless variants are left out: they cut off what they print beyond the edge.
    ///
    /// # Errors
    /// [`PrinterError::SizeUnsupported`] where the printer does not know the size.
    pub fn printable_box(&self, size: MediaSize, tray: Option<&str>) -> Result<PrintableBox, PrinterError> {
        if !self.knows(size) {
            return Err(PrinterError::SizeUnsupported { size: size.name() });
        }
        let margins = |media: &[Media]| {
            let of_size = media.iter().filter(|media| media.size.is_like(size) && media.is_from(tray));
            let bordered = of_size.filter_map(|media| media.margins).filter(|margins| !margins.is_borderless());
            bordered.reduce(Margins::widest)
        };
        let found = self.loaded.as_deref().and_then(margins).or_else(|| margins(&self.media));
        Ok(PrintableBox::within(size, found))
    }

    /// Reads them off an answer to Get-Printer-Attributes.
    pub(crate) fn read(answer: &Answer) -> Result<Self, PrinterError> {
        let said = answer.group(DelimiterTag::PrinterAttributes);
        let formats = said.words("document-format-supported")?;
        if formats.is_empty() {
            return Err(said.nonsense("document-format-supported", "is missing"));
        }
        let operations = said.integers("operations-supported")?;
        let has = |operation: Operation| operations.contains(&(operation as i32));
        let mut sides: Vec<Sides> =
            said.words("sides-supported")?.iter().filter_map(|word| Sides::from_keyword(word)).collect();
        if !sides.contains(&Sides::OneSided) {
            sides.insert(0, Sides::OneSided);
        }
        let most_copies = said.range("copies-supported")?.and_then(|(_, most)| u32::try_from(most).ok());
        Ok(Self {
            name: said.word("printer-info")?.filter(|name| !name.is_empty()).or(said.word("printer-name")?),
            model: said.word("printer-make-and-model")?,
            uuid: said.word("printer-uuid")?,
            media: media(&said, "media-col-database", "media-supported")?.unwrap_or_default(),
            loaded: media(&said, "media-col-ready", "media-ready")?,
            trays: said.words("media-source-supported")?,
            colour: said.boolean("color-supported")?.unwrap_or(false),
            colour_modes: said.words("print-color-mode-supported")?,
            most_copies: most_copies.unwrap_or(1).max(1),
            sides,
            formats,
            resolutions: said.resolutions("pwg-raster-document-resolution-supported")?,
            raster_types: said.words("pwg-raster-document-type-supported")?,
            sheet_back: match said.word("pwg-raster-document-sheet-back")?.as_deref() {
                Some("flipped") => SheetBack::Flipped,
                Some("rotated") => SheetBack::Rotated,
                Some("manual-tumble") => SheetBack::ManualTumble,
                _ => SheetBack::Normal,
            },
            two_steps: has(Operation::CreateJob) && has(Operation::SendDocument),
            media_col: said.words("media-col-supported")?,
        })
    }
}

impl Media {
    fn is_from(&self, tray: Option<&str>) -> bool {
        tray.is_none_or(|tray| self.tray.as_deref().is_none_or(|source| source == tray))
    }
}

impl Margins {
    fn is_borderless(&self) -> bool {
        *self == Self { top: 0, bottom: 0, left: 0, right: 0 }
    }
}

/// Paper by its collections and, for sizes that have none, by its names; `None` where neither attribute is there.
fn media(said: &Attributes<'_>, collections: &str, names: &str) -> Result<Option<Vec<Media>>, PrinterError> {
    let mut found = Vec::new();
    let listed = said.collections(collections)?;
    for entry in &listed {
        found.extend(one_media(entry)?);
    }
    let names = said.words(names)?;
    let is_silent = listed.is_empty() && names.is_empty();
    let by_name = names.iter().filter_map(|name| MediaSize::from_name(name));
    for size in by_name {
        if !found.iter().any(|media: &Media| media.size.is_like(size)) {
            found.push(Media { size, margins: None, tray: None });
        }
    }
    Ok((!is_silent).then_some(found))
}

/// One `media-col`; `None` for ranges of custom sizes, which are no one paper.
fn one_media(entry: &Attributes<'_>) -> Result<Option<Media>, PrinterError> {
    let Some(size) = entry.collection("media-size")? else { return Ok(None) };
    let (Some((width, most_width)), Some((height, most_height))) =
        (size.range("x-dimension")?, size.range("y-dimension")?)
    else {
        return Ok(None);
    };
    let (Ok(width), Ok(height), true) =
        (u32::try_from(width), u32::try_from(height), width == most_width && height == most_height)
    else {
        return Ok(None);
    };
    let edge = |side: &str| entry.count(&format!("media-{side}-margin"));
    let margins = match (edge("top")?, edge("bottom")?, edge("left")?, edge("right")?) {
        (Some(top), Some(bottom), Some(left), Some(right)) => Some(Margins { top, bottom, left, right }),
        _ => None,
    };
    Ok(Some(Media { size: MediaSize { width, height }, margins, tray: entry.word("media-source")? }))
}
