//! Every sample form in every language, as it prints, against what somebody has looked at: each page as a coarse picture,
//! the whole as text.
//!
//! One file for each language. `KAUNTER_PICTURES=new cargo nextest run … references` writes them anew; what changed is then
//! to be looked at with `kaunter paper render`.

use std::{collections::BTreeMap, fmt::Write, fs, path::PathBuf};

use image::imageops::FilterType;
use kaunter_paper::Pages;

use crate::desk::{forms, here, set_form, sheet, text};

/// Fields of a page, across and down: each about a centimetre.
const FIELDS: (u32, u32) = (20, 28);
/// Greys of 256 to a digit: a field of text holds little ink, and a line of it more or less has to show.
const STEP: u32 = 6;
/// Most difference of a field, in digits: what rounding may do.
const MOST_DIFFERENCE: u32 = 1;

/// By `form page`, the ink on a page; by `form text`, the digest of what is read on it.
type Looks = BTreeMap<String, String>;

/// The ink on a page, a digit of sixteen for each field: `0` is white.
fn ink_of(pages: &Pages, page: usize) -> String {
    let drawn = image::load_from_memory(&pages.to_png(page, 40).unwrap()).unwrap();
    let coarse = drawn.resize_exact(FIELDS.0, FIELDS.1, FilterType::Triangle).into_luma8();
    let ink = |grey: u8| (u32::from(u8::MAX - grey) / STEP).min(15);
    coarse.pixels().map(|pixel| char::from_digit(ink(pixel.0[0]), 16).unwrap()).collect()
}

fn file(language: &str) -> PathBuf {
    here("tests/pictures").join(format!("forms.{language}.txt"))
}

fn kept(language: &str) -> Looks {
    let text = fs::read_to_string(file(language)).unwrap();
    text.lines()
        .map(|line| line.rsplit_once(' ').map(|(name, look)| (name.to_owned(), look.to_owned())).unwrap())
        .collect()
}

/// Where a page differs, as `across, down` in centimetres.
fn difference(kept: &str, drawn: &str) -> Option<(u32, u32)> {
    let digits = |ink: &str| ink.chars().map(|digit| digit.to_digit(16).unwrap()).collect::<Vec<_>>();
    let (kept, drawn) = (digits(kept), digits(drawn));
    assert_eq!(kept.len(), drawn.len());
    let differs = kept.iter().zip(&drawn).position(|(kept, drawn)| kept.abs_diff(*drawn) > MOST_DIFFERENCE)?;
    let at = u32::try_from(differs).unwrap();
    Some((at % FIELDS.0, at / FIELDS.0))
}

fn every_form_in(language: &str) {
    let mut looks = Looks::new();
    let mut aside = BTreeMap::new();
    for form in forms() {
        let pages = set_form(sheet(&form.id, language));
        let pdf = pages.to_pdf().unwrap();
        let words = text(&pdf);
        looks.insert(format!("{} text", form.id), blake3::hash(words.as_bytes()).to_hex()[..32].to_owned());
        for page in 0..pages.count() {
            looks.insert(format!("{} {}", form.id, page + 1), ink_of(&pages, page));
        }
        aside.insert(form.id.clone(), (pdf, words));
    }
    if std::env::var_os("KAUNTER_PICTURES").is_some() {
        let mut written = String::new();
        looks.iter().for_each(|(name, look)| writeln!(written, "{name} {look}").unwrap());
        return fs::write(file(language), written).unwrap();
    }
    let kept = kept(language);
    let names = |looks: &Looks| looks.keys().cloned().collect::<Vec<_>>();
    assert_eq!(names(&looks), names(&kept), "forms and pages in {language}");
    for (name, look) in &looks {
        let otherwise = match name.ends_with(" text") {
            true => (*look != kept[name]).then(|| "reads otherwise".to_owned()),
            false => difference(&kept[name], look).map(|(x, y)| format!("looks otherwise at {x} cm, {y} cm")),
        };
        let Some(otherwise) = otherwise else { continue };
        let (pdf, words) = &aside[name.split(' ').next().unwrap()];
        let place = std::env::temp_dir().join(format!("kaunter-{}.{language}", name.replace(' ', "-")));
        let place = |kind: &str| format!("{}.{kind}", place.display());
        fs::write(place("pdf"), pdf).unwrap();
        fs::write(place("txt"), words).unwrap();
        panic!("{name} in {language} {otherwise}; now: {}", place("pdf"));
    }
}

#[test]
fn every_form_looks_and_reads_as_it_did_in_chinese() {
    every_form_in("zh-TW");
}

#[test]
fn every_form_looks_and_reads_as_it_did_in_malay() {
    every_form_in("ms");
}

#[test]
fn every_form_looks_and_reads_as_it_did_in_korean() {
    every_form_in("ko");
}

#[test]
fn every_form_looks_and_reads_as_it_did_in_english() {
    every_form_in("en");
}
