//! Paper: what the citizen has printed, what the officer prints again, what a printer does in between.

use kaunter_courier::paper;
use kaunter_kiosk::act::Act;
use kaunter_kiosk::view::{Officer, OfficerPage, PaperState, PrinterCard, Proof, Screen, View};
use kaunter_paper::{FormSheet, FormState, Press, Sheet, Typecase};
use kaunter_protocol::{Counters, Language};

use crate::forms::{ENGLISH, NAME};
use crate::hall::{Hall, PIN, pin};

fn ready() -> PrinterCard {
    PrinterCard::Ready { codes: Vec::new() }
}

fn jam() -> PaperState {
    PaperState::Waiting { codes: vec!["printer-media-jam".into()] }
}

fn failed(code: &str) -> PaperState {
    PaperState::Failed { code: code.into(), detail: None }
}

fn paper(view: &View) -> Option<PaperState> {
    view.paper.as_ref().map(|paper| paper.state.clone())
}

impl Hall {
    fn with_a_printer() -> Self {
        let hall = Self::new();
        hall.room.is(ready());
        hall
    }

    /// The printer says something, and a second goes by.
    fn hears(&mut self, state: PaperState) -> View {
        self.room.says(state);
        self.waits(1);
        self.counter.view()
    }

    /// The only sheet that was ordered.
    fn last_sheet(&self) -> FormSheet {
        match self.room.sheets().pop() {
            Some(Sheet::Form(sheet)) => *sheet,
            other => panic!("no form: {other:?}"),
        }
    }

    /// The officer opens the form that is called so: how often it was printed, and its paper's state.
    fn at_the_counter(&mut self, number: &str) -> (u32, Option<PaperState>) {
        self.does_all([Act::OfficerGesture, pin(PIN)]);
        at_desk(self.does(Act::OfficerFind { number: number.into() }))
    }
}

fn at_desk(view: View) -> (u32, Option<PaperState>) {
    match view.screen {
        Screen::Officer(Officer::Open { page: OfficerPage::Form(form), .. }) => {
            (form.line.prints, form.line.paper.map(|paper| paper.state))
        }
        other => panic!("no form: {other:?}"),
    }
}

#[test]
fn the_form_that_was_handed_in_is_printed_and_counts_when_the_printer_has_said_so() {
    let mut hall = Hall::with_a_printer();
    let number = hall.hands_in("en", &ENGLISH);
    assert_eq!(paper(&hall.counter.view()), None, "nothing is printed unasked");
    assert_eq!(paper(&hall.does(Act::PrintForm)), Some(PaperState::Sending));
    let sheet = hall.last_sheet();
    assert_eq!((sheet.number.as_deref(), sheet.state, sheet.again), (Some(number.as_str()), FormState::Queued, false));
    let letter = paper::read(&sheet.way_home.unwrap()).unwrap();
    assert_eq!(letter.envelope.number, number, "the form travels on the paper too, with its name");
    assert_eq!(hall.tries(Act::PrintForm).0, "paper-under-way");
    assert_eq!(paper(&hall.hears(PaperState::Printing)), Some(PaperState::Printing));
    assert_eq!(paper(&hall.hears(jam())), Some(jam()));
    assert_eq!(hall.at_the_counter(&number), (0, Some(jam())), "the officer sees the jam, and nothing counts yet");
    hall.does(Act::OfficerClose);
    assert_eq!(paper(&hall.hears(PaperState::Printed)), Some(PaperState::Printed));
    assert_eq!(hall.at_the_counter(&number).0, 1);
}

#[test]
fn a_paper_that_failed_is_printed_again_by_a_person_and_the_second_says_that_it_is_one() {
    let mut hall = Hall::with_a_printer();
    let number = hall.hands_in("en", &ENGLISH);
    hall.does(Act::PrintForm);
    hall.hears(failed("printer-job-aborted"));
    assert_eq!(hall.room.sheets().len(), 1, "nothing is sent again by itself");
    assert_eq!(hall.at_the_counter(&number), (0, Some(failed("printer-job-aborted"))));
    assert_eq!(at_desk(hall.does(Act::OfficerPrint)), (0, Some(PaperState::Sending)));
    assert!(!hall.last_sheet().again, "the first never came out");
    hall.hears(PaperState::Printed);
    assert_eq!(at_desk(hall.does(Act::OfficerPrint)), (1, Some(PaperState::Sending)));
    assert!(hall.last_sheet().again);
    hall.hears(PaperState::Printed);
    assert_eq!(at_desk(hall.counter.view()).0, 2);
}

#[test]
fn the_agency_hears_how_many_papers_came_out_and_how_many_did_not() {
    let mut hall = Hall::with_a_printer();
    hall.hands_in("en", &ENGLISH);
    hall.does(Act::PrintForm);
    let counted = |hall: &Hall| {
        let Counters { printed, print_failures, .. } = hall.post.counted(Language::En);
        (printed, print_failures)
    };
    hall.hears(PaperState::Printing);
    hall.hears(jam());
    assert_eq!(counted(&hall), (0, 0), "it is still on its way");
    hall.hears(failed("printer-job-aborted"));
    assert_eq!(counted(&hall), (0, 1));
    hall.hears(failed("printer-job-aborted"));
    assert_eq!(counted(&hall), (0, 1), "once, however often it is said");
    hall.does(Act::PrintForm);
    hall.hears(PaperState::Printed);
    assert_eq!(counted(&hall), (1, 1));
}

#[test]
fn after_a_power_cut_a_paper_is_asked_after_and_not_sent_again() {
    let mut hall = Hall::with_a_printer();
    let number = hall.hands_in("en", &ENGLISH);
    hall.does(Act::PrintForm);
    hall.hears(PaperState::Printing);
    hall.restarts();
    assert_eq!((hall.room.sheets().len(), hall.room.taken_up().len()), (1, 1));
    hall.hears(PaperState::Unknown { code: "printer-job-forgotten".into() });
    let unknown = PaperState::Unknown { code: "printer-job-forgotten".into() };
    assert_eq!(hall.at_the_counter(&number), (0, Some(unknown)), "a person has to look");
    assert_eq!((hall.room.sheets().len(), hall.room.forgotten()), (1, 0));
    hall.does(Act::OfficerPrint);
    assert!(hall.last_sheet().again, "the one before may lie in somebody's hand");
    assert_eq!(hall.room.forgotten(), 1, "the store knows that the one before was given up");
}

#[test]
fn a_paper_that_is_given_up_is_stopped_and_never_counts() {
    let mut hall = Hall::with_a_printer();
    let number = hall.hands_in("en", &ENGLISH);
    let job = hall.does(Act::PrintForm).paper.unwrap().job;
    hall.at_the_counter(&number);
    assert_eq!(at_desk(hall.does(Act::OfficerGiveUpPaper { job })), (0, None));
    assert_eq!(hall.room.stopped(), 1);
    hall.hears(PaperState::Printed);
    assert_eq!(at_desk(hall.counter.view()), (0, None));
    hall.restarts();
    assert_eq!(hall.room.taken_up().len(), 0, "nobody asks after it any more");
}

#[test]
fn a_character_that_no_font_has_is_named_and_nothing_is_printed_without_it() {
    let mut hall = Hall::with_a_printer();
    hall.hands_in("en", &ENGLISH);
    hall.does(Act::PrintForm);
    let named = PaperState::Failed { code: "paper-glyph-missing".into(), detail: Some("𰻝".into()) };
    let view = hall.hears(named.clone());
    assert_eq!(paper(&view), Some(named), "the screen stays, and says why");
    let called: Vec<_> = hall.counter.calls().map(|call| Some(call.ticket.clone())).collect();
    assert_eq!(called, [view.call], "a person comes, though nobody touched anything");
}

#[test]
fn before_a_form_is_handed_in_it_is_seen_as_it_will_be_printed() {
    let mut hall = Hall::with_a_printer();
    let press = Press::new(Typecase::of_system().unwrap());
    hall.completes("en", &ENGLISH);
    let proof = |view: View| match view.screen {
        Screen::FormProof { proof, .. } => proof,
        other => panic!("{other:?}"),
    };
    assert_eq!(proof(hall.does(Act::ProofForm)), Proof::Setting);
    let (ordered, sheet) = hall.room.draws(&press);
    assert_eq!((ordered, sheet.state, sheet.number), (1, FormState::Draft, None), "it does not say more than is true");
    hall.waits(1);
    let Proof::Drawn { pages } = proof(hall.counter.view()) else { panic!("it was drawn") };
    assert!(pages.iter().all(|page| page.as_str().starts_with("iVBORw0KGgo")), "pictures");
    // In another language it is another paper.
    assert_eq!(proof(hall.does(Act::ChooseLanguage { language: "ko".into() })), Proof::Setting);
    assert_eq!(hall.room.draws(&press).1.filled.language, "ko");
    assert!(matches!(hall.does(Act::Back).screen, Screen::FormReview(_)));
    assert!(matches!(hall.does(Act::FinishForm).screen, Screen::FormFinished(_)));
    assert_eq!(hall.room.sheets().len(), 0, "nothing was printed");
}

#[test]
fn a_form_that_lacks_an_answer_is_not_drawn_and_nothing_of_a_proof_outlives_its_visit() {
    let mut hall = Hall::with_a_printer();
    hall.starts("en", "grant");
    assert!(matches!(hall.does(Act::ProofForm).screen, Screen::FormQuestion(_)));
    hall.does(Act::Leave);
    hall.waits(30);
    hall.completes("en", &ENGLISH);
    hall.does(Act::ProofForm);
    let lost = serde_json::to_string(&hall.counter.screen_lost()).unwrap();
    assert!(lost.contains("form-interrupted") && !lost.contains(NAME), "{lost}");
    assert!(matches!(hall.does(Act::ContinueForm).screen, Screen::FormReview(_)));
}

#[test]
fn without_a_printer_the_form_is_handed_over_by_its_number() {
    let mut hall = Hall::new();
    assert_eq!(hall.speaks("en").printer, PrinterCard::None, "which is said before a form is begun");
    let number = hall.hands_in("en", &ENGLISH);
    assert_eq!(hall.tries(Act::PrintForm).0, "printer-none");
    assert_eq!(hall.at_the_counter(&number), (0, None));
}

#[test]
fn no_paper_shows_on_the_next_visitors_screen() {
    let mut hall = Hall::with_a_printer();
    let number = hall.hands_in("en", &ENGLISH);
    hall.does(Act::PrintForm);
    let farewell = hall.does(Act::Leave);
    hall.waits(10);
    let next = hall.hears(PaperState::Printing);
    for view in [&farewell, &next, &hall.speaks("ko")] {
        let shown = serde_json::to_string(view).unwrap();
        assert!(!shown.contains(&number) && !shown.contains(NAME) && view.paper.is_none(), "{shown}");
    }
}
