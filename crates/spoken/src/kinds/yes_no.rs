//! Yes and no.

use crate::{
    language::Inner,
    text::{self, Folded},
    value::{Heard, Trouble, Value},
};

/// What a phrase contributes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Meaning {
    Answer(bool),
    Doubt,
    Nothing,
}

/// Hears agreement or refusal. Both at once, or a doubt, is neither.
pub fn hear(language: &Inner, said: &Folded) -> Heard {
    let phrases = &language.phrases;
    let mut all: Vec<(&Folded, Meaning)> = Vec::new();
    for (words, meaning) in [
        (&phrases.unsure, Meaning::Doubt),
        (&phrases.no, Meaning::Answer(false)),
        (&phrases.yes, Meaning::Answer(true)),
        (&phrases.carriers, Meaning::Nothing),
        (&phrases.fillers, Meaning::Nothing),
    ] {
        all.extend(words.iter().map(|word| (word, meaning)));
    }
    all.sort_by_key(|(word, _)| std::cmp::Reverse(word.len()));
    let mut heard: Vec<Meaning> = Vec::new();
    let mut unknown = 0;
    let mut at = 0;
    while at < said.len() {
        if let Some((word, meaning)) = all.iter().find(|(word, _)| text::stands_at(said, at, word)) {
            heard.push(*meaning);
            at += word.len();
        } else {
            unknown += usize::from(said[at].is_alphanumeric());
            at += 1;
        }
    }
    let yes = heard.contains(&Meaning::Answer(true));
    let no = heard.contains(&Meaning::Answer(false));
    let unsure = heard.contains(&Meaning::Doubt);
    match (yes, no, unsure) {
        (true, false, false) => Heard::sure(Value::YesNo(true), by_rest(unknown, said)),
        (false, true, false) => Heard::sure(Value::YesNo(false), by_rest(unknown, said)),
        (false, false, _) => Heard::nothing(Trouble::NotHeard),
        _ => Heard {
            alternatives: vec![Value::YesNo(true), Value::YesNo(false)],
            confidence: 0.2,
            ..Heard::nothing(Trouble::NotHeard)
        },
    }
}

fn by_rest(unknown: usize, said: &Folded) -> f64 {
    match unknown {
        0 => 0.97,
        _ if unknown * 3 <= text::weight(said) => 0.75,
        _ => 0.45,
    }
}
