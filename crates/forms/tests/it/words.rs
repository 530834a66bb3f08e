//! A form's words: what is needed, what is too much, what refers to nothing.

use std::collections::BTreeMap;

use kaunter_forms::FormFiles;

use crate::desk::{FOLDER, edited, read, said_of, worked_example};

/// Mistakes in `en.ftl`, with what is said: code, and the line's beginning.
pub fn mistakes() -> Vec<(FormFiles, Vec<(&'static str, &'static str)>)> {
    let edit = |old: &str, new: &str| edited("en.ftl", old, new);
    let mut more = worked_example();
    more.insert(format!("{FOLDER}/de.ftl"), b"form-title = Heizung"[..].into());
    vec![
        (edit("form-title = Help with heating costs\n", ""), vec![("word-missing", "")]),
        (edit("    .question = What is your full name?\n", ""), vec![("word-missing", "full_name")]),
        (edit("home-own = My own\n", ""), vec![("word-missing", "")]),
        (edit("members-more = Does anyone else live with you?\n", ""), vec![("word-missing", "")]),
        (edit("form-title = Help with heating costs", "form-title = { \"\" }"), vec![("word-missing", "form-title")]),
        (edit("wish = Anything else", "wishes = What\nwish = Anything else"), vec![("word-unused", "wishes")]),
        (edit("    .why = Only", "    .whyever = Only"), vec![("word-unused", ".whyever")]),
        (edit("wish = Anything else", "home = House\nwish = Anything else"), vec![("word-repeated", "home = House")]),
        (edit("wish = Anything else", "wish = { $wish }"), vec![("unknown-variable", "wish")]),
        (edit("{ $income } a month", "{ $salary } a month"), vec![("unknown-variable", "officer-summary")]),
        (edit("{ $income } a month", "{ $member_age } a month"), vec![("unknown-variable", "officer-summary")]),
        (edit("Person { $number }", "Person { $members }"), vec![("unknown-variable", "members-item")]),
        (edit("wish = Anything else", "wish = { wishes }"), vec![("unknown-reference", "wish")]),
        (edit("wish = Anything else", "wish = { -office }"), vec![("unknown-reference", "wish")]),
        (edit("wish = Anything else", "wish = { SHOUT(\"x\") }"), vec![("unknown-reference", "wish")]),
        (edit("wish = Anything else", "wish = { home } and { wish }"), vec![("unknown-reference", "wish")]),
        (
            edit("wish = Anything else", "wish = Anything {"),
            vec![("word-missing", "wish"), ("word-missing", "wish"), ("words-unreadable", "wish")],
        ),
        (edit("    .question = What is your", "\t.question = What is your"), vec![("words-unreadable", ".question")]),
        (edit("form-title = Help", "form-title = { $retention_days } Help"), vec![("unknown-variable", "form-title")]),
        (edit("home-own = My own", "home-own = rented"), vec![("ambiguous-choice", "home-rented")]),
        (edit("let|tenant", "let|my own"), vec![("ambiguous-choice", "home-rented")]),
        (edit("wish = Anything else", &format!("wish = {}", "{".repeat(5000))), vec![("words-unreadable", "")]),
        (more, vec![("words-of-no-language", "")]),
    ]
}

#[test]
fn every_mistake_in_words_is_named_with_its_line() {
    for (number, (files, expected)) in mistakes().into_iter().enumerate() {
        let mut said = said_of(&files);
        said.sort();
        let said: Vec<(&str, &str)> =
            said.iter().map(|(code, line)| (code.split(' ').next_back().unwrap(), line.as_str())).collect();
        let right = said.len() == expected.len()
            && said.iter().zip(&expected).all(|(said, right)| said.0 == right.0 && said.1.starts_with(right.1));
        assert!(right, "mistake {number}: said {said:?}, expected {expected:?}");
    }
}

#[test]
fn the_officer_reads_a_summary_that_follows_the_numbers() {
    let (catalogue, _) = read(&worked_example());
    let words = catalogue.get("heating-help").unwrap().words("en").unwrap().clone();
    let summary = |members: &str| {
        let said = [("full_name", "Mary Tan"), ("members", members), ("income", "RM 1,400")];
        let said: BTreeMap<String, String> = said.map(|(name, said)| (name.to_owned(), said.to_owned())).into();
        words.officer_summary(&said)
    };
    assert_eq!(
        summary("1"),
        "Mary Tan (born —) asks for help with heating. One other person in the household, RM 1,400 a month together."
    );
    assert!(summary("0").contains("Lives alone"));
    assert!(summary("3").contains("3 others"));
}

#[test]
fn words_are_found_where_a_screen_looks_for_them() {
    let (catalogue, _) = read(&worked_example());
    let form = catalogue.get("heating-help").unwrap();
    let words = form.words("en").unwrap();
    assert_eq!(words.title(), "Help with heating costs");
    assert_eq!(words.question("birth"), "When were you born?");
    assert_eq!((words.why("birth"), words.help("birth")), (Some("Only grown-ups can apply."), None));
    assert_eq!(words.question("income"), "Income of the household", "nobody is asked for it");
    assert_eq!(words.item("members", 2), "Person 2");
    assert_eq!(words.any("members"), words.more("members"));
    assert_eq!(words.also("heats_with", "wood"), ["logs", "pellets"]);
    assert_eq!(words.also("heats_with", "gas"), [""; 0]);
    assert_eq!(form.words("ko").unwrap().language(), "en", "the office's words, where a language has none");
}
