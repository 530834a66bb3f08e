//! On which lines the answers of a JSON file stand: its parser tells values and no places.
//!
//! It goes by the marks of JSON alone and must never know what an answer means.

use std::collections::BTreeMap;

use kaunter_reading::Lines;

/// Lines of the answers of a JSON text, by the way to them: `members/1/member_age`, items counted from 0.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct AnswerLines(BTreeMap<String, u64>);

/// An object or a list that is not closed yet.
struct Open {
    is_list: bool,
    items: usize,
    key: String,
}

impl AnswerLines {
    /// Finds the answers of a text that is JSON; of any other text it finds some or none.
    pub fn of(text: &str) -> Self {
        let lines = Lines::new(text);
        let (mut found, mut open, mut last) = (BTreeMap::new(), Vec::<Open>::new(), None);
        let mut rest = text.char_indices();
        while let Some((at, c)) = rest.next() {
            match c {
                '"' => last = Some((at, quoted(&mut rest))),
                ':' => {
                    if let (Some((at, key)), Some(inner)) = (last.take(), open.last_mut()) {
                        inner.key = key;
                        found.insert(way(&open), lines.at(at));
                    }
                }
                '{' | '[' => {
                    if open.last().is_some_and(|outer| outer.is_list) {
                        found.insert(way(&open), lines.at(at));
                    }
                    open.push(Open { is_list: c == '[', items: 0, key: String::new() });
                }
                '}' | ']' => _ = open.pop(),
                ',' => open.iter_mut().last().into_iter().for_each(|inner| inner.items += 1),
                _ => {}
            }
        }
        Self(found)
    }

    /// The line of an answer, else of what it would stand in; none for what would stand at the top.
    pub fn line(&self, way: &str) -> Option<u64> {
        let mut way = way;
        loop {
            if let Some(line) = self.0.get(way) {
                return Some(*line);
            }
            way = way.rsplit_once('/')?.0;
        }
    }
}

/// The rest of a text between quotation marks.
fn quoted(rest: &mut std::str::CharIndices) -> String {
    let mut text = String::new();
    while let Some((_, c)) = rest.next() {
        match c {
            '"' => break,
            '\\' => text.extend(rest.next().map(|(_, c)| c)),
            c => text.push(c),
        }
    }
    text
}

fn way(open: &[Open]) -> String {
    let step = |inner: &Open| if inner.is_list { inner.items.to_string() } else { inner.key.clone() };
    open.iter().map(step).collect::<Vec<_>>().join("/")
}
