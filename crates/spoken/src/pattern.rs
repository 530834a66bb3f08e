//! Patterns of a language: how the parts of a value follow one another.
//!
//! `"<year>年<month>月[<day>日]"`: text stands for itself, `<name>` for a part, `<name:type>` for a part
//! of another type, `{name=1}` for a part that goes without saying, `(a|b)` for either, `[a]` for what
//! may be left out. Spaces and commas may stand anywhere between. A `~` before a pattern makes it
//! give way to others. A type is one of those of [`SlotType`] or a table of words of the language.
//! Knows the types of parts, not what a whole value means.

use std::{collections::BTreeMap, sync::Arc};

use rust_decimal::Decimal;

use crate::{
    numeral::{self, Lexicon, Number, Style},
    text::{self, Folded},
};

/// How many ways of reading are followed at once.
const WAYS: usize = 48;

/// What may stand in a slot.
#[derive(Debug, Clone, PartialEq)]
pub enum SlotType {
    /// Any number.
    Number,
    /// A whole number, not negative.
    Whole,
    /// A year, of one to four digits.
    Year,
    /// A year with its century.
    FullYear,
    /// 1 to 12.
    MonthNumber,
    /// 1 to 31.
    Day,
    /// 0 to 24.
    Hour,
    /// 0 to 59.
    Minute,
    /// 0 to 59, two digits at least as said: "oh five", 零五, 30.
    PairMinute,
    /// One digit, 1 to 9.
    Digit,
    /// A word of a table.
    Table(String),
}

/// A part as it was heard.
#[derive(Debug, Clone, PartialEq)]
pub struct Part {
    /// Its value.
    pub value: Decimal,
    /// Digits said before the point.
    pub width: usize,
    /// Written in digits.
    pub written: bool,
    /// How its number was said.
    pub style: Style,
}

/// The parts of a match by name.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Frame(Vec<(Arc<str>, Part)>);

impl Frame {
    /// A part by its name.
    pub fn part(&self, name: &str) -> Option<&Part> {
        self.0.iter().find(|(held, _)| held.as_ref() == name).map(|(_, part)| part)
    }

    /// A part's value.
    pub fn number(&self, name: &str) -> Option<Decimal> {
        self.part(name).map(|part| part.value)
    }

    /// A part's value as a whole number.
    pub fn whole(&self, name: &str) -> Option<i64> {
        self.number(name).and_then(|value| i64::try_from(value).ok())
    }

    /// Whether nothing was heard.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// What `other` says, and else what this says.
    pub fn corrected_by(&self, other: &Self) -> Self {
        let kept = self.0.iter().filter(|(name, _)| other.part(name).is_none()).cloned();
        Self(other.0.iter().cloned().chain(kept).collect())
    }

    /// A frame of known numbers: name, value, digits.
    pub fn of_numbers(parts: &[(&str, i64, usize)]) -> Self {
        let part = |value: i64, width| Part { value: value.into(), width, written: false, style: Style::Cardinal };
        Self(parts.iter().map(|(name, value, width)| ((*name).into(), part(*value, *width))).collect())
    }

    fn with(&self, name: &Arc<str>, part: Part) -> Self {
        let mut parts = self.0.clone();
        parts.push((name.clone(), part));
        Self(parts)
    }
}

/// Words with values, by the name of their table; the longest word first.
pub type Tables = BTreeMap<String, Vec<(Folded, Decimal)>>;

/// A compiled pattern.
#[derive(Debug, Clone)]
pub struct Pattern {
    nodes: Vec<Node>,
    cost: usize,
}

#[derive(Debug, Clone)]
enum Node {
    Text(Folded),
    Slot(Arc<str>, SlotType),
    Given(Arc<str>, Decimal),
    Either(Vec<Vec<Node>>),
    Maybe(Vec<Node>),
}

/// A pattern that cannot be read.
#[derive(Debug, Clone, thiserror::Error, PartialEq, Eq)]
pub enum PatternError {
    /// A bracket without its partner.
    #[error("a bracket is not closed or not opened in {0:?}")]
    Bracket(String),
    /// A slot of a type that is neither built in nor a table.
    #[error("{0:?} is neither a type nor a table")]
    Slot(String),
}

/// One way in which a pattern holds.
#[derive(Debug, Clone)]
pub struct Match {
    /// Where it begins.
    pub start: usize,
    /// Where it ends.
    pub end: usize,
    /// Its parts.
    pub frame: Frame,
    /// How far-fetched it is; 0 is plain.
    pub cost: usize,
}

/// What is needed to match: the language's numbers and tables, and the text.
pub struct Ground<'a> {
    /// The numeral words.
    pub lexicon: &'a Lexicon,
    /// The tables.
    pub tables: &'a Tables,
    /// What was said.
    pub text: &'a Folded,
    read: Vec<Option<Vec<Number>>>,
}

impl<'a> Ground<'a> {
    /// Nothing is read yet.
    pub fn new(lexicon: &'a Lexicon, tables: &'a Tables, text: &'a Folded) -> Self {
        Self { lexicon, tables, text, read: vec![None; text.len() + 1] }
    }

    /// The numbers that begin at `at`.
    pub fn numbers(&mut self, at: usize) -> &[Number] {
        let Self { lexicon, text, read, .. } = self;
        match read.get_mut(at) {
            Some(slot) => slot.get_or_insert_with(|| numeral::numbers(lexicon, text, at)),
            None => &[],
        }
    }
}

impl Pattern {
    /// Reads a pattern; slots without a built-in type must name one of `tables`.
    pub fn new(source: &str, tables: &Tables) -> Result<Self, PatternError> {
        let cost = source.len() - source.trim_start_matches('~').len();
        let mut rest = source[cost..].chars().peekable();
        let nodes = nodes(&mut rest, source, tables)?;
        if rest.next().is_some() {
            return Err(PatternError::Bracket(source.to_owned()));
        }
        Ok(Self { nodes, cost })
    }

    /// All matches that begin at `start`.
    pub fn at(&self, ground: &mut Ground<'_>, start: usize) -> Vec<Match> {
        let begin = vec![Match { start, end: start, frame: Frame::default(), cost: self.cost }];
        let mut found = follow(&self.nodes, ground, begin);
        found.retain(|found| found.end > start);
        found
    }
}

type Source<'s> = std::iter::Peekable<std::str::Chars<'s>>;

fn nodes(rest: &mut Source<'_>, source: &str, tables: &Tables) -> Result<Vec<Node>, PatternError> {
    let mut nodes = Vec::new();
    let mut words = String::new();
    while let Some(c) = rest.peek().copied() {
        if matches!(c, ')' | ']' | '|') {
            break;
        }
        rest.next();
        if !matches!(c, '<' | '(' | '[' | '{') {
            words.push(c);
            continue;
        }
        push_text(&mut nodes, &mut words);
        nodes.push(match c {
            '<' => slot(rest, source, tables)?,
            '{' => given(rest, source)?,
            '(' => Node::Either(branches(rest, source, tables, ')')?),
            _ => Node::Maybe(vec![Node::Either(branches(rest, source, tables, ']')?)]),
        });
    }
    push_text(&mut nodes, &mut words);
    Ok(nodes)
}

fn push_text(nodes: &mut Vec<Node>, words: &mut String) {
    let folded = text::fold(words.trim());
    words.clear();
    nodes.extend(folded.split(|c| *c == ' ').filter(|word| !word.is_empty()).map(|word| Node::Text(word.to_vec())));
}

fn branches(rest: &mut Source<'_>, source: &str, tables: &Tables, close: char) -> Result<Vec<Vec<Node>>, PatternError> {
    let mut all = Vec::new();
    loop {
        all.push(nodes(rest, source, tables)?);
        match rest.next() {
            Some('|') => {}
            Some(c) if c == close => return Ok(all),
            _ => return Err(PatternError::Bracket(source.to_owned())),
        }
    }
}

fn given(rest: &mut Source<'_>, source: &str) -> Result<Node, PatternError> {
    let inner: String = rest.by_ref().take_while(|c| *c != '}').collect();
    let parts = inner.split_once('=').and_then(|(name, value)| Some((name, value.parse().ok()?)));
    let (name, value) = parts.ok_or_else(|| PatternError::Slot(format!("{inner} in {source}")))?;
    Ok(Node::Given(name.into(), value))
}

fn slot(rest: &mut Source<'_>, source: &str, tables: &Tables) -> Result<Node, PatternError> {
    let inner: String = rest.by_ref().take_while(|c| *c != '>').collect();
    let (name, kind) = inner.split_once(':').unwrap_or((&inner, &inner));
    let kind = match kind {
        "number" => SlotType::Number,
        "whole" => SlotType::Whole,
        "year" => SlotType::Year,
        "full-year" => SlotType::FullYear,
        "month-number" => SlotType::MonthNumber,
        "day" => SlotType::Day,
        "hour" => SlotType::Hour,
        "minute" => SlotType::Minute,
        "pair-minute" => SlotType::PairMinute,
        "digit" => SlotType::Digit,
        table if tables.contains_key(table) => SlotType::Table(table.to_owned()),
        _ => return Err(PatternError::Slot(format!("{inner} in {source}"))),
    };
    Ok(Node::Slot(name.into(), kind))
}

fn follow(nodes: &[Node], ground: &mut Ground<'_>, mut ways: Vec<Match>) -> Vec<Match> {
    for node in nodes {
        let mut next: Vec<Match> = Vec::new();
        for way in ways {
            match node {
                Node::Text(words) => next.extend(text_at(ground.text, words, way)),
                Node::Slot(name, kind) => slot_at(ground, name, kind, &way, &mut next),
                Node::Given(name, value) => {
                    let part = Part { value: *value, width: 0, written: false, style: Style::Cardinal };
                    next.push(Match { frame: way.frame.with(name, part), ..way });
                }
                Node::Either(branches) => {
                    for branch in branches {
                        next.extend(follow(branch, ground, vec![way.clone()]));
                    }
                }
                Node::Maybe(inner) => {
                    next.extend(follow(inner, ground, vec![way.clone()]));
                    next.push(way);
                }
            }
        }
        next.truncate(WAYS);
        ways = next;
    }
    ways
}

fn text_at(said: &Folded, words: &Folded, way: Match) -> Option<Match> {
    [way.end, text::skip_space(said, way.end), text::skip_gap(said, way.end)]
        .into_iter()
        .find(|at| said.get(*at) == words.first() && text::stands_at(said, *at, words))
        .map(|at| Match { end: at + words.len(), ..way })
}

fn slot_at(ground: &mut Ground<'_>, name: &Arc<str>, kind: &SlotType, way: &Match, next: &mut Vec<Match>) {
    let at = text::skip_gap(ground.text, way.end);
    // What the pattern begins with begins here, not after a gap.
    if way.end == way.start && at != way.end {
        return;
    }
    if let SlotType::Table(table) = kind {
        let words = ground.tables.get(table).map(Vec::as_slice).unwrap_or_default();
        for (word, value) in words.iter().filter(|(word, _)| text::stands_at(ground.text, at, word)) {
            let part = Part { value: *value, width: 0, written: false, style: Style::Cardinal };
            next.push(Match { end: at + word.len(), frame: way.frame.with(name, part), ..way.clone() });
        }
        return;
    }
    let is_year = matches!(kind, SlotType::Year | SlotType::FullYear);
    for number in ground.numbers(at).iter().filter(|number| fits(number, kind)) {
        let part = Part { value: number.value, width: number.width, written: number.written, style: number.style };
        let digits = usize::from(number.style == Style::Digits && !is_year && number.width > 1);
        let pairs = usize::from(number.style == Style::Pairs && !is_year);
        let short_year = usize::from(is_year && number.width <= 2 && way.frame.part("era").is_none());
        let cost = way.cost + number.misheard * 8 + digits + pairs + short_year;
        next.push(Match { end: number.end, frame: way.frame.with(name, part), cost, ..way.clone() });
    }
}

fn fits(number: &Number, kind: &SlotType) -> bool {
    let within = |most: i64, least: i64| number.whole().is_some_and(|value| (least..=most).contains(&value));
    match kind {
        SlotType::Number => true,
        SlotType::Whole => number.value.is_integer() && !number.value.is_sign_negative(),
        SlotType::Year => within(9999, 0) && number.width <= 4 && !number.ordinal && !number.trailing,
        SlotType::FullYear => within(9999, 1000) && !number.ordinal && !number.trailing,
        SlotType::MonthNumber => within(12, 1) && number.width <= 2,
        SlotType::Day => within(31, 1) && number.width <= 2,
        SlotType::Hour => within(24, 0) && number.width <= 2 && !number.ordinal,
        SlotType::Minute => within(59, 0) && number.width <= 2 && !number.ordinal,
        SlotType::PairMinute => within(59, 0) && number.width == 2 && !number.ordinal,
        SlotType::Digit => within(9, 1) && number.width == 1 && !number.ordinal,
        SlotType::Table(_) => false,
    }
}
