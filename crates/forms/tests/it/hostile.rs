//! Somebody means harm, or a hand slips: nothing panics, nothing hangs, nothing fills the memory.

use std::{
    sync::{Arc, LazyLock},
    time::{Duration, Instant},
};

use kaunter_forms::{Form, fuzz};
use proptest::{
    prelude::*,
    test_runner::{Config, RngSeed},
};

use crate::desk::{FOLDER, edited, said_of, with_rule, worked_example, written};

#[track_caller]
fn soon(what: &str, does: impl FnOnce()) {
    eprintln!("{what}");
    let begun = Instant::now();
    does();
    assert!(begun.elapsed() < Duration::from_secs(20), "{what} took {:?}", begun.elapsed());
}

#[test]
fn a_rule_made_for_harm_is_refused_or_read_at_once() {
    let deep = |open: &str, close: &str| format!("{}true{}", open.repeat(400), close.repeat(400));
    let rules = [
        deep("(", ")"),
        deep("!(", ")"),
        deep("[", "]"),
        "!".repeat(999),
        "-".repeat(998) + "1",
        "(".repeat(23) + "true",
        "1+".repeat(490) + "1 == 1",
        "true&&".repeat(160) + "true",
        "true?true:".repeat(99) + "true",
        "a.".repeat(499) + "a",
        "[0].map(x,".repeat(22) + "x",
        "things.map(t,things.map(u,t.price))".to_owned(),
        "'".to_owned() + &"x".repeat(900),
        "\"\"\"".to_owned(),
        "r'''".repeat(100),
        "\u{0}".to_owned(),
        "\u{202E}true".to_owned(),
        "👩‍👩‍👧".repeat(50),
        "0x".to_owned() + &"F".repeat(500),
        "9".repeat(500),
        "1e99999".to_owned(),
        ".".repeat(500),
        "?".repeat(500),
        "`a`".repeat(100),
        "true //".to_owned() + &"/".repeat(900),
        "true".repeat(100_000),
    ];
    for rule in rules {
        soon(&rule.chars().take(40).collect::<String>(), || _ = with_rule(&rule));
    }
}

#[test]
fn a_form_of_many_conditions_is_checked_in_seconds() {
    let many = |count: usize, field: &dyn Fn(usize) -> String| (0..count).map(field).collect::<String>();
    let before = "[[section.field]]\nid = \"wish\"";
    let conditions: Vec<String> = (0..40).map(|n| format!("f{n}")).collect();
    let fields = many(120, &|n| {
        let when = if n < 40 { String::new() } else { format!("when = \"{}\"\n", conditions.join(" && ")) };
        format!("[[section.field]]\nid = \"f{n}\"\nkind = \"yes-no\"\n{when}")
    });
    let chain = many(250, &|n| {
        let when = if n == 0 { "lives_alone".to_owned() } else { format!("!f{}", n - 1) };
        format!("[[section.field]]\nid = \"f{n}\"\nkind = \"yes-no\"\nwhen = \"{when}\"\n")
    });
    let values = many(200, &|n| {
        let value = if n == 0 { "own_income".to_owned() } else { format!("f{} + f{}", n - 1, n - 1) };
        format!("[[section.field]]\nid = \"f{n}\"\nkind = \"money\"\ncurrency = \"MYR\"\nvalue = \"{value}\"\n")
    });
    for fields in [fields, chain, values] {
        soon("many fields", || _ = said_of(&edited("form.toml", before, &format!("{fields}{before}"))));
    }
    let checks = many(300, &|n| {
        format!(
            "[[check]]\nid = \"c{n}\"\nof = [\"birth\"]\nrule = \"age(birth) > {n} || age(birth) < {} || home == 'own'\"\n",
            n * 2
        )
    });
    soon("many checks", || _ = said_of(&edited("form.toml", "[eligibility]", &format!("{checks}[eligibility]"))));
    let rules =
        many(300, &|n| format!("[[eligibility.rule]]\nid = \"r{n}\"\nall = [\"r{}\", \"r{}\"]\n", n + 1, n + 2));
    soon("many rules", || {
        _ = said_of(&edited(
            "form.toml",
            "[[eligibility.rule]]\nid = \"entitled\"",
            &format!("{rules}[[eligibility.rule]]\nid = \"entitled\""),
        ))
    });
}

/// Texts like those of forms, and not: pieces of the worked example in any order.
fn near_text(name: &'static str) -> impl Strategy<Value = Vec<u8>> {
    let pieces: Vec<&str> = written(name).split_inclusive(&['\n', '=', '"', ' ', '.'][..]).collect();
    let piece = prop_oneof![
        8 => proptest::sample::select(pieces).prop_map(str::to_owned),
        1 => ".{0,6}".prop_map(|text| text),
        1 => proptest::sample::select(vec!["{", "}", "[", "]", "[[", "'", "\"\"\"", "$", "->", "*[", "|", "&&", "?", "\u{FEFF}"])
            .prop_map(str::to_owned),
    ];
    proptest::collection::vec(piece, 0..120).prop_map(|pieces| pieces.concat().into_bytes())
}

/// The worked example with some bytes changed.
fn damaged(name: &'static str) -> impl Strategy<Value = Vec<u8>> {
    proptest::collection::vec((any::<proptest::sample::Index>(), any::<u8>()), 1..6).prop_map(move |changes| {
        let mut bytes = written(name).as_bytes().to_vec();
        for (at, byte) in changes {
            let at = at.index(bytes.len());
            bytes[at] = byte;
        }
        bytes
    })
}

fn config(cases: u32) -> Config {
    Config { cases, failure_persistence: None, rng_seed: RngSeed::Fixed(20_261_121), ..Config::default() }
}

proptest! {
    #![proptest_config(config(300))]

    #[test]
    fn any_bytes_are_read_as_a_form(bytes in prop_oneof![near_text("form.toml"), damaged("form.toml"), any::<Vec<u8>>()]) {
        fuzz::file(&worked_example(), &format!("{FOLDER}/form.toml"), &bytes);
    }

    #[test]
    fn any_bytes_are_read_as_words(bytes in prop_oneof![near_text("en.ftl"), damaged("en.ftl"), any::<Vec<u8>>()]) {
        fuzz::file(&worked_example(), &format!("{FOLDER}/en.ftl"), &bytes);
    }

    #[test]
    fn any_bytes_are_read_as_an_example(bytes in prop_oneof![near_text("example.json"), damaged("example.json")]) {
        fuzz::file(&worked_example(), &format!("{FOLDER}/example.json"), &bytes);
    }
}

static FORM: LazyLock<Arc<Form>> = LazyLock::new(|| fuzz::form(&worked_example()).unwrap());

/// What people say and write, and do not, in any order, behind so many bytes that say to what and how.
fn near_speech(how: usize) -> impl Strategy<Value = Vec<u8>> {
    let said = [
        "the fifth of March",
        "1953",
        "no,",
        "the sixth",
        "800 ringgit",
        "012-345 6789",
        "go back",
        "不是",
        "五十",
        "民國",
        "만이천",
        "원",
        "lima",
        "tak tahu",
        "12 Jalan Pasar",
        "40000",
        "\n",
        "{\"value\":",
        "true}",
        "\"1951-03-05\"}",
        "[",
        "null",
        "\u{0}",
    ];
    let piece = prop_oneof![4 => proptest::sample::select(said.to_vec()).prop_map(str::to_owned), 1 => ".{0,6}"];
    let words = proptest::collection::vec(piece, 0..8).prop_map(|pieces| pieces.join(" ").into_bytes());
    (proptest::collection::vec(any::<u8>(), how), words).prop_map(|(how, words)| [how, words].concat())
}

proptest! {
    #![proptest_config(config(600))]

    #[test]
    fn any_words_are_heard_as_an_answer(bytes in prop_oneof![near_speech(2), any::<Vec<u8>>()]) {
        fuzz::words(&FORM, &bytes);
    }

    #[test]
    fn any_bytes_are_read_as_a_stored_answer(bytes in prop_oneof![near_speech(1), any::<Vec<u8>>()]) {
        fuzz::answer(&FORM, &bytes);
    }
}

proptest! {
    #![proptest_config(config(1_500))]

    #[test]
    fn any_text_is_read_as_a_rule(pieces in proptest::collection::vec(proptest::sample::select(RULE_PIECES.to_vec()), 0..40)) {
        fuzz::rule(pieces.concat().as_bytes());
    }

    #[test]
    fn any_characters_are_read_as_a_rule(text in ".{0,60}") {
        fuzz::rule(text.as_bytes());
    }
}

const RULE_PIECES: &[&str] = &[
    "sure",
    "pick",
    "pay",
    "born",
    "things",
    "thing",
    "t",
    "u",
    ".",
    "(",
    ")",
    "[",
    "]",
    "{",
    "}",
    ",",
    ":",
    "?",
    "!",
    "-",
    "+",
    "*",
    "/",
    "%",
    "==",
    "!=",
    "<",
    ">=",
    "&&",
    "||",
    " in ",
    "'a'",
    "'",
    "\"",
    "1",
    "0.5",
    "0x1",
    "1u",
    "b'x'",
    "r'x'",
    "true",
    "null",
    "map",
    "filter",
    "exists",
    "exists_one",
    "all",
    "has",
    "size",
    "sum",
    "age",
    "date",
    "money",
    "answered",
    "`",
    "\\",
    "\n",
    "//",
    "@",
    "#",
    "é",
    "😀",
    "\u{0}",
    "today",
    "member.",
    ".map(t, t.price)",
];
