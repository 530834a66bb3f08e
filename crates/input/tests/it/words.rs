use crate::{compose, offered};

/// Types each and expects it to be read so.
fn reads(cases: &[(&str, &str)]) {
    let wrong: Vec<_> = cases
        .iter()
        .map(|(typed, expected)| (typed, compose(typed).sentence, expected))
        .filter(|(_, read, expected)| read != *expected)
        .collect();
    assert!(wrong.is_empty(), "typed, read, expected: {wrong:#?}");
}

#[test]
fn words_of_the_counter_are_read() {
    reads(&[
        ("ㄕㄣㄈㄣˋㄓㄥˋ", "身分證"),
        ("ㄐㄧㄢˋㄎㄤㄅㄠˇㄒㄧㄢˇ", "健康保險"),
        ("ㄏㄨˋㄐㄧˊ", "戶籍"),
        ("ㄏㄨˋㄐㄧˊㄊㄥˊㄅㄣˇ", "戶籍謄本"),
        ("ㄐㄧㄚˋㄓㄠˋ", "駕照"),
        ("ㄐㄧㄢˋㄅㄠˇㄎㄚˇ", "健保卡"),
        ("ㄧㄣˋㄐㄧㄢˋㄓㄥˋㄇㄧㄥˊ", "印鑑證明"),
        ("ㄐㄧㄥˋㄌㄠˇㄎㄚˇ", "敬老卡"),
        ("ㄑㄩㄍㄨㄥㄙㄨㄛˇ", "區公所"),
        ("ㄆㄞˊㄓㄠˋㄕㄨㄟˋ", "牌照稅"),
        ("ㄔㄨㄕㄥㄉㄥㄐㄧˋ", "出生登記"),
        ("ㄕㄣㄒㄧㄣㄓㄤˋㄞˋ", "身心障礙"),
        ("ㄊㄞˊㄈㄥㄊㄧㄥˊㄅㄢ", "颱風停班"),
    ]);
}

#[test]
fn whole_questions_are_read() {
    reads(&[
        ("ㄏㄨㄢˋㄕㄣㄈㄣˋㄓㄥˋㄧㄠˋㄉㄞˋㄕㄜˊㄇㄜ˙", "換身分證要帶什麼"),
        ("ㄑㄧㄥˇㄨㄣˋㄐㄧㄚˋㄓㄠˋㄍㄨㄛˋㄑㄧˊㄗㄣˇㄇㄜ˙ㄅㄢˋ", "請問駕照過期怎麼辦"),
        ("ㄨㄛˇㄧㄠˋㄅㄢˋㄏㄨˋㄎㄡˇㄇㄧㄥˊㄅㄨˋ", "我要辦戶口名簿"),
        ("ㄅㄨˇㄈㄚㄏㄨˋㄓㄠˋㄉㄨㄛㄕㄠˇㄑㄧㄢˊ", "補發護照多少錢"),
        ("ㄒㄧㄥㄑㄧˊㄌㄧㄡˋㄧㄡˇㄎㄞㄇㄚ˙", "星期六有開嗎"),
        ("ㄕㄥㄒㄧㄠˇㄏㄞˊㄧㄡˇㄕㄜˊㄇㄜ˙ㄅㄨˇㄓㄨˋ", "生小孩有什麼補助"),
        ("ㄐㄧㄢˋㄅㄠˇㄎㄚˇㄅㄨˋㄐㄧㄢˋㄌㄜ˙", "健保卡不見了"),
        ("ㄅㄢㄐㄧㄚㄧㄠˋㄗㄣˇㄇㄜ˙ㄑㄧㄢㄏㄨˋㄎㄡˇ", "搬家要怎麼遷戶口"),
    ]);
}

#[test]
fn the_first_tone_may_be_unmarked_a_mark_or_a_space() {
    reads(&[
        ("ㄕㄣㄈㄣˋㄓㄥˋ", "身分證"),
        ("ㄕㄣˉㄈㄣˋㄓㄥˋ", "身分證"),
        ("ㄕㄣ ㄈㄣˋ ㄓㄥˋ", "身分證"),
        ("ㄕㄣ\u{3000}ㄈㄣˋ\u{3000}ㄓㄥˋ\u{3000}", "身分證"),
    ]);
}

#[test]
fn tones_may_be_left_out() {
    reads(&[
        ("ㄏㄨㄐㄧ", "戶籍"),
        ("ㄕㄣㄈㄣㄓㄥ", "身分證"),
        ("ㄐㄧㄢㄎㄤㄅㄠㄒㄧㄢ", "健康保險"),
        ("ㄏㄨㄢㄐㄧㄚㄓㄠ", "換駕照"),
        // Where the other tones are there, the one that is missing is most likely the first.
        ("ㄇㄚㄇㄚ˙", "媽媽"),
    ]);
}

#[test]
fn not_and_one_are_read_in_the_tone_of_speech_and_of_the_dictionary() {
    reads(&[
        ("ㄅㄨˊㄧㄠˋ", "不要"),
        ("ㄅㄨˋㄧㄠˋ", "不要"),
        ("ㄧˊㄍㄜ˙", "一個"),
        ("ㄧㄍㄜ˙", "一個"),
        ("ㄧˋㄑㄧˇ", "一起"),
        ("ㄧㄑㄧˇ", "一起"),
    ]);
}

#[test]
fn initials_alone_lead_to_words() {
    for (typed, word) in [("ㄕㄈㄓ", "身分證"), ("ㄏㄐㄊㄅ", "戶籍謄本"), ("ㄐㄎㄅㄒ", "健康保險")]
    {
        let all = typed.chars().count();
        assert!(offered(typed, all).iter().any(|text| text == word), "{typed} → {word}");
    }
    // What is still being typed gives characters too.
    assert!(offered("ㄏㄨ", 2).contains(&"換".to_owned()));
    assert!(offered("ㄓ", 1).contains(&"證".to_owned()));
}

#[test]
fn candidates_come_longest_first_and_say_how_much_they_use_up() {
    let candidates = compose("ㄐㄧㄢˋㄎㄤㄅㄠˇㄒㄧㄢˇ").candidates;
    let lengths: Vec<_> = candidates.iter().map(|it| it.text.chars().count()).collect();
    assert!(lengths.is_sorted_by(|a, b| a >= b), "{lengths:?}");
    assert_eq!((candidates[0].text.as_str(), candidates[0].symbols), ("健康保險", 13));
    assert!(offered("ㄐㄧㄢˋㄎㄤㄅㄠˇㄒㄧㄢˇ", 6).contains(&"健康".to_owned()));
    // Spaces belong to the syllable before them.
    assert!(offered("ㄕㄣ ㄈㄣˋ", 3).contains(&"身".to_owned()));
}

#[test]
fn single_characters_come_by_how_common_they_are() {
    for (typed, first) in [
        ("ㄕˋ", "是"),
        ("ㄅㄨˋ", "不"),
        ("ㄉㄜ˙", "的"),
        ("ㄨㄛˇ", "我"),
        ("ㄏㄠˇ", "好"),
        ("ㄖㄣˊ", "人"),
        ("ㄧㄡˇ", "有"),
        ("ㄗㄞˋ", "在"),
    ] {
        let symbols = typed.chars().count();
        assert_eq!(offered(typed, symbols)[0], first, "{typed}");
    }
}

#[test]
fn rare_characters_of_names_are_within_reach() {
    for (typed, character) in [
        ("ㄎㄨㄣ", "堃"),
        ("ㄧㄡˊ", "游"),
        ("ㄓㄜˊ", "喆"),
        ("ㄒㄧㄣ", "鑫"),
        ("ㄩˋ", "煜"),
        ("ㄒㄩㄢ", "瑄"),
        ("ㄖㄨㄟˋ", "叡"),
        ("ㄓㄥˋ", "𩏠"),
    ] {
        let symbols = typed.chars().count();
        assert!(offered(typed, symbols).iter().any(|text| text == character), "{typed} → {character}");
    }
}

#[test]
fn nothing_typed_gives_nothing() {
    let nothing = compose("");
    assert_eq!((nothing.sentence.as_str(), nothing.candidates.len()), ("", 0));
}
