//! One of a list: by its name, a part of it, its place in the order, or its sound.

use crate::{
    context::{Choice, Context},
    language::Inner,
    pattern::Ground,
    sound,
    text::{self, Folded},
    value::{Heard, Missing, Trouble, Value},
};

/// Least likeness in sound to be offered, and least lead over the next.
const ALIKE: f64 = 0.6;
const LEAD: f64 = 0.12;

/// Hears a choice; places may be named without their endings.
pub fn hear(language: &Inner, said: &Folded, context: &Context, places: bool) -> Heard {
    let bare = text::trimmed(&text::without(said, &language.phrases.carriers, false));
    if text::weight(&bare) == 0 && text::weight(said) == 0 {
        return Heard::nothing(Trouble::NotHeard);
    }
    let names: Vec<(usize, Folded)> =
        context.choices.iter().enumerate().flat_map(|(place, choice)| named(language, place, choice, places)).collect();
    let denied = text::without(&bare, &language.phrases.negations, false) != bare;
    let exact = [said, &bare]
        .into_iter()
        .map(|said| having(&names, |name| letters(name) == letters(said)))
        .find(|found| !found.is_empty());
    if let Some(found) = exact {
        return one_of(context, &found, 0.97);
    }
    let order = |said| by_order(language, said, context.choices.len());
    let ordered = order(said).or_else(|| order(&bare));
    let within = names_within(&names, &bare);
    let heard = match (within.as_slice(), ordered) {
        ([one], None) => Heard::sure(id(context, *one), if denied { 0.3 } else { 0.9 }),
        ([one], Some(place)) if *one == place => Heard::sure(id(context, *one), 0.95),
        ([], Some(place)) => Heard::sure(id(context, place), if denied { 0.3 } else { 0.92 }),
        ([], None) => by_part(&names, &bare, context),
        (several, _) => one_of(context, several, 0.3),
    };
    if denied { heard.doubted(0.3) } else { heard }
}

/// The names of all choices, folded, by their place in the list.
pub fn names(language: &Inner, context: &Context) -> Vec<(usize, Folded)> {
    context.choices.iter().enumerate().flat_map(|(place, choice)| named(language, place, choice, false)).collect()
}

fn letters(text: &[char]) -> Folded {
    text.iter().copied().filter(|c| c.is_alphanumeric()).collect()
}

fn named(language: &Inner, place: usize, choice: &Choice, places: bool) -> Vec<(usize, Folded)> {
    let mut names: Vec<Folded> =
        std::iter::once(&choice.label).chain(&choice.synonyms).map(|name| text::fold(name)).collect();
    if !choice.id.is_empty() {
        names.push(text::fold(&choice.id));
    }
    if places {
        let short = |name: &Folded| {
            let ending = language.alphabet.place_endings.iter().find(|ending| name.ends_with(ending))?;
            let rest = &name[..name.len() - ending.len()];
            (text::weight(rest) >= 2).then(|| text::trimmed(rest))
        };
        let shortened: Vec<Folded> = names.iter().filter_map(short).collect();
        names.extend(shortened);
    }
    names.into_iter().filter(|name| text::weight(name) > 0).map(|name| (place, name)).collect()
}

fn having(names: &[(usize, Folded)], test: impl Fn(&Folded) -> bool) -> Vec<usize> {
    let mut found: Vec<usize> = names.iter().filter(|(_, name)| test(name)).map(|(place, _)| *place).collect();
    found.dedup();
    found
}

/// Choices whose whole name stands in what was said; a name within a longer one does not count.
fn names_within(names: &[(usize, Folded)], said: &Folded) -> Vec<usize> {
    let mut found: Vec<usize> = hits(names, said).into_iter().map(|hit| hit.0).collect();
    found.sort_unstable();
    found.dedup();
    found
}

/// Where whole names stand: the place in the list, from, to.
pub fn hits(names: &[(usize, Folded)], said: &Folded) -> Vec<(usize, usize, usize)> {
    let hits: Vec<(usize, usize, usize)> = names
        .iter()
        .filter(|(_, name)| text::weight(name) >= 2)
        .filter_map(|(place, name)| text::find(said, 0, name).map(|at| (*place, at, at + name.len())))
        .collect();
    let covered = |hit: &(usize, usize, usize)| {
        hits.iter().any(|other| other.1 <= hit.1 && other.2 >= hit.2 && other.2 - other.1 > hit.2 - hit.1)
    };
    hits.iter().filter(|hit| !covered(hit)).copied().collect()
}

fn by_order(language: &Inner, said: &Folded, count: usize) -> Option<usize> {
    let mut ground = Ground::new(&language.lexicon, &language.tables, said);
    let start = text::skip_gap(said, 0);
    let mut found = None;
    for pattern in language.patterns("order") {
        for one in pattern.at(&mut ground, start) {
            if text::weight(&said[one.end..]) == 0 {
                found = found.or_else(|| one.frame.whole("place"));
            }
        }
    }
    let place = match found? {
        // From the end: the last, the last but one.
        place if place < 0 => i64::try_from(count).ok()? + place,
        place => place - 1,
    };
    usize::try_from(place).ok().filter(|place| *place < count)
}

/// What was said is part of one name, or sounds like it.
fn by_part(names: &[(usize, Folded)], said: &Folded, context: &Context) -> Heard {
    let part = letters(said);
    let holding = having(names, |name| {
        part.len() >= 2 && !part.is_empty() && letters(name).windows(part.len()).any(|run| run == part)
    });
    match holding.as_slice() {
        [one] => return Heard::sure(id(context, *one), 0.85),
        [_, _, ..] => return one_of(context, &holding, 0.4),
        [] => {}
    }
    let mut alike: Vec<(usize, f64)> = Vec::new();
    for (place, name) in names {
        let likeness = sound::likeness(name, said);
        match alike.iter_mut().find(|(held, _)| held == place) {
            Some((_, best)) => *best = best.max(likeness),
            None => alike.push((*place, likeness)),
        }
    }
    alike.retain(|(_, likeness)| *likeness >= ALIKE);
    alike.sort_by(|a, b| b.1.total_cmp(&a.1));
    let places: Vec<usize> = alike.iter().map(|(place, _)| *place).collect();
    match alike.as_slice() {
        [] => Heard::nothing(Trouble::NotHeard),
        [(_, best), rest @ ..] if rest.first().is_none_or(|(_, next)| best - next >= LEAD) => {
            let mut heard = Heard::sure(id(context, places[0]), if *best > 0.95 { 0.85 } else { 0.65 });
            heard.alternatives = places[1..].iter().take(3).map(|place| id(context, *place)).collect();
            heard
        }
        _ => one_of(context, &places, 0.3),
    }
}

fn id(context: &Context, place: usize) -> Value {
    Value::Choice(context.choices.get(place).map(|choice| choice.id.clone()).unwrap_or_default())
}

/// One is a value; several are alternatives to be asked about.
fn one_of(context: &Context, places: &[usize], confidence: f64) -> Heard {
    match places {
        [one] => Heard::sure(id(context, *one), confidence),
        several => Heard {
            alternatives: several.iter().take(5).map(|place| id(context, *place)).collect(),
            missing: vec![Missing::Which],
            confidence: 0.3,
            ..Heard::default()
        },
    }
}
