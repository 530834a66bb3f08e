//! Words that nobody uses here, mended to the ones that are meant: a hasty finger, or a word spelt by ear.
//!
//! Only words of Latin letters: Hangul and Han are compared by letters and sounds anyway. Knows the words of a language
//! and of its texts, and nothing of ranking.

use std::cmp::Reverse;

use rustc_hash::{FxHashMap, FxHashSet};
use strsim::osa_distance;

use crate::analysis::{Analyzer, latin_sound};

/// Shorter words are like too many others.
const LEAST_LETTERS: usize = 4;
/// A word of so many letters may have two mistakes.
const LONG: usize = 8;
/// And from here on one that sounds like what is meant.
const LONG_ENOUGH_TO_SOUND: usize = 5;
/// Longer ones are no words.
const MOST_LETTERS: usize = 24;
/// As many passages are learned from: by then there is hardly a new word.
const PASSAGES: usize = 200_000;

/// The words of one language of a pack.
pub struct Spelling {
    /// Stems of words that need no mending.
    known: FxHashSet<String>,
    /// Words of the texts and how often each occurs, by first letter and in order.
    words: FxHashMap<char, Vec<(String, u32)>>,
}

impl Spelling {
    /// Learns the words of `texts`, which a word may be mended to, and the `everyday` ones, which are left as they are.
    pub fn of<'t>(
        texts: impl Iterator<Item = &'t str>,
        everyday: impl Iterator<Item = &'t str>,
        analyzer: &Analyzer,
    ) -> Self {
        let mut counts: FxHashMap<String, u32> = FxHashMap::default();
        let mut known = FxHashSet::default();
        for (word, _) in texts.take(PASSAGES).flat_map(|text| analyzer.words(text)) {
            *counts.entry(word.to_lowercase()).or_default() += 1;
        }
        known.extend(everyday.flat_map(|text| analyzer.words(text)).map(|(_, stem)| stem));
        known.extend(counts.keys().flat_map(|word| analyzer.words(word)).map(|(_, stem)| stem));
        let mut words: FxHashMap<char, Vec<(String, u32)>> = FxHashMap::default();
        for (word, count) in counts.into_iter().filter(|(word, _)| is_word(word)) {
            if let Some(first) = word.chars().next() {
                words.entry(first).or_default().push((word, count));
            }
        }
        words.values_mut().for_each(|alike| alike.sort_unstable());
        Self { known, words }
    }

    /// A text, in small letters and with single spaces, with its unknown words mended; `None` where there is nothing to mend.
    pub fn mended(&self, text: &str, analyzer: &Analyzer) -> Option<String> {
        let mut any = false;
        let words: Vec<&str> = text
            .split(' ')
            .map(|word| {
                let meant = self.meant(word, analyzer);
                any |= meant.is_some();
                meant.unwrap_or(word)
            })
            .collect();
        any.then(|| words.join(" "))
    }

    /// The word of the texts that an unknown one is most likely meant to be: the nearest, then the one that sounds like it,
    /// then the commonest.
    fn meant(&self, word: &str, analyzer: &Analyzer) -> Option<&str> {
        if !is_word(word) || analyzer.words(word).iter().any(|(_, stem)| self.known.contains(stem)) {
            return None;
        }
        let sound = latin_sound(word);
        let near = self.words.get(&word.chars().next()?)?.iter().filter_map(|(known, count)| {
            let sounds_alike = sound.is_some() && latin_sound(known) == sound;
            let most = mistakes(word.len(), sounds_alike);
            let mistakes = (known.len().abs_diff(word.len()) <= most).then(|| osa_distance(word, known))?;
            (mistakes <= most).then_some((mistakes, !sounds_alike, Reverse(*count), known.as_str()))
        });
        near.min().map(|(.., known)| known)
    }
}

/// As many mistakes are forgiven in a word.
fn mistakes(letters: usize, sounds_alike: bool) -> usize {
    if letters >= LONG || (sounds_alike && letters >= LONG_ENOUGH_TO_SOUND) { 2 } else { 1 }
}

fn is_word(word: &str) -> bool {
    (LEAST_LETTERS..=MOST_LETTERS).contains(&word.len()) && word.bytes().all(|letter| letter.is_ascii_lowercase())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::LanguageData;

    fn mended(question: &str) -> Option<String> {
        let data = LanguageData::of("en").unwrap();
        let analyzer = Analyzer::new(&data);
        let texts =
            ["How do I register a birth?", "Renew my passport.", "The opening hours of the registry", "Birth, birth"];
        let everyday = ["where can i park the car"];
        Spelling::of(texts.into_iter(), everyday.into_iter(), &analyzer).mended(question, &analyzer)
    }

    #[test]
    fn a_hasty_finger_and_a_word_by_ear_are_mended_to_what_the_texts_say() {
        for (typed, meant) in [
            ("how do i regester a berth", "how do i register a birth"),
            ("renew my pasport", "renew my passport"),
            ("the opening hors", "the opening hours"),
            ("the regsitry", "the registry"),
        ] {
            assert_eq!(mended(typed).as_deref(), Some(meant), "{typed}");
        }
    }

    #[test]
    fn what_is_a_word_and_what_is_like_none_is_left_as_it_is() {
        for typed in [
            "how do i register births",
            "where can i park the car",
            "a zeppelin",
            "hrs",
            "護照 passport",
            "0912345678",
            "",
        ] {
            assert_eq!(mended(typed), None, "{typed}");
        }
    }
}
