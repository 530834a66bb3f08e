//! What a person may choose for the leading symbols.

use std::collections::{BTreeMap, HashSet};

use crate::Candidate;
use crate::dictionary::Dictionary;
use crate::lattice::each_match;
use crate::reading::{Pattern, Reading, Sound};

/// How many of one length are offered where something was left out and much may be meant. Whole
/// syllables offer all that there is: a rare character of a name must be within reach.
const OF_ONE_LENGTH: usize = 150;

/// Candidates for the leading steps, longest first, then likeliest.
pub fn leading(dictionary: &Dictionary, reading: &Reading) -> Vec<Candidate> {
    let mut by_length: BTreeMap<usize, Vec<(f32, &str)>> = BTreeMap::new();
    each_match(dictionary, reading, 0, |found| {
        let words = dictionary.words(found.node);
        by_length.entry(found.steps).or_default().extend(words.map(|(word, rarity)| (rarity + found.strain, word)));
    });
    let mut seen = HashSet::new();
    let mut candidates = Vec::new();
    for (steps, mut words) in by_length.into_iter().rev() {
        words.sort_by(|a, b| a.0.total_cmp(&b.0).then(a.1.cmp(b.1)));
        words.retain(|(_, word)| seen.insert(*word));
        if !is_exact(reading, steps) {
            words.truncate(OF_ONE_LENGTH);
        }
        let symbols = used(reading, steps);
        candidates.extend(words.into_iter().map(|(_, word)| Candidate { text: word.to_owned(), symbols }));
    }
    if candidates.is_empty() {
        candidates.extend(as_typed(reading));
    }
    candidates
}

/// The first step itself, where no word fits, so that one can always go on.
fn as_typed(reading: &Reading) -> Option<Candidate> {
    let first = reading.steps.first()?;
    Some(Candidate { text: first.typed.clone(), symbols: first.end })
}

fn is_exact(reading: &Reading, steps: usize) -> bool {
    let exact = |sound: &Sound| matches!(sound, Sound::Syllables(pattern) if Pattern::is_exact(pattern));
    reading.steps.iter().take(steps).all(|step| exact(&step.sound))
}

fn used(reading: &Reading, steps: usize) -> usize {
    reading.steps.get(steps.saturating_sub(1)).map_or(0, |step| step.end)
}
