//! PWG Raster (PWG 5102.4): page pictures for printers that take no PDF.
//!
//! Greyscale and sRGB with eight bits each, as every IPP Everywhere printer takes them. It must never know what the
//! pictures show.

use crate::{MediaSize, SheetBack, Sides};

/// Begins a stream (section 4.1).
const SYNC: &[u8; 4] = b"RaS2";
/// Bytes of a page header (section 4.3).
const HEADER: usize = 1796;
/// The most pixels in one run.
const LONGEST_RUN: usize = 128;
/// The most lines that one line stands for.
const MOST_REPEATS: usize = 256;

/// How a pixel is stored.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PixelKind {
    /// One byte; 0 is black.
    Grey,
    /// Three bytes: red, green, blue, in sRGB.
    Rgb,
}

impl PixelKind {
    /// Bytes of a pixel.
    #[must_use]
    pub fn bytes(self) -> usize {
        match self {
            Self::Grey => 1,
            Self::Rgb => 3,
        }
    }

    /// The keyword in `pwg-raster-document-type-supported`.
    #[must_use]
    pub fn keyword(self) -> &'static str {
        match self {
            Self::Grey => "sgray_8",
            Self::Rgb => "srgb_8",
        }
    }

    /// `cupsColorSpace` (section 4.3.1): sGray is 18, sRGB 19.
    fn colour_space(self) -> u32 {
        match self {
            Self::Grey => 18,
            Self::Rgb => 19,
        }
    }
}

/// What the pictures of all pages have in common.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PageShape {
    /// Pixels across.
    pub width: u32,
    /// Lines.
    pub height: u32,
    /// Dots per inch across.
    pub dpi_x: u32,
    /// Dots per inch along the feed.
    pub dpi_y: u32,
    /// How pixels are stored.
    pub kind: PixelKind,
    /// The sheet.
    pub size: MediaSize,
}

impl PageShape {
    /// The picture of a whole sheet at a resolution.
    #[must_use]
    pub fn of_sheet(size: MediaSize, (dpi_x, dpi_y): (u32, u32), kind: PixelKind) -> Self {
        // Hundredths of a millimetre to dots, rounded: 2540 of them are an inch.
        let dots = |length: u32, dpi: u32| (u64::from(length) * u64::from(dpi) + 1270) / 2540;
        let dots = |length, dpi| u32::try_from(dots(length, dpi)).unwrap_or(u32::MAX);
        Self { width: dots(size.width, dpi_x), height: dots(size.height, dpi_y), dpi_x, dpi_y, kind, size }
    }

    /// Bytes of a line.
    #[must_use]
    pub fn line(&self) -> usize {
        (self.width as usize).saturating_mul(self.kind.bytes())
    }

    /// Bytes of a picture.
    #[must_use]
    pub fn bytes(&self) -> usize {
        self.line().saturating_mul(self.height as usize)
    }
}

/// Begins a stream.
pub fn begin() -> Vec<u8> {
    SYNC.to_vec()
}

/// How backs are drawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Turning {
    /// Which sides are printed.
    pub sides: Sides,
    /// What the printer wants of backs.
    pub back: SheetBack,
}

impl Turning {
    /// Whether the picture of a page, counted from 0, is mirrored left to right, and top to bottom (table 2).
    fn of_page(self, page: u32) -> (bool, bool) {
        let is_tumbled = self.sides == Sides::TwoSidedShortEdge;
        if self.sides == Sides::OneSided || page.is_multiple_of(2) {
            return (false, false);
        }
        match (self.back, is_tumbled) {
            (SheetBack::Rotated, false) | (SheetBack::ManualTumble, true) => (true, true),
            (SheetBack::Flipped, false) => (false, true),
            (SheetBack::Flipped, true) => (true, false),
            _ => (false, false),
        }
    }
}

/// Adds one page, counted from 0 of so many, to a stream. The picture has exactly [`PageShape::bytes`] bytes.
pub fn add_page(stream: &mut Vec<u8>, shape: &PageShape, turning: Turning, page: (u32, u32), picture: &[u8]) {
    let (mirrored, upside_down) = turning.of_page(page.0);
    stream.extend_from_slice(&header(shape, turning.sides, page.1, (mirrored, upside_down)));
    let mut lines: Vec<&[u8]> = picture.chunks_exact(shape.line().max(1)).collect();
    if upside_down {
        lines.reverse();
    }
    for group in lines.chunk_by(|a, b| a == b) {
        for same in group.chunks(MOST_REPEATS) {
            let Some(line) = same.first() else { continue };
            stream.push(u8::try_from(same.len() - 1).unwrap_or(u8::MAX));
            if mirrored {
                let turned: Vec<u8> = line.rchunks_exact(shape.kind.bytes()).flatten().copied().collect();
                add_line(stream, &turned, shape.kind.bytes());
            } else {
                add_line(stream, line, shape.kind.bytes());
            }
        }
    }
}

/// One line in runs: a count of equal pixels less one, or 257 less a count of different ones (section 4.4).
fn add_line(stream: &mut Vec<u8>, line: &[u8], pixel: usize) {
    let pixels: Vec<&[u8]> = line.chunks_exact(pixel).collect();
    let mut rest = pixels.as_slice();
    while let Some(first) = rest.first() {
        let same = rest.iter().take(LONGEST_RUN).take_while(|other| *other == first).count();
        let run = if same > 1 { same } else { different(rest) };
        let (now, later) = rest.split_at(run);
        if same > 1 || run == 1 {
            stream.push(u8::try_from(run - 1).unwrap_or_default());
            stream.extend_from_slice(first);
        } else {
            stream.push(u8::try_from(257 - run).unwrap_or_default());
            now.iter().for_each(|pixel| stream.extend_from_slice(pixel));
        }
        rest = later;
    }
}

/// How many pixels differ from the next one; at least 1.
fn different(pixels: &[&[u8]]) -> usize {
    let before_equals = pixels.windows(2).take(LONGEST_RUN).take_while(|pair| pair.first() != pair.last()).count();
    let all = if before_equals + 1 == pixels.len() { pixels.len() } else { before_equals };
    all.clamp(1, LONGEST_RUN)
}

/// The page header; every number in network order, what is not named stays 0 (section 4.3).
fn header(shape: &PageShape, sides: Sides, pages: u32, (mirrored, upside_down): (bool, bool)) -> [u8; HEADER] {
    let mut header = [0; HEADER];
    let mut text = |at: usize, text: &str| {
        let end = (at + 63).min(at + text.len());
        if let (Some(place), Some(text)) = (header.get_mut(at..end), text.as_bytes().get(..end - at)) {
            place.copy_from_slice(text);
        }
    };
    text(0, "PwgRaster");
    text(1732, &shape.size.name());
    let points = |length: u32| (length * 72 + 1270) / 2540;
    // Transforms are 1, or 2³² − 1 for the other way round.
    let way = |is_turned: bool| if is_turned { u32::MAX } else { 1 };
    let bits = 8 * u32::try_from(shape.kind.bytes()).unwrap_or_default();
    for (at, number) in [
        (272, u32::from(sides != Sides::OneSided)),
        (276, shape.dpi_x),
        (280, shape.dpi_y),
        (352, points(shape.size.width)),
        (356, points(shape.size.height)),
        (368, u32::from(sides == Sides::TwoSidedShortEdge)),
        (372, shape.width),
        (376, shape.height),
        (384, 8),
        (388, bits),
        (392, u32::try_from(shape.line()).unwrap_or_default()),
        (400, shape.kind.colour_space()),
        (420, bits / 8),
        (452, pages),
        (456, way(mirrored)),
        (460, way(upside_down)),
        // The picture covers the sheet: its box is all of it.
        (472, shape.width),
        (476, shape.height),
        // The alternate primary colour: white.
        (480, 0x00ff_ffff),
    ] {
        if let Some(place) = header.get_mut(at..at + 4) {
            place.copy_from_slice(&number.to_be_bytes());
        }
    }
    header
}
