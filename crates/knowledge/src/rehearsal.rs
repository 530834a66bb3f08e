//! How sure is sure enough where a pack has too few phrasings to tell: learned by asking it about what its own
//! texts say.
//!
//! Nobody asks in the words of a document. So a rehearsed question is a few words of one of the pack's texts behind
//! the beginning of something that people say about other things; some are asked without the text that would answer
//! them, and some have nothing of the pack in them at all.

use rustc_hash::{FxHashMap, FxHashSet};

use crate::{
    analysis::{Analyzer, Script, Terms, script},
    confidence::{Tried, signs},
    corpus::{Corpus, Role},
    evidence::{Hidden, Known, Vocabulary, candidates, count},
    index::PassageIndex,
    model::Model,
    schooling::{share, spread},
};

/// Texts that can be asked about, below which the defaults are kept.
const LEAST_UNITS: u32 = 6;
/// Questions that are rehearsed, of each kind.
const MOST_QUESTIONS: usize = 400;
/// Of this many shares of the units one is hidden at a time.
const SHARES: usize = 4;
/// Units that are hidden, in all shares.
const MOST_UNITS: usize = 2_000;
/// Words of a text that are in a question about it, at most.
const MOST_TOLD: usize = 3;
/// Words that stand before them, at most.
const MOST_SAID: usize = 4;
/// Characters of a sentence below which it asks about nothing.
const LEAST_CHARACTERS: usize = 4;

/// Rehearses, and tells the signs under which the first place was right or wrong.
pub fn rehearse(
    model: &Model,
    index: &PassageIndex,
    corpus: &Corpus,
    passages: &[(Role, Terms)],
    analyzer: &Analyzer,
    speech: &[String],
) -> tantivy::Result<Vec<Tried>> {
    let units = corpus.places.len() as u32;
    if units < LEAST_UNITS || speech.is_empty() {
        return Ok(Vec::new());
    }
    let sayings = sayings(corpus);
    let mut tried = Vec::new();
    for fold in 0..SHARES {
        let asked_of = spread((0..units).collect(), MOST_UNITS).into_iter();
        let hidden = hidden(model, passages, asked_of.filter(|unit| share(*unit, 3, SHARES) == fold).collect());
        let (unknown, known): (Vec<u32>, Vec<u32>) =
            (0..sayings.len() as u32).partition(|saying| hidden.units.contains(&sayings[*saying as usize].0));
        let mut ask = |text: &str, right: Option<u32>| -> tantivy::Result<()> {
            let (candidates, acquaintance) = candidates(model, index, &analyzer.terms(text), &hidden)?;
            let ranked = model.rank(candidates);
            let best = ranked.first().map(|(best, ..)| best.unit);
            let is_right = best.zip(right).is_some_and(|(best, right)| model.says_the_same(best, right));
            tried.push((signs(&ranked, &acquaintance), is_right));
            Ok(())
        };
        let most = MOST_QUESTIONS / SHARES;
        for (group, is_known, most) in [(known, true, most), (unknown, false, most / 2)] {
            for saying in spread(group, most) {
                let (unit, text) = sayings[saying as usize];
                ask(&asked_about(text, utterance(speech, saying), saying), is_known.then_some(unit))?;
            }
        }
        for number in 0..(most / 2) as u32 {
            ask(utterance(speech, number * SHARES as u32 + fold as u32), None)?;
        }
    }
    Ok(tried)
}

/// What a pack's texts say, piece by piece, with the unit that says it: headings, questions, sentences.
fn sayings(corpus: &Corpus) -> Vec<(u32, &str)> {
    let mut sayings = Vec::new();
    for passage in &corpus.passages {
        let pieces = match passage.role {
            Role::Asked => vec![passage.text.as_str()],
            Role::Told => passage.text.split(['.', '?', '!', ';', '\n', '。', '？', '！', '；']).collect(),
        };
        let says = pieces.into_iter().map(|piece| piece.trim_matches(|c: char| !c.is_alphanumeric()));
        let says = says.filter(|piece| piece.chars().count() >= LEAST_CHARACTERS);
        sayings.extend(says.map(|piece| (passage.unit, piece)));
    }
    sayings
}

/// Something that people say, another one for each number.
fn utterance(speech: &[String], number: u32) -> &str {
    let mixed = number.wrapping_mul(0x9E37_79B9) ^ (number >> 7);
    &speech[mixed as usize % speech.len()]
}

/// A few words of what the text says, among words that somebody said about something else.
fn asked_about(text: &str, said: &str, number: u32) -> String {
    let few = 1 + share(number, 5, MOST_TOLD);
    let lead = 1 + share(number, 7, MOST_SAID);
    let (text, said) = (words(text), words(said));
    let mut order: Vec<usize> = (0..text.len()).collect();
    order.sort_by_key(|word| share(number.wrapping_mul(64).wrapping_add(*word as u32), 9, 1 << 16));
    order.truncate(few);
    order.sort_unstable();
    let kept = order.into_iter().map(|word| text[word]);
    said.iter().copied().take(lead).chain(kept).collect::<Vec<_>>().join(" ")
}

/// The words of a text; where none are set apart, two characters at a time.
fn words(text: &str) -> Vec<&str> {
    let mut words = Vec::new();
    for word in text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()) {
        if word.chars().all(|c| script(c) == Script::Han) {
            let ends: Vec<usize> = word.char_indices().map(|(at, _)| at).step_by(2).chain([word.len()]).collect();
            words.extend(ends.windows(2).map(|ends| &word[ends[0]..ends[1]]));
        } else {
            words.push(word);
        }
    }
    words
}

/// Hides units, and lets their words be as rare as they would be without them.
fn hidden(model: &Model, passages: &[(Role, Terms)], units: FxHashSet<u32>) -> Hidden {
    let mut theirs: Vocabulary = FxHashMap::default();
    for passage in units.iter().flat_map(|unit| model.passages_of(*unit)) {
        let (role, terms) = &passages[passage as usize];
        if *role == model.known_by() {
            count(&mut theirs, terms);
        }
    }
    Hidden { passage: None, units, known: Known::AllBut(theirs) }
}
