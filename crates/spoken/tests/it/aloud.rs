//! What an old person hears when a screen is read aloud.

use std::{
    fs,
    path::{Path, PathBuf},
    time::{Duration, Instant},
};

use kaunter_spoken::{Sentence, aloud};
use proptest::prelude::*;

use crate::said::{TAGS, language};

/// What is written, a tab, what is heard; sentences are parted by ` ‖ `.
const TABLES: [&str; 4] = [
    include_str!("tables/aloud/zh-TW.tsv"),
    include_str!("tables/aloud/ms.tsv"),
    include_str!("tables/aloud/ko.tsv"),
    include_str!("tables/aloud/en.tsv"),
];

fn heard(tag: &str, text: &str) -> Vec<Sentence> {
    aloud(text, &language(tag))
}

fn words(tag: &str, text: &str) -> String {
    heard(tag, text).iter().map(|sentence| sentence.words.clone()).collect::<Vec<_>>().join(" ‖ ")
}

/// Letters, without spaces and marks, in lower case.
fn letters(text: &str) -> String {
    text.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

/// What must hold of any text.
fn holds(tag: &str, text: &str) -> Vec<Sentence> {
    let sentences = heard(tag, text);
    let mut past = 0;
    for sentence in &sentences {
        assert!(sentence.source.start >= past && sentence.source.end > sentence.source.start, "{tag} {sentence:?}");
        assert!(text.get(sentence.source.clone()).is_some(), "{tag} {sentence:?}");
        let digit = |c: char| c.is_ascii_digit() || ('０'..='９').contains(&c);
        assert!(!sentence.words.contains(digit), "{tag} {text:?}: {sentence:?}");
        assert!(sentence.words.chars().any(char::is_alphanumeric), "{tag} {text:?}: {sentence:?}");
        past = sentence.source.end;
    }
    sentences
}

/// What is said says the same when it is read aloud itself.
fn stays(tag: &str, text: &str) {
    let once: String = holds(tag, text).iter().map(|sentence| sentence.words.clone() + "\n").collect();
    let twice: String = heard(tag, &once).iter().map(|sentence| sentence.words.clone() + "\n").collect();
    assert_eq!(letters(&once), letters(&twice), "{tag} {text:?} is said otherwise the second time");
}

#[test]
fn every_line_of_the_tables_is_heard_so() {
    let mut wrong = Vec::new();
    for (tag, table) in TAGS.into_iter().zip(TABLES) {
        let mut cases = 0;
        for line in table.lines().filter(|line| !line.starts_with("//")) {
            let (text, expected) = line.split_once('\t').unwrap();
            let text = text.replace('⏎', "\n");
            cases += 1;
            stays(tag, &text);
            let said = words(tag, &text);
            if said != expected {
                wrong.push(format!("{tag} {text}\n   not {expected}\n   but {said}"));
            }
        }
        assert!(cases >= 60, "{tag}: {cases} cases");
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// All texts that visitors of the demonstration may meet.
fn texts(tag: &str) -> Vec<(PathBuf, String)> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../content");
    let mut paths: Vec<PathBuf> =
        fs::read_dir(root.join("knowledge").join(tag)).unwrap().map(|entry| entry.unwrap().path()).collect();
    let forms = fs::read_dir(root.join("forms")).unwrap();
    paths.extend(forms.map(|entry| entry.unwrap().path().join(format!("{tag}.ftl"))).filter(|path| path.is_file()));
    paths.sort();
    paths.into_iter().map(|path| (path.clone(), fs::read_to_string(path).unwrap())).collect()
}

#[test]
fn all_that_the_agency_publishes_can_be_read_aloud() {
    for tag in TAGS {
        let texts = texts(tag);
        assert!(texts.len() > 20, "{tag}: {}", texts.len());
        for (path, text) in texts {
            let began = Instant::now();
            stays(tag, &text);
            assert!(began.elapsed() < Duration::from_secs(10), "{}", path.display());
        }
    }
}

/// Words of three letters and more of the guides are all heard, but for measures and abbreviations.
#[test]
fn no_word_of_a_guide_is_lost() {
    let written_short = ["km", "cc", "http", "https", "ipp", "ipps"];
    for tag in TAGS {
        for (path, text) in texts(tag).into_iter().filter(|(path, _)| path.extension().is_some_and(|kind| kind == "md"))
        {
            for sentence in heard(tag, &text) {
                let source = without_targets(&text[sentence.source.clone()]);
                let said = letters(&sentence.words);
                let lost = source
                    .split(|c: char| !c.is_alphabetic())
                    .filter(|word| word.chars().count() > 2 && !written_short.contains(word))
                    .find(|word| !said.contains(&letters(word)));
                assert_eq!(lost, None, "{}: {sentence:?}", path.display());
            }
        }
    }
}

/// A link's target is not said.
fn without_targets(source: &str) -> String {
    let mut kept = String::new();
    for (place, part) in source.split("](").enumerate() {
        kept.push(' ');
        kept.push_str(if place == 0 { part } else { part.rsplit_once(')').map_or(part, |(_, rest)| rest) });
    }
    kept
}

#[test]
fn what_is_said_can_be_marked_on_the_screen() {
    let text = "# Fees\n\nThe fee is **$10**. Ask at [Counter 7](<fees.md#Pay>)!\n\n| Card | $25 |\n|---|---|\n- free";
    let marked: Vec<(String, &str)> =
        heard("en", text).into_iter().map(|sentence| (sentence.words.clone(), &text[sentence.source])).collect();
    let expected = [
        ("Fees", "Fees"),
        ("The fee is ten dollars.", "The fee is **$10**."),
        ("Ask at Counter seven!", "Ask at [Counter 7](<fees.md#Pay>)!"),
        ("Card", "Card"),
        ("twenty-five dollars", "$25"),
        ("free", "free"),
    ];
    assert_eq!(marked, expected.map(|(words, source)| (words.to_owned(), source)));
}

#[test]
fn a_long_sentence_comes_in_breaths() {
    for tag in TAGS {
        for (path, text) in texts(tag) {
            for sentence in heard(tag, &text) {
                let length = sentence.words.chars().count();
                assert!(length <= 200, "{} {length}: {sentence:?}", path.display());
            }
        }
    }
    let endless = "word ".repeat(500);
    assert!(heard("en", &endless).iter().all(|sentence| sentence.words.chars().count() <= 180));
    let unbroken = "字".repeat(5000);
    assert!(heard("zh-TW", &unbroken).iter().all(|sentence| sentence.words.chars().count() <= 180));
}

#[test]
fn ten_times_the_text_takes_ten_times_as_long() {
    for unit in
        ["a", "1", "1-", "(1)", "[", "](", "<b", "05-", "a.", "a@b.", "**", "1月", "110 ", "$1 ", "~", "。", " "]
    {
        for tag in ["en", "ko"] {
            let time = |bytes: usize| {
                let text = unit.repeat(bytes / unit.len());
                let began = Instant::now();
                let _ = heard(tag, &text);
                began.elapsed()
            };
            let (small, large) = (time(30_000), time(300_000));
            assert!(large < small * 40 + Duration::from_millis(500), "{tag} {unit}: {small:?}, then {large:?}");
        }
    }
}

const BITS: &[&str] = &[
    "0",
    "1",
    "12",
    "119",
    "1999",
    "2027",
    "05-555-0100",
    "A123",
    "H-K3QF-0421",
    "$",
    "NT$",
    "RM",
    "₩",
    "%",
    "°C",
    "km",
    "km/h",
    "cc",
    "m²",
    "年",
    "月",
    "日",
    "個",
    "第",
    "號",
    "樓",
    "元",
    "월",
    "일",
    "년",
    "명",
    "시",
    "분",
    "번",
    "층",
    "Januari",
    "May ",
    "am",
    "pm",
    "pagi",
    "오전",
    "上午",
    ":",
    ".",
    ",",
    "-",
    "–",
    "~",
    "/",
    "(",
    ")",
    "[",
    "](",
    ">",
    "#",
    "*",
    "|",
    "_",
    "@",
    "&",
    "+",
    "=",
    "×",
    "½",
    "①",
    "No.",
    "Art.",
    "e.g.",
    "Sdn. Bhd.",
    "Jln.",
    "a",
    "The ",
    "the ",
    "ke-",
    "th",
    "st",
    "F",
    "B",
    " ",
    " ",
    "\n",
    "。",
    "？",
    "!",
    "\"",
    "'",
    "https://",
    "www.",
    "\u{3000}",
    "１",
    "Ａ",
    "：",
    "월~금",
    "Mon–Fri",
    "<br>",
    "$5",
];

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn anything_at_all_is_said(text in "(?s).{0,80}") {
        for tag in TAGS {
            holds(tag, &text);
        }
    }

    #[test]
    fn signs_and_numbers_in_any_order_are_said(
        bits in prop::collection::vec(prop::sample::select(BITS.to_vec()), 0..14)
    ) {
        for tag in TAGS {
            holds(tag, &bits.concat());
            stays(tag, &bits.join(" "));
        }
    }
}
