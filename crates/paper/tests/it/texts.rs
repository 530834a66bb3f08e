//! Everything that was asked and answered stands on the paper, in order, in both languages.

use kaunter_forms::Bilingual;
use kaunter_paper::{
    AnswerSlip, AppointmentRequest, EmergencyNotice, FormSheet, FormState, Line, PaymentSlip, QueueTicket, Sheet,
    StatusSlip, Stock, VisitReceipt,
};

use crate::desk::{LANGUAGES, assert_in_order, both, filled, form, forms, languages, set, set_form, sheet, text};

/// Labels and answers as they follow each other on the default layout; tables of items read by rows.
fn words(filled: &kaunter_forms::Filled) -> Vec<&str> {
    let said = |words: &'static str| words;
    let mut all = vec![filled.title.citizen.as_str()];
    for section in filled.sections.iter().filter(|section| section.item.is_none()) {
        all.push(&section.title.citizen);
        for answer in &section.answers {
            all.push(&answer.label.citizen);
            all.push(if answer.written.citizen.is_empty() { said("") } else { &answer.written.citizen });
        }
    }
    all
}

#[test]
fn every_sample_form_in_every_language_says_all_of_it_in_order() {
    for form in forms() {
        for language in LANGUAGES {
            let mut sheet = sheet(&form.id, language);
            sheet.layout = None;
            let text = text(&set_form(sheet).to_pdf().unwrap());
            let filled = filled(&form.id, language);
            assert_in_order(&text, words(&filled));
            for section in &filled.sections {
                for answer in &section.answers {
                    for written in [&answer.written.citizen, &answer.written.office] {
                        assert_in_order(&text, [written.as_str()]);
                    }
                }
            }
            let documents = filled.documents.iter().map(|document| document.title.citizen.as_str());
            assert_in_order(&text, documents.chain([filled.signing.declaration.citizen.as_str()]));
        }
    }
}

#[test]
fn a_picture_that_is_brought_has_its_box_to_tick() {
    let id = "driving-licence-renewal";
    let mut sheet = sheet(id, "en");
    sheet.layout = None;
    for answer in sheet.filled.sections.iter_mut().flat_map(|section| &mut section.answers) {
        if answer.kind == "picture" {
            answer.value = serde_json::Value::Null;
        }
    }
    let text = text(&set_form(sheet).to_pdf().unwrap());
    assert_in_order(&text, ["Photograph", "to be handed in at the counter", "於櫃台繳交", "Signature for the licence"]);
}

#[test]
fn the_true_state_stands_on_every_page_with_what_it_means() {
    for (state, word, meaning) in [
        (FormState::Draft, "DRAFT", "It has no effect until you finish it"),
        (FormState::Queued, "QUEUED HERE", "The agency does not have it yet"),
        (FormState::Accepted, "ACCEPTED", "The agency has received your form"),
    ] {
        for layout in [true, false] {
            let number = (state != FormState::Draft).then(|| "4821-0975".to_owned());
            let mut sheet = FormSheet::new(filled("old-age-allowance", "en"), form("old-age-allowance"), number, state);
            if !layout {
                sheet.layout = None;
            }
            let pages = set_form(sheet);
            let text = text(&pages.to_pdf().unwrap());
            assert_in_order(&text, [word, meaning]);
            let word = crate::desk::squeezed(word);
            assert!(text.matches(&word).count() > pages.count(), "{word} is not at the foot of every page");
        }
    }
}

#[test]
fn a_reprint_says_so() {
    let mut sheet = sheet("ideas", "ms");
    assert!(!text(&set_form(sheet.clone()).to_pdf().unwrap()).contains("Cetakansemula"));
    sheet.again = true;
    assert_in_order(&text(&set_form(sheet).to_pdf().unwrap()), ["Cetakan semula"]);
}

#[test]
fn where_citizen_and_office_speak_alike_everything_is_said_once() {
    let text = text(&set_form(sheet("address-change", "zh-TW")).to_pdf().unwrap());
    let filled = filled("address-change", "zh-TW");
    let declaration = crate::desk::squeezed(&filled.signing.declaration.citizen);
    assert_eq!(text.matches(&declaration).count(), 1);
}

fn line(label: &str, text: &str) -> Line {
    Line { label: both(label, "標籤"), text: both(text, "內容") }
}

pub fn slips(language: &str, stock: Stock) -> Vec<(&'static str, Sheet)> {
    let languages = languages(language);
    let (en, zh): (fn(&str) -> Bilingual, _) = (|words| both(words, "辦公語言"), "辦公語言");
    let _ = zh;
    vec![
        (
            "answer",
            Sheet::Answer(AnswerSlip {
                languages: languages.clone(),
                stock,
                question: Some("How much is the allowance?".into()),
                quotation: "The allowance is 620 dollars a month.\nIt is paid on the 10th.".into(),
                source: "Allowances for old age".into(),
                section: Some("3 Amounts".into()),
                version: "1 October 2026".into(),
            }),
        ),
        (
            "payment",
            Sheet::Payment(PaymentSlip {
                languages: languages.clone(),
                stock,
                purpose: en("Transfer of a vehicle"),
                amount: both("NT$35", "新臺幣35元"),
                reference: "HC-2026-004821".into(),
                due: Some(en("5 December 2026")),
                place: en("Cash desk, counter 9"),
                items: vec![line("Transfer fee", "NT$35")],
            }),
        ),
        (
            "ticket",
            Sheet::Ticket(QueueTicket {
                languages: languages.clone(),
                stock,
                number: "B 047".into(),
                service: en("Allowances"),
                counter: Some(en("Counters 4 to 6")),
                drawn: en("10:15"),
                before: Some(3),
            }),
        ),
        (
            "appointment",
            Sheet::Appointment(AppointmentRequest {
                languages: languages.clone(),
                stock,
                purpose: en("Support for low income"),
                number: "4821-0975".into(),
                wishes: vec![line("Service", "Low-income support"), line("Preferred day", "Thursday morning")],
                answered_by: en("By telephone, within two working days"),
            }),
        ),
        (
            "notice",
            Sheet::Notice(EmergencyNotice {
                languages: languages.clone(),
                stock,
                title: "Boil drinking water".into(),
                body: "Boil tap water for one minute.\nDo not use ice from the harbour.".into(),
                from: "21 November 2026, 08:00".into(),
                until: Some("23 November 2026".into()),
                source: "Harbour City Waterworks".into(),
            }),
        ),
        (
            "status",
            Sheet::Status(StatusSlip {
                languages: languages.clone(),
                stock,
                number: "HC 2026/0417".into(),
                status: "Approved: your card lies at the counter".into(),
                since: Some(en("19 November 2026")),
                next: Some("Bring your old card.".into()),
                as_of: Some(en("21 November 2026, 08:30")),
                source: en("Harbour City"),
            }),
        ),
        (
            "receipt",
            Sheet::Receipt(VisitReceipt {
                languages,
                stock,
                ended: en("21 November 2026, 10:15"),
                done: vec![line("Form 4821-0975", "Queued here"), line("Queue number", "B 047")],
                next: vec!["Bring your residence card.".into(), "Wait for a letter within 14 days.".into()],
            }),
        ),
    ]
}

#[test]
fn every_slip_says_its_one_thing_and_its_small_print_on_every_paper() {
    for stock in [Stock::A4, Stock::A6, Stock::Roll] {
        for (name, sheet) in slips("en", stock) {
            let pages = set(sheet);
            assert_eq!(pages.count(), 1, "{name} {stock:?}");
            let expected: &[&str] = match name {
                "answer" => &["How much", "620 dollars", "Allowances for old age", "3 Amounts", "1 October 2026"],
                "payment" => &["Transfer of a vehicle", "NT$35", "5 December", "HC-2026-004821", "not a receipt"],
                "ticket" => &["B 047", "Counters 4 to 6", "10:15", "until your number is called"],
                "appointment" => &["This is a request", "Thursday morning", "4821-0975"],
                "notice" => &["Boil drinking water", "one minute", "23 November", "Waterworks"],
                "status" => &[
                    "Approved",
                    "HC 2026/0417",
                    "19 November",
                    "your old card",
                    "21 November 2026, 08:30",
                    "Harbour City",
                    "may have gone further",
                ],
                _ => &["Form 4821-0975", "Queued here", "residence card", "Nothing of what you wrote"],
            };
            assert_in_order(&text(&pages.to_pdf().unwrap()), expected.iter().copied());
        }
    }
    for language in LANGUAGES {
        for (_, sheet) in slips(language, Stock::A6) {
            assert_eq!(set(sheet).count(), 1, "{language}");
        }
    }
}
