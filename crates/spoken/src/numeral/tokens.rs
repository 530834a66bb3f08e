//! The words of a number one after the other.

use rust_decimal::Decimal;

use super::NumeralData;
use crate::text::{self, Folded};

/// What a word does in a number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Role {
    /// 0 to 9.
    Digit(u8),
    /// 0 to 9, only digit by digit.
    Spelled(u8),
    /// 0 to 9, if it was misheard.
    Misheard(u8),
    /// 10, 20 … 90.
    Tens(u8),
    /// 10 to 99, complete.
    Fixed(u8),
    /// 10, 100, 1000 within a group.
    Scale(u32),
    /// Ends a group.
    Group(u64),
    /// Makes the digit before it a teen.
    Teen,
    /// Counts one if a scale follows.
    Article,
    /// "and".
    Joiner,
    /// Repeats the next digit.
    Repeat(u8),
    /// Between whole and fraction.
    Point,
    /// Written digits: their value and how many.
    Written(Decimal, usize),
}

/// A word at its place.
#[derive(Debug, Clone, Copy)]
pub struct Token {
    pub role: Role,
    pub end: usize,
    /// Makes the whole number ordinal, and ends it unless it is its first word.
    pub ordinal: bool,
    /// Says itself that it counts one: "seribu".
    pub one: bool,
    /// Of the second series of numbers.
    pub counting: bool,
}

/// A word of the language.
#[derive(Debug, Clone)]
struct Word {
    letters: Folded,
    role: Role,
    ordinal: bool,
    one: bool,
    counting: bool,
}

/// A language's numeral words, ready to be looked up.
#[derive(Debug, Clone, Default)]
pub struct Lexicon {
    words: Vec<Word>,
    pub minus: Vec<Folded>,
    pub ordinal_before: Vec<Folded>,
    pub ordinal_after: Vec<Folded>,
    prefixes: Vec<Folded>,
    pub trailing: bool,
    pub pairs: bool,
    /// "a thousand", never "thousand five hundred".
    pub counts_ones: bool,
}

impl Lexicon {
    /// Folds and sorts the words, the longest first.
    pub fn new(data: &NumeralData) -> Self {
        let mut words = plain_words(data);
        let prefixed: Vec<_> = data
            .ordinal_prefix
            .iter()
            .flat_map(|prefix| {
                let begins = words.iter().filter(|word| !matches!(word.role, Role::Point | Role::Joiner | Role::Teen));
                begins.map(|word| Word {
                    letters: [text::fold(prefix), word.letters.clone()].concat(),
                    ordinal: true,
                    ..word.clone()
                })
            })
            .collect();
        words.extend(prefixed);
        words.sort_by_key(|word| std::cmp::Reverse(word.letters.len()));
        Self {
            words,
            minus: text::words(&data.minus),
            ordinal_before: text::words(&data.ordinal_before),
            ordinal_after: text::words(&data.ordinal_after),
            prefixes: text::words(&data.ordinal_prefix),
            trailing: data.trailing,
            pairs: data.pairs,
            counts_ones: data.counts_ones,
        }
    }

    /// The words of a number from `at` on, at most 48. `marks`: whether written digits may hold a
    /// point and commas.
    pub fn tokens(&self, text: &Folded, at: usize, marks: bool) -> Vec<Token> {
        let mut tokens: Vec<Token> = Vec::new();
        let mut at = at;
        while tokens.len() < 48 {
            let start = if tokens.is_empty() { at } else { next_start(text, at, &tokens) };
            let Some(token) = self.token(text, start, marks) else { break };
            // An ordinal ends a number, or its prefix begins one.
            if token.ordinal && !tokens.is_empty() && self.is_prefixed(text, start) {
                break;
            }
            at = token.end;
            tokens.push(token);
        }
        tokens
    }

    /// Whether a numeral begins right here.
    pub fn begins_at(&self, text: &Folded, at: usize) -> bool {
        self.token(text, at, false).is_some_and(|token| !matches!(token.role, Role::Misheard(_) | Role::Joiner))
    }

    /// Whether a numeral ends right here.
    pub fn ends_at(&self, text: &Folded, at: usize) -> bool {
        (at.saturating_sub(8)..at).any(|start| {
            self.token(text, start, false)
                .is_some_and(|token| token.end == at && !matches!(token.role, Role::Misheard(_) | Role::Joiner))
        })
    }

    /// Whether a word for one digit ends right here.
    pub fn digit_ends_at(&self, text: &Folded, at: usize) -> bool {
        (at.saturating_sub(8)..at).any(|start| {
            let token = self.token(text, start, false);
            token.is_some_and(|token| token.end == at && matches!(token.role, Role::Digit(_)))
        })
    }

    fn is_prefixed(&self, text: &Folded, at: usize) -> bool {
        self.prefixes.iter().any(|prefix| text[at..].starts_with(prefix))
    }

    fn token(&self, text: &Folded, at: usize, marks: bool) -> Option<Token> {
        let first = *text.get(at)?;
        if first.is_ascii_digit() {
            return written(text, at, marks);
        }
        if let Some(prefix) = self.prefixes.iter().find(|prefix| text[at..].starts_with(prefix)) {
            let digits = at + prefix.len() + usize::from(text.get(at + prefix.len()) == Some(&'-'));
            if let Some(token) = written(text, digits, marks) {
                return Some(Token { ordinal: true, ..token });
            }
        }
        let found = |word: &&Word| word.letters.first() == Some(&first) && text::stands_at(text, at, &word.letters);
        let word = self.words.iter().find(found)?;
        Some(Token {
            role: word.role,
            end: at + word.letters.len(),
            ordinal: word.ordinal,
            one: word.one,
            counting: word.counting,
        })
    }
}

/// All words but those with a prefix.
fn plain_words(data: &NumeralData) -> Vec<Word> {
    let mut words: Vec<Word> = Vec::new();
    let mut add = |word: &String, role, ordinal| {
        words.push(Word {
            letters: text::fold(word),
            role,
            ordinal,
            one: data.ones.contains(word),
            counting: data.counting.contains(word),
        });
    };
    data.digits.iter().for_each(|(word, value)| add(word, Role::Digit(*value), false));
    data.spelled_digits.iter().for_each(|(word, value)| add(word, Role::Spelled(*value), false));
    data.mishearings.iter().for_each(|(word, value)| add(word, Role::Misheard(*value), false));
    data.tens.iter().for_each(|(word, value)| add(word, Role::Tens(*value), false));
    data.fixed.iter().for_each(|(word, value)| add(word, Role::Fixed(*value), false));
    data.scales.iter().for_each(|(word, value)| add(word, Role::Scale(*value), false));
    data.groups.iter().for_each(|(word, value)| add(word, Role::Group(*value), false));
    data.repeat.iter().for_each(|(word, value)| add(word, Role::Repeat(*value), false));
    data.articles.iter().for_each(|word| add(word, Role::Article, false));
    data.joiners.iter().for_each(|word| add(word, Role::Joiner, false));
    data.teen.iter().for_each(|word| add(word, Role::Teen, false));
    data.point.iter().for_each(|word| add(word, Role::Point, false));
    for (word, value) in &data.ordinals {
        add(word, if *value < 10 { Role::Digit(*value) } else { Role::Fixed(*value) }, true);
    }
    for (word, value) in &data.ordinal_scales {
        let scale = u32::try_from(*value).ok().filter(|scale| *scale < 1000);
        add(word, scale.map_or(Role::Group(*value), Role::Scale), true);
    }
    words
}

/// Where the next word may begin: after a space, after a hyphen between words, after a comma between groups.
fn next_start(text: &Folded, at: usize, tokens: &[Token]) -> usize {
    let start = text::skip_space(text, at);
    let after_written = matches!(tokens.last(), Some(Token { role: Role::Written(..), .. }));
    match text.get(start) {
        Some('-') if start == at && !after_written && text.get(at + 1).is_some_and(|c| c.is_alphabetic()) => at + 1,
        Some(',') if matches!(tokens.last(), Some(Token { role: Role::Group(_) | Role::Scale(_), .. })) => {
            text::skip_space(text, start + 1)
        }
        _ => start,
    }
}

fn written(text: &Folded, at: usize, marks: bool) -> Option<Token> {
    let mut end = digits_end(text, at);
    if end == at || end - at > 24 {
        return None;
    }
    let mut digits: String = text[at..end].iter().collect();
    let mut width = end - at;
    if marks {
        if width <= 3 {
            while text.get(end) == Some(&',') && digits_end(text, end + 1) == end + 4 && width <= 18 {
                digits.extend(&text[end + 1..end + 4]);
                end += 4;
                width += 3;
            }
        }
        if text.get(end) == Some(&'.') {
            let fraction = digits_end(text, end + 1);
            let goes_on = text.get(fraction) == Some(&'.') && text.get(fraction + 1).is_some_and(char::is_ascii_digit);
            if fraction > end + 1 && !goes_on && fraction - end <= 12 {
                digits.push('.');
                digits.extend(&text[end + 1..fraction]);
                end = fraction;
            }
        }
    }
    Some(Token { role: Role::Written(digits.parse().ok()?, width), end, ordinal: false, one: false, counting: false })
}

fn digits_end(text: &Folded, at: usize) -> usize {
    at + text.get(at..).unwrap_or_default().iter().take_while(|c| c.is_ascii_digit()).count()
}
