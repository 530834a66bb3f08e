//! An officer puts an answer right at the counter, with the citizen in front.

use std::path::Path;

use kaunter_kiosk::act::Act;
use kaunter_kiosk::view::{
    Correction, CorrectionReason, DeskForm, DeskState, FormQuestion, Given, Officer, OfficerPage, Screen, View,
};
use kaunter_paper::{FormSheet, Sheet};
use kaunter_store::{KeyFile, verify_audit};

use crate::forms::{ENGLISH, NAME};
use crate::hall::{Hall, PIN, pin};

/// A name that stands nowhere else either.
const RIGHT: &str = "Zyzzyva Quillon";

fn page(view: View) -> OfficerPage {
    match view.screen {
        Screen::Officer(Officer::Open { page, .. }) => page,
        other => panic!("not open: {other:?}"),
    }
}

fn form(view: View) -> DeskForm {
    match page(view) {
        OfficerPage::Form(form) => *form,
        other => panic!("no form: {other:?}"),
    }
}

fn correction(view: View) -> Correction {
    match page(view) {
        OfficerPage::Correct(correction) => *correction,
        other => panic!("no correction: {other:?}"),
    }
}

fn asked(view: View) -> FormQuestion {
    *correction(view).question.expect("a question")
}

/// The office's words of every change: what it was, what it is to be.
fn changes(correction: &Correction) -> Vec<(String, String)> {
    let both = |one: &kaunter_kiosk::view::Corrected| {
        (one.before.office.as_str().to_owned(), one.after.office.as_str().to_owned())
    };
    correction.changes.iter().map(both).collect()
}

impl Hall {
    /// A form was handed in, and an officer has it open.
    fn with_a_form_open(&mut self) -> String {
        let number = self.hands_in("en", &ENGLISH);
        self.does(Act::Leave);
        self.waits(10);
        self.does_all([Act::OfficerGesture, pin(PIN), Act::OfficerFind { number: number.as_str().into() }]);
        number
    }

    /// Puts one answer right by words: what stands to be kept then.
    fn puts_right(&mut self, place: &str, words: &str) -> Correction {
        self.does(Act::OfficerCorrect { place: place.into() });
        self.gives_words(place, words);
        correction(self.does(Act::ConfirmReadBack { place: place.into() }))
    }

    fn gives_words(&mut self, place: &str, words: &str) -> FormQuestion {
        asked(self.does(Act::Give { place: place.into(), given: Given::Words(words.into()) }))
    }

    fn keeps(&mut self, why: CorrectionReason, words: &str) -> DeskForm {
        form(self.does(Act::OfficerCorrected { why, words: words.into() }))
    }
}

fn value(form: &DeskForm, place: &str) -> String {
    let mut answers = form.sections.iter().flat_map(|section| &section.answers);
    let answer = answers.find(|answer| answer.place.as_deref() == Some(place)).unwrap();
    answer.value.office.as_str().to_owned()
}

#[test]
fn a_name_that_was_misheard_is_asked_anew_read_back_and_kept_with_the_reason() {
    let mut hall = Hall::new();
    let number = hall.with_a_form_open();
    form(hall.does(Act::OfficerSignOff));
    form(hall.does(Act::OfficerHandOver));
    let question = asked(hall.does(Act::OfficerCorrect { place: "full_name".into() }));
    assert_eq!(
        (question.label.as_str(), question.given),
        ("姓名", Some(Given::Typed(NAME.into()))),
        "in the office's words"
    );
    let heard = hall.gives_words("full_name", RIGHT).read_back.unwrap();
    assert_eq!(heard.value.as_str(), RIGHT);
    let whole = correction(hall.does(Act::ConfirmReadBack { place: "full_name".into() }));
    assert!(whole.question.is_none() && whole.outstanding.is_empty());
    assert_eq!(changes(&whole), [(NAME.to_owned(), RIGHT.to_owned())]);

    let corrected = hall.keeps(CorrectionReason::Misheard, " Spelt from her card ");
    assert_eq!((corrected.line.number, value_of_name(&corrected.line.name)), (number.clone(), RIGHT));
    assert_eq!(corrected.line.corrections, 1);
    assert_eq!(corrected.line.state, DeskState::New, "what was signed off and handed over was something else");
    let rung = hall.post.done().iter().filter(|done| *done == "a letter waits").count();
    assert_eq!(rung, 2, "the form, then what corrects it");
    let again = hall.puts_right("remark", "Rings twice");
    assert_eq!(changes(&again), [(String::new(), "Rings twice".to_owned())], "against what was kept last");
    assert_eq!(hall.keeps(CorrectionReason::ChangedSince, "").line.corrections, 2);
    trail_is_whole(hall.data.path());
}

fn value_of_name(name: &Option<kaunter_kiosk::Said>) -> &str {
    name.as_ref().map(kaunter_kiosk::Said::as_str).unwrap_or_default()
}

fn trail_is_whole(data: &Path) {
    let store = kaunter_kiosk::DataFolder::new(data).store();
    let report = verify_audit(&store, &KeyFile::new(data.join("store.key"))).unwrap();
    assert_eq!(report.broken, None);
}

#[test]
fn the_paper_of_a_corrected_form_says_so_and_carries_the_corrected_one() {
    let mut hall = Hall::new();
    hall.room.is(kaunter_kiosk::view::PrinterCard::Ready { codes: Vec::new() });
    hall.with_a_form_open();
    let sheet = |hall: &Hall| match hall.room.sheets().pop() {
        Some(Sheet::Form(sheet)) => *sheet,
        other => panic!("no form: {other:?}"),
    };
    hall.does(Act::OfficerPrint);
    let first = sheet(&hall);
    hall.room.says(kaunter_kiosk::view::PaperState::Printed);
    hall.waits(1);
    hall.puts_right("full_name", RIGHT);
    hall.keeps(CorrectionReason::PaperDiffers, "Her card");
    hall.does(Act::OfficerPrint);
    let second = sheet(&hall);
    assert!(first.filled.corrections.is_empty());
    let [noted] = second.filled.corrections.as_slice() else { panic!("{:?}", second.filled.corrections) };
    assert_eq!((noted.revision, noted.reason.as_str(), noted.words.as_deref()), (1, "paper-differs", Some("Her card")));
    assert_eq!((noted.date.as_str(), noted.answers.as_slice()), ("2026-11-21", &["full_name".to_owned()][..]));
    let letter = |sheet: FormSheet| kaunter_courier::paper::read(&sheet.way_home.unwrap()).unwrap();
    let (first, second) = (letter(first), letter(second));
    assert_eq!(second.envelope.more["corrects"], first.id.to_string(), "what travels is the corrected form");
}

#[test]
fn the_forms_own_rules_hold_at_the_counter_too() {
    let mut hall = Hall::new();
    hall.with_a_form_open();
    hall.does(Act::OfficerCorrect { place: "birth".into() });
    let young = hall.gives_words("birth", "2020-01-01");
    assert!(young.read_back.is_none() && !young.faults.is_empty(), "{young:?}");
    hall.does(Act::Back);
    hall.does(Act::Back);
    let back = correction(hall.counter.view());
    assert!(back.question.is_none() && back.changes.is_empty(), "gone back from: {back:?}");
    let kept = page(hall.does(Act::OfficerCorrected { why: CorrectionReason::Misstated, words: "".into() }));
    assert!(matches!(kept, OfficerPage::Correct(_)), "there is nothing to keep");
}

#[test]
fn what_an_answer_opens_is_asked_and_what_it_closes_goes() {
    let mut hall = Hall::new();
    hall.with_a_form_open();
    hall.does(Act::OfficerCorrect { place: "lives_alone".into() });
    let one = |code: &str| Given::One(code.into());
    let whole = correction(hall.does(Act::Give { place: "lives_alone".into(), given: one("yes") }));
    let gone: Vec<_> =
        whole.changes.iter().map(|one| (one.place.as_str(), one.after.office.as_str().is_empty())).collect();
    assert_eq!(gone, [("lives_alone", false), ("income/0", true), ("member_name/0", true)]);
    let form = hall.keeps(CorrectionReason::Misstated, "");
    assert!(form.sections.iter().all(|section| section.item.is_none()));

    hall.does(Act::OfficerCorrect { place: "lives_alone".into() });
    let next = asked(hall.does(Act::Give { place: "lives_alone".into(), given: one("no") }));
    assert_eq!(next.place, "member_name/0", "who lives there is asked now");
}

#[test]
fn a_correction_that_is_left_changes_nothing_and_a_void_form_is_not_corrected() {
    let mut hall = Hall::new();
    let number = hall.with_a_form_open();
    hall.puts_right("full_name", RIGHT);
    let left = form(hall.does(Act::OfficerFind { number: number.as_str().into() }));
    assert_eq!((value(&left, "full_name").as_str(), left.line.corrections), (NAME, 0));
    let stays = form(hall.does(Act::OfficerCorrect { place: "no_such_place".into() }));
    assert_eq!(stays.line.number, number);
    hall.does(Act::OfficerVoid { why: kaunter_kiosk::view::VoidReason::Mistaken });
    assert_eq!(hall.tries(Act::OfficerCorrect { place: "full_name".into() }).0, "form-void");
}

#[test]
fn a_correction_begun_too_late_finds_the_answers_gone() {
    let mut hall = Hall::new();
    let number = hall.with_a_form_open();
    hall.does(Act::OfficerClose);
    hall.waits(31 * 60);
    hall.does_all([Act::OfficerGesture, pin(PIN), Act::OfficerFind { number: number.as_str().into() }]);
    assert_eq!(hall.tries(Act::OfficerCorrect { place: "full_name".into() }).0, "print-window-closed");
}

#[test]
fn somebody_who_compares_a_card_has_time_and_a_form_that_can_no_longer_be_read_is_still_handed_over() {
    let mut hall = Hall::new();
    hall.with_a_form_open();
    hall.does(Act::OfficerCorrect { place: "full_name".into() });
    hall.waits(100);
    correction(hall.counter.view());
    for _ in 0..31 {
        hall.does(Act::ChangeAnswer { place: "birth".into() });
        hall.waits(60);
    }
    assert_eq!(form(hall.counter.view()).sections, [], "its time is over");
    assert_ne!(form(hall.does(Act::OfficerHandOver)).line.state, DeskState::New);
}
