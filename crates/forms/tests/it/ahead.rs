//! Somebody looks first whether they may qualify, and then goes on with the form.

use kaunter_forms::Verdict;

use crate::{
    journey::{HOUSEHOLD, twd},
    visit::{Visit, at, form},
};

/// At the result, with two questions of the form not asked.
fn looked_first(income: &str) -> Visit {
    let mut visit = Visit::to(&form(HOUSEHOLD));
    assert!(visit.journey.check_first());
    visit.give("birth", r#""1953-03-05""#).give("own_income", &twd(income));
    assert_eq!(visit.asked(), "lives_alone", "a nickname decides nothing");
    visit.give("lives_alone", "true");
    assert_eq!(visit.asked(), "eligibility");
    visit
}

fn deciding(visit: &Visit) -> Vec<String> {
    let finding = visit.journey.eligibility().unwrap();
    finding.rules.into_iter().filter(|rule| rule.decides).map(|rule| rule.id).collect()
}

#[test]
fn only_what_the_rules_need_is_asked_first_and_the_rest_afterwards() {
    let mut visit = Visit::to(&form(HOUSEHOLD));
    visit.journey.check_first();
    let progress = visit.journey.progress();
    assert_eq!((progress.least, progress.most), (3, 3 + 3 * 2 + 2), "neither a nickname nor why so much");
    visit = looked_first("3000");
    let progress = visit.journey.progress();
    assert_eq!((progress.answered, progress.least, progress.most), (3, 3, 3));
    visit.journey.check_no_more();
    assert_eq!(visit.asked(), "nickname");
    visit.skip("nickname");
    assert_eq!(visit.asked(), "review");
    assert!(visit.journey.finish("en", "en").is_ok());
}

#[test]
fn looking_first_hands_nothing_in_and_forgets_nothing() {
    let mut visit = looked_first("90000");
    assert_eq!(visit.outstanding(), ["nickname answer-needed", "why_so_much answer-needed"]);
    assert!(visit.journey.finish("en", "en").is_err());
    visit.journey.check_no_more();
    visit.skip("nickname").give("why_so_much", r#""The shop did well.""#);
    assert!(visit.journey.finish("en", "en").is_ok(), "it never blocks applying");
}

#[test]
fn one_looks_again_with_another_answer() {
    let mut visit = looked_first("90000");
    assert_eq!(
        (visit.journey.eligibility().unwrap().verdict, deciding(&visit)),
        (Verdict::PersonMustLook, vec!["poor".to_owned()])
    );
    assert!(visit.journey.back());
    assert_eq!(visit.asked(), "lives_alone");
    assert!(visit.journey.back());
    assert_eq!(visit.asked(), "own_income");
    assert!(visit.journey.go_to(&at("birth")));
    visit.give("birth", r#""1990-03-05""#);
    assert_eq!((visit.asked().as_str(), deciding(&visit)), ("eligibility", vec!["old".to_owned()]));
    visit.journey.go_to(&at("lives_alone"));
    visit.give("lives_alone", "false");
    assert_eq!(visit.asked(), "member_birth/0", "the household counts");
}

#[test]
fn what_was_answered_before_is_not_asked_and_without_rules_there_is_nothing_to_look_at() {
    let mut visit = Visit::to(&form(HOUSEHOLD));
    visit.give("birth", r#""1953-03-05""#);
    visit.journey.check_first();
    assert_eq!(visit.asked(), "own_income");
    let plain = "[[section]]\nid = \"only\"\n[[section.field]]\nid = \"idea\"\nkind = \"text\"\n";
    let mut plain = Visit::to(&form(plain));
    assert!(!plain.journey.check_first());
    assert_eq!(plain.asked(), "idea");
}
