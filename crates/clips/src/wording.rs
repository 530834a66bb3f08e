//! Words, as far as one can hear them.

use std::time::Duration;

/// Signs that are said as words.
const SAID: [char; 16] = ['$', '€', '£', '¥', '￥', '₩', '%', '％', '‰', '°', '℃', '+', '=', '<', '>', '&'];

/// Whether two texts are spoken alike: how they are set, punctuated and spaced is not heard. What stands between two digits
/// is, and so are signs that are words.
///
/// ```
/// assert!(kaunter_clips::same_words("Bring **both** cards.", "bring both cards"));
/// assert!(!kaunter_clips::same_words("The fee is RM30.", "The fee is RM40."));
/// assert!(!kaunter_clips::same_words("The fee is RM3.50.", "The fee is RM350."));
/// ```
#[must_use]
pub fn same_words(one: &str, other: &str) -> bool {
    heard(one) == heard(other)
}

fn heard(text: &str) -> String {
    let (mut heard, mut between) = (String::new(), String::new());
    for sign in text.chars() {
        if !sign.is_alphanumeric() && !SAID.contains(&sign) {
            between.push(sign);
            continue;
        }
        if !between.is_empty() && sign.is_numeric() && heard.ends_with(char::is_numeric) {
            let marks = between.trim();
            heard.push_str(if marks.is_empty() { " " } else { marks });
        }
        between.clear();
        heard.extend(sign.to_lowercase());
    }
    heard
}

/// How long it takes to say a text unhurriedly, roughly: syllables of Han and Hangul characters, letters of others.
///
/// ```
/// assert_eq!(kaunter_clips::said_in("어서 오십시오.").as_secs(), 1);
/// ```
#[must_use]
pub fn said_in(text: &str) -> Duration {
    const A_SYLLABLE: Duration = Duration::from_millis(230);
    const A_LETTER: Duration = Duration::from_millis(70);
    let each = |letter: char| match letter {
        '\u{3400}'..='\u{9FFF}' | '\u{AC00}'..='\u{D7A3}' => A_SYLLABLE,
        _ => A_LETTER,
    };
    heard(text).chars().map(each).sum()
}
