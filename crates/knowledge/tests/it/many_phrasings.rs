//! An agency brings the questions of years, thousands to one answer: the entry is read whole and its neighbours are found
//! beside it.

use jiff::civil::{Date, date};

use crate::packs::{ask_on, knowing, told_in_all};

const DAY: Date = date(2026, 11, 21);
const OPENERS: [&str; 10] = [
    "where do I",
    "how can I",
    "may I",
    "is it allowed to",
    "I would like to",
    "can my son",
    "where could we",
    "who lets me",
    "am I free to",
    "show me how to",
];
const VERBS: [&str; 5] = ["park", "leave", "put", "store", "keep"];
const VEHICLES: [&str; 10] =
    ["car", "van", "lorry", "scooter", "trailer", "caravan", "motorbike", "tractor", "minibus", "bicycle"];
const PLACES: [&str; 10] = [
    "at the quay",
    "near the market",
    "in Temple Street",
    "by the station",
    "behind the school",
    "beside the church",
    "on the square",
    "under the bridge",
    "close to the park",
    "around the corner",
];

/// Every way of asking that these words make.
fn ways() -> Vec<String> {
    let mut ways = Vec::new();
    for opener in OPENERS {
        for verb in VERBS {
            for vehicle in VEHICLES {
                ways.extend(PLACES.map(|place| format!("{opener} {verb} a {vehicle} {place}")));
            }
        }
    }
    ways
}

#[test]
fn of_five_thousand_phrasings_none_is_lost_and_none_hides_its_neighbours() {
    let ways = ways();
    assert_eq!(ways.len(), 5_000);
    let faq = format!(
        "id,question,also_asked,answer\n\
         parking,Where can I park?,{},Park in the yard.\n\
         library,When is the library open?,library hours|is the library open today|when can I borrow books,It is open until six.\n\
         market,When is the market held?,market day|is there a market on Saturday|when do the stalls open,It is held on Fridays.\n",
        ways.join("|"),
    );
    assert!(faq.len() > 64 << 10, "a cell that no other column may have");
    let knowledge = knowing(&[("knowledge/en/faq.csv", &faq)]);
    for (question, answer) in [
        (ways[0].as_str(), "answer parking"),
        (ways[4_999].as_str(), "answer parking"),
        ("could my daughter leave her scooter by the church", "answer parking"),
        ("When is the library open?", "answer library"),
        ("is there a market on Saturday", "answer market"),
        ("when can I borrow books", "answer library"),
    ] {
        assert_eq!(told_in_all(&ask_on(&knowledge, question, DAY)), answer, "{question}");
    }
}
