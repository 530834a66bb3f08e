//! The likeliest reading of everything typed: the cheapest way through all words that fit, by
//! how often each is used.

use crate::dictionary::Dictionary;
use crate::lattice::each_match;
use crate::reading::Reading;

/// What a word costs beside its rarity, in nats: one long word is likelier than two short ones.
const WORD: f32 = 2.0;
/// What it costs to leave a step as typed, in nats: more than any word.
const AS_TYPED: f32 = 60.0;

/// The cheapest way to the end of a step.
#[derive(Clone, Copy)]
struct Way<'a> {
    cost: f32,
    from: usize,
    /// `None` where the step stays as typed.
    word: Option<&'a str>,
}

/// The likeliest characters for the whole reading.
pub fn likeliest(dictionary: &Dictionary, reading: &Reading) -> String {
    let ways = cheapest_ways(dictionary, reading);
    let mut words = Vec::new();
    let mut at = reading.steps.len();
    while at > 0 {
        let Some(way) = ways.get(at) else { break };
        let typed = reading.steps.get(way.from).map(|step| step.typed.as_str());
        words.push(way.word.or(typed).unwrap_or_default());
        at = way.from;
    }
    words.into_iter().rev().collect()
}

/// For every place between steps, the last word of the cheapest way there.
fn cheapest_ways<'a>(dictionary: &'a Dictionary, reading: &Reading) -> Vec<Way<'a>> {
    let unreached = Way { cost: f32::INFINITY, from: 0, word: None };
    let mut ways = vec![unreached; reading.steps.len() + 1];
    if let Some(start) = ways.first_mut() {
        start.cost = 0.0;
    }
    for from in 0..reading.steps.len() {
        let cost = ways.get(from).map_or(f32::INFINITY, |way| way.cost);
        let mut arrive = |to: usize, way: Way<'a>| {
            if let Some(best) = ways.get_mut(to)
                && way.cost < best.cost
            {
                *best = way;
            }
        };
        arrive(from + 1, Way { cost: cost + AS_TYPED, from, word: None });
        each_match(dictionary, reading, from, |found| {
            if let Some((word, rarity)) = dictionary.words(found.node).next() {
                let way = Way { cost: cost + rarity + found.strain + WORD, from, word: Some(word) };
                arrive(from + found.steps, way);
            }
        });
    }
    ways
}
