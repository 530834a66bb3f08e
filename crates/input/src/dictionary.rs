//! The words by their sound: a tree of syllables. Read once, then only looked at.

use std::cmp::Ordering;
use std::collections::VecDeque;
use std::ops::Range;

use crate::LoadError;
use crate::syllable::parse;

/// Words by their sound.
pub struct Dictionary {
    nodes: Vec<Node>,
    words: Vec<Word>,
    text: String,
}

/// All words that begin with the same syllables.
#[derive(Debug, Clone, Copy, Default)]
pub struct Node {
    code: u16,
    children: Span,
    words: Span,
}

#[derive(Debug, Clone, Copy, Default)]
struct Span {
    start: u32,
    end: u32,
}

#[derive(Debug, Clone, Copy)]
struct Word {
    text: Span,
    /// How unlikely it is, in nats.
    rarity: f32,
}

impl Span {
    fn new(range: Range<usize>) -> Result<Self, LoadError> {
        let index = |at: usize| u32::try_from(at).map_err(|_| LoadError::TooLarge);
        Ok(Self { start: index(range.start)?, end: index(range.end)? })
    }

    fn range(self) -> Range<usize> {
        self.start as usize..self.end as usize
    }

    fn of<T>(self, items: &[T]) -> &[T] {
        items.get(self.range()).unwrap_or_default()
    }
}

impl Dictionary {
    /// Reads the texts; of a word that stands in several at the same reading, the highest
    /// frequency counts.
    pub fn read(texts: &[&str]) -> Result<Self, LoadError> {
        let mut lines = Lines::default();
        for text in texts {
            lines.read(text)?;
        }
        let (readings, words) = lines.sort_out()?;
        let nodes = lay_out(&readings, &lines.codes)?;
        Ok(Self { nodes, words, text: texts.concat() })
    }

    /// The sounds that follow `before`, of which the next syllable is in `range`, each with the
    /// number of that syllable. `None` is before the first syllable.
    pub fn follow(&self, before: Option<&Node>, range: (u16, u16)) -> impl Iterator<Item = (u16, &Node)> {
        let before = before.or(self.nodes.first());
        let children = before.map_or(&[][..], |node| node.children.of(&self.nodes));
        let from = children.partition_point(|child| child.code < range.0);
        children.iter().skip(from).take_while(move |child| child.code <= range.1).map(|child| (child.code, child))
    }

    /// The words of this sound, likeliest first, each with how unlikely it is, in nats.
    pub fn words<'a>(&'a self, node: &Node) -> impl Iterator<Item = (&'a str, f32)> {
        node.words.of(&self.words).iter().map(|word| {
            let text = self.text.get(word.text.range());
            (text.unwrap_or_default(), word.rarity)
        })
    }
}

/// What every word is counted more, so that a rare one is not impossible.
const HALF: f64 = 0.5;

/// The texts' lines as they were read.
#[derive(Default)]
struct Lines {
    lines: Vec<Line>,
    codes: Vec<u16>,
    /// Each with its place in the texts and its frequency.
    words: Vec<(Span, f64)>,
    /// Bytes of the texts before the one that is read.
    before: usize,
}

/// A reading and its words.
#[derive(Clone, Copy)]
struct Line {
    codes: Span,
    words: Span,
}

impl Lines {
    fn read(&mut self, text: &str) -> Result<(), LoadError> {
        let mut at = self.before;
        for (number, line) in text.split('\n').enumerate() {
            if !line.is_empty() && !line.starts_with('#') {
                self.read_line(line, at)?.ok_or(LoadError::Line { line: number + 1 })?;
            }
            at += line.len() + 1;
        }
        self.before += text.len();
        Ok(())
    }

    /// `reading TAB word SPACE frequency TAB word SPACE frequency …`, which starts at byte `at`;
    /// `None` where it is not that.
    fn read_line(&mut self, line: &str, mut at: usize) -> Result<Option<()>, LoadError> {
        let (codes, words) = (self.codes.len(), self.words.len());
        let mut cells = line.split('\t');
        let reading = cells.next().unwrap_or_default();
        for syllable in reading.split(' ') {
            let Some(code) = parse(syllable) else {
                return Ok(None);
            };
            self.codes.push(code);
        }
        at += reading.len() + 1;
        for cell in cells {
            let Some((word, frequency)) = cell.split_once(' ') else {
                return Ok(None);
            };
            let Ok(frequency) = frequency.parse::<u32>() else {
                return Ok(None);
            };
            let place = Span::new(at..at + word.len())?;
            self.words.push((place, f64::from(frequency) + HALF));
            at += cell.len() + 1;
        }
        self.lines
            .push(Line { codes: Span::new(codes..self.codes.len())?, words: Span::new(words..self.words.len())? });
        Ok(Some(()))
    }

    /// The readings in order, each once, and all words in the order of the readings.
    fn sort_out(&mut self) -> Result<(Vec<Line>, Vec<Word>), LoadError> {
        let codes = &self.codes;
        let order = |a: &Line, b: &Line| a.codes.of(codes).cmp(b.codes.of(codes));
        // The big text is in order already: only the small ones have to be merged in.
        self.lines.sort_by(order);
        let total: f64 = self.words.iter().map(|(_, frequency)| frequency).sum();
        let mut readings = Vec::with_capacity(self.lines.len());
        let mut words: Vec<Word> = Vec::with_capacity(self.words.len());
        for same in self.lines.chunk_by(|a, b| order(a, b) == Ordering::Equal) {
            let start = words.len();
            let found = same.iter().flat_map(|line| line.words.of(&self.words));
            words.extend(found.map(|(text, frequency)| Word { text: *text, rarity: -(frequency / total).ln() as f32 }));
            if let Some(new) = words.get_mut(start..) {
                new.sort_by(|a, b| a.rarity.total_cmp(&b.rarity));
            }
            if let Some(line) = same.first() {
                readings.push(Line { codes: line.codes, words: Span::new(start..words.len())? });
            }
        }
        Ok((readings, words))
    }
}

/// Lays out the tree level by level, so that the children of a node stand side by side.
fn lay_out(readings: &[Line], codes: &[u16]) -> Result<Vec<Node>, LoadError> {
    let mut nodes = vec![Node::default()];
    // Node, its readings, and how many syllables lead to it.
    let mut open = VecDeque::from([(0_usize, readings, 0_usize)]);
    while let Some((at, inside, depth)) = open.pop_front() {
        let syllable = |line: &Line| line.codes.of(codes).get(depth).copied();
        let (own, longer) = match inside.split_first() {
            Some((own, longer)) if syllable(own).is_none() => (own.words, longer),
            _ => (Span::default(), inside),
        };
        let first = nodes.len();
        for group in longer.chunk_by(|a, b| syllable(a) == syllable(b)) {
            open.push_back((nodes.len(), group, depth + 1));
            nodes.push(Node { code: group.first().and_then(syllable).unwrap_or_default(), ..Node::default() });
        }
        let children = Span::new(first..nodes.len())?;
        if let Some(node) = nodes.get_mut(at) {
            node.children = children;
            node.words = own;
        }
    }
    Ok(nodes)
}
