//! Who names a subject and no wish is asked which of a few is meant.

use std::collections::BTreeSet;

use jiff::civil::{Date, date};
use kaunter_knowledge::{Choice, Knowledge, Outcome, Reply};

use crate::{
    packs::{ask_on, knowing, told_in_all},
    sample::{ask, content, nothing_wrong, opened},
};

const DAY: Date = date(2026, 11, 21);

/// A ticket office, where everything is about tickets.
const FAQ: (&str, &str) = (
    "knowledge/en/faq.csv",
    "id,question,also_asked,answer\n\
     ticket-lost,Who replaces a lost ticket?,,The desk replaces it.\n\
     ticket-child,Who needs a child ticket?,,Nobody below twelve needs one.\n\
     ticket-night,Who sells a night ticket?,,The driver sells it.\n\
     lift,Where is the lift?,elevator,Behind the stairs.\n",
);

/// Subjects that have many sides in the sample pack.
const VAGUE: [(&str, &[&str]); 4] = [
    ("zh-TW", &["駕照", "補助", "津貼", "選舉", "車子"]),
    ("ms", &["cukai", "lesen", "bantuan", "insurans", "mengundi"]),
    ("ko", &["세금", "보조금", "투표"]),
    ("en", &["passport", "tax", "licence", "vehicle", "insurance", "voting"]),
];

fn choices(reply: &Reply) -> Option<&[Choice]> {
    match reply.parts.as_slice() {
        [part] => match &part.outcome {
            Outcome::Clarify(choices) => Some(choices),
            _ => None,
        },
        _ => None,
    }
}

/// What is wrong with what is offered, if anything.
fn fault(knowledge: &Knowledge, choices: &[Choice]) -> Option<String> {
    let ids: BTreeSet<&String> = choices.iter().map(|choice| &choice.id).collect();
    let labels: BTreeSet<&String> = choices.iter().map(|choice| &choice.label).collect();
    if !(2..=4).contains(&choices.len()) || ids.len() < choices.len() || labels.len() < choices.len() {
        return Some(format!("these are no choices: {choices:?}"));
    }
    let dead = choices.iter().find(|choice| choice.label.is_empty() || knowledge.quote(&choice.id, DAY).is_none());
    dead.map(|dead| format!("nothing comes after {dead:?}"))
}

#[test]
fn a_bare_subject_is_asked_back() {
    let office = knowing(&[FAQ]);
    for asked in ["ticket", "Ticket?", "please, ticket", "TICKET"] {
        let reply = ask_on(&office, asked, DAY);
        let choices = choices(&reply).unwrap_or_else(|| panic!("{asked}: {}", told_in_all(&reply)));
        assert_eq!(fault(&office, choices), None, "{asked}");
    }
}

#[test]
fn who_says_what_is_wanted_is_not_asked_back() {
    let office = knowing(&[FAQ]);
    for (asked, expected) in [
        ("Who replaces a lost ticket?", "answer ticket-lost"),
        ("child ticket", "answer ticket-child"),
        ("night ticket", "answer ticket-night"),
        ("elevator", "answer lift"),
    ] {
        assert_eq!(told_in_all(&ask_on(&office, asked, DAY)), expected, "{asked}");
    }
}

#[test]
fn subjects_with_many_sides_are_asked_back_in_every_language() {
    let mut wrong = Vec::new();
    for (language, subjects) in VAGUE {
        for subject in subjects {
            let reply = ask(language, subject);
            let Some(choices) = choices(&reply) else {
                wrong.push(format!("{language} {subject}: {}", told_in_all(&reply)));
                continue;
            };
            wrong.extend(fault(opened(language), choices).map(|fault| format!("{language} {subject}: {fault}")));
            wrong.extend(
                twins(language, choices)
                    .map(|(entry, section)| format!("{language} {subject}: {entry} and {section} say the same")),
            );
        }
    }
    nothing_wrong(&wrong);
}

#[test]
fn a_choice_that_is_taken_is_answered() {
    let office = knowing(&[FAQ]);
    let reply = ask_on(&office, "ticket", DAY);
    for choice in choices(&reply).expect("which of the tickets?") {
        assert_eq!(told_in_all(&ask_on(&office, &choice.label, DAY)), format!("answer {}", choice.id));
    }
}

/// An entry that is offered together with the section that it is taken from.
fn twins<'c>(language: &str, choices: &'c [Choice]) -> impl Iterator<Item = (&'c str, &'c str)> {
    let section_of = |id: &str| {
        let entry = content(language).entries.iter().find(|entry| entry.id == id)?;
        Some(format!("{}#{}", entry.source.as_deref()?, entry.section.as_deref()?))
    };
    let sections: Vec<Option<String>> = choices.iter().map(|choice| section_of(&choice.id)).collect();
    choices.iter().zip(sections).filter_map(|(entry, section)| {
        let section = section?;
        let twin = choices.iter().find(|choice| choice.id == section)?;
        Some((entry.id.as_str(), twin.id.as_str()))
    })
}
