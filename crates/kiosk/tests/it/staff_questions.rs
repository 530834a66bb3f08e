//! What the staff ask for themselves, and no citizen can reach.

use kaunter_kiosk::act::Act;
use kaunter_kiosk::view::{Officer, OfficerPage, OfficerPlace, Outcome, Screen, StaffQuestions, View};

use crate::hall::{Hall, PIN, ask, link, pin, reply};

const QUESTION: &str = "特休";
const ANSWER: &str = "滿一年七天。";

fn questions(view: View) -> StaffQuestions {
    match view.screen {
        Screen::Officer(Officer::Open { page: OfficerPage::Questions(questions), questions: true, .. }) => *questions,
        other => panic!("not the questions: {other:?}"),
    }
}

/// What is quoted, if anything is.
fn quoted(outcome: &Outcome) -> Option<String> {
    match outcome {
        Outcome::Answer { quote } => Some([quote.before.as_str(), &quote.marked, &quote.after].concat()),
        _ => None,
    }
}

impl Hall {
    fn at_the_staffs_questions(&mut self) -> StaffQuestions {
        self.does_all([Act::OfficerGesture, pin(PIN)]);
        questions(self.does(Act::OfficerGo { page: OfficerPlace::Questions }))
    }
}

#[test]
fn the_staff_ask_their_own_pack_behind_the_pin() {
    let mut hall = Hall::new();
    let page = hall.at_the_staffs_questions();
    assert_eq!((page.pack.as_deref(), page.reply, page.missing), (Some("pier-staff 1.0"), None, None));
    let asked = questions(hall.does(ask(QUESTION))).reply.unwrap();
    assert_eq!(quoted(&asked.parts[0].outcome).as_deref(), Some(ANSWER));
    let touched = questions(hall.does(link("annual-leave"))).reply.unwrap();
    assert_eq!(quoted(&touched.parts[0].outcome).as_deref(), Some(ANSWER));
    assert!(questions(hall.does(Act::Back)).reply.is_none());
    assert_eq!(hall.tries(ask(" ")).0, "question-empty");
}

#[test]
fn a_citizen_neither_reaches_nor_finds_nor_loads_it() {
    let mut hall = Hall::new();
    hall.speaks("zh-TW");
    assert_eq!(quoted(&reply(hall.does(ask(QUESTION))).parts[0].outcome), None, "not searchable");
    assert_eq!(hall.tries(link("annual-leave")).0, "entry-gone", "not loadable by its name");
    let before = hall.counter.view().screen;
    assert_eq!(hall.does(Act::OfficerGo { page: OfficerPlace::Questions }).screen, before, "not reachable");
    hall.does(Act::OfficerGesture);
    let locked = hall.does(Act::OfficerGo { page: OfficerPlace::Questions });
    assert!(matches!(locked.screen, Screen::Officer(Officer::Locked { .. })), "not without the PIN");
}

#[test]
fn nothing_of_it_is_left_for_the_visit_behind() {
    let mut hall = Hall::new();
    hall.speaks("zh-TW");
    hall.at_the_staffs_questions();
    hall.does(ask(QUESTION));
    let view = hall.does(Act::OfficerClose);
    let shown = serde_json::to_string(&view).unwrap();
    assert!(!shown.contains(ANSWER) && !shown.contains(QUESTION), "{shown}");
    // A follow-up is understood from the citizen's own last answer, never from the staff's.
    assert_eq!(quoted(&reply(hall.does(ask("那要多少錢"))).parts[0].outcome), None);
    hall.at_the_staffs_questions();
    assert!(questions(hall.counter.view()).reply.is_none(), "nor for who signs in next");
}
