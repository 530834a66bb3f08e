//! How words sound, so that what a recogniser, or a hasty finger, did to them is forgiven.

use pinyin::ToPinyin;
use rphonetic::{DoubleMetaphone, Encoder};

/// A Han character's Mandarin syllable without tone; syllables that speakers in Taiwan do not keep
/// apart (zh/z, ch/c, sh/s, -ing/-in, -eng/-en) are one.
pub fn mandarin(c: char) -> Option<String> {
    let plain = c.to_pinyin()?.plain();
    let folded = plain.replacen("zh", "z", 1).replacen("ch", "c", 1).replacen("sh", "s", 1);
    Some(match folded.strip_suffix('g') {
        Some(short) if folded.ends_with("ing") || folded.ends_with("eng") => short.to_owned(),
        _ => folded,
    })
}

/// Pushes the letters of a Hangul syllable; vowels that sound alike today (ㅐ/ㅔ, ㅒ/ㅖ, ㅙ/ㅚ/ㅞ) are one.
pub fn jamo(c: char, letters: &mut Vec<char>) {
    let Some(index) = (c as u32).checked_sub(0xAC00).filter(|index| *index < 11_172) else {
        letters.push(c);
        return;
    };
    let vowel = match index % 588 / 28 {
        5 => 1,
        7 => 3,
        11 | 15 => 10,
        other => other,
    };
    letters.extend(char::from_u32(0x1100 + index / 588));
    letters.extend(char::from_u32(0x1161 + vowel));
    if index % 28 > 0 {
        letters.extend(char::from_u32(0x11A7 + index % 28));
    }
}

/// A Latin word's phonetic code; none for short words and numbers, which collide.
pub fn latin(word: &str) -> Option<String> {
    if word.len() < 4 || !word.bytes().all(|b| b.is_ascii_alphabetic()) {
        return None;
    }
    let code = DoubleMetaphone::default().encode(word);
    (code.len() > 1).then_some(code)
}
