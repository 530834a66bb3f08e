//! Layouts of packs are written by strangers: they see their own folder and our library, and come to an end.

use kaunter_paper::{FormSheet, FormState, Layout, Pages, PaperError, Sheet};

use crate::desk::{assert_in_order, filled, form, text, try_set};

fn with(layout: &str) -> Result<Pages, PaperError> {
    let mut sheet = FormSheet::new(filled("ideas", "en"), form("ideas"), None, FormState::Draft);
    let files = [
        ("forms/ideas/paper.typ", layout),
        ("forms/ideas/form.toml", "id = \"ideas\""),
        ("forms/ideas/en.ftl", "form-title = Ideas"),
    ];
    let files = files.map(|(path, text)| (path.to_owned(), text.as_bytes().into())).into();
    sheet.layout = Some(Layout { path: "forms/ideas/paper.typ".to_owned(), files });
    try_set(Sheet::Form(Box::new(sheet)))
}

#[test]
fn a_layout_that_does_not_end_is_an_error() {
    for endless in [
        "#for a in range(30000) { for b in range(30000) { let c = a + b } }",
        "#let n = 1\n#while n < 8 { n = calc.rem(n + 1, 7); for x in range(9000) { let y = x } }",
        "#range(200000).map(x => x * x).sum()",
        "#for a in range(200000) [#pagebreak()]",
        "#{ let loop(a) = for b in range(100) { for c in range(100) { for d in range(100) { a += 1 } } }; loop(0) }",
    ] {
        let error = with(endless).unwrap_err();
        assert_eq!(error.code(), "paper-layout-endless", "{endless}: {error}");
    }
}

#[test]
fn a_layout_that_reaches_out_is_an_error() {
    for (reaching, said) in [
        ("#read(\"/etc/passwd\")", "not found"),
        ("#read(\"../../../../etc/passwd\")", ""),
        ("#read(\"../ideas2/form.toml\")", "not found"),
        ("#import \"@preview/cetz:0.2.0\": *", ""),
        ("#image(\"/home/picture.png\", alt: \"a\")", "not found"),
        ("#read(\"/forms/old-age-allowance/example.json\")", "not found"),
        ("#datetime.today().display()", ""),
    ] {
        let error = with(reaching).unwrap_err();
        let PaperError::LayoutBroken { file, line, reason } = &error else { panic!("{reaching}: {error}") };
        assert_eq!((file.as_str(), *line), ("forms/ideas/paper.typ", Some(1)), "{reaching}");
        assert!(reason.contains(said), "{reaching}: {reason}");
    }
    with("#raw(read(\"form.toml\"))").unwrap();
    with("#raw(read(\"/forms/ideas/en.ftl\"))").unwrap();
}

#[test]
fn a_fault_names_its_file_and_line() {
    for (layout, line, said) in [
        ("#import \"/kaunter.typ\": *\n\n#letterhead(\n", 3, "unclosed"),
        ("#import \"/kaunter.typ\": *\n#for a in (1, 2) {\n  nothing()\n}", 3, "unknown variable"),
        ("#import \"/kaunter.typ\": *\n\n\n#value-of(answer(\"ful_name\"))", 4, "the form has no “ful_name”"),
        ("#import \"/kaunter.typ\": *\n#items(\"memberz\").len()", 2, "the form has no “memberz”"),
        ("#import \"/kaunter.typ\": *\n\n#section-name(\"applicantt\").citizen", 3, "the form has no “applicantt”"),
        ("#import \"/kaunter.typ\": *\n#pairs(\n  (\"phonee\",),\n)", 2, "the form has no “phonee”"),
    ] {
        let error = with(layout).unwrap_err();
        let PaperError::LayoutBroken { reason, line: found, .. } = &error else { panic!("{layout}: {error}") };
        assert!(reason.contains(said), "{reason}");
        assert_eq!(*found, Some(line), "{reason}");
    }
}

#[test]
fn more_pages_than_a_form_may_have_are_refused() {
    let error = with("#for a in range(80) [a #pagebreak()]").unwrap_err();
    assert_eq!(error.code(), "paper-too-many-pages");
    assert!(error.to_string().contains("64 is the most"));
}

#[test]
fn what_archives_and_screen_readers_need_cannot_be_left_out() {
    let svg =
        "#image(bytes(\"<svg xmlns='http://www.w3.org/2000/svg' width='4' height='4'><path d='M0 0h4v4z'/></svg>\"))";
    let error = with(svg).unwrap().to_pdf().unwrap_err();
    assert_eq!(error.code(), "paper-not-conforming");
}

#[test]
fn a_layout_cannot_take_the_state_away() {
    let text = text(&with("= Idea\n#v(4cm)").unwrap().to_pdf().unwrap());
    assert_in_order(&text, ["Idea", "DRAFT", "Page 1 of 1"]);
}

#[test]
fn the_worked_example_of_the_handbook_prints() {
    let handbook = std::fs::read_to_string(crate::desk::here("../../docs/paper.md")).unwrap();
    let example = handbook.split("```typst\n").nth(1).unwrap().split("```").next().unwrap();
    let mut sheet = crate::desk::sheet("old-age-allowance", "ms");
    let path = "forms/old-age-allowance/paper.typ".to_owned();
    sheet.layout = Some(Layout { files: [(path.clone(), example.as_bytes().into())].into(), path });
    let text = text(&try_set(Sheet::Form(Box::new(sheet))).unwrap().to_pdf().unwrap());
    assert_in_order(&text, ["陳秀英", "林文雄"]);
}
