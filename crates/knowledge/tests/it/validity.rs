//! What holds no more, or not yet, is not said. The day decides.

use std::collections::BTreeSet;

use jiff::civil::{Date, date};
use kaunter_knowledge::Knowledge;

use crate::{
    packs::{MANIFEST, ask_on, knowing, told_in_all},
    sample::{LANGUAGES, TODAY, ask, content, mentioned, nothing_wrong},
};

const FAQ: &str = "\
id,question,also_asked,answer,topic,source,section,page,valid_from,valid_until
pass-2025,What does the bus pass cost?,price of a bus pass,The bus pass costs 5 dollars.,,,,,2025-01-01,2025-12-31
pass-2026,What does the bus pass cost?,price of a bus pass,The bus pass costs 6 dollars.,,,,,2026-01-01,2026-12-31
pass-later,What does the bus pass cost?,price of a bus pass,The bus pass costs 7 dollars.,,,,,2027-01-01,
ferry,What does the ferry cost?,,The ferry costs 3 dollars.,,ferry.md,The ferry fare,,,
lift,Where is the lift of the town hall?,,The lift is behind the stairs.,,,,,,
";
const FERRY: &str = "---\ntitle: Ferry\nversion: 2026-06-01\nvalid_from: 2026-06-01\nvalid_until: 2026-08-31\n---\n\
    # The ferry fare\nThe ferry across the harbour costs 3 dollars.\n";
const TOWER: &str = "---\ntitle: Tower\nversion: 2026-01-01\nvalid_until: 2026-03-31\n---\n\
    # Climbing the tower\nThe tower may be climbed until sunset.\n";

/// Everything that may be mentioned on a day. The pack as a whole ends with 2027.
const HOLDS: [(Date, &[&str]); 9] = [
    (date(2024, 12, 31), &["lift", "tower.md#Climbing the tower"]),
    (date(2025, 1, 1), &["lift", "tower.md#Climbing the tower", "pass-2025"]),
    (date(2025, 12, 31), &["lift", "tower.md#Climbing the tower", "pass-2025"]),
    (date(2026, 1, 1), &["lift", "tower.md#Climbing the tower", "pass-2026"]),
    (date(2026, 3, 31), &["lift", "tower.md#Climbing the tower", "pass-2026"]),
    (date(2026, 4, 1), &["lift", "pass-2026"]),
    (date(2026, 6, 1), &["lift", "pass-2026", "ferry", "ferry.md#The ferry fare"]),
    (date(2027, 12, 31), &["lift", "pass-later"]),
    (date(2028, 1, 1), &[]),
];

const QUESTIONS: [&str; 6] = [
    "What does the bus pass cost?",
    "price of a bus pass",
    "What does the ferry cost?",
    "climbing the tower",
    "Where is the lift of the town hall?",
    "bus pass, ferry, tower and lift",
];

fn harbour() -> Knowledge {
    let manifest = format!("{}valid_until = \"2027-12-31\"\n", MANIFEST.1);
    knowing(&[
        (MANIFEST.0, &manifest),
        ("knowledge/en/faq.csv", FAQ),
        ("knowledge/en/ferry.md", FERRY),
        ("knowledge/en/tower.md", TOWER),
    ])
}

#[test]
fn each_day_knows_just_what_holds_on_it() {
    let harbour = harbour();
    let mut wrong = Vec::new();
    for (day, holds) in HOLDS {
        let replies: Vec<_> = QUESTIONS.iter().map(|question| ask_on(&harbour, question, day)).collect();
        let found: BTreeSet<String> = replies.iter().flat_map(mentioned).collect();
        let expected: BTreeSet<String> = holds.iter().map(|&id| id.to_owned()).collect();
        if found != expected {
            wrong.push(format!("{day}: {found:?} instead of {expected:?}"));
        }
    }
    nothing_wrong(&wrong);
}

#[test]
fn the_price_of_the_day_is_quoted_and_never_the_other() {
    let harbour = harbour();
    for (day, price) in [
        (date(2025, 12, 31), "answer pass-2025"),
        (date(2026, 1, 1), "answer pass-2026"),
        (date(2026, 12, 31), "answer pass-2026"),
        (date(2027, 1, 1), "answer pass-later"),
        (date(2028, 1, 1), "unknown"),
    ] {
        assert_eq!(told_in_all(&ask_on(&harbour, "What does the bus pass cost?", day)), price, "{day}");
    }
}

#[test]
fn what_does_not_hold_cannot_be_opened_by_touch() {
    let harbour = harbour();
    let known: BTreeSet<&str> = HOLDS.iter().flat_map(|(_, holds)| *holds).copied().collect();
    for (day, holds) in HOLDS {
        let opens: BTreeSet<&str> = known.iter().copied().filter(|id| harbour.quote(id, day).is_some()).collect();
        assert_eq!(opens, holds.iter().copied().collect(), "{day}");
    }
}

#[test]
fn a_citation_says_until_when_it_holds() {
    let harbour = harbour();
    let ferry = harbour.quote("ferry", date(2026, 7, 1)).expect("the ferry sails in July").citation;
    assert_eq!((ferry.valid_from, ferry.valid_until), (Some(date(2026, 6, 1)), Some(date(2026, 8, 31))));
    let lift = harbour.quote("lift", date(2026, 7, 1)).expect("the lift is always there").citation;
    assert_eq!((lift.valid_from, lift.valid_until), (None, None));
}

#[test]
fn who_asks_in_the_very_words_of_an_entry_that_ended_is_not_shown_it() {
    let mut wrong = Vec::new();
    for language in LANGUAGES {
        let ended: Vec<_> = content(language).entries.iter().filter(|e| !e.validity.holds_on(TODAY)).collect();
        assert!(ended.len() >= 2, "{language}: the sample pack keeps some entries that do not hold today");
        for entry in &ended {
            for question in std::iter::once(&entry.question).chain(&entry.also_asked) {
                let shown = mentioned(&ask(language, question));
                let ended = ended.iter().find(|ended| shown.contains(&ended.id));
                wrong.extend(ended.map(|ended| format!("{language} {question}: {}", ended.id)));
            }
        }
    }
    nothing_wrong(&wrong);
}
