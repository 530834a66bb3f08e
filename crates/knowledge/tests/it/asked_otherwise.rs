//! The same wish, put in other words: in another order, with hesitation, mistyped, misheard.
//!
//! What is asked stands in `asked_otherwise/<language>.toml`, by the kind of liberty that is taken.

use std::collections::BTreeMap;

use kaunter_pack::model::Entry;

use crate::sample::{ask, content, nothing_wrong};

/// By kind: what is asked, and the entry that is wanted.
type Asked = BTreeMap<String, BTreeMap<String, String>>;

/// Places among which the wanted one must be: an entry and the table of fees that it quotes are near each other.
const FIRST: usize = 2;
/// Cases of a kind below which it is hardly tried.
const LEAST: usize = 6;

/// Every liberty that is taken in a language must be there, and in several ways.
fn survives(language: &str, kinds: &[&str], asked: &str) {
    let asked: Asked = toml::from_str(asked).expect("the table reads");
    assert_eq!(asked.keys().map(String::as_str).collect::<Vec<_>>(), kinds, "{language}");
    let mut wrong = Vec::new();
    for (kind, cases) in &asked {
        assert!(cases.len() >= LEAST, "{language}: only {} cases of {kind}", cases.len());
        for (question, wanted) in cases {
            let entry = entry(language, wanted);
            let hits: Vec<String> = ask(language, question).hits.into_iter().take(FIRST).map(|hit| hit.id).collect();
            if !hits.iter().any(|id| is_it(entry, id)) {
                wrong.push(format!("{language}, {kind}: {question}: {} instead of {wanted}", hits.join(", ")));
            }
        }
    }
    nothing_wrong(&wrong);
}

fn entry(language: &str, id: &str) -> &'static Entry {
    content(language).entries.iter().find(|entry| entry.id == id).unwrap_or_else(|| panic!("{language} has no {id}"))
}

/// The entry, or the section that it is taken from, which says the same.
fn is_it(entry: &Entry, id: &str) -> bool {
    let section = entry.source.iter().zip(&entry.section).map(|(file, section)| format!("{file}#{section}")).next();
    id == entry.id || section.is_some_and(|section| id == section)
}

#[test]
fn in_chinese() {
    let kinds = ["by_sound", "english_words", "fillers", "full-width", "simplified", "typing_errors", "word_order"];
    survives("zh-TW", &kinds, include_str!("asked_otherwise/zh-TW.toml"));
}

#[test]
fn in_malay() {
    let kinds = ["affixes", "by_sound", "english_words", "fillers", "short_forms", "typing_errors", "word_order"];
    survives("ms", &kinds, include_str!("asked_otherwise/ms.toml"));
}

#[test]
fn in_korean() {
    let kinds = ["by_sound", "fillers", "full-width", "missing_spaces", "typing_errors", "word_order"];
    survives("ko", &kinds, include_str!("asked_otherwise/ko.toml"));
}

#[test]
fn in_english() {
    let kinds = ["by_sound", "fillers", "full-width", "typing_errors", "word_order"];
    survives("en", &kinds, include_str!("asked_otherwise/en.toml"));
}
