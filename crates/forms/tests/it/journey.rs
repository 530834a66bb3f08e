//! A person's way through a form: branches that close and return, households, going back, the review.

use kaunter_forms::{Held, Journey, Verdict, Why};

use crate::visit::{TODAY, Visit, at, form};

/// Who lives alone is not asked about a household; who moved is asked when and why.
pub const HOUSEHOLD: &str = r#"
[[section]]
id = "person"
[[section.field]]
id = "birth"
kind = "date"
from = "today-120y"
until = "today"
[[section.field]]
id = "own_income"
kind = "money"
currency = "TWD"
min = "0"
[[section.field]]
id = "nickname"
kind = "text"
optional = true
[[section.field]]
id = "lives_alone"
kind = "yes-no"

[[section]]
id = "members"
when = "!lives_alone"
repeat = { each = "member", min = 1, max = 3 }
[[section.field]]
id = "member_birth"
kind = "date"
until = "today"
[[section.field]]
id = "income"
kind = "money"
currency = "TWD"
min = "0"
when = "age(member.member_birth) >= 18"

[[section]]
id = "sums"
[[section.field]]
id = "total"
kind = "money"
currency = "TWD"
value = "lives_alone ? own_income : own_income + sum(members.map(m, m.income))"
[[section.field]]
id = "why_so_much"
kind = "text"
when = "total > money('20000')"

[eligibility]
root = "entitled"
[[eligibility.rule]]
id = "entitled"
all = ["old", "poor"]
[[eligibility.rule]]
id = "old"
rule = "age(birth) >= 65"
[[eligibility.rule]]
id = "poor"
rule = "total <= money('20000')"
otherwise = "person"
"#;

pub fn twd(amount: &str) -> String {
    format!(r#"{{"amount":"{amount}","currency":"TWD"}}"#)
}

/// An old woman, her husband and their grandson.
fn household() -> Visit {
    let mut visit = Visit::to(&form(HOUSEHOLD));
    visit.give("birth", r#""1953-03-05""#).give("own_income", &twd("3000")).skip("nickname");
    visit.give("lives_alone", "false");
    visit.give("member_birth/0", r#""1950-01-01""#).give("income/0", &twd("4000")).give("members/1", "true");
    visit.give("member_birth/1", r#""2015-06-01""#).give("members/2", "false");
    visit
}

#[test]
fn questions_come_one_by_one_and_only_those_that_apply() {
    let mut visit = Visit::to(&form(HOUSEHOLD));
    let mut asked = Vec::new();
    for (name, json) in [
        ("birth", r#""1953-03-05""#),
        ("own_income", &twd("3000")),
        ("nickname", r#""Ah-ma""#),
        ("lives_alone", "false"),
        ("member_birth/0", r#""2015-06-01""#),
        ("members/1", "true"),
        ("member_birth/1", r#""1950-01-01""#),
        ("income/1", &twd("4000")),
        ("members/2", "false"),
    ] {
        asked.push(visit.asked());
        visit.give(name, json);
    }
    asked.push(visit.asked());
    assert_eq!(
        asked,
        [
            "birth",
            "own_income",
            "nickname",
            "lives_alone",
            "member_birth/0",
            "another members/1",
            "member_birth/1",
            "income/1",
            "another members/2",
            "review",
        ]
    );
    assert_eq!(visit.json("total"), r#"{"amount":"7000","currency":"TWD"}"#, "the child earns nothing");
    assert!(visit.outstanding().is_empty());
}

#[test]
fn a_branch_that_closes_sets_its_answers_aside_and_brings_them_back() {
    let mut visit = household();
    assert_eq!(visit.asked(), "review");
    visit.give("lives_alone", "true");
    assert_eq!(visit.asked(), "review");
    assert_eq!(visit.aside(), "income/0 member_birth/0 member_birth/1");
    assert_eq!(visit.json("income/0"), "none");
    assert_eq!(visit.json("total"), r#"{"amount":"3000","currency":"TWD"}"#, "rules do not see what is set aside");
    assert_eq!(visit.store.len(), 9, "a store keeps it");
    visit.give("lives_alone", "false");
    assert_eq!(visit.asked(), "review", "nothing is asked twice");
    assert_eq!(visit.aside(), "");
    assert_eq!(visit.json("total"), r#"{"amount":"7000","currency":"TWD"}"#);
}

#[test]
fn a_household_that_shrinks_and_grows_again_keeps_its_members() {
    let mut visit = household();
    visit.give("members/1", "false");
    assert_eq!(visit.aside(), "member_birth/1");
    assert_eq!(visit.journey.items("members").unwrap().count, 1);
    visit.give("members/1", "true");
    assert_eq!((visit.aside().as_str(), visit.asked().as_str()), ("", "review"));
    assert_eq!(visit.json("member_birth/1"), r#""2015-06-01""#);
}

const CHILDREN: &str = r#"
[[section]]
id = "family"
[[section.field]]
id = "children"
kind = "integer"
min = 0
max = 5
[[section]]
id = "each_child"
repeat = { each = "child", count = "children" }
[[section.field]]
id = "child_name"
kind = "name"
"#;

#[test]
fn as_many_children_are_asked_for_as_there_are_said_to_be() {
    let mut visit = Visit::to(&form(CHILDREN));
    visit.give("children", "2").give("child_name/0", r#""Ari""#).give("child_name/1", r#""Bela""#);
    assert_eq!(visit.asked(), "review");
    visit.give("children", "1");
    assert_eq!((visit.aside().as_str(), visit.asked().as_str()), ("child_name/1", "review"));
    visit.give("children", "3");
    assert_eq!((visit.aside().as_str(), visit.asked().as_str()), ("", "child_name/2"));
    assert_eq!(visit.json("child_name/1"), r#""Bela""#);
    visit.give("children", "0");
    assert_eq!(visit.asked(), "review");
    assert!(visit.try_give("children", "6").is_err());
}

#[test]
fn items_are_added_and_removed_in_the_review() {
    let mut visit = household();
    let items = visit.journey.items("members").unwrap();
    assert!(items.count == 2 && items.can_add && items.can_remove);
    let changed = visit.journey.remove_item("members", 0).unwrap();
    visit.keep(changed);
    assert_eq!(visit.asked(), "review");
    assert_eq!(visit.json("member_birth/0"), r#""2015-06-01""#, "who stood behind moves up");
    assert_eq!(visit.json("income/0"), "none", "and brings no income");
    assert_eq!(visit.aside(), "", "what is removed is gone");
    assert_eq!(visit.store, visit.journey.stored().into_iter().collect());
    assert!(!visit.journey.items("members").unwrap().can_remove, "there must be one");
    assert_eq!(visit.journey.remove_item("members", 0).unwrap_err().why, Why::TooFew(1));
    let changed = visit.journey.add_item("members").unwrap();
    visit.keep(changed);
    assert_eq!(visit.asked(), "member_birth/1");
    visit.give("member_birth/1", r#""2020-01-01""#);
    assert_eq!(visit.asked(), "another members/2");
    visit.give("members/2", "true").give("member_birth/2", r#""2021-01-01""#);
    assert_eq!(visit.asked(), "review", "three are the most, no more are asked for");
    assert_eq!(visit.journey.add_item("members").unwrap_err().why, Why::TooMany(3));
    let changed = visit.journey.remove_item("members", 1).unwrap();
    visit.keep(changed);
    assert_eq!(visit.asked(), "review", "who takes one away is not asked for another");
    assert_eq!(visit.json("member_birth/1"), r#""2021-01-01""#);
    assert_eq!(visit.store, visit.journey.stored().into_iter().collect());
}

#[test]
fn a_child_removed_from_the_list_is_one_child_less() {
    let mut visit = Visit::to(&form(CHILDREN));
    visit.give("children", "2").give("child_name/0", r#""Ari""#).give("child_name/1", r#""Bela""#);
    let changed = visit.journey.remove_item("each_child", 0).unwrap();
    visit.keep(changed);
    assert_eq!((visit.json("children").as_str(), visit.json("child_name/0").as_str()), ("1", r#""Bela""#));
    assert_eq!(visit.asked(), "review");
    let changed = visit.journey.add_item("each_child").unwrap();
    visit.keep(changed);
    assert_eq!((visit.json("children").as_str(), visit.asked().as_str()), ("2", "child_name/1"));
    assert_eq!(visit.store, visit.journey.stored().into_iter().collect());
}

#[test]
fn one_goes_back_and_on_again() {
    let mut visit = Visit::to(&form(HOUSEHOLD));
    assert!(!visit.journey.back(), "there is nothing before the first question");
    visit.give("birth", r#""1953-03-05""#).give("own_income", &twd("3000"));
    assert!(visit.journey.back() && visit.journey.back());
    assert_eq!(visit.asked(), "birth");
    visit.give("birth", r#""1954-03-05""#);
    assert_eq!(visit.asked(), "own_income", "on, screen by screen");
    assert!(visit.journey.forward());
    assert_eq!(visit.asked(), "nickname");
    assert!(!visit.journey.forward(), "an open question is not passed over");
    visit.journey.back();
    visit.give("own_income", &twd("3000"));
    assert_eq!(visit.asked(), "nickname", "the same answer again is an answer too");
}

#[test]
fn a_change_in_the_review_returns_there_or_to_what_it_opens() {
    let mut visit = household();
    assert!(visit.journey.go_to(&at("own_income")));
    assert_eq!(visit.asked(), "own_income");
    visit.give("own_income", &twd("5000"));
    assert_eq!(visit.asked(), "review");
    visit.journey.go_to(&at("own_income"));
    visit.give("own_income", &twd("30000"));
    assert_eq!(visit.asked(), "why_so_much");
    visit.give("why_so_much", r#""The shop did well.""#);
    assert_eq!(visit.asked(), "review");
    visit.journey.go_to(&at("birth"));
    assert!(visit.journey.back());
    assert_eq!(visit.asked(), "review", "back leads to where one came from");
    assert!(!visit.journey.go_to(&at("total")), "what is worked out is not asked");
    assert!(visit.journey.back());
    assert_eq!(visit.asked(), "why_so_much");
}

#[test]
fn what_may_be_left_out_is_left_out_and_the_rest_is_not() {
    let mut visit = Visit::to(&form(HOUSEHOLD));
    assert_eq!(visit.journey.skip(&at("birth")).unwrap_err().why, Why::Needed);
    visit.give("birth", r#""1953-03-05""#).give("own_income", &twd("1")).skip("nickname");
    assert!(visit.journey.is_skipped(&at("nickname")));
    assert_eq!(visit.asked(), "lives_alone");
    let resumed = Journey::resume(visit.journey.form().clone(), visit.store, TODAY).unwrap();
    assert!(resumed.is_skipped(&at("nickname")), "it is not asked again");
}

#[test]
fn an_answer_that_cannot_be_says_what_is_wrong_and_changes_nothing() {
    let mut visit = Visit::to(&form(HOUSEHOLD));
    let refused = |visit: &mut Visit, name: &str, json: &str| visit.try_give(name, json).unwrap_err().why.code();
    assert_eq!(refused(&mut visit, "birth", r#""2027-01-01""#), "answer-too-late");
    assert_eq!(refused(&mut visit, "birth", r#""1900-01-01""#), "answer-too-early");
    assert_eq!(refused(&mut visit, "own_income", &twd("-1")), "answer-too-little");
    assert_eq!(refused(&mut visit, "own_income", &twd("1.001")), "answer-too-fine");
    assert_eq!(refused(&mut visit, "own_income", r#"{"amount":"1","currency":"MYR"}"#), "answer-other-currency");
    assert_eq!(refused(&mut visit, "nickname", r#""  ""#), "answer-empty");
    assert_eq!(refused(&mut visit, "nickname", "\"a\\u0007\""), "answer-unprintable");
    assert_eq!(refused(&mut visit, "member_birth/0", r#""2015-06-01""#), "answer-not-asked");
    assert_eq!(refused(&mut visit, "members/1", "true"), "answer-not-asked");
    assert_eq!(visit.asked(), "birth");
    assert!(visit.journey.stored().is_empty());
}

const LEAVE: &str = r#"
[[section]]
id = "leave"
[[section.field]]
id = "first"
kind = "date"
[[section.field]]
id = "last"
kind = "date"
[[section.field]]
id = "phone"
kind = "phone"
region = "TW"
optional = true
[[section.field]]
id = "email"
kind = "email"
optional = true

[[check]]
id = "in_order"
of = ["first", "last"]
rule = "first <= last"
[[check]]
id = "reachable"
of = ["phone", "email"]
rule = "answered(phone) || answered(email)"
"#;

#[test]
fn a_check_speaks_up_at_the_last_of_its_answers() {
    let mut visit = Visit::to(&form(LEAVE));
    visit.give("first", r#""2026-12-10""#);
    let refusal = visit.try_give("last", r#""2026-12-01""#).unwrap_err();
    assert_eq!(refusal.why, Why::Checks(vec!["in_order".to_owned()]));
    assert_eq!(visit.asked(), "last", "it was not kept");
    visit.give("last", r#""2026-12-20""#).skip("phone");
    let refusal = visit.journey.skip(&at("email")).unwrap_err();
    assert_eq!(refusal.why, Why::Checks(vec!["reachable".to_owned()]), "one of both is needed");
    visit.give("email", r#""a@b.tw""#);
    assert_eq!(visit.asked(), "review");
}

#[test]
fn a_check_that_fails_by_a_later_change_is_outstanding_and_leads_there() {
    let mut visit = Visit::to(&form(LEAVE));
    visit.give("first", r#""2026-12-10""#).give("last", r#""2026-12-20""#).skip("phone").give("email", r#""a@b.tw""#);
    visit.journey.go_to(&at("first"));
    visit.give("first", r#""2027-01-10""#);
    assert_eq!(visit.asked(), "review", "both days may have to change: the first is taken");
    assert_eq!(visit.outstanding(), ["last answer-check"]);
    assert!(visit.journey.finish("en", "en").is_err());
    assert!(visit.journey.go_to(&visit.journey.outstanding()[0].place.clone()));
    visit.give("last", r#""2027-01-20""#);
    assert!(visit.outstanding().is_empty());
    assert!(visit.journey.finish("en", "en").is_ok());
}

#[test]
fn what_was_right_yesterday_may_be_too_early_today() {
    let booking = form(
        r#"
[[section]]
id = "wish"
[[section.field]]
id = "day"
kind = "date"
from = "today"
"#,
    );
    let mut visit = Visit::to(&booking);
    visit.give("day", r#""2026-11-21""#);
    assert!(visit.outstanding().is_empty());
    let resumed = Journey::resume(booking, visit.store.clone(), jiff::civil::date(2026, 11, 22)).unwrap();
    assert_eq!(resumed.outstanding()[0].why.code(), "answer-too-early");
    visit.journey.set_today(jiff::civil::date(2026, 11, 22));
    assert_eq!(visit.outstanding(), ["day answer-too-early"]);
}

#[test]
fn a_choice_is_offered_only_where_it_makes_sense() {
    let licence = form(
        r#"
[[section]]
id = "licence"
[[section.field]]
id = "birth"
kind = "date"
until = "today"
[[section.field]]
id = "class"
kind = "choice"
[[section.field.choice]]
id = "moped"
[[section.field.choice]]
id = "truck"
when = "age(birth) >= 21"
"#,
    );
    let mut visit = Visit::to(&licence);
    visit.give("birth", r#""2008-01-01""#);
    assert_eq!(visit.journey.choices(&at("class")), ["moped"]);
    assert_eq!(visit.try_give("class", r#""truck""#).unwrap_err().why, Why::NotOffered);
    visit.give("birth", r#""1990-01-01""#).give("class", r#""truck""#);
    assert!(visit.outstanding().is_empty());
    visit.give("birth", r#""2008-01-01""#);
    assert_eq!(visit.outstanding(), ["class answer-not-offered"]);
}

#[test]
fn questions_that_are_read_together_stay_on_one_screen() {
    let together = form(
        r#"
[[section]]
id = "name"
[[section.field]]
id = "given"
kind = "name"
screen = "names"
[[section.field]]
id = "family"
kind = "name"
screen = "names"
optional = true
[[section.field]]
id = "age_now"
kind = "integer"
"#,
    );
    let mut visit = Visit::to(&together);
    assert_eq!(visit.asked(), "given family");
    visit.give("given", r#""Siti""#);
    assert_eq!(visit.asked(), "given family");
    visit.skip("family");
    assert_eq!(visit.asked(), "age_now");
    visit.journey.back();
    visit.give("given", r#""Aminah""#);
    assert_eq!(visit.asked(), "given family", "one looks at both before going on");
    assert!(visit.journey.forward());
    assert_eq!(visit.asked(), "age_now");
}

#[test]
fn progress_says_the_least_and_the_most() {
    let mut visit = Visit::to(&form(HOUSEHOLD));
    let progress = visit.journey.progress();
    // Alone: four. With three members: two questions each, two times "another?", and why so much.
    assert_eq!((progress.answered, progress.least, progress.most), (0, 4, 4 + 3 * 2 + 2 + 1));
    visit.give("birth", r#""1953-03-05""#).give("own_income", &twd("3000")).skip("nickname");
    visit.give("lives_alone", "true");
    let progress = visit.journey.progress();
    assert_eq!((progress.answered, progress.least, progress.most), (4, 4, 4));
    visit.give("lives_alone", "false");
    let progress = visit.journey.progress();
    assert_eq!((progress.answered, progress.least, progress.most), (4, 6, 13));
    // The second member and "another?" after it are likely enough; the two questions of a third are not.
    assert_eq!(progress.further, 2);
    assert_eq!(household().journey.progress().most, 9);
}

#[test]
fn the_rules_say_who_may_qualify_and_which_answers_say_so() {
    let mut visit = household();
    let finding = visit.journey.eligibility().unwrap();
    assert_eq!(finding.verdict, Verdict::MayQualify);
    let told: Vec<_> = finding.rules.iter().map(|rule| (rule.id.as_str(), rule.met, rule.depth)).collect();
    assert_eq!(told, [("entitled", Held::Yes, 0), ("old", Held::Yes, 1), ("poor", Held::Yes, 1)]);
    assert_eq!(finding.rules[1].answers, [at("birth")]);
    visit.give("own_income", &twd("90000"));
    let finding = visit.journey.eligibility().unwrap();
    assert_eq!(finding.verdict, Verdict::PersonMustLook, "somebody decides about means");
    visit.give("birth", r#""1990-03-05""#);
    assert_eq!(visit.journey.eligibility().unwrap().verdict, Verdict::Unlikely);
    let fresh = Visit::to(visit.journey.form());
    assert_eq!(fresh.journey.eligibility().unwrap().verdict, Verdict::PersonMustLook, "nothing is known yet");
    visit.give("why_so_much", r#""The shop did well.""#);
    assert!(visit.journey.finish("en", "en").is_ok(), "it never blocks applying");
}

#[test]
fn the_review_shows_what_applies_in_sections() {
    let visit = household();
    let shown: Vec<String> = visit
        .journey
        .review()
        .iter()
        .map(|part| {
            let lines = part.lines.iter().map(|line| {
                let mark = if line.computed { "=" } else { "" };
                format!("{}{mark}{}", line.place, if line.value.is_none() { "?" } else { "" })
            });
            format!("{} {:?}: {}", part.section, part.item, lines.collect::<Vec<_>>().join(" "))
        })
        .collect();
    assert_eq!(
        shown,
        [
            "person None: birth own_income nickname? lives_alone",
            "members Some(0): member_birth/0 income/0",
            "members Some(1): member_birth/1",
            "sums None: total=",
        ]
    );
}

#[test]
fn a_draft_goes_on_where_it_was_left() {
    let mut visit = household();
    visit.give("lives_alone", "true");
    let resumed = Journey::resume(visit.journey.form().clone(), visit.store.clone(), TODAY).unwrap();
    assert_eq!(resumed.stored(), visit.journey.stored());
    assert_eq!(resumed.step(), visit.journey.step());
    assert_eq!(resumed.set_aside(), visit.journey.set_aside());
    assert_eq!(resumed.progress(), visit.journey.progress());
}

#[test]
fn a_draft_ends_on_the_form_that_it_began_with() {
    let form = form(HOUSEHOLD);
    let bytes = form.archive();
    let again = kaunter_forms::Form::from_archive(&bytes).unwrap();
    assert_eq!(again.archive(), bytes, "the same bytes again");
    assert_eq!(again.digest(), form.digest());
    let visit = household();
    let resumed = Journey::resume(again, visit.store.clone(), TODAY).unwrap();
    assert_eq!(resumed.review().len(), visit.journey.review().len());
    assert_eq!(resumed.finish("en", "en").unwrap(), visit.journey.finish("en", "en").unwrap());
}
