use std::time::{Duration, Instant};

use kaunter_input::{Bopomofo, LoadError, MAX_SYMBOLS};
use proptest::prelude::*;

use crate::{BOPOMOFO, compose};

#[test]
fn what_is_no_bopomofo_stays_as_typed() {
    for (typed, read) in [
        ("abc", "abc"),
        ("😀👨‍👩‍👧", "😀👨‍👩‍👧"),
        ("ㄏㄨˋA ㄐㄧˊ", "護A級"),
        ("身分證", "身分證"),
        ("ˋˊ", "ˋˊ"),
        ("ㄅㄩㄦˇ", "ㄅㄩㄦˇ"),
        ("\u{0}\u{202e}", "\u{0}\u{202e}"),
        ("   ", ""),
    ] {
        assert_eq!(compose(typed).sentence, read, "{typed:?}");
    }
}

#[test]
fn one_can_always_go_on() {
    for typed in ["a", "ㄅㄩㄦˇㄏㄨˋ", "😀ㄏ", "ˊ"] {
        let first = &compose(typed).candidates[0];
        assert!(first.symbols > 0 && !first.text.is_empty(), "{typed}");
    }
}

#[test]
fn very_long_inputs_are_cut_and_take_no_longer() {
    for symbol in ["ㄕ", "ㄧ", "ㄐㄧ", "ㄕˋ", "😀", "a", " ", "ˋ"] {
        let endless = symbol.repeat(1_000_000);
        let cut: String = endless.chars().take(MAX_SYMBOLS).collect();
        assert_eq!(compose(&endless), compose(&cut), "{symbol}");
    }
}

#[test]
fn an_answer_comes_faster_than_a_key_is_released() {
    let typed = [
        "ㄏㄨㄢˋㄕㄣㄈㄣˋㄓㄥˋㄧㄠˋㄉㄞˋㄕㄜˊㄇㄜ˙".to_owned(),
        "ㄏㄨㄢㄕㄣㄈㄣㄓㄥㄧㄠㄉㄞㄕㄜㄇㄜ".to_owned(),
        "ㄕ".repeat(MAX_SYMBOLS),
        "ㄕㄐㄓㄧ".repeat(MAX_SYMBOLS / 4),
    ];
    for symbols in typed {
        compose(&symbols);
        // The best of several, so that a busy machine does not matter.
        let best = (0..10).map(|_| {
            let start = Instant::now();
            compose(&symbols);
            start.elapsed()
        });
        let best = best.min().unwrap_or_default();
        assert!(best < Duration::from_millis(5), "{symbols}: {best:?}");
    }
}

#[test]
fn several_may_type_at_once() {
    std::thread::scope(|scope| {
        for _ in 0..4 {
            scope.spawn(|| assert_eq!(BOPOMOFO.compose("ㄏㄨˋㄐㄧˊ").sentence, "戶籍"));
        }
    });
}

#[test]
fn a_damaged_dictionary_is_refused_with_the_line() {
    for text in ["ㄏㄨˋ\t護 1\nabc\t護 1", "ㄏㄨˋ\t護 1\nㄏㄨˋ\t護", "#\nㄏㄨˋ\t護 x", "\n ㄏ\t1 1"] {
        let refused = Bopomofo::read(&[text]).err();
        assert!(matches!(refused, Some(LoadError::Line { line: 2 })), "{text}: {refused:?}");
        assert_eq!(refused.map(|it| it.code()), Some("bopomofo-dictionary-line"));
    }
}

#[test]
fn another_dictionary_may_take_its_place() {
    let small = Bopomofo::read(&["ㄏㄨˋ\t護 5\t戶 2\n", "ㄏㄨˋ ㄓㄠˋ\t護照 3\nㄏㄨˋ\t互 9"]).unwrap();
    assert_eq!(small.compose("ㄏㄨˋㄓㄠˋ").sentence, "護照");
    let texts: Vec<_> = small.compose("ㄏㄨ").candidates.into_iter().map(|it| it.text).collect();
    assert_eq!(texts, ["互", "護", "戶"]);
}

proptest! {
    #[test]
    fn whatever_is_typed_every_candidate_uses_up_something_that_is_there(
        typed in "[ㄅㄆㄏㄓㄕㄧㄨㄩㄚㄜㄢˉˊˇˋ˙ a一😀]{0,40}"
    ) {
        let symbols = typed.chars().count();
        let composed = compose(&typed);
        prop_assert_eq!(composed.candidates.is_empty(), typed.trim().is_empty());
        for candidate in composed.candidates {
            prop_assert!((1..=symbols).contains(&candidate.symbols));
            prop_assert!(!candidate.text.is_empty());
        }
    }

    #[test]
    fn any_text_at_all_is_survived(typed in "\\PC{0,60}") {
        compose(&typed);
    }
}
