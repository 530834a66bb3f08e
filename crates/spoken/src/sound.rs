//! How words sound, for comparing what a recogniser wrote with what could have been meant.
//!
//! Han by Mandarin syllables, Hangul by its letters, Latin words as they are written and as they are said, everything
//! else as it is written.

use pinyin::ToPinyin;
use rphonetic::{DoubleMetaphone, Encoder};
use unicode_normalization::UnicodeNormalization;

/// How alike two texts sound, 0 to 1.
pub fn likeness(one: &[char], other: &[char]) -> f64 {
    let written = strsim::normalized_levenshtein(&key(one), &key(other));
    match (latin(one), latin(other)) {
        // Sounds alone are few: what is spelled in another way is never quite the same.
        (Some(one), Some(other)) => written.max((written + strsim::normalized_levenshtein(&one, &other)) / 2.0),
        _ => written,
    }
}

/// How Latin words are said; none where there is anything else, or too little to tell by.
fn latin(text: &[char]) -> Option<String> {
    let written: String = text.iter().collect();
    if !written.chars().all(|c| c.is_ascii_alphabetic() || matches!(c, ' ' | '-' | '\'' | '.' | ',')) {
        return None;
    }
    let words = written.split(|c: char| !c.is_ascii_alphabetic()).filter(|word| !word.is_empty());
    let code: String = words.map(|word| DoubleMetaphone::default().encode(word)).collect();
    (code.len() > 1).then_some(code)
}

/// Whether two characters sound the same but for tone and common confusions.
pub fn same(one: char, other: char) -> bool {
    one == other || (key(&[one]) == key(&[other]) && one.to_pinyin().is_some())
}

fn key(text: &[char]) -> String {
    let mut key = String::new();
    for c in text.iter().filter(|c| c.is_alphanumeric()) {
        match c.to_pinyin() {
            Some(syllable) => key.push_str(&folded(syllable.plain())),
            None => key.extend(std::iter::once(*c).nfd()),
        }
    }
    key
}

/// zh, ch, sh as z, c, s; -ng as -n; l as n.
fn folded(syllable: &str) -> String {
    let syllable = syllable.replacen("zh", "z", 1).replacen("ch", "c", 1).replacen("sh", "s", 1);
    syllable.trim_end_matches('g').replacen('l', "n", 1)
}
