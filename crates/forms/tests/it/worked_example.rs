//! What the handbook tells form writers is true.

use kaunter_forms::{Value, complete};
use serde_json::json;

use crate::desk::{FOLDER, HANDBOOK, read, said_of, worked_example, written};

#[test]
fn the_worked_example_has_no_fault_and_is_completed_by_its_answers() {
    let files = worked_example();
    assert_eq!(said_of(&files), []);
    let (catalogue, _) = read(&files);
    let form = catalogue.get("heating-help").unwrap();
    let answers = serde_json::from_str(written("example.json")).unwrap();
    let journey = complete(form, &answers, "2030-01-01".parse().unwrap()).unwrap();
    let income = journey.value(&"income".parse().unwrap());
    assert_eq!(income, Some(&Value::Money { amount: 1400.into(), currency: "MYR".into() }));
    assert_eq!(journey.documents().len(), 2, "the home is rented");
    assert_eq!(form.files.len(), 3, "a draft keeps the files that it began with");
}

#[test]
fn an_answer_too_many_or_too_few_is_told_by_its_place() {
    let (catalogue, _) = read(&worked_example());
    let form = catalogue.get("heating-help").unwrap();
    let told = |change: &dyn Fn(&mut serde_json::Value)| {
        let mut answers = serde_json::from_str(written("example.json")).unwrap();
        change(&mut answers);
        let answers = answers.as_object().unwrap();
        complete(form, answers, "2026-11-21".parse().unwrap()).map(|_| ()).unwrap_err().to_string()
    };
    let amount = json!({ "amount": "10", "currency": "MYR" });
    assert_eq!(told(&|all| all["today"] = json!("tomorrow")), "“today” is not a date");
    assert_eq!(told(&|all| all["home"] = json!(null)), "“home” is not a text");
    assert_eq!(told(&|all| all["home"] = json!("castle")), "“home” is not taken (answer-not-offered)");
    assert_eq!(told(&|all| all["income"] = amount.clone()), "“income” is not asked");
    assert_eq!(
        told(&|all| all["members"][1]["member_income"] = amount.clone()),
        "“members/1/member_income” is not asked"
    );
    assert_eq!(told(&|all| all["lives_alone"] = json!(true)), "“members/0/member_age” is not asked");
    assert_eq!(told(&|all| all["members"] = json!([])), "“member_name/0” is asked and has no answer");
    assert_eq!(told(&|all| all["members"][1] = json!({})), "“member_name/1” is asked and has no answer");
    assert_eq!(told(&|all| all["birth"] = json!("2010-01-01")), "“birth” is not taken (answer-check: of_age)");
}

#[test]
fn the_handbook_names_every_kind_and_every_function() {
    for kind in [
        "yes-no",
        "name",
        "email",
        "signature",
        "picture",
        "choice",
        "choices",
        "text",
        "phone",
        "plate",
        "post-code",
        "date",
        "month",
        "time",
        "integer",
        "decimal",
        "money",
        "identity",
        "address",
        "place",
    ] {
        assert!(HANDBOOK.contains(&format!("`{kind}`")), "{kind}");
    }
    for function in
        ["years_between", "months_between", "days_between", "sum(", "answered(", "exists_one", "decimal('", "time('"]
    {
        assert!(HANDBOOK.contains(function), "{function}");
    }
    assert!(HANDBOOK.contains(FOLDER));
}
