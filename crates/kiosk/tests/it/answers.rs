//! What is shown when somebody asks.

use kaunter_kiosk::view::{AdviceKind, Outcome, Quote};

use crate::hall::{Hall, ask, ids, link, reply};
use crate::small_pack::{pack_where, pack_with};

fn hall() -> Hall {
    let mut hall = Hall::new();
    hall.speaks("en");
    hall
}

fn outcome(hall: &mut Hall, question: &str) -> Outcome {
    hall.asks(question).parts.remove(0).outcome
}

fn quote(hall: &mut Hall, question: &str) -> Quote {
    match outcome(hall, question) {
        Outcome::Answer { quote } => *quote,
        other => panic!("no answer: {other:?}"),
    }
}

#[test]
fn an_answer_is_a_quotation_with_its_source() {
    let mut hall = hall();
    let quote = quote(&mut hall, "my child was born");
    assert_eq!(
        quote.before.clone() + &quote.marked + &quote.after,
        "Go to counter 2. Bring the hospital's certificate."
    );
    assert_eq!(quote.marked, " Bring the hospital's certificate.");
    assert_eq!(quote.document, "Registration Act");
    assert_eq!((quote.section.as_deref(), quote.page.as_deref()), (Some("Births"), Some("4")));
    assert_eq!((quote.version.as_deref(), quote.valid_until.as_deref()), (Some("2026-01-01"), None));
    assert_eq!(quote.why.phrasing.as_deref(), Some("How do I register a birth?"));
    assert_eq!(quote.why.confidence_percent, 87);
}

#[test]
fn for_an_entry_without_a_document_the_agency_itself_answers() {
    assert_eq!(quote(&mut hall(), "the grant").document, "Pier Office");
}

#[test]
fn beside_an_answer_stand_its_neighbours() {
    let mut hall = hall();
    assert_eq!(ids(&hall.asks("what about the grant").related), ["birth-late", "birth-register"]);
    assert_eq!(ids(&hall.asks("passport cost").related), ["passport-renew"]);
    assert!(hall.asks("tell me a joke").related.is_empty());
}

#[test]
fn how_much_is_it_is_understood_from_the_last_answer() {
    let mut hall = hall();
    hall.asks("I want to renew my passport");
    assert_eq!(quote(&mut hall, "how much is it?").id, "passport-renew-fee");
}

#[test]
fn a_follow_up_is_understood_after_a_touched_question_and_in_another_language() {
    let mut hall = hall();
    hall.does(link("passport-renew"));
    hall.does(crate::hall::choose("ko"));
    assert_eq!(quote(&mut hall, "얼마예요?").id, "passport-renew-fee");
}

#[test]
fn after_back_a_follow_up_is_understood_from_what_is_seen() {
    let mut hall = hall();
    hall.asks("renew my passport");
    hall.asks("born");
    hall.does(kaunter_kiosk::act::Act::Back);
    assert_eq!(quote(&mut hall, "how much is it?").id, "passport-renew-fee");
}

#[test]
fn several_meanings_are_offered_to_choose_from_and_a_choice_is_quoted_without_a_search() {
    let mut hall = hall();
    let Outcome::Clarify { choices } = outcome(&mut hall, "was born, register late") else { panic!() };
    assert_eq!(ids(&choices), ["birth-register", "birth-late"]);
    let answer = reply(hall.does(link("birth-late")));
    assert_eq!(answer.asked.as_str(), "What if I register late?");
    let Outcome::Answer { quote } = &answer.parts[0].outcome else { panic!() };
    assert_eq!((quote.id.as_str(), quote.why.confidence_percent), ("birth-late", 100));
}

#[test]
fn two_documents_that_disagree_are_both_shown() {
    let mut hall = hall();
    let Outcome::Conflict { newer, older } = outcome(&mut hall, "when is it open") else { panic!() };
    assert_eq!((newer.id.as_str(), older.id.as_str()), ("hours.md#Saturdays", "hours.md#Passports"));
    assert_eq!(newer.version.as_deref(), Some("2026-07-01"));
}

#[test]
fn a_passage_can_be_touched_as_well() {
    let mut hall = hall();
    let answer = reply(hall.does(link("hours.md#Passports")));
    assert_eq!(answer.asked.as_str(), "Passports");
    assert_eq!(ids(&answer.related), ["passport-renew", "passport-renew-fee"]);
}

#[test]
fn without_an_answer_the_nearest_topics_and_offices_are_shown() {
    let mut hall = hall();
    let Outcome::Unknown { advice, topics, offices, .. } = outcome(&mut hall, "is a passport photo in colour?") else {
        panic!()
    };
    assert_eq!(advice, None);
    assert_eq!(topics.iter().map(|tile| tile.id.as_str()).collect::<Vec<_>>(), ["travel"], "ration cards expired");
    assert_eq!(offices.iter().map(|office| office.name.as_str()).collect::<Vec<_>>()[0], "Registry Office");
    assert_eq!(offices.len(), 3);
}

#[test]
fn the_office_that_speaks_of_the_matter_comes_first() {
    let mut hall = hall();
    for (question, office) in [
        ("what about the street lights on the road to the harbour", "City Works"),
        ("who is to tax the air", "Revenue Office"),
        ("can I marry my marriages", "Registry Office"),
        ("hello", "Visitors' Office"),
    ] {
        let Outcome::Unknown { offices, .. } = outcome(&mut hall, question) else { panic!() };
        assert_eq!(offices[0].name, office, "{question}");
    }
}

/// The kind of advice that was refused, and the telephone numbers that are shown for it.
fn refused(hall: &mut Hall, question: &str) -> (Option<AdviceKind>, Vec<String>) {
    let Outcome::Unknown { advice, offices, .. } = outcome(hall, question) else { panic!("{question} is answered") };
    (advice, offices.into_iter().map(|office| office.phone).collect())
}

#[test]
fn who_asks_for_a_doctors_advice_is_shown_the_emergency_number_first_and_no_other_office() {
    let mut hall = hall();
    let (advice, phones) = refused(&mut hall, "my chest hurts on the road to the harbour");
    assert_eq!((advice, phones), (Some(AdviceKind::Health), vec!["119".to_owned(), "05-555-0230".to_owned()]));
}

#[test]
fn a_number_in_the_offices_language_is_better_than_none() {
    let elsewhere = |_: &str, text: &str| -> String {
        let lines = text.lines().filter(|line| !line.ends_with(",health") || line.contains(",zh-TW,"));
        lines.map(|line| line.to_owned() + "\n").collect()
    };
    let mut hall = Hall::with(pack_with(elsewhere));
    hall.speaks("en");
    assert_eq!(refused(&mut hall, "my chest hurts").1, ["119"]);
}

#[test]
fn without_an_office_for_advice_the_directory_s_order_holds() {
    let mut hall = Hall::with(pack_with(|_, text| text.replace(",health", ",")));
    hall.speaks("en");
    let (advice, phones) = refused(&mut hall, "my chest hurts");
    assert_eq!((advice, phones[0].as_str()), (Some(AdviceKind::Health), "05-555-0100"));
}

#[test]
fn what_has_expired_is_never_quoted() {
    let mut hall = hall();
    assert!(matches!(outcome(&mut hall, "a ration card"), Outcome::Unknown { .. }));
    assert_eq!(hall.tries(link("ration-card")).0, "entry-gone");
    assert_eq!(hall.tries(link("no-such-entry")).0, "entry-gone");
}

#[test]
fn an_expired_pack_quotes_nothing_even_in_the_middle_of_a_visit() {
    let mut hall = Hall::with(pack_where("2027-12-31", "2026-11-21"));
    hall.speaks("en");
    hall.clock.goes_on(std::time::Duration::from_secs(14 * 3600 + 59 * 60 + 50));
    hall.counter.tick();
    hall.speaks("en");
    hall.waits(15);
    assert_eq!(hall.tries(ask("born")).0, "pack-expired");
    assert_eq!(hall.tries(link("birth-grant")).0, "pack-expired");
}

#[test]
fn an_emergency_comes_before_the_answer() {
    let mut hall = hall();
    hall.waits(1);
    assert!(hall.asks("typhoon: where was my child born").emergencies.is_empty(), "it is not out yet");
    hall.clock.goes_on(std::time::Duration::from_secs(3600));
    hall.counter.tick();
    hall.waits(30);
    hall.speaks("en");
    let answer = hall.asks("is there a typhoon and was I born");
    assert_eq!(answer.emergencies[0].title, "Offices close for the typhoon");
    assert_eq!(answer.parts.len(), 1);
}

#[test]
fn an_emergency_comes_before_a_touched_question_too() {
    let change = |path: &str, text: &str| match path {
        "notices/typhoon.toml" => {
            text.replace("2026-11-21T10", "2026-11-21T08").replace("[\"typhoon\"]", "[\"passport\"]")
        }
        _ => text.to_owned(),
    };
    let mut hall = Hall::with(pack_with(change));
    hall.speaks("en");
    assert_eq!(reply(hall.does(link("passport-renew"))).emergencies[0].id, "typhoon");
    assert!(reply(hall.does(link("birth-grant"))).emergencies.is_empty());
}

#[test]
fn questions_are_cleaned_and_nothing_is_no_question() {
    let mut hall = hall();
    let answer = hall.asks(" \u{7}where was\n I   born\u{202e} ");
    assert_eq!(answer.asked.as_str(), "where was I born");
    assert_eq!(hall.tries(ask(" \n\u{0} ")).0, "question-empty");
    assert_eq!(hall.asks(&"長".repeat(10_000)).asked.as_str().chars().count(), 500);
}

#[test]
fn a_fault_in_answering_leaves_the_screen_before() {
    let mut hall = hall();
    let before = reply(hall.does(link("birth-grant")));
    let crashed = std::panic::catch_unwind(std::panic::AssertUnwindSafe(|| hall.counter.act(ask("crash please"))));
    assert!(crashed.is_err());
    assert_eq!(reply(hall.counter.view()), before);
    assert_eq!(quote(&mut hall, "born").id, "birth-register");
}
