//! A few sheets are compared with pictures that somebody has looked at.
//!
//! Small and coarse on purpose: they show what moved, not how a font was hinted. `KAUNTER_PICTURES=new` draws
//! them anew.

use image::{GrayImage, imageops::FilterType};
use kaunter_paper::{Pages, Stock};

use crate::{
    desk::{here, set, set_form, sheet},
    texts::slips,
};

/// Width of a reference in pixels.
const WIDTH: u32 = 300;
/// Most mean difference of a field of 10 × 10 pixels, of 255.
const MOST_DIFFERENCE: f64 = 26.0;

fn small(pages: &Pages) -> GrayImage {
    let page = image::load_from_memory(&pages.to_png(0, 100).unwrap()).unwrap();
    page.resize(WIDTH, u32::MAX, FilterType::Triangle).into_luma8()
}

fn mean(picture: &GrayImage, left: u32, top: u32) -> f64 {
    let (right, bottom) = ((left + 10).min(picture.width()), (top + 10).min(picture.height()));
    let field = (top..bottom).flat_map(|y| (left..right).map(move |x| (x, y)));
    let values: Vec<f64> = field.map(|(x, y)| f64::from(picture.get_pixel(x, y).0[0])).collect();
    values.iter().sum::<f64>() / values.len() as f64
}

#[track_caller]
fn assert_looks_like(name: &str, pages: &Pages) {
    let drawn = small(pages);
    let path = here("tests/pictures").join(format!("{name}.png"));
    if std::env::var_os("KAUNTER_PICTURES").is_some() {
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        drawn.save(&path).unwrap();
        return;
    }
    let kept = image::open(&path).unwrap().into_luma8();
    let aside = std::env::temp_dir().join(format!("kaunter-{name}.png"));
    assert_eq!(drawn.dimensions(), kept.dimensions(), "{name}");
    for top in (0..kept.height()).step_by(10) {
        for left in (0..kept.width()).step_by(10) {
            let difference = (mean(&kept, left, top) - mean(&drawn, left, top)).abs();
            if difference > MOST_DIFFERENCE {
                drawn.save(&aside).unwrap();
                panic!("{name} looks otherwise at {left}, {top} ({difference:.0}); now: {}", aside.display());
            }
        }
    }
}

#[test]
fn forms_look_as_they_did_when_somebody_looked_at_them() {
    for (id, language, layout) in [
        ("old-age-allowance", "zh-TW", true),
        ("vehicle-transfer", "ms", true),
        ("address-change", "ko", true),
        ("job-seeker-registration", "en", false),
        ("old-age-allowance", "ko", false),
    ] {
        let mut sheet = sheet(id, language);
        if !layout {
            sheet.layout = None;
        }
        assert_looks_like(&format!("{id}.{language}{}", if layout { "" } else { ".plain" }), &set_form(sheet));
    }
}

#[test]
fn slips_look_as_they_did_when_somebody_looked_at_them() {
    for (language, stock, ending, kinds) in [
        ("en", Stock::A6, "a6", ["ticket", "payment"]),
        ("ko", Stock::Roll, "roll", ["ticket", "payment"]),
        ("ms", Stock::A6, "a6", ["answer", "notice"]),
        ("zh-TW", Stock::Roll, "roll", ["appointment", "receipt"]),
    ] {
        for (name, slip) in slips(language, stock) {
            if kinds.contains(&name) {
                assert_looks_like(&format!("{name}.{language}.{ending}"), &set(slip));
            }
        }
    }
}

#[test]
fn a_picture_of_no_page_is_an_error() {
    let pages = set_form(sheet("ideas", "en"));
    for (page, dpi) in [(99, 100), (0, 10), (0, 5000)] {
        assert_eq!(pages.to_png(page, dpi).unwrap_err().code(), "paper-no-such-picture");
    }
    assert_eq!(pages.size_mm(0).map(|(width, height)| (width.round(), height.round())), Some((210.0, 297.0)));
}
