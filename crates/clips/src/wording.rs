//! Words, as far as one can hear them.

use std::time::Duration;

/// Whether two texts are spoken alike as far as their letters and digits tell: how they are set, punctuated and spaced
/// is not heard.
///
/// ```
/// assert!(kaunter_clips::same_words("Bring **both** cards.", "bring both cards"));
/// assert!(!kaunter_clips::same_words("The fee is RM30.", "The fee is RM40."));
/// ```
#[must_use]
pub fn same_words(one: &str, other: &str) -> bool {
    heard(one).eq(heard(other))
}

fn heard(text: &str) -> impl Iterator<Item = char> {
    text.chars().filter(|letter| letter.is_alphanumeric()).flat_map(char::to_lowercase)
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
    heard(text).map(each).sum()
}
