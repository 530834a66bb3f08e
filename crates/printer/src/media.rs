//! Paper: sizes, edges that stay unprinted, trays. All lengths are hundredths of a millimetre, as in IPP (PWG 5100.7).
//!
//! It must never know what is printed on it.

use serde::{Deserialize, Serialize};

/// How far a printer's idea of a size may be off.
const TOLERANCE: u32 = 50;
/// The edge that is left where a printer does not say: a quarter of an inch, more than office printers need.
const USUAL_EDGE: u32 = 635;

/// The size of a sheet.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct MediaSize {
    /// Across the feed, in hundredths of a millimetre.
    pub width: u32,
    /// Along the feed, in hundredths of a millimetre.
    pub height: u32,
}

impl MediaSize {
    /// ISO A4.
    pub const A4: Self = Self { width: 21_000, height: 29_700 };

    /// Whether both are the same paper, within half a millimetre.
    #[must_use]
    pub fn is_like(self, other: Self) -> bool {
        self.width.abs_diff(other.width) <= TOLERANCE && self.height.abs_diff(other.height) <= TOLERANCE
    }

    /// The size that a self-describing name ends with, such as `iso_a4_210x297mm` or `na_letter_8.5x11in`
    /// (PWG 5101.1 section 5).
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        let dimensions = name.rsplit('_').next()?;
        let (dimensions, unit) = dimensions
            .strip_suffix("mm")
            .map(|dimensions| (dimensions, 100.0))
            .or_else(|| dimensions.strip_suffix("in").map(|dimensions| (dimensions, 2540.0)))?;
        let (width, height) = dimensions.split_once('x')?;
        let length = |text: &str| {
            let number: f64 = text.parse().ok()?;
            // Nothing wider than ten metres is paper.
            (number > 0.0 && number * unit < 1_000_000.0).then_some((number * unit).round() as u32)
        };
        Some(Self { width: length(width)?, height: length(height)? })
    }

    /// The self-describing name of the size (PWG 5101.1 section 5).
    #[must_use]
    pub fn name(self) -> String {
        let millimetres = |length: u32| f64::from(length) / 100.0;
        if self.is_like(Self::A4) {
            "iso_a4_210x297mm".to_owned()
        } else {
            format!("custom_kiosk_{}x{}mm", millimetres(self.width), millimetres(self.height))
        }
    }
}

/// The edges of a sheet that a printer leaves white, in hundredths of a millimetre.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Margins {
    /// At the leading edge.
    pub top: u32,
    /// At the trailing edge.
    pub bottom: u32,
    /// On the left.
    pub left: u32,
    /// On the right.
    pub right: u32,
}

impl Margins {
    /// What is assumed where a printer says nothing: 6.35 mm all round.
    pub const USUAL: Self = Self { top: USUAL_EDGE, bottom: USUAL_EDGE, left: USUAL_EDGE, right: USUAL_EDGE };

    /// On each side the wider of both.
    #[must_use]
    pub fn widest(self, other: Self) -> Self {
        Self {
            top: self.top.max(other.top),
            bottom: self.bottom.max(other.bottom),
            left: self.left.max(other.left),
            right: self.right.max(other.right),
        }
    }
}

/// One kind of paper that a printer knows or has loaded.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Media {
    /// Its size.
    pub size: MediaSize,
    /// What stays white, if the printer says.
    pub margins: Option<Margins>,
    /// Its tray (`media-source`), if the printer says.
    pub tray: Option<String>,
}

/// The part of a sheet that certainly gets ink, from its top left corner, in hundredths of a millimetre.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct PrintableBox {
    /// From the left edge.
    pub left: u32,
    /// From the top edge.
    pub top: u32,
    /// Its width.
    pub width: u32,
    /// Its height.
    pub height: u32,
    /// Whether the printer said so itself; else a usual edge is assumed.
    pub is_known: bool,
}

impl PrintableBox {
    /// What is left of a sheet within its margins.
    #[must_use]
    pub fn within(size: MediaSize, margins: Option<Margins>) -> Self {
        let edges = margins.unwrap_or(Margins::USUAL);
        Self {
            left: edges.left,
            top: edges.top,
            width: size.width.saturating_sub(edges.left).saturating_sub(edges.right),
            height: size.height.saturating_sub(edges.top).saturating_sub(edges.bottom),
            is_known: margins.is_some(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_says_its_size() {
        for (name, size) in [
            ("iso_a4_210x297mm", Some((21_000, 29_700))),
            ("na_letter_8.5x11in", Some((21_590, 27_940))),
            ("custom_min_76.2x127mm", Some((7_620, 12_700))),
            ("iso_a4", None),
            ("main", None),
            ("x_-1x5mm", None),
            ("x_1e99x5mm", None),
            ("x_nanxinfmm", None),
        ] {
            let found = MediaSize::from_name(name).map(|size| (size.width, size.height));
            assert_eq!(found, size, "{name}");
        }
        assert!(MediaSize::A4.is_like(MediaSize { width: 20_990, height: 29_704 }));
        let slip = MediaSize { width: 8_050, height: 20_000 };
        assert_eq!(MediaSize::from_name(&slip.name()), Some(slip), "{}", slip.name());
        assert!(!MediaSize::A4.is_like(MediaSize { width: 21_590, height: 27_940 }));
    }

    #[test]
    fn edges_are_taken_off_and_never_more_than_there_is() {
        let edges = Margins { top: 300, bottom: 1_700, left: 400, right: 500 };
        let inner = PrintableBox::within(MediaSize::A4, Some(edges));
        assert_eq!((inner.left, inner.top, inner.width, inner.height), (400, 300, 20_100, 27_700));
        assert!(inner.is_known && !PrintableBox::within(MediaSize::A4, None).is_known);
        let mad = Margins { top: u32::MAX, ..Margins::USUAL };
        assert_eq!(PrintableBox::within(MediaSize::A4, Some(mad)).height, 0);
    }
}
