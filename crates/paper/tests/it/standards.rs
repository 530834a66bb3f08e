//! What is printed is also an archive's copy, and can be read out: tags, language, outline, fonts, no surprises.

use std::collections::BTreeSet;

use hayro_syntax::{
    Pdf,
    object::{Dict, Name, Object, Stream, String as PdfString},
};
use kaunter_paper::Stock;

use crate::{
    desk::{LANGUAGES, filled, forms, set, set_form, sheet},
    texts::slips,
};

/// A PDF that was opened again.
struct Opened(Pdf);

impl Opened {
    fn new(pdf: &[u8]) -> Self {
        Self(Pdf::new(pdf.to_vec()).unwrap())
    }

    fn catalog(&self) -> Dict<'_> {
        self.0.xref().get(self.0.xref().root_id()).unwrap()
    }

    fn metadata(&self) -> String {
        let stream: Stream = self.catalog().get("Metadata").unwrap();
        String::from_utf8(stream.decoded().unwrap().into_owned()).unwrap()
    }

    fn dictionaries(&self) -> Vec<Dict<'_>> {
        let dictionary = |object| match object {
            Object::Dict(dictionary) => Some(dictionary),
            Object::Stream(stream) => Some(stream.dict().clone()),
            _ => None,
        };
        self.0.objects().into_iter().filter_map(dictionary).collect()
    }

    fn named(dictionary: &Dict<'_>, key: &str) -> Option<String> {
        dictionary.get::<Name>(key).map(|name| name.as_str().to_owned())
    }

    fn of_type(&self, kind: &str) -> Vec<Dict<'_>> {
        let mut all = self.dictionaries();
        all.retain(|dictionary| Self::named(dictionary, "Type").as_deref() == Some(kind));
        all
    }

    /// Roles of the structure.
    fn roles(&self) -> BTreeSet<String> {
        let elements = self.dictionaries().into_iter().filter(|dictionary| dictionary.contains_key("P"));
        elements.filter_map(|element| Self::named(&element, "S")).collect()
    }

    /// Entries of the outline.
    fn bookmarks(&self) -> usize {
        let is_entry = |dictionary: &&Dict<'_>| dictionary.contains_key("Title") && dictionary.contains_key("Parent");
        self.dictionaries().iter().filter(is_entry).count()
    }
}

/// What holds for every sheet.
#[track_caller]
fn assert_conforms(pdf: &[u8], language: &str) -> Opened {
    let opened = Opened::new(pdf);
    let catalog = opened.catalog();
    let says = |dictionary: &str, key: &str| catalog.get::<Dict>(dictionary).and_then(|inner| inner.get::<bool>(key));
    assert_eq!(says("MarkInfo", "Marked"), Some(true));
    assert_eq!(says("ViewerPreferences", "DisplayDocTitle"), Some(true));
    let tag = catalog.get::<PdfString>("Lang").unwrap();
    assert_eq!(String::from_utf8_lossy(tag.as_bytes()).to_lowercase(), language.to_lowercase());
    assert!(catalog.contains_key("StructTreeRoot") && catalog.contains_key("OutputIntents"));
    let metadata = opened.metadata();
    for said in [
        "<pdfuaid:part>1</pdfuaid:part>",
        "<pdfaid:part>2</pdfaid:part>",
        "<pdfaid:conformance>A</pdfaid:conformance>",
        "2026-11-21T10:15:00+08:00",
    ] {
        assert!(metadata.contains(said), "{said} is not in {metadata}");
    }
    let fonts = opened.of_type("FontDescriptor");
    assert!(!fonts.is_empty());
    for font in fonts {
        let embedded = ["FontFile", "FontFile2", "FontFile3"].iter().any(|key| font.contains_key(key));
        let name = Opened::named(&font, "FontName").unwrap();
        assert!(embedded, "{name} is not embedded");
        assert_eq!(name.as_bytes().get(6), Some(&b'+'), "{name} is not a subset");
    }
    for dictionary in opened.dictionaries() {
        let action = Opened::named(&dictionary, "S").unwrap_or_default();
        assert!(!["JavaScript", "Launch", "URI"].contains(&action.as_str()), "{action}");
        assert!(!dictionary.contains_key("EF") && !dictionary.contains_key("JS"));
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
    let id = |pdf: &[u8]| {
        let metadata = Opened::new(pdf).metadata();
        metadata.split("<xmpMM:DocumentID>").nth(1).unwrap().split('<').next().unwrap().to_owned()
    };
    assert_ne!(id(&first), id(&print("vehicle-transfer", "en")));
}
