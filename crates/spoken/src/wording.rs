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

/// At most `most` ways of saying it, as people write them, the shortest first: those are said most. Empty where the
/// language has none.
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
