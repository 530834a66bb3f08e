//! All wordings of all choices as one tree of bytes, so that what begins alike is decoded once, however the model cuts
//! words into tokens. It knows nothing of sound.

use std::collections::BTreeSet;

use super::{script::Script, vocabulary::Vocabulary};
use crate::hearing::Candidate;

/// The tree; its root is 0.
pub(super) struct Wordings {
    nodes: Vec<Node>,
}

#[derive(Default)]
struct Node {
    next: Vec<(u8, usize)>,
    /// Choices of which a wording ends here.
    ends: Vec<usize>,
}

impl Wordings {
    /// Of `choices`, each wording as it is spelled, with and without a space before it, with a capital or a small letter
    /// first, and in either script of Chinese: a model may write any of them for the same sound.
    pub(super) fn of(choices: &[Candidate], script: Option<&Script>) -> Self {
        let mut tree = Self { nodes: vec![Node::default()] };
        for (choice, candidate) in choices.iter().enumerate() {
            for wording in &candidate.wordings {
                for spelled in spellings(wording.trim(), script) {
                    tree.insert(format!(" {spelled}").as_bytes(), choice);
                    tree.insert(spelled.as_bytes(), choice);
                }
            }
        }
        tree
    }

    fn insert(&mut self, bytes: &[u8], choice: usize) {
        let mut at = 0;
        for &byte in bytes {
            at = match self.step(at, byte) {
                Some(next) => next,
                None => {
                    self.nodes.push(Node::default());
                    let next = self.nodes.len() - 1;
                    if let Some(node) = self.nodes.get_mut(at) {
                        node.next.push((byte, next));
                    }
                    next
                }
            };
        }
        if let Some(node) = self.nodes.get_mut(at)
            && !node.ends.contains(&choice)
        {
            node.ends.push(choice);
        }
    }

    fn step(&self, at: usize, byte: u8) -> Option<usize> {
        self.nodes.get(at)?.next.iter().find(|(known, _)| *known == byte).map(|(_, next)| *next)
    }

    /// The choices of which a wording ends at `node`.
    pub(super) fn ends(&self, node: usize) -> &[usize] {
        self.nodes.get(node).map_or(&[], |node| &node.ends)
    }

    /// Whether nothing follows `node`.
    pub(super) fn is_leaf(&self, node: usize) -> bool {
        self.nodes.get(node).is_none_or(|node| node.next.is_empty())
    }

    /// Every token that goes on from `node`, and the node it leads to.
    pub(super) fn tokens_from(&self, node: usize, vocabulary: &Vocabulary) -> Vec<(i32, usize)> {
        let mut found = Vec::new();
        let mut bytes = Vec::new();
        self.collect(node, vocabulary, &mut bytes, &mut found);
        found
    }

    fn collect(&self, node: usize, vocabulary: &Vocabulary, bytes: &mut Vec<u8>, found: &mut Vec<(i32, usize)>) {
        if let Some(token) = vocabulary.token(bytes) {
            found.push((token, node));
        }
        if bytes.len() == vocabulary.longest() {
            return;
        }
        for &(byte, next) in self.nodes.get(node).map_or(&[][..], |node| &node.next) {
            bytes.push(byte);
            self.collect(next, vocabulary, bytes, found);
            bytes.pop();
        }
    }
}

fn spellings(wording: &str, script: Option<&Script>) -> BTreeSet<String> {
    let mut spellings = BTreeSet::from([wording.to_owned()]);
    if let Some(first) = wording.chars().next() {
        let rest = &wording[first.len_utf8()..];
        spellings.insert(first.to_uppercase().chain(rest.chars()).collect());
        spellings.insert(first.to_lowercase().chain(rest.chars()).collect());
    }
    if let Some(script) = script {
        spellings.insert(script.simplified(wording));
    }
    spellings.remove("");
    spellings
}
