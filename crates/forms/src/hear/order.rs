//! Addresses that are said from the small to the great, turned round.
//!
//! Knows where pieces of an address begin; what they are is found out afterwards.

/// The pieces of an address, the last one first; none where there is only one. `begins` tells whether a piece
/// begins with the text, and after how many bytes it ends, if that is known; `written` writes numbers in digits.
pub(super) fn turned(
    text: &str,
    begins: impl Fn(&str) -> Option<Option<usize>>,
    written: impl Fn(&str) -> String,
) -> Option<String> {
    let mut pieces: Vec<String> = pieces(text, begins).into_iter().map(written).collect();
    if pieces.len() < 2 {
        return None;
    }
    pieces.reverse();
    // A postal code stands anywhere, and is asked for last.
    pieces.sort_by_key(|piece| is_code(piece));
    Some(pieces.join(", "))
}

fn is_code(piece: &str) -> bool {
    piece.len() >= 3 && piece.chars().all(|c| c.is_ascii_digit())
}

fn pieces(text: &str, begins: impl Fn(&str) -> Option<Option<usize>>) -> Vec<&str> {
    let mut cuts = vec![0];
    let mut end = 0;
    let mut before = ' ';
    for (at, c) in text.char_indices() {
        let rest = text.get(at..).unwrap_or_default();
        let is_word = at >= end && !before.is_alphanumeric() && c.is_alphanumeric();
        if is_word && let Some(length) = begins(rest).or_else(|| code_length(rest).map(Some)) {
            cuts.push(at);
            end = at + length.unwrap_or(0);
        } else if c == ',' || at == end {
            cuts.push(at);
        }
        before = c;
    }
    cuts.push(text.len());
    let cut = cuts.windows(2).filter_map(|pair| text.get(*pair.first()?..*pair.get(1)?));
    cut.map(|piece| piece.trim_matches([',', ' ', '.'])).filter(|piece| !piece.is_empty()).collect()
}

fn code_length(rest: &str) -> Option<usize> {
    let digits = rest.chars().take_while(char::is_ascii_digit).count();
    (3..=6).contains(&digits).then_some(digits)
}
