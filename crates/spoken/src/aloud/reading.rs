//! A line from left to right: what stands at each place, and what is said for it.
//!
//! What a language writes in its own way is tried first, then what is written alike everywhere: addresses,
//! telephone numbers, codes, numbers, signs. Everything else is said as it stands.

use super::{address, digits, line::Spot, template};
use crate::language::Inner;

/// Signs that are drawn only.
const DRAWN: &str = "*#|^•‣▪●◦■□◆◇★☆※►▶→←↑↓✓✔✗✘☐☑☎";
/// Characters before a short number among which words of calling are looked for, and behind it.
const NEAR: (usize, usize) = (28, 10);

/// What is said for something.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Said {
    /// A character as it stands.
    Copy,
    /// These words.
    Words(String),
    /// A short silence.
    Pause,
}

/// Something in a line, from one place to before another, and what is said for it.
#[derive(Debug, Clone)]
pub struct Element {
    /// First place.
    pub from: usize,
    /// Place after the last.
    pub to: usize,
    /// What is said.
    pub said: Said,
}

struct Reader<'a> {
    line: &'a [Spot],
    language: &'a Inner,
    elements: Vec<Element>,
    /// Up to where it is known that there is no address, and no code.
    no_address: usize,
    no_code: usize,
}

/// Everything in the line, in its order.
pub fn read(line: &[Spot], language: &Inner) -> Vec<Element> {
    let elements = Vec::with_capacity(line.len());
    let mut reader = Reader { line, language, elements, no_address: 0, no_code: 0 };
    let mut at = reader.item_number();
    while at < line.len() {
        at = reader.step(at);
    }
    reader.elements
}

impl Reader<'_> {
    fn plain(&self, at: usize) -> char {
        self.line.get(at).map_or(' ', |spot| spot.plain)
    }

    fn before(&self, at: usize) -> char {
        at.checked_sub(1).map_or(' ', |before| self.plain(before))
    }

    fn say(&mut self, from: usize, to: usize, words: String) -> usize {
        self.elements.push(Element { from, to, said: Said::Words(words) });
        to
    }

    fn pause(&mut self, from: usize, to: usize) -> usize {
        self.elements.push(Element { from, to, said: Said::Pause });
        to
    }

    fn copy(&mut self, from: usize, to: usize) -> usize {
        self.elements.extend((from..to).map(|at| Element { from: at, to: at + 1, said: Said::Copy }));
        to
    }

    /// The number of a thing in a list, "1." or "(1)" at the beginning.
    fn item_number(&mut self) -> usize {
        let bracket = usize::from(self.plain(0) == '(');
        let end = digits::run(self.line, bracket);
        let closed = if bracket == 1 { self.plain(end) == ')' } else { matches!(self.plain(end), '.' | ')' | '、') };
        let apart = self.plain(end + 1) == ' ' || self.plain(end) == '、';
        let next = if self.plain(end + 1) == ' ' { end + 2 } else { end + 1 };
        let dialled = self.plain(bracket) == '0' || self.plain(next).is_ascii_digit();
        if end == bracket || end > 3 + bracket || !closed || !apart || dialled || end + 1 >= self.line.len() {
            return 0;
        }
        let number: String = self.line[bracket..end].iter().map(|spot| spot.plain).collect();
        self.say(0, end, template::number(&number, self.language));
        self.pause(end, end + 1)
    }

    fn step(&mut self, at: usize) -> usize {
        let c = self.plain(at);
        let begins = !is_latin(self.before(at)) && !self.before(at).is_ascii_digit();
        if c == ' ' {
            return self.copy(at, at + 1);
        }
        if begins
            && c.is_ascii_alphanumeric()
            && let Some(end) = self.address(at)
        {
            return end;
        }
        if (c.is_ascii_digit() || matches!(c, '(' | '+'))
            && begins
            && let Some(end) = self.groups(at)
        {
            return end;
        }
        if let Some((end, parts, said)) = self.language.aloud.find(self.line, at) {
            return self.say(at, end, said.fill(&parts, self.language));
        }
        if begins
            && c.is_ascii_alphanumeric()
            && let Some(end) = self.code(at)
        {
            return end;
        }
        match c {
            '0'..='9' => self.number(at),
            _ if is_latin(c) => {
                let rest = self.line[at..].iter().take_while(|spot| is_latin(spot.plain)).count();
                self.copy(at, at + rest)
            }
            '~' | '–' | '—' | '-' | '−' | '―' | '─' => self.dash(at, c),
            _ => self.sign(at, c),
        }
    }

    fn address(&mut self, at: usize) -> Option<usize> {
        if at < self.no_address {
            return None;
        }
        let end = address::end_of_run(self.line, at);
        let words = address::said(self.line.get(at..end)?, self.language);
        self.no_address = end;
        Some(self.say(at, end, words?))
    }

    fn groups(&mut self, at: usize) -> Option<usize> {
        let (end, groups) = digits::groups(self.line, at)?;
        let plus = if self.plain(at) == '+' { self.sign_word('+') } else { String::new() };
        let gap = if plus.is_empty() { "" } else { " " };
        let words = format!("{plus}{gap}{}", self.in_groups(&groups));
        self.say(at, end, words);
        let spaces = usize::from(self.plain(end) == ' ' && end < self.line.len());
        let next = self.plain(end + spaces);
        // What is counted next is no further digit of the number.
        if spaces > 0 && (is_latin(next) || next.is_ascii_digit()) {
            return Some(self.pause(end, end + spaces));
        }
        Some(end)
    }

    fn in_groups(&self, groups: &[String]) -> String {
        let chunks: Vec<String> = groups.iter().flat_map(|group| digits::chunks(group)).collect();
        self.language.say.groups(chunks.iter().map(String::as_str))
    }

    fn sign_word(&self, sign: char) -> String {
        self.language.aloud.signs.get(&sign).cloned().unwrap_or_default()
    }

    /// Letters and digits together: letter by letter, digit by digit.
    fn code(&mut self, at: usize) -> Option<usize> {
        if at < self.no_code {
            return None;
        }
        let length = |from: usize| {
            self.line[from..].iter().take(64).take_while(|spot| spot.plain.is_ascii_alphanumeric()).count()
        };
        let mut segments: Vec<String> = Vec::new();
        let mut end = at;
        loop {
            let past = end + length(end);
            segments.push(self.line[end..past].iter().map(|spot| spot.plain).collect());
            end = past;
            if self.plain(end) != '-' || !self.plain(end + 1).is_ascii_alphanumeric() || segments.len() > 7 {
                break;
            }
            end += 1;
        }
        if segments.iter().any(|segment| is_word(segment)) && segments.len() > 1 {
            end = at + length(at);
            segments.truncate(1);
        }
        let any = |is: fn(char) -> bool| segments.iter().any(|segment| segment.contains(is));
        if !any(|c| c.is_ascii_digit()) || !any(|c| c.is_ascii_alphabetic()) {
            self.no_code = end;
            return None;
        }
        let many = segments.len() > 1;
        let said: Vec<String> = segments.iter().map(|segment| self.segment(segment, many)).collect();
        Some(self.say(at, end, said.join(&self.language.say.group_gap)))
    }

    /// A part of a code. A short number behind a letter is said as a number: "A 12".
    fn segment(&self, segment: &str, of_many: bool) -> String {
        let words = &self.language.say;
        let cut = segment.find(|c: char| c.is_ascii_digit()).unwrap_or(segment.len());
        let (letters, number) = segment.split_at(cut);
        let only_digits = number.chars().all(|c| c.is_ascii_digit());
        let spelled = |letters: &str| words.digit_by_digit(&letters.to_ascii_uppercase());
        match (letters.len(), number.len()) {
            (_, 1..=2) if only_digits && !of_many && !number.starts_with('0') => {
                let letters = if is_word(letters) { letters.to_owned() } else { spelled(letters) };
                join(&letters, &template::number(number, self.language))
            }
            (0, _) if !of_many && is_short_number(number) => {
                let cut = number.len() - 1;
                let (number, letter) = number.split_at(cut);
                join(&template::number(number, self.language), &spelled(letter))
            }
            (1.., digits::LONG..) if only_digits => {
                format!(
                    "{}{}{}",
                    spelled(letters),
                    words.group_gap,
                    words.groups(digits::chunks(number).iter().map(String::as_str))
                )
            }
            (0, 5..) if only_digits => words.groups(digits::chunks(number).iter().map(String::as_str)),
            _ if is_word(letters) => join(letters, &spelled(number)),
            _ => spelled(segment),
        }
    }

    /// Digits that nothing else is known of.
    fn number(&mut self, at: usize) -> usize {
        let run = digits::run(self.line, at);
        let text: String = self.line[at..run].iter().map(|spot| spot.plain).collect();
        let end = digits::number(self.line, at);
        let words = &self.language.say;
        let dotted = self.before(at) == '.' && at > 1 && self.plain(at - 2).is_ascii_digit();
        match end {
            Some(end) if end > run => {
                let number: String = self.line[at..end].iter().map(|spot| spot.plain).filter(|c| *c != ',').collect();
                self.say(at, end, template::number(&number, self.language))
            }
            Some(_)
                if !dotted && text.len() < digits::LONG && !self.is_called(at, run, &text) && !self.is_spelled(at) =>
            {
                let year = text.parse::<i16>().ok().filter(|year| (1900..2100).contains(year) && text.len() == 4);
                let said = match year.filter(|_| self.language.aloud.bare_years) {
                    Some(year) => words.year(year),
                    None => template::number(&text, self.language),
                };
                self.say(at, run, said)
            }
            _ if text.len() <= 5 => self.say(at, run, words.digit_by_digit(&text)),
            _ => self.say(at, run, self.in_groups(&[text])),
        }
    }

    /// Whether the number is one that people call.
    fn is_called(&self, at: usize, end: usize, text: &str) -> bool {
        let hotlines = &self.language.aloud.hotlines;
        let is = |list: &[String]| list.iter().any(|number| number == text);
        if !is(&hotlines.always) && !is(&hotlines.cued) {
            return false;
        }
        let around = |from: usize, to: usize| -> String {
            self.line[from..to.min(self.line.len())].iter().map(|spot| spot.c).flat_map(char::to_lowercase).collect()
        };
        let before = format!(" {}", around(at.saturating_sub(NEAR.0), at));
        let before = before.rsplit(['.', '。', '?', '!']).next().unwrap_or_default();
        let last = before.trim_end();
        let behind = around(end, end + NEAR.1);
        let near = |word: &String| before.contains(word.as_str()) || behind.contains(word.as_str());
        let denied = hotlines.not_after.iter().any(|word| last.ends_with(word.as_str()));
        !denied && (is(&hotlines.always) || hotlines.cues.iter().any(near))
    }

    /// Whether digits behind the word before them are said one by one: a post code.
    fn is_spelled(&self, at: usize) -> bool {
        let skipped = self.line[..at].iter().rev().take(2).take_while(|spot| matches!(spot.plain, ' ' | ':')).count();
        let before = &self.line[..at - skipped];
        self.language.aloud.spelled_after.iter().any(|word| {
            let from = before.len().checked_sub(word.len()).and_then(|from| before.get(from..));
            from.is_some_and(|spots| {
                spots.iter().zip(word).all(|(spot, c)| spot.plain.to_lowercase().eq(c.to_lowercase()))
            })
        })
    }

    /// A dash: "to", "minus", a hyphen within a word, or a pause.
    fn dash(&mut self, at: usize, c: char) -> usize {
        let dashes = self.line[at..].iter().take_while(|spot| spot.plain == c).count();
        let end = at + dashes;
        let spaces = self.line[..at].iter().rev().take(2).take_while(|spot| spot.plain == ' ').count();
        let more = self.line[end..].iter().take(2).take_while(|spot| spot.plain == ' ').count();
        let before = if at == spaces { ' ' } else { self.plain(at - spaces - 1) };
        let next = self.plain(end + more);
        let counts = |c: char| c.is_ascii_digit() || "$¥€£₩元%）)".contains(c);
        let (tight, known) = (spaces == 0 && more == 0, before.is_alphanumeric() || counts(before));
        let minus = more == 0 && next.is_ascii_digit() && (spaces > 0 || !known) && (c == '−' || c == '-');
        let range = match c {
            _ if dashes > 1 || !known => false,
            '~' | '–' => {
                (tight && next.is_alphanumeric()) || (spaces > 0 && more > 0 && counts(next)) || counts(next)
            }
            '-' => before.is_ascii_digit() && (counts(next) || self.is_amount(end)) && (spaces > 0) == (more > 0),
            '−' | '—' | '―' => tight && before.is_ascii_digit() && next.is_ascii_digit(),
            _ => false,
        };
        if minus {
            return self.say(at, end, self.language.say.minus.clone());
        }
        if range {
            return self.say(at, end + more, self.language.aloud.range.clone());
        }
        if tight && c == '-' && dashes == 1 && before.is_alphanumeric() && next.is_alphanumeric() {
            return self.copy(at, end);
        }
        self.pause(at, end)
    }

    fn is_amount(&self, at: usize) -> bool {
        let found = self.language.aloud.find(self.line, at);
        found.is_some_and(|(_, parts, _)| parts.iter().any(|part| part.name == "currency"))
    }

    fn sign(&mut self, at: usize, c: char) -> usize {
        let (before, next) = (self.before(at), self.plain(at + 1));
        if c == '.' && before.is_ascii_digit() && next.is_ascii_digit() {
            return self.say(at, at + 1, self.language.say.point.clone());
        }
        if let Some(digit) = small_digit(c) {
            return self.say(at, at + 1, template::number(&digit.to_string(), self.language));
        }
        if self.language.aloud.pauses.contains(c) {
            return self.pause(at, at + 1);
        }
        if let Some(word) = self.language.aloud.signs.get(&c) {
            return self.say(at, at + 1, format!(" {word} "));
        }
        if DRAWN.contains(c) && !(before.is_alphanumeric() && next.is_alphanumeric()) {
            return self.say(at, at + 1, " ".to_owned());
        }
        if c == '_' && (before == '_' || next == '_') {
            return self.say(at, at + 1, " ".to_owned());
        }
        self.copy(at, at + 1)
    }
}

fn is_latin(c: char) -> bool {
    c.is_alphabetic() && (c as u32) < 0x0250
}

/// Letters that are a word rather than letters.
fn is_word(letters: &str) -> bool {
    let lower = letters.chars().filter(char::is_ascii_lowercase).count();
    let vowels = letters.chars().filter(|c| "aeiouAEIOU".contains(*c)).count();
    letters.chars().all(|c| c.is_ascii_alphabetic()) && vowels > 0 && (lower > 1 || letters.len() > 3)
}

/// One or two digits and a letter: "12B".
fn is_short_number(code: &str) -> bool {
    let digits = code.bytes().take_while(u8::is_ascii_digit).count();
    matches!(digits, 1 | 2) && code.len() == digits + 1 && !code.starts_with('0')
}

fn join(first: &str, second: &str) -> String {
    let latin = first.ends_with(is_latin) && second.starts_with(is_latin);
    format!("{first}{}{second}", if latin { " " } else { "" })
}

/// Digits in circles and small digits.
fn small_digit(c: char) -> Option<u32> {
    match c {
        '①'..='⑳' => Some(c as u32 - '①' as u32 + 1),
        '⁰' | '⁴'..='⁹' => Some(c as u32 - '⁰' as u32),
        '¹' => Some(1),
        '²' => Some(2),
        '³' => Some(3),
        '₀'..='₉' => Some(c as u32 - '₀' as u32),
        _ => None,
    }
}
