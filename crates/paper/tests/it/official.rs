//! The layouts that the sample pack brings: everything that was answered stands on them too.

use std::collections::BTreeSet;

use kaunter_paper::Layout;

use crate::desk::{LANGUAGES, assert_in_order, filled, forms, set_form, sheet, text};

#[test]
fn the_sample_pack_brings_layouts_that_leave_nothing_out() {
    let official: Vec<_> = forms().filter(|form| Layout::of(form).is_some()).collect();
    assert!(official.len() >= 3);
    for form in official {
        for language in LANGUAGES {
            let text = text(&set_form(sheet(&form.id, language)).to_pdf().unwrap());
            let filled = filled(&form.id, language);
            for section in &filled.sections {
                for answer in &section.answers {
                    assert_in_order(&text, [answer.label.citizen.as_str()]);
                    // Yes and no are ticked in boxes that show both.
                    if answer.kind != "yes-no" {
                        assert_in_order(&text, [answer.written.citizen.as_str()]);
                    }
                }
            }
            assert_in_order(&text, [filled.title.citizen.as_str(), filled.signing.declaration.citizen.as_str()]);
        }
    }
}

#[test]
fn each_of_them_is_a_style_of_its_own() {
    let used: BTreeSet<String> = forms()
        .filter_map(|form| Layout::of(form))
        .map(|layout| String::from_utf8(layout.files[&layout.path].to_vec()).unwrap())
        .collect();
    for part in ["#part(", "#pairs", "numbered(", "item-table("] {
        assert!(used.iter().any(|text| text.contains(part.trim_start_matches('#'))), "{part}");
    }
}
