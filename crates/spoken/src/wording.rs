//! Ways of saying what is said in few ways: for whoever listens for just these, and whoever hears one.

use crate::{Command, Language, Phrase, text};

/// The wish, where nothing else is said.
///
/// ```
/// use kaunter_spoken::{Command, Language, command};
///
/// let english = Language::of("en")?;
/// assert_eq!(command("go back, please", &english), Some(Command::Back));
/// assert_eq!(command("my back hurts", &english), None);
/// # Ok::<(), kaunter_spoken::LanguageError>(())
/// ```
pub fn command(said: &str, language: &Language) -> Option<Command> {
    language.data().phrases.command(&text::fold(said))
}

/// At most `most` ways of saying it, as people write them, those first that are said most: yes and no in the language's own
/// order, all others the shortest first. Empty where the language has none.
///
/// ```
/// use kaunter_spoken::{Language, Phrase, wordings};
///
/// let chinese = Language::of("zh-TW")?;
/// assert!(wordings(Phrase::Yes, &chinese, 12).contains(&"對".to_owned()));
/// # Ok::<(), kaunter_spoken::LanguageError>(())
/// ```
pub fn wordings(of: Phrase, language: &Language, most: usize) -> Vec<String> {
    let ways = language.data().phrases.wordings.get(&of);
    ways.into_iter().flatten().take(most).cloned().collect()
}

/// Letters of a wording that may have been misheard: one in so many, and never more than [`MOST_MISHEARD`].
const ONE_MISHEARD_IN: usize = 4;
/// See [`ONE_MISHEARD_IN`].
const MOST_MISHEARD: usize = 2;

/// How many letters were misheard, where somebody said just this and nothing besides. A letter or two may be, a digit may
/// not; a word more is something else: `None`.
///
/// ```
/// use kaunter_spoken::misheard;
///
/// assert_eq!(misheard("having a baby?", "Having a baby"), Some(0));
/// assert_eq!(misheard("having a babe", "Having a baby"), Some(1));
/// assert_eq!(misheard("what do I get for having a baby", "Having a baby"), None);
/// assert_eq!(misheard("生育补助。", "生育補助"), Some(0));
/// assert_eq!(misheard("生育補助多少", "生育補助"), None);
/// assert_eq!(misheard("Counter 31", "Counter 1"), None);
/// ```
#[must_use]
pub fn misheard(said: &str, wording: &str) -> Option<usize> {
    let (said, wording) = (text::fold(said), text::fold(wording));
    let only = |text: &text::Folded, is: fn(char) -> bool| text.iter().copied().filter(|c| is(*c)).collect::<String>();
    let (heard, meant) = (only(&said, char::is_alphanumeric), only(&wording, char::is_alphanumeric));
    if meant.is_empty() || only(&said, char::is_numeric) != only(&wording, char::is_numeric) {
        return None;
    }
    let bearable = (meant.chars().count() / ONE_MISHEARD_IN).min(MOST_MISHEARD);
    Some(strsim::levenshtein(&heard, &meant)).filter(|apart| *apart <= bearable)
}
