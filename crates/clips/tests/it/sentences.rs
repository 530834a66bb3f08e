//! What of the kiosk's own words an agency can record.

use kaunter_clips::{Fixed, same_words, sentences};

const LANGUAGES: [&str; 4] = ["en", "ms", "ko", "zh-TW"];

#[test]
fn each_language_has_the_same_sentences_and_the_same_ones_hold_values() {
    let named = |language| {
        let sentences = sentences(language);
        sentences.into_iter().map(|(id, fixed)| (id, fixed == Fixed::WithValues)).collect::<Vec<_>>()
    };
    let english = named("en");
    assert!(english.len() > 200, "{}", english.len());
    for language in LANGUAGES {
        assert_eq!(named(language), english, "{language}");
    }
}

#[test]
fn a_sentence_is_as_the_screen_has_it_and_one_with_a_value_cannot_be_recorded() {
    let english = sentences("en");
    assert_eq!(english["voice-choices"], Fixed::Always("You can say or touch:".to_owned()));
    assert_eq!(english["reply-parts"], Fixed::WithValues);
    assert!(english.keys().all(|id| !id.starts_with("officer-")));
    assert_eq!(sentences("ko-KR"), sentences("ko"));
    assert!(sentences("fi").is_empty());
}

#[test]
fn a_recording_of_another_amount_hour_or_day_is_of_other_words() {
    for (now, recorded, same) in [
        ("Bring **both** cards.", "bring both cards", true),
        ("A well-known fee: RM30!", "A well known fee RM30", true),
        ("The fee is RM3.50.", "The fee is RM350.", false),
        ("Yurannya RM1,000.", "Yurannya RM1.000.", false),
        ("Buka 8:30 pagi", "Buka 830 pagi", false),
        ("費用是 1、2 天", "費用是 12 天", false),
        ("請帶 3 50 號", "請帶 350 號", false),
        ("5% 할인", "5 할인", false),
        ("₩3,000입니다.", "3,000입니다", false),
        ("11/12까지", "1112까지", false),
    ] {
        assert_eq!(same_words(now, recorded), same, "{now} | {recorded}");
    }
}
