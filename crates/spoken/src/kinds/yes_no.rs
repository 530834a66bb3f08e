//! Yes and no.

use crate::{
    language::Inner,
    text::{self, Folded},
    value::{Heard, Trouble, Value},
};

/// Hears agreement or refusal. Both at once, or a doubt, is neither.
pub fn hear(language: &Inner, said: &Folded) -> Heard {
    let phrases = &language.phrases;
    let mut all: Vec<(&Folded, Option<bool>)> = Vec::new();
    all.extend(phrases.unsure.iter().map(|word| (word, None)));
    all.extend(phrases.no.iter().map(|word| (word, Some(false))));
    all.extend(phrases.yes.iter().map(|word| (word, Some(true))));
    all.sort_by_key(|(word, _)| std::cmp::Reverse(word.len()));
    let mut heard: Vec<Option<bool>> = Vec::new();
    let mut unknown = 0;
    let mut at = 0;
    while at < said.len() {
        let found = all.iter().find(|(word, _)| text::stands_at(said, at, word));
        if let Some((word, answer)) = found {
            heard.push(*answer);
            at += word.len();
        } else if let Some(word) =
            phrases.carriers.iter().chain(&phrases.fillers).find(|word| text::stands_at(said, at, word))
        {
            at += word.len();
        } else {
            unknown += usize::from(said[at].is_alphanumeric());
            at += 1;
        }
    }
    let yes = heard.contains(&Some(true));
    let no = heard.contains(&Some(false));
    let unsure = heard.contains(&None);
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
