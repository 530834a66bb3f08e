//! Finds two passages that speak of the same thing and name different amounts, days or numbers.

use rustc_hash::FxHashSet;

use crate::{
    Quotation,
    analysis::{Analyzer, Side, Terms, normalise},
};

/// Share of the question's words that both marked sentences must have.
const BOTH_SPEAK_OF_IT: f32 = 0.5;
/// Likeness of the two sentences, numbers aside (Jaccard over words and meanings).
const ALIKE: f32 = 0.25;

/// Whether two quotations from different documents disagree about what was asked.
pub fn disagree(a: &Quotation, b: &Quotation, question: &Terms, analyzer: &Analyzer) -> bool {
    if a.citation.document == b.citation.document {
        return false;
    }
    let (a, b) = (&a.text[a.marked.clone()], &b.text[b.marked.clone()]);
    let (numbers_a, numbers_b) = (numbers(a), numbers(b));
    if numbers_a.is_empty() || numbers_b.is_empty() || !numbers_a.is_disjoint(&numbers_b) {
        return false;
    }
    let (words_a, words_b) = (words(a, analyzer), words(b, analyzer));
    let asked: FxHashSet<String> = of(question);
    let common = words_a.intersection(&words_b).count();
    let either = words_a.union(&words_b).count().max(1);
    common as f32 / either as f32 >= ALIKE
        && share(&asked, &words_a) >= BOTH_SPEAK_OF_IT
        && share(&asked, &words_b) >= BOTH_SPEAK_OF_IT
}

fn words(text: &str, analyzer: &Analyzer) -> FxHashSet<String> {
    of(&analyzer.terms(text))
}

fn of(terms: &Terms) -> FxHashSet<String> {
    let sides = [Side::Words, Side::Meaning];
    sides
        .iter()
        .flat_map(|side| terms.of(*side))
        .filter(|term| !term.chars().any(|c| c.is_ascii_digit()) || term.starts_with('≈'))
        .cloned()
        .collect()
}

fn share(asked: &FxHashSet<String>, words: &FxHashSet<String>) -> f32 {
    asked.intersection(words).count() as f32 / asked.len().max(1) as f32
}

fn numbers(text: &str) -> FxHashSet<String> {
    normalise(text)
        .split(|c: char| !c.is_ascii_digit() && c != '.' && c != ',')
        .map(|number| number.trim_matches(['.', ',']).replace(',', ""))
        .filter(|number| !number.is_empty())
        .collect()
}
