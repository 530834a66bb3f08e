//! Mistyped words, corrected to the ones that are meant: a hasty finger, or a word spelt by ear.
//!
//! Only words of Latin letters: Hangul and Han are compared by letters and sounds anyway. Knows the words of a language
//! and of its texts, and nothing of ranking.

use std::cmp::Reverse;

use rustc_hash::{FxHashMap, FxHashSet};
use strsim::osa_distance;

use crate::analysis::{Analyzer, Script, latin_sound, normalise, runs};

/// Shorter words are like too many others.
const LEAST_LETTERS: usize = 4;
/// Longer ones are no words.
const MOST_LETTERS: usize = 24;
/// A word of so many letters may be two edits away from what is meant.
const LONG: usize = 8;
/// And from here on one that sounds like it.
const LONG_ENOUGH_TO_SOUND: usize = 5;
/// Most edits that are forgiven.
const MOST_EDITS: usize = 2;
/// Unknown words of a question that are looked up; one with more is no question.
const MOST_UNKNOWN: usize = 8;

/// The words of one language of a pack.
pub struct Spelling {
    /// Stems of words that need no correction.
    known: FxHashSet<String>,
    /// Words that a word may be corrected to, by first letter.
    words: FxHashMap<u8, Vec<Word>>,
}

struct Word {
    text: String,
    sound: Option<String>,
    /// Occurrences in the texts.
    count: u32,
}

impl Spelling {
    /// Learns the words of `texts`, to which a word may be corrected, and the `everyday` ones, which are left as they are.
    pub fn of<'t>(
        texts: impl Iterator<Item = &'t str>,
        everyday: impl Iterator<Item = &'t str>,
        analyzer: &Analyzer,
    ) -> Self {
        let (of_texts, of_speech) = (count(texts), count(everyday));
        let known = of_texts.keys().chain(of_speech.keys()).map(|word| analyzer.stem(word)).collect();
        let mut words: FxHashMap<u8, Vec<Word>> = FxHashMap::default();
        for (text, count) in of_texts {
            words.entry(text.as_bytes()[0]).or_default().push(Word { sound: latin_sound(&text), text, count });
        }
        Self { known, words }
    }

    /// A question with its unknown words corrected; `None` where there is nothing to correct.
    pub fn corrected(&self, question: &str, analyzer: &Analyzer) -> Option<String> {
        let (mut corrected, mut rest, mut unknown, mut any) = (String::new(), question, 0, false);
        for (script, run) in runs(question) {
            let (before, after) = rest.split_once(run)?;
            let word = normalise(run);
            let mut meant = None;
            if script == Script::Letters && is_word(&word) && unknown < MOST_UNKNOWN && !self.knows(&word, analyzer) {
                unknown += 1;
                meant = self.correction(&word);
            }
            any |= meant.is_some();
            corrected.push_str(before);
            corrected.push_str(meant.unwrap_or(run));
            rest = after;
        }
        corrected.push_str(rest);
        any.then_some(corrected)
    }

    fn knows(&self, word: &str, analyzer: &Analyzer) -> bool {
        self.known.contains(&analyzer.stem(word))
    }

    /// The word of the texts that an unknown one is most likely meant to be: the nearest, then the one that sounds like it,
    /// then the commonest. Its first letter is right.
    fn correction(&self, word: &str) -> Option<&str> {
        let sound = latin_sound(word);
        let near = self.words.get(word.as_bytes().first()?)?.iter().filter_map(|known| {
            if known.text.len().abs_diff(word.len()) > MOST_EDITS {
                return None;
            }
            let edits = osa_distance(word, &known.text);
            let sounds_alike = edits <= MOST_EDITS && sound.is_some() && known.sound == sound;
            let forgiven = edits <= edits_forgiven(word.len(), sounds_alike);
            forgiven.then_some((edits, !sounds_alike, Reverse(known.count), known.text.as_str()))
        });
        near.min().map(|(.., known)| known)
    }
}

fn edits_forgiven(letters: usize, sounds_alike: bool) -> usize {
    if letters >= LONG || (sounds_alike && letters >= LONG_ENOUGH_TO_SOUND) { MOST_EDITS } else { 1 }
}

/// How often each word occurs.
fn count<'t>(texts: impl Iterator<Item = &'t str>) -> FxHashMap<String, u32> {
    let mut counts: FxHashMap<String, u32> = FxHashMap::default();
    for text in texts {
        for (_, word) in runs(&normalise(text)).into_iter().filter(|(_, run)| is_word(run)) {
            match counts.get_mut(word) {
                Some(count) => *count += 1,
                None => drop(counts.insert(word.to_owned(), 1)),
            }
        }
    }
    counts
}

fn is_word(run: &str) -> bool {
    (LEAST_LETTERS..=MOST_LETTERS).contains(&run.len()) && run.bytes().all(|letter| letter.is_ascii_lowercase())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::LanguageData;

    fn corrected(question: &str) -> Option<String> {
        let data = LanguageData::of("en").unwrap();
        let analyzer = Analyzer::new(&data);
        let texts = [
            "How do I register a birth?",
            "Renew my passport.",
            "The opening hours of the registry",
            "Birth, 申請eTag",
        ];
        let everyday = ["where can i park the car"];
        Spelling::of(texts.into_iter(), everyday.into_iter(), &analyzer).corrected(question, &analyzer)
    }

    #[test]
    fn a_hasty_finger_and_a_word_by_ear_are_corrected_to_what_the_texts_say() {
        for (typed, meant) in [
            ("How do I regester a berth?", "How do I register a birth?"),
            ("renew my PASPORT", "renew my passport"),
            ("the opening hors", "the opening hours"),
            ("the regsitry", "the registry"),
            ("我要辦pasport，謝謝", "我要辦passport，謝謝"),
        ] {
            assert_eq!(corrected(typed).as_deref(), Some(meant), "{typed}");
        }
    }

    #[test]
    fn what_is_a_word_and_what_is_like_none_is_left_as_it_is() {
        let nonsense = "qwrtp ".repeat(10_000);
        for typed in [
            "how do i register births",
            "where can i park the car",
            "a zeppelin",
            "hrs",
            "護照 passport",
            "我的etag",
            "0912345678",
            "",
            &nonsense,
        ] {
            assert_eq!(corrected(typed), None, "{typed}");
        }
    }
}
