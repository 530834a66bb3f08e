//! What of the kiosk's own words an agency can record.

use kaunter_clips::{Fixed, sentences};

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
