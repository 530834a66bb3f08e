//! What is printed is also an archive's copy, and can be read out: tags, language, outline, fonts, no surprises.

use std::collections::BTreeSet;

use kaunter_paper::Stock;
use lopdf::{Dictionary, Document, Object};

use crate::{
    desk::{LANGUAGES, filled, forms, set, set_form, sheet},
    texts::slips,
};

/// A PDF that was opened again.
struct Opened(Document);

impl Opened {
    fn new(pdf: &[u8]) -> Self {
        Self(Document::load_mem(pdf).unwrap())
    }

    fn catalog(&self) -> &Dictionary {
        self.0.catalog().unwrap()
    }

    /// What an entry holds, wherever it lies.
    fn at<'d>(&'d self, dictionary: &'d Dictionary, key: &[u8]) -> Option<&'d Object> {
        let object = dictionary.get(key).ok()?;
        self.0.dereference(object).ok().map(|(_, object)| object)
    }

    fn metadata(&self) -> String {
        let stream = self.at(self.catalog(), b"Metadata").unwrap().as_stream().unwrap();
        let bytes = stream.decompressed_content().unwrap_or_else(|_| stream.content.clone());
        String::from_utf8(bytes).unwrap()
    }

    fn dictionaries(&self) -> impl Iterator<Item = &Dictionary> {
        self.0.objects.values().filter_map(|object| match object {
            Object::Dictionary(dictionary) => Some(dictionary),
            Object::Stream(stream) => Some(&stream.dict),
            _ => None,
        })
    }

    fn of_type(&self, kind: &[u8]) -> impl Iterator<Item = &Dictionary> {
        self.dictionaries().filter(move |dictionary| dictionary.get_type().is_ok_and(|found| found == kind))
    }

    /// Roles of the structure.
    fn roles(&self) -> BTreeSet<String> {
        let role = |element: &Dictionary| element.get(b"S").ok()?.as_name().ok().map(<[u8]>::to_vec);
        let elements = self.dictionaries().filter(|dictionary| dictionary.has(b"S") && dictionary.has(b"P"));
        elements.filter_map(role).map(|name| String::from_utf8(name).unwrap()).collect()
    }

    /// Titles of the outline, in UTF-16 or as they are.
    fn bookmarks(&self) -> usize {
        self.dictionaries().filter(|dictionary| dictionary.has(b"Title") && dictionary.has(b"Parent")).count()
    }
}

/// What holds for every sheet.
#[track_caller]
fn assert_conforms(pdf: &[u8], language: &str) -> Opened {
    let opened = Opened::new(pdf);
    let catalog = opened.catalog();
    assert!(opened.at(catalog, b"MarkInfo").unwrap().as_dict().unwrap().get(b"Marked").unwrap().as_bool().unwrap());
    let tag = String::from_utf8(catalog.get(b"Lang").unwrap().as_str().unwrap().to_vec()).unwrap();
    assert_eq!(tag.to_lowercase(), language.to_lowercase());
    let preferences = opened.at(catalog, b"ViewerPreferences").unwrap().as_dict().unwrap();
    assert!(preferences.get(b"DisplayDocTitle").unwrap().as_bool().unwrap());
    assert!(catalog.has(b"StructTreeRoot"));
    let intents = opened.at(catalog, b"OutputIntents").unwrap().as_array().unwrap();
    assert_eq!(intents.len(), 1);
    let metadata = opened.metadata();
    for said in [
        "<pdfuaid:part>1</pdfuaid:part>",
        "<pdfaid:part>2</pdfaid:part>",
        "<pdfaid:conformance>A</pdfaid:conformance>",
        "2026-11-21T10:15:00+08:00",
    ] {
        assert!(metadata.contains(said), "{said} is not in {metadata}");
    }
    let mut fonts = 0;
    for font in opened.of_type(b"FontDescriptor") {
        fonts += 1;
        let embedded = [&b"FontFile"[..], b"FontFile2", b"FontFile3"].iter().any(|key| font.has(key));
        assert!(embedded, "a font is not embedded");
        let name = font.get(b"FontName").unwrap().as_name().unwrap();
        assert_eq!(name.get(6), Some(&b'+'), "{} is not a subset", String::from_utf8_lossy(name));
    }
    assert!(fonts > 0);
    for risky in [&b"JavaScript"[..], b"Launch", b"EmbeddedFile", b"URI"] {
        let any = opened.dictionaries().any(|dictionary| {
            dictionary.has(risky)
                || dictionary.get(b"S").is_ok_and(|kind| kind.as_name().is_ok_and(|kind| kind == risky))
        });
        assert!(!any, "{}", String::from_utf8_lossy(risky));
    }
    opened
}

#[test]
fn every_form_in_every_language_is_an_archive_copy_that_can_be_read_out() {
    for form in forms() {
        for language in LANGUAGES {
            let pdf = set_form(sheet(&form.id, language)).to_pdf().unwrap();
            assert!(pdf.len() < 900_000, "{} in {language}: {} bytes", form.id, pdf.len());
            let opened = assert_conforms(&pdf, language);
            let roles = opened.roles();
            for role in ["H1", "H2", "Figure", "P"] {
                assert!(roles.contains(role), "{} has no {role}: {roles:?}", form.id);
            }
            let sections: BTreeSet<_> = filled(&form.id, language).sections.into_iter().map(|it| it.id).collect();
            assert!(opened.bookmarks() >= sections.len().min(4), "{}: {} bookmarks", form.id, opened.bookmarks());
        }
    }
}

#[test]
fn labels_are_headers_of_their_rows() {
    let mut sheet = sheet("ideas", "en");
    sheet.layout = None;
    let roles = Opened::new(&set_form(sheet).to_pdf().unwrap()).roles();
    for role in ["Table", "TR", "TH", "TD"] {
        assert!(roles.contains(role), "{roles:?}");
    }
}

#[test]
fn slips_conform_too() {
    for language in LANGUAGES {
        for stock in [Stock::A4, Stock::A6, Stock::Roll] {
            for (_, slip) in slips(language, stock) {
                assert_conforms(&set(slip).to_pdf().unwrap(), language);
            }
        }
    }
}

#[test]
fn the_same_sheet_gives_the_same_bytes_and_another_gives_others() {
    let print = |id, language| set_form(sheet(id, language)).to_pdf().unwrap();
    let first = print("vehicle-transfer", "ms");
    assert_eq!(first, print("vehicle-transfer", "ms"));
    let ids = |pdf: &[u8]| Opened::new(pdf).0.trailer.get(b"ID").unwrap().as_array().unwrap().clone();
    assert_ne!(ids(&first), ids(&print("vehicle-transfer", "en")));
}
