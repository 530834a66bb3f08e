//! One event of life, two forms: nothing is asked twice.

use kaunter_forms::{Facts, Form, Journey};

use crate::visit::{TODAY, Visit, at, form};

const BIRTH: &str = r#"
[[section]]
id = "parent"
[[section.field]]
id = "full_name"
kind = "name"
fact = "applicant.name"
[[section.field]]
id = "income"
kind = "money"
currency = "TWD"
fact = "applicant.income"
[[section]]
id = "children"
repeat = { each = "child", min = 1, max = 4 }
[[section.field]]
id = "child_name"
kind = "name"
fact = "child.name"
"#;

const GRANT: &str = r#"
[[section]]
id = "who"
[[section.field]]
id = "applicant"
kind = "name"
fact = "applicant.name"
[[section.field]]
id = "earnings"
kind = "money"
currency = "TWD"
max = "5000"
fact = "applicant.income"
[[section.field]]
id = "bank"
kind = "text"
[[section]]
id = "kids"
repeat = { each = "kid", min = 0, max = 4 }
[[section.field]]
id = "kid_name"
kind = "name"
fact = "child.name"
[[section.field]]
id = "kid_school"
kind = "text"
"#;

fn birth() -> Visit {
    let mut visit = Visit::to(&form(&BIRTH.replace("story", "birth")));
    visit.give("full_name", r#""Lin Mei""#).give("income", r#"{"amount":"9000","currency":"TWD"}"#);
    visit.give("child_name/0", r#""Ari""#).give("children/1", "true").give("child_name/1", r#""Bela""#);
    visit.give("children/2", "false");
    visit
}

/// The second form under another id.
fn grant() -> Visit {
    let story = form(GRANT);
    let mut grant = (*story).clone();
    grant.id = "grant".to_owned();
    Visit::to(&std::sync::Arc::new(grant))
}

#[test]
fn what_is_known_can_be_put_aside_in_between() {
    let (birth, mut grant) = (birth(), grant());
    let mut facts = Facts::default();
    facts.learn(&birth.journey);
    let forms = [birth.journey.form().clone(), grant.journey.form().clone()];
    let forms: Vec<&Form> = forms.iter().map(|form| &**form).collect();
    let read = Facts::read(&facts.write(), &forms);
    assert_eq!(read, facts);
    let changed = grant.journey.carry(&read);
    grant.keep(changed);
    assert_eq!(grant.json("applicant"), r#""Lin Mei""#);
    for damaged in [serde_json::json!(null), serde_json::json!([{ "fact": "applicant.name", "value": 5, "form": "x" }])]
    {
        assert!(Facts::read(&damaged, &forms).is_empty());
    }
    assert!(Facts::read(&facts.write(), &[]).is_empty(), "facts that no form shares any more");
}

#[test]
fn what_one_form_knows_the_next_does_not_ask() {
    let mut facts = Facts::default();
    facts.learn(&birth().journey);
    let mut visit = grant();
    let changed = visit.journey.carry(&facts);
    visit.keep(changed);
    assert_eq!(visit.json("applicant"), r#""Lin Mei""#);
    assert_eq!(visit.json("earnings"), "none", "what does not fit here is asked");
    let mut asked = Vec::new();
    for (name, json) in [
        ("earnings", r#"{"amount":"4000","currency":"TWD"}"#),
        ("bank", r#""Harbour Bank""#),
        ("kid_school/0", r#""North""#),
        ("kid_school/1", r#""South""#),
        ("kids/2", "false"),
    ] {
        asked.push(visit.asked());
        visit.give(name, json);
    }
    assert_eq!(asked, ["earnings", "bank", "kid_school/0", "kid_school/1", "another kids/2"]);
    assert_eq!(visit.asked(), "review");
    let review = visit.journey.review();
    assert_eq!(review[0].lines[0].from_other_form, Some("story"));
    assert_eq!(review[0].lines[1].from_other_form, None);
}

#[test]
fn what_was_carried_over_can_be_changed_and_is_then_the_forms_own() {
    let mut facts = Facts::default();
    facts.learn(&birth().journey);
    let mut visit = grant();
    let changed = visit.journey.carry(&facts);
    visit.keep(changed);
    assert!(!visit.journey.back(), "one does not come past what was never asked here");
    assert!(visit.journey.go_to(&at("applicant")));
    visit.give("applicant", r#""Lin Mei-Hua""#);
    assert_eq!(visit.journey.review()[0].lines[0].from_other_form, None);
    assert!(visit.journey.carry(&facts).is_empty(), "it is not overwritten again");
    assert_eq!(visit.json("applicant"), r#""Lin Mei-Hua""#);
    let resumed = Journey::resume(visit.journey.form().clone(), visit.store.clone(), TODAY).unwrap();
    assert_eq!(resumed.stored(), visit.journey.stored());
    let kid = resumed.review().iter().flat_map(|part| &part.lines).find(|l| *l.place == at("kid_name/0")).cloned();
    assert_eq!(kid.unwrap().from_other_form, Some("story"), "where it came from is kept");
}

#[test]
fn a_fact_that_was_changed_is_handed_on_as_it_is_now() {
    let mut first = birth();
    let mut facts = Facts::default();
    facts.learn(&first.journey);
    first.give("full_name", r#""Lin Mei-Hua""#);
    facts.learn(&first.journey);
    let mut visit = grant();
    visit.journey.carry(&facts);
    assert_eq!(visit.json("applicant"), r#""Lin Mei-Hua""#);
}
