//! At the counter: the day's forms, calls, paused visits, the staff.

use kaunter_kiosk::Said;
use kaunter_kiosk::act::Act;
use kaunter_kiosk::view::{
    DeskForm, DeskLine, DeskState, Officer, OfficerPage, OfficerPlace, Screen, StaffCard, StaffRole, View, VoidReason,
};

use crate::forms::{ENGLISH, NAME};
use crate::hall::{Hall, PIN, pin};
use crate::visit::name;

/// The officer's side that is open, and its page.
fn open(view: View) -> (Option<String>, OfficerPage) {
    match view.screen {
        Screen::Officer(Officer::Open { who, page, .. }) => (who, page),
        other => panic!("not open: {other:?}"),
    }
}

fn desk(view: View) -> Vec<DeskLine> {
    match open(view).1 {
        OfficerPage::Desk { forms, .. } => forms,
        other => panic!("not the desk: {other:?}"),
    }
}

fn form(view: View) -> DeskForm {
    match open(view).1 {
        OfficerPage::Form(form) => *form,
        other => panic!("no form: {other:?}"),
    }
}

fn staff(view: View) -> Vec<StaffCard> {
    match open(view).1 {
        OfficerPage::Staff { members } => members,
        other => panic!("not the staff: {other:?}"),
    }
}

impl Hall {
    /// Somebody has handed a form in and gone.
    fn has_a_form_handed_in(&mut self, language: &str) -> String {
        let number = self.hands_in(language, &ENGLISH);
        self.does(Act::Leave);
        self.waits(10);
        number
    }

    fn signs_in(&mut self, with: &str) -> View {
        self.does_all([Act::OfficerGesture, pin(with)])
    }

    fn takes_on(&mut self, name: &str, role: StaffRole, pin: &str) -> View {
        self.does(Act::OfficerTakeOn { name: name.into(), role, pin: pin.into() })
    }
}

fn find(number: &str) -> Act {
    Act::OfficerFind { number: number.into() }
}

#[test]
fn the_days_forms_stand_in_a_list_and_one_is_opened_by_its_number() {
    let mut hall = Hall::new();
    let number = hall.has_a_form_handed_in("en");
    let forms = desk(hall.signs_in(PIN));
    assert_eq!(forms.len(), 1);
    let line = &forms[0];
    assert_eq!((line.number.as_str(), line.language.as_str(), &line.state), (number.as_str(), "en", &DeskState::New));
    assert_eq!(line.name.as_ref().map(Said::as_str), Some(NAME));
    assert_eq!(line.finished, "2026-11-21T09:00:00+08:00");
    assert!(line.readable_until.is_some());

    // As somebody types it who reads it off a paper, or a scanner.
    let form = form(hall.does(find(&format!(" {} ", number.to_lowercase().replace('-', "")))));
    assert!(form.summary.is_some_and(|summary| !summary.as_str().is_empty()));
    let named =
        form.sections.iter().flat_map(|section| &section.answers).find(|answer| answer.value.office.as_str() == NAME);
    let label = &named.unwrap().label;
    assert_eq!((label.citizen.as_str(), label.office.as_str()), ("Full name", "姓名"));
    let (code, _) = hall.tries(find("0000-0000"));
    assert_eq!(code, "form-gone");
}

#[test]
fn a_form_is_checked_handed_over_and_one_that_was_a_mistake_voided() {
    let mut hall = Hall::new();
    let first = hall.has_a_form_handed_in("en");
    let second = hall.has_a_form_handed_in("en");
    hall.signs_in(PIN);
    hall.takes_on("美玲", StaffRole::Officer, "1357");
    hall.does(Act::OfficerClose);
    assert_eq!(open(hall.signs_in("1357")).0.as_deref(), Some("美玲"));
    hall.does(find(&first));
    let at = "2026-11-21T09:00:20+08:00".to_owned();
    let by = Some("美玲".to_owned());
    let checked = form(hall.does(Act::OfficerSignOff));
    assert_eq!(checked.line.state, DeskState::SignedOff { at: at.clone(), by: by.clone() });
    let given = form(hall.does(Act::OfficerHandOver));
    assert_eq!(given.line.state, DeskState::HandedOver { at: at.clone(), by: by.clone() });
    hall.does(find(&second));
    let voided = form(hall.does(Act::OfficerVoid { why: VoidReason::Mistaken }));
    assert_eq!(voided.line.state, DeskState::Void { why: VoidReason::Mistaken, at: Some(at), by });
    assert_eq!(hall.tries(Act::OfficerSignOff).0, "form-void");
    let device = hall.does(Act::OfficerGo { page: OfficerPlace::Device });
    let OfficerPage::Device(device) = open(device).1 else { panic!() };
    assert_eq!(device.outbox, 1, "what was voided is not sent");
}

#[test]
fn when_the_time_for_printing_is_over_a_form_is_known_by_its_number_alone() {
    let mut hall = Hall::new();
    let number = hall.has_a_form_handed_in("en");
    hall.waits(31 * 60);
    let line = desk(hall.signs_in(PIN)).remove(0);
    assert_eq!((line.name, line.readable_until), (None, None));
    let form = form(hall.does(find(&number)));
    assert!(form.summary.is_none() && form.sections.is_empty());
}

#[test]
fn nothing_of_a_citizen_is_left_when_the_officer_steps_back() {
    let mut hall = Hall::new();
    let number = hall.has_a_form_handed_in("en");
    hall.signs_in(PIN);
    hall.does(find(&number));
    let view = hall.does(Act::OfficerClose);
    assert_eq!(name(&view.screen), "attract");
    let locked = hall.does(Act::OfficerGesture);
    for view in [&view, &locked] {
        let shown = serde_json::to_string(view).unwrap();
        assert!(!shown.contains(NAME) && !shown.contains(&number), "{shown}");
    }
    hall.does(Act::OfficerClose);
    hall.signs_in(PIN);
    hall.does(find(&number));
    assert_eq!(name(&hall.waits(60).last().unwrap().screen), "attract", "one that is forgotten closes itself");
}

#[test]
fn each_does_what_their_role_allows() {
    let mut hall = Hall::new();
    hall.signs_in(PIN);
    hall.takes_on("Ali", StaffRole::Officer, "1111");
    let people = hall.takes_on("Sarah", StaffRole::Admin, "2222");
    assert!(matches!(open(people).1, OfficerPage::Desk { .. }));
    let members = staff(hall.does(Act::OfficerGo { page: OfficerPlace::Staff }));
    let names: Vec<_> = members.iter().map(|member| (member.name.as_str(), member.role)).collect();
    assert_eq!(names, [("Ali", StaffRole::Officer), ("Sarah", StaffRole::Admin)]);
    let (ali, sarah) = (members[0].id, members[1].id);
    for (refused, code) in [
        (Act::OfficerTakeOn { name: "Kim".into(), role: StaffRole::Officer, pin: "1111".into() }, "pin-taken"),
        (Act::OfficerTakeOn { name: "Kim".into(), role: StaffRole::Officer, pin: PIN.into() }, "pin-taken"),
        (Act::OfficerTakeOn { name: "Kim".into(), role: StaffRole::Officer, pin: "12".into() }, "pin-not-digits"),
        (Act::OfficerTakeOn { name: " ".into(), role: StaffRole::Officer, pin: "3333".into() }, "name-empty"),
        (Act::OfficerLetGo { member: 99 }, "staff-gone"),
    ] {
        assert_eq!(hall.tries(refused).0, code);
    }
    hall.does(Act::OfficerClose);

    hall.signs_in("1111");
    for act in [
        Act::OfficerGo { page: OfficerPlace::Staff },
        Act::OfficerTakeOn { name: "Kim".into(), role: StaffRole::Officer, pin: "3333".into() },
        Act::OfficerLetGo { member: sarah },
        Act::OfficerChangePin { member: sarah, pin: "3333".into() },
        Act::OfficerExit,
    ] {
        assert_eq!(hall.tries(act).0, "not-allowed");
    }
    hall.does(Act::OfficerChangePin { member: ali, pin: "4444".into() });
    hall.does(Act::OfficerClose);
    hall.does(Act::OfficerGesture);
    assert_eq!(hall.tries(pin("1111")).0, "pin-wrong");
    hall.does(Act::OfficerClose);

    hall.signs_in("2222");
    hall.does(Act::OfficerLetGo { member: ali });
    hall.does(Act::OfficerClose);
    hall.does(Act::OfficerGesture);
    assert_eq!(hall.tries(pin("4444")).0, "pin-wrong", "who left does not come in any more");
}

#[test]
fn the_staff_outlive_a_restart() {
    let mut hall = Hall::new();
    hall.signs_in(PIN);
    hall.takes_on("Ali", StaffRole::Trainer, "1111");
    hall.restarts();
    assert_eq!(open(hall.signs_in("1111")).0.as_deref(), Some("Ali"));
}

#[test]
fn who_calls_is_seen_at_the_counter_with_where_and_in_which_language() {
    let mut hall = Hall::new();
    hall.speaks("ko");
    hall.does(Act::CallPerson);
    hall.does(Act::Leave);
    hall.waits(10);
    let calls = |view: View| match view.screen {
        Screen::Officer(Officer::Open { calls, .. }) => calls,
        other => panic!("not open: {other:?}"),
    };
    let waiting = calls(hall.signs_in(PIN));
    assert_eq!(waiting.len(), 1);
    assert_eq!((waiting[0].language.as_str(), waiting[0].place.as_str()), ("ko", "home"));
    assert_eq!(waiting[0].answered, None);
    let ticket = waiting[0].ticket.clone();
    let answered = calls(hall.does(Act::OfficerAnswerCall { ticket: ticket.clone() }));
    assert_eq!(answered[0].answered.as_deref(), Some("2026-11-21T09:00:10+08:00"));
    assert_eq!(calls(hall.does(Act::OfficerCloseCall { ticket })), []);
}

#[test]
fn a_paused_form_is_taken_over_by_its_code() {
    let mut hall = Hall::new();
    hall.starts("en", "grant");
    hall.tells(NAME);
    let Screen::FormPaused { code, picture, .. } = hall.does(Act::PauseForm).screen else { panic!() };
    assert_eq!(picture.as_str(), kaunter_paper::qr_picture(code.as_str()).unwrap(), "a scanner types it");
    hall.does(Act::Leave);
    hall.waits(10);
    hall.signs_in(PIN);
    assert_eq!(hall.tries(Act::OfficerTakeOver { code: "AAAA".into() }).0, "pause-code-unknown");
    let view = hall.does(Act::OfficerTakeOver { code });
    let Screen::FormQuestion(question) = view.screen else { panic!("{:?}", view.screen) };
    assert_eq!(question.standing.answered, 1);
}
