//! Empty, endless, nonsensical and hostile input: never a panic, and nothing made up.

use std::time::{Duration, Instant};

use kaunter_spoken::{Kind, Trouble};
use proptest::prelude::*;

use crate::said::{TAGS, hear, understood, visit};

fn everywhere(said: &str) {
    for tag in TAGS {
        for kind in Kind::names() {
            let heard = hear(tag, kind, said, &visit());
            assert!((0.0..=1.0).contains(&heard.confidence), "{tag} {kind} {said:?}");
        }
    }
}

#[test]
fn nothing_said_is_nothing_heard() {
    for said in ["", " ", "\n", "…", "。", "???", "\u{200b}"] {
        for tag in TAGS {
            for kind in Kind::names().filter(|kind| *kind != "text") {
                let heard = hear(tag, kind, said, &visit());
                assert_eq!(heard.value, None, "{tag} {kind} {said:?}");
            }
        }
    }
}

#[test]
fn endless_talk_ends_at_once() {
    for unit in [
        "1",
        "一",
        "九十",
        "하나",
        "이십",
        "dua puluh ",
        "double ",
        "one hundred and ",
        "不對",
        "no, ",
        "a",
        "@",
        "年月日",
    ] {
        let said = unit.repeat(100_000 / unit.chars().count());
        let began = Instant::now();
        for tag in TAGS {
            for kind in Kind::names() {
                let heard = hear(tag, kind, &said, &visit());
                assert!(kind == "text" || heard.trouble == Some(Trouble::TooLong) || heard.value.is_none(), "{kind}");
            }
        }
        // What is just short of too long costs most.
        everywhere(&unit.repeat(230 / unit.chars().count()));
        assert!(began.elapsed() < Duration::from_secs(60), "{unit}: {:?}", began.elapsed());
    }
}

#[test]
fn numbers_beyond_all_bounds_are_not_made_up() {
    for (tag, said) in [
        ("zh-TW", "九千九百九十九京九千九百九十九兆兆兆"),
        ("ko", "구천구백구십구경구천구백구십구조억만"),
        ("ms", "sembilan ratus trilion trilion trilion"),
        ("en", "nine hundred trillion trillion trillion"),
        ("en", "99999999999999999999999999999999999999"),
    ] {
        for kind in ["integer", "money", "date", "time", "phone", "duration"] {
            assert_eq!(understood(&hear(tag, kind, said, &visit())), "?", "{kind} {said}");
        }
        everywhere(said);
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn anything_at_all(said in "\\PC{0,60}") {
        everywhere(&said);
    }

    #[test]
    fn words_of_the_languages_in_any_order(
        words in prop::collection::vec(prop::sample::select(WORDS.to_vec()), 0..14)
    ) {
        everywhere(&words.concat());
        everywhere(&words.join(" "));
    }
}

const WORDS: &[&str] = &[
    "一",
    "十",
    "萬",
    "億",
    "零",
    "點",
    "分",
    "分之",
    "百分之",
    "半",
    "差",
    "民國",
    "年",
    "月",
    "日",
    "號",
    "下午",
    "塊",
    "毛",
    "不是",
    "不對",
    "是",
    "第",
    "일",
    "십",
    "만",
    "억",
    "점",
    "분의",
    "반",
    "년",
    "월",
    "시",
    "오후",
    "원",
    "아니",
    "말고",
    "번째",
    "열",
    "스물",
    "satu",
    "belas",
    "puluh",
    "ratus",
    "seribu",
    "perpuluhan",
    "setengah",
    "pukul",
    "petang",
    "ringgit",
    "sen",
    "bukan",
    "ke",
    "haribulan",
    "one",
    "twenty",
    "hundred",
    "thousand",
    "and",
    "a",
    "point",
    "half",
    "past",
    "to",
    "oh",
    "double",
    "no",
    "not",
    "March",
    "of",
    "the",
    "pm",
    "dollars",
    "at",
    "dot",
    "0",
    "12",
    "1953",
    "3.5",
    "1,000",
    "-",
    "/",
    ":",
    ".",
    ",",
    "%",
    "@",
    "+",
    "A",
    "x",
];
