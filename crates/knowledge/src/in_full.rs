//! Who asks with words that an entry's question has all of means that entry, though a section may tell of each.
//!
//! A section tells much, and its headings stand above it. So "pay health insurance" is nearer to the introduction of a
//! document on health insurance than to the entry on what it costs, whose answer need not say the words again. It must
//! never know what the words are.

use crate::{
    evidence::{Candidate, kind},
    ranking::Ranked,
};

/// The share from which all words are there; it is a quotient of sums.
const ALL: f32 = 0.999;
/// How many behind the first are looked at: what is far behind has only its words in common.
const BEST: usize = 7;

/// Puts the best entry of which a phrasing has all words of the question in the place of the first, if that is a section
/// whose heading lacks some; they exchange their scores and probabilities. Among entries the ranking knows better: where
/// each has many phrasings, one or another of them has the words of nearly everything.
pub fn first(ranked: &mut Ranked) {
    let is_asked = |candidate: &Candidate| candidate.evidence[kind::ASKED_COVERAGE] >= ALL;
    // A heading names a subject; only a question says what of it is wanted.
    let is_entry = |candidate: &Candidate| candidate.evidence[kind::SECTION] == 0.0;
    let Some(((first, ..), rest)) = ranked.split_first_mut() else { return };
    if is_entry(first) || is_asked(first) {
        return;
    }
    let asked = rest.iter_mut().take(BEST).find(|(candidate, ..)| is_asked(candidate) && is_entry(candidate));
    if let Some((asked, ..)) = asked {
        std::mem::swap(first, asked);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::evidence::KINDS;

    /// Units in their order; of each the share of the question's words that a phrasing of it has, and whether it is an entry.
    fn ordered(units: &[(f32, bool)]) -> Vec<u32> {
        let candidate = |(unit, (share, is_entry)): (u32, &(f32, bool))| {
            let mut evidence = [0.0; KINDS];
            evidence[kind::ASKED_COVERAGE] = *share;
            evidence[kind::SECTION] = f32::from(u8::from(!is_entry));
            (Candidate { unit, evidence, phrasing: None }, 20.0 - unit as f32, 0.5)
        };
        let mut ranked: Ranked = (0..).zip(units).map(candidate).collect();
        first(&mut ranked);
        assert!(
            ranked.iter().is_sorted_by(|(_, above, _), (_, below, _)| above > below),
            "the scores stay in their places"
        );
        ranked.iter().map(|(candidate, ..)| candidate.unit).collect()
    }

    #[test]
    fn the_entry_that_was_asked_for_in_full_comes_first() {
        let (entry, section) = (true, false);
        assert_eq!(ordered(&[(0.8, section), (0.5, entry), (1.0, entry), (1.0, entry)]), [2, 1, 0, 3]);
        assert_eq!(ordered(&[(0.8, section), (0.9999, entry)]), [1, 0], "a quotient of sums");
        assert_eq!(ordered(&[(0.8, entry), (1.0, entry)]), [0, 1], "an entry is not exchanged for another");
        assert_eq!(ordered(&[(0.8, entry), (1.0, section)]), [0, 1], "a heading is no question");
        assert_eq!(ordered(&[(1.0, section), (1.0, entry)]), [0, 1], "the first is asked for in full");
        assert_eq!(ordered(&[(0.8, section), (0.9, entry)]), [0, 1], "no entry has all of the words");
        let far_behind = [[(0.8, section); 8].as_slice(), &[(1.0, entry)]].concat();
        assert_eq!(ordered(&far_behind), [0, 1, 2, 3, 4, 5, 6, 7, 8]);
        assert!(ordered(&[]).is_empty());
    }
}
