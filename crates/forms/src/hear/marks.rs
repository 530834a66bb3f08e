//! Where a name begins in what was said, and the marks that the parts of an address carry: *No.*, 號, 호.

use crate::address::Part;

/// Length in bytes of the beginning of `text` that is `name`, whatever the case and the way 臺 is written.
pub(super) fn begins_with(text: &str, name: &str) -> Option<usize> {
    let folded = |c: char| if c == '臺' { '台' } else { c.to_lowercase().next().unwrap_or(c) };
    let mut rest = text.chars();
    let mut length = 0;
    for c in name.chars() {
        let said = rest.next()?;
        if folded(said) != folded(c) {
            return None;
        }
        length += said.len_utf8();
    }
    (!name.is_empty()).then_some(length)
}

/// The same, for whole words.
pub(super) fn begins_word(text: &str, name: &str) -> Option<usize> {
    let end = begins_with(text, name)?;
    let goes_on = text.get(end..)?.starts_with(char::is_alphanumeric);
    (!goes_on).then_some(end)
}

impl Part {
    /// The text without the mark before or behind it.
    pub(crate) fn bare<'t>(&self, text: &'t str) -> &'t str {
        let text = text.trim();
        let begin = self.begins.iter().filter_map(|begin| begins_with(text, begin)).max().unwrap_or(0);
        let text = text.get(begin..).unwrap_or_default().trim_start_matches(['.', ' ']);
        let end = self.ends.iter().filter(|_| self.number).find_map(|end| text.strip_suffix(end.as_str()));
        end.unwrap_or(text).trim()
    }

    /// A number with its mark at the beginning of the text, and where it ends.
    pub(super) fn marked_number(&self, text: &str) -> Option<(String, usize)> {
        let begin = self.begins.iter().filter_map(|begin| begins_with(text, begin)).max();
        let from = begin.unwrap_or(0);
        let from = from + text.get(from..)?.chars().take_while(|c| matches!(c, '.' | ' ')).count();
        let rest = text.get(from..)?;
        let digit = |c: &char| c.is_ascii_digit() || matches!(c, '-' | '之');
        let length: usize = rest.chars().take_while(digit).map(char::len_utf8).sum();
        let number = rest.get(..length).filter(|number| number.starts_with(|c: char| c.is_ascii_digit()))?;
        let marked = self.ends.iter().filter_map(|end| begins_with(rest.get(length..)?, end)).max();
        let end = from + length + marked.unwrap_or(0);
        (begin.is_some() || marked.is_some()).then(|| (number.to_owned(), end))
    }
}
