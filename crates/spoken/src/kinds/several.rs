//! Several of a list: names one after another, joined by "and", by their place in the order, all or none.

use std::collections::BTreeSet;

use super::choice;
use crate::{
    context::Context,
    language::{Inner, Language},
    search,
    text::{self, Folded},
    value::{Command, Heard, Trouble, Value},
};

/// What was heard of a list of which several may be chosen.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Several {
    /// Ids of what was chosen, in the order of the list. Only to be trusted when nothing is unclear.
    pub chosen: Vec<String>,
    /// Ids of what else may have been meant.
    pub alternatives: Vec<String>,
    /// Whether something was said that is not understood.
    pub unclear: bool,
    /// Why nothing was chosen, if nothing was.
    pub trouble: Option<Trouble>,
    /// A wish instead of an answer.
    pub command: Option<Command>,
}

/// Understands `text` as a choice of several of [`Context::choices`]. Choosing none is an answer too: then
/// nothing is chosen, and there is no trouble.
pub fn parse_several(language: &Language, text: &str, context: &Context) -> Several {
    let data = language.data();
    let folded = text::fold(text);
    if folded.len() > search::LONGEST {
        return Several { trouble: Some(Trouble::TooLong), unclear: true, ..Several::default() };
    }
    let heard = hear(data, &folded, context);
    let command = data.phrases.command(&folded).filter(|_| heard.chosen.is_empty() && heard.trouble.is_some());
    match command {
        Some(command) => Several { command: Some(command), ..Several::default() },
        None => heard,
    }
}

fn hear(language: &Inner, folded: &Folded, context: &Context) -> Several {
    let phrases = &language.phrases;
    let said = text::without(folded, &phrases.fillers, true);
    let is_one_of = |words: &[Folded]| words.iter().any(|word| letters(word) == letters(&said));
    let names = choice::names(language, context);
    let named = names.iter().any(|(_, name)| letters(name) == letters(&said));
    let ids = || context.choices.iter().map(|choice| choice.id.clone());
    if !named && is_one_of(&phrases.all) {
        return Several { chosen: ids().collect(), ..Several::default() };
    }
    if !named && is_one_of(&phrases.none) {
        return Several::default();
    }
    let hits = choice::hits(&names, &said);
    let mut found: BTreeSet<usize> = hits.iter().map(|hit| hit.0).collect();
    let mut rest = said.clone();
    for (_, from, to) in hits {
        rest[from..to].fill(',');
    }
    let mut several = Several::default();
    let by_name = !found.is_empty();
    for piece in pieces(&rest, &phrases.joints, &phrases.either) {
        if by_name && text::weight(&text::without(&piece, &phrases.either, true)) == 0 {
            // "The car or the van": one of them, or either.
            several.unclear = true;
            continue;
        }
        let bare = text::without(&piece, &phrases.carriers, false);
        if by_name && text::weight(&bare) == 0 {
            // "a hearing aid": the article is no letter of the list.
            continue;
        }
        let heard = choice::hear(language, &piece, context, false);
        match place_of(&heard, context) {
            Some(place) if heard.is_clear() => {
                found.insert(place);
            }
            _ if text::weight(&bare) == 0 => {}
            _ => {
                several.unclear = true;
                several.alternatives.extend(heard.value.iter().chain(&heard.alternatives).filter_map(id_of));
            }
        }
    }
    // In what is said around the names: a name may hold a syllable that denies.
    several.unclear |= text::without(&rest, &phrases.negations, false) != rest && !found.is_empty();
    several.chosen = found.iter().filter_map(|place| context.choices.get(*place)).map(|one| one.id.clone()).collect();
    several.trouble = several.chosen.is_empty().then_some(Trouble::NotHeard);
    several.unclear |= several.trouble.is_some();
    several
}

fn letters(text: &[char]) -> Folded {
    text.iter().copied().filter(|c| c.is_alphanumeric()).collect()
}

fn id_of(value: &Value) -> Option<String> {
    match value {
        Value::Choice(id) => Some(id.clone()),
        _ => None,
    }
}

fn place_of(heard: &Heard, context: &Context) -> Option<usize> {
    let id = id_of(heard.value.as_ref()?)?;
    context.choices.iter().position(|choice| choice.id == id)
}

/// What stands between the joints and the marks; a joint that only begins a word of choice, as 또 does 또는, is none.
fn pieces(said: &Folded, joints: &[Folded], either: &[Folded]) -> Vec<Folded> {
    let mut pieces = vec![Folded::new()];
    let mut at = 0;
    while at < said.len() {
        let longest = |words: &[Folded]| words.iter().find(|word| text::stands_at(said, at, word)).map(Vec::len);
        let joint = longest(joints).filter(|length| longest(either).is_none_or(|choice| choice <= *length));
        let mark = matches!(said[at], ',' | '、' | ';' | '，' | '/' | '&' | '+').then_some(1);
        match joint.or(mark) {
            Some(length) => {
                pieces.push(Folded::new());
                at += length;
            }
            None => {
                if let Some(piece) = pieces.last_mut() {
                    piece.push(said[at]);
                }
                at += 1;
            }
        }
    }
    pieces.into_iter().map(|piece| text::trimmed(&piece)).filter(|piece| text::weight(piece) > 0).collect()
}
