//! Codes on photographs and scans, and pictures small enough for a form.
//!
//! Pictures come from strangers: their size is known before they are opened. It must never know what a
//! code says.

use std::{collections::BTreeSet, io::Cursor};

use image::{
    DynamicImage, GrayImage, ImageReader, Limits, Luma,
    imageops::{self, FilterType},
};
use rxing::{BarcodeFormat, DecodeHints, helpers::detect_multiple_in_luma_with_hints};

use crate::PaperError;

/// Most pixels of a picture: a page scanned at 600 dpi, or a camera of 48 megapixels.
const MOST_PIXELS: u64 = 50_000_000;
/// Longest side at which codes are looked for: with it a module of a whole printed page has four pixels.
const COMMON_SIDE: u32 = 3000;
/// Least longest side: smaller pictures are enlarged, for the reader wants two pixels of each module.
const LEAST_SIDE: u32 = 1800;
/// Grey beside a picture that was turned.
const GROUND: u8 = 128;
/// Longest side of a picture on a form: 48 mm at 300 dpi, and some more.
const FORM_SIDE: u32 = 1000;

/// The texts of all codes on a picture, each once.
///
/// It is looked at three times: what one look loses another finds.
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

/// The picture at a common size; the same turned by an eighth, for the reader finds what lies straight, or nearly so;
/// and enlarged, for codes that are out of focus.
fn looks(picture: &GrayImage) -> [GrayImage; 3] {
    let longest = picture.width().max(picture.height()).max(1);
    let side = longest.clamp(LEAST_SIDE, COMMON_SIDE);
    let scaled = |length: u32| (u64::from(length) * u64::from(side) / u64::from(longest)).max(1) as u32;
    let common = if side == longest {
        picture.clone()
    } else {
        imageops::resize(picture, scaled(picture.width()), scaled(picture.height()), FilterType::Triangle)
    };
    let turned = turned(&common);
    let enlarged = imageops::resize(&common, common.width() * 3 / 2, common.height() * 3 / 2, FilterType::CatmullRom);
    [common, turned, enlarged]
}

/// Turned by 45 degrees, on a grey ground that holds all of it.
fn turned(picture: &GrayImage) -> GrayImage {
    let (width, height) = (picture.width() as f32, picture.height() as f32);
    let (half, side) = (std::f32::consts::FRAC_1_SQRT_2, ((width + height) * std::f32::consts::FRAC_1_SQRT_2) as u32);
    GrayImage::from_fn(side.max(1), side.max(1), |x, y| {
        let (x, y) = (x as f32 - side as f32 / 2.0, y as f32 - side as f32 / 2.0);
        let (from_x, from_y) = ((x + y) * half + width / 2.0, (y - x) * half + height / 2.0);
        imageops::interpolate_bilinear(picture, from_x, from_y).unwrap_or(Luma([GROUND]))
    })
}

fn read(picture: &GrayImage) -> Vec<String> {
    let mut hints = DecodeHints {
        TryHarder: Some(true),
        PossibleFormats: Some([BarcodeFormat::QR_CODE].into_iter().collect()),
        ..DecodeHints::default()
    };
    let (width, height) = picture.dimensions();
    let found = detect_multiple_in_luma_with_hints(picture.as_raw().clone(), width, height, &mut hints);
    // That there is no code on a picture is no failure here.
    found.unwrap_or_default().iter().map(|code| code.getText().to_owned()).collect()
}
