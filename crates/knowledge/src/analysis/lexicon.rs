//! Terms that mean nearly the same, found in a text: the bridge from how people speak to how
//! offices write.

use aho_corasick::AhoCorasick;
use rustc_hash::FxHashMap;

use super::normalise::{Script, normalise, script};

/// Finds the groups of a language's lexicon that a text speaks of.
#[derive(Debug)]
pub struct Lexicon {
    terms: Option<AhoCorasick>,
    groups_of: Vec<Vec<u32>>,
}

impl Lexicon {
    /// `spell` brings a term, and later each text, into the form in which they are compared.
    pub fn new(groups: &[Vec<String>], spell: impl Fn(&str) -> String) -> Self {
        let mut groups_by_term: FxHashMap<String, Vec<u32>> = FxHashMap::default();
        for (group, terms) in (0..).zip(groups) {
            for term in terms {
                let spelt = spell(&normalise(term));
                let known = groups_by_term.entry(spelt).or_default();
                if known.last() != Some(&group) {
                    known.push(group);
                }
            }
        }
        let mut terms: Vec<(String, Vec<u32>)> =
            groups_by_term.into_iter().filter(|(term, _)| !term.trim().is_empty()).collect();
        terms.sort();
        let automaton = AhoCorasick::new(terms.iter().map(|(term, _)| term)).ok().filter(|_| !terms.is_empty());
        Self { terms: automaton, groups_of: terms.into_iter().map(|(_, groups)| groups).collect() }
    }

    /// Groups found in a text that was spelt like the terms, in order, each time it occurs; a term that
    /// lies within another says its own as well.
    /// `words` are the bytes of the text at which words begin, ascending.
    pub fn groups(&self, spelt: &str, words: &[usize]) -> Vec<u32> {
        let Some(terms) = &self.terms else {
            return Vec::new();
        };
        terms
            .find_overlapping_iter(spelt)
            .filter(|found| !is_one_syllable(&spelt[found.range()]) || words.binary_search(&found.start()).is_ok())
            .flat_map(|found| &self.groups_of[found.pattern().as_usize()])
            .copied()
            .collect()
    }
}

/// A single Hangul syllable inside a longer word is an accident, not a word.
fn is_one_syllable(term: &str) -> bool {
    let mut syllables = term.chars();
    syllables.next().is_some_and(|c| script(c) == Script::Hangul) && syllables.next().is_none()
}
