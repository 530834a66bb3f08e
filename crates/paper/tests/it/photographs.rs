//! Printed codes come back from photographs: blurred, turned, at an angle, stained, folded, in bad light.

use std::io::Cursor;

use image::{GrayImage, ImageFormat};
use kaunter_paper::{Found, MOST_LETTER_BYTES, Scan};

use crate::{
    camera::{STRAIGHT, Shot, mishaps},
    desk::{set_form, sheet},
    way_home::{assert_whole, sealed},
};

/// The pages with codes of a form that was sealed to so many bytes.
fn printed(bytes: &[u8]) -> Vec<GrayImage> {
    let mut sheet = sheet("ideas", "ko");
    let without = set_form(sheet.clone()).count();
    sheet.way_home = Some(bytes.into());
    let pages = set_form(sheet);
    let picture = |page| image::load_from_memory(&pages.to_png(page, 200).unwrap()).unwrap().into_luma8();
    (without..pages.count()).map(picture).collect()
}

fn scanned(pictures: &[Vec<u8>]) -> Vec<Found> {
    let mut scan = Scan::default();
    for picture in pictures {
        scan.look(picture).unwrap();
    }
    scan.finish()
}

#[test]
fn whatever_befalls_the_sheet_the_form_comes_home() {
    let sealed = sealed(4900, 11);
    let pages = printed(&sealed);
    assert_eq!(pages.len(), 1);
    let mut lost = Vec::new();
    for (name, shot) in mishaps() {
        let found = scanned(&[shot.take(&pages[0])]);
        match found[..] {
            [Found::Whole(_)] => assert_whole(&found, &sealed),
            _ => lost.push(format!("{name}: {found:?}")),
        }
    }
    assert!(lost.is_empty(), "{lost:#?}");
}

#[test]
fn a_photograph_too_blurred_to_read_says_what_is_missing_and_makes_nothing_up() {
    let page = printed(&sealed(4900, 11)).remove(0);
    let found = scanned(&[Shot { blur: 2.2, ..STRAIGHT }.take(&page)]);
    let [Found::Lost(lost)] = &found[..] else { panic!("{found:?}") };
    assert!(lost.wanting > 0 && lost.missing.len() >= lost.wanting, "{lost:?}");
}

#[test]
fn the_longest_letter_comes_home_though_its_last_seven_sheets_are_lost() {
    let sealed = sealed(MOST_LETTER_BYTES, 14);
    let mut sheet = sheet("ideas", "ko");
    let without = set_form(sheet.clone()).count();
    sheet.way_home = Some(sealed.clone().into());
    let pages = set_form(sheet);
    assert_eq!(pages.count() - without, 22);
    // They lay on a scanner: what befalls a photograph is told elsewhere.
    let mut scan = Scan::default();
    let mut look = |page| scan.look(&pages.to_png(without + page, 150).unwrap()).map(|_| scan.finish()).unwrap();
    let before = (0..14).map(&mut look).last().unwrap();
    let [Found::Lost(lost)] = &before[..] else { panic!("{before:?}") };
    assert_eq!((lost.wanting, lost.missing[0]), (2, 169));
    assert_whole(&look(14), &sealed);
}

#[test]
fn pages_come_in_any_order_twice_and_with_strangers_between() {
    let sealed = sealed(9000, 12);
    let pages = printed(&sealed);
    assert_eq!(pages.len(), 2);
    let mut wall = Vec::new();
    GrayImage::from_pixel(900, 700, image::Luma([180]))
        .write_to(&mut Cursor::new(&mut wall), ImageFormat::Png)
        .unwrap();
    let form = set_form(sheet("ideas", "en")).to_png(0, 150).unwrap();
    let photos = [&pages[1], &pages[0], &pages[1]].map(|page| STRAIGHT.take(page));
    let pictures = [vec![form, wall], photos.to_vec()].concat();
    let mut scan = Scan::default();
    for picture in &pictures {
        scan.look(picture).unwrap();
    }
    assert_whole(&scan.finish(), &sealed);
    assert_eq!(scan.strangers, 1, "the form's own code");
}

#[test]
fn half_the_pages_say_what_is_missing() {
    let pages = printed(&sealed(9000, 13));
    let found = scanned(&[STRAIGHT.take(&pages[1])]);
    let [Found::Lost(lost)] = &found[..] else { panic!("{found:?}") };
    assert_eq!(lost.missing, (1..=12).collect::<Vec<u8>>());
    assert!(lost.wanting > 0);
}

#[test]
fn a_corner_torn_off_does_no_harm() {
    let sealed = sealed(4900, 14);
    let mut page = printed(&sealed).remove(0);
    let (width, height) = page.dimensions();
    for (x, y, pixel) in page.enumerate_pixels_mut() {
        if x * 2 + (height - y) < width {
            pixel.0[0] = 90;
        }
    }
    assert_whole(&scanned(&[Shot { turn: 4.0, ..STRAIGHT }.take(&page)]), &sealed);
}

#[test]
fn pictures_that_are_none_or_too_large_are_refused_before_they_are_opened() {
    let look = |bytes: &[u8]| Scan::default().look(bytes).unwrap_err();
    assert_eq!(look(b"").code(), "paper-picture-unreadable");
    assert_eq!(look(b"not a picture at all").code(), "paper-picture-unreadable");
    let mut page = Vec::new();
    GrayImage::new(40, 40).write_to(&mut Cursor::new(&mut page), ImageFormat::Png).unwrap();
    assert_eq!(look(&page[..page.len() / 2]).code(), "paper-picture-unreadable");
    // A PNG that says of itself that it is 60,000 pixels wide and high: width, height and the sum over them.
    let mut huge = page.clone();
    huge[16..24].copy_from_slice(&[0, 0, 0xea, 0x60, 0, 0, 0xea, 0x60]);
    let sum = crc(&huge[12..29]);
    huge[29..33].copy_from_slice(&sum.to_be_bytes());
    assert_eq!(look(&huge).code(), "paper-picture-too-large");
}

/// The check sum of a part of a PNG (ISO/IEC 15948, annex D).
fn crc(bytes: &[u8]) -> u32 {
    let fold = |sum: u32, byte: &u8| {
        (0..8).fold(sum ^ u32::from(*byte), |sum, _| if sum & 1 == 1 { sum >> 1 ^ 0xedb8_8320 } else { sum >> 1 })
    };
    !bytes.iter().fold(!0, fold)
}
