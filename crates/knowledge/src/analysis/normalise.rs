//! One spelling for what people and recognisers spell in many ways.

use unicode_normalization::UnicodeNormalization;

/// Full-width forms, case, simplified characters and runs of white space made one.
///
/// Traditional characters are folded to simplified ones, because that direction is a function of
/// the single character; the result is for comparing and is never shown.
pub fn normalise(text: &str) -> String {
    let mut folded: String = text
        .nfkc()
        .flat_map(char::to_lowercase)
        .map(|c| if matches!(c, '’' | '‘' | '`' | '´') { '\'' } else { c })
        .collect();
    if folded.chars().any(is_han) {
        fast2s::replace(&mut folded);
    }
    folded
}

/// What a character is to the analysis.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Script {
    /// Written without spaces: two characters say what a word says elsewhere.
    Han,
    /// Syllables that can be taken apart into letters.
    Hangul,
    /// Any other letters and digits, written with spaces.
    Letters,
    /// Between words.
    Gap,
}

/// The script of a normalised character.
pub fn script(c: char) -> Script {
    if is_han(c) {
        Script::Han
    } else if ('\u{AC00}'..='\u{D7A3}').contains(&c) || ('\u{3131}'..='\u{318E}').contains(&c) {
        Script::Hangul
    } else if c.is_alphanumeric() || c == '\'' {
        Script::Letters
    } else {
        Script::Gap
    }
}

fn is_han(c: char) -> bool {
    matches!(c, '\u{3400}'..='\u{4DBF}' | '\u{4E00}'..='\u{9FFF}' | '\u{F900}'..='\u{FAFF}' | '\u{20000}'..='\u{323AF}' | '\u{3007}')
}

/// Maximal runs of one script, gaps left out.
pub fn runs(normalised: &str) -> Vec<(Script, &str)> {
    let mut found = Vec::new();
    let mut start = 0;
    let mut current = Script::Gap;
    for (at, c) in normalised.char_indices() {
        let here = script(c);
        if here != current {
            if current != Script::Gap {
                found.push((current, &normalised[start..at]));
            }
            start = at;
            current = here;
        }
    }
    if current != Script::Gap {
        found.push((current, &normalised[start..]));
    }
    found
}
