//! Patterns of what is written, and where one stands in a line.
//!
//! `"{year}年 {month}月[ {day}日]"`: text stands for itself, `{kind}` or `{name:kind}` for a part, `(a|b)` for either,
//! `[a]` for what may be left out, a space for any spaces or none, `~` for any dash that stands for "to", `\` before
//! a sign that stands for itself, `^` first where nothing may stand before it. A kind is one of [`Kind`] or a table of words of the language. Knows nothing of
//! what is said instead.

use super::{
    data::{Tables, Word},
    digits,
    line::Spot,
};

/// What may stand in a part.
#[derive(Debug, Clone, PartialEq)]
pub enum Kind {
    /// A number with or without fraction, thousands parted by commas or not.
    Number,
    /// The same, but none that is rather a code: up to three digits, a year, commas or a fraction.
    Bound,
    /// A whole number without a zero before it.
    Whole,
    /// Digits, up to twenty.
    Digits,
    /// Four digits.
    Year,
    /// A year of an era, up to three digits.
    Era,
    /// A number within bounds, of so many digits at least.
    Within(u32, u32, usize),
    /// So many digits, said one by one.
    Exactly(usize),
    /// So many capital letters.
    Capitals(usize),
    /// A word of a table.
    Table(String),
}

impl Kind {
    fn named(name: &str) -> Self {
        match name {
            "n" => Self::Number,
            "bound" => Self::Bound,
            "int" => Self::Whole,
            "digits" => Self::Digits,
            "year" => Self::Year,
            "era" => Self::Era,
            "roc" => Self::Within(50, 199, 2),
            "month" => Self::Within(1, 12, 1),
            "day" => Self::Within(1, 31, 1),
            "hour" => Self::Within(0, 24, 1),
            "minute" => Self::Within(0, 59, 2),
            "minutes" => Self::Within(0, 59, 1),
            "d2" => Self::Exactly(2),
            "d3" => Self::Exactly(3),
            "d4" => Self::Exactly(4),
            "caps2" => Self::Capitals(2),
            "caps3" => Self::Capitals(3),
            table => Self::Table(table.to_owned()),
        }
    }

    /// How it is said where the rule does not tell.
    pub fn style(&self, name: &str) -> String {
        match (self, name) {
            (Self::Digits | Self::Exactly(_) | Self::Capitals(_), _) => "digits",
            (Self::Year, _) => "year",
            (Self::Within(..), "month" | "day" | "hour") => name,
            (Self::Table(_), _) => "word",
            _ => "n",
        }
        .to_owned()
    }
}

#[derive(Debug, Clone)]
enum Piece {
    Sign(char),
    Gap,
    Dash,
    Slot(String, Kind),
}

impl Piece {
    /// Characters that it may begin with; none for a number.
    fn begins(&self, tables: &Tables) -> Vec<char> {
        match self {
            Self::Sign(sign) => vec![*sign],
            Self::Dash => vec!['~', '–', '—', '-', '−'],
            Self::Slot(_, Kind::Capitals(_)) => ('A'..='Z').collect(),
            Self::Slot(_, Kind::Table(table)) => {
                let words = tables.get(table).map(Vec::as_slice).unwrap_or_default();
                words.iter().filter_map(|(word, _)| word.first().copied()).collect()
            }
            Self::Slot(..) | Self::Gap => Vec::new(),
        }
    }
}

/// One way to write something.
#[derive(Debug, Clone, Default)]
pub struct Pattern {
    pieces: Vec<Piece>,
    /// Only where no letter and no digit stands before it.
    apart: bool,
}

/// A part as it was found.
#[derive(Debug, Clone)]
pub struct Part<'a> {
    /// Its name in the rule.
    pub name: &'a str,
    /// Its digits and point, or the word as it is written.
    pub text: String,
    /// The word of the table.
    pub word: Option<&'a Word>,
}

/// What is wrong with a pattern.
#[derive(Debug, thiserror::Error)]
pub enum PatternFault {
    /// A bracket is not closed, or closed too often.
    #[error("brackets do not match in {0:?}")]
    Brackets(String),
    /// There is no such kind or table.
    #[error("no kind or table {0:?}")]
    Kind(String),
    /// It would stand everywhere.
    #[error("{0:?} begins with what may be left out")]
    Empty(String),
}

impl Pattern {
    /// All ways to write what the source tells, the fuller first.
    pub fn all(source: &str, tables: &Tables) -> Result<Vec<Self>, PatternFault> {
        let apart = source.starts_with('^');
        let signs: Vec<char> = source.strip_prefix('^').unwrap_or(source).chars().collect();
        let (ways, end) = sequence(&signs, 0, tables)?;
        if end != signs.len() {
            return Err(PatternFault::Brackets(source.to_owned()));
        }
        if ways.iter().any(|way| matches!(way.first(), None | Some(Piece::Gap))) {
            return Err(PatternFault::Empty(source.to_owned()));
        }
        Ok(ways.into_iter().map(|pieces| Self { pieces, apart }).collect())
    }

    /// Characters that it may begin with. For one that begins with a number, none.
    pub fn begins(&self, tables: &Tables) -> Vec<char> {
        self.pieces.first().map(|piece| piece.begins(tables)).unwrap_or_default()
    }

    /// Characters that may follow the number that it begins with, behind spaces; none where anything may.
    pub fn goes_on(&self, tables: &Tables) -> Vec<char> {
        let next = self.pieces.iter().skip(1).find(|piece| !matches!(piece, Piece::Gap));
        next.map(|piece| piece.begins(tables)).unwrap_or_default()
    }

    /// The kind of a part.
    pub fn kind(&self, part: &str) -> Option<&Kind> {
        self.pieces.iter().find_map(|piece| match piece {
            Piece::Slot(name, kind) if name == part => Some(kind),
            _ => None,
        })
    }

    /// Where it ends if it stands at `at`, and its parts.
    pub fn find<'a>(&'a self, line: &[Spot], at: usize, tables: &'a Tables) -> Option<(usize, Vec<Part<'a>>)> {
        // Most rules do not fit: nothing is written down before one does.
        self.follow(line, at, tables, |_, _, _| ())?;
        let mut parts = Vec::new();
        let end = self.follow(line, at, tables, |name, spots, word| {
            let text = spots.iter().map(|spot| spot.plain).filter(|c| *c != ',').collect();
            parts.push(Part { name, text, word });
        })?;
        Some((end, parts))
    }

    /// Where it ends if it stands at `at`; each part that is found is told.
    fn follow<'a>(
        &'a self,
        line: &[Spot],
        at: usize,
        tables: &'a Tables,
        mut found: impl FnMut(&'a str, &[Spot], Option<&'a Word>),
    ) -> Option<usize> {
        let mut end = at;
        let before = at.checked_sub(1).and_then(|before| line.get(before));
        if self.apart && before.is_some_and(|spot| spot.plain.is_alphanumeric()) {
            return None;
        }
        for piece in &self.pieces {
            let mut word = None;
            let past = match piece {
                Piece::Sign(sign) => line.get(end).filter(|spot| spot.plain == *sign).map(|_| end + 1)?,
                Piece::Gap => end + line[end..].iter().take(3).take_while(|spot| spot.plain == ' ').count(),
                Piece::Dash => past_dash(line, end)?,
                Piece::Slot(_, Kind::Table(table)) => {
                    let words = tables.get(table)?;
                    let (written, said) = words.iter().find(|(written, _)| stands(line, end, written))?;
                    word = Some(said);
                    end + written.len()
                }
                Piece::Slot(_, Kind::Capitals(count)) => {
                    let letters = line.get(end..end + count)?;
                    letters.iter().all(|spot| spot.plain.is_ascii_uppercase()).then_some(end + count)?
                }
                Piece::Slot(_, kind) => number(line, end, kind)?,
            };
            if let Piece::Slot(name, _) = piece {
                found(name, line.get(end..past)?, word);
            }
            end = past;
        }
        is_whole(line, at, end).then_some(end)
    }
}

type Ways = Vec<Vec<Piece>>;

fn sequence(signs: &[char], mut at: usize, tables: &Tables) -> Result<(Ways, usize), PatternFault> {
    let mut ways: Ways = vec![Vec::new()];
    let source = || signs.iter().collect::<String>();
    while let Some(sign) = signs.get(at) {
        let piece = match sign {
            '(' | '[' => {
                let (inner, end) = group(signs, at, tables)?;
                ways = ways.iter().flat_map(|way| inner.iter().map(|more| [way.as_slice(), more].concat())).collect();
                at = end;
                continue;
            }
            ')' | ']' | '|' => break,
            '{' => {
                let close = signs[at..].iter().position(|sign| *sign == '}');
                let close = at + close.ok_or_else(|| PatternFault::Brackets(source()))?;
                let slot: String = signs[at + 1..close].iter().collect();
                let (name, kind) = slot.split_once(':').unwrap_or((&slot, &slot));
                let kind = Kind::named(kind);
                if let Kind::Table(table) = &kind
                    && !tables.contains_key(table)
                {
                    return Err(PatternFault::Kind(table.clone()));
                }
                at = close;
                Piece::Slot(name.to_owned(), kind)
            }
            ' ' => Piece::Gap,
            '~' => Piece::Dash,
            '\\' => {
                at += 1;
                Piece::Sign(*signs.get(at).ok_or_else(|| PatternFault::Brackets(source()))?)
            }
            sign => Piece::Sign(*sign),
        };
        ways.iter_mut().for_each(|way| way.push(piece.clone()));
        at += 1;
    }
    Ok((ways, at))
}

fn group(signs: &[char], open: usize, tables: &Tables) -> Result<(Ways, usize), PatternFault> {
    let close = if signs.get(open) == Some(&'(') { ')' } else { ']' };
    let mut ways = Ways::new();
    let mut at = open;
    loop {
        let (inner, end) = sequence(signs, at + 1, tables)?;
        ways.extend(inner);
        at = end;
        match signs.get(at) {
            Some('|') => {}
            Some(sign) if *sign == close => break,
            _ => return Err(PatternFault::Brackets(signs.iter().collect())),
        }
    }
    if close == ']' {
        ways.push(Vec::new());
    }
    Ok((ways, at + 1))
}

fn past_dash(line: &[Spot], at: usize) -> Option<usize> {
    let spaces = |at: usize| line[at..].iter().take(2).take_while(|spot| spot.plain == ' ').count();
    let dash = at + spaces(at);
    let stands = line.get(dash).is_some_and(|spot| matches!(spot.plain, '~' | '–' | '—' | '-' | '−'));
    stands.then(|| dash + 1 + spaces(dash + 1))
}

fn stands(line: &[Spot], at: usize, word: &[char]) -> bool {
    let found = line.get(at..at + word.len());
    found.is_some_and(|spots| spots.iter().zip(word).all(|(spot, sign)| spot.plain == *sign))
        && !(word.last().is_some_and(|last| is_letter(*last))
            && line.get(at + word.len()).is_some_and(|spot| is_letter(spot.plain)))
}

fn number(line: &[Spot], at: usize, kind: &Kind) -> Option<usize> {
    let run = digits::run(line, at);
    let length = run - at;
    let first = line.get(at).map(|spot| spot.plain);
    if length == 0 {
        return None;
    }
    let value = || line[at..run].iter().fold(0_u32, |sum, spot| sum * 10 + spot.plain.to_digit(10).unwrap_or_default());
    let fits = match kind {
        Kind::Number => return digits::number(line, at),
        Kind::Bound => {
            let end = digits::number(line, at)?;
            let short = length <= 3 && (first != Some('0') || length == 1);
            return (end > run || short || (length == 4 && (1900..=2100).contains(&value()))).then_some(end);
        }
        Kind::Whole => return digits::number(line, at).filter(|end| *end == run && length <= 9),
        Kind::Digits => length <= 20,
        Kind::Year => length == 4 && first != Some('0'),
        Kind::Era => length <= 3 && first != Some('0'),
        Kind::Within(least, most, width) => {
            (*width..=if *most > 99 { 3 } else { 2 }).contains(&length) && (*least..=*most).contains(&value())
        }
        Kind::Exactly(count) => length == *count,
        Kind::Capitals(_) | Kind::Table(_) => false,
    };
    fits.then_some(run)
}

fn is_letter(c: char) -> bool {
    c.is_alphabetic() && (c as u32) < 0x0250
}

fn is_latin(line: &[Spot], at: usize) -> bool {
    line.get(at).is_some_and(|spot| is_letter(spot.plain) || spot.plain.is_ascii_digit())
}

/// Whether what was found is not a piece of a longer word or number.
fn is_whole(line: &[Spot], at: usize, end: usize) -> bool {
    let plain = |at: usize| line.get(at).map_or(' ', |spot| spot.plain);
    let first = plain(at);
    let last = end.checked_sub(1).map_or(' ', plain);
    let before = at.checked_sub(1).map_or(' ', plain);
    let begins = if "~–".contains(first) {
        !before.is_alphanumeric()
    } else {
        !(is_letter(first) || first.is_ascii_digit()) || !is_letter(before) && !before.is_ascii_digit()
    };
    let goes_on = matches!(plain(end), '.' | '/' | ':' | ',') && plain(end + 1).is_ascii_digit();
    let ends = if last.is_ascii_digit() {
        !is_letter(plain(end)) && !plain(end).is_ascii_digit() && (!goes_on || plain(end) == ',')
    } else {
        !is_letter(last) || !is_latin(line, end)
    };
    begins && ends
}
