//! Small papers to take along: an answer, a ticket, a notice, how far an application is, what happened during a visit.

use kaunter_kiosk::act::Act;
use kaunter_kiosk::post::LookedUp;
use kaunter_kiosk::view::{
    DeskSlip, FormSlipKind, Officer, OfficerPage, PaperState, PrinterCard, Screen, SlipOf, View, VoidReason,
};
use kaunter_paper::Sheet;

use crate::forms::{ENGLISH, NAME};
use crate::hall::{Hall, PIN, link, notice, pin};

impl Hall {
    fn by_a_printer() -> Self {
        let hall = Self::new();
        hall.room.is(PrinterCard::Ready { codes: Vec::new() });
        hall
    }

    fn prints(&mut self, of: SlipOf) -> View {
        self.does(Act::PrintSlip { of })
    }

    fn sheet(&self) -> Sheet {
        self.room.sheets().pop().expect("a sheet")
    }
}

fn answer(id: &str) -> SlipOf {
    SlipOf::Answer { quote: id.into() }
}

fn states(view: &View) -> Vec<(SlipOf, PaperState)> {
    view.slips.iter().map(|slip| (slip.of.clone(), slip.paper.state.clone())).collect()
}

#[test]
fn an_answer_is_taken_along_word_for_word_with_its_source_and_date() {
    let mut hall = Hall::by_a_printer();
    hall.speaks("en");
    hall.does(link("birth-register"));
    let view = hall.prints(answer("birth-register"));
    assert_eq!(states(&view), [(answer("birth-register"), PaperState::Sending)]);
    let Sheet::Answer(slip) = hall.sheet() else { panic!() };
    assert_eq!(slip.quotation, "Go to counter 2. Bring the hospital's certificate.");
    assert_eq!((slip.source.as_str(), slip.section.as_deref()), ("Registration Act", Some("Births")));
    assert_eq!(slip.version, "1 January 2026");
    assert_eq!(slip.question.as_deref(), Some("How do I register a birth?"), "the agency's words, not the visitor's");
    assert_eq!(hall.tries(Act::PrintSlip { of: answer("birth-register") }).0, "paper-under-way");

    hall.room.says(PaperState::Failed { code: "printer-job-aborted".into(), detail: None });
    hall.waits(1);
    let again = hall.prints(answer("birth-register"));
    assert_eq!(states(&again), [(answer("birth-register"), PaperState::Sending)], "one that failed is asked for again");
    hall.room.says(PaperState::Printed);
    hall.waits(1);
    assert_eq!(states(&hall.counter.view()), [(answer("birth-register"), PaperState::Printed)]);
    assert_eq!(hall.tries(Act::PrintSlip { of: answer("birth-register") }).0, "paper-under-way", "one is enough");
    let before = hall.room.sheets().len();
    hall.prints(answer("passport-renew"));
    assert_eq!(hall.room.sheets().len(), before, "only what is in front is printed");
}

fn of_form(number: &str, id: &str) -> SlipOf {
    SlipOf::OfForm { number: number.into(), id: id.into() }
}

#[test]
fn a_form_that_was_handed_in_offers_its_slips_and_prints_the_one_that_is_touched() {
    let mut hall = Hall::by_a_printer();
    let number = hall.hands_in("en", &ENGLISH);
    let Screen::FormFinished(receipt) = hall.counter.view().screen else { panic!() };
    let offered: Vec<_> = receipt.slips.iter().map(|slip| (slip.kind, slip.title.as_str())).collect();
    assert_eq!(
        offered,
        [(FormSlipKind::Appointment, "Talking about your allowance"), (FormSlipKind::Queue, "Pier allowance")]
    );
    let view = hall.prints(of_form(&number, "visit"));
    assert_eq!(states(&view), [(of_form(&number, "visit"), PaperState::Sending)]);
    let Sheet::Appointment(slip) = hall.sheet() else { panic!() };
    assert_eq!((slip.number.as_str(), slip.answered_by.citizen.as_str()), (number.as_str(), "By letter"));
    assert_eq!((slip.purpose.office.as_str(), slip.answered_by.office.as_str()), ("津貼洽談", "寄信"));
    assert_eq!(slip.wishes[0].text.citizen, NAME);

    hall.prints(of_form(&number, "desk"));
    let Sheet::Ticket(slip) = hall.sheet() else { panic!() };
    assert_eq!((slip.number.as_str(), slip.counter.unwrap().citizen.as_str()), (number.as_str(), "Hut 3"));

    let before = hall.room.sheets().len();
    assert_eq!(hall.tries(Act::PrintSlip { of: of_form(&number, "desk") }).0, "paper-under-way");
    for strange in [of_form("0000-0000", "desk"), of_form(&number, "fee")] {
        hall.prints(strange);
    }
    assert_eq!(hall.room.sheets().len(), before, "only slips of the form in front are printed");
}

#[test]
fn an_officer_prints_a_slip_as_often_as_somebody_needs_one_and_sees_how_it_went() {
    let mut hall = Hall::by_a_printer();
    let number = hall.hands_in("ko", &["김영희", "천구백오십삼년 삼월 오일", "김철수", "만이천 대만달러"]);
    hall.does_all([Act::Leave, Act::OfficerGesture, pin(PIN)]);
    let slips = |view: View| match view.screen {
        Screen::Officer(Officer::Open { page: OfficerPage::Form(form), .. }) => {
            let slip = |slip: DeskSlip| (slip.slip.title, slip.paper.map(|paper| paper.state));
            form.slips.into_iter().map(slip).collect::<Vec<_>>()
        }
        other => panic!("{other:?}"),
    };
    let opened = hall.does(Act::OfficerFind { number: number.as_str().into() });
    let desk = |state| ("碼頭津貼".to_owned(), state);
    assert_eq!(slips(opened).pop(), Some(desk(None)), "in the office's language");
    let asks = Act::OfficerPrintSlip { id: "desk".into() };
    assert_eq!(slips(hall.does(asks.clone())).pop(), Some(desk(Some(PaperState::Sending))));
    let Sheet::Ticket(slip) = hall.sheet() else { panic!() };
    assert_eq!((slip.service.citizen.as_str(), slip.languages.citizen.as_str()), ("부두 수당", "ko"));
    assert_eq!(hall.tries(asks.clone()).0, "paper-under-way");
    hall.room.says(PaperState::Printed);
    hall.waits(1);
    assert_eq!(slips(hall.counter.view()).pop(), Some(desk(Some(PaperState::Printed))));
    assert_eq!(slips(hall.does(asks.clone())).pop(), Some(desk(Some(PaperState::Sending))), "it was lost");
    hall.room.says(PaperState::Printed);
    hall.does(Act::OfficerVoid { why: VoidReason::Withdrawn });
    assert_eq!(hall.tries(asks).0, "form-void");
}

#[test]
fn whoever_waits_for_a_person_takes_the_number_along() {
    let mut hall = Hall::by_a_printer();
    hall.speaks("ko");
    hall.does(Act::CallPerson);
    hall.does(Act::Leave);
    hall.speaks("en");
    hall.does(Act::CallPerson);
    hall.prints(SlipOf::Ticket);
    let Sheet::Ticket(slip) = hall.sheet() else { panic!() };
    assert_eq!((slip.number.as_str(), slip.before), ("A-002", Some(1)));
    assert_eq!(slip.service.citizen, "A person at the counter");
    assert!(slip.drawn.citizen.contains("21 November 2026"), "{}", slip.drawn.citizen);
}

#[test]
fn another_call_has_another_ticket() {
    let mut hall = Hall::by_a_printer();
    hall.speaks("en");
    hall.does(Act::CallPerson);
    hall.prints(SlipOf::Ticket);
    hall.room.says(PaperState::Printed);
    hall.does(Act::CancelCall);
    assert!(hall.does(Act::CallPerson).slips.is_empty());
    hall.prints(SlipOf::Ticket);
    let Sheet::Ticket(slip) = hall.sheet() else { panic!() };
    assert_eq!(slip.number, "A-002");
}

#[test]
fn a_printer_that_waits_for_paper_does_not_gather_papers_of_those_who_have_left() {
    let mut hall = Hall::by_a_printer();
    for _ in 0..3 {
        hall.speaks("en");
        hall.does(link("birth-register"));
        hall.prints(answer("birth-register"));
        hall.does(Act::Leave);
        hall.waits(10);
    }
    hall.speaks("en");
    hall.does(link("birth-register"));
    assert_eq!(hall.tries(Act::PrintSlip { of: answer("birth-register") }).0, "paper-under-way");
    hall.room.says(PaperState::Printed);
    hall.waits(1);
    hall.prints(answer("birth-register"));
}

#[test]
fn whoever_comes_after_somebody_who_walked_away_gets_no_receipt_of_theirs() {
    let mut hall = Hall::by_a_printer();
    hall.hands_in("en", &ENGLISH);
    hall.waits(300);
    hall.waits(60);
    assert!(!matches!(hall.counter.view().screen, Screen::Farewell { receipt: true, .. }));
    let before = hall.room.sheets().len();
    hall.prints(SlipOf::Receipt);
    assert_eq!(hall.room.sheets().len(), before);
}

#[test]
fn a_notice_is_printed_as_it_hangs_there() {
    let mut hall = Hall::by_a_printer();
    hall.speaks("en");
    let Screen::Notice { notice: shown } = hall.does(notice("flu")).screen else { panic!() };
    hall.prints(SlipOf::Notice { notice: "flu".into() });
    let Sheet::Notice(slip) = hall.sheet() else { panic!() };
    assert_eq!((slip.title, slip.body, slip.source), (shown.title, shown.body, shown.issuer));
}

fn status(reference: &str) -> SlipOf {
    SlipOf::Status { reference: reference.into() }
}

#[test]
fn how_far_an_application_is_can_be_taken_along_with_whose_list_says_so_and_how_old_it_is() {
    let mut hall = Hall::by_a_printer();
    hall.post.lists("2026-11-21T00:30:00Z");
    hall.speaks("ko");
    hall.does(Act::LookUpStatus { reference: "HC 2026/0417".into(), second: "".into() });
    hall.prints(status("HC 2026/0417"));
    assert!(hall.room.sheets().is_empty(), "nothing is known yet");
    let since = Some("2026-11-19T02:00:00Z".parse().unwrap());
    hall.post.answers(LookedUp::Found {
        status: "승인됨".into(), since, next: Some("신분증을 가져오십시오.".into())
    });
    hall.waits(1);

    let view = hall.prints(status("HC 2026/0417"));
    assert_eq!(states(&view), [(status("HC 2026/0417"), PaperState::Sending)]);
    let Sheet::Status(slip) = hall.sheet() else { panic!() };
    assert_eq!((slip.number.as_str(), slip.status.as_str()), ("HC 2026/0417", "승인됨"));
    assert_eq!(slip.next.as_deref(), Some("신분증을 가져오십시오."));
    assert_eq!(slip.since.unwrap().citizen, "2026년 11월 19일");
    let as_of = slip.as_of.unwrap();
    assert!(as_of.citizen.starts_with("2026년 11월 21일") && as_of.citizen.contains("8:30"), "{}", as_of.citizen);
    assert!(as_of.office.contains("8:30") && as_of.office != as_of.citizen, "{}", as_of.office);
    assert_eq!(slip.source.citizen, view.agency.name);

    let before = hall.room.sheets().len();
    hall.prints(status("HC 2026/0418"));
    assert_eq!(hall.room.sheets().len(), before, "only the one in front is printed");
    hall.does(Act::LookUpStatus { reference: "HC 2026/0418".into(), second: "".into() });
    hall.post.answers(LookedUp::NotFound);
    hall.waits(1);
    hall.prints(status("HC 2026/0418"));
    assert_eq!(hall.room.sheets().len(), before, "of what is not in the list there is nothing to print");
}

#[test]
fn at_the_end_there_is_a_receipt_of_what_was_done_and_nothing_of_what_was_said() {
    let mut hall = Hall::by_a_printer();
    let number = hall.hands_in("en", &ENGLISH);
    let left = hall.does(Act::Leave);
    assert!(matches!(left.screen, Screen::Farewell { receipt: true, .. }), "{:?}", left.screen);
    assert_eq!(states(&hall.prints(SlipOf::Receipt)), [(SlipOf::Receipt, PaperState::Sending)]);
    let Sheet::Receipt(slip) = hall.sheet() else { panic!() };
    assert!(slip.done[0].text.citizen.ends_with(&number), "{:?}", slip.done);
    assert_eq!(slip.done.len(), 1);
    assert!(!format!("{slip:?}").contains(NAME));
    hall.waits(20);
    let next = hall.speaks("en");
    assert!(next.slips.is_empty());
    let asked_only = hall.does(Act::Leave);
    assert!(matches!(asked_only.screen, Screen::Farewell { receipt: false, .. }), "nothing was done");
}

#[test]
fn without_a_printer_and_for_the_next_visitor_there_are_no_slips() {
    let mut hall = Hall::new();
    hall.speaks("en");
    hall.does(link("birth-register"));
    assert_eq!(hall.tries(Act::PrintSlip { of: answer("birth-register") }).0, "printer-none");
    hall.room.is(PrinterCard::Ready { codes: Vec::new() });
    hall.prints(answer("birth-register"));
    hall.does(Act::Leave);
    hall.waits(10);
    assert!(hall.speaks("en").slips.is_empty());
    hall.room.says(PaperState::Printed);
    hall.waits(1);
    hall.restarts();
    assert_eq!(hall.room.taken_up().len(), 0, "it has ended");
}
