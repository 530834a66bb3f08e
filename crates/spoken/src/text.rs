//! One spelling for what may be written in many: width, case, script, dashes, spaces.
//!
//! Everything that is compared is folded first, the words of a language as well as what was said.
//! Knows no language and no kind of value.

use unicode_normalization::UnicodeNormalization;

/// What was said, folded.
pub type Folded = Vec<char>;

/// Folds text. Traditional and simplified characters become one, and so do full and half width, case,
/// kinds of dashes, quotes and spaces.
pub fn fold(text: &str) -> Folded {
    let mut folded = Folded::with_capacity(text.len());
    for c in text.nfkc().flat_map(char::to_lowercase) {
        let c = match c {
            '‐'..='―' | '−' | '﹣' => '-',
            '’' | '‘' | '′' => '\'',
            '“' | '”' | '「' | '」' | '『' | '』' | '"' => ' ',
            '\u{200b}'..='\u{200f}' | '\u{feff}' => continue,
            c if c.is_whitespace() => ' ',
            '\u{4e00}'..='\u{9fff}' => simplified(c),
            c => c,
        };
        if c != ' ' || folded.last().is_some_and(|last| *last != ' ') {
            folded.push(c);
        }
    }
    while folded.last() == Some(&' ') {
        folded.pop();
    }
    folded
}

fn simplified(c: char) -> char {
    match c {
        // Written in both scripts, and read as a number in one only.
        '乾' | '著' => c,
        _ => {
            let mut buffer = [0; 4];
            let mut folded = fast2s::convert(c.encode_utf8(&mut buffer)).chars().collect::<Vec<_>>();
            if folded.len() == 1 { folded.pop().unwrap_or(c) } else { c }
        }
    }
}

/// Whether a letter of a script that parts words by spaces and writes them in letters.
pub fn is_latin(c: char) -> bool {
    c.is_alphabetic() && (c as u32) < 0x0250
}

/// Whether a word may begin or end before position `at`: not within a run of Latin letters or
/// digits.
pub fn is_edge(text: &[char], at: usize) -> bool {
    let within = |kind: fn(char) -> bool| kind(text[at - 1]) && kind(text[at]);
    at == 0 || at >= text.len() || !(within(is_latin) || within(|c| c.is_ascii_digit()))
}

/// Whether `word` stands at `at`, as a whole word where words are letters.
pub fn stands_at(text: &[char], at: usize, word: &[char]) -> bool {
    text.len() >= at + word.len()
        && text[at..at + word.len()] == *word
        && is_edge(text, at)
        && is_edge(text, at + word.len())
}

/// First position from `from` on where `word` stands.
pub fn find(text: &[char], from: usize, word: &[char]) -> Option<usize> {
    if word.is_empty() {
        return None;
    }
    (from..text.len()).find(|at| stands_at(text, *at, word))
}

/// Past spaces and commas.
pub fn skip_gap(text: &[char], mut at: usize) -> usize {
    while text.get(at).is_some_and(|c| matches!(c, ' ' | ',' | '、' | '，')) {
        at += 1;
    }
    at
}

/// Past spaces.
pub fn skip_space(text: &[char], mut at: usize) -> usize {
    while text.get(at) == Some(&' ') {
        at += 1;
    }
    at
}

/// Letters and digits; what is left counts as punctuation.
pub fn weight(text: &[char]) -> usize {
    text.iter().filter(|c| c.is_alphanumeric()).count()
}

/// Without what is neither letter nor digit before and behind.
pub fn trimmed(text: &[char]) -> Folded {
    let from = text.iter().position(|c| c.is_alphanumeric()).unwrap_or(text.len());
    let to = text.iter().rposition(|c| c.is_alphanumeric()).map_or(from, |last| last + 1);
    text[from..to].to_vec()
}

/// Replaces each of `words`, longest first, by a space. Where `apart`, only words that stand between
/// spaces or marks.
pub fn without(text: &[char], words: &[Folded], apart: bool) -> Folded {
    let mut left = Folded::with_capacity(text.len());
    let mut at = 0;
    while at < text.len() {
        let taken = words.iter().find(|word| {
            stands_at(text, at, word) && (!apart || (is_apart(text, at) && is_apart(text, at + word.len())))
        });
        match taken {
            Some(word) if !word.is_empty() => {
                left.push(' ');
                at += word.len();
            }
            _ => {
                left.push(text[at]);
                at += 1;
            }
        }
    }
    left
}

fn is_apart(text: &[char], at: usize) -> bool {
    at == 0 || at >= text.len() || !(text[at - 1].is_alphanumeric() && text[at].is_alphanumeric())
}

/// Folded words, the longest first.
pub fn words<'a>(words: impl IntoIterator<Item = &'a String>) -> Vec<Folded> {
    let mut folded: Vec<Folded> = words.into_iter().map(|word| fold(word)).filter(|word| !word.is_empty()).collect();
    folded.sort_by_key(|word| std::cmp::Reverse(word.len()));
    folded
}
