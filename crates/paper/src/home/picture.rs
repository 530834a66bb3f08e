//! Codes on photographs and scans, and pictures small enough for a form.
//!
//! Pictures come from strangers: their size is known before they are opened. It must never know what a
//! code says.

use std::{collections::BTreeSet, io::Cursor};

use image::{
    DynamicImage, GrayImage, ImageReader, Limits,
    imageops::{self, FilterType},
};
use rqrr::PreparedImage;

use crate::PaperError;

/// Most pixels of a picture: a page scanned at 600 dpi, or a camera of 48 megapixels.
const MOST_PIXELS: u64 = 50_000_000;
/// Longest side at which codes are looked for first.
const COMMON_SIDE: u32 = 2600;
/// Longest side of a picture on a form: 48 mm at 300 dpi, and some more.
const FORM_SIDE: u32 = 1000;

/// The texts of all codes on a picture, each once.
///
/// It is looked at several times, in other sizes and smoothed: what one look loses another finds.
pub fn codes(bytes: &[u8]) -> Result<BTreeSet<String>, PaperError> {
    let picture = open(bytes)?.into_luma8();
    let mut texts = BTreeSet::new();
    for look in looks(&picture) {
        texts.extend(read(&look));
    }
    Ok(texts)
}

/// A picture for a form, as PNG.
pub fn small_picture(bytes: &[u8]) -> Result<Vec<u8>, PaperError> {
    let mut picture = open(bytes)?;
    if picture.width().max(picture.height()) > FORM_SIDE {
        picture = picture.resize(FORM_SIDE, FORM_SIDE, FilterType::Triangle);
    }
    let mut png = Vec::new();
    // Archives know no transparency of pictures that comes with a colour of its own.
    let flat = DynamicImage::ImageRgb8(picture.into_rgb8());
    flat.write_to(&mut Cursor::new(&mut png), image::ImageFormat::Png).map_err(unreadable)?;
    Ok(png)
}

#[expect(clippy::needless_pass_by_value, reason = "it is what an error is turned by")]
fn unreadable(error: image::ImageError) -> PaperError {
    PaperError::PictureUnreadable { reason: error.to_string() }
}

/// Opens a picture once its size is known.
fn open(bytes: &[u8]) -> Result<DynamicImage, PaperError> {
    let reader = || {
        let guessed = ImageReader::new(Cursor::new(bytes)).with_guessed_format();
        guessed.map_err(|error| PaperError::PictureUnreadable { reason: error.to_string() })
    };
    let (width, height) = reader()?.into_dimensions().map_err(unreadable)?;
    if u64::from(width) * u64::from(height) > MOST_PIXELS {
        return Err(PaperError::PictureTooLarge { width, height, most: MOST_PIXELS });
    }
    let mut reader = reader()?;
    let mut limits = Limits::default();
    limits.max_alloc = Some(MOST_PIXELS * 8);
    reader.limits(limits);
    reader.decode().map_err(unreadable)
}

/// The picture as it is, at a common size, and enlarged where it is small.
fn looks(picture: &GrayImage) -> Vec<GrayImage> {
    let longest = picture.width().max(picture.height()).max(1);
    let at_side = |side: u32| {
        let scaled = |length: u32| (u64::from(length) * u64::from(side) / u64::from(longest)).max(1) as u32;
        imageops::resize(picture, scaled(picture.width()), scaled(picture.height()), FilterType::Triangle)
    };
    let mut looks = vec![picture.clone()];
    if longest > COMMON_SIDE * 5 / 4 {
        looks.push(at_side(COMMON_SIDE));
    } else {
        looks.push(at_side(longest * 2));
    }
    looks
}

fn read(picture: &GrayImage) -> Vec<String> {
    let (width, height) = (picture.width() as usize, picture.height() as usize);
    let pixels = picture.as_raw();
    let mut prepared = PreparedImage::prepare_from_greyscale(width, height, |x, y| {
        pixels.get(y * width + x).copied().unwrap_or(u8::MAX)
    });
    let grids = prepared.detect_grids();
    grids.iter().filter_map(|grid| grid.decode().ok()).map(|(_, text)| text).collect()
}
