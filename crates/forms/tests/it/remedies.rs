//! What a form's writer reads: each message says where, what, and what to write instead.

use kaunter_forms::{AnswerLines, FormFiles, complete};
use serde_json::{Value as Json, json};

use crate::desk::{edited, read, with_field, worked_example, written};

/// All that is said, as `file:line: sentence | remedy`.
fn told(files: &FormFiles) -> Vec<String> {
    let (_, report) = read(files);
    let told = report.faults().iter().map(|fault| {
        let file = fault.file.rsplit('/').next().unwrap();
        let line = fault.line.map_or(String::new(), |line| format!(":{line}"));
        format!("{file}{line}: {} | {}", fault.kind, fault.kind.remedy())
    });
    told.collect()
}

#[track_caller]
fn tells(files: &FormFiles, wanted: &[&str]) {
    let told = told(files);
    assert_eq!(told.len(), 1, "{told:#?}");
    for part in wanted {
        assert!(told[0].contains(part), "{part:?} is not in {}", told[0]);
    }
}

#[test]
fn a_rule_with_the_habits_of_another_language_is_told_how_this_one_writes_it() {
    for (rule, wanted) in [
        ("lives_alone and home == 'own'", "“and” is written &&."),
        ("lives_alone OR home == 'own'", "“or” is written ||."),
        ("not lives_alone", "“not” is written !"),
        ("home = 'rented'", "Comparing is written ==."),
        ("home <> 'rented'", "written !=."),
        ("home == ‘rented’", "curly quotation marks; write a straight '"),
        ("home == 'rented", "a text is not closed"),
        ("lives_alone & lives_alone", "“and” is written &&."),
        ("(lives_alone", "Close every bracket"),
        ("lives_alone lives_alone", "“lives_alone” cannot stand there, at character 13"),
        ("lives_alone &&", "it ends too early"),
        ("birth > date('2026-02-30')", "“2026-02-30” is no day | Write it as in date('2026-01-31')."),
        ("lives_alone == 'yes'", "itself yes or no: write lives_alone for yes, !lives_alone for no."),
        ("income <= 900", "Write an amount as in money('1200')."),
        ("birth < '2026-01-31'", "Write a day as in date('2026-01-31')."),
    ] {
        let files = edited("form.toml", "when = \"home == 'rented'\"", &format!("when = \"{rule}\""));
        tells(&files, &["form.toml:", wanted]);
        assert!(!told(&files)[0].contains("expecting"), "the grammar's own language: {rule}");
    }
}

#[test]
fn what_is_missing_or_misplaced_in_form_toml_is_told_as_it_would_look() {
    let field = |rest: &str| with_field(&format!("[[section.field]]\nid = \"more\"\n{rest}\n"));
    let heading = "[[section.field]]\nid = \"full_name\"";
    let signing = "signing = { who = \"applicant\", how = \"signature\" }\n\n[[document]]\n";
    for (files, wanted) in [
        (field("kind = \"phone\"\nregion = \"Malaysia\""), "Choose one of: MY, TW, KR."),
        (field("kind = \"phone\"\nregion = \"my\""), "Choose one of: MY, TW, KR."),
        (field("kind = \"money\"\ncurrency = \"RM\""), "Choose one of: TWD, MYR, KRW, SGD,"),
        (field("kind = \"picture\""), "Write optional = true: people bring it to the counter."),
        (edited("form.toml", "retention_days = 60", "retention_days = \"60\""), "without quotation marks."),
        (edited("form.toml", "retention_days = 60\n", ""), "Add retention_days = 30: how long"),
        (
            edited("form.toml", heading, "[[field]]\nid = \"full_name\""),
            "Write [[section.field]], below the [[section]]",
        ),
        (edited("form.toml", signing, "[[document]]\nsigning = { who = \"a\", how = \"none\" }\n"), "Move it up"),
        (edited("form.toml", "passage = \"heating\"\notherwise", "otherwise"), "an FAQ entry's id under “passage”"),
        (edited("en.ftl", "home-own = My own\n", ""), "“home-own” is missing | Write “home-own = …” in this file."),
        (
            edited("en.ftl", "    .question = What is your full name?\n", ""),
            "Write “    .question = …” on a line below",
        ),
        (edited("en.ftl", "    .question = What is your", "\t.question = What is your"), "spaces, not tabs."),
    ] {
        tells(&files, &[wanted]);
    }
    let missing = told(&field("kind = \"phone\""));
    assert!(missing[0].contains("“region” is missing | Add region = \"MY\""), "{missing:?}");
}

/// The worked example's answers after a change, and all that is said of them.
fn amiss(change: &dyn Fn(&mut Json)) -> Vec<String> {
    let (catalogue, _) = read(&worked_example());
    let mut answers: Json = serde_json::from_str(written("example.json")).unwrap();
    change(&mut answers);
    let form = catalogue.get("heating-help").unwrap();
    let done = complete(form, answers.as_object().unwrap(), "2026-11-21".parse().unwrap());
    let wrong = done.err().map(|incomplete| incomplete.0).unwrap_or_default();
    wrong.iter().map(|amiss| format!("{amiss} | {}", amiss.remedy)).collect()
}

#[test]
fn an_answer_that_is_not_taken_is_told_with_what_would_be() {
    let amount = json!({ "amount": "10", "currency": "MYR" });
    for (field, answer, wanted) in [
        (
            "today",
            json!("tomorrow"),
            "“today”: it is not a date (answer-misshapen) | Write the day as in \"2026-01-31\".",
        ),
        ("home", json!(null), "“home”: it is not a text (answer-misshapen) | Write a code"),
        (
            "home",
            json!("castle"),
            "“castle” is not offered (answer-not-offered) | Write a code between quotation marks; the codes are rented, own.",
        ),
        ("heats_with", json!(["gas", "sun"]), "“heats_with”: “sun” is not offered"),
        ("heats_with", json!(["gas", "gas"]), "“gas” stands there twice (answer-repeated) | Write each code once."),
        ("heats_with", json!([]), "there are fewer than 1 (answer-too-few)"),
        ("full_name", json!(" "), "“full_name”: it is empty (answer-empty)"),
        ("wish", json!(""), "leave the key out: the question is optional."),
        ("mykad", json!("5103051054"), "a MyKad number has 12 digits (answer-length) | Write {\"scheme\": \"mykad\""),
        (
            "mykad",
            json!("519905-10-5432"),
            "begins with a day of birth (year, month, day), and this is none (answer-date-within)",
        ),
        (
            "phone",
            json!("12"),
            "this is no telephone number of Malaysia (answer-no-such-phone) | Write it with the country code, as in \"+60123456789\".",
        ),
        ("birth", json!("2999-01-01"), "“birth”: it lies after 2026-11-21 (answer-too-late)"),
        ("birth", json!("5 March"), "“birth”: it is not a day"),
        ("birth", json!("2010-01-01"), "the check “of_age” does not hold: age(birth) >= 18 (answer-check)"),
        ("own_income", json!({ "amount": "10", "currency": "TWD" }), "another currency than MYR"),
        ("own_income", json!("-1"), "“own_income”: it is less than 0 MYR"),
        ("income", amount.clone(), "“income”: it is not asked (answer-not-asked) | Delete it: the kiosk works it out."),
        ("nickname", json!("Mary"), "“nickname”: no such field is asked there"),
        ("members", json!([]), "Person 1, “member_name”: it is asked and has no answer (answer-needed) | Write a text"),
        ("members", json!("John"), "“members”: it is not a list"),
        (
            "members",
            json!([{ "member_name": "Amy", "member_age": 9, "member_income": amount }]),
            "Person 1, “member_income”: it is not asked",
        ),
        (
            "members",
            json!([{ "member_name": "Amy", "member_age": 200 }]),
            "Person 1, “member_age”: it is more than 120",
        ),
        ("members", json!([{}]), "Person 1, “member_name”: it is asked"),
        ("lives_alone", json!(true), "it is not asked"),
    ] {
        let told = amiss(&|all| all[field] = answer.clone());
        assert_eq!(told.len(), 1, "{told:#?}");
        assert!(told[0].contains(wanted), "{wanted:?} is not in {}", told[0]);
    }
}

#[test]
fn plain_ways_to_write_an_answer_are_taken() {
    for (field, answer) in [
        ("mykad", json!({ "scheme": "mykad", "number": "510305105432" })),
        ("mykad", json!("510305 10 5432")),
        ("phone", json!("+60 12-345 6789")),
        ("phone", json!("012-345 6789")),
        ("own_income", json!("600")),
        ("own_income", json!(600.5)),
    ] {
        assert_eq!(amiss(&|all| all[field] = answer.clone()), Vec::<String>::new(), "{answer}");
    }
}

#[test]
fn all_answers_that_are_wrong_by_themselves_are_told_at_once_and_on_their_lines() {
    let told = amiss(&|all| {
        all["home"] = json!("castle");
        all["phone"] = json!("12");
    });
    assert_eq!(told.len(), 2, "{told:#?}");
    tells(&edited("example.json", "\"rented\"", "\"castle\""), &["example.json:13: “home”: “castle”"]);
    tells(
        &edited("example.json", "\"member_age\": 9 }", "\"member_age\": 900 }"),
        &["example.json:10: Person 2, “member_age”"],
    );
    let lines = AnswerLines::of("{\n\"a:{\": \"\\\"}\",\n\"b\": [\n{ \"c\": 1 }, [2],\n{ \"c\": [] }]}");
    let line = |way: &str| lines.line(way);
    assert_eq!([line("a:{"), line("b"), line("b/0/c"), line("b/2/c")], [Some(2), Some(3), Some(4), Some(5)]);
    assert_eq!((line("b/2/d"), line("b/9"), line("d")), (Some(5), Some(3), None));
}
