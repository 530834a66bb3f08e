//! What the handbook tells form writers is true.

use crate::desk::{FOLDER, HANDBOOK, read, said_of, worked_example, written};
use kaunter_forms::{Value, complete};
use kaunter_spoken::Scheme;

#[test]
fn the_worked_example_has_no_fault_and_is_completed_by_its_answers() {
    let files = worked_example();
    assert_eq!(said_of(&files), []);
    let (catalogue, _) = read(&files);
    let form = catalogue.get("heating-help").unwrap();
    let answers = serde_json::from_str(written("example.json")).unwrap();
    let journey = complete(form, &answers, "2030-01-01".parse().unwrap()).unwrap();
    let phone = journey.value(&"phone".parse().unwrap());
    assert_eq!(phone, Some(&Value::Phone("+60123456789".to_owned())), "written as people of the country do");
    let mykad = Value::Identity { scheme: Scheme::MyKad, number: "510305105432".to_owned() };
    assert_eq!(journey.value(&"mykad".parse().unwrap()), Some(&mykad));
    let words = form.words("en").unwrap();
    assert!(words.privacy().contains(" 60 days "), "{}", words.privacy());
    let income = journey.value(&"income".parse().unwrap());
    assert_eq!(income, Some(&Value::Money { amount: 1400.into(), currency: "MYR".into() }));
    assert_eq!(journey.documents().len(), 2, "the home is rented");
    assert_eq!(form.files.len(), 3, "a draft keeps the files that it began with");
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
    for written in [
        "\"850112-10-5432\"",
        "{\"scheme\": \"mykad\", \"number\": \"850112105432\"}",
        "\"+60123456789\"",
        "{\"amount\": \"800\", \"currency\": \"MYR\"}",
        "{\"strokes\":",
        "{\"media_type\":",
        "{\"country\": \"MY\", \"parts\":",
        "`today`",
        "{ $retention_days }",
    ] {
        assert!(HANDBOOK.contains(written), "{written}");
    }
    for function in
        ["years_between", "months_between", "days_between", "sum(", "answered(", "exists_one", "decimal('", "time('"]
    {
        assert!(HANDBOOK.contains(function), "{function}");
    }
    assert!(HANDBOOK.contains(FOLDER));
}
