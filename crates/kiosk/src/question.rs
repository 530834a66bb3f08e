//! What is kept of a question as it arrives.

use zeroize::Zeroizing;

use crate::{refusal::Refusal, said::Said};

/// Characters of a question that are read; what stands behind them is left out.
pub const LONGEST: usize = 500;

/// The question as it is asked and shown: trimmed, one line, without characters that are not seen.
///
/// # Errors
/// [`Refusal::QuestionEmpty`] when nothing is left.
pub fn read(raw: &Said) -> Result<Said, Refusal> {
    // Room for all of it at once: a string that grows leaves copies behind.
    let mut line = Zeroizing::new(String::with_capacity(raw.as_str().len()));
    let seen = raw.as_str().chars().map(|c| if c.is_whitespace() { ' ' } else { c });
    for c in seen.filter(|&c| !is_unseen(c)) {
        if c != ' ' || !(line.is_empty() || line.ends_with(' ')) {
            line.push(c);
        }
    }
    let end = line.char_indices().nth(LONGEST).map_or(line.len(), |(at, _)| at);
    match line[..end].trim_end() {
        "" => Err(Refusal::QuestionEmpty),
        kept => Ok(Said::from(kept)),
    }
}

/// Control characters, and those that turn the direction of what follows or have no width.
fn is_unseen(c: char) -> bool {
    c.is_control()
        || matches!(c, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read_as(raw: &str, expected: &str) {
        assert_eq!(read(&Said::from(raw)).unwrap().as_str(), expected);
    }

    #[test]
    fn a_question_is_one_clean_line() {
        read_as("  How much\n\tis it?  ", "How much is it?");
        read_as("ど\u{0}こ\u{1b}[31m", "どこ[31m");
        read_as("\u{202e}abc\u{feff}", "abc");
        read_as("護照　多少錢", "護照 多少錢");
    }

    #[test]
    fn only_the_first_five_hundred_characters_are_read() {
        read_as(&"長".repeat(2000), &"長".repeat(500));
        read_as(&format!("{} b", "a".repeat(499)), &"a".repeat(499));
    }

    #[test]
    fn nothing_is_no_question() {
        for raw in ["", "   ", "\n\u{0}\u{200b}"] {
            assert_eq!(read(&Said::from(raw)).unwrap_err(), Refusal::QuestionEmpty);
        }
    }
}
